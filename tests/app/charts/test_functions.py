"""Bars of functions: each row counted once, the firmest first; parts told apart without colour."""

from __future__ import annotations

import datetime

import pytest

from app.charts.functions import LOOKS, Bar, alt, bars, figure, in_words
from queries.claims import Ref
from queries.matrix import HELD, PROPOSED, STATES, TOLD, Cell, Entry, Function, Matrix, Row

DAY = datetime.date(2025, 2, 13)
FUNCTIONS = (Function("advise", "advise", "Gives advice."), Function("inspect", "inspect", "Examines."))


def cell(*states: str) -> Cell:
    """A cell with one entry for each state."""
    return Cell(
        tuple(
            Entry(f"s{n}", state, state, "Text.", "does", None, None, "none", None, DAY, None, True)
            for n, state in enumerate(states)
        )
    )


def matrix(*cells: dict[str, Cell]) -> Matrix:
    """A matrix with a body for each mapping of functions to cells."""
    rows = tuple(
        Row(Ref(f"b{n}", f"Body {n}"), None, "Body", False, each, ()) for n, each in enumerate(cells)
    )
    return Matrix(DAY, FUNCTIONS, rows)


MADE = matrix({"inspect": cell(PROPOSED, HELD)}, {"inspect": cell(TOLD)}, {"inspect": cell(HELD)})


def test_the_longest_comes_first_and_what_is_not_recorded_stays() -> None:
    assert bars(MADE) == [
        Bar("inspect", "inspect", ((HELD, 2), (TOLD, 1))),
        Bar("advise", "advise", ()),
    ]
    assert [in_words(each) for each in bars(MADE)] == ["held 2, said in interviews 1", "not recorded"]


def test_a_bar_has_a_part_for_each_state_with_its_number() -> None:
    chart = figure(bars(MADE))
    assert [(part.name, list(part.x)) for part in chart.data] == [(HELD, [2, 0]), (TOLD, [1, 0])]
    assert [part.text[0] for part in chart.data] == ["<b>2</b>", "<b>1</b>"]
    assert list(chart.data[0].y) == ["inspect", "advise"]


def test_no_two_states_look_alike_without_colour_but_the_two_full_ones() -> None:
    assert set(LOOKS) == set(STATES)
    patterns = [pattern for _, pattern in LOOKS.values() if pattern]
    assert len(patterns) == len(set(patterns)) == len(STATES) - 2


def test_nothing_recorded_is_not_drawn() -> None:
    with pytest.raises(ValueError, match="nothing to draw"):
        figure(bars(matrix()))


def test_the_words_say_the_same_as_the_bars() -> None:
    words = alt(bars(MADE))
    assert "Bars, one for each of 2 functions" in words
    assert "inspect: held 2, said in interviews 1; advise: not recorded" in words
