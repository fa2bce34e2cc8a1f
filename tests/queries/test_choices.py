"""What a reader gives: taken by value, name or initials; what cannot be meant names the nearest choice."""

from __future__ import annotations

import datetime

import pytest

from loaders.errors import ToolError
from queries.asking import bind
from queries.catalogue import load
from queries.choices import Choice, Given, choices, nearest_of, read_given, scheme_of
from queries.header import Parameter, Question
from tests.conftest import TestStore
from tests.queries.landscapes import Landscape

THINGS = (
    Choice("care-quality-commission", "Care Quality Commission", ("CQC",)),
    Choice("council-a", "County Council", ("CC",)),
    Choice("council-b", "City Council", ("CC",)),
)
EVENTS = (Choice("maternal-death", "maternal death"), Choice("stillbirth", "stillbirth"))
OFFERED = {"thing": THINGS, "event": EVENTS}


@pytest.fixture(scope="module")
def who_is_told() -> Question:
    """A question that takes an event and a body."""
    return load().question("who-is-told")


@pytest.mark.parametrize(
    ("given", "values"),
    [
        ({}, {}),
        ({"event": " ", "body": ""}, {}),
        ({"event": "maternal-death"}, {"event": "maternal-death"}),
        ({"event": "Stillbirth"}, {"event": "stillbirth"}),
        ({"body": "cqc"}, {"body": "care-quality-commission"}),
        ({"body": "county council"}, {"body": "council-a"}),
    ],
)
def test_what_can_be_meant_is_taken(
    who_is_told: Question, given: dict[str, str], values: dict[str, str]
) -> None:
    assert read_given(who_is_told, given, OFFERED) == Given(values, (), ())


@pytest.mark.parametrize(
    ("given", "parameter", "nearest"),
    [
        ({"event": "maternal-deaht"}, "event", ["maternal-death"]),
        ({"body": "Care Quality Comission"}, "body", ["care-quality-commission"]),
        ({"body": "CC"}, "body", ["council-a", "council-b"]),
        ({"body": "quality"}, "body", ["care-quality-commission"]),
        ({"bdy": "x"}, None, ["body"]),
        ({"body": "zzzz"}, "body", []),
    ],
)
def test_what_cannot_be_meant_names_the_nearest(
    who_is_told: Question, given: dict[str, str], parameter: str | None, nearest: list[str]
) -> None:
    read = read_given(who_is_told, given, OFFERED)
    assert read.values == {}
    (problem,) = read.problems
    assert problem.parameter == parameter
    assert [each.value for each in problem.nearest] == nearest


def test_a_prefix_belongs_to_the_name(who_is_told: Question) -> None:
    assert read_given(who_is_told, {"p-body": "CQC"}, OFFERED, "p-").values == {"body": THINGS[0].value}
    (problem,) = read_given(who_is_told, {"body": "CQC"}, OFFERED, "p-").problems
    assert [each.value for each in problem.nearest] == ["p-body"]


def test_numbers_dates_and_what_is_needed(who_is_told: Question) -> None:
    asking = {"number": ("integer", True), "day": ("date", True), "words": ("text", False)}
    question = Question(
        **{
            **vars(who_is_told),
            "parameters": tuple(Parameter(name, *kind, "Help.") for name, kind in asking.items()),
        }
    )
    read = read_given(question, {"number": "-12", "day": "2024-10-11", "words": "a"}, {})
    assert read.values == {"number": -12, "day": datetime.date(2024, 10, 11), "words": "a"}
    wrong = read_given(question, {"number": "1.5", "day": "2024-02-30"}, {})
    assert [each.what for each in wrong.problems] == [
        "“1.5” is not a whole number.",
        "“2024-02-30” is not a date. Did you mean 2024-02-29?",
    ]
    assert [each.name for each in wrong.missing] == ["words"]


def test_every_parameter_of_the_catalogue_has_a_way_to_be_chosen() -> None:
    kinds = {parameter.type for question in load() for parameter in question.parameters}
    chosen = {kind for kind in kinds if kind.partition(":")[0] in ("thing", "statement", "concept")}
    for question in load():
        for parameter in question.parameters:
            assert (scheme_of(parameter) is not None) == (parameter.type in chosen)


def test_nearest_is_alike_in_writing_before_it_is_part_of_a_name() -> None:
    assert [each.value for each in nearest_of("council", THINGS)][-1:] != ["care-quality-commission"]
    assert nearest_of("xyzxyz", THINGS) == ()


def test_a_statement_is_chosen_by_its_sentence_among_those_of_its_kind_that_count(store: TestStore) -> None:
    land = Landscape()
    land.things("Body", "watcher", "parent")
    land.say("measure", "reform", "watcher", "parent", text="Close the watcher.")
    land.say("waiting", "reform", "watcher", "parent", verification="unverified")
    land.say("watched", "oversight", "watcher", "parent")
    store.replace(land.nodes.values(), land.edges)
    question = load().question("measures-together")
    offered = {"statement:reform": choices(store.store, "statement:reform")}
    assert offered["statement:reform"] == (Choice("measure", "Close the watcher."),)
    assert [each.value for each in choices(store.store, "statement")] == ["measure", "watched"]
    for given in ("measure", "close the watcher."):
        assert read_given(question, {"measure": given}, offered).values == {"measure": "measure"}
        assert bind(store.store, question, {"measure": given}) == {"measure": "measure"}
    [problem] = read_given(question, {"measure": "mesure"}, offered).problems
    assert [each.words for each in problem.nearest] == ["Close the watcher."]
    for given in ("waiting", "watched"):
        with pytest.raises(ToolError, match="not one of its values"):
            bind(store.store, question, {"measure": given})
