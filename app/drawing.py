"""Drawings on a page, each with the table that says the same."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import plotly.graph_objects as go
import streamlit as st

from app import wording
from app.charts import relations
from app.frame import Frame, show
from app.markup import Cell, Html, element, joined, passages, table, thing_link

LEGEND = (
    "A question mark means contested. Full lines rest on law, policy or guidance; dotted ones on what was "
    "told or concluded."
)
"""What the looks of lines and numbers mean."""


def show_drawing(frame: Frame, drawn: Sequence[relations.Relation], heading: str) -> None:
    """A heading, the drawing where it can be read, and the table with the same rows in the same order."""
    if not drawn:
        return
    show(element("h2", heading))
    listed = relations_table(frame, drawn, "The same as a table")
    if relations.marks(drawn) > relations.MOST_MARKS:
        show(listed)
        return
    left, right = st.columns([5, 6])
    with left:
        show_chart(relations.figure(drawn), relations.alt(drawn), LEGEND)
    with right:
        show(listed)


def relations_table(frame: Frame, drawn: Sequence[relations.Relation], caption: str) -> Html:
    """The rows that a drawing's numbers stand for."""
    rows: Iterable[Sequence[Cell]] = (
        [
            str(each.number),
            thing_link(each.start, frame.as_at_given),
            joined(
                [
                    f"{each.verb}{' (contested)' if each.contested else ''}: ",
                    thing_link(each.end, frame.as_at_given),
                    element("div", wording.condition(each.claim), "rl-small"),
                ]
            ),
            joined([f"{each.who}: ", passages(each.claim)]),
        ]
        for each in drawn
    )
    return table(caption, ("No.", "Who", "Does what, to whom", "Who says so, and where"), rows)


def show_chart(chart: go.Figure, alt: str, legend: str) -> None:
    """A drawing that stands still, its words for those who do not see it, and what its looks mean."""
    st.plotly_chart(chart, theme=None, config={"staticPlot": True, "displayModeBar": False}, alt=alt)
    show(element("p", legend, "rl-small"))
