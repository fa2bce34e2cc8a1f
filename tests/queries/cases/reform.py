"""Cases of the questions of the kind reform."""

from __future__ import annotations

from typing import Any

from tests.queries.cases.builds import (
    Build,
    abolition,
    area_of_the_abolished,
    bodies,
    measure,
    measure_elsewhere,
    measure_in_force,
    new_host,
    transfer_of_another_function,
)
from tests.queries.landscapes import Landscape


def viewed(stance: str, by: str = "watcher", basis: str = "authors-argument", **properties: Any) -> Build:
    """Somebody has a view on the measure."""

    def build(land: Landscape) -> None:
        measure(land, **properties)
        land.position("view", "measure", by, stance, basis=basis)

    return build


def expected(effect_kind: str, by: str = "watcher") -> Build:
    """Somebody expects an effect of the measure."""

    def build(land: Landscape) -> None:
        measure(land)
        land.say("hope", "effect", "boards", "groups", by=by, effect_kind=effect_kind, of="measure")

    return build


def ended(operation: str = "abolish", work: dict[str, Any] | None = None, **properties: Any) -> Build:
    """The centre would end, and is there to train; ``work`` changes what it does."""

    def build(land: Landscape) -> None:
        measure(land, **properties)
        said = {"kind": "function", "function": "train", **(work or {})}
        land.say("work", said.pop("kind"), "centre", "boards", by="centre", **said)
        to = {"from_": "centre", "to": "watcher"} if operation == "merge" else {}
        land.operation("measure", operation, target="centre", **to)

    return build


def handed_on(
    *receivers: str,
    function: str | None = None,
    work: dict[str, Any] | None = None,
    over: tuple[str, ...] = (),
) -> Build:
    """The centre would end, and the measure names who takes over, all or one function, or for whom."""

    def build(land: Landscape) -> None:
        ended(work=work)(land)
        for step, receiver in enumerate(receivers, start=2):
            land.operation(
                "measure",
                "transfer",
                step=step,
                target="centre",
                from_="centre",
                to=receiver,
                function=function,
                **({"over": over[step - 2]} if over else {}),
            )

    return build


def lawful(operation: str = "transfer", confined_to: str | None = None, **properties: Any) -> Build:
    """The centre would pass on its functions, or those on one topic, and law gives it a power."""

    def build(land: Landscape) -> None:
        measure(land)
        said = {
            "instrument": "framework",
            "force": "statute",
            "modality": "power",
            "provision": "section 118(1)",
            **properties,
        }
        land.rule("power", "duty", "centre", "providers", by="centre", **said)
        land.operation("measure", operation, target="centre", from_="centre", to="watcher", topic=confined_to)

    return build


def power_named(land: Landscape) -> None:
    lawful()(land)
    land.operation("measure", "transfer", step=2, target="power", from_="centre", to="watcher")


def named_elsewhere(**properties: Any) -> Build:
    """Another measure than the one that moves the body says what becomes of its power."""

    def build(land: Landscape) -> None:
        lawful()(land)
        land.say(
            "bill", "reform", "minister", "watcher", by="minister", **{"lifecycle": "proposed", **properties}
        )
        land.operation("bill", "transfer", target="power", from_="centre", to="watcher")

    return build


OWED = {"kind": "reporting"}


def owed_to(land: Landscape) -> None:
    measure(land)
    land.rule("report", "reporting", "boards", "centre", by="centre")
    land.operation("measure", "abolish", target="centre")


def hosted(
    over: str = "providers", oversight_kind: str = "regulation", force: str = "statute", host: str = "watcher"
) -> Build:
    """The centre would move to the watcher, who itself oversees a class of bodies."""

    def build(land: Landscape) -> None:
        measure(land)
        land.join("CAN_ALSO_BE", "providers", "parts")
        land.say("work", "function", "centre", "providers", by="centre", function="investigate")
        land.rule("watch", "oversight", host, over, by=host, oversight_kind=oversight_kind, force=force)
        land.operation("measure", "transfer", target="centre", from_="centre", to="watcher")

    return build


def judged(over: str) -> Build:
    """The centre would move to the watcher, and another measure would have the helper assess somebody."""

    def build(land: Landscape) -> None:
        measure(land)
        land.operation("measure", "transfer", target="centre", from_="centre", to="watcher")
        land.say("judge", "reform", "minister", "helper", by="minister", lifecycle="proposed")
        land.operation("judge", "change-remit", target="helper", function="assess", over=over)

    return build


def about_the_host(land: Landscape) -> None:
    measure(land)
    land.say("work", "function", "centre", "watcher", by="centre", function="advise")
    land.operation("measure", "change-host", target="centre", to="watcher")


def two_measures(land: Landscape, **second: Any) -> None:
    measure(land)
    land.say("other", "reform", "minister", "watcher", by="minister", **{"lifecycle": "proposed", **second})


def meets(operation: str, target: str, **second: Any) -> Build:
    """The first measure gives the centre's work to the watcher; the second does something to ``target``."""

    def build(land: Landscape) -> None:
        two_measures(land, **second)
        land.operation("measure", "transfer", target="centre", from_="centre", to="watcher", function="train")
        land.operation("other", operation, target=target)

    return build


def given_apart(function: str | None, to: str = "helper", reference: str | None = None) -> Build:
    """Two measures give the centre's work to somebody."""

    def build(land: Landscape) -> None:
        bodies(land)
        for name, receiver, what in (("measure", "watcher", "train"), ("other", to, function)):
            land.say(
                name,
                "reform",
                "minister",
                "centre",
                by="minister",
                lifecycle="proposed",
                reference=reference,
            )
            land.operation(name, "transfer", target="centre", from_="centre", to=receiver, function=what)

    return build


def rests_on_another(land: Landscape) -> None:
    two_measures(land)
    land.join("DEPENDS_ON", "measure", "other")


def recommended(second: str | None = None, target: str = "centre", **properties: Any) -> Build:
    """A review recommends another host for the centre; somebody else may have a measure of their own."""

    def build(land: Landscape) -> None:
        bodies(land)
        said = {"lifecycle": "accepted", "reference": "Recommendation 1", **properties}
        land.say("advice", "reform", "helper", "centre", by="helper", **said)
        land.operation("advice", "change-host", target="centre", to="watcher")
        if second:
            land.say("decision", "reform", "minister", target, by="minister", lifecycle="announced")
            land.operation("decision", second, target=target)

    return build


def only_advice(land: Landscape) -> None:
    bodies(land)
    land.say("advice", "reform", "helper", "centre", lifecycle="accepted", reference="Recommendation 1")


def decided(operation: str, **properties: Any) -> Build:
    """The minister has a measure of their own, and a review recommends another host for the centre."""

    def build(land: Landscape) -> None:
        recommended()(land)
        land.say("decision", "reform", "minister", "centre", **{"lifecycle": "announced", **properties})
        land.operation("decision", operation, target="centre")

    return build


MATCHING: dict[str, tuple[Build, dict[str, str], list[str]]] = {
    "measures-that-touch": (abolition, {}, ["measure"]),
    "risks-and-supports": (viewed("raises-risk"), {}, ["measure"]),
    "functions-without-receiver": (ended(), {}, ["measure--centre"]),
    "powers-that-do-not-travel": (lawful(), {}, ["centre"]),
    "provisions-to-change": (lawful(), {}, ["centre--framework"]),
    "duties-orphaned": (owed_to, {}, ["measure--centre"]),
    "host-and-judge": (hosted(), {}, ["measure--centre--watcher"]),
    "measures-together": (meets("abolish", "watcher"), {}, ["measure--watcher"]),
    "recommended-not-taken-up": (recommended(), {}, ["advice--centre"]),
    "measures-not-recommended": (decided("add-duty"), {}, ["decision--centre"]),
}

ALSO_MATCHING: dict[str, list[tuple[str, Build]]] = {
    "risks-and-supports": [
        ("supported on somebody's own account", viewed("supports")),
        ("asked about", viewed("asks")),
        ("a harm is expected", expected("harm")),
        ("its proposer expects a benefit", expected("benefit", by="minister")),
    ],
    "functions-without-receiver": [
        ("several receivers, none said for what", handed_on("watcher", "helper")),
        ("a receiver of another function", handed_on("watcher", function="advise")),
        ("a receiver for each sector", handed_on("watcher", "helper", over=("groups", "parts"))),
    ],
    "powers-that-do-not-travel": [
        ("merged", lawful("merge")),
        ("a ban", lawful(modality="duty", text="It must not disclose what it was told.")),
        ("another measure named the power, and was rejected", named_elsewhere(lifecycle="rejected")),
    ],
    "duties-orphaned": [
        ("owed by it", ended(work=OWED)),
        ("several receivers", handed_on("watcher", "helper", work=OWED)),
    ],
    "host-and-judge": [
        ("those whom it is about can also be those overseen", hosted(over="parts")),
        ("about the host itself", about_the_host),
        ("another would judge the host", judged("watcher")),
    ],
    "measures-together": [
        ("merged", meets("merge", "watcher")),
        ("the receiver would be created", meets("create", "watcher")),
        ("the body would end without a receiver", meets("abolish", "centre")),
        ("to different places", given_apart("train")),
        ("all of it elsewhere", given_apart(None)),
        ("its source says so", rests_on_another),
    ],
    "recommended-not-taken-up": [("a decision on another body", recommended("abolish", "watcher"))],
}

MISSING: dict[str, list[tuple[str, Build]]] = {
    "measures-that-touch": [
        ("in force already", measure_in_force),
        ("another body", measure_elsewhere),
        ("another function", transfer_of_another_function),
        ("the host that is left", new_host),
        ("lies in its area", area_of_the_abolished),
    ],
    "risks-and-supports": [
        ("in force already", viewed("raises-risk", lifecycle="in-force")),
        ("accepted and no more", viewed("supports", "minister", basis="official-statement")),
        ("nobody has a view", abolition),
    ],
    "functions-without-receiver": [
        ("merged into another", ended("merge")),
        ("one receiver of all", handed_on("watcher")),
        ("one receiver for both sectors", handed_on("watcher", "watcher", over=("groups", "parts"))),
        ("a receiver of that function", handed_on("watcher", function="train")),
        ("in force already", ended(lifecycle="in-force")),
        ("the body would go on", ended("change-host")),
    ],
    "powers-that-do-not-travel": [
        ("policy gives it", lawful(force="policy-or-framework")),
        ("a duty to act", lawful(modality="duty")),
        ("the body only gets a duty", lawful("add-duty")),
        ("the measure names the power", power_named),
        ("another measure names the power", named_elsewhere()),
    ],
    "provisions-to-change": [
        ("policy", lawful(force="policy-or-framework")),
        ("the body only gets a duty", lawful("add-duty")),
        ("lapsed", lawful(lifecycle="ended")),
        ("only work on another topic moves", lawful(confined_to="quality")),
    ],
    "duties-orphaned": [
        ("merged into another", ended("merge", OWED)),
        ("one receiver of all", handed_on("watcher", work=OWED)),
        ("not a duty", ended()),
        ("in force already", ended(work=OWED, lifecycle="in-force")),
    ],
    "host-and-judge": [
        ("the host oversees others", hosted(over="groups")),
        ("another oversees them", hosted(host="helper")),
        ("support is no judgement", hosted(oversight_kind="support")),
        ("only told", hosted(force="none")),
        ("another is judged", judged("groups")),
    ],
    "measures-together": [
        ("another body would end", meets("abolish", "helper")),
        ("the receiver only gets a duty", meets("add-duty", "watcher")),
        ("in force already", meets("abolish", "watcher", lifecycle="in-force")),
        ("another function", given_apart("advise")),
        ("to the same place", given_apart("train", to="watcher")),
        ("parts of one recommendation", given_apart("train", reference="Recommendation 1")),
    ],
    "recommended-not-taken-up": [
        ("taken up", recommended("change-host")),
        ("taken up otherwise", recommended("abolish")),
        ("no body changes", only_advice),
        ("not a recommendation", recommended(reference=None)),
    ],
    "measures-not-recommended": [
        ("recommended", decided("change-host")),
        ("recommended otherwise", decided("abolish")),
        ("a recommendation itself", decided("add-duty", reference="Recommendation 2")),
        ("in force already", decided("add-duty", lifecycle="in-force")),
    ],
}
