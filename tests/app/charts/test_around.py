"""The drawing around one thing: which side a claim stands on, what is put on one line, what is left out."""

from __future__ import annotations

from typing import Any

import pytest

from app.charts import around, relations
from queries.claims import Claim, Ref
from tests.app.examples import claim


def link(identifier: str, start: str, end: str, **changes: Any) -> Claim:
    return claim(identifier, subject=Ref(start, start.title()), object=Ref(end, end.title()), **changes)


DRAWN = relations.relations(
    [
        link("a", "nation", "board"),
        link("b", "board", "group", contested=True),
        link("c", "board", "group", kind="function"),
        link("d", "group", "board", kind="reporting"),
        link("e", "sample", "group", basis="interview-account"),
        link("f", "nation", "group"),
    ]
)
OWN = {"board", "sample"}


def test_sides_numbers_and_what_is_left_to_the_table() -> None:
    found = [
        (each.outside.id, each.inside.id, each.incoming, each.numbers) for each in around.lines(DRAWN, OWN)
    ]
    assert found == [
        ("nation", "board", True, "1"),
        ("group", "board", False, "2 ?, 3"),
        ("group", "board", True, "4"),
        ("group", "sample", False, "5"),
    ], "relation 6 has neither end in the middle"


def test_every_number_and_name_is_drawn() -> None:
    lines = around.lines(DRAWN, OWN)
    texts = [note.text for note in around.figure(lines).layout.annotations if note.text]
    assert sorted(texts) == sorted(
        [
            "<b>1</b>",
            "<b>2\u00a0?, 3</b>",
            "<b>4</b>",
            "<b>5</b>",
            "Nation",
            "Board",
            "Sample",
            "Group",
            "Group",
        ]
    ), "the group stands on both sides"
    assert "Group from Board: 2 ?, 3" in around.alt(lines) and "Nation to Board: 1" in around.alt(lines)


@pytest.mark.parametrize("count", [0, around.MOST_LINES + 1])
def test_what_nobody_could_read_is_refused(count: int) -> None:
    many = relations.relations([link(f"c{at}", "board", f"g{at}") for at in range(count)])
    with pytest.raises(ValueError, match=str(count)):
        around.figure(around.lines(many, {"board"}))
