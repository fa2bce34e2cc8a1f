"""Who does what: how many organisations under each function, the matrix in words, one cell's claims."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

import streamlit as st

from app import downloads, wording
from app.charts import functions
from app.drawing import show_chart
from app.frame import Frame, show
from app.markup import Cell, Html, claim_card, element, html, joined, link, paragraphs, table
from app.nearest import nearest_links
from queries.choices import Choice
from queries.claims import read_claims
from queries.matrix import NOT_RECORDED, Entry, Function, Matrix, Row, read_matrix

FUNCTION = "function"
CAVEAT = """A count here is of what was recorded from the sources read, and no measure of work or of
overlap: a group such as “integrated care boards” is one row, and so is one organisation.

“Not recorded” is neither yes nor no: no source read says so. What was said in interviews, is only expected,
holds on a condition or is proposed is never counted as held. To regulate is to license, to register or to
enforce. Performance management and support are no single function: they stand on the page of each row."""
LEGEND = "Each organisation or group is counted once under a function: under the firmest of what is recorded."


def show_page(frame: Frame) -> None:
    """The page: all, or one function, or one organisation, or one organisation under one function."""
    matrix = read_matrix(frame.store, frame.as_at)
    function = st.query_params.get(FUNCTION)
    column = next((each for each in matrix.functions if each.id == function), None)
    row = next((each for each in matrix.rows if each.body.id == frame.of), None)
    if function and column is None:
        offered = [Choice(each.id, each.name) for each in matrix.functions]
        near = nearest_links(function, offered, lambda each: _to(frame, frame.of, each))
        _no_such(frame, "No function is on record under this link", near)
    elif frame.of and row is None and frame.of not in {each.value for each in frame.choices("thing")}:
        offered = [Choice(each.body.id, each.body.name) for each in matrix.rows]
        near = nearest_links(frame.of, offered, lambda each: _to(frame, each))
        _no_such(frame, "No organisation or group is on record under this link", near)
    elif frame.of and row is None:
        _missing(frame, "Nothing is recorded of what this organisation does")
    elif row is not None:
        _row(frame, matrix, row, [column] if column else list(matrix.functions), column)
    elif column is not None:
        _column(frame, matrix, column)
    else:
        _all(frame, matrix)


def _all(frame: Frame, matrix: Matrix) -> None:
    frame.head("Who does what: organisations and groups by function", tab="Who does what")
    if not any(row.cells for row in matrix.rows):
        show(element("p", f"Nothing is recorded of who does what as at {frame.when}."))
        return
    show(element("div", joined([_in_short(matrix), _caveat()]), "rl-columns"))
    drawn = functions.bars(matrix)
    show(element("h2", "How many organisations and groups under each function"))
    left, right = st.columns([6, 5])
    with left:
        show_chart(functions.figure(drawn), functions.alt(drawn), LEGEND)
    with right:
        rows: list[list[Cell]] = [
            [link(_to(frame, None, bar.function), bar.name), str(bar.total), functions.in_words(bar)]
            for bar in drawn
        ]
        show(table("The same as a table", ("Function", "How many", "Of these"), rows))
    show(element("h2", "Which organisation or group does which"))
    show(
        element(
            "p",
            "A cell opens what is behind it. “When last read”: no source read speaks for the day shown.",
        )
    )
    show(_matrix(frame, matrix))
    downloads.offer("Download this table (CSV)", "who-does-what", *_file(matrix))


def _in_short(matrix: Matrix) -> Html:
    cells = [cell for row in matrix.rows for cell in row.cells.values()]
    named = sum(1 for row in matrix.rows if row.cells)
    known = sum(cell.known for cell in cells)
    lines: list[Cell] = []
    counted = wording.counted(named, "organisation or group is", "organisations and groups are")
    lines.append(element("p", f"{counted} recorded under one or more of {len(matrix.functions)} functions."))
    if not known:
        lines.append(
            element(
                "p",
                f"No source read speaks for the day shown: each of the {len(cells)} cells that say something "
                "says what stood when its source was last read.",
            )
        )
    elif known < len(cells):
        lines.append(
            element(
                "p",
                f"For {known} of the {len(cells)} cells that say something, a source read speaks for the day "
                "shown; the others say what stood when their source was last read.",
            )
        )
    return element("div", joined(lines), "rl-answer")


def _caveat() -> Html:
    heading = element("h2", "Before you rely on this")
    return element("section", joined([heading, paragraphs(CAVEAT)]), "rl-note")


def _matrix(frame: Frame, matrix: Matrix) -> Html:
    """The whole matrix, in a box that can be moved sideways, also with the keyboard."""
    used = [each for each in matrix.functions if any(row.cell(each.id).entries for row in matrix.rows)]
    heads = [element("th", "Organisation or group", scope="col")]
    heads += [element("th", link(_to(frame, None, each.id), each.name), scope="col") for each in used]
    rows = []
    for row in (each for each in matrix.rows if each.cells):
        cells = [element("th", link(_to(frame, row.body.id), _name(row)), scope="row")]
        cells += [_cell(frame, row, each) for each in used]
        rows.append(element("tr", joined(cells)))
    caption = element("caption", f"{len(rows)} organisations and groups by {len(used)} functions")
    whole = joined(
        [
            caption,
            element("thead", element("tr", joined(heads))),
            element("tbody", joined(rows)),
        ]
    )
    return element(
        "div",
        element("table", whole, "rl-table rl-matrix"),
        "rl-sideways",
        role="region",
        tabindex="0",
        aria_label="Table of organisations and groups by function",
    )


def _cell(frame: Frame, row: Row, function: Function) -> Html:
    cell = row.cell(function.id)
    label = f'data-label="{escape(function.name)}"'
    if not cell.entries:
        return Html(f'<td class="rl-none" {label}>{NOT_RECORDED}</td>')
    tone = functions.LOOKS[cell.state][0] or "quiet"
    words = link(_to(frame, row.body.id, function.id), cell.words, f"rl-cell rl-{tone}")
    return Html(f"<td {label}>{html(words)}</td>")


def _column(frame: Frame, matrix: Matrix, function: Function) -> None:
    name = function.name
    title = f"{name[:1].upper()}{name[1:]}"
    frame.head(f"{title}: who is recorded as doing it", tab=title)
    show(element("p", f"What the word means here: {function.definition}"))
    rows: list[list[Cell]] = [
        [
            link(_to(frame, row.body.id, function.id), _name(row)),
            _kind(row),
            row.cell(function.id).words,
            joined(_line(entry.words) for entry in row.cell(function.id).entries),
        ]
        for row in matrix.rows
        if row.cell(function.id).entries
    ]
    counted = wording.counted(len(rows), "organisation or group", "organisations and groups")
    if rows:
        show(table(counted, ("Who", "What it is", "In a word", "In full"), rows))
    else:
        show(element("p", "Nobody is recorded under it. That is neither yes nor no: no source read says so."))
    show(_caveat())
    show(element("p", link(_to(frame), "All functions")))


def _row(frame: Frame, matrix: Matrix, row: Row, columns: Sequence[Function], one: Function | None) -> None:
    what = one.name if one else "what it is recorded as doing"
    frame.head(f"{row.body.name}: {what}", tab=row.body.name)
    if row.is_class:
        show(element("p", "A group of organisations: what stands here holds for each of its members."))
    shown = False
    for function in columns:
        cell = row.cell(function.id)
        if cell.entries:
            shown = True
            show(element("h2", f"{function.name[:1].upper()}{function.name[1:]}: {cell.words}"))
            show(_claims(frame, cell.entries))
    if not shown:
        show(element("p", "Not recorded: neither yes nor no, because no source read says so."))
    if one is None and row.beside:
        show(element("h2", "Recorded beside these, as no single function"))
        show(_claims(frame, row.beside))
    ways = [link(frame.to("body", row.body.id), f"Everything on {row.body.name}")]
    ways += [link(_to(frame, row.body.id), "All that it does")] if one else []
    show(element("p", joined([*ways, link(_to(frame), "Who does what, as a whole")], " · ")))


def _claims(frame: Frame, entries: Sequence[Entry]) -> Html:
    claims = read_claims(frame.store, [entry.id for entry in entries], frame.as_at)
    cards = [
        claim_card(claims[entry.id], note=f"Recorded as: {entry.words}.")
        for entry in entries
        if entry.id in claims
    ]
    return element("ul", joined(cards), "rl-claims")


def _no_such(frame: Frame, title: str, near: Html) -> None:
    """The page of a wrong link, with what it most likely meant."""
    frame.head(title, tab="Not found")
    show(element("p", "That is neither yes nor no: nothing is recorded under this link."))
    show(near)
    show(element("p", link(_to(frame), "See who does what")))


def _missing(frame: Frame, title: str) -> None:
    frame.head(title, tab="Not found")
    show(element("p", f"As at {frame.when}. That is neither yes nor no: no source read says so."))
    show(element("p", link(_to(frame), "See who does what")))


def _to(frame: Frame, body: str | None = None, function: str | None = None) -> str:
    return frame.to("matrix", body, function=function)


def _name(row: Row) -> str:
    return f"{row.body.name} ({row.initials})" if row.initials else row.body.name


def _kind(row: Row) -> str:
    return wording.THINGS.get(row.what, row.what)


def _line(words: str) -> Html:
    return element("span", words, "rl-line-of-cell")


def _file(matrix: Matrix) -> tuple[tuple[str, ...], list[list[str]]]:
    columns = ("Organisation or group", "What it is", "Function", "In a word", "In full", "The claim")
    rows = [
        [row.body.name, _kind(row), function.name, row.cell(function.id).state, entry.words, entry.text]
        for row in matrix.rows
        for function in matrix.functions
        for entry in row.cell(function.id).entries
    ]
    return columns, rows
