"""Landscapes from which the cases of several questions are made."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from tests.queries.landscapes import FIRST, Landscape

Build = Callable[[Landscape], None]


def bodies(land: Landscape) -> None:
    land.things("Class", "boards", "groups", "providers", "parts")
    land.things("Body", "centre", "watcher", "helper")
    land.things("Role", "minister")
    land.things("Sample", "boards-heard", number=17, out_of=42)
    land.things("Instrument", "framework", "newer-framework")
    land.join("DRAWN_FROM", "boards-heard", "boards")
    land.join("HEARD_BY", "boards-heard", "report")
    land.join("BROADER", "parts", "groups")


def assigned(land: Landscape, **properties: Any) -> None:
    bodies(land)
    land.rule("policy", "oversight", "boards", "groups", by="centre", instrument="framework", **properties)


def denied(land: Landscape, **properties: Any) -> None:
    land.position("denial", "policy", "boards-heard", "disputes", quantifier="all", **properties)


def policy_assigns(land: Landscape) -> None:
    assigned(land, topic="quality")
    denied(land)
    land.position("qualified", "policy", "centre", "qualifies")
    land.say("told", "flow", "groups", "centre", by="boards-heard")
    land.say("exception", "oversight", "boards-heard", "groups", by="boards-heard")
    land.say("not-heard", "limitation", "report", "groups", limitation_kind="not-heard")
    land.rule("also", "commissioning", "centre", "parts", by="centre")
    land.rule("measure", "reform", "centre", "boards", lifecycle="announced")
    land.operation("measure", "delegate", target="also", from_="centre", to="boards")


def policy_with_shortfall(land: Landscape) -> None:
    assigned(land)
    land.say("shortfall", "oversight", "boards-heard", "groups", by="boards-heard", polarity="does-not-hold")


def policy_proposed(land: Landscape) -> None:
    assigned(land, lifecycle="proposed")
    denied(land)


def policy_conditional(land: Landscape) -> None:
    assigned(land, condition="where agreed")
    denied(land)


def policy_only_told(land: Landscape) -> None:
    assigned(land, force="none")
    denied(land)


def policy_undisputed(land: Landscape) -> None:
    assigned(land)
    land.position("agreement", "policy", "boards-heard", "supports")
    land.position("doubt", "policy", "boards-heard", "qualifies")


def policy_denied_by_another(land: Landscape) -> None:
    assigned(land)
    land.say("elsewhere", "oversight", "watcher", "groups", by="watcher", polarity="does-not-hold")


def same_function(land: Landscape) -> None:
    bodies(land)
    for holder in ("centre", "watcher"):
        land.say(f"{holder}-assures", "function", holder, "providers", by="boards-heard", function="assure")


def functions(holder: str = "watcher", over: str = "providers", **properties: Any) -> Build:
    """One body's function, and a second that differs from it as given."""

    def build(land: Landscape) -> None:
        bodies(land)
        land.say("one", "function", "centre", "providers", function="assure")
        land.say("two", "function", holder, over, **{"function": "assure", **properties})

    return build


def one_holder_twice(land: Landscape) -> None:
    bodies(land)
    land.say("one", "function", "centre", "providers", function="assure")
    land.rule("two", "function", "centre", "providers", function="assure")


def contested(land: Landscape) -> None:
    assigned(land)
    denied(land)


def stays(land: Landscape, **properties: Any) -> None:
    bodies(land)
    values = {"accountability": "stays", "tier_from": "system", "tier_to": "region", **properties}
    land.say("step", "escalation", "boards", "centre", by="boards-heard", **values)


def stays_in_part(land: Landscape) -> None:
    land.document("page", kind="read-in-part")
    stays(land, document="page")


def answered(polarity: str) -> Build:
    def build(land: Landscape) -> None:
        stays(land)
        land.say(
            "feedback", "flow", "centre", "boards-heard", by="boards-heard", answers="step", polarity=polarity
        )

    return build


def flow_without_step(land: Landscape) -> None:
    bodies(land)
    land.say("flow", "flow", "centre", "boards", polarity="does-not-hold", stage="sent")


def accessible(land: Landscape) -> None:
    bodies(land)
    land.say("flow", "flow", "centre", "boards", stage="accessible")


def recommends(**properties: Any) -> Build:
    def build(land: Landscape) -> None:
        bodies(land)
        land.say("advice", "recommendation", "watcher", "centre", by="watcher", **properties)

    return build


def response_given(land: Landscape) -> None:
    recommends(response_owed=True)(land)
    land.say("reply", "flow", "centre", "watcher", answers="advice")


def measure(land: Landscape, **properties: Any) -> None:
    bodies(land)
    land.rule("arrangement", "oversight", "centre", "boards", by="centre")
    land.say(
        "measure", "reform", "minister", "centre", by="minister", **{"lifecycle": "announced", **properties}
    )


def abolition(land: Landscape) -> None:
    measure(land)
    land.operation("measure", "abolish", target="centre")


def measure_in_force(land: Landscape) -> None:
    measure(land, lifecycle="in-force")
    land.operation("measure", "abolish", target="centre")


def measure_elsewhere(land: Landscape) -> None:
    measure(land)
    land.operation("measure", "abolish", target="watcher")


def transfer_of_another_function(land: Landscape) -> None:
    measure(land)
    land.operation(
        "measure", "transfer", target="centre", from_="centre", to="watcher", function="investigate"
    )


def new_host(land: Landscape) -> None:
    """A measure gives another body a new host: what is recorded of the old host is not touched."""
    measure(land)
    land.operation("measure", "change-host", target="watcher", from_="centre", to="minister")


def area_of_the_abolished(land: Landscape) -> None:
    """Only the place of another body in the area of the abolished one is on record."""
    bodies(land)
    land.rule("place", "tie", "watcher", "centre", by="centre", tie="in-area-of")
    land.say("measure", "reform", "minister", "centre", by="minister", lifecycle="announced")
    land.operation("measure", "abolish", target="centre")


def told(polarity: str, **properties: Any) -> Build:
    def build(land: Landscape) -> None:
        bodies(land)
        said = {"event": "patient-safety-event", "polarity": polarity, "strength": "must", **properties}
        land.rule("telling", "reporting", "boards", "watcher", by="watcher", **said)
        for event in ("patient-safety-event", "new-concern", "incident", "mishap"):
            land.concept("event", event)
        land.join("BROADER", "event/patient-safety-event", "event/incident")
        land.join("CAN_ALSO_BE", "event/patient-safety-event", "event/mishap")
        land.join("CAN_ALSO_BE", "groups", "boards")
        land.join("EVENT", "telling", f"event/{said['event']}")

    return build


def followed(**properties: Any) -> Build:
    def build(land: Landscape) -> None:
        bodies(land)
        land.say(
            "passing", "succession", "centre", "watcher", by="watcher", **{"valid_from": FIRST, **properties}
        )

    return build


def recorded(body: str = "helper", **properties: Any) -> Build:
    """A body is recorded in the area of another, which has gone to a third."""

    def build(land: Landscape) -> None:
        bodies(land)
        land.say("record", "tie", body, "centre", by="watcher", **{"tie": "in-area-of", **properties})
        land.say("passing", "succession", "centre", "watcher", by="watcher", valid_from=FIRST)

    return build


def resting(provision: str | None, **properties: Any) -> Build:
    def build(land: Landscape) -> None:
        bodies(land)
        said = {"instrument": "framework", "provision": provision, **properties}
        land.rule("resting", "duty", "boards", "groups", by="centre", **said)

    return build


def only_provided(land: Landscape) -> None:
    bodies(land)
    land.rule("resting", "duty", "boards", "groups", by="centre", provision="section 110")


def limited(land: Landscape) -> None:
    bodies(land)
    land.say("limit", "limitation", "report", "groups", limitation_kind="not-heard")


def only_said(land: Landscape) -> None:
    bodies(land)
    land.say("finding", "published-finding", "watcher", "groups", by="watcher")


def hindered(**properties: Any) -> Build:
    def build(land: Landscape) -> None:
        bodies(land)
        land.rule("expectation", "duty", "boards", "providers", **properties)
        land.say(
            "lack",
            "constraint",
            "boards-heard",
            by="boards-heard",
            constraint_kind="staff",
            constrains="expectation",
        )

    return build


def unhindered(land: Landscape) -> None:
    bodies(land)
    land.rule("expectation", "duty", "boards", "providers")
    land.say("lack", "constraint", "boards", by="boards-heard", constraint_kind="staff")


def denied_duty(polarity: str, kind: str = "duty", **properties: Any) -> Build:
    def build(land: Landscape) -> None:
        bodies(land)
        land.rule("rule", kind, "boards", "providers", by="centre", polarity=polarity, **properties)

    return build


def path(second_from: str) -> Build:
    def build(land: Landscape) -> None:
        bodies(land)
        land.say("first", "escalation", "providers", "boards", tier_from="provider", tier_to="system")
        land.say("second", "escalation", second_from, "centre", tier_from="system", tier_to="nation")

    return build
