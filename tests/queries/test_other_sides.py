"""What stands beside an answer: who disputes it, what is not required, who else is named, what follows."""

from __future__ import annotations

from typing import Any

from queries import catalogue
from queries.asking import ask
from queries.finding import Finding
from tests.conftest import TestStore
from tests.queries.cases.builds import Build, accessible, bodies, hindered, stays
from tests.queries.cases.demands import checks
from tests.queries.cases.feedback import answering
from tests.queries.cases.reform import lawful, meets
from tests.queries.landscapes import FIRST, WITHIN, Landscape

QUESTIONS = catalogue.load()


def found(store: TestStore, name: str, land: Landscape, **given: Any) -> Finding:
    store.replace(land.nodes.values(), land.edges)
    (finding,) = ask(store.store, QUESTIONS.question(name), WITHIN, given).findings
    return finding


def claims(finding: Finding, name: str) -> list[str]:
    return [claim.id for group in finding.groups if group.name == name for claim in group.claims]


def made(build: Build) -> Landscape:
    land = Landscape()
    build(land)
    return land


def test_a_chain_is_shown_in_order_with_who_disputes_a_link(store: TestStore) -> None:
    land = made(answering("oversight", "assessment"))
    land.position("denial", "near", "boards-heard", "disputes", quantifier="all")
    land.position("remark", "far", "watcher", "qualifies")
    land.say("told", "account", "boards-heard", "parts", by="boards-heard", concerns="near")
    way = {"from": "parts", "to": "centre"}
    finding = found(store, "accountable-path", land, **way)
    assert claims(finding, "steps") == ["near", "far"]
    assert finding.values["forces"] == ["policy", "policy"]
    assert finding.values["disputed"] == [
        "Parts → Boards (disputed by: Boards heard (17 heard of 42; all said so))"
    ]
    assert claims(finding, "disputes") == ["denial", "remark"]
    assert claims(finding, "accounts") == ["told"]
    undisputed = found(store, "accountable-path", made(answering("oversight", "oversight")), **way)
    assert undisputed.values["disputed"] == ["no link"]
    assert "none" not in undisputed.values["forces"]


def test_what_is_said_not_to_be_required_is_no_blank(store: TestStore) -> None:
    land = made(accessible)
    assert found(store, "feedback-by-stage", land).values["required"] == ["nothing on record"]
    land.rule("lifted", "reporting", "centre", "boards", polarity="does-not-hold", strength="must")
    finding = found(store, "feedback-by-stage", land)
    assert finding.values["required"] == ["1 report said not to be required"]
    assert claims(finding, "not_required") == ["lifted"]


def test_what_a_source_concludes_of_raising_and_reporting_stands_with_the_step(store: TestStore) -> None:
    land = made(stays)
    land.join("BROADER", "boards", "groups")
    said = {"finding_kind": "ambiguity", "topic": "risk-management"}
    land.say("concluded", "published-finding", "watcher", "groups", by="watcher", **said)
    land.say("follows", "effect", "groups", "groups", by="watcher", effect_kind="risk", of="concluded")
    land.say("elsewhere", "published-finding", "watcher", "centre", finding_kind="ambiguity")
    assert claims(found(store, "escalation-against-reporting", land), "conclusions") == [
        "concluded",
        "follows",
    ]


def test_the_condition_of_what_is_expected_travels_with_it(store: TestStore) -> None:
    finding = found(store, "expected-but-hindered", made(hindered(condition="where agreed")))
    assert "Only: where agreed." in finding.summary
    assert "Only" not in found(store, "expected-but-hindered", made(hindered())).summary


def test_a_clause_is_read_from_the_place_in_the_law_where_the_statement_gives_none(store: TestStore) -> None:
    for basis, expected in (
        ("text-of-the-instrument", ["section 110(1)"]),
        ("body-on-another", ["not recorded"]),
    ):
        land = made(lawful(provision=None, basis=basis))
        place = land.nodes["power-evidence-1"]
        place = type(place)(place.id, place.labels, {**place.properties, "locator": "section 110(1)"})
        land.nodes["power-evidence-1"] = place
        assert found(store, "provisions-to-change", land).values["provisions"] == expected


def test_a_further_measure_that_names_who_takes_over_is_shown(store: TestStore) -> None:
    land = made(meets("abolish", "centre"))
    plain = found(store, "measures-together", land)
    assert plain.values["otherwise"] == ""
    land.say("third", "reform", "minister", "centre", by="minister", lifecycle="proposed")
    land.operation("third", "abolish", target="centre")
    land.operation("third", "transfer", step=2, target="centre", from_="centre", to="watcher")
    finding = found(store, "measures-together", land, measure="other")
    assert claims(finding, "elsewhere") == ["third"]
    assert "names who takes over" in finding.summary


def test_visits_by_people_heard_are_shown_with_their_class_and_marked(store: TestStore) -> None:
    land = made(checks())
    text = "Boards heard described visits to providers."
    land.say("told", "oversight", "boards-heard", "providers", oversight_kind="assurance", text=text)
    land.say("also", "oversight", "boards-heard", "providers", oversight_kind="assurance")
    finding = found(store, "who-may-visit-or-ask", land)
    assert "Boards (as told in interviews with 17 of 42)" in finding.values["visitors"]
    assert finding.values["askers"] == ["Boards (as told in interviews with 17 of 42)"]
    assert (finding.values["visit_count"], finding.values["visit_told"]) == (3, 1)
    assert "told" in claims(finding, "visits")


def test_people_heard_make_nobody_one_of_two_who_visit(store: TestStore) -> None:
    land = Landscape()
    bodies(land)
    land.rule("one", "oversight", "centre", "providers", oversight_kind="assessment")
    land.say("told", "oversight", "boards-heard", "providers", oversight_kind="inspection")
    store.replace(land.nodes.values(), land.edges)
    assert ask(store.store, QUESTIONS.question("who-may-visit-or-ask"), WITHIN, {}).rows == []


def test_what_is_no_longer_so_from_a_day_did_not_begin_then(store: TestStore) -> None:
    land = Landscape()
    bodies(land)
    land.rule("given", "function", "centre", "groups", function="advise", valid_from=FIRST)
    denied = {"function": "assess", "polarity": "does-not-hold", "valid_from": FIRST}
    land.rule("taken", "function", "centre", "groups", **denied)
    store.replace(land.nodes.values(), land.edges)
    rows = ask(store.store, QUESTIONS.question("what-changed"), WITHIN, {}).rows
    assert {row["claim"][0]: row["what"] for row in rows} == {"given": "began", "taken": "stopped or lifted"}


def test_what_is_paused_made_or_said_by_the_body_itself_stands_apart(store: TestStore) -> None:
    land = Landscape()
    bodies(land)
    land.rule("watching", "oversight", "watcher", "groups", oversight_kind="inspection")
    land.say("halted", "oversight", "watcher", "groups", oversight_kind="inspection", lifecycle="paused")
    land.say("begun", "reform", "minister", "watcher", lifecycle="commenced")
    land.say("planned", "reform", "minister", "watcher", lifecycle="announced")
    land.say("found", "published-finding", "watcher", "groups", by="watcher")
    land.say("defined", "definition", "watcher", "groups", by="watcher")
    land.say("heard", "account", "watcher", "groups", by="boards-heard")
    store.replace(land.nodes.values(), land.edges)
    rows = ask(store.store, QUESTIONS.question("everything-on-a-body"), WITHIN, {"body": "watcher"}).rows
    assert {row["claim"][0]: row["group"] for row in rows} == {
        "watching": "oversees",
        "halted": "paused",
        "begun": "changed",
        "planned": "proposed",
        "found": "says",
        "defined": "says",
        "heard": "said-about",
    }
