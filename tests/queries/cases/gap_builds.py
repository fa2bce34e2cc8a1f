"""Landscapes from which the cases on gaps, and on what is not known, are made."""

from __future__ import annotations

import datetime
from typing import Any

from tests.queries.cases.builds import Build, bodies, policy_assigns
from tests.queries.landscapes import FIRST, WITHIN, Landscape


def covered(overseer: str = "watcher", instrument: str = "newer-framework", **properties: Any) -> Build:
    """What policy assigns and practice denies, with oversight of the same class by another regime."""

    def build(land: Landscape) -> None:
        policy_assigns(land)
        said = {"oversight_kind": "oversight", "topic": "quality", **properties}
        land.rule("other", "oversight", overseer, "groups", instrument=instrument, **said)

    return build


def reach(polarity: str, *, disputed: bool = False) -> Build:
    """What policy assigns and practice denies, with a word on whether the framework reaches the class."""

    def build(land: Landscape) -> None:
        policy_assigns(land)
        land.rule("reach", "applicability", "framework", "groups", by="centre", polarity=polarity)
        if disputed:
            land.position("reach-disputed", "reach", "boards-heard", "disputes")

    return build


def in_law(land: Landscape, **properties: Any) -> None:
    bodies(land)
    said = {"modality": "duty", "force": "statute", "instrument": "framework", **properties}
    land.rule("asked", "duty", "boards", **said)


def lawful_duty(**properties: Any) -> Build:
    return lambda land: in_law(land, **properties)


def checked(overseer: str = "watcher", over: str = "boards", **properties: Any) -> Build:
    """A duty in law, and oversight of the class that has it, as given."""

    def build(land: Landscape) -> None:
        in_law(land)
        said = {"oversight_kind": "assessment", **properties}
        land.rule("check", "oversight", overseer, over, **said)

    return build


def checked_by_function(land: Landscape) -> None:
    in_law(land)
    land.rule("check", "function", "watcher", "boards", function="inspect")


def checked_as_a_wider_class(land: Landscape) -> None:
    in_law(land)
    land.join("BROADER", "boards", "providers")
    land.rule("check", "oversight", "watcher", "providers", oversight_kind="oversight")


def tied(tie: str, subject: str, object_: str) -> Build:
    """A duty in law, and how its bearer is bound to another."""

    def build(land: Landscape) -> None:
        in_law(land)
        land.rule("bound", "tie", subject, object_, tie=tie)

    return build


def minister_has_a_duty(land: Landscape) -> None:
    bodies(land)
    land.things("Body", "ministry", kind="government-department")
    land.join("PART_OF", "minister", "ministry")
    land.rule("asked", "duty", "minister", modality="duty", force="statute", instrument="framework")


def watching(subject: str = "watcher", **properties: Any) -> Build:
    """A body that watches others."""

    def build(land: Landscape) -> None:
        bodies(land)
        said = {"oversight_kind": "inspection", **properties}
        land.rule("task", "oversight", subject, "boards", **said)

    return build


def watching_events(land: Landscape) -> None:
    """A body that must look into an event; of whom is not said."""
    watching_nobody(land)
    land.concept("event", "death")
    land.join("EVENT", "task", "event/death")


def watching_nobody(land: Landscape) -> None:
    bodies(land)
    land.rule("task", "duty", "watcher", function="investigate", modality="duty", force="statute")


def watching_and(kind: str, subject: str, object_: str, **properties: Any) -> Build:
    """A body that watches others, and something that is said of the body."""

    def build(land: Landscape) -> None:
        watching()(land)
        land.rule("over", kind, subject, object_, **properties)

    return build


def overseen(**properties: Any) -> Build:
    """A body that watches others, overseen by a department."""

    def build(land: Landscape) -> None:
        watching()(land)
        land.things("Body", "ministry", kind="government-department")
        said = {"oversight_kind": "oversight", **properties}
        land.rule("over", "oversight", "ministry", "watcher", **said)

    return build


def programme_watches(land: Landscape) -> None:
    bodies(land)
    land.things("Programme", "enquiry")
    land.rule("task", "oversight", "enquiry", "boards", oversight_kind="inspection")


def one_kind_is_overseen(land: Landscape) -> None:
    """A class watches others, and those of it that belong to a narrower class are overseen."""
    watching("groups")(land)
    land.things("Body", "ministry", kind="government-department")
    land.rule("over", "oversight", "ministry", "parts", oversight_kind="assessment")


def agency_watches(land: Landscape) -> None:
    watching()(land)
    land.things("Body", "watcher", kind="executive-agency")


def standard(**properties: Any) -> Build:
    """Standards that reach a class."""

    def build(land: Landscape) -> None:
        bodies(land)
        kind = properties.pop("kind", "standards")
        land.things("Instrument", "good-practice", kind=kind)
        said = {"force": "guidance", "instrument": "good-practice", **properties}
        land.rule("reach", "applicability", "good-practice", "providers", **said)

    return build


def standard_asks(land: Landscape) -> None:
    bodies(land)
    land.things("Instrument", "good-practice", kind="standards")
    land.rule(
        "asks", "duty", "providers", modality="expectation", force="guidance", instrument="good-practice"
    )


def monitored(**properties: Any) -> Build:
    """Standards that reach a class, and oversight of the class, as given."""

    def build(land: Landscape) -> None:
        standard()(land)
        land.rule(
            "check", "oversight", "watcher", "providers", **{"oversight_kind": "oversight", **properties}
        )

    return build


def handed_over(subject: str = "case-heard", **properties: Any) -> Build:
    def build(land: Landscape) -> None:
        bodies(land)
        land.things("Sample", "case-heard")
        said = {"acknowledgement_required": False, **properties}
        land.say("passing", "handover", subject, "providers", by="boards-heard", **said)

    return build


def told_in_a_case(land: Landscape) -> None:
    bodies(land)
    land.say("event", "case-event", "boards-heard", "providers", acknowledgement_required=False)


def out_of_reach(stage: str, **properties: Any) -> Build:
    def build(land: Landscape) -> None:
        bodies(land)
        said = {"polarity": "does-not-hold", "stage": stage, "carries": "records", **properties}
        land.say("lack", "flow", "providers", "boards-heard", by="boards-heard", **said)

    return build


def feedback_out_of_reach(land: Landscape) -> None:
    bodies(land)
    land.say("step", "escalation", "boards", "centre")
    land.say(
        "lack",
        "flow",
        "centre",
        "boards",
        polarity="does-not-hold",
        stage="sent",
        carries="news",
        answers="step",
    )


def held(subject: str = "centre", **properties: Any) -> Build:
    def build(land: Landscape) -> None:
        bodies(land)
        said = {"function": "investigate", "basis": "body-on-another", **properties}
        land.say("held", "function", subject, "providers", **said)

    return build


def provided(kind: str, subject: str = "centre", **properties: Any) -> Build:
    """A function, and a provision that gives it."""

    def build(land: Landscape) -> None:
        held()(land)
        said = {"function": "investigate", "force": "statute", **properties}
        land.rule("provision", kind, subject, "providers", **said)

    return build


def provided_towards(object_: str, event: str | None = None, own_event: str | None = None) -> Build:
    """A function towards the parts of groups, and a clause of law towards others or on another event."""

    def build(land: Landscape) -> None:
        bodies(land)
        said = {"function": "investigate", "basis": "body-on-another"}
        land.say("held", "function", "centre", "parts", event=own_event, **said)
        land.rule(
            "provision", "duty", "centre", object_, event=event, function="investigate", force="statute"
        )

    return build


def left_out(polarity: str = "does-not-hold", **properties: Any) -> Build:
    """A framework that does not reach a class, and a duty of a wider one that another instrument sets."""

    def build(land: Landscape) -> None:
        bodies(land)
        land.rule("reach", "applicability", "framework", "parts", polarity=polarity)
        said = {"modality": "duty", "instrument": "newer-framework", **properties}
        land.rule("asked", "duty", "groups", **said)

    return build


def replaced(in_force_from: datetime.date | None = FIRST, **properties: Any) -> Build:
    def build(land: Landscape) -> None:
        bodies(land)
        land.things("Instrument", "newer-framework", in_force_from=in_force_from)
        land.join("REPLACES", "newer-framework", "framework")
        said = {"instrument": "framework", "modality": "duty", **properties}
        land.rule("resting", "duty", "boards", "groups", by="centre", **said)

    return build


def not_replaced(land: Landscape) -> None:
    bodies(land)
    land.rule("resting", "duty", "boards", "groups", by="centre", instrument="framework")


def not_yet_replaced(land: Landscape) -> None:
    replaced(in_force_from=WITHIN + datetime.timedelta(days=1))(land)


def concluded(heard: str, finding_kind: str = "gap") -> Build:
    def build(land: Landscape) -> None:
        bodies(land)
        land.say(
            "conclusion", "published-finding", "watcher", "groups", heard=heard, finding_kind=finding_kind
        )

    return build


def concluded_and_limited(heard: str, about: str = "groups", finding_kind: str = "gap") -> Build:
    def build(land: Landscape) -> None:
        concluded(heard, finding_kind)(land)
        land.say("limit", "limitation", "report", about, limitation_kind="not-heard")

    return build


def patients(kind: str = "account", about: str = "patients-and-carers", **properties: Any) -> Build:
    def build(land: Landscape) -> None:
        bodies(land)
        land.things("Class", "patients-and-carers")
        said = {"topic": "user-experience", **properties}
        land.say("unaware", kind, "boards-heard", about, by="boards-heard", **said)

    return build


def required(**properties: Any) -> Build:
    """A notification that is required, in which no time is given unless ``properties`` give one."""

    def build(land: Landscape) -> None:
        bodies(land)
        land.concept("event", "incident")
        said = {"reporting_kind": "notification", "strength": "must", **properties}
        land.rule("telling", "reporting", "boards", "watcher", **said)
        land.join("EVENT", "telling", "event/incident")

    return build


def time_stated_elsewhere(event: str) -> Build:
    def build(land: Landscape) -> None:
        required()(land)
        land.concept("event", event)
        land.rule("soon", "reporting", "boards", "watcher", reporting_kind="notification", deadline="P1D")
        land.join("EVENT", "soon", f"event/{event}")

    return build


def on_record(land: Landscape) -> None:
    bodies(land)
    land.rule("duty", "duty", "boards", modality="duty")


def listed(last: datetime.date, topic: str | None = None, *, complete: bool = True) -> Build:
    def build(land: Landscape) -> None:
        on_record(land)
        land.lists_completely("duty", "boards", last=last, topic=topic, complete=complete)

    return build


def only_concluded(land: Landscape) -> None:
    bodies(land)
    land.say("conclusion", "published-finding", "watcher", "boards")


def lapsed(known_to: datetime.date = FIRST, **properties: Any) -> Build:
    def build(land: Landscape) -> None:
        bodies(land)
        said = {"instrument": "framework", "known_to": known_to, **properties}
        land.rule("resting", "duty", "boards", "groups", by="centre", **said)

    return build
