"""Which statements come from each unit of the documents, or why none does: the sheet ``coverage.csv``.

A unit is a paragraph, bullet, glossary entry, figure, table row or reference: a place that is no sentence and
no heading, and that has words of its own beside the units in it. The statements come from ``evidence.csv``
(a position counts for its statement); the reasons are written by hand and kept.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from loaders.errors import ToolError
from loaders.sources.rows import Row, Sheets

COVERAGE = "coverage.csv"
HEADER = ("document", "locator", "statements", "reason")

_SENTENCE = re.compile(r" s\d+$")
_NO_UNIT = re.compile(
    r"(?<!^Findings \d)(?<!^Findings \d\d)(?<!^Recommendation \d) (heading( \d+)?|columns)$"
)
"""Headings are no units, but for those of numbered findings and recommendations, which say what was found."""


@dataclass(frozen=True)
class Covered:
    """One unit: its document and locator, the statements that come from it, sorted, or why there is none."""

    document: str
    locator: str
    statements: tuple[str, ...]
    reason: str

    @property
    def is_accounted_for(self) -> bool:
        """Whether it has statements or a reason."""
        return bool(self.statements or self.reason)


def units_of(locators: Sequence[str]) -> list[str]:
    """The units among all places of one document, in their order."""
    places = [place for place in locators if not _SENTENCE.search(place) and not _NO_UNIT.search(place)]
    whole = set(locators)
    parents = {other for other in places for place in places if place != other and _stands_in(place, other)}
    return [place for place in places if place not in parents or f"{place} s1" in whole]


def coverage_of(sheets: Sheets) -> list[Covered]:
    """Every unit of every document that has a grammar of locators, in the order of ``units.csv``."""
    statements = _statements_by_place(sheets.rows["evidence"], sheets.rows["positions"])
    reasons = {
        (row.text("document"), row.text("locator")): row.text("reason") for row in sheets.rows["coverage"]
    }
    locators: dict[str, list[str]] = {}
    for row in sheets.rows["units"]:
        locators.setdefault(row.text("document"), []).append(row.text("locator"))
    found = []
    for document, places in locators.items():
        for unit in units_of(places):
            names: set[str] = set()
            for (other, place), claimed in statements.items():
                if other == document and (place == unit or _SENTENCE.sub("", place) == unit):
                    names |= claimed
            found.append(Covered(document, unit, tuple(sorted(names)), reasons.get((document, unit), "")))
    return found


def share(covered: Iterable[Covered]) -> tuple[int, int, int]:
    """How many units there are, how many have statements, and how many a reason alone."""
    units = list(covered)
    stated = sum(1 for each in units if each.statements)
    return len(units), stated, sum(1 for each in units if not each.statements and each.reason)


def as_sheet(covered: Iterable[Covered]) -> str:
    """The content of ``coverage.csv``."""
    sheet = io.StringIO(newline="")
    writer = csv.writer(sheet, lineterminator="\n")
    writer.writerow(HEADER)
    for each in covered:
        writer.writerow((each.document, each.locator, "|".join(each.statements), each.reason))
    return sheet.getvalue()


def write_coverage(sheets_folder: Path, sheets: Sheets) -> list[Covered]:
    """Write ``coverage.csv`` anew, its reasons kept. Raises ToolError where it cannot be written."""
    covered = coverage_of(sheets)
    beside = sheets_folder / f".{COVERAGE}.new"
    try:
        beside.write_text(as_sheet(covered), encoding="utf-8", newline="")
        beside.replace(sheets_folder / COVERAGE)
    except OSError as error:
        raise ToolError(
            f"{COVERAGE} cannot be written to {sheets_folder} ({error.strerror}).",
            "Give this user the right to write there.",
        ) from error
    return covered


def _stands_in(place: str, other: str) -> bool:
    """Whether ``place`` is a part of ``other``: "3.2.14 b1" of "3.2.14", and "3.2.14" of "3.2"."""
    rest = place.removeprefix(other)
    return rest != place and bool(re.match(r" |\.\d", rest))


def _statements_by_place(
    evidence: Iterable[Row], positions: Iterable[Row]
) -> Mapping[tuple[str, str], set[str]]:
    of_position = {row.text("id"): row.text("statement") for row in positions}
    found: dict[tuple[str, str], set[str]] = {}
    for row in evidence:
        claimed = row.text("supports")
        place = row.text("document"), row.text("locator")
        found.setdefault(place, set()).add(of_position.get(claimed, claimed))
    return found
