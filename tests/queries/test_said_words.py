"""What a row says beside its match: limits, grounds, changes, and through whom a thing is known."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from tests.conftest import TestStore
from tests.queries.cases.builds import Build, bodies, denied_duty, functions
from tests.queries.cases.contest import practised
from tests.queries.cases.gap_builds import concluded, held, out_of_reach, patients
from tests.queries.cases.investigations import investigated
from tests.queries.cases.remits import recommended
from tests.queries.landscapes import Landscape
from tests.queries.test_answers import asked


def changed(land: Landscape, identifier: str, **properties: Any) -> None:
    made = land.nodes[identifier]
    land.nodes[identifier] = replace(made, properties={**made.properties, **properties})


def row(store: TestStore, name: str, build: Build) -> dict[str, Any]:
    (only,) = asked(store, name, build).rows
    return only


def test_no_answer_recorded_as_owed_is_no_answer_that_is_not_owed(store: TestStore) -> None:
    left_open = row(store, "alike-recommendations", recommended(recommendation_kind="recommendation"))
    assert left_open["owed_words"] == ["on record as owed (1)", "not stated whether owed (1)"]
    observed = row(store, "alike-recommendations", recommended(recommendation_kind="observation"))
    assert observed["owed_words"] == ["on record as owed (1)", "none asked for (1)"]


def test_what_is_not_required_is_given_with_its_limit(store: TestStore) -> None:
    assert row(store, "said-not-required", denied_duty("does-not-hold"))["limit"] == "none stated"
    limited = denied_duty("does-not-hold", condition="except by contract")
    assert row(store, "said-not-required", limited)["limit"] == "except by contract"


def test_beside_what_nobody_is_owed_stands_what_is_expected_under_the_same_function(
    store: TestStore,
) -> None:
    def build(land: Landscape) -> None:
        bodies(land)
        land.say("not", "duty", "boards", function="manage-risk", polarity="does-not-hold")
        land.rule("same", "duty", "boards", "providers", function="manage-risk")
        land.rule("other", "duty", "boards", "providers", function="assess")
        land.rule("none", "duty", "boards", "providers")

    assert row(store, "said-not-required", build)["beside"] == ["same"]


def test_of_what_is_expected_of_a_receiver_only_what_needs_the_information_is_shown(
    store: TestStore,
) -> None:
    def build(land: Landscape) -> None:
        out_of_reach("usable")(land)
        for topic in ("safety", "risk-management", "leadership-and-management"):
            land.rule(f"duty-on-{topic}", "duty", "boards", "providers", topic=topic)

    found = row(store, "information-out-of-reach", build)
    assert sorted(found["relied_on"]) == ["duty-on-risk-management", "duty-on-safety"]


def test_a_rule_that_is_named_and_was_not_read_is_said_to_be_so(store: TestStore) -> None:
    named = investigated(kind="function", force="none", instrument="framework", basis="body-on-itself")
    shown = row(store, "may-investigate-same-event", named)["investigators"]
    assert "Watcher (must: a rule that is named and was not read, Framework, by its own account)" in shown
    unnamed = investigated(kind="function", force="none", basis="body-on-another")
    shown = row(store, "may-investigate-same-event", unnamed)["investigators"]
    assert "Watcher (must: no rule named, by another body's account)" in shown


def test_who_names_a_rule_that_was_not_read_is_not_only_told_of(store: TestStore) -> None:
    told = row(store, "same-function-same-class", functions())
    assert (told["by_instrument"], told["by_named_rule"], told["as_told"]) == (0, 0, 2)
    named = row(store, "same-function-same-class", functions(instrument="framework"))
    assert (named["by_instrument"], named["by_named_rule"], named["as_told"]) == (0, 1, 1)


def test_a_function_is_shown_with_what_is_to_become_of_its_holder(store: TestStore) -> None:
    def closing(lifecycle: str) -> Build:
        def build(land: Landscape) -> None:
            held()(land)
            land.say("close", "reform", "minister", "centre", lifecycle=lifecycle)

        return build

    announced = row(store, "functions-without-provision", closing("announced"))
    assert (announced["changes"], announced["change"]) == (
        ["close"],
        " What is proposed, announced or considered for it is shown.",
    )
    rejected = row(store, "functions-without-provision", closing("rejected"))
    assert (rejected["changes"], rejected["change"]) == ([], "")


def test_whoever_gathers_what_patients_say_of_their_care_is_a_way(store: TestStore) -> None:
    def gathering(topic: str) -> Build:
        def build(land: Landscape) -> None:
            patients()(land)
            land.rule(
                "views", "function", "centre", "patients-and-carers", function="collect-data", topic=topic
            )

        return build

    assert row(store, "patients-raising-risks", gathering("user-experience"))["ways"] == ["Centre"]
    assert row(store, "patients-raising-risks", gathering("safety"))["ways"] == []


def test_one_passage_is_one_account_however_it_is_recorded(store: TestStore) -> None:
    def twice(locator: str) -> Build:
        def build(land: Landscape) -> None:
            practised()(land)
            land.position("doubt", "rule", "boards-heard", "qualifies", basis="interview-account")
            changed(land, "doubt-evidence-1", locator=locator)

        return build

    assert row(store, "policy-against-practice", twice("1.2 s3"))["accounts_count"] == "one account"
    assert row(store, "policy-against-practice", twice("1.2 s4"))["accounts_count"] == "2 accounts"


def test_a_conclusion_is_given_with_whoever_passed_it_on(store: TestStore) -> None:
    def passed_on(**said: Any) -> Build:
        def build(land: Landscape) -> None:
            concluded("not-stated")(land)
            changed(land, "conclusion", **said)
            land.join("PUBLISHER", "report", "helper")

        return build

    told = row(store, "heard-not-stated", passed_on(basis="body-on-another"))
    assert told["reported"] == ", as Helper reports it,"
    assert row(store, "heard-not-stated", passed_on(basis="authors-finding"))["reported"] == ""
