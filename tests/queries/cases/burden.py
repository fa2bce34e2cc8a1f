"""Cases of the questions of the kind burden."""

from __future__ import annotations

from tests.queries.cases.builds import Build, hindered, unhindered
from tests.queries.cases.demands import (
    answers_a_coroner,
    asked,
    asked_by_a_replaced_instrument,
    bearer_can_also_be,
    checks,
    checks_where_also,
    duty_states_the_standard,
    one_system_serves_two,
    only_sends_reports,
    sends_reports,
    sends_reports_to_patients,
    standard_and_duty,
    standard_that_does_not_bind,
    told_by_two_systems,
    told_of,
    told_on_a_condition_beside_a_system,
    told_where_also,
    two_messages_to_one,
)
from tests.queries.cases.over_time import (
    AFTER_SPAN,
    BEFORE_SPAN,
    IN_SPAN,
    SPAN,
    demanded,
    ended,
    only_undated,
    standard_from_a_day,
)

MATCHING: dict[str, tuple[Build, dict[str, str], list[str]]] = {
    "asked-of-a-class": (asked(), {}, ["providers"]),
    "demands-of-one-event": (told_of(), {}, ["death--providers"]),
    "demands-over-time": (demanded(), {**SPAN, "class": "providers"}, ["providers"]),
    "expected-but-hindered": (hindered(), {}, ["expectation"]),
    "who-may-visit-or-ask": (checks(), {}, ["providers"]),
}

ALSO_MATCHING: dict[str, list[tuple[str, Build]]] = {
    "asked-of-a-class": [
        ("a standard and a duty", standard_and_duty),
        ("a standard that does not bind, and a duty", standard_that_does_not_bind),
    ],
    "demands-of-one-event": [
        ("two systems of one body", told_by_two_systems),
        ("one system for two bodies", one_system_serves_two),
        ("patients are told too", told_of(to="patients-and-carers")),
        ("more by choice", told_of(force="voluntary", strength="may")),
        ("the event can also be the other", told_where_also("CAN_ALSO_BE")),
        ("the body can also be the other", bearer_can_also_be),
    ],
    "demands-over-time": [
        ("an expectation", demanded(modality="expectation")),
        ("a report", demanded("reporting")),
        ("an instrument that reaches them", standard_from_a_day),
        ("it ended in the span", ended(IN_SPAN)),
        ("it is lifted from a day", demanded(polarity="does-not-hold")),
        (
            "it began in the span and has ended since",
            demanded(valid_to=AFTER_SPAN, known_to=AFTER_SPAN, ended=True),
        ),
    ],
    "who-may-visit-or-ask": [
        ("a power to inspect", checks("duty", function="inspect", modality="power")),
        ("sends reports as well", sends_reports),
    ],
}

MISSING: dict[str, list[tuple[str, Build]]] = {
    "asked-of-a-class": [
        ("of another class", asked(by="groups")),
        ("a power", asked(modality="power")),
        ("a wish", asked(modality="aspiration")),
        ("open to choice", asked(force="voluntary")),
        ("only told", asked(force="none")),
        ("not required", asked(polarity="does-not-hold")),
        ("proposed", asked(lifecycle="proposed")),
        ("a duty that says what a standard asks", duty_states_the_standard),
        ("by an instrument that was replaced", asked_by_a_replaced_instrument),
    ],
    "demands-of-one-event": [
        ("another event", told_of(event="accident")),
        ("another must tell", told_of(by="groups")),
        ("two messages to one body", two_messages_to_one),
        ("need not be told", told_of(polarity="does-not-hold")),
        ("only announced", told_of(lifecycle="announced")),
        ("another way to the same body on a condition", told_on_a_condition_beside_a_system),
        ("an answer to a coroner's report", answers_a_coroner),
    ],
    "demands-over-time": [
        ("no day", only_undated),
        ("began before the span", demanded(valid_from=BEFORE_SPAN)),
        ("began after the span", demanded(valid_from=AFTER_SPAN)),
        ("ended before the span", ended(BEFORE_SPAN)),
        ("ended after the span", ended(AFTER_SPAN)),
        ("of another class", demanded(by="groups")),
        ("a power", demanded(modality="power")),
        ("a wish", demanded(modality="aspiration")),
        ("open to choice", demanded(strength="may")),
        ("voluntary", demanded(force="voluntary")),
        ("only told", demanded(force="none")),
        ("only announced", demanded(lifecycle="announced")),
        ("paused", demanded(lifecycle="paused")),
    ],
    "expected-but-hindered": [
        ("hinders something else", unhindered),
        ("not expected", hindered(polarity="does-not-hold")),
        ("proposed", hindered(lifecycle="proposed")),
        ("an account expects nothing", hindered(force="none")),
    ],
    "who-may-visit-or-ask": [
        ("another class", checks(over="groups")),
        ("one body twice", checks(by="centre")),
        ("a sample is no body", checks(by="boards-heard")),
        ("regulation is no visit", checks(oversight_kind="regulation")),
        ("a wish to inspect", checks("duty", function="inspect", modality="aspiration")),
        ("paused", checks(lifecycle="paused")),
        ("tells patients only", sends_reports_to_patients),
        ("nobody visits or asks", only_sends_reports),
        ("of members that are also something else", checks_where_also),
    ],
}
