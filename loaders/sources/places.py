"""Locators that sheets name, held against the list of all places (``units.csv``)."""

from __future__ import annotations

from collections.abc import Mapping

from loaders.errors import Problem
from loaders.sources.locators import locator_problem
from loaders.sources.rows import Reading

_POSITIONS, _SOURCES = "units.csv", "sources.csv"


def check_places(readings: Mapping[str, Reading]) -> list[Problem]:
    """Every locator that names no place of its document, and every document whose places are not listed.

    ``readings`` maps file to its reading. Documents without a grammar of locators are passed over.
    """
    listed, sources = readings[_POSITIONS], readings[_SOURCES]
    if not (listed.whole and sources.whole):
        return []
    places: dict[str, dict[str, None]] = {}  # a dict keeps the order of the document, which hints then follow
    for row in listed.rows:
        places.setdefault(row.text("document"), {})[row.text("locator")] = None
    problems = []
    for row in sources.rows:
        if row["locator_grammar"] is not None and row.text("id") not in places:
            what = f"The document has a grammar of locators, but {_POSITIONS} lists none of its places."
            problems.append(row.problem("locator_grammar", what, "Run: python3 run.py locators"))
    for reading in readings.values():
        if reading is listed:
            continue
        for document in (column.name for column in reading.table.columns if _SOURCES in column.references):
            problems += _unknown(reading, document, places)
    return problems


def _unknown(reading: Reading, document: str, places: Mapping[str, dict[str, None]]) -> list[Problem]:
    if all(column.name != "locator" for column in reading.table.columns):
        return []
    found = []
    for row in reading.rows:
        known = places.get(row.text(document))
        if known is None or row["locator"] is None:
            continue
        problem = locator_problem(row.text("locator"), known, row.file, row.number, "locator")
        if problem is not None:
            found.append(problem)
    return found
