"""The drawing as data: the rows of the table and no more, the words that stand in for it, what it refuses."""

from __future__ import annotations

from typing import Any

import pytest

from app.charts import relations
from queries.claims import Claim, Ref
from tests.app.examples import claim, told


def link(identifier: str, start: str, end: str, **changes: Any) -> Claim:
    return claim(identifier, subject=Ref(start, start.title()), object=Ref(end, end.title()), **changes)


CLAIMS = [
    link("a", "board", "group", contested=True),
    link("b", "group", "nation", kind="flow"),
    link("c", "board", "group", polarity="does-not-hold", basis="interview-account"),
    link("d", "nation", "group", kind="oversight"),
]


def test_rows_are_numbered_in_the_order_of_the_claims() -> None:
    drawn = relations.relations(CLAIMS)
    assert [(each.number, each.start.id, each.verb, each.end.id) for each in drawn] == [
        (1, "board", "oversees", "group"),
        (2, "group", "informs", "nation"),
        (3, "board", "does not oversee", "group"),
        (4, "nation", "oversees", "group"),
    ]
    assert [each.contested for each in drawn] == [True, False, False, False]


@pytest.mark.parametrize(
    ("kind", "changes", "verb"),
    [
        ("oversight", {"manner": "support"}, "supports"),
        ("oversight", {"manner": "oversight"}, "oversees"),
        ("duty", {"manner": "duty"}, "has a duty towards"),
        ("duty", {"manner": "expectation"}, "is expected to act towards"),
        ("duty", {"manner": "expectation", "polarity": "does-not-hold"}, "is not expected to act towards"),
        ("function", {}, "has a function towards"),
        ("reporting", {"strength": "must"}, "is to report to"),
        ("reporting", {"strength": "may"}, "may report to"),
        ("tie", {"manner": "member-of"}, "belongs to"),
    ],
)
def test_an_arrow_says_no_more_than_its_claim(kind: str, changes: dict[str, Any], verb: str) -> None:
    (drawn,) = relations.relations([link("a", "board", "group", kind=kind, **changes)])
    assert drawn.verb == verb


def test_a_condition_is_not_lost_in_the_words_of_the_drawing() -> None:
    drawn = relations.relations([link("a", "board", "group", condition="where it asks")])
    assert "1: Board oversees Group (on a condition)" in relations.alt(drawn)


def test_what_is_no_relation_of_two_things_is_left_out() -> None:
    others = [
        claim("position", what="position"),
        claim("account", kind="account"),
        claim("nobody", object=None),
        link("itself", "board", "board"),
        CLAIMS[0],
        CLAIMS[0],
    ]
    assert [each.claim.id for each in relations.relations(others)] == ["a"]


def test_the_words_hold_what_the_drawing_holds() -> None:
    drawn = relations.relations(CLAIMS)
    words = relations.alt(drawn)
    assert words.startswith("Drawing with 4 arrows")
    assert "1: Board oversees Group (contested)" in words
    assert "3: Board does not oversee Group" in words


def test_boxes_arrows_and_numbers() -> None:
    drawn = relations.relations(CLAIMS)
    chart = relations.figure(drawn)
    texts = [note.text for note in chart.layout.annotations if note.text]
    assert sorted(texts) == sorted(
        ["<b>1 ?</b>", "<b>2</b>", "<b>3</b>", "<b>4</b>", "Board", "Group", "Nation"]
    )
    assert len(chart.data) == 4
    assert [line.line.dash for line in chart.data] == ["solid", "solid", "dot", "solid"]
    boxes = {
        note.text: note.y for note in chart.layout.annotations if note.text in ("Board", "Group", "Nation")
    }
    assert boxes["Board"] < boxes["Group"] < boxes["Nation"], "who acts stands above whom it acts on"


def test_the_same_rows_give_the_same_drawing() -> None:
    drawn = relations.relations(CLAIMS)
    assert relations.figure(drawn).to_json() == relations.figure(drawn).to_json()


def test_a_circle_ends() -> None:
    round_and_round = [link(str(number), "abc"[number], "abc"[(number + 1) % 3]) for number in range(3)]
    assert len(relations.figure(relations.relations(round_and_round)).data) == 3


def test_too_many_marks_are_refused() -> None:
    many = relations.relations(link(str(number), "board", f"body {number}") for number in range(30))
    assert relations.marks(many) == 61
    with pytest.raises(ValueError, match="61 marks"):
        relations.figure(many)


def test_names_cannot_bring_markup_into_the_drawing() -> None:
    assert relations.wrapped("<b>A & B</b>") == "&lt;b>A &amp; B&lt;/b>"


def test_what_was_told_is_dotted() -> None:
    drawn = relations.relations([told("all")])
    assert relations.figure(drawn).data[0].line.dash == "dot"
