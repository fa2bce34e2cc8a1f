"""From what a cell says to its value, or to what is wrong with it and how to mend it."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterable
from datetime import date, timedelta

from loaders.sources.csvw import Column

Value = str | int | bool | date | tuple[str, ...] | None
Scalar = str | int | bool | date

LONGEST_CELL = 10_000  # characters
GUARDED = "=+-@\t\r＝＋－＠"  # noqa: RUF001  (full-width forms, which spreadsheet programs take for the others)

_SLUG = "^[a-z0-9]+(-[a-z0-9]+)*$"
_ISO_DATE = re.compile(r"\d{4}-\d{2}-\d{2}")
_SCIENTIFIC = re.compile(r"\d+([.,]\d+)?E[+-]?\d+", re.IGNORECASE)
_DURATION = re.compile(
    r"P(?=\d|T\d)(\d+Y)?(\d+M)?(\d+D)?(T(?=\d)(\d+H)?(\d+M)?(\d+(\.\d+)?S)?)?"
)  # XML Schema 1.1, 3.3.6
_INVISIBLE = re.compile("[\x00-\x1f\x7f-\x9f\xad\u200b\u2060\ufeff]")
_FAULT = re.compile(r"#(REF|NAME|VALUE|DIV/0|NULL|NUM|N/A|SPILL|CALC)[!?]?")
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_EARLIEST, _LATEST = date(1800, 1, 1), date(2200, 1, 1)


class CellError(ValueError):
    """What is wrong with a cell (``what``) and what to change (``do``), each a sentence."""

    def __init__(self, what: str, do: str) -> None:
        self.what = what
        self.do = do
        super().__init__(f"{what} {do}")


def value(text: str, column: Column, concepts: Iterable[str] = ()) -> Value:
    """The value of a cell that says ``text``: None where it is empty, a tuple where the column takes several.

    ``concepts`` are the codes of the column's scheme. Raises CellError.
    """
    given, text = text, unguarded(text)
    _check_characters(text)
    if text == given and text and text[0] in GUARDED and _free(column):
        raise CellError(
            f"The cell begins with '{text[0]}', which a spreadsheet program runs as a formula.",
            "Put an apostrophe before it, or word it otherwise.",
        )
    if not text:
        if column.required:
            raise CellError("The cell is empty.", f"Fill it in. {column.description}")
        return () if column.separator else None
    known = list(concepts)
    if column.separator is None:
        return _single(text, column, known)
    parts = text.split(column.separator)
    for part in parts:
        if not part or part != part.strip():
            raise CellError(
                f"'{text}' has an empty value or a blank beside '{column.separator}'.",
                f"Write the values with '{column.separator}' between them and nothing else.",
            )
    if len(set(parts)) < len(parts):
        raise CellError(f"'{text}' names one value twice.", "Keep one of them.")
    return tuple(str(_single(part, column, known)) for part in parts)


def unguarded(text: str) -> str:
    """``text`` without the apostrophe that our exports put before what a spreadsheet program would run."""
    return text[1:] if len(text) > 1 and text[0] == "'" and text[1] in GUARDED else text


def near(given: str, known: Iterable[str], most: int = 3) -> str:
    """A sentence that names the likeliest of ``known``, or "" where none is like ``given``."""
    folded = {each.casefold(): each for each in sorted(known)}
    found = difflib.get_close_matches(given.casefold(), folded, most, 0.6)
    return f"Did you mean {' or '.join(repr(folded[each]) for each in found)}?" if found else ""


def _check_characters(text: str) -> None:
    if len(text) > LONGEST_CELL:
        raise CellError(
            f"The cell has {len(text):,} characters; {LONGEST_CELL:,} is the most.", "Shorten it."
        )
    if text != text.strip():
        raise CellError("The cell begins or ends with a blank.", "Delete the blank.")
    if "\n" in text or "\r" in text:
        raise CellError("The cell has a line break.", "Write it in one line.")
    invisible = _INVISIBLE.search(text)
    if invisible:
        raise CellError(
            f"The cell has an invisible character (U+{ord(invisible[0]):04X}).", "Type the cell again."
        )
    if "\ufffd" in text or "â€" in text or "Ã©" in text:
        raise CellError(
            "A program has spoilt characters of the cell.", "Type it again, and save the sheet as CSV UTF-8."
        )
    if text.startswith("#") and (_FAULT.fullmatch(text) or not text.strip("#")):
        raise CellError(f"A spreadsheet program left the fault {text}.", "Type the cell again.")


def _free(column: Column) -> bool:
    """Whether the column takes words of any kind."""
    return column.datatype == "string" and column.pattern is None and not column.scheme


def _single(text: str, column: Column, concepts: list[str]) -> Scalar:
    if column.scheme:
        return _concept(text, column.scheme, concepts)
    if column.datatype == "date":
        return _date(text)
    if column.datatype == "integer":
        return _integer(text, column)
    if column.datatype == "boolean":
        return _boolean(text)
    if column.datatype == "duration":
        if not _DURATION.fullmatch(text):
            raise CellError(
                f"'{text}' is not a duration.", "Write P2D for two days, PT24H for 24 hours, P1M for a month."
            )
        return text
    return _text(text, column)


def _concept(text: str, scheme: str, concepts: list[str]) -> str:
    if text in concepts:
        return text
    hint = near(text, concepts) or near(text.lower().replace(" ", "-"), concepts)
    codes = ", ".join(sorted(concepts))
    raise CellError(
        f"'{text}' is not a code of the scheme {scheme}.", f"{hint} The codes are: {codes}.".strip()
    )


def _date(text: str) -> date:
    if _ISO_DATE.fullmatch(text):
        try:
            found = date.fromisoformat(text)
        except ValueError:
            raise CellError(f"There is no day {text}.", "Look up the date in the source.") from None
        if not _EARLIEST <= found < _LATEST:
            raise CellError(f"{text} cannot be meant: the year is {found.year}.", "Correct the year.")
        return found
    how = "Write the date as year-month-day, such as 2026-04-03, and format the column as text."
    if re.fullmatch(r"\d{5}", text):
        day = date(1899, 12, 30) + timedelta(days=int(text))
        raise CellError(f"A spreadsheet program rewrote the date as the number {text} ({day}).", how)
    numbers = re.fullmatch(r"(\d{1,4})[/.-](\d{1,2})[/.-](\d{1,4})( .*)?", text)
    if numbers and not text.startswith(numbers.group(1).zfill(4)):
        both = int(numbers.group(1)) <= 12 and int(numbers.group(2)) <= 12
        doubt = " It may be day and month or month and day: look the date up." if both else ""
        raise CellError(f"A spreadsheet program rewrote the date as '{text}'.", how + doubt)
    if any(month in text.lower() for month in _MONTHS) and any(letter.isdigit() for letter in text):
        raise CellError(f"A spreadsheet program rewrote the date as '{text}'.", how)
    if _ISO_DATE.match(text):
        raise CellError(f"'{text}' is more than a date.", "Write the day alone, such as 2026-04-03.")
    raise CellError(f"'{text}' is not a date.", how)


def _integer(text: str, column: Column) -> int:
    if not re.fullmatch(r"0|[1-9][0-9]{0,17}", text):
        raise CellError(
            f"'{text}' is not a whole number.", "Write digits alone, without separators, signs or decimals."
        )
    number = int(text)
    if column.minimum is not None and number < column.minimum:
        raise CellError(f"{text} is too small.", f"The least is {column.minimum}.")
    return number


def _boolean(text: str) -> bool:
    if text in ("true", "false"):
        return text == "true"
    if text.lower() in ("true", "false"):
        raise CellError(
            f"A spreadsheet program rewrote the cell as {text}.",
            f"Write {text.lower()} in small letters, and format the column as text.",
        )
    raise CellError(f"'{text}' is neither true nor false.", "Write true or false, or leave the cell empty.")


def _text(text: str, column: Column) -> str:
    if column.longest is not None and len(text) > column.longest:
        raise CellError(
            f"The cell has {len(text):,} characters; {column.longest:,} is the most in this column.",
            "Shorten it.",
        )
    if column.pattern is None or column.pattern.fullmatch(text):
        return text
    if _SCIENTIFIC.fullmatch(text):
        raise CellError(
            f"A spreadsheet program rewrote the code as the number {text}.",
            "Look the code up, type it again, and format the column as text.",
        )
    if text.isdecimal():
        for width in range(len(text) + 1, len(text) + 9):
            if column.pattern.fullmatch(text.zfill(width)):
                raise CellError(
                    f"'{text}' is too short: a spreadsheet program may have dropped leading zeros.",
                    f"If so, write {text.zfill(width)}, and format the column as text.",
                )
    if column.pattern.pattern == _SLUG:
        slug = re.sub(r"[^a-z0-9]+", "-", text.lower()).strip("-")
        what = f"'{text}' is not an identifier: lower-case letters, digits and single hyphens."
        raise CellError(what, f"Write '{slug}'." if slug else column.description)
    raise CellError(f"'{text}' does not have the form that {column.label} takes.", column.description)
