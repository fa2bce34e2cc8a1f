"""What pages show of a body and of a source, and the finder."""

from __future__ import annotations

import datetime

import pytest

from loaders.store.connection import Store
from queries import pages
from queries.wording import filled, joined, mid_sentence
from tests.conftest import TestStore
from tests.queries.cases.builds import policy_assigns
from tests.queries.landscapes import AFTER, WITHIN, Landscape
from tests.releases import node


@pytest.fixture
def landscape(store: TestStore) -> Store:
    land = Landscape()
    policy_assigns(land)
    land.things("Body", "board-one", initials="BO")
    land.join("IN_CLASS", "board-one", "boards")
    land.say("denied", "duty", "boards", "groups", polarity="does-not-hold")
    land.say("raised", "escalation", "boards", "centre", by="boards-heard")
    land.lists_completely("function", "groups")
    land.lists_completely("account", "groups", complete=False)
    land.nodes["release"] = node("release", "Release", as_at="2024-12-31", format=1)
    return store.replace(land.nodes.values(), land.edges)


def claims(
    landscape: Store, body: str, date: datetime.date = WITHIN
) -> dict[str, list[tuple[str, str, str | None]]]:
    page = pages.body(landscape, body, date)
    assert page is not None
    return {
        name: [(each.claim.id, each.how, each.via.id if each.via else None) for each in group]
        for name, group in page.groups.items()
    }


def test_a_body_has_what_is_laid_on_its_class(landscape: Store) -> None:
    groups = claims(landscape, "board-one")
    assert groups["oversees"] == [("policy", "member", "boards")]
    assert groups["reports"] == [("raised", "member", "boards")]


def test_a_class_has_what_a_sample_of_it_said_under_the_sample_s_name(landscape: Store) -> None:
    groups = claims(landscape, "boards")
    assert groups["oversees"] == [("policy", "itself", None), ("exception", "sample", "boards-heard")]
    assert ("denial", "sample", "boards-heard") in groups["says"]


def test_what_is_said_not_to_hold_and_what_is_proposed_stand_apart(landscape: Store) -> None:
    groups = claims(landscape, "boards")
    assert [each[0] for each in groups["not"]] == ["denied"]
    assert [each[0] for each in groups["proposed"]] == ["measure"]
    assert "must-do" not in groups


def test_a_page_says_of_each_claim_whether_it_is_still_known(landscape: Store) -> None:
    for date, known in ((WITHIN, True), (AFTER, False)):
        page = pages.body(landscape, "groups", date)
        assert page is not None
        assert {each.known for group in page.groups.values() for each in group} == {known}


def test_a_page_says_in_whose_area_the_body_lies_and_what_became_of_the_area(store: TestStore) -> None:
    land = Landscape()
    land.things("Body", "trust", "later", "watcher")
    land.things("Body", "board", closed=WITHIN)
    land.say("area", "tie", "trust", "board", by="watcher", tie="in-area-of", known_to=WITHIN)
    land.say("passing", "succession", "board", "later", by="watcher", valid_from=WITHIN)
    held = store.replace(land.nodes.values(), land.edges)
    page = pages.body(held, "trust", AFTER)
    assert page is not None
    (area,) = page.areas
    assert (area.area.id, area.last_recorded, area.closed, area.went_to) == (
        "board",
        WITHIN,
        WITHIN,
        ("Later",),
    )
    for body, date in (("trust", WITHIN), ("board", AFTER)):
        page = pages.body(held, body, date)
        assert page is not None
        assert [(each.state, each.closed) for each in page.areas] == [("recorded", None)] * (body == "trust")


def test_nothing_of_that_id_has_no_page(landscape: Store) -> None:
    assert pages.body(landscape, "nobody", WITHIN) is None
    assert pages.source(landscape, "boards", WITHIN) is None


def test_a_class_has_its_members_of_the_day_and_those_that_closed_before(store: TestStore) -> None:
    land = Landscape()
    land.things("Class", "boards")
    for name, dates in (
        ("lasting", {}),
        ("gone", {"closed": WITHIN}),
        ("new", {"opened": AFTER}),
    ):
        land.things("Body", name, **dates)
        land.join("IN_CLASS", name, "boards")
    landscape = store.replace(land.nodes.values(), land.edges)

    def members(date: datetime.date) -> dict[str, list[str]]:
        thing = pages.thing(landscape, "boards", date)
        assert thing is not None
        return {name: [ref.id for ref in thing.links[name]] for name in ("members", "past_members")}

    assert members(WITHIN) == {"members": ["gone", "lasting"], "past_members": []}
    assert members(AFTER) == {"members": ["lasting", "new"], "past_members": ["gone"]}


def test_a_source_has_its_passages_and_its_limits(landscape: Store) -> None:
    page = pages.source(landscape, "report", WITHIN)
    assert page is not None
    assert [passage.locator for passage in page.passages] == ["1.2 s3"]
    assert page.kinds["oversight"] == 2
    assert [claim.id for claim in page.limits] == ["not-heard"]
    assert [(row["name"], row["number"]) for row in page.heard] == [("Boards heard", 17)]
    assert [(row["kind"], row["about"]) for row in page.complete] == [("function", "Groups")]
    assert [row["kind"] for row in page.incomplete] == ["account"]


def test_the_release_says_what_it_was_made_from(landscape: Store) -> None:
    release = pages.release_info(landscape)
    assert release is not None
    assert (release.id, release.as_at) == ("release", datetime.date(2024, 12, 31))
    assert [row["id"] for row in release.documents] == ["report"]
    assert sum(row["statements"] for row in release.counts) == 8


def test_a_thing_is_found_by_name_or_initials_the_closest_first(landscape: Store) -> None:
    assert [each.id for each in pages.find_things(landscape, "board")][:2] == ["boards", "board-one"]
    assert next(iter(pages.find_things(landscape, " bo "))).id == "board-one"
    assert pages.find_things(landscape, "zzz") == []
    assert pages.find_things(landscape, "  ") == []
    assert pages.find_things(landscape, "' OR 1=1 //") == []


@pytest.mark.parametrize(
    ("name", "within"),
    [
        ("Provider collaboratives", "provider collaboratives"),
        ("Coroners", "coroners"),
        ("NHS England", "NHS England"),
        ("NHS trusts", "NHS trusts"),
        ("Care Quality Commission", "Care Quality Commission"),
        ("Dash review", "Dash review"),
        ("Learning from lives and deaths: people in care", "Learning from lives and deaths: people in care"),
        ("Integrated care boards interviewed by HSSIB", "integrated care boards interviewed by HSSIB"),
        ("", ""),
    ],
)
def test_names_within_a_sentence(name: str, within: str) -> None:
    assert mid_sentence(name) == within


def test_sentences_from_columns() -> None:
    values = {"who": ["Coroners", "NHS England"], "day": datetime.date(2025, 2, 13), "none": None}
    assert filled("{who:mid} until {day}{none}", values) == "Coroners and NHS England until 13 February 2025"
    assert joined(["a", "b", "c"], "or") == "a, b or c"
