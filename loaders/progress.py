"""How a long step says how far it has come.

The command line draws it; tests and libraries may leave it silent.
"""

from __future__ import annotations

from typing import Protocol


class Progress(Protocol):
    """Told again and again while a step runs.

    ``what`` is the step in words and the same each time ("Fetching Neo4j"), ``done`` and ``total`` are
    counts of the step's own unit. ``total`` is None where nobody can know it beforehand. The step ends when
    another begins or when ``done`` equals ``total``.
    """

    def __call__(self, what: str, done: float, total: float | None = None) -> None: ...


def silent(what: str, done: float, total: float | None = None) -> None:
    """A progress that says nothing."""
