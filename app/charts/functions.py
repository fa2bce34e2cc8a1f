"""How many organisations are recorded under each function: bars in parts, and the same in words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import plotly.graph_objects as go

from app.theme import INK, LINE, QUIET, TONES, WHITE
from queries.matrix import (
    CONDITIONAL,
    CONTESTED,
    DENIED,
    EXPECTED,
    HELD,
    NOT_REQUIRED,
    PAUSED,
    PROPOSED,
    STATES,
    TOLD,
    Matrix,
)

LOOKS = {
    HELD: ("policy", ""),
    EXPECTED: ("told", ""),
    TOLD: ("found", "."),
    CONDITIONAL: ("law", "|"),
    CONTESTED: ("argued", "x"),
    PAUSED: ("", "-"),
    PROPOSED: ("", "/"),
    DENIED: ("", "+"),
    NOT_REQUIRED: ("", "\\"),
}
"""Tone and pattern of each state: parts of a bar are told apart by both, and by their number."""

_ROW = 34


@dataclass(frozen=True)
class Bar:
    """One function: how many rows of the matrix have it in each state that occurs, in the order of states."""

    function: str
    name: str
    parts: tuple[tuple[str, int], ...]

    @property
    def total(self) -> int:
        """How many rows have anything recorded under it."""
        return sum(number for _, number in self.parts)


def bars(matrix: Matrix) -> list[Bar]:
    """A bar for each function, the longest first, those of which nothing is recorded last."""
    totals = matrix.totals()
    made = [
        Bar(
            each.id,
            each.name,
            tuple((state, totals[each.id][state]) for state in STATES if totals[each.id].get(state)),
        )
        for each in matrix.functions
    ]
    return sorted(made, key=lambda bar: (-bar.total, bar.name))


def figure(drawn: Sequence[Bar]) -> go.Figure:
    """The bars, longest at the top; each part bears its number. Raises ValueError where nothing is drawn."""
    longest = max((bar.total for bar in drawn), default=0)
    if not longest:
        raise ValueError("nothing to draw")
    names = [bar.name for bar in drawn]
    chart = go.Figure()
    for state in STATES:
        numbers = [dict(bar.parts).get(state, 0) for bar in drawn]
        if not any(numbers):
            continue
        tone, pattern = LOOKS[state]
        colour = TONES[tone][0] if tone else QUIET
        chart.add_bar(
            name=state,
            y=names,
            x=numbers,
            orientation="h",
            text=[f"<b>{number}</b>" if number else "" for number in numbers],
            textposition="inside",
            insidetextanchor="middle",
            textangle=0,
            textfont={"color": WHITE if not pattern else INK, "size": 14},
            marker={
                "color": colour if not pattern else WHITE,
                "line": {"color": colour, "width": 1.5},
                "pattern": {
                    "shape": pattern,
                    "fgcolor": colour,
                    "bgcolor": WHITE,
                    "size": 12,
                    "solidity": 0.08,
                },
            },
        )
    chart.update_layout(
        barmode="stack",
        height=_ROW * len(drawn) + 90,
        bargap=0.3,
        margin={"l": 0, "r": 8, "t": 4, "b": 30},
        paper_bgcolor=WHITE,
        plot_bgcolor=WHITE,
        font={"family": "Arial, Helvetica, sans-serif", "size": 14, "color": INK},
        legend={"orientation": "h", "y": 1.0, "yanchor": "bottom", "x": 0, "traceorder": "normal"},
        yaxis={"autorange": "reversed", "automargin": True, "fixedrange": True},
        xaxis={
            "dtick": max(1, round(longest / 6)),
            "gridcolor": LINE,
            "fixedrange": True,
            "range": [0, longest * 1.02],
        },
    )
    return chart


def in_words(bar: Bar) -> str:
    """The parts of a bar in words: "held 3, proposed 1"."""
    return ", ".join(f"{state} {number}" for state, number in bar.parts) or "not recorded"


def alt(drawn: Sequence[Bar]) -> str:
    """The drawing in words."""
    parts = "; ".join(f"{bar.name}: {in_words(bar)}" for bar in drawn)
    return f"Bars, one for each of {len(drawn)} functions, the same as the table beside them. {parts}."
