"""The register of recommendations, on the curated sheets and on rows made for it."""

from __future__ import annotations

import datetime
from typing import Any

import pytest

from loaders.store.connection import Store
from queries.recommendations import NOT_SAID, NOT_SOUGHT, OWED, Recommendation, groups_of, register
from tests.conftest import TestStore
from tests.queries.landscapes import FIRST, WITHIN, Landscape
from tests.releases import node

TODAY = datetime.date(2026, 11, 25)


@pytest.fixture
def made(store: TestStore) -> Store:
    land = Landscape()
    land.things("Body", "watcher", "boards")
    land.things("Body", "review", kind="review")
    land.things("Body", "state", kind="government-department")
    asked: dict[str, Any] = {
        "recommendation_kind": "recommendation",
        "response_owed": True,
        "reference": "R/10",
    }
    seen: dict[str, Any] = {"recommendation_kind": "observation", "response_owed": False, "reference": "R/9"}
    land.say("owed", "recommendation", "watcher", "boards", **asked)
    land.say("noted", "recommendation", "watcher", "boards", **seen)
    land.say("measure", "reform", "review", "boards", lifecycle="accepted")
    land.say("planned", "reform", "state", "boards", lifecycle="announced")
    land.say("waiting", "recommendation", "watcher", "boards", verification="unverified")
    land.position("taken-up", "measure", "state", "supports")
    land.position("doubted", "measure", "watcher", "raises-risk")
    land.position("shrugged", "owed", "watcher", "qualifies")
    for member in ("owed", "measure"):
        land.nodes[f"g-{member}"] = node(f"g-{member}", "Grouping", alike_in="Sense", reason=f"Why {member}.")
        land.join("MEMBER", f"g-{member}", member)
    return store.replace(land.nodes.values(), land.edges)


def by_id(store: Store, date: datetime.date = WITHIN) -> dict[str, Recommendation]:
    return {each.id: each for each in register(store, date)}


def test_it_holds_what_is_recommended_and_not_what_is_planned_or_unchecked(made: Store) -> None:
    assert list(by_id(made)) == ["measure", "noted", "owed"]  # the issuer first, then R/9 before R/10
    assert register(made, FIRST - datetime.timedelta(days=1)) == []


def test_who_answered_is_not_taken_for_who_tells_of_the_answer(store: TestStore) -> None:
    land = Landscape()
    land.things("Body", "watcher", "boards")
    land.say("owed", "recommendation", "watcher", "boards", recommendation_kind="recommendation")
    land.say("reply", "flow", "boards", "watcher", by="watcher")
    land.join("ANSWERS", "reply", "owed")
    (owed,) = register(store.replace(land.nodes.values(), land.edges), WITHIN)
    assert owed.response_words.startswith("Boards, as Watcher reports, as at ")


def test_an_answer_comes_from_those_asked_or_from_government_and_others_have_views(made: Store) -> None:
    found = by_id(made)
    measure = found["measure"]
    assert [each.id for each in measure.answers] == ["taken-up"]
    assert [each.id for each in measure.views] == ["doubted"]
    assert measure.answered
    assert "State, as at" in measure.response_words
    assert not found["owed"].answered
    assert [each.id for each in found["owed"].views] == ["shrugged"]


def test_that_no_response_was_read_is_no_claim_that_none_is_owed_or_was_given(made: Store) -> None:
    found = by_id(made)
    assert [found[each].owed for each in ("owed", "noted", "measure")] == [OWED, NOT_SOUGHT, NOT_SAID]
    assert found["owed"].response_words == "On record as owed a response; none was read."
    assert found["noted"].response_words == "No response is sought."


def test_a_measure_is_about_a_body_without_being_addressed_to_it(made: Store) -> None:
    measure = by_id(made)["measure"]
    assert measure.addressee is None
    assert measure.object is not None
    assert measure.object.id == "boards"


def test_a_group_gives_each_member_its_reason(made: Store) -> None:
    [group] = groups_of(register(made, WITHIN))
    assert group.name == "Sense"
    assert [(each.id, reason) for each, reason in group.members] == [
        ("measure", "Why measure."),
        ("owed", "Why owed."),
    ]
    assert by_id(made)["owed"].groups[0].others == ("measure",)
    assert groups_of([by_id(made)["owed"]]) == []


def test_the_curated_register_has_both_documents(landscape: Store) -> None:
    found = by_id(landscape, TODAY)
    assert found["hssib-r-2025-057"].owed == OWED
    assert not found["hssib-r-2025-057"].answered
    hssib = found["dash-hssib-functions-to-cqc"]
    assert hssib.status == "accepted"
    assert [each.party.id for each in hssib.answers if each.party] == ["uk-government"]
    assert "nhs-providers" in {each.party.id for each in hssib.views if each.party}
    assert all(each.claim.passages for each in found.values())
    assert len(groups_of(found.values())) >= 5
