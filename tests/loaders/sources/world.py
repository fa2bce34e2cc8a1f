"""A small folder of sheets without a fault, to damage in tests."""

from __future__ import annotations

import csv
import io
from pathlib import Path

from loaders.errors import DataError, Problem
from loaders.settings import CHECKOUT
from loaders.sources.csvw import FILE, read_metadata
from loaders.sources.rows import Sheets
from loaders.sources.sheets import read_sheets
from ontology.terms import load

DATA = CHECKOUT / "data"
METADATA = read_metadata(DATA)

CELLS: dict[str, list[dict[str, str]]] = {
    "organisations": [
        {"id": "mill-trust", "name": "Mill Trust", "thing": "body", "kind": "other", "ods_code": "RA1"},
        {
            "id": "hill-office",
            "name": "Hill Office",
            "thing": "unit",
            "kind": "office",
            "part_of": "mill-trust",
        },
    ],
    "classes": [
        {"id": "mills", "name": "Mills", "rule": "Grinds corn.", "source": "mill-book", "locator": "4.1"},
    ],
    "samples": [
        {"id": "millers-heard", "name": "Millers heard", "drawn_from": "mills", "heard_by": "mill-report"},
    ],
    "names": [{"thing": "mill-trust", "name": "The Mill", "reason": "Short form."}],
    "sources": [
        {
            "id": "mill-report",
            "title": "Report on mills",
            "kind": "read",
            "stated_at": "2024-05-01",
            "confirmed_to": "2024-12-31",
            "origin": "mill-report",
            "url": "https://example.org/mills",
            "licence": "Open",
            "attribution": "Mill Office",
            "file": "mills.txt",
            "sha256": "0" * 64,
            "locator_grammar": "hssib-report",
        },
        {
            "id": "mill-book",
            "title": "Book of mills",
            "kind": "read",
            "stated_at": "2023-02-01",
            "confirmed_to": "2025-06-30",
            "origin": "mill-book",
            "url": "https://example.org/book",
            "licence": "Open",
            "attribution": "Mill Office",
        },
    ],
    "oversight": [
        {
            "id": "office-oversees-mills",
            "text": "The office watches every mill.",
            "subject": "hill-office",
            "object": "mills",
            "topic": "safety",
            "polarity": "holds",
            "force": "guidance",
            "strength": "should",
            "basis": "official-statement",
            "asserted_by": "hill-office",
            "verification": "checked",
            "oversight_kind": "oversight",
        },
    ],
    "positions": [
        {
            "id": "millers-dispute-oversight",
            "statement": "office-oversees-mills",
            "party": "millers-heard",
            "stance": "disputes",
            "text": "Nobody has watched them.",
            "basis": "interview-account",
            "quantifier": "some",
        },
    ],
    "evidence": [
        {"supports": "office-oversees-mills", "document": "mill-report", "locator": "1.2 s1"},
        {"supports": "office-oversees-mills", "document": "mill-book", "locator": "page 4"},
        {"supports": "millers-dispute-oversight", "document": "mill-report", "locator": "1.2 s2"},
    ],
    "units": [
        {"document": "mill-report", "locator": "1.2", "start": "10", "end": "90", "sha256": "1" * 64},
        {"document": "mill-report", "locator": "1.2 s1", "start": "10", "end": "40", "sha256": "2" * 64},
        {"document": "mill-report", "locator": "1.2 s2", "start": "41", "end": "90", "sha256": "3" * 64},
    ],
}


class World:
    """The folder, and what tests do to it. Rows are counted as in a spreadsheet: the header is row 1."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        folder.mkdir(parents=True, exist_ok=True)
        (folder / FILE).write_bytes((DATA / FILE).read_bytes())
        for table in METADATA.tables.values():
            header = [column.name for column in table.columns]
            rows = [[row.get(name, "") for name in header] for row in CELLS.get(table.sheet, [])]
            self.lay(table.sheet, [header, *rows])

    def path(self, sheet: str) -> Path:
        """The file of a sheet."""
        return self.folder / f"{sheet}.csv"

    def grid(self, sheet: str) -> list[list[str]]:
        """The cells of a sheet as they are now, header first."""
        return list(csv.reader(io.StringIO(self.path(sheet).read_text(encoding="utf-8"), newline="")))

    def lay(self, sheet: str, grid: list[list[str]]) -> None:
        """Write a sheet."""
        file = io.StringIO(newline="")
        csv.writer(file, lineterminator="\n").writerows(grid)
        self.path(sheet).write_text(file.getvalue(), encoding="utf-8")

    def set(self, sheet: str, row: int, column: str, text: str) -> None:
        """Change one cell."""
        grid = self.grid(sheet)
        grid[row - 1][grid[0].index(column)] = text
        self.lay(sheet, grid)

    def add(self, sheet: str, **cells: str) -> None:
        """Add a row at the end."""
        grid = self.grid(sheet)
        self.lay(sheet, [*grid, [cells.get(name, "") for name in grid[0]]])

    def replace(self, sheet: str, old: bytes, new: bytes) -> None:
        """Change bytes of a file, once."""
        raw = self.path(sheet).read_bytes()
        assert old in raw
        self.path(sheet).write_bytes(raw.replace(old, new, 1))

    def read(self) -> Sheets:
        """Read the sheets strictly."""
        return read_sheets(self.folder, load())

    def problems(self) -> list[Problem]:
        """What the reader has to say; [] where the sheets are good."""
        try:
            self.read()
        except DataError as error:
            return list(error.problems)
        return []

    def only_problem(self) -> Problem:
        """The one problem that there is."""
        found = self.problems()
        assert len(found) == 1, found
        return found[0]
