"""What an answer shows beside a finding, and what it leaves out of a count."""

from __future__ import annotations

from tests.conftest import TestStore
from tests.queries.cases.demands import checks, requirement, told_of
from tests.queries.cases.gap_builds import concluded, handed_over, left_out, replaced
from tests.queries.cases.remits import narrower_left_out
from tests.queries.landscapes import Landscape
from tests.queries.test_answers import asked
from tests.queries.test_grounds import row


def told_by_choice_and_by_law(land: Landscape, strength: str = "may") -> None:
    """The watcher and the helper are told of a death; where it is also an accident, law has both told."""
    told_of(strength=strength)(land)
    requirement(land, "law", to="helper", event="accident", force="statute")
    requirement(land, "again", to="watcher", event="accident")
    land.join("CAN_ALSO_BE", "event/death", "event/accident")


def test_who_is_counted_already_is_named_again_where_another_event_brings_stronger_ground(
    store: TestStore,
) -> None:
    found = asked(store, "one-event-many-recipients", told_by_choice_and_by_law).rows
    death = next(each for each in found if each["event"] == "death")
    assert death["others"] == ["Helper (accident, then on stronger ground: law)"]
    assert (death["count"], death["also_count"]) == (2, 0)


def test_who_is_told_on_the_same_ground_is_not_named_again(store: TestStore) -> None:
    def by_policy(land: Landscape) -> None:
        told_of()(land)
        requirement(land, "again", to="helper", event="accident")
        land.join("CAN_ALSO_BE", "event/death", "event/accident")

    found = asked(store, "one-event-many-recipients", by_policy).rows
    death = next(each for each in found if each["event"] == "death")
    assert death["others"] == ["nobody else on record"]


def test_what_interviewees_tell_of_a_class_is_not_counted_for_a_narrower_one(store: TestStore) -> None:
    def narrower(land: Landscape, basis: str) -> None:
        checks(force="none", basis=basis)(land)
        land.join("BROADER", "groups", "providers")
        land.rule("own", "oversight", "helper", "groups", oversight_kind="inspection")

    told = asked(store, "many-overseers", lambda land: narrower(land, "interview-account")).rows
    assert {each["class"]: each["all_count"] for each in told} == {"providers": 2, "groups": 2}
    described = asked(store, "many-overseers", lambda land: narrower(land, "body-on-itself")).rows
    assert {each["class"]: each["all_count"] for each in described} == {"providers": 2, "groups": 3}


def test_an_instrument_said_not_to_reach_a_class_is_no_source_for_it(store: TestStore) -> None:
    found = asked(store, "standards-from-several-issuers", narrower_left_out).rows
    assert [each["class"] for each in found] == ["providers"]


def test_an_instrument_on_trial_with_a_class_is_shown_as_not_reaching_it(store: TestStore) -> None:
    def three(land: Landscape) -> None:
        narrower_left_out(land)
        land.rule("own", "function", "centre", "groups", function="set-standards")

    found = asked(store, "standards-from-several-issuers", three).rows
    groups = next(each for each in found if each["class"] == "groups")
    assert (groups["count"], groups["left_out"]) == (2, ["not"])


def test_conditional_oversight_under_a_framework_that_leaves_the_class_out_is_no_other_regime(
    store: TestStore,
) -> None:
    def overseen(land: Landscape, condition: str | None) -> None:
        left_out()(land)
        land.things("Instrument", "third")
        land.rule("reach-of-third", "applicability", "third", "parts", polarity="does-not-hold", topic="x")
        said = {"oversight_kind": "oversight", "instrument": "third", "condition": condition}
        land.rule("over", "oversight", "centre", "groups", **said)

    conditional = row(store, "framework-leaves-out", lambda land: overseen(land, "where it applies"))
    assert conditional["otherwise"] == []
    assert row(store, "framework-leaves-out", lambda land: overseen(land, None))["otherwise"] == ["over"]


def test_a_handover_says_who_tells_it_and_what_else_is_told_of_the_case(store: TestStore) -> None:
    def case(land: Landscape, **said: str) -> None:
        handed_over()(land)
        land.say("event", "case-event", "boards-heard", "providers", **{"basis": "case", **said})

    found = row(store, "handovers-unacknowledged", case)
    assert (found["tellers"], found["case"]) == (["Boards heard"], ["event"])
    elsewhere = row(store, "handovers-unacknowledged", lambda land: case(land, topic="equity"))
    assert elsewhere["case"] == []


def test_what_others_say_of_the_unheard_is_shown_beside_the_conclusion(store: TestStore) -> None:
    def told(land: Landscape, about: str = "groups", topic: str = "risk-management") -> None:
        concluded("not-heard")(land)
        land.say("said", "account", "boards-heard", about, by="boards-heard", topic=topic)

    assert row(store, "concluded-on-unheard", told)["told"] == ["said"]
    assert row(store, "concluded-on-unheard", lambda land: told(land, topic="equity"))["told"] == []
    assert row(store, "concluded-on-unheard", lambda land: told(land, "providers"))["told"] == []


def test_what_replaced_an_instrument_says_whether_its_own_text_was_read(store: TestStore) -> None:
    def since(land: Landscape, basis: str) -> None:
        replaced()(land)
        land.rule("new", "duty", "boards", modality="duty", instrument="newer-framework", basis=basis)

    described = row(store, "instrument-replaced", lambda land: since(land, "official-statement"))
    assert "its own text has not been read" in described["read_since"]
    read = row(store, "instrument-replaced", lambda land: since(land, "text-of-the-instrument"))
    assert read["read_since"] == "one statement rests on what replaced it"
