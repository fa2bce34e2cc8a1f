"""Tables as files for a spreadsheet program."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Sequence
from typing import Any

import streamlit as st

from app import wording
from app.cells import as_text, guarded
from queries.claims import Claim, Passage
from queries.wording import day

CLAIM_COLUMNS = (
    "Heading",
    "Who says so",
    "What is said",
    "Marks",
    "Only if",
    "Rests on",
    "Known from",
    "Known until",
    "Document",
    "Place",
    "Publisher's page",
)


def as_csv(columns: Sequence[str], rows: Iterable[Sequence[Any]]) -> bytes:
    """The table as CSV in UTF-8 with the mark by which Excel knows it; no cell is taken for a formula."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow([guarded(column) for column in columns])
    writer.writerows([guarded(as_text(cell)) for cell in row] for row in rows)
    return out.getvalue().encode("utf-8-sig")


def claim_rows(heading: str, claims: Iterable[Claim]) -> list[tuple[Any, ...]]:
    """One row for each claim and document, with the columns of ``CLAIM_COLUMNS``."""
    rows: list[tuple[Any, ...]] = []
    for claim in claims:
        by_document: dict[str, list[Passage]] = {}
        for passage in claim.passages:
            by_document.setdefault(passage.document, []).append(passage)
        for found in list(by_document.values()) or [[]]:
            rows.append(
                (
                    heading,
                    wording.said_by(claim),
                    claim.text,
                    wording.marks(claim),
                    claim.condition,
                    wording.FORCE_NOUNS.get(claim.force or "", ""),
                    day(claim.known_from),
                    day(claim.known_to),
                    found[0].short_title if found else "",
                    wording.places([each.locator for each in found]),
                    found[0].url if found else None,
                )
            )
    return rows


def offer(label: str, name: str, columns: Sequence[str], rows: Iterable[Sequence[Any]]) -> None:
    """A button that downloads the table; the page is not run again, so that a second download is not lost."""
    st.download_button(
        label, as_csv(columns, rows), f"{name}.csv", "text/csv", on_click="ignore", key=f"download-{name}"
    )
