"""Cases of the questions of the kind overlap."""

from __future__ import annotations

from tests.queries.cases.builds import Build, functions, one_holder_twice, same_function
from tests.queries.cases.channels import channels
from tests.queries.cases.demands import checks, checks_where_also, told_of, told_where_also
from tests.queries.cases.investigations import (
    by_a_narrower_kind,
    investigated,
    investigated_where_also,
)
from tests.queries.cases.remits import (
    functions_listed_only,
    half_the_same,
    mostly_different,
    of_what_members_can_be,
    one_was_replaced,
    reaches_the_narrower,
    recommended,
    remits,
    sets_standards,
    standards,
    widened,
)

MATCHING: dict[str, tuple[Build, dict[str, str], list[str]]] = {
    "alike-recommendations": (recommended(), {}, ["centre--safety"]),
    "complaint-and-feedback-channels": (channels(), {}, ["user-experience"]),
    "many-overseers": (checks(), {}, ["providers"]),
    "may-investigate-same-event": (investigated(), {}, ["death"]),
    "near-identical-remits": (remits(), {}, ["centre--watcher"]),
    "one-event-many-recipients": (told_of(), {}, ["death"]),
    "same-function-same-class": (same_function, {}, ["assure--providers--safety"]),
    "standards-from-several-issuers": (standards(), {}, ["providers--safety"]),
    "wider-than-original-remit": (widened(), {}, ["widened"]),
}

ALSO_MATCHING: dict[str, list[tuple[str, Build]]] = {
    "alike-recommendations": [("of one issuer", recommended(by="watcher"))],
    "complaint-and-feedback-channels": [
        ("as described", channels("function", force="none")),
        ("asks how care was", channels("function", function="collect-data")),
        ("investigates a complaint", channels(function="investigate", event="complaint")),
        ("on a condition", channels(condition="where asked")),
    ],
    "near-identical-remits": [("half of what either does", half_the_same)],
    "standards-from-several-issuers": [
        ("of what members can also be", of_what_members_can_be),
        ("a body that sets standards", sets_standards),
        ("said not to reach a wider class, but said to reach it", reaches_the_narrower),
    ],
    "many-overseers": [
        ("of members that are also something else", checks_where_also),
        ("a function that is oversight", checks("function", function="assure")),
    ],
    "may-investigate-same-event": [
        ("a power", investigated(modality="power", strength="may")),
        ("a function", investigated("function")),
        ("reviews it only", investigated(function="assess")),
        ("on a condition", investigated(condition="where asked")),
        ("of the wider event", investigated_where_also("BROADER")),
        ("of what the event can also be", investigated_where_also("CAN_ALSO_BE")),
    ],
    "one-event-many-recipients": [
        ("told of the wider event", told_where_also("BROADER")),
        ("told of what the event can also be", told_where_also("CAN_ALSO_BE")),
        ("told by another", told_of(by="groups")),
        ("told on a condition", told_of(condition="where asked")),
    ],
}

MISSING: dict[str, list[tuple[str, Build]]] = {
    "complaint-and-feedback-channels": [
        ("one body twice", channels(by="centre")),
        ("people heard", channels(by="boards-heard")),
        ("investigates something else", channels(function="investigate", event="death")),
        ("collects data on something else", channels(function="collect-data", topic="safety")),
        ("only speaks for patients", channels(function="advocate")),
        ("a wish", channels(modality="aspiration")),
        ("does not take complaints", channels(polarity="does-not-hold")),
        ("only announced", channels(lifecycle="announced")),
    ],
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
    "may-investigate-same-event": [
        ("another event", investigated(event="accident")),
        ("one body twice", investigated(by="centre")),
        ("a narrower kind of the same body", by_a_narrower_kind),
        ("people heard", investigated(by="boards-heard")),
        ("collects data on it", investigated(function="collect-data")),
        ("only works with the other", investigated(function="co-ordinate")),
        ("a wish", investigated(modality="aspiration")),
        ("does not investigate it", investigated(polarity="does-not-hold")),
        ("only announced", investigated(lifecycle="announced")),
        ("paused", investigated(lifecycle="paused")),
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
    "alike-recommendations": [
        ("another topic", recommended(topic="equity")),
        ("to another", recommended(to="boards")),
    ],
    "near-identical-remits": [
        ("one side is not complete", remits(complete=("centre",))),
        ("only its functions are complete", functions_listed_only),
        ("another topic", remits(topic="equity")),
        ("on a condition", remits(condition="where asked")),
        ("shared by agreement", remits(sharing="jointly")),
        ("mostly different", mostly_different),
    ],
    "standards-from-several-issuers": [
        ("one issuer", standards(issuer="watcher")),
        ("another class", standards(reaches="groups")),
        ("another topic", standards(topic="equity")),
        ("said not to reach them", standards(polarity="does-not-hold")),
        ("proposed", standards(lifecycle="announced")),
        ("an Act is no standard", standards(kind="act")),
        ("the other was replaced", one_was_replaced),
    ],
    "wider-than-original-remit": [
        ("another conclusion", widened(finding_kind="gap")),
        ("of a class", widened(about="boards")),
        ("said not to be so", widened(polarity="does-not-hold")),
    ],
}
