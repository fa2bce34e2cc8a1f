"""Two small releases, built by the gate as any is, and files of findings beside them."""

from __future__ import annotations

from pathlib import Path

from loaders.release.build import build
from ontology.terms import load
from queries.changes import Change, Changed, between, open_edition
from tests.examples import good_rows
from tests.graphs import Rows, graph_of


def rows(**changes: dict[str, str]) -> Rows:
    """Rows that conform, with cells changed as in ``good_rows``."""
    return good_rows(**changes)


def without(rows: Rows, *statements: str) -> Rows:
    """The rows without these statements, nor what belongs to them."""
    return {
        sheet: [
            row
            for row in each
            if not {row.get("id"), row.get("supports"), row.get("statement"), row.get("measure")}
            & {*statements}
        ]
        for sheet, each in rows.items()
    }


def built(folder: Path, rows: Rows) -> Path:
    """The folder of the release of these rows."""
    draft = graph_of(rows)
    return build(draft.graph, load(), draft.origins, folder).folder


def compared(folder: Path, old: Rows, new: Rows) -> Changed:
    """The changes between the releases of these rows."""
    return between(*(open_edition(built(folder, each), folder) for each in (old, new)))


def only(changed: Changed, what: str, happened: str) -> Change:
    """The one change of this sort."""
    [group] = [each for each in changed.groups if (each.what, each.happened) == (what, happened)]
    [change] = group.changes
    return change


def sorts(changed: Changed) -> list[tuple[str, str, int]]:
    """What changed, what happened, and how often."""
    return [(each.what, each.happened, len(each.changes)) for each in changed.groups]
