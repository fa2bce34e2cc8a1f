"""Landscapes of who takes complaints of patients, or asks them how their care was."""

from __future__ import annotations

from typing import Any

from tests.queries.cases.builds import Build, bodies
from tests.queries.landscapes import Landscape

USERS = "user-experience"


def channels(kind: str = "duty", **second: Any) -> Build:
    """The centre must take complaints, and the watcher runs a channel as given."""

    def build(land: Landscape) -> None:
        bodies(land)
        land.things("Class", "patients-and-carers")
        channel(land, "one", "duty", by="centre")
        channel(land, "two", kind, **{"by": "watcher", **second})

    return build


def channel(land: Landscape, identifier: str, kind: str, *, by: str, **said: Any) -> None:
    values = {"function": "handle-complaints", "topic": USERS, "force": "regulations", **said}
    if kind == "duty":
        values.setdefault("modality", "duty")
    land.rule(identifier, kind, by, "patients-and-carers", **values)
