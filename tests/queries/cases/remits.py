"""Landscapes of what bodies do, of standards, of recommendations and of conclusions on remits."""

from __future__ import annotations

from typing import Any

from tests.queries.cases.builds import Build, bodies
from tests.queries.landscapes import Landscape


def remits(*, complete: tuple[str, ...] = ("centre", "watcher"), **second: Any) -> Build:
    """Two bodies that both assure providers, the second as given; what both do is listed completely."""

    def build(land: Landscape) -> None:
        bodies(land)
        land.say("one", "function", "centre", "providers", function="assure")
        land.say("two", "function", "watcher", "providers", **{"function": "assure", **second})
        for body in complete:
            for kind in ("function", "oversight"):
                land.lists_completely(kind, body)

    return build


def mostly_different(land: Landscape) -> None:
    remits()(land)
    for number, function in enumerate(("inspect", "train")):
        land.say(f"more-{number}", "function", "centre", "providers", function=function)


def half_the_same(land: Landscape) -> None:
    remits()(land)
    land.say("more", "function", "centre", "providers", function="inspect")


def functions_listed_only(land: Landscape) -> None:
    remits(complete=("centre",))(land)
    land.lists_completely("function", "watcher")


def recommended(**second: Any) -> Build:
    """Two recommendations to the centre, the second as given."""

    def build(land: Landscape) -> None:
        bodies(land)
        land.say("first", "recommendation", "watcher", "centre", response_owed=True)
        said = {"response_owed": False, **second}
        land.say("second", "recommendation", said.pop("by", "helper"), said.pop("to", "centre"), **said)

    return build


def standards(*, kind: str = "standards", issuer: str = "helper", **second: Any) -> Build:
    """Two issuers' instruments reach providers, the second as given."""

    def build(land: Landscape) -> None:
        bodies(land)
        land.things("Instrument", "code", "law", kind=kind)
        land.things("Instrument", "framework", kind="framework")
        land.join("ISSUER", "framework", "watcher")
        land.join("ISSUER", "code", issuer)
        land.rule("one", "applicability", "framework", "providers")
        said = dict(second)
        land.rule("two", "applicability", "code", said.pop("reaches", "providers"), **said)

    return build


def of_what_members_can_be(land: Landscape) -> None:
    standards(reaches="groups")(land)
    land.join("CAN_ALSO_BE", "providers", "groups")


def one_was_replaced(land: Landscape) -> None:
    standards()(land)
    land.join("REPLACES", "newer-framework", "framework")


def narrower_left_out(land: Landscape) -> None:
    """Both reach providers, and one of them is said not to reach those of a narrower class."""
    standards()(land)
    land.join("BROADER", "groups", "providers")
    land.rule("not", "applicability", "framework", "groups", polarity="does-not-hold", lifecycle="piloted")


def reaches_the_narrower(land: Landscape) -> None:
    """One is said not to reach a wider class, and to reach providers, who belong to it."""
    standards()(land)
    land.join("BROADER", "providers", "groups")
    land.rule("not", "applicability", "framework", "groups", polarity="does-not-hold")


def sets_standards(land: Landscape) -> None:
    standards(reaches="groups")(land)
    land.rule("three", "function", "centre", "providers", function="set-standards")


def widened(about: str = "centre", **said: Any) -> Build:
    def build(land: Landscape) -> None:
        bodies(land)
        values = {"finding_kind": "wider-remit", "heard": "not-heard", **said}
        land.say("widened", "published-finding", "watcher", about, by="watcher", **values)

    return build
