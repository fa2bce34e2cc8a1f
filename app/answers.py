"""The answer to a question as a table for readers: which columns, what each cell says, where it is found.

Pure functions from what ``queries`` gives to pieces of markup; the page lays them out.
"""

from __future__ import annotations

import datetime
from collections.abc import Collection, Mapping, Sequence
from typing import Any

from app import wording
from app.markup import Cell, Html, address, element, joined, link, passages, table, tags
from queries.asking import Asked
from queries.claims import Claim
from queries.finding import Finding
from queries.header import Column, EvidenceGroup, Question
from queries.waivers import counted, waiver_words

AT_ONCE = 4
"""Columns beside the first; with more, nobody can read a row, and the rest stand in one cell."""
LONG = 60
"""Characters on average beyond which a column is too long to stand beside others."""
PLACES = 4
"""Claims whose places are shown in a cell at once."""
ROWS = 50
"""Rows on one page."""
SENTENCE = "text"
"""The column in which a claim is said in one sentence."""
WHERE, FURTHER = "Where it is written", "More"


def shown_columns(asked: Asked) -> list[Column]:
    """The columns that a reader sees: none that holds identifiers, none that is empty in every row."""
    return [
        column
        for column in asked.question.columns
        if column.type != "id"
        and not column.name.endswith("_ids")
        and any(row[column.name] not in (None, "", []) for row in asked.rows)
    ]


def arranged(asked: Asked) -> tuple[list[Column], list[Column]]:
    """The columns that stand beside each other, what is said in a sentence first; then the rest.

    Beside each other stand names, then what most rows fill, as long as it is short.
    """
    columns = shown_columns(asked)
    first = [column for column in columns if column.name == SENTENCE] or columns[:1]
    others = [column for column in columns if column not in first]

    def weight(column: Column) -> tuple[bool, bool, int]:
        texts = [words for row in asked.rows if (words := value_words(column, row[column.name])) != "–"]
        too_long = sum(map(len, texts)) > LONG * len(texts)
        return too_long, not column.name.endswith("_name"), -len(texts)

    beside = sorted(others, key=weight)[:AT_ONCE]
    return (
        first + [column for column in others if column in beside],
        [column for column in others if column not in beside],
    )


def left_out(asked: Asked) -> list[str]:
    """The headings of the columns that are empty in every row."""
    shown = {column.name for column in shown_columns(asked)}
    return [
        wording.column(column.name)
        for column in asked.question.columns
        if column.name not in shown and column.type != "id" and not column.name.endswith("_ids")
    ]


def value_words(column: Column, value: Any) -> str:
    """A value as readers see it: a code in words, a date as 1 July 2022, an empty one as a dash."""
    if value is None or value in ("", []):
        return "–"
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, datetime.date):
        return wording.short_day(value)
    if isinstance(value, list | tuple):
        return "; ".join(value_words(column, each) for each in value)
    return wording.code(column.name, str(value))


def value_cell(column: Column, row: Mapping[str, Any], linked: Collection[str], as_at: str | None) -> Cell:
    """The cell of a column; a name becomes a link where its thing (one of ``linked``) has a page."""
    words = value_words(column, row[column.name])
    identifier = row.get(column.name.removesuffix("_name")) if column.name.endswith("_name") else None
    if identifier in linked:
        return link(address("body", str(identifier), as_at=as_at), words)
    ids = row.get("body_ids") if column.name == "bodies" else None
    if ids and len(ids) == len(row["bodies"]):
        pairs = zip(ids, row["bodies"], strict=True)
        return joined((link(address("body", each, as_at=as_at), name) for each, name in pairs), "; ")
    return words


def claims_of(asked: Asked, row: Mapping[str, Any], group: EvidenceGroup) -> list[Claim]:
    """The claims that a row names as evidence of that group."""
    return [asked.claims[each] for each in row[group.name] or [] if each in asked.claims]


def places(claims: Sequence[Claim]) -> Html:
    """Where claims are written, as links; those beyond the first few open on demand."""
    listed = [joined([passages(each), " ", tags(wording.marks(each))]) for each in claims]
    first = joined(element("span", each, "rl-line-of-cell") for each in listed[:PLACES])
    if len(listed) <= PLACES:
        return first
    rest = joined(element("span", each, "rl-line-of-cell") for each in listed[PLACES:])
    more = element("summary", f"{len(listed) - PLACES} more")
    return joined([first, element("details", joined([more, rest]))])


def answer_table(asked: Asked, rows: range, linked: Collection[str], as_at: str | None, caption: str) -> Html:
    """Those ``rows`` of a listing, each with the places where it is written."""
    beside, further = arranged(asked)
    headings = [wording.column(column.name) for column in beside]
    headings += [FURTHER] if further else []
    listed: list[list[Cell]] = []
    for number in rows:
        row = asked.rows[number]
        cells = [value_cell(column, row, linked, as_at) for column in beside]
        if further:
            cells.append(_further(further, row, linked, as_at))
        claims = [claim for group in asked.question.evidence for claim in claims_of(asked, row, group)]
        listed.append([*cells, places(list({claim.id: claim for claim in claims}.values()))])
    return table(caption, (*headings, WHERE), listed, kind="rl-answers rl-more" if further else "rl-answers")


def findings_table(asked: Asked, found: Sequence[Finding], rows: range, as_at: str | None) -> Html:
    """Those ``rows`` of an answer that is made of findings, each with a link to its own page."""
    listed: list[list[Cell]] = []
    for number in rows:
        finding = found[number]
        premises = [claim for group in finding.groups if group.premise for claim in group.claims]
        to = address("finding", finding.id, as_at=as_at)
        listed.append([title(to, finding), finding.summary, sure(finding), places(premises)])
    return table(counted(found), ("Finding", "In short", "How sure", "Rests on"), listed)


def title(to: str, finding: Finding) -> Html:
    """A finding in a list: its title as a link, and whose waiver there is of it."""
    linked = link(to, finding.title)
    if finding.waiver is None:
        return linked
    return joined([linked, element("span", waiver_words(finding), "rl-line-of-cell rl-small")])


def sure(finding: Finding) -> str:
    """How sure, with the date that it holds for where that is not the date asked for."""
    words = wording.certainty(finding.best.answer, finding.best.contested)
    if finding.now is finding.best:
        return words
    return f"{words} as at {wording.short_day(finding.best.as_at)}; {finding.now.answer} since"


def column_help(question: Question, columns: Sequence[Column]) -> Html:
    """What each column means, as a list of terms."""
    pairs: list[tuple[str, str]] = [(wording.column(column.name), column.help) for column in columns]
    listed = joined(joined([element("dt", name), element("dd", words)]) for name, words in pairs)
    return element("dl", listed, "rl-facts")


def _further(
    columns: Sequence[Column], row: Mapping[str, Any], linked: Collection[str], as_at: str | None
) -> Html:
    lines = []
    for column in columns:
        if row[column.name] in (None, "", []):
            continue
        heading = element("strong", f"{wording.column(column.name)}: ")
        value = value_cell(column, row, linked, as_at)
        lines.append(element("span", joined([heading, value]), "rl-line-of-cell"))
    return joined(lines)
