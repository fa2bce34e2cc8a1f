"""Landscapes of who investigates or reviews an event."""

from __future__ import annotations

from typing import Any

from tests.queries.cases.builds import Build, bodies
from tests.queries.landscapes import Landscape


def investigated(kind: str = "duty", **second: Any) -> Build:
    """The centre must investigate a death, and the watcher as given."""

    def build(land: Landscape) -> None:
        bodies(land)
        for event in ("death", "accident"):
            land.concept("event", event)
        looks_into(land, "one", "duty", by="centre")
        looks_into(land, "two", kind, **{"by": "watcher", **second})

    return build


def looks_into(
    land: Landscape, identifier: str, kind: str, *, by: str, event: str = "death", **said: Any
) -> None:
    values = {"function": "investigate", "strength": "must", **said}
    if kind == "duty":
        values.setdefault("modality", "duty")
    land.rule(identifier, kind, by, "boards", event=event, **values)
    land.join("EVENT", identifier, f"event/{event}")


def investigated_where_also(join: str) -> Build:
    """The second looks into another event, which the first is (``BROADER``) or can be too."""

    def build(land: Landscape) -> None:
        investigated(event="accident")(land)
        land.join(join, "event/death", "event/accident")

    return build


def by_a_narrower_kind(land: Landscape) -> None:
    """Groups investigate, and the parts, which are groups."""
    bodies(land)
    land.concept("event", "death")
    looks_into(land, "one", "duty", by="groups")
    looks_into(land, "two", "duty", by="parts")
