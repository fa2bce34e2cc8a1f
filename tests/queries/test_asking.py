"""Asking: three answers, typed and bound parameters, READ only, cut answers said."""

from __future__ import annotations

import dataclasses
import datetime
from typing import Any

import pytest

from loaders.errors import ToolError
from loaders.store.connection import Store, TimedOutError
from queries import catalogue
from queries.asking import ask, bind
from queries.finding import Finding
from queries.lookups import look_up
from queries.span import as_date
from tests.conftest import TestStore, limited
from tests.queries.cases.builds import bodies, policy_assigns, same_function, stays
from tests.queries.landscapes import AFTER, FIRST, LAST, WITHIN, Landscape
from tests.releases import node

QUESTIONS = catalogue.load()
DENIES = QUESTIONS.question("policy-assigns-practice-denies")
OVERLAP = QUESTIONS.question("same-function-same-class")
SILENCE = QUESTIONS.question("accountability-not-stated")


def filled(store: TestStore, land: Landscape) -> Store:
    return store.replace(land.nodes.values(), land.edges)


def one(findings: list[Finding]) -> Finding:
    assert len(findings) == 1
    return findings[0]


def test_one_question_says_yes_no_and_not_known(store: TestStore) -> None:
    land = Landscape()
    policy_assigns(land)
    land.lists_completely("oversight", "providers")
    land.lists_completely("account", "providers")
    land.lists_completely("oversight", "parts")
    land.things("Class", "watchers")
    land.lists_completely("oversight", "watchers", complete=False)
    land.lists_completely("account", "watchers", complete=False)
    filled(store, land)

    def answer(name: str, date: datetime.date) -> str:
        asked = ask(store.store, DENIES, date, {"class": name})
        return asked.empty.answer if asked.empty else one(asked.findings).now.answer

    assert answer("groups", WITHIN) == "yes"
    assert answer("groups", AFTER) == "not known"
    assert answer("providers", WITHIN) == "no"
    assert answer("providers", AFTER) == "not known"
    assert answer("boards", WITHIN) == "not known"
    assert answer("watchers", WITHIN) == "not known"  # on record is that they are not all listed
    assert answer("parts", WITHIN) == "not known"  # only one of the two kinds is listed completely


def test_a_no_says_on_what_it_rests(store: TestStore) -> None:
    land = Landscape()
    bodies(land)
    land.lists_completely("function", "providers")
    filled(store, land)
    empty = ask(store.store, OVERLAP, WITHIN, {"class": "providers"}).empty
    assert empty is not None
    assert (empty.answer, empty.reason) == ("no", "It lists every function.")


def test_an_empty_answer_about_nothing_in_particular_is_not_known(store: TestStore) -> None:
    empty = ask(filled(store, Landscape()), OVERLAP, WITHIN).empty
    assert empty is not None
    assert empty.answer == "not known"
    assert empty.reason == OVERLAP.empty


def test_what_rests_on_an_absence_is_yes_only_where_a_source_lists_everything(store: TestStore) -> None:
    land = Landscape()
    stays(land, accountability="not-stated")
    finding = one(ask(filled(store, land), SILENCE, WITHIN).findings)
    assert (finding.now.answer, finding.known_to) == ("not known", None)
    assert "no source that was read lists them all for boards" in finding.now.reason

    until = WITHIN + datetime.timedelta(days=1)
    land.lists_completely("escalation", "boards", last=until)
    finding = one(ask(filled(store, land), SILENCE, WITHIN).findings)
    assert (finding.now.answer, finding.known_to) == ("yes", until)
    assert one(ask(store.store, SILENCE, LAST).findings).now.answer == "not known"


def test_a_list_about_a_class_covers_its_members_but_not_other_classes(store: TestStore) -> None:
    land = Landscape()
    bodies(land)
    land.things("Body", "board-one")
    land.join("IN_CLASS", "board-one", "boards")
    land.lists_completely("function", "boards")
    filled(store, land)
    answers = {
        name: ask(store.store, OVERLAP, WITHIN, {"class": name}).empty for name in ("board-one", "groups")
    }
    assert {name: empty.answer for name, empty in answers.items() if empty} == {
        "board-one": "no",
        "groups": "not known",
    }


def test_a_finding_is_known_while_all_its_premises_are(store: TestStore) -> None:
    land = Landscape()
    land.document("short", confirmed_to=WITHIN)
    policy_assigns(land)
    land.position("denial", "policy", "boards-heard", "disputes", document="short")
    land.edges = [each for each in land.edges if each.end != "report" or each.start != "denial-evidence-1"]
    finding = one(ask(filled(store, land), DENIES, LAST).findings)
    assert (finding.now.answer, finding.known_from, finding.known_to) == ("not known", FIRST, WITHIN)


def test_a_source_that_vouches_to_no_day_vouches_for_its_first_only(store: TestStore) -> None:
    land = Landscape(known_to=None)
    land.document("report", confirmed_to=None)
    stays(land)
    question = QUESTIONS.question("escalated-without-accountability")
    filled(store, land)
    assert one(ask(store.store, question, FIRST).findings).now.answer == "yes"
    assert one(ask(store.store, question, WITHIN).findings).now.answer == "not known"


@pytest.mark.parametrize(
    "value",
    [
        "groups' OR 1=1 //",
        'groups"}) DETACH DELETE n //',
        "$class",
        "x'; MATCH (n) DETACH DELETE n; //",
        "*",
    ],
)
def test_a_parameter_that_holds_cypher_is_only_a_name_that_nothing_has(store: TestStore, value: str) -> None:
    land = Landscape()
    policy_assigns(land)
    filled(store, land)
    before = store.read("MATCH (n) RETURN count(n) AS n").rows
    with pytest.raises(ToolError, match="nothing has that id, name or initials"):
        ask(store.store, DENIES, WITHIN, {"class": value})
    assert store.read("MATCH (n) RETURN count(n) AS n").rows == before


def test_text_reaches_the_query_as_a_value(store: TestStore) -> None:
    question = dataclasses.replace(
        OVERLAP,
        kind="profile",
        parameters=(dataclasses.replace(OVERLAP.parameters[0], name="text", type="text", optional=False),),
        columns=(dataclasses.replace(OVERLAP.columns[0], name="text"),),
        evidence=(),
        cypher="WITH $as_at AS day RETURN $text AS text",
    )
    attack = "' RETURN 1 UNION MATCH (n) DETACH DELETE n //"
    assert ask(store.store, question, WITHIN, {"text": attack}).rows == [{"text": attack}]


def test_a_question_cannot_write(store: TestStore) -> None:
    land = Landscape()
    stays(land)
    filled(store, land)
    question = dataclasses.replace(OVERLAP, cypher="CREATE (n:Statement {id: 'new'}) RETURN n.id AS id")
    with pytest.raises(ToolError, match="writes"):
        ask(store.store, question, WITHIN)
    assert store.read("MATCH (n {id: 'new'}) RETURN n").rows == []


def test_a_cut_answer_says_so_and_a_slow_one_is_ended(store: TestStore) -> None:
    land = Landscape()
    same_function(land)
    land.say("third", "function", "centre", "groups", function="assure")
    land.say("fourth", "function", "watcher", "groups", function="assure")
    filled(store, land)
    cut = ask(store.store, OVERLAP, WITHIN, row_limit=1)
    assert (len(cut.rows), len(cut.findings), cut.truncated) == (1, 1, True)
    assert not ask(store.store, OVERLAP, WITHIN, row_limit=2).truncated
    endless = dataclasses.replace(
        OVERLAP, cypher="UNWIND range(1, 1000000000) AS i WITH sum(i) AS n RETURN n"
    )
    with pytest.raises(ToolError, match=r"ended after 0\.5 seconds"):
        ask(store.store, endless, WITHIN, timeout_seconds=0.5)


@pytest.mark.parametrize(
    ("parameters", "what", "do"),
    [
        ({"clas": "groups"}, "no parameter 'clas'", "'class'"),
        ({"class": "group"}, "'group'", "'groups'"),
        ({"topic": "saftey"}, "'saftey'", "'safety'"),
        ({"topic": 3}, "not text", "text"),
    ],
)
def test_an_unknown_parameter_or_value_names_the_nearest(
    store: TestStore, parameters: dict[str, Any], what: str, do: str
) -> None:
    land = Landscape()
    same_function(land)
    filled(store, land)
    with pytest.raises(ToolError) as caught:
        ask(store.store, OVERLAP, WITHIN, parameters)
    assert what in caught.value.what
    assert do in caught.value.do


def test_a_missing_parameter_is_asked_for(store: TestStore) -> None:
    with pytest.raises(ToolError) as caught:
        ask(store.store, QUESTIONS.question("everything-on-a-body"), WITHIN)
    assert "needs the parameter 'body'" in caught.value.what
    assert "--parameter body=" in caught.value.do


def test_a_value_of_a_list_is_known_by_what_it_is_called_too(store: TestStore) -> None:
    land = Landscape()
    same_function(land)
    named = {"scheme": "topic", "notation": "staff-voice", "name": "what staff say"}
    land.nodes["topic/staff-voice"] = node("topic/staff-voice", "Concept", **named)
    filled(store, land)
    for given in ("staff-voice", "Staff voice", "What staff  say"):
        assert bind(store.store, OVERLAP, {"topic": given})["topic"] == "staff-voice"


def test_a_thing_is_known_by_its_id_its_name_or_its_initials(store: TestStore) -> None:
    land = Landscape()
    same_function(land)
    land.things("Class", "providers", initials="PRV", other_names=["Those who provide"])
    filled(store, land)
    for given in ("providers", "Providers", "prv", "those who provide"):
        assert len(ask(store.store, OVERLAP, WITHIN, {"class": given}).rows) == 1


@pytest.mark.parametrize(
    ("given", "nearest"),
    [
        ("2025-02-30", "2025-02-28"),
        ("30/02/2025", "2025-02-28"),
        ("2025-7-1", "2025-07-01"),
        ("2025-07", "2025-07-01"),
        ("1 July", "such as 2025-07-01"),
        ("\u0662\u0660\u0662\u0665-\u0660\u0667-\u0660\u0661", "such as 2025-07-01"),
    ],
)
def test_an_impossible_date_names_the_nearest(given: str, nearest: str) -> None:
    with pytest.raises(ToolError) as caught:
        as_date(given, "--as-at")
    assert nearest in caught.value.do


def test_a_query_that_does_not_give_what_its_header_says_is_named(store: TestStore) -> None:
    question = dataclasses.replace(OVERLAP, cypher="RETURN 1 AS one")
    with pytest.raises(ToolError, match=r"same-function-same-class\.cypher: the query does not return"):
        ask(store.store, question, WITHIN)


def test_a_question_that_takes_too_long_is_named_and_not_answered(store: TestStore) -> None:
    store.replace()
    slow = dataclasses.replace(OVERLAP, cypher="UNWIND range(1, 1000000000) AS x RETURN sum(sin(x)) AS x")
    with pytest.raises(
        TimedOutError, match=r"'same-function-same-class' was not answered.*after 0\.5 seconds"
    ):
        ask(store.store, slow, WITHIN, timeout_seconds=0.5)


def test_a_look_up_comes_whole_or_not_at_all(store: TestStore, monkeypatch: pytest.MonkeyPatch) -> None:
    land = Landscape()
    bodies(land)
    few = limited(filled(store, land), query_row_limit=1)
    assert len(look_up(few, "names")) > 1
    monkeypatch.setattr("queries.lookups.MOST_ROWS", 2)
    with pytest.raises(ToolError, match="'names' gives more than 2 rows"):
        look_up(few, "names")
