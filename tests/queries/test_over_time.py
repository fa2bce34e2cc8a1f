"""Demands over time: what is in which list, and what is in none."""

from __future__ import annotations

from tests.conftest import TestStore
from tests.queries.cases import MATCHING
from tests.queries.cases.over_time import IN_SPAN, demanded, ended
from tests.queries.landscapes import Landscape
from tests.queries.test_answers import asked


def test_a_demand_without_a_day_is_counted_and_in_neither_list(store: TestStore) -> None:
    row = asked(store, "demands-over-time", MATCHING["demands-over-time"][0]).rows[0]
    assert (row["beginning"], row["ending"], row["undated_count"]) == (["dated"], [], 1)


def test_what_ended_in_a_span_is_not_said_to_have_begun_in_it(store: TestStore) -> None:
    row = asked(store, "demands-over-time", ended(IN_SPAN)).rows[0]
    assert (row["began_count"], row["ending"], row["undated_count"]) == (0, ["dated"], 1)


def test_what_is_lifted_is_no_demand_that_began_or_ended(store: TestStore) -> None:
    row = asked(store, "demands-over-time", demanded(polarity="does-not-hold")).rows[0]
    assert (row["began_count"], row["ended_count"], row["relief"]) == (0, 0, ["dated"])


def test_a_demand_on_what_members_can_also_be_is_counted_apart(store: TestStore) -> None:
    def build(land: Landscape) -> None:
        demanded()(land)
        land.rule("other", "duty", "groups", "centre", modality="duty", strength="must", valid_from=IN_SPAN)
        land.join("CAN_ALSO_BE", "providers", "groups")

    row = asked(store, "demands-over-time", build).rows[0]
    assert (row["beginning"], row["elsewhere"], row["also_count"]) == (["dated"], ["other"], 1)
