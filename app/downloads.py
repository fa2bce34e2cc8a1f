"""What can be taken away from a page, and the buttons for it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import partial
from typing import Any

import streamlit as st

from app import answers, exports, locators, wording
from app.exports import Entry, Export, Section
from app.frame import Frame, show
from app.markup import element
from queries.asking import Asked
from queries.claims import Claim, Passage
from queries.finding import Finding
from queries.header import Question
from queries.waivers import waiver_words
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
FINDING_COLUMNS = ("Finding", "In short", "How sure", "Known from", "Known until", "Waived")
"""What stands before an answer's own columns where its rows are findings."""
LICENCE = "Creative Commons Attribution 4.0; each source keeps its own licence"
FORMATS = (
    ("CSV", "csv", exports.CSV_TYPE, lambda export: exports.as_csv(export.columns, export.rows)),
    ("XLSX", "xlsx", exports.XLSX_TYPE, exports.as_xlsx),
    ("JSON", "json", exports.JSON_TYPE, exports.as_json),
    ("Markdown with citations", "md", exports.MARKDOWN_TYPE, exports.as_markdown),
)
"""Name, ending, type and maker of each format."""


def offer_all(export: Export) -> None:
    """A heading and a button for each format; a file is made when its button is pressed.

    The page is not run again, so that a second download is not lost.
    """
    show(element("h2", "Take it away"))
    with st.container(horizontal=True):
        for name, ending, kind, make in FORMATS:
            st.download_button(
                f"Download {name}",
                partial(make, export),
                f"{export.name}.{ending}",
                kind,
                on_click="ignore",
                key=f"download-{ending}",
            )


def offer(label: str, name: str, columns: Sequence[str], rows: Iterable[Sequence[Any]]) -> None:
    """A button that downloads the table as CSV; as for ``offer_all``, the page is not run again."""
    content = exports.as_csv(columns, rows)
    st.download_button(
        label, content, f"{name}.csv", exports.CSV_TYPE, on_click="ignore", key=f"download-{name}"
    )


def answer_export(frame: Frame, asked: Asked, found: Sequence[Finding], chosen: Mapping[str, str]) -> Export:
    """The answer to a question; ``chosen`` has what was chosen, by the parameter's name, in words."""
    question = asked.question
    first = () if question.listing else FINDING_COLUMNS
    columns = [column for column in question.columns if column.type != "id"]
    headings = [*first, *(wording.column(column.name) for column in columns)]
    headings += [group.heading for group in question.evidence]
    rows = []
    entries = []
    for number, row in enumerate(asked.rows):
        claims = {
            claim.id: claim for group in question.evidence for claim in answers.claims_of(asked, row, group)
        }
        cells: list[Any] = []
        if question.listing:
            shown = [
                (wording.column(each.name), answers.value_words(each, row[each.name])) for each in columns
            ]
            text = "; ".join(f"{name}: {words}" for name, words in shown if words != "–")
        else:
            finding = found[number]
            sure = answers.sure(finding)
            cells += [
                finding.title,
                finding.summary,
                sure,
                *map(_day, (finding.known_from, finding.known_to)),
                waiver_words(finding),
            ]
            text = f"{finding.title}. {finding.summary} {sure}. {waiver_words(finding)}".strip()
            claims = {claim.id: claim for group in finding.groups for claim in group.claims}
        cells += [row[column.name] for column in columns]
        cells += [
            [exports.cited_words(claim) for claim in answers.claims_of(asked, row, group)]
            for group in question.evidence
        ]
        rows.append(tuple(cells))
        entries.append(Entry(text, tuple(claims.values())))
    if asked.truncated:
        rows.append((f"Not the whole answer: {_cut(asked)}", *[None] * (len(headings) - 1)))
    types = {each.name: each.type for each in question.parameters}
    asked_about = (f"{wording.parameter(name, types[name])}: {words}" for name, words in chosen.items())
    facts = [
        ("Asked about", "; ".join(asked_about)),
        ("As at", wording.short_day(asked.as_at)),
        ("Whole answer", _whole(asked)),
        *_facts(frame, question),
    ]
    if asked.empty is not None:
        facts.insert(2, ("Answer", f"{asked.empty.answer}. {_line(asked.empty.reason)}"))
    name = exports.file_name(
        question.name, asked.as_at, frame.release.id, [*map(str, _values(asked).values())]
    )
    record = {
        "question": question.question,
        "name": question.name,
        "version": question.version,
        "as_at": asked.as_at,
        "release": frame.release.id,
        "parameters": _values(asked),
        "truncated": asked.truncated,
        "empty": asked.empty,
        "caveat": _line(question.caveat),
        "definition": _line(question.definition),
        "licence": LICENCE,
        "findings": list(found),
        "rows": asked.rows,
        "claims": dict(asked.claims),
    }
    return Export(
        f"{name}--part-only" if asked.truncated else name,
        question.question,
        tuple((name, words) for name, words in facts if words),
        tuple(headings),
        tuple(rows),
        (Section("Answer", tuple(entries)),),
        record,
    )


def finding_export(frame: Frame, question: Question, finding: Finding) -> Export:
    """One finding: its claims, one row for each claim and document."""
    facts = [
        ("In short", finding.summary),
        *((f"As at {day(each.as_at)}", f"{each.answer}. {each.reason}") for each in finding.answers),
        ("Weight", f"{wording.SEVERITIES[finding.severity]}. {finding.severity_reason}"),
        *([] if finding.waiver is None else [("Waiver", waiver_words(finding))]),
        *_facts(frame, question),
    ]
    return Export(
        exports.file_name(finding.id, frame.as_at, frame.release.id),
        finding.title,
        tuple(facts),
        CLAIM_COLUMNS,
        tuple(row for group in finding.groups for row in claim_rows(group.heading, group.claims)),
        tuple(
            Section(group.heading, tuple(Entry(exports.claim_words(each), (each,)) for each in group.claims))
            for group in finding.groups
        ),
        {"release": frame.release.id, "as_at": frame.as_at, "licence": LICENCE, "finding": finding},
    )


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
                    locators.places([each.locator for each in found]),
                    found[0].url if found else None,
                )
            )
    return rows


def _facts(frame: Frame, question: Question) -> list[tuple[str, str]]:
    return [
        ("Release", frame.release.id),
        ("Before you rely on this", _line(question.caveat)),
        ("What counts", _line(question.definition)),
        ("Judgements made", " ".join(question.judgements)),
        ("Licence", LICENCE),
    ]


def _values(asked: Asked) -> dict[str, Any]:
    return {name: value for name, value in asked.parameters.items() if value is not None}


def _whole(asked: Asked) -> str:
    if asked.truncated:
        return f"No: {_cut(asked)}"
    return "Yes"


def _cut(asked: Asked) -> str:
    return f"these are the first {len(asked.rows)} rows, and there are more."


def _day(date: Any) -> str:
    return day(date) if date is not None else ""


def _line(text: str) -> str:
    return " ".join(text.split())
