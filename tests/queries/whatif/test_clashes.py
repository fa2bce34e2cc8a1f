"""What cannot be tried is refused by name."""

from __future__ import annotations

import dataclasses
import datetime
from typing import Any

import pytest

from loaders.errors import ToolError
from queries.whatif.clashes import refuse_clashes
from queries.whatif.measures import Measure, chosen
from tests.queries.whatif.reforming import DAY, landscape, measure


def refused(*measures: Measure, every: dict[str, Measure] | None = None, day: datetime.date = DAY) -> str:
    with pytest.raises(ToolError) as caught:
        refuse_clashes(landscape().graph, list(measures), every or {}, day)
    return f"{caught.value.what} {caught.value.do}"


def one(identifier: str, **operation: Any) -> Measure:
    return measure(identifier, operation)


TO_PARENT = one("to-parent", operation="transfer", target="watcher", to="parent")


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (TO_PARENT, one("to-many", operation="transfer", target="watcher", to="watchers")),
        (
            one("ended", operation="abolish", target="watcher"),
            one("merged", operation="merge", target="watcher", to="parent"),
        ),
        (
            one("one-host", operation="change-host", target="watcher", to="parent"),
            one("another", operation="change-host", target="watcher", to="log"),
        ),
        (TO_PARENT, one("no-parent", operation="abolish", target="parent")),
        (
            one("whole", operation="transfer", target="watcher", to="watchers"),
            one("merged", operation="merge", target="watcher", to="parent"),
        ),
        (
            TO_PARENT,
            one("part", operation="transfer", target="watcher", to="watchers", function="assess"),
        ),
        (
            one("wide", operation="transfer", target="watcher", to="parent", over="watchers"),
            one("narrow", operation="transfer", target="watcher", to="forerunner", over="trusts"),
        ),
        (
            TO_PARENT,
            one("statement", operation="transfer", target="duties-1", to="watchers"),
        ),
        (
            one("renamed", operation="rename", target="watcher", new_name="Overseer"),
            one("again", operation="rename", target="watcher", new_name="Inspector"),
        ),
        (
            one("ended", operation="abolish", target="watcher"),
            one("more", operation="add-duty", target="watcher", function="train"),
        ),
        (
            one("ended", operation="merge", target="watcher", to="parent"),
            one("remit", operation="change-remit", target="watcher", function="train", over="trusts"),
        ),
        (
            one("more", operation="add-duty", target="watcher", function="train", over="trusts"),
            one("less", operation="drop-duty", target="watcher", function="train"),
        ),
    ],
)
def test_measures_that_contradict_each_other_are_both_named(first: Measure, second: Measure) -> None:
    words = refused(first, second)
    assert f"'{first.id}'" in words
    assert f"'{second.id}'" in words


def test_measures_that_agree_or_differ_in_scope_are_tried() -> None:
    graph = landscape().graph
    again = one("again", operation="transfer", target="watcher", to="parent")
    assure = one("assure", operation="transfer", target="watcher", to="parent", function="assure")
    assess = one("assess", operation="transfer", target="watcher", to="watchers", function="assess")
    refuse_clashes(graph, [TO_PARENT, again], {}, DAY)
    refuse_clashes(graph, [assure, assess], {}, DAY)
    refuse_clashes(graph, [TO_PARENT, assure], {}, DAY)
    merged = one("merged", operation="merge", target="watcher", to="parent")
    refuse_clashes(graph, [merged, assess], {}, DAY)  # a merger takes what is left
    same = one("same", operation="rename", target="watcher", new_name="Overseer")
    refuse_clashes(graph, [same, dataclasses.replace(same, id="too")], {}, DAY)
    more = one("more", operation="add-duty", target="watcher", function="train", over="trusts")
    refuse_clashes(
        graph, [more, one("less", operation="drop-duty", target="watcher", function="assess")], {}, DAY
    )
    elsewhere = one("elsewhere", operation="drop-duty", target="parent", function="train")
    refuse_clashes(graph, [more, elsewhere], {}, DAY)


@pytest.mark.parametrize("operation", ["merge", "transfer", "delegate", "change-host"])
def test_nothing_is_given_to_whoever_has_it(operation: str) -> None:
    words = refused(one("round", operation=operation, target="watcher", to="watcher"))
    assert "'round' has Watcher on both sides" in words


def test_one_measure_that_contradicts_itself_is_refused() -> None:
    twice = measure(
        "twice",
        {"operation": "rename", "target": "watcher", "new_name": "Overseer"},
        {"operation": "rename", "target": "watcher", "new_name": "Inspector"},
    )
    assert "contradicts itself: 'twice' gives Watcher different names" in refused(twice)
    instead = measure(
        "instead",
        {"operation": "drop-duty", "target": "watcher", "function": "assess"},
        {"operation": "add-duty", "target": "watcher", "function": "assess"},
    )
    refuse_clashes(landscape().graph, [instead], {}, DAY)


def test_a_body_that_is_closed_or_not_yet_open_on_the_day_is_named() -> None:
    assert "Forerunner, which closed on 31 December 2023" in refused(
        one("late", operation="abolish", target="forerunner")
    )
    assert "opens on 1 January 2000" in refused(
        one("early", operation="abolish", target="watcher"), day=datetime.date(1999, 1, 1)
    )


def test_a_body_that_another_measure_would_only_create_does_not_exist() -> None:
    creates = measure(
        "creates",
        {"operation": "create", "target": "council", "new_name": "Council"},
        status="proposed",
    )
    uses = one("uses", operation="transfer", target="watcher", to="council")
    result = landscape()
    result.make("council", "Council")
    result.graph.remove((None, result.ontology.property("opened"), None))
    with pytest.raises(ToolError, match="'creates'"):
        refuse_clashes(result.graph, [uses], {"creates": creates, "uses": uses}, DAY)
    refuse_clashes(result.graph, [creates, uses], {"creates": creates, "uses": uses}, DAY)


def test_two_measures_cannot_create_the_same_body() -> None:
    first = one("first", operation="create", target="council", new_name="Council")
    second = one("second", operation="create", target="council", new_name="Council")
    assert "'first' and 'second' would each create" in refused(first, second)


def test_what_exists_cannot_be_created() -> None:
    assert "exists on 1 January 2025 already" in refused(one("twice", operation="create", target="watcher"))


def test_an_unknown_measure_names_the_nearest_and_one_in_force_is_no_measure_any_more() -> None:
    every = {"to-parent": TO_PARENT, "done": measure("done", status="in-force")}
    with pytest.raises(ToolError, match="to-parents") as caught:
        chosen(every, ["to-parents"])
    assert "'to-parent'" in caught.value.do
    with pytest.raises(ToolError, match="in-force"):
        chosen(every, ["done"])


def test_what_others_depend_on_comes_first() -> None:
    every = {"a": measure("a", depends_on=("b",)), "b": measure("b")}
    assert [each.id for each in chosen(every, ["a", "b"])] == ["b", "a"]
