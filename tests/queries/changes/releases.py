"""Two small releases, built by the gate as any is, and files of findings beside them."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

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


def claim(identifier: str, text: str = "What is said.") -> dict[str, Any]:
    """A claim as a file of findings has it."""
    passage = {"short_title": "The report", "locator": "1 s1"}
    return {"id": identifier, "statement": identifier, "text": text, "passages": [passage]}


def finding(identifier: str, *premises: str, **changes: Any) -> dict[str, Any]:
    """A finding as a file of findings has it."""
    answer = {
        "as_at": "2025-02-13",
        "answer": changes.pop("answer", "yes"),
        "contested": False,
        "reason": "It is vouched for.",
    }
    return {
        "id": identifier,
        "question": "a-question",
        "title": f"Title of {identifier}",
        "summary": "A summary.",
        "severity": "low",
        "answers": [answer],
        "groups": [
            {"name": "rests", "heading": "", "premise": True, "claims": [claim(each) for each in premises]}
        ],
        "touches": [{"id": "trusts", "name": "Trusts"}],
        **changes,
    }


def write_findings(data_folder: Path, release: str, *found: dict[str, Any], **changes: Any) -> None:
    """The file of findings of a release."""
    question = {"name": "a-question", "version": 1, "rows": len(found), "truncated": False, "empty": None}
    content = {
        "format": 1,
        "release": release,
        "catalogue": "abc",
        "as_at": "2025-02-13",
        "questions": [{**question, **changes}],
        "findings": list(found),
    }
    file = data_folder / "findings" / f"{release}.json"
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(json.dumps(content), encoding="utf-8")
