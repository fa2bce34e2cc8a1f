"""Every question: what must match it does, near misses do not, and only checked, current statements count."""

from __future__ import annotations

import datetime

import pytest

from loaders.store.connection import Store
from queries import catalogue
from queries.asking import Asked, ask
from tests.conftest import TestStore
from tests.queries.cases import ALSO_MATCHING, MATCHING, MISSING
from tests.queries.cases.builds import Build, assigned, bodies
from tests.queries.cases.demands import checks
from tests.queries.landscapes import AFTER, FIRST, WITHIN, Landscape
from tests.releases import node

QUESTIONS = catalogue.load()
NAMES = sorted(QUESTIONS.questions)
BEFORE = FIRST - datetime.timedelta(days=1)


def filled(store: TestStore, build: Build, land: Landscape | None = None) -> Store:
    made = land or Landscape()
    build(made)
    return store.replace(made.nodes.values(), made.edges)


def asked(store: TestStore, name: str, build: Build, land: Landscape | None = None) -> Asked:
    parameters = MATCHING[name][1]
    return ask(filled(store, build, land), QUESTIONS.question(name), WITHIN, parameters)


def test_every_question_is_tried_on_data_that_must_match_and_data_that_must_not() -> None:
    assert sorted(MATCHING) == NAMES
    assert sorted(MISSING) == NAMES


@pytest.mark.parametrize("name", NAMES)
def test_a_question_finds_what_it_asks_for(store: TestStore, name: str) -> None:
    build, _, keys = MATCHING[name]
    answer = asked(store, name, build)
    assert answer.rows
    assert answer.empty is None
    assert [finding.id for finding in answer.findings] == [f"{name}--{key}" for key in keys]


@pytest.mark.parametrize(
    ("name", "build"),
    [
        pytest.param(name, build, id=f"{name}: {why}")
        for name, cases in ALSO_MATCHING.items()
        for why, build in cases
    ],
)
def test_a_question_finds_each_form_of_what_it_asks_for(store: TestStore, name: str, build: Build) -> None:
    assert asked(store, name, build).rows


@pytest.mark.parametrize(
    ("name", "build"),
    [
        pytest.param(name, build, id=f"{name}: {why}")
        for name, cases in MISSING.items()
        for why, build in cases
    ],
)
def test_a_question_passes_over_a_near_miss(store: TestStore, name: str, build: Build) -> None:
    if name == "everything-on-a-body":
        answer = ask(filled(store, build), QUESTIONS.question(name), WITHIN, {"body": "watcher"})
    else:
        answer = asked(store, name, build)
    assert answer.rows == []
    assert answer.empty is not None


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize(
    "overriding",
    [
        pytest.param({"verification": "unverified"}, id="unverified"),
        pytest.param({"known_from": AFTER, "known_to": AFTER}, id="not yet said"),
        pytest.param({"known_to": FIRST, "ended": True}, id="ended"),
    ],
)
def test_no_question_takes_what_is_unverified_not_yet_said_or_ended(
    store: TestStore, name: str, overriding: dict[str, object]
) -> None:
    assert asked(store, name, MATCHING[name][0], Landscape(**overriding)).rows == []


@pytest.mark.parametrize("name", NAMES)
def test_what_its_source_no_longer_vouches_for_is_not_known(store: TestStore, name: str) -> None:
    filled(store, MATCHING[name][0])
    answer = ask(store.store, QUESTIONS.question(name), AFTER, MATCHING[name][1])
    assert answer.rows
    assert {finding.now.answer for finding in answer.findings} <= {"not known"}


@pytest.mark.parametrize("name", NAMES)
def test_a_position_taken_later_is_not_seen_earlier(store: TestStore, name: str) -> None:
    land = Landscape()
    MATCHING[name][0](land)
    for identifier, made in land.nodes.items():
        if made.labels[0] == "Position":
            properties = {**made.properties, "stated_at": AFTER}
            land.nodes[identifier] = type(made)(identifier, made.labels, properties)
    store.replace(land.nodes.values(), land.edges)
    answer = ask(store.store, QUESTIONS.question(name), WITHIN, MATCHING[name][1])
    assert not any(claim.what == "position" for claim in answer.claims.values())
    assert not any(finding.contested for finding in answer.findings)


def test_what_policy_assigns_and_practice_denies_is_shown_with_every_side(store: TestStore) -> None:
    finding = asked(
        store, "policy-assigns-practice-denies", MATCHING["policy-assigns-practice-denies"][0]
    ).findings[0]
    groups = {group.name: [claim.id for claim in group.claims] for group in finding.groups}
    assert groups == {
        "policy": ["policy"],
        "denials": ["denial"],
        "qualifications": ["qualified"],
        "practice": ["told"],
        "exceptions": ["exception"],
        "other_policy": ["also"],
        "limits": ["not-heard"],
        "changes": ["measure"],
    }
    assert finding.now.answer == "yes"
    assert finding.now.contested
    assert finding.values["denied_by"] == ["Boards heard (17 heard of 42; all said so)"]
    assert finding.values["assigned_topics"] == ["quality"]
    assert finding.values["denied_topics"] == ["safety"]


def test_a_newer_instrument_of_which_nothing_was_read_is_named(store: TestStore) -> None:
    land = Landscape()
    MATCHING["policy-assigns-practice-denies"][0](land)
    land.join("REPLACES", "newer-framework", "framework")
    land.rule("elsewhere", "oversight", "boards", "providers", by="centre", instrument="newer-framework")
    store.replace(land.nodes.values(), land.edges)
    finding = ask(store.store, QUESTIONS.question("policy-assigns-practice-denies"), AFTER).findings[0]
    assert finding.values["newer_instruments"] == ["Newer framework"]
    assert "Newer framework, which came after, has not been read" in finding.now.reason
    land.rule("there-too", "oversight", "boards", "parts", by="centre", instrument="newer-framework")
    store.replace(land.nodes.values(), land.edges)
    finding = ask(store.store, QUESTIONS.question("policy-assigns-practice-denies"), AFTER).findings[0]
    assert finding.values["newer_instruments"] == []


def test_each_hop_of_a_path_is_cited_by_itself(store: TestStore) -> None:
    rows = asked(store, "escalation-paths", MATCHING["escalation-paths"][0]).rows
    assert [(row["hop"], row["from_name"], row["to_name"], row["steps"]) for row in rows] == [
        (1, "Providers", "Boards", ["first"]),
        (2, "Boards", "Centre", ["second"]),
    ]


def test_a_circle_of_steps_is_no_path(store: TestStore) -> None:
    land = Landscape()
    MATCHING["escalation-paths"][0](land)
    land.say("back", "escalation", "boards", "providers", tier_from="system", tier_to="provider")
    store.replace(land.nodes.values(), land.edges)
    rows = ask(store.store, QUESTIONS.question("escalation-paths"), WITHIN).rows
    assert [row["steps"] for row in rows] == [["first"], ["second"]]


@pytest.mark.parametrize(("body", "groups"), [("framework", {"rests-on"}), ("groups", {"overseen"})])
def test_an_instrument_shows_what_rests_on_it(store: TestStore, body: str, groups: set[str]) -> None:
    def build(land: Landscape) -> None:
        assigned(land)
        land.say("elsewhere", "oversight", "watcher", "boards", by="watcher")

    answer = ask(filled(store, build), QUESTIONS.question("everything-on-a-body"), WITHIN, {"body": body})
    found = {(row["group"], row["claim"][0]) for row in answer.rows}
    assert ("elsewhere" in {claim for _, claim in found}) is False
    assert {group for group, claim in found if claim == "policy"} == groups


@pytest.mark.parametrize(
    ("kind", "said", "groups"),
    [
        ("oversight", {"oversight_kind": "inspection"}, ("oversees", "overseen")),
        ("oversight", {}, ("oversees", "overseen")),
        ("function", {"function": "assess"}, ("oversees", "overseen")),
        ("oversight", {"oversight_kind": "support"}, ("does", "done")),
        ("oversight", {"oversight_kind": "co-ordination"}, ("does", "done")),
        ("function", {"function": "advise"}, ("does", "done")),
        ("commissioning", {}, ("does", "done")),
        ("delegation", {}, ("does", "done")),
    ],
)
def test_help_and_tasks_are_not_listed_as_oversight(
    store: TestStore, kind: str, said: dict[str, str], groups: tuple[str, str]
) -> None:
    def build(land: Landscape) -> None:
        land.things("Body", "helper", "helped")
        land.say("claim", kind, "helper", "helped", **said)

    found = filled(store, build)
    for body, group in zip(("helper", "helped"), groups, strict=True):
        answer = ask(found, QUESTIONS.question("everything-on-a-body"), WITHIN, {"body": body})
        assert [row["group"] for row in answer.rows] == [group]


def test_a_measure_touches_whoever_would_take_something_on(store: TestStore) -> None:
    land = Landscape()
    MATCHING["measures-that-touch"][0](land)
    land.operation("measure", "transfer", step=2, target="centre", from_="centre", to="watcher")
    store.replace(land.nodes.values(), land.edges)
    finding = ask(store.store, QUESTIONS.question("measures-that-touch"), AFTER).findings[0]
    assert {"centre", "watcher"} <= {ref.id for ref in finding.touches}


def test_a_body_that_has_closed_is_no_longer_reached_through_its_class(store: TestStore) -> None:
    land = Landscape()
    assigned(land)
    land.things("Body", "member", closed=WITHIN)
    land.join("IN_CLASS", "member", "boards")
    store.replace(land.nodes.values(), land.edges)
    for date, reached in ((WITHIN, True), (AFTER, False)):
        rows = ask(store.store, QUESTIONS.question("everything-on-a-body"), date, {"body": "member"}).rows
        assert bool(rows) is reached


def test_what_ended_is_listed_with_its_last_day(store: TestStore) -> None:
    land = Landscape()
    bodies(land)
    land.say("old", "duty", "centre", "boards", by="watcher", valid_to=FIRST, known_to=FIRST, ended=True)
    store.replace(land.nodes.values(), land.edges)
    rows = ask(store.store, QUESTIONS.question("what-changed"), WITHIN).rows
    assert [(row["what"], row["day"], row["claim"]) for row in rows] == [("ended", FIRST, ["old"])]


def test_only_what_changed_since_a_day_is_listed(store: TestStore) -> None:
    land = Landscape()
    bodies(land)
    land.say("early", "duty", "centre", "boards", by="watcher", valid_from=FIRST)
    land.say("late", "succession", "centre", "helper", by="watcher", valid_from=WITHIN)
    store.replace(land.nodes.values(), land.edges)
    rows = ask(store.store, QUESTIONS.question("what-changed"), AFTER, {"since": WITHIN.isoformat()}).rows
    assert [row["claim"] for row in rows] == [["late"]]


@pytest.mark.parametrize(
    ("locators", "clause"),
    [
        (["section 3(1)"], "section 3(1)"),
        (["Schedule 1, paragraph 2"], "Schedule 1, paragraph 2"),
        (["paragraph 88"], "paragraph 88"),
        (["Schedule 1, paragraph 2", "regulation 5"], "regulation 5"),
        (["1.3.1 s2"], None),
    ],
)
def test_a_clause_is_the_place_in_the_text_of_the_instrument(
    store: TestStore, locators: list[str], clause: str | None
) -> None:
    land = Landscape()
    bodies(land)
    land.rule("rule", "duty", "boards", by="centre", instrument="framework", basis="text-of-the-instrument")
    for locator in locators:
        land.nodes[locator] = node(locator, "Evidence", locator=locator)
        land.join("EVIDENCE", "rule", locator)
    store.replace(land.nodes.values(), land.edges)
    rows = ask(store.store, QUESTIONS.question("what-rests-on"), WITHIN).rows
    assert [row["clause"] for row in rows] == [clause]


@pytest.mark.parametrize(
    ("rests_on", "said"), [({}, "nothing that a source names"), ({"instrument": "framework"}, "Framework")]
)
def test_a_function_without_a_clause_is_shown_with_the_instrument_that_it_names(
    store: TestStore, rests_on: dict[str, str], said: str
) -> None:
    land = Landscape()
    bodies(land)
    land.say(
        "held",
        "function",
        "helper",
        "boards",
        by="helper",
        function="inspect",
        basis="body-on-itself",
        **rests_on,
    )
    store.replace(land.nodes.values(), land.edges)
    rows = ask(store.store, QUESTIONS.question("functions-without-provision"), WITHIN).rows
    assert [row["rests_on"] for row in rows] == [[said]]


def test_who_may_visit_members_that_are_also_something_else_is_counted_apart(store: TestStore) -> None:
    land = Landscape()
    checks()(land)
    land.join("CAN_ALSO_BE", "providers", "groups")
    land.rule("known", "oversight", "centre", "groups", oversight_kind="inspection")
    land.rule("more", "oversight", "helper", "groups", oversight_kind="inspection")
    land.rule("reported", "reporting", "groups", "helper")
    store.replace(land.nodes.values(), land.edges)
    question = QUESTIONS.question("who-may-visit-or-ask")
    (row,) = ask(store.store, question, WITHIN, {"class": "providers"}).rows
    assert (row["visit_count"], row["also_count"]) == (2, 1)
    assert row["others"] == [
        "Centre (visits or judges; as: Groups)",
        "Helper (visits or judges, is sent reports; as: Groups)",
    ]
