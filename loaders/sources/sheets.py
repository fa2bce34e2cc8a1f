"""The curated sheets, read strictly: typed rows, or every problem of every sheet at once.

What columns there are, and what each takes, comes from the CSVW file alone (``csvw``).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from loaders.errors import DataError, Problem, ToolError
from loaders.sources.cells import CellError, Value, near, value
from loaders.sources.csvw import FILE, Metadata, Table, read_metadata
from loaders.sources.keys import check_keys
from loaders.sources.places import check_places
from loaders.sources.rows import Reading, Row, Sheets
from loaders.sources.tabular import Record, read_records

if TYPE_CHECKING:  # a sheet without concepts is read where the ontology's libraries are not wanted
    from ontology.terms import Ontology

_PASSED_OVER = (".", "~$")
"""Beginnings of names that are left alone: hidden files, and what programs lay beside an open sheet."""


def read_sheets(folder: Path, ontology: Ontology) -> Sheets:
    """Read every sheet of ``folder`` by its CSVW file; concepts are those of ``ontology``.

    Raises DataError with every problem found, and ToolError where the folder or a file may not be read.
    Nothing is written.
    """
    if not folder.is_dir():
        raise ToolError(
            f"There is no folder {folder}.", "Set LANDSCAPE_SHEETS_FOLDER to the folder of the sheets."
        )
    metadata = read_metadata(folder)
    missing = _undescribed(metadata, ontology)
    if missing:
        raise DataError(missing)
    problems = _strangers(folder, metadata)
    readings: dict[str, Reading] = {}
    for table in metadata.tables.values():
        reading = read_sheet(folder, table, ontology.schemes)
        readings[table.file] = reading
        problems += reading.problems
    problems += check_keys(metadata, readings)
    problems += check_places(readings)
    if problems:
        raise DataError(problems)
    return Sheets(metadata, {reading.table.sheet: reading.rows for reading in readings.values()})


def read_sheet(folder: Path, table: Table, schemes: Mapping[str, Iterable[str]]) -> Reading:
    """Read one sheet by itself: its file, header and cells, not its keys. ``schemes``: codes by scheme."""
    path = folder / table.file
    if not path.exists():
        do = "Restore it: a sheet without rows still has its header."
        return Reading(table, (), (Problem(table.file, 0, "", "The sheet is missing.", do),), whole=False)
    records = read_records(path)
    if not records.rows:
        return Reading(table, (), records.problems, whole=False)
    header = records.rows[0].cells
    problems = [*records.problems, *_header(table, header)]
    names = {column.name for column in table.columns}
    if not names & set(header):
        return Reading(table, (), tuple(problems), whole=False)
    concepts = {
        column.name: tuple(schemes.get(column.scheme, ())) for column in table.columns if column.scheme
    }
    rows: list[Row] = []
    for record in records.rows[1:]:
        row, found = _row(table, header, record, concepts)
        problems += found
        if row is not None:
            rows.append(row)
    keys_there = all(name in header for name in table.key)
    return Reading(table, tuple(rows), tuple(problems), whole=not records.broken and keys_there)


def _undescribed(metadata: Metadata, ontology: Ontology) -> list[Problem]:
    needed = {*ontology.records, "organisations", "names", "registers", "retired", "units"}
    return [
        Problem(FILE, 0, "", f"The sheet {sheet}.csv is not described.", "Restore it from version control.")
        for sheet in sorted(needed)
        if f"{sheet}.csv" not in metadata.tables
    ]


def _strangers(folder: Path, metadata: Metadata) -> list[Problem]:
    problems = []
    for path in sorted(folder.iterdir()):
        if path.name in metadata.tables or path.name == FILE or path.name.startswith(_PASSED_OVER):
            continue
        hint = near(path.name, metadata.tables)
        what = f"{FILE} describes no such {'folder' if path.is_dir() else 'file'}, and nothing would read it."
        problems.append(
            Problem(path.name, 0, "", what, hint or f"Move it elsewhere, or describe it in {FILE}.")
        )
    return problems


def _header(table: Table, header: tuple[str, ...]) -> list[Problem]:
    names = [column.name for column in table.columns]
    if len(header) == 1 and len(names) > 1:
        for mark, called in ((";", "semicolons"), ("\t", "tabs")):
            if mark in header[0]:
                what = f"The cells are parted by {called}, not by commas."
                return [Problem(table.file, 1, "", what, "Save it again as 'CSV UTF-8 (comma delimited)'.")]
    problems = []
    for name, count in Counter(header).items():
        if name not in names:
            what = f"There is no column '{name}' in this sheet." if name else "A column has no heading."
            hint = near(name, [each for each in names if each not in header]) or "Delete the column."
            problems.append(Problem(table.file, 1, name, what, hint))
        elif count > 1:
            problems.append(
                Problem(table.file, 1, name, "The column is there twice.", "Delete one of the two.")
            )
    for name in names:
        if name not in header:
            order = ", ".join(names)
            do = f"Put it back, even if it stays empty. The columns are: {order}."
            problems.append(Problem(table.file, 1, name, "The column is missing.", do))
    if not problems and list(header) != names:
        do = f"Put them in this order: {', '.join(names)}."
        problems.append(Problem(table.file, 1, "", "The columns are in another order than described.", do))
    return problems


def _row(
    table: Table, header: tuple[str, ...], record: Record, concepts: Mapping[str, tuple[str, ...]]
) -> tuple[Row | None, list[Problem]]:
    if not any(record.cells):
        return None, [Problem(table.file, record.number, "", "The row is empty.", "Delete the row.")]
    cells: dict[str, Value] = {}
    problems: list[Problem] = []
    given = dict(zip(header, record.cells, strict=False))
    for column in table.columns:
        if column.name not in given:
            cells[column.name] = () if column.separator else None
            continue
        try:
            cells[column.name] = value(given[column.name], column, concepts.get(column.name, ()))
        except CellError as error:
            cells[column.name] = () if column.separator else None
            problems.append(Problem(table.file, record.number, column.name, error.what, error.do))
    if len(record.cells) != len(header):
        problems = [_ragged(table, header, record, problems)]
        key = table.columns[0]
        cells = {name: found if name == key.name else _nothing(table, name) for name, found in cells.items()}
    return Row(table.file, record.number, cells), problems


def _nothing(table: Table, name: str) -> Value:
    return () if table.column(name).separator else None


def _ragged(table: Table, header: tuple[str, ...], record: Record, problems: list[Problem]) -> Problem:
    """What is wrong with a row of too few or too many cells.

    Where a comma cut a text in two, the next cell does not fit its column: so the cell before is named.
    """
    what = f"The row has {len(record.cells)} cells and the header {len(header)}."
    if len(record.cells) < len(header):
        return Problem(
            table.file, record.number, "", what, "Add the commas that are missing, or close a quotation."
        )
    places = sorted(header.index(problem.column) for problem in problems)
    column = header[places[0] - 1] if places and places[0] > 0 else ""
    do = "Look for a comma in a cell without quotation marks, and put that cell in quotation marks."
    return Problem(table.file, record.number, column, what, do)
