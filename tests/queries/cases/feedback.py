"""Cases of the questions of the kind feedback."""

from __future__ import annotations

from tests.queries.cases.builds import (
    Build,
    accessible,
    answered,
    bodies,
    flow_without_step,
    recommends,
    response_given,
    stays,
    stays_in_part,
    told,
)
from tests.queries.landscapes import Landscape


def answering(
    *kinds: str, polarity: str = "holds", lifecycle: str = "in-force", member: bool = False
) -> Build:
    """Parts are overseen by boards, and boards by the centre: each link of the kind of oversight given."""

    def build(land: Landscape) -> None:
        bodies(land)
        low = "groups" if member else "parts"
        first, second = kinds
        land.rule("near", "oversight", "boards", low, by="centre", oversight_kind=first)
        said = {"polarity": polarity, "lifecycle": lifecycle, "oversight_kind": second}
        land.rule("far", "oversight", "centre", "boards", by="centre", **said)

    return build


def tied(tie: str) -> Build:
    def build(land: Landscape) -> None:
        bodies(land)
        land.say("tie", "tie", "parts", "centre", by="centre", tie=tie)

    return build


def raised(accountability: str) -> Build:
    def build(land: Landscape) -> None:
        bodies(land)
        land.say("step", "escalation", "parts", "centre", by="centre", accountability=accountability)

    return build


def only_reported(land: Landscape) -> None:
    bodies(land)
    land.rule("report", "reporting", "boards", "centre", by="centre")


def owned(stance: str | None = None, second: str | None = None, accountability: str = "stays") -> Build:
    """One says that a risk stays; somebody takes a position, or another says where it goes."""

    def build(land: Landscape) -> None:
        stays(land, accountability=accountability)
        if stance:
            land.position("view", "step", "watcher", stance)
        if second:
            land.rule("other", "escalation", "boards", "centre", by="watcher", accountability=second)

    return build


def without_tier(land: Landscape) -> None:
    stays(land, tier_from=None, tier_to=None)


MATCHING: dict[str, tuple[Build, dict[str, str], list[str]]] = {
    "feedback-said-missing": (answered("does-not-hold"), {}, ["boards--centre"]),
    "feedback-not-recorded": (stays, {}, ["boards--centre"]),
    "response-owed": (recommends(response_owed=True), {}, ["watcher--advice"]),
    "accountable-path": (
        answering("oversight", "assessment"),
        {"from": "parts", "to": "centre"},
        ["parts--centre"],
    ),
    "escalation-against-reporting": (stays, {}, ["boards--centre"]),
    "who-learns-of-a-risk": (stays, {}, ["system--boards", "region--centre"]),
    "feedback-by-stage": (accessible, {}, ["centre--boards"]),
    "risk-owner-contested": (owned("disputes"), {}, ["boards--centre"]),
}

ALSO_MATCHING: dict[str, list[tuple[str, Build]]] = {
    "accountable-path": [
        ("through a class", answering("regulation", "oversight", member=True)),
        ("said to be accountable", tied("accountable-to")),
        ("accountability moves", raised("moves")),
    ],
    "feedback-by-stage": [("said not to be sent", flow_without_step)],
    "risk-owner-contested": [("another says that it moves", owned(second="moves"))],
}

MISSING: dict[str, list[tuple[str, Build]]] = {
    "feedback-said-missing": [("feedback is given", answered("holds")), ("no step", flow_without_step)],
    "feedback-not-recorded": [
        ("law fixes it", told("holds", reporting_kind="notification", force="regulations")),
        ("from a page read for single facts", stays_in_part),
        ("feedback is given", answered("holds")),
        ("feedback is said to be missing", answered("does-not-hold")),
        ("can be looked up", accessible),
    ],
    "response-owed": [
        ("none owed", recommends(response_owed=False)),
        ("recorded with it", recommends(response_owed=True, response="Accepted.")),
        ("recorded as a flow", response_given),
    ],
    "accountable-path": [
        ("support is no link", answering("oversight", "support")),
        ("not so", answering("oversight", "oversight", polarity="does-not-hold")),
        ("only proposed", answering("oversight", "oversight", lifecycle="proposed")),
        ("another tie", tied("member-of")),
        ("accountability stays", raised("stays")),
    ],
    "escalation-against-reporting": [("only reported", only_reported), ("no step", flow_without_step)],
    "who-learns-of-a-risk": [("only reported", only_reported), ("no level is given", without_tier)],
    "feedback-by-stage": [("only required", only_reported), ("a risk raised", stays)],
    "risk-owner-contested": [
        ("nobody says otherwise", owned()),
        ("supported", owned("supports")),
        ("another agrees", owned(second="stays")),
        ("another says nothing of it", owned(second="not-stated")),
        ("a dispute about something else", owned("disputes", accountability="not-stated")),
    ],
}
