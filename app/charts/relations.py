"""A small drawing of who does what to whom: boxes, and numbered arrows with the numbers of the table
beside it.
"""

from __future__ import annotations

import textwrap
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import plotly.graph_objects as go

from app.charts.verbs import verb
from app.theme import INK, TONES, WHITE
from app.wording import said_by, tone
from queries.claims import Claim, Ref

MOST_MARKS = 60
"""Boxes and arrows together; beyond that nobody can read a drawing, and the table stands alone."""

LOOKS = {"law": "solid", "policy": "solid", "told": "dot", "found": "dot", "argued": "dot"}
"""How the line of each kind of claim is drawn: full where it rests on an instrument."""

_WIDTH = 14
_ROW = 118
_ACROSS = 3

Place = tuple[float, float]


@dataclass(frozen=True)
class Relation:
    """One arrow and one row of the table."""

    number: int
    start: Ref
    verb: str
    end: Ref
    who: str
    tone: str
    contested: bool
    claim: Claim


def relations(claims: Iterable[Claim]) -> list[Relation]:
    """The claims that relate two different things, numbered in their order; each once, positions left out."""
    found: list[Relation] = []
    seen: set[str] = set()
    for claim in claims:
        says = verb(claim)
        if claim.what != "statement" or says is None or claim.id in seen:
            continue
        if claim.subject is None or claim.object is None or claim.subject.id == claim.object.id:
            continue
        seen.add(claim.id)
        number = len(found) + 1
        who, look = said_by(claim), tone(claim)
        found.append(Relation(number, claim.subject, says, claim.object, who, look, claim.contested, claim))
    return found


def marks(drawn: Sequence[Relation]) -> int:
    """How many boxes and arrows a drawing of these has."""
    return len({ref.id for each in drawn for ref in (each.start, each.end)}) + len(drawn)


def alt(drawn: Sequence[Relation]) -> str:
    """The drawing in words."""
    parts = [
        f"{each.number}: {each.start.name} {each.verb} "
        f"{each.end.name}{' (contested)' if each.contested else ''}"
        f"{' (on a condition)' if each.claim.condition else ''}"
        for each in drawn
    ]
    return f"Drawing with {len(drawn)} arrows, the same as the table beside it. {'; '.join(parts)}."


def figure(drawn: Sequence[Relation]) -> go.Figure:
    """Boxes in rows from the top, those that act above those acted on; an arrow for each relation.

    Contested arrows bear a question mark, what rests on no instrument is dotted. Raises ValueError where
    there
    are more marks than ``MOST_MARKS``.
    """
    if marks(drawn) > MOST_MARKS:
        raise ValueError(f"{marks(drawn)} marks are more than the {MOST_MARKS} that can be read")
    places, rows = _places(drawn)
    chart = blank_figure(_ROW * rows + 10, rows)
    between: dict[frozenset[str], list[int]] = {}
    for each in drawn:
        between.setdefault(frozenset((each.start.id, each.end.id)), []).append(each.number)
    for each in drawn:
        beside = between[frozenset((each.start.id, each.end.id))]
        shift = (beside.index(each.number) - (len(beside) - 1) / 2) * 0.1
        _arrow(chart, places[each.start.id], places[each.end.id], each, shift)
    names = {ref.id: ref.name for each in drawn for ref in (each.start, each.end)}
    for identifier, place in places.items():
        box(chart, place, names[identifier])
    return chart


def blank_figure(height: int, rows: int) -> go.Figure:
    """An empty drawing, ``height`` pixels high: 0 to 1 across, 0 to ``rows`` down."""
    chart = go.Figure()
    chart.update_layout(
        height=height,
        margin={"l": 0, "r": 0, "t": 4, "b": 4},
        paper_bgcolor=WHITE,
        plot_bgcolor=WHITE,
        font={"family": "Arial, Helvetica, sans-serif"},
        xaxis={"visible": False, "range": [0, 1], "fixedrange": True},
        yaxis={"visible": False, "range": [rows, 0], "fixedrange": True},
        showlegend=False,
    )
    return chart


def box(chart: go.Figure, place: Place, name: str, width: int = _WIDTH) -> None:
    """A box with a name in lines of at most ``width`` characters."""
    chart.add_annotation(
        x=place[0],
        y=place[1],
        text=wrapped(name, width),
        showarrow=False,
        bgcolor=WHITE,
        bordercolor=INK,
        borderwidth=1.5,
        borderpad=5,
        font={"size": 13, "color": INK},
    )


def wrapped(name: str, width: int = _WIDTH) -> str:
    """A name on at most five lines of ``width`` characters, what plotly would take for markup escaped."""
    lines = textwrap.wrap(name, width, break_long_words=False)
    if len(lines) > 5:
        lines = [*lines[:4], f"{lines[4]} …"]
    return "<br>".join(line.replace("&", "&amp;").replace("<", "&lt;") for line in lines)


def _arrow(chart: go.Figure, start: Place, end: Place, drawn: Relation, shift: float) -> None:
    """A line with a head near its end and its number in the middle; ``shift`` keeps two between the
    same boxes apart.
    """
    colour = TONES[drawn.tone][0]
    flat = start[1] == end[1]
    along = (0.0, 2 * shift) if flat else (shift, 0.0)
    (x0, y0), (x1, y1) = ((place[0] + along[0], place[1] + along[1]) for place in (start, end))
    chart.add_scatter(
        x=[x0, x1],
        y=[y0, y1],
        mode="lines",
        line={"color": colour, "width": 2, "dash": LOOKS[drawn.tone]},
        hoverinfo="skip",
    )
    part = 0.36 if flat else min(0.34 / abs(y1 - y0), 0.42)  # how far from the end's middle its border is
    head, tail = ((x1 + (x0 - x1) * way, y1 + (y0 - y1) * way) for way in (part, part + 0.04))
    chart.add_annotation(
        x=head[0],
        y=head[1],
        ax=tail[0],
        ay=tail[1],
        axref="x",
        ayref="y",
        text="",
        showarrow=True,
        arrowhead=2,
        arrowsize=1.6,
        arrowwidth=2,
        arrowcolor=colour,
    )
    between = 0.5 if flat else 0.5 / abs(y1 - y0)  # between the first row and the next, where no box stands
    chart.add_annotation(
        x=x0 + (x1 - x0) * between,
        y=y0 + (y1 - y0) * between,
        text=f"<b>{drawn.number}{' ?' if drawn.contested else ''}</b>",
        showarrow=False,
        bgcolor=colour,
        borderpad=3,
        font={"size": 13, "color": WHITE},
    )


def _places(drawn: Sequence[Relation]) -> tuple[dict[str, Place], int]:
    """Where each box stands (across from 0 to 1, down in rows), and how many rows there are."""
    level = {ref.id: 0 for each in drawn for ref in (each.start, each.end)}
    forward = [each for each in drawn if not _back(each, drawn)]
    for _ in level:  # the longest way from the top; a circle stops after as many rounds as there are boxes
        for each in forward:
            level[each.end.id] = max(level[each.end.id], min(level[each.start.id] + 1, len(level) - 1))
    rows: list[list[str]] = []
    for wanted in sorted(set(level.values())):
        members = [identifier for identifier, found in level.items() if found == wanted]
        rows += [members[first : first + _ACROSS] for first in range(0, len(members), _ACROSS)]
    places = {
        identifier: ((column + 0.5) / len(row), down + 0.5)
        for down, row in enumerate(rows)
        for column, identifier in enumerate(row)
    }
    return places, max(len(rows), 1)


def _back(each: Relation, drawn: Sequence[Relation]) -> bool:
    """Whether an earlier arrow leads the other way, so that this one does not push its end further down."""
    return any(
        other.start.id == each.end.id and other.end.id == each.start.id and other.number < each.number
        for other in drawn
    )
