"""Landscapes of demands on a class of bodies that begin or end on a day."""

from __future__ import annotations

import datetime
from typing import Any

from tests.queries.cases.builds import Build, bodies
from tests.queries.landscapes import FIRST, LAST, Landscape
from tests.releases import node

SPAN = {"from": "2024-02-01", "to": "2024-04-30"}
IN_SPAN = datetime.date(2024, 3, 1)
BEFORE_SPAN = datetime.date(2024, 1, 31)
AFTER_SPAN = datetime.date(2024, 5, 1)


def demanded(kind: str = "duty", **said: Any) -> Build:
    """An undated duty of providers, and a demand as given, which began in the span unless said otherwise."""

    def build(land: Landscape) -> None:
        bodies(land)
        reach_of_days(land)
        undated(land)
        given = {"valid_from": IN_SPAN, "strength": "must", **said}
        by, to = given.pop("by", "providers"), given.pop("to", "helper")
        if kind == "duty":
            given.setdefault("modality", "duty")
        land.rule("dated", kind, by, to, **given)

    return build


def reach_of_days(land: Landscape) -> None:
    """Something said of nobody, whatever is overridden, so that days of the span can be asked about."""
    days = {"known_from": FIRST, "known_to": LAST, "ended": False}
    land.nodes["said"] = node("said", "Statement", "Limitation", verification="checked", text="Said.", **days)


def undated(land: Landscape) -> None:
    land.rule("undated", "duty", "providers", "watcher", modality="duty", strength="must")


def only_undated(land: Landscape) -> None:
    bodies(land)
    undated(land)


def ended(on: datetime.date, **said: Any) -> Build:
    return demanded(valid_from=None, valid_to=on, known_to=on, ended=True, **said)


def standard_from_a_day(land: Landscape) -> None:
    bodies(land)
    undated(land)
    land.rule("dated", "applicability", "framework", "providers", valid_from=IN_SPAN)
