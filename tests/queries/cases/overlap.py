"""Cases of the questions of the kind overlap."""

from __future__ import annotations

from tests.queries.cases.builds import Build, functions, one_holder_twice, same_function
from tests.queries.cases.demands import checks, checks_where_also, told_of, told_where_also

MATCHING: dict[str, tuple[Build, dict[str, str], list[str]]] = {
    "many-overseers": (checks(), {}, ["providers"]),
    "one-event-many-recipients": (told_of(), {}, ["death"]),
    "same-function-same-class": (same_function, {}, ["assure--providers--safety"]),
}

ALSO_MATCHING: dict[str, list[tuple[str, Build]]] = {
    "many-overseers": [
        ("of members that are also something else", checks_where_also),
        ("a function that is oversight", checks("function", function="assure")),
    ],
    "one-event-many-recipients": [
        ("told of the wider event", told_where_also("BROADER")),
        ("told of what the event can also be", told_where_also("CAN_ALSO_BE")),
        ("told by another", told_of(by="groups")),
        ("told on a condition", told_of(condition="where asked")),
    ],
}

MISSING: dict[str, list[tuple[str, Build]]] = {
    "many-overseers": [
        ("another class", checks(over="groups")),
        ("one body twice", checks(by="centre")),
        ("a sample is no body", checks(by="boards-heard")),
        ("support can be refused", checks(oversight_kind="support")),
        ("a function that is no oversight", checks("function", function="train")),
        ("on a condition", checks(condition="where asked")),
        ("paused", checks(lifecycle="paused")),
        ("said not to hold", checks(polarity="does-not-hold")),
    ],
    "one-event-many-recipients": [
        ("another event", told_of(event="accident")),
        ("one body twice", told_of(to="watcher")),
        ("patients", told_of(to="patients-and-carers")),
        ("people heard", told_of(to="boards-heard")),
        ("need not be told", told_of(polarity="does-not-hold")),
        ("only announced", told_of(lifecycle="announced")),
    ],
    "same-function-same-class": [
        ("another topic", functions(topic="performance")),
        ("another class", functions(over="groups")),
        ("another function", functions(function="inspect")),
        ("a sample is no body", functions(holder="boards-heard")),
        ("shared by agreement", functions(sharing="jointly")),
        ("conditional", functions(condition="where asked")),
        ("said not to hold", functions(polarity="does-not-hold")),
        ("proposed", functions(lifecycle="proposed")),
        ("one body, named twice", one_holder_twice),
    ],
}
