"""What is said beside the count of entries for an event, and what is only announced."""

from __future__ import annotations

from typing import Any

from queries import catalogue
from queries.asking import ask
from tests.conftest import TestStore
from tests.queries.cases.builds import Build
from tests.queries.cases.demands import requirement, told_of, told_on_a_condition_beside_a_system
from tests.queries.cases.reform import handed_on
from tests.queries.landscapes import WITHIN, Landscape


def rows(store: TestStore, question: str, build: Build, **values: str) -> list[dict[str, Any]]:
    land = Landscape()
    build(land)
    store.replace(land.nodes.values(), land.edges)
    return ask(store.store, catalogue.load().question(question), WITHIN, values).rows


def soon_and_sooner_elsewhere(land: Landscape) -> None:
    told_of(deadline="P7D")(land)
    requirement(land, "three", to="centre", event="accident", deadline="PT72H")
    land.join("CAN_ALSO_BE", "event/death", "event/accident")


def one_entry_announced(land: Landscape) -> None:
    told_of()(land)
    for identifier, to in (("four", "watcher"), ("five", "helper")):
        requirement(land, identifier, to=to, system="portal", lifecycle="announced")


def test_the_shortest_limit_is_said_of_both_groups(store: TestStore) -> None:
    (row,) = rows(store, "demands-of-one-event", soon_and_sooner_elsewhere, body="providers", event="death")
    assert (row["soonest"], row["soonest_also"]) == ("7 days (Helper)", "72 hours (Centre)")


def test_a_system_that_was_announced_is_named_and_not_counted(store: TestStore) -> None:
    (row,) = rows(store, "demands-of-one-event", one_entry_announced)
    assert row["announced_for"] == ["Portal: Helper and Watcher"]
    assert (row["entries"], row["shared"]) == (2, ["none on record"])
    assert set(row["announced"]) == {"four", "five"}


def test_an_urgent_route_to_a_body_with_a_system_is_no_further_entry(store: TestStore) -> None:
    def three(land: Landscape) -> None:
        told_on_a_condition_beside_a_system(land)
        requirement(land, "three", to="centre")

    (row,) = rows(store, "demands-of-one-event", three)
    assert row["entries"] == 2


def test_what_is_announced_stands_last_and_says_so(store: TestStore) -> None:
    told = rows(store, "who-is-told", one_entry_announced, event="death")
    assert {row["claim"][0] for row in told[:2]} == {"one", "two"}
    assert {row["claim"][0]: row["rule"] for row in told[2:]} == {
        "four": "announced, not in force when read",
        "five": "announced, not in force when read",
    }


def test_receivers_are_named_with_the_part_that_they_get(store: TestStore) -> None:
    by_sector = handed_on("watcher", "helper", over=("groups", "parts"))
    (row,) = rows(store, "functions-without-receiver", by_sector)
    assert row["receivers"] == ["Helper (parts)", "Watcher (groups)"]
    assert row["lack"].endswith("divides its work between 2 receivers, and does not mention")
    (row,) = rows(store, "functions-without-receiver", handed_on("watcher", "helper"))
    assert row["receivers"] == ["Helper", "Watcher"]
    assert row["without"] == "for which no one receiver is named"
