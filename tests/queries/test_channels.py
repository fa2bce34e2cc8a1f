"""Channels for complaints and feedback: who runs one, and what only stands beside."""

from __future__ import annotations

from tests.conftest import TestStore
from tests.queries.cases.channels import USERS, channel, channels
from tests.queries.landscapes import Landscape
from tests.queries.test_answers import asked

QUESTION = "complaint-and-feedback-channels"


def test_law_is_told_apart_from_what_is_described(store: TestStore) -> None:
    row = asked(store, QUESTION, channels("function", function="collect-data", force="none")).rows[0]
    assert (row["complaint_count"], row["feedback_count"]) == (1, 1)
    assert row["feedback_words"] == "one gathers feedback (0 by law or contract)"
    assert row["complaints"] == ["Centre (law)"]


def test_who_does_not_take_complaints_is_said_and_not_counted(store: TestStore) -> None:
    def build(land: Landscape) -> None:
        channels()(land)
        channel(land, "not", "function", by="helper", polarity="does-not-hold")

    row = asked(store, QUESTION, build).rows[0]
    assert (row["complaint_count"], row["not_theirs"], row["denied"]) == (2, ["Helper (law)"], ["not"])


def test_figures_are_parted_from_what_whoever_complains_is_told(store: TestStore) -> None:
    def build(land: Landscape) -> None:
        channels()(land)
        land.rule("figures", "reporting", "providers", "centre", topic=USERS)
        land.rule("answer", "reporting", "providers", "patients-and-carers", topic=USERS, event="complaint")
        land.rule("other", "reporting", "providers", "patients-and-carers", topic=USERS, event="death")

    row = asked(store, QUESTION, build).rows[0]
    assert (row["returns"], row["answering"]) == (["figures"], ["answer"])
    assert row["figures_to"] == ["Centre (from: Providers)"]


def test_a_contradictory_conclusion_is_shown_with_the_other_side(store: TestStore) -> None:
    def build(land: Landscape) -> None:
        channels()(land)
        land.say(
            "none-collected",
            "published-finding",
            "helper",
            "providers",
            by="helper",
            topic=USERS,
            verification="contradictory",
        )
        land.position("counts-collected", "none-collected", "centre", "qualifies")

    row = asked(store, QUESTION, build).rows[0]
    assert (row["disputed_count"], row["disputed"]) == (1, ["none-collected", "counts-collected"])
    assert row["conclusions"] == []
