"""A drawing of what bears on one thing: it stands in the middle, who acts on it on the left, whom it acts on
on the right; lines bear the numbers of the table underneath.
"""

from __future__ import annotations

import textwrap
from collections import Counter
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, field

import plotly.graph_objects as go

from app.charts.relations import LOOKS, Relation, blank_figure, box
from app.theme import TONES, WHITE
from queries.claims import Ref

MOST_LINES = 24
"""Beyond that nobody can read a drawing, and the table stands alone."""

LEFT, MIDDLE, RIGHT = 0.13, 0.5, 0.87
_NAME_WIDTH = 30
_NUMBERS_WIDTH = 22
_ROW = 92
_APART = 0.34
"""Rows between two lines of the same two boxes."""
_FURTHER = 0.13
"""Share of a line by which the numbers of the next middle box's lines are nearer the middle."""


@dataclass
class Line:
    """All relations of one tone between one box outside and one in the middle, one way."""

    outside: Ref
    inside: Ref
    incoming: bool
    tone: str
    relations: list[Relation] = field(default_factory=list)

    @property
    def numbers(self) -> str:
        """The numbers of its relations, a question mark at those contested."""
        return ", ".join(f"{each.number}{' ?' if each.contested else ''}" for each in self.relations)


def lines(drawn: Sequence[Relation], own: Collection[str]) -> list[Line]:
    """The lines of the drawing, in the order of their first number.

    ``own``: identifiers of the thing itself and of what stands for it (a wider or narrower group, those heard
    from it), which have the middle column. A relation with neither end there is left to the table.
    """
    found: dict[tuple[str, str, bool, str], Line] = {}
    for each in drawn:
        incoming = each.start.id not in own
        outside, inside = (each.start, each.end) if incoming else (each.end, each.start)
        if inside.id not in own:
            continue
        key = (outside.id, inside.id, incoming, each.tone)
        found.setdefault(key, Line(outside, inside, incoming, each.tone)).relations.append(each)
    return list(found.values())


def figure(drawn: Sequence[Line]) -> go.Figure:
    """The drawing of these lines. Raises ValueError where there are none or more than ``MOST_LINES``."""
    if not 0 < len(drawn) <= MOST_LINES:
        raise ValueError(f"{len(drawn)} lines: there must be 1 to {MOST_LINES}")
    columns = (
        (LEFT, _names(each.outside for each in drawn if each.incoming)),
        (MIDDLE, _names(each.inside for each in drawn)),
        (RIGHT, _names(each.outside for each in drawn if not each.incoming)),
    )
    rows = max(len(names) for _, names in columns)
    places = {
        (across, identifier): (at + 0.5) * rows / len(names)
        for across, names in columns
        for at, identifier in enumerate(names)
    }
    inner = list(columns[1][1])
    chart = blank_figure(_ROW * rows + 10, rows)
    between = Counter((each.outside.id, each.inside.id, each.incoming) for each in drawn)
    done: Counter[tuple[str, str, bool]] = Counter()
    for each in drawn:
        pair = (each.outside.id, each.inside.id, each.incoming)
        shift = (done[pair] - (between[pair] - 1) / 2) * _APART
        done[pair] += 1
        outside = places[LEFT if each.incoming else RIGHT, each.outside.id] + shift
        further = _FURTHER * (inner.index(each.inside.id) % 3)
        _line(chart, each, outside, places[MIDDLE, each.inside.id] + shift, further)
    for across, names in columns:
        for identifier, name in names.items():
            box(chart, (across, places[across, identifier]), name, _NAME_WIDTH)
    return chart


def alt(drawn: Sequence[Line]) -> str:
    """The drawing in words."""
    parts = [
        f"{each.outside.name} {'to' if each.incoming else 'from'} {each.inside.name}: {each.numbers}"
        for each in drawn
    ]
    return f"Drawing with {len(drawn)} lines, the same as the table under it. {'; '.join(parts)}."


def _names(refs: Iterable[Ref]) -> dict[str, str]:
    return {ref.id: ref.name for ref in refs}


def _line(chart: go.Figure, drawn: Line, outside: float, inside: float, further: float) -> None:
    """The line, its head and its numbers towards the outside box, where lines are furthest apart.

    ``further``: how much nearer the middle they are, so that those of lines that cross stay apart.
    """
    colour = TONES[drawn.tone][0]
    start = LEFT if drawn.incoming else RIGHT
    chart.add_scatter(
        x=[start, MIDDLE],
        y=[outside, inside],
        mode="lines",
        line={"color": colour, "width": 2, "dash": LOOKS[drawn.tone]},
        hoverinfo="skip",
    )
    head, tail = (0.43 + further, 0.39 + further) if drawn.incoming else (0.24 + further, 0.28 + further)
    (x, y), (ax, ay) = (
        (start + (MIDDLE - start) * way, outside + (inside - outside) * way) for way in (head, tail)
    )
    chart.add_annotation(
        x=x,
        y=y,
        ax=ax,
        ay=ay,
        axref="x",
        ayref="y",
        text="",
        showarrow=True,
        arrowhead=2,
        arrowsize=1.6,
        arrowwidth=2,
        arrowcolor=colour,
    )
    way = (0.31 if drawn.incoming else 0.36) + further
    chart.add_annotation(
        x=start + (MIDDLE - start) * way,
        y=outside + (inside - outside) * way,
        text=f"<b>{_on_lines(drawn.numbers)}</b>",
        showarrow=False,
        bgcolor=colour,
        borderpad=3,
        font={"size": 13, "color": WHITE},
    )


def _on_lines(numbers: str) -> str:
    """Numbers on lines short enough for the gap; a number and its question mark stay together."""
    kept = textwrap.wrap(numbers.replace(" ?", "\u00a0?"), _NUMBERS_WIDTH)
    return "<br>".join(kept)
