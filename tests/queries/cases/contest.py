"""Cases of the questions of the kind contest."""

from __future__ import annotations

from typing import Any

from tests.queries.cases.builds import Build, bodies, contested, measure, policy_undisputed, stays
from tests.queries.landscapes import Landscape


def sided(stance: str, kind: str = "duty", by: str = "watcher", **properties: Any) -> Build:
    """The centre says something, and somebody takes a position on it."""

    def build(land: Landscape) -> None:
        bodies(land)
        land.rule("claim", kind, "boards", "groups", by="centre")
        land.position("side", "claim", by, stance, **properties)

    return build


def measure_doubted(land: Landscape) -> None:
    measure(land)
    land.position("doubt", "measure", "watcher", "qualifies")


def step_doubted(land: Landscape) -> None:
    stays(land)
    land.position("doubt", "step", "watcher", "disputes")


def people_of_the_watcher(land: Landscape) -> None:
    sided("disputes", by="staff")(land)
    land.things("Sample", "staff", number=3)
    land.join("DRAWN_FROM", "staff", "watcher")


def practised(**properties: Any) -> Build:
    """Those heard give an account that concerns a rule."""

    def build(land: Landscape) -> None:
        bodies(land)
        land.rule("rule", "duty", "boards", "groups", by="centre", instrument="framework", **properties)
        land.say(
            "account",
            "account",
            "boards-heard",
            "boards",
            by="boards-heard",
            quantifier="all",
            concerns="rule",
        )

    return build


def practice_elsewhere(land: Landscape) -> None:
    bodies(land)
    land.rule("rule", "duty", "boards", "groups", by="centre")
    land.say("account", "account", "boards-heard", "boards", by="boards-heard", quantifier="all")


def heard(
    basis: str = "interview-account", kind: str = "duty", also: str | None = None, over: str = "groups"
) -> Build:
    """Something is said of two classes on one basis, and on a second one too if there is ``also``."""

    def build(land: Landscape) -> None:
        bodies(land)
        land.say("told", kind, "boards", "groups", by="boards-heard", basis=basis)
        if also:
            land.join("CAN_ALSO_BE", "groups", "parts")
            land.say("written", "oversight", "boards", over, by="centre", basis=also)

    return build


def in_two_documents(origin: str = "page", **properties: Any) -> Build:
    """The report says something, and a page takes a position on it."""

    def build(land: Landscape) -> None:
        land.document("page", origin=origin)
        sided(properties.get("stance", "qualifies"), document=properties.get("document", "page"))(land)

    return build


def denied_elsewhere(topic: str = "safety", **properties: Any) -> Build:
    """The report says something, and a page that it is not so."""

    def build(land: Landscape) -> None:
        bodies(land)
        land.document("page")
        land.rule("claim", "duty", "boards", "groups", by="centre")
        said = {"polarity": "does-not-hold", "topic": topic, "document": "page", **properties}
        land.rule("denial", "duty", "boards", "groups", by="watcher", **said)

    return build


def limits_itself(land: Landscape) -> None:
    sided("qualifies", by="centre")(land)


def limited_in_another_document(land: Landscape) -> None:
    land.document("page")
    sided("qualifies", by="centre", document="page")(land)


MATCHING: dict[str, tuple[Build, dict[str, str], list[str]]] = {
    "contested-oversight": (contested, {}, ["boards--groups"]),
    "another-side": (sided("qualifies"), {}, ["claim"]),
    "what-a-party-disputes": (people_of_the_watcher, {"party": "watcher"}, ["staff--claim"]),
    "policy-against-practice": (practised(), {}, ["rule"]),
    "interviews-only": (heard(), {}, ["boards--groups"]),
    "documents-disagree": (denied_elsewhere(), {}, ["claim"]),
    "says-two-things": (limits_itself, {}, ["claim"]),
}

ALSO_MATCHING: dict[str, list[tuple[str, Build]]] = {
    "another-side": [
        ("disputed", sided("disputes")),
        ("oversight qualified", sided("qualifies", "oversight")),
    ],
    "what-a-party-disputes": [
        ("itself", sided("disputes")),
        ("sees a risk", sided("raises-risk")),
        ("asks", sided("asks")),
    ],
    "documents-disagree": [("a view in another document", in_two_documents())],
}

MISSING: dict[str, list[tuple[str, Build]]] = {
    "contested-oversight": [("nobody disputes it", policy_undisputed), ("not oversight", stays)],
    "another-side": [
        ("supported", sided("supports")),
        ("by the same party", limits_itself),
        ("disputed oversight", contested),
        ("a measure", measure_doubted),
        ("the raising of risks", step_doubted),
    ],
    "what-a-party-disputes": [
        ("supported", sided("supports")),
        ("disputed by another", sided("disputes", by="helper")),
    ],
    "policy-against-practice": [
        ("not an instrument", practised(force="none")),
        ("only proposed", practised(lifecycle="proposed")),
        ("an account of something else", practice_elsewhere),
        ("an official's view", sided("qualifies", basis="official-statement")),
    ],
    "interviews-only": [
        ("an instrument says it", heard(basis="text-of-the-instrument")),
        ("an instrument too", heard(also="text-of-the-instrument")),
        ("an instrument for what they can also be", heard(also="text-of-the-instrument", over="parts")),
        ("no relation", heard(kind="effect")),
    ],
    "documents-disagree": [
        ("in one document", in_two_documents(document="report")),
        ("of one origin", in_two_documents(origin="report")),
        ("supported", in_two_documents(stance="supports")),
        ("another topic", denied_elsewhere(topic="quality")),
        ("denied in the same document", denied_elsewhere(document="report")),
    ],
    "says-two-things": [
        ("said by another", sided("qualifies")),
        ("in another document", limited_in_another_document),
        ("it supports itself", sided("supports", by="centre")),
        ("nothing is flagged", policy_undisputed),
    ],
}
