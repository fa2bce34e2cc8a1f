"""Answers that count or list say on what ground: law for some is no mere account, and an account says so."""

from __future__ import annotations

from typing import Any

import pytest

from tests.conftest import TestStore
from tests.queries.cases.builds import Build
from tests.queries.cases.counts import COUNTED_AS, over_trusts
from tests.queries.cases.demands import checks, requirement, told_of
from tests.queries.cases.gap_builds import lawful_duty
from tests.queries.cases.reform import judged
from tests.queries.landscapes import Landscape
from tests.queries.test_answers import asked


def row(store: TestStore, name: str, build: Build) -> dict[str, Any]:
    (only,) = asked(store, name, build).rows
    return only


@pytest.mark.parametrize("name", COUNTED_AS)
def test_a_ground_known_from_interviews_alone_says_so(store: TestStore, name: str) -> None:
    (written,) = row(store, name, over_trusts())["does"]
    (told,) = row(store, name, over_trusts(basis="interview-account", force="none"))["does"]
    assert told == f"{written} (as told in interviews)"


def told_of_all_and_lawful_for_some(land: Landscape) -> None:
    checks(force="none")(land)
    land.join("CAN_ALSO_BE", "providers", "groups")
    land.rule("law", "oversight", "watcher", "groups", oversight_kind="regulation", force="statute")


def test_who_is_told_of_for_all_and_stands_on_law_for_some_is_counted_once_and_as_lawful(
    store: TestStore,
) -> None:
    only_told = row(store, "many-overseers", checks(force="none"))
    assert (only_told["all_count"], only_told["by_instrument"], only_told["as_told"]) == (2, 1, 1)
    found = asked(store, "many-overseers", told_of_all_and_lawful_for_some).rows
    lawful = next(each for each in found if each["class"] == "providers")
    assert (lawful["all_count"], lawful["by_instrument"], lawful["as_told"]) == (2, 2, 0)


def test_a_limit_put_in_words_is_shown_beside_the_shortest_in_days(store: TestStore) -> None:
    both = told_of(to="helper", deadline="P14D")
    assert "14 days" in row(store, "demands-of-one-event", both)["soonest"]

    def at_once(land: Landscape) -> None:
        both(land)
        requirement(land, "three", to="watcher", how_soon="immediately")

    soonest = row(store, "demands-of-one-event", at_once)["soonest"]
    assert "14 days" in soonest
    assert "immediately" in soonest


def test_a_duty_is_shown_with_its_condition(store: TestStore) -> None:
    found = row(store, "duties-without-assurance", lawful_duty(condition="where two investigate"))
    assert "where two investigate" in found["duties_in_words"]


def test_a_host_is_judged_by_whoever_regulates_what_its_members_can_also_be(store: TestStore) -> None:
    def regulated(land: Landscape) -> None:
        judged("watcher")(land)
        land.join("CAN_ALSO_BE", "watcher", "groups")
        land.rule("law", "oversight", "centre", "groups", oversight_kind="regulation", condition="if")

    assert row(store, "host-and-judge", regulated)["judges"] == ["Centre (on a condition)"]
