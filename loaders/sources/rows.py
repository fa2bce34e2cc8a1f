"""Rows of sheets, typed, each with the place where it stands."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from loaders.errors import Problem
from loaders.sources.cells import Value
from loaders.sources.csvw import Metadata, Table


@dataclass(frozen=True)
class Row:
    """One row: ``file`` and ``number`` say where it stands (the header is row 1), ``cells`` maps column to
    value.

    An empty cell is None; a column that takes several values has a tuple. ``columns`` maps a column to the
    one that its value was read from, where a register made the row.
    """

    file: str
    number: int
    cells: Mapping[str, Value]
    columns: Mapping[str, str] = field(default_factory=dict)

    def __getitem__(self, column: str) -> Value:
        return self.cells[column]

    def text(self, column: str) -> str:
        """The cell as text; "" where it is empty."""
        found = self.cells[column]
        return "" if found is None else str(found)

    def several(self, column: str) -> tuple[str, ...]:
        """The values of a column that takes several."""
        found = self.cells[column]
        return found if isinstance(found, tuple) else ()

    def problem(self, column: str, what: str, do: str) -> Problem:
        """A problem of this row's cell in ``column``."""
        return Problem(self.file, self.number, column, what, do)


@dataclass(frozen=True)
class Reading:
    """One sheet as far as it could be read. ``whole`` is False where rows or identifiers may be missing."""

    table: Table
    rows: tuple[Row, ...]
    problems: tuple[Problem, ...]
    whole: bool


@dataclass(frozen=True)
class Sheets:
    """All rows of all sheets; ``rows`` maps a sheet's name without .csv to its rows, in their order."""

    metadata: Metadata
    rows: Mapping[str, tuple[Row, ...]]

    def table(self, sheet: str) -> Table:
        """The description of a sheet, by its name without .csv."""
        return self.metadata.tables[f"{sheet}.csv"]
