"""The look-ups behind pages and findings: named queries in ``pages/``, asked in READ sessions.

They are not questions of the catalogue: they fetch what is shown of things that are known by their id. Their
rows are pieces of an answer, so the limit on an answer's rows is not theirs: they come whole, or not at all.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

from loaders.errors import ToolError
from loaders.store.connection import Store
from queries.header import split

MOST_ROWS = 1_000_000
"""More than any page or answer can be made of."""
FOLDER = Path(__file__).resolve().parent / "pages"


def sentences(store: Store, type_: str) -> dict[str, str]:
    """The statements that a parameter of this type (statement, ``statement:<kind>``) takes: id and sentence.

    Raises as ``look_up`` does.
    """
    rows = look_up(store, "sentences", kind=type_.partition(":")[2] or None)
    return {row["id"]: row["text"] for row in rows}


@cache
def cypher_of(name: str) -> str:
    """The Cypher of the look-up of that name, without its header."""
    file = FOLDER / f"{name}.cypher"
    return split(file.read_text(encoding="utf-8"), f"pages/{file.name}")[1]


def look_up(store: Store, name: str, **parameters: Any) -> list[dict[str, Any]]:
    """All rows of the look-up ``name``.

    Raises ToolError where they are more than ``MOST_ROWS``, and where the store refuses or is out of reach.
    """
    answer = store.read(cypher_of(name), parameters, row_limit=MOST_ROWS)
    if answer.truncated:
        raise ToolError(
            f"The look-up '{name}' gives more than {MOST_ROWS:,} rows, which is more than can be read.",
            "Load a smaller release.",
        )
    return answer.rows
