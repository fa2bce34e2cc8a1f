"""Who looks into one event: who is counted where, and who only beside."""

from __future__ import annotations

from tests.conftest import TestStore
from tests.queries.cases.investigations import by_a_narrower_kind, investigated, looks_into
from tests.queries.landscapes import Landscape
from tests.queries.test_answers import asked

QUESTION = "may-investigate-same-event"


def test_who_only_reviews_is_counted_apart(store: TestStore) -> None:
    row = asked(store, QUESTION, investigated(function="assess")).rows[0]
    assert (row["count"], row["review_count"]) == (1, 1)


def test_each_is_shown_with_how_it_is_worded_its_rule_and_clause_and_how_we_know(store: TestStore) -> None:
    build = investigated(
        strength="may",
        force="statute",
        instrument="framework",
        provision="section 3",
        basis="text-of-the-instrument",
        condition="where asked",
    )
    row = asked(store, QUESTION, build).rows[0]
    assert "Watcher (may: law, Framework, section 3, by its own text, on a condition)" in row["investigators"]
    assert (row["by_law"], row["on_condition"]) == (1, 1)


def test_what_is_not_investigated_and_how_to_work_together_stand_beside(store: TestStore) -> None:
    def build(land: Landscape) -> None:
        investigated()(land)
        looks_into(land, "not", "duty", by="helper", polarity="does-not-hold")
        looks_into(land, "jointly", "duty", by="helper", function="co-ordinate")
        looks_into(land, "told", "function", by="boards-heard")

    row = asked(store, QUESTION, build).rows[0]
    assert sorted(row["looking"]) == ["one", "two"]
    assert (row["denied"], row["together"], row["heard"]) == (["not"], ["jointly"], ["told"])


def test_a_kind_of_body_and_a_narrower_one_within_it_count_once(store: TestStore) -> None:
    def build(land: Landscape) -> None:
        by_a_narrower_kind(land)
        looks_into(land, "three", "duty", by="watcher")

    row = asked(store, QUESTION, build).rows[0]
    assert row["count"] == 2
