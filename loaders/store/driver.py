"""Neo4j's driver, brought in without pandas, NumPy and PyArrow.

It imports them wherever they are installed, only to take their types as parameters, which we never send; that
takes as long as all the rest of a command's start. Import this module before any other brings ``neo4j`` in.
"""

from __future__ import annotations

import logging
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TypeAlias

UNUSED = ("numpy", "pandas", "pyarrow")


@contextmanager
def _absent(names: tuple[str, ...]) -> Iterator[None]:
    """These packages cannot be imported in the block, unless they are there already."""
    hidden = [name for name in names if name not in sys.modules]
    blocked: dict[str, None] = dict.fromkeys(hidden)
    sys.modules.update(blocked)  # type: ignore[arg-type]  # None is how Python marks a module as not there
    try:
        yield
    finally:
        for name in hidden:
            del sys.modules[name]


with _absent(UNUSED):
    import neo4j

logging.getLogger("neo4j.notifications").setLevel(logging.ERROR)  # what we ask for, we say ourselves

AnyTransaction: TypeAlias = "neo4j.ManagedTransaction | neo4j.Transaction"
"""A transaction that the driver runs, and commits, or one that we end ourselves."""

__all__ = ["AnyTransaction", "neo4j"]
