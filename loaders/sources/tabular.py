"""From the bytes of a CSV file to its records, with every reason why a file is no proper CSV file."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from loaders.errors import Problem, ToolError

LONGEST_FILE = 20_000_000  # bytes; the sheets are edited by hand, and the largest has some 30,000
LONGEST_ROW = 1_000_000  # bytes; no row of a sheet or a register comes near it

_SAVE = "Save it again as 'CSV UTF-8 (comma delimited)'."
_SIGNATURES = (
    (b"PK\x03\x04", "is a zip file or an Excel workbook, not a CSV file"),
    (b"\xd0\xcf\x11\xe0", "is an old Excel workbook, not a CSV file"),
    (b"%PDF", "is a PDF, not a CSV file"),
    (b"\xff\xfe", "is UTF-16, not UTF-8"),
    (b"\xfe\xff", "is UTF-16, not UTF-8"),
)


@dataclass(frozen=True)
class Record:
    """One row as written; ``number`` is the row that a spreadsheet program shows (the header is 1)."""

    number: int
    cells: tuple[str, ...]


@dataclass(frozen=True)
class Records:
    """The rows of a file, header first, as far as it could be read, and what is wrong with the file.

    ``broken`` says that rows are missing from the point of the last problem.
    """

    rows: tuple[Record, ...]
    problems: tuple[Problem, ...]
    broken: bool = False


def read_records(path: Path, longest: int = LONGEST_FILE, unheaded: tuple[str, ...] | None = None) -> Records:
    """Read the CSV file at ``path``, of at most ``longest`` bytes.

    ``unheaded``: what its columns are called, where it has no header. Its faults are problems; ToolError
    where this user may not read it.
    """
    file = path.name
    try:
        size = path.stat().st_size
        if size > longest:
            row = _row_without_end(path, longest)
            what = f"The file has {size:,} bytes; {longest:,} is the most that is read."
            do = f"Look for {'the end of this row' if row else 'rows that repeat'}."
            return Records((), (Problem(file, row, "", what, do),))
        raw = path.read_bytes()
    except IsADirectoryError:
        return Records(
            (), (Problem(file, 0, "", "This is a folder, not a CSV file.", "Put the file there."),)
        )
    except OSError as error:
        raise ToolError(
            f"The file {path} cannot be read ({error.strerror}).", "Give this user the right to read it."
        ) from error
    text, problem = _decoded(file, raw, unheaded)
    if text is None:
        return Records((), () if problem is None else (problem,))
    records = _records(file, text, unheaded is None)
    return records if problem is None else Records(records.rows, (problem, *records.problems), records.broken)


def _row_without_end(path: Path, most: int) -> int:
    """The row that is longer than LONGEST_ROW, within the first ``most`` bytes; 0 where there is none."""
    row = quotes = 0
    with path.open("rb") as stream:
        while stream.tell() < most:
            line = stream.readline(LONGEST_ROW + 1)
            row += quotes % 2 == 0  # a line break between quotation marks does not end a row
            if len(line) > LONGEST_ROW:
                return row
            quotes += line.count(b'"')
    return 0


def _decoded(file: str, raw: bytes, unheaded: tuple[str, ...] | None) -> tuple[str | None, Problem | None]:
    """The file's text, or what is wrong, or both where the rest can still be read for further faults."""
    for signature, what in _SIGNATURES:
        if raw.startswith(signature):
            return None, Problem(file, 0, "", f"The file {what}.", _SAVE)
    if b"\x00" in raw:
        if raw.count(b"\x00") * 3 > len(raw):
            return None, Problem(file, 0, "", "The file looks like UTF-16, not UTF-8.", _SAVE)
        row, column = _place(raw, raw.index(b"\x00"), unheaded)
        return None, Problem(file, row, column, "There is a NUL byte.", "Delete it or type the cell again.")
    try:
        return raw.decode("utf-8-sig"), None
    except UnicodeDecodeError as error:
        row, column = _place(raw, error.start, unheaded)
        meant = raw[error.start : error.start + 1].decode("cp1252", errors="replace")
        what = f"The file is not UTF-8: byte 0x{raw[error.start]:02X}, in Windows encoding '{meant}'."
        return raw.decode("cp1252", errors="ignore"), Problem(file, row, column, what, _SAVE)


def _place(raw: bytes, position: int, unheaded: tuple[str, ...] | None) -> tuple[int, str]:
    """Row and column name of a byte: counts rows and commas that are outside quotation marks."""
    row, column, quoted = 1, 0, False
    for byte in raw[:position]:
        if byte == 0x22:
            quoted = not quoted
        elif not quoted and byte == 0x0A:
            row, column = row + 1, 0
        elif not quoted and byte == 0x2C:
            column += 1
    names = raw.split(b"\n", 1)[0].decode("utf-8-sig", errors="replace").strip().split(",")
    if unheaded is not None:
        names = list(unheaded)
    elif row == 1:
        names = []
    return row, names[column] if column < len(names) else ""


def _records(file: str, text: str, headed: bool) -> Records:
    if not text.strip():
        what, do = "The file is empty.", "Give the file as it was downloaded."
        if headed:
            what, do = (
                "The file is empty: even a sheet without rows has its header.",
                "Restore the header row.",
            )
        return Records((), (Problem(file, 0, "", what, do),))
    rows: list[Record] = []
    try:
        for number, cells in enumerate(_reader(text), start=1):
            rows.append(Record(number, tuple(cells)))
    except csv.Error as error:
        return Records(tuple(rows), (_broken(file, len(rows) + 1, str(error)),), broken=True)
    return Records(tuple(rows), ())


def _reader(text: str) -> Iterator[list[str]]:
    return csv.reader(io.StringIO(text, newline=""), strict=True)


def _broken(file: str, row: int, why: str) -> Problem:
    if "field larger" in why:
        what = f"A cell is longer than {csv.field_size_limit():,} characters."
        return Problem(file, row, "", what, "Look for a quotation mark that is opened and never closed.")
    if "end of data" in why:
        what = "A quotation mark is opened here and never closed."
        return Problem(file, row, "", what, 'Close it, and write a quotation mark within a cell twice ("").')
    what = f"The row cannot be cut into cells ({why})."
    do = 'Put the whole cell in quotation marks and write those within it twice ("").'
    return Problem(file, row, "", what, do)
