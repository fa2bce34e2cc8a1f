"""Prints a table of an answer: for people, as CSV for a spreadsheet program, or as JSON for a program."""

from __future__ import annotations

import csv
import datetime
import json
import sys
from collections.abc import Iterable, Mapping, Sequence
from enum import StrEnum
from typing import Any, TextIO

from rich.console import Console
from rich.table import Table
from rich.text import Text

DANGEROUS_STARTS = ("=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠")  # noqa: RUF001
"""What a spreadsheet program takes for the start of a formula, full-width forms included (OWASP ASVS
1.2.10).
"""


class Format(StrEnum):
    """How rows are printed."""

    TABLE = "table"
    CSV = "csv"
    JSON = "json"


def print_rows(
    columns: Sequence[str],
    rows: Iterable[Mapping[str, Any]],
    form: Format,
    *,
    truncated: bool = False,
    limit: int | None = None,
    out: TextIO | None = None,
) -> None:
    """Print ``rows`` on ``out`` (standard output where None); say on standard error where they were cut."""
    target = sys.stdout if out is None else out
    listed = list(rows)
    if form is Format.CSV:
        writer = csv.writer(target, lineterminator="\n")
        writer.writerow([guarded(column) for column in columns])
        writer.writerows([guarded(as_text(row.get(column))) for column in columns] for row in listed)
    elif form is Format.JSON:
        content = [{column: row.get(column) for column in columns} for row in listed]
        json.dump(
            {"columns": list(columns), "rows": content, "truncated": truncated},
            target,
            ensure_ascii=False,
            indent=2,
            default=as_text,
        )
        target.write("\n")
    else:
        _print_table(columns, listed, target)
    if truncated:
        shown = f"the first {limit if limit is not None else len(listed)}"
        print(f"There are more rows: these are {shown}. Raise --limit to see more.", file=sys.stderr)


def _print_table(columns: Sequence[str], rows: Sequence[Mapping[str, Any]], target: TextIO) -> None:
    table = Table(show_lines=False)
    for column in columns:
        table.add_column(Text(column), overflow="fold")
    for row in rows:
        table.add_row(*(Text(as_text(row.get(column))) for column in columns))
    Console(file=target, highlight=False).print(table)
    count = len(rows)
    print(f"{count} row{'s' if count != 1 else ''}", file=target)


def as_text(value: Any) -> str:
    """A value as a reader sees it: nothing for null, dates in ISO 8601, lists with semicolons between."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, datetime.date | datetime.time):
        return value.isoformat()
    if isinstance(value, list | tuple):
        return "; ".join(as_text(item) for item in value)
    if isinstance(value, dict):
        return json.dumps(value, ensure_ascii=False, default=as_text)
    return str(value)


def guarded(cell: str) -> str:
    """``cell`` so that no spreadsheet program runs it:

    an apostrophe goes before what starts like a formula.
    """
    return "'" + cell if cell.startswith(DANGEROUS_STARTS) and not _is_number(cell) else cell


def _is_number(cell: str) -> bool:
    try:
        float(cell)
    except ValueError:
        return False
    return cell[0] in "+-"
