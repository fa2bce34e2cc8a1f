"""The look-ups behind pages and findings: named queries in ``pages/``, asked in READ sessions.

They are not questions of the catalogue: they fetch what is shown of things that are known by their id.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

from loaders.store.connection import Store
from queries.header import split

FOLDER = Path(__file__).resolve().parent / "pages"


@cache
def cypher_of(name: str) -> str:
    """The Cypher of the look-up of that name, without its header."""
    file = FOLDER / f"{name}.cypher"
    return split(file.read_text(encoding="utf-8"), f"pages/{file.name}")[1]


def look_up(store: Store, name: str, **parameters: Any) -> list[dict[str, Any]]:
    """The rows of the look-up ``name``. Raises ToolError where the store refuses or cannot be reached."""
    return store.read(cypher_of(name), parameters).rows
