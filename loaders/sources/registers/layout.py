"""What each column of a register's file is, and how its rows are read. No column goes unaccounted for."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from loaders.errors import Problem
from loaders.sources.cells import near
from loaders.sources.tabular import Record, read_records

LONGEST_REGISTER = 100_000_000  # bytes; the largest known, the directory of the CQC, has some 19 million

Use = Literal["mapped", "checked", "left out", "reserved"]


@dataclass(frozen=True)
class Field:
    """One column. ``name`` is its heading, or ours where the file has none.

    ``use``: "mapped" becomes statements or things, "checked" is held against what they say, "left out" is
    not read, "reserved" must be empty. ``why`` says what becomes of it, or why nothing does.
    """

    name: str
    use: Use
    why: str


@dataclass(frozen=True)
class Layout:
    """The columns of a file in their order; ``headed`` says whether its first row names them."""

    headed: bool
    fields: tuple[Field, ...]

    @property
    def names(self) -> tuple[str, ...]:
        """The columns' names, in order."""
        return tuple(field.name for field in self.fields)

    @property
    def read(self) -> tuple[str, ...]:
        """The names of the columns that are mapped or checked, in order."""
        return tuple(field.name for field in self.fields if field.use in ("mapped", "checked"))


@dataclass(frozen=True)
class Line:
    """One row of a register: ``number`` as a spreadsheet program shows it, ``cells`` by column, stripped."""

    file: str
    number: int
    cells: Mapping[str, str]

    def __getitem__(self, column: str) -> str:
        return self.cells[column]

    def problem(self, column: str, what: str, do: str) -> Problem:
        """A problem of this row's cell in ``column``."""
        return Problem(self.file, self.number, column, what, do)


def read_lines(path: Path, layout: Layout) -> tuple[list[Line], list[Problem]]:
    """The rows of the file at ``path`` that have the layout's columns, and everything wrong with the others.

    Raises ToolError where this user may not read the file.
    """
    records = read_records(path, LONGEST_REGISTER, None if layout.headed else layout.names)
    problems = list(records.problems)
    rows = list(records.rows)
    if layout.headed and rows:
        found = _heading(path.name, rows.pop(0), layout)
        if found:
            return [], [*problems, *found]
    lines = []
    for record in rows:
        if not any(cell.strip() for cell in record.cells):
            problems.append(Problem(path.name, record.number, "", "The row is empty.", "Delete the row."))
        elif len(record.cells) != len(layout.fields):
            problems.append(_ragged(path.name, record, layout))
        else:
            cells = {
                name: " ".join(cell.split()) for name, cell in zip(layout.names, record.cells, strict=True)
            }
            lines.append(Line(path.name, record.number, cells))
    problems += [problem for line in lines for problem in _filled(line, layout)]
    if not lines and not problems:
        problems.append(
            Problem(path.name, 0, "", "The register has no rows.", "Give the file as it was downloaded.")
        )
    return lines, problems


def _heading(file: str, heading: Record, layout: Layout) -> list[Problem]:
    if heading.cells == layout.names:
        return []
    problems = []
    for name in heading.cells:
        if name not in layout.names:
            hint = near(name, layout.names)
            what = f"There is no column '{name}' in the layout of this register."
            do = hint or "The register has changed: its layout has to be looked at before it is loaded."
            problems.append(Problem(file, 1, name, what, do))
    for name in layout.names:
        if name not in heading.cells:
            what = "The column is missing."
            do = f"Give the file as it was downloaded. Its columns are: {', '.join(layout.names)}."
            problems.append(Problem(file, 1, name, what, do))
    if not problems:
        what = "The columns are there twice or in another order than in the layout."
        problems.append(Problem(file, 1, "", what, f"The order is: {', '.join(layout.names)}."))
    return problems


def _ragged(file: str, record: Record, layout: Layout) -> Problem:
    what = f"The row has {len(record.cells)} cells; the register has {len(layout.fields)} columns."
    do = "Look for a comma in a cell without quotation marks, or for a row that was cut."
    return Problem(file, record.number, "", what, do)


def _filled(line: Line, layout: Layout) -> Iterator[Problem]:
    for field in layout.fields:
        if field.use == "reserved" and line[field.name]:
            what = f"'{line[field.name]}' stands in a column that was empty when its layout was described."
            yield line.problem(
                field.name, what, "Find out what the column now holds, and say so in its layout."
            )
