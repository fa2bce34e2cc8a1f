"""Findings as they were written beside a release, read for comparison."""

from __future__ import annotations

import datetime
import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from queries.claims import Ref

FORMAT = 1
"""The format of ``findings/<release>.json`` that is read here."""


@dataclass(frozen=True)
class RecordedClaim:
    """A statement or position that a finding rests on; ``statement`` is the statement that it is about."""

    id: str
    statement: str
    text: str
    places: frozenset[str]


@dataclass(frozen=True)
class RecordedFinding:
    """What a finding said. ``answer`` is as at the release's date, ``best`` at the last date known."""

    id: str
    question: str
    title: str
    summary: str
    severity: str
    answer: str
    contested: bool
    reason: str
    best: str
    best_as_at: datetime.date
    premises: Mapping[str, RecordedClaim]
    others: Mapping[str, RecordedClaim]
    touches: tuple[Ref, ...]


@dataclass(frozen=True)
class Recorded:
    """All findings of a release, by id; the version of each question, and those whose rows were cut off."""

    as_at: datetime.date
    findings: Mapping[str, RecordedFinding]
    versions: Mapping[str, int]
    truncated: frozenset[str]


def read_recorded(file: Path, release: str) -> tuple[Recorded | None, str]:
    """The findings of the release, or None and a sentence that says why there are none to be compared."""
    try:
        content = json.loads(file.read_text(encoding="utf-8"))
        if content["format"] != FORMAT:
            return None, (
                f"The findings of release {release} are of format {content['format']}, which is not read "
                "here: 'run.py load' writes them anew."
            )
        if content["release"] != release:
            return None, f"The file {file.name} holds the findings of another release."
        return _recorded(content), ""
    except FileNotFoundError:
        return None, (
            f"There is no file of findings for release {release}: 'run.py load' on that release writes one."
        )
    except (OSError, ValueError, KeyError, TypeError, IndexError) as error:
        return None, f"The findings of release {release} cannot be read ({type(error).__name__}: {error})."


def _recorded(content: Mapping[str, Any]) -> Recorded:
    return Recorded(
        datetime.date.fromisoformat(content["as_at"]),
        {each["id"]: _finding(each) for each in content["findings"]},
        {each["name"]: each["version"] for each in content["questions"]},
        frozenset(each["name"] for each in content["questions"] if each["truncated"]),
    )


def _finding(row: Mapping[str, Any]) -> RecordedFinding:
    now, best = row["answers"][0], row["answers"][-1]
    return RecordedFinding(
        row["id"],
        row["question"],
        row["title"],
        row["summary"],
        row["severity"],
        now["answer"],
        now["contested"],
        now["reason"],
        best["answer"],
        datetime.date.fromisoformat(best["as_at"]),
        _claims(row, premise=True),
        _claims(row, premise=False),
        tuple(Ref(each["id"], each["name"]) for each in row["touches"]),
    )


def _claims(row: Mapping[str, Any], *, premise: bool) -> dict[str, RecordedClaim]:
    return {
        each["id"]: RecordedClaim(
            each["id"],
            each["statement"],
            each["text"],
            frozenset(f"{passage['short_title']}, {passage['locator']}" for passage in each["passages"]),
        )
        for group in row["groups"]
        if group["premise"] is premise
        for each in group["claims"]
    }
