"""Prints a table of an answer: for people, as CSV for a spreadsheet program, or as JSON for a program."""

from __future__ import annotations

import csv
import json
import sys
from collections.abc import Iterable, Mapping, Sequence
from enum import StrEnum
from typing import Any, TextIO

from rich.console import Console
from rich.table import Table
from rich.text import Text

from app.cells import as_text, guarded

NARROWEST = 12
"""Characters that a column needs for its words to be read; with less, rows are printed as blocks."""


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
    """Print ``rows`` on ``out`` (standard output where None).

    Where they were cut, the last line says so, also of CSV, so that a file never holds a part that passes for
    the whole; and so does standard error.
    """
    target = sys.stdout if out is None else out
    listed = list(rows)
    note = f"There are more rows: these are the first {len(listed) if limit is None else limit}."
    if form is Format.CSV:
        writer = csv.writer(target, lineterminator="\n")
        writer.writerow([guarded(column) for column in columns])
        writer.writerows([guarded(as_text(row.get(column))) for column in columns] for row in listed)
        if truncated:
            writer.writerow([note, *[""] * (len(columns) - 1)])
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
            print(note, file=target)
    if truncated:
        print(f"{note} Raise --limit to see more.", file=sys.stderr)


def _print_table(columns: Sequence[str], rows: Sequence[Mapping[str, Any]], target: TextIO) -> None:
    if Console(file=target).width < NARROWEST * len(columns):
        _print_records(columns, rows, target)
        return
    table = Table(show_lines=False)
    for column in columns:
        table.add_column(Text(column), overflow="fold")
    for row in rows:
        table.add_row(*(Text(as_text(row.get(column))) for column in columns))
    Console(file=target, highlight=False).print(table)
    print(_counted(rows), file=target)


def _print_records(columns: Sequence[str], rows: Sequence[Mapping[str, Any]], target: TextIO) -> None:
    """One block for each row: what a table of many columns cannot show on a narrow screen."""
    widest = max((len(column) for column in columns), default=0)
    for row in rows:
        for column in columns:
            cell = as_text(row.get(column))
            if cell:
                print(f"{column:<{widest}}  {cell}", file=target)
        print(file=target)
    print(_counted(rows), file=target)


def _counted(rows: Sequence[Mapping[str, Any]]) -> str:
    return f"{len(rows)} row{'s' if len(rows) != 1 else ''}"
