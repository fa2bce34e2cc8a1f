"""Registers: lists that a public body keeps and publishes. Each has one small loader, all the same contract.

A loader turns rows of a register into rows of the sheets, so that what a register says passes the same gate
as what a curator wrote, and a complaint names the register's own row and column.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from loaders.errors import DataError, Problem, ToolError
from loaders.sources.keys import check_keys
from loaders.sources.registers.boards import ICB, ONS, REGIONS, SUCCESSION
from loaders.sources.registers.cqc import CQC
from loaders.sources.registers.entries import Entries
from loaders.sources.registers.given import Given
from loaders.sources.registers.layout import Line, read_lines
from loaders.sources.registers.ods import ECCG, ETR
from loaders.sources.registers.register import Loader, Read
from loaders.sources.rows import Reading, Row, Sheets
from ontology.terms import Ontology

LOADERS: Mapping[str, Loader] = {
    loader.name: loader for loader in (REGIONS, ICB, ONS, SUCCESSION, ETR, ECCG, CQC)
}
"""By name, in the order in which they are read: whoever refers to an organisation comes after it."""

PATTERNS: Mapping[str, tuple[str, ...]] = {name: loader.files for name, loader in LOADERS.items()}
"""The patterns of the file names of each register."""


@dataclass(frozen=True)
class Loaded:
    """What became of one register: how many rows it had, and how many were left out, by reason."""

    register: str
    file: str
    rows: int
    left_out: Mapping[str, int]


def with_registers(
    sheets: Sheets, files: Mapping[str, Given], ontology: Ontology, last: Mapping[str, int] | None = None
) -> tuple[Sheets, tuple[Loaded, ...]]:
    """``sheets`` with the rows that the register ``files`` add, whatever the order in which they are given.

    ``last`` maps a register's source to the number of its rows in the release before. Raises DataError with
    every problem of every register, and ToolError where a file cannot be read or its day is not known.
    """
    entries = Entries(sheets, ontology)
    described = {row.text("id"): row for row in sheets.rows["registers"]}
    loaded = []
    for name, loader in LOADERS.items():
        given = files.get(name)
        if given is None:
            continue
        about = described.get(name)
        if about is None:
            raise ToolError(f"registers.csv has no row for the register {name}.", "Restore it.")
        stated_at, confirmed_to = _days(given, about)
        lines, problems = read_lines(given.path, loader.layout)
        renamed = [_as_given(problem, given) for problem in problems]
        entries.problems += renamed or _counted(len(lines), given, about, last or {})
        lines = [Line(given.name, line.number, line.cells) for line in lines]
        if not renamed:
            _add_source(given, about, stated_at, confirmed_to, len(lines), entries)
        read = Read(about, given.name, stated_at, confirmed_to, loader.layout.read, tuple(lines))
        left_out = {why: count for why, count in loader.load(read, entries).items() if count}
        loaded.append(Loaded(name, given.name, len(lines), left_out))
    if entries.problems:
        raise DataError(entries.problems)
    rows = {sheet: (*found, *entries.rows.get(sheet, ())) for sheet, found in sheets.rows.items()}
    problems = check_keys(
        sheets.metadata,
        {
            table.file: Reading(table, rows[table.sheet], (), whole=True)
            for table in sheets.metadata.tables.values()
        },
    )
    if problems:
        raise DataError(problems)
    return Sheets(sheets.metadata, rows), tuple(loaded)


def _as_given(problem: Problem, given: Given) -> Problem:
    return Problem(given.name, problem.row, problem.column, problem.what, problem.do)


def _days(given: Given, about: Row) -> tuple[date, date]:
    """From when and until when the file can speak."""
    if given.day is not None:
        return given.day, given.day
    stated_at, confirmed_to = about["stated_at"], about["confirmed_to"]
    known = about["sha256"] is not None and about["sha256"] == given.sha256
    if known and isinstance(stated_at, date) and isinstance(confirmed_to, date):
        return stated_at, confirmed_to
    name = given.register
    what = f"The day that {given.name} speaks of is not known: it is not the copy that registers.csv names."
    raise ToolError(what, f"Give the day on which it was downloaded: {name}@YYYY-MM-DD={Path(given.path)}.")


def _counted(rows: int, given: Given, about: Row, last: Mapping[str, int]) -> list[Problem]:
    """What is wrong with the number of rows: expected numbers are data, in registers.csv."""
    least, most, most_change = (int(about.text(name)) for name in ("least", "most", "most_change"))
    do = "Check that the whole file arrived; if the register itself has changed, correct registers.csv."
    if not least <= rows <= most:
        what = f"The register has {rows:,} rows; from {least:,} to {most:,} are expected."
        return [Problem(given.name, 0, "", what, do)]
    before = last.get(about.text("source"))
    if before and abs(rows - before) * 100 > most_change * before:
        what = (
            f"The register has {rows:,} rows and had {before:,} in the release before: a change of "
            f"{abs(rows - before) * 100 / before:.0f} %, where {most_change} % are expected at most."
        )
        return [Problem(given.name, 0, "", what, do)]
    return []


def _add_source(
    given: Given, about: Row, stated_at: date, confirmed_to: date, rows: int, entries: Entries
) -> None:
    source = about.text("source")
    known = given.day is None
    entries.add(
        "sources",
        Line(given.name, 0, {}),
        {
            "id": source,
            "title": about.text("title"),
            "short_title": about.text("short_title"),
            "publisher": about.text("publisher"),
            "kind": "register",
            "stated_at": str(stated_at),
            "confirmed_to": str(confirmed_to),
            "dating_note": about.text("dating_note")
            if known
            else "The day was given with the file. Nothing in it is taken as known after that day.",
            "origin": source,
            "interest": about.text("interest"),
            "url": about.text("url"),
            "licence": about.text("licence"),
            "attribution": about.text("attribution"),
            "file": given.name,
            "sha256": given.sha256,
            "rows": str(rows),
        },
    )
