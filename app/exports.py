"""An answer as a file to take away: CSV, XLSX, JSON, Markdown with citations. Pure functions to bytes.

No cell of a table is taken for a formula by a spreadsheet program; file names say what, as at when, from
which release.
"""

from __future__ import annotations

import csv
import datetime
import io
import json
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import xlsxwriter

from app import locators, wording
from app.cells import as_text, guarded
from queries.claims import Claim, Passage
from queries.findings import plain

CSV_TYPE, JSON_TYPE, MARKDOWN_TYPE = "text/csv", "application/json", "text/markdown"
XLSX_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
LONGEST_CELL = 32_767
CUT = " … (cut here: a cell of this format holds no more; the CSV file has all of it)"
_WIDEST, _NARROWEST = 60, 10
_FIXED = datetime.datetime(2000, 1, 1)  # no clock: the same answer gives the same bytes
_NOT_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_MARKS = re.compile(r"([\\`*_\[\]<>|#~&!])")


@dataclass(frozen=True)
class Entry:
    """One paragraph of the answer, with the claims that it cites."""

    text: str
    claims: tuple[Claim, ...]


@dataclass(frozen=True)
class Section:
    """Entries under a heading."""

    heading: str
    entries: tuple[Entry, ...]


@dataclass(frozen=True)
class Export:
    """What is taken away.

    ``facts``: what a reader must know of the answer, such as its date and caveat. ``columns`` and ``rows``:
    the table. ``sections``: the same in sentences. ``record``: the same for programs, as JSON.
    """

    name: str
    title: str
    facts: tuple[tuple[str, str], ...]
    columns: tuple[str, ...]
    rows: tuple[tuple[Any, ...], ...]
    sections: tuple[Section, ...]
    record: Mapping[str, Any]


def file_name(of: str, as_at: datetime.date, release: str, chosen: Sequence[str] = ()) -> str:
    """A file's name without its ending: what, what was chosen, as at when, from which release."""
    what = "--".join([of, *(re.sub(r"[^A-Za-z0-9.-]+", "-", each) for each in chosen)])
    return f"{what[:120]}--as-at-{as_at.isoformat()}--release-{release}"


def as_csv(columns: Sequence[str], rows: Iterable[Sequence[Any]]) -> bytes:
    """The table as CSV in UTF-8 with the mark by which Excel knows it; no cell is taken for a formula."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n", quoting=csv.QUOTE_ALL)
    writer.writerow([guarded(column) for column in columns])
    writer.writerows([guarded(as_text(cell)) for cell in row] for row in rows)
    return out.getvalue().encode("utf-8-sig", errors="replace")


def as_xlsx(export: Export) -> bytes:
    """The table as a workbook, what a reader must know of it on a second sheet; every cell is text."""
    out = io.BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    with xlsxwriter.Workbook(out, options) as book:
        book.set_properties({"title": export.title, "created": _FIXED})
        head = book.add_format({"bold": True, "text_wrap": True, "valign": "top", "bottom": 1})
        body = book.add_format({"text_wrap": True, "valign": "top"})
        answer = book.add_worksheet("Answer")
        table = [tuple(as_text(cell) for cell in row) for row in export.rows]
        _sheet(answer, [export.columns, *table], head, body)
        answer.freeze_panes(1, 0)
        about = book.add_worksheet("About this answer")
        _sheet(about, [(export.title, ""), *export.facts], head, body)
    return out.getvalue()


def as_json(export: Export) -> bytes:
    """The record as JSON in UTF-8."""
    text = json.dumps(export.record, ensure_ascii=False, indent=2, default=plain)
    return text.encode("utf-8", errors="replace") + b"\n"


def as_markdown(export: Export) -> bytes:
    """The answer in sentences; each ends with the numbers of the passages listed at the end."""
    numbers: dict[tuple[str, str], int] = {}
    cited: list[Passage] = []
    lines = [f"# {escaped(export.title)}", ""]
    lines += [f"* {escaped(name)}: {escaped(words)}" for name, words in export.facts]
    for section in export.sections:
        lines += ["", f"## {escaped(section.heading)}", ""]
        for entry in section.entries:
            marks = []
            for passage in (each for claim in entry.claims for each in claim.passages):
                place = (passage.document, passage.locator)
                if place not in numbers:
                    numbers[place] = len(numbers) + 1
                    cited.append(passage)
                marks.append(f"\\[{numbers[place]}\\]")
            lines.append(f"* {escaped(entry.text)} {' '.join(dict.fromkeys(marks))}".rstrip())
    if cited:
        lines += ["", "## Passages", ""]
        lines += [f"{number}. {_citation(passage)}" for number, passage in enumerate(cited, 1)]
    return ("\n".join(lines) + "\n").encode("utf-8", errors="replace")


def escaped(text: str) -> str:
    """A text in one line of Markdown, nothing in it taken for markup."""
    return _MARKS.sub(r"\\\1", " ".join(text.split()))


def claim_words(claim: Claim) -> str:
    """A claim in one paragraph: who says it, what, its marks, its condition."""
    parts = [f"{wording.said_by(claim)}: {claim.text}"]
    marks = wording.marks(claim)
    if marks:
        parts.append(f"({'; '.join(marks)})")
    parts.append(wording.condition(claim))
    return " ".join(part for part in parts if part)


def cited_words(claim: Claim) -> str:
    """The same with its places behind it, for one cell of a table."""
    by_document: dict[str, list[str]] = {}
    for passage in claim.passages:
        by_document.setdefault(passage.short_title, []).append(passage.locator)
    found = "; ".join(f"{title}, {locators.places(places)}" for title, places in by_document.items())
    return f"{claim_words(claim)} [{found}]" if found else claim_words(claim)


def _citation(passage: Passage) -> str:
    published = f" ({wording.short_day(passage.published)})" if passage.published else ""
    url = f" {_address(passage.url)}" if passage.url else ""
    return f"{escaped(passage.title)}{published}, {escaped(locators.place(passage.locator))}.{url}"


def _address(url: str) -> str:
    """A web address as a link that shows itself; as plain text where it is none."""
    plain_address = re.fullmatch(r"https?://[^\s<>]+", url)
    return f"<{url}>" if plain_address else escaped(url)


def _sheet(sheet: Any, rows: Sequence[Sequence[str]], head: Any, body: Any) -> None:
    for down, row in enumerate(rows):
        for across, cell in enumerate(row):
            text = guarded(cell)
            if len(text) > LONGEST_CELL:
                text = text[: LONGEST_CELL - len(CUT)] + CUT
            text = _NOT_XML.sub("\ufffd", text)
            sheet.write_string(down, across, text, head if down == 0 else body)
    for across in range(len(rows[0])):
        longest = max(len(row[across]) for row in rows)
        sheet.set_column(across, across, min(max(longest, _NARROWEST), _WIDEST))
