"""Landscapes of what is to be told of an event, by whom, and of what is asked of a class of bodies."""

from __future__ import annotations

from typing import Any

from tests.queries.cases.builds import Build, bodies
from tests.queries.landscapes import Landscape

EVENTS = ("death", "accident", "end-of-year")


def told_of(**second: Any) -> Build:
    """Providers must tell the watcher of a death, and the helper as given."""

    def build(land: Landscape) -> None:
        bodies(land)
        land.things("Class", "patients-and-carers")
        land.things("System", "portal", "form")
        for event in EVENTS:
            land.concept("event", event)
        requirement(land, "one", to="watcher")
        requirement(land, "two", **{"to": "helper", **second})

    return build


def requirement(
    land: Landscape,
    identifier: str,
    *,
    to: str,
    by: str = "providers",
    event: str = "death",
    system: str | None = None,
    **said: Any,
) -> None:
    """A requirement that providers, or others, tell somebody of an event."""
    land.rule(identifier, "reporting", by, to, **{"event": event, "strength": "must", **said})
    land.join("EVENT", identifier, f"event/{event}")
    if system is not None:
        land.join("SYSTEM", identifier, system)


def told_where_also(join: str) -> Build:
    """Two must be told, the second of another event, which the first is (``BROADER``) or can be too."""

    def build(land: Landscape) -> None:
        told_of(event="accident")(land)
        land.join(join, "event/death", "event/accident")

    return build


def told_by_two_systems(land: Landscape) -> None:
    told_of(to="watcher", system="portal")(land)


def one_system_serves_two(land: Landscape) -> None:
    told_of(system="portal")(land)
    land.join("SYSTEM", "one", "portal")


def two_messages_to_one(land: Landscape) -> None:
    told_of(to="watcher")(land)


def bearer_can_also_be(land: Landscape) -> None:
    told_of(by="groups")(land)
    land.join("CAN_ALSO_BE", "providers", "groups")


def checks(kind: str = "oversight", **second: Any) -> Build:
    """Two bodies check providers, the second as given."""

    def build(land: Landscape) -> None:
        bodies(land)
        land.things("Class", "patients-and-carers")
        land.rule("one", "oversight", "centre", "providers", oversight_kind="assessment")
        subject, over = second.get("by", "watcher"), second.get("over", "providers")
        said = {name: value for name, value in second.items() if name not in ("by", "over")}
        if kind == "oversight":
            said.setdefault("oversight_kind", "inspection")
        land.rule("two", kind, subject, over, **said)

    return build


def checks_where_also(land: Landscape) -> None:
    checks(over="groups")(land)
    land.join("CAN_ALSO_BE", "providers", "groups")


def sends_reports(land: Landscape) -> None:
    checks("reporting", by="providers", over="watcher")(land)


def sends_reports_to_patients(land: Landscape) -> None:
    checks("reporting", by="providers", over="patients-and-carers")(land)


def only_sends_reports(land: Landscape) -> None:
    told_of()(land)


def asked(**second: Any) -> Build:
    """Two duties of providers, the second as given."""

    def build(land: Landscape) -> None:
        bodies(land)
        land.rule("one", "duty", "providers", "watcher", modality="duty")
        said = {"modality": "expectation", **second}
        land.rule("two", "duty", said.pop("by", "providers"), "helper", **said)

    return build


def asked_by_a_replaced_instrument(land: Landscape) -> None:
    """Two duties of providers, one of them by a framework that another took the place of."""
    asked(instrument="framework")(land)
    land.join("REPLACES", "newer-framework", "framework")


def told_on_a_condition_beside_a_system(land: Landscape) -> None:
    """The watcher is told through the portal, or in some other way on a condition."""
    told_of(to="watcher", condition="where it is urgent")(land)
    land.join("SYSTEM", "one", "portal")


def answers_a_coroner(land: Landscape) -> None:
    """The second must be told of what an investigation of the death may reveal later."""
    land.concept("event", "risk-of-other-deaths")
    told_of(event="risk-of-other-deaths")(land)
    land.join("CAN_ALSO_BE", "event/death", "event/risk-of-other-deaths")


def duty_states_the_standard(land: Landscape) -> None:
    bodies(land)
    land.rule("reach", "applicability", "framework", "providers")
    land.rule("duty", "duty", "providers", modality="duty", instrument="framework")


def standard_that_does_not_bind(land: Landscape) -> None:
    """A source says that the standard does not oblige, which leaves it an expectation."""
    standard_and_duty(land)
    land.rule(
        "not", "duty", "providers", modality="expectation", instrument="framework", polarity="does-not-hold"
    )


def standard_and_duty(land: Landscape) -> None:
    bodies(land)
    land.rule("reach", "applicability", "framework", "providers")
    land.rule("duty", "duty", "providers", modality="duty", instrument="newer-framework")
