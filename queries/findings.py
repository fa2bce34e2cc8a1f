"""All findings as at a date, and the file of them that is kept beside a release.

A finding that is not known as at the date asked for is shown as at the last date for which it is known, and
carries both answers.
"""

from __future__ import annotations

import dataclasses
import datetime
import json
import os
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from loaders.errors import ToolError
from loaders.sources.waivers import Waiver
from loaders.store.connection import Store
from queries import catalogue as catalogues
from queries.asking import Asked, ask
from queries.catalogue import Catalogue
from queries.finding import NOT_KNOWN, Finding
from queries.header import KINDS, SEVERITIES, Question
from queries.span import as_date
from queries.waivers import counting
from queries.wording import joined

FORMAT = 1


@dataclasses.dataclass(frozen=True)
class AllFindings:
    """Findings, most serious first. ``cut`` are the questions, as readers know them, with more answers than
    could be read: of these, only the first findings are here.
    """

    findings: list[Finding]
    cut: tuple[str, ...]

    @property
    def note(self) -> str:
        """The sentence that says which findings are not all here; "" where all are."""
        if not self.cut:
            return ""
        named = joined([f"“{each}”" for each in self.cut])
        return (
            f"Not all findings are here: there are more answers than can be read at once to {named}. "
            "Of these only the first are shown; do not count them, nor take what is missing for absent."
        )


def findings_of(
    store: Store, question: Question, as_at: datetime.date, parameters: Mapping[str, Any] | None = None
) -> tuple[Asked, list[Finding]]:
    """The question's answer as at the date, and its findings, each with its answer at the last date known.

    Where a finding is not known as at ``as_at``, what it holds is as at the last date for which it is known.
    Raises ToolError as ``asking.ask`` does.
    """
    asked = ask(store, question, as_at, parameters)
    earlier: dict[datetime.date, dict[str, Finding]] = {}
    found = []
    for finding in asked.findings:
        last = finding.known_to
        if finding.now.answer != NOT_KNOWN or last is None or last >= as_at:
            found.append(finding)
            continue
        if last not in earlier:
            earlier[last] = {each.id: each for each in ask(store, question, last, parameters).findings}
        found.append(_with_earlier(finding, earlier[last].get(finding.id)))
    return asked, found


def all_findings(
    store: Store, as_at: datetime.date, catalogue: Catalogue | None = None
) -> tuple[list[Asked], list[Finding]]:
    """Every question that yields findings, asked; and the findings, most serious first."""
    asked: list[Asked] = []
    found: list[Finding] = []
    for question in catalogue or catalogues.load():
        if not question.listing and all(parameter.optional for parameter in question.parameters):
            one, findings = findings_of(store, question, as_at)
            asked.append(one)
            found += findings
    return asked, ordered(found)


def whole(asked: Iterable[Asked], findings: list[Finding]) -> AllFindings:
    """What ``all_findings`` gives, with the questions whose answers were cut."""
    return AllFindings(findings, tuple(one.question.question for one in asked if one.truncated))


def ordered(findings: Iterable[Finding]) -> list[Finding]:
    """Most serious first; then what is or was known, what is contested, and what most was said about."""
    kinds = list(KINDS)
    return sorted(
        findings,
        key=lambda each: (
            SEVERITIES.index(each.severity),
            each.known_to is None,
            not each.contested,
            -sum(len(group.claims) for group in each.groups),
            kinds.index(each.kind),
            each.title,
        ),
    )


def write(
    store: Store, release: Mapping[str, Any], data_folder: Path, catalogue: Catalogue | None = None
) -> Path:
    """Ask the catalogue as at the release's date and write ``findings/<release id>.json``; gives its path.

    ``release`` is what ``Store.release`` gives. The file is replaced whole: a reader sees the old one or the
    new one. Raises ToolError where the folder cannot be written or a query fails.
    """
    catalogue = catalogue or catalogues.load()
    as_at = as_date(release["as_at"], "The release's as_at")
    asked, found = all_findings(store, as_at, catalogue)
    content = {
        "format": FORMAT,
        "release": release["id"],
        "catalogue": catalogue.version,
        "as_at": as_at,
        "questions": [
            {
                "name": one.question.name,
                "version": one.question.version,
                "rows": len(one.rows),
                "truncated": one.truncated,
                "empty": one.empty,
            }
            for one in asked
        ],
        "findings": found,
    }
    return put(data_folder / "findings" / f"{release['id']}.json", content)


def mark(file: Path, waivers: Iterable[Waiver], today: datetime.date) -> None:
    """Note in a findings file which of its findings are waived today; all else in it stays.

    Raises ToolError where the file is none or cannot be written.
    """
    try:
        content = json.loads(file.read_text(encoding="utf-8"))
        by_finding = counting(waivers, datetime.date.fromisoformat(content["as_at"]), today)
        before = [each.get("waiver") for each in content["findings"]]
        for each in content["findings"]:
            each["waiver"] = json.loads(json.dumps(by_finding.get(each["id"]), default=plain))
    except (OSError, ValueError, KeyError, TypeError, AttributeError) as error:
        raise ToolError(
            f"The findings in {file} cannot be read ({error}).", "Delete the file, and run 'run.py load'."
        ) from error
    if before != [each["waiver"] for each in content["findings"]]:
        put(file, content)


def put(file: Path, content: Mapping[str, Any]) -> Path:
    """Write a findings file whole: a reader sees the old one or the new one. Gives its path.

    Raises ToolError where the folder cannot be written.
    """
    beside = file.with_suffix(f".{os.getpid()}.part")
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        text = json.dumps(content, ensure_ascii=False, indent=1, default=plain)
        beside.write_text(text + "\n", encoding="utf-8")
        beside.replace(file)
    except OSError as error:
        raise ToolError(
            f"The findings cannot be written to {file} ({error.strerror}).",
            "Make that folder writable, or set LANDSCAPE_DATA_FOLDER to one that is.",
        ) from error
    return file


def plain(value: Any) -> Any:
    """What JSON has no word for: dates in ISO 8601, records as objects."""
    if isinstance(value, datetime.date):
        return value.isoformat()
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        return {each.name: getattr(value, each.name) for each in dataclasses.fields(value)}
    if isinstance(value, Mapping):
        return dict(value)
    raise TypeError(f"not a value of a finding: {type(value).__name__}")


def _with_earlier(finding: Finding, then: Finding | None) -> Finding:
    if then is None:
        return finding
    newer = {name: value for name, value in finding.values.items() if name == "newer_instruments"}
    values = {**then.values, **newer}
    return dataclasses.replace(then, values=values, answers=(finding.now, then.now))
