"""Ready-made choices of measures, read from ``scenarios.toml``."""

from __future__ import annotations

import tomllib
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from loaders.errors import ToolError
from queries.catalogue import nearest

FILE = Path(__file__).resolve().parent / "scenarios.toml"


@dataclass(frozen=True)
class Scenario:
    """A named choice. ``together`` are measures of other recommendations that it cannot be tried without;
    ``requests`` are what a party asks of the choice as a whole, as recommendations on record."""

    name: str
    title: str
    source: str
    measures: tuple[str, ...]
    together: tuple[str, ...]
    requests: tuple[str, ...]

    @property
    def all_measures(self) -> tuple[str, ...]:
        """What has to be tried, in order."""
        return (*self.together, *self.measures)


def scenarios() -> dict[str, Scenario]:
    """All scenarios by name, in the order of the file."""
    with FILE.open("rb") as stream:
        found = tomllib.load(stream)
    return {
        name: Scenario(
            name,
            each["title"],
            each["source"],
            tuple(each["measures"]),
            tuple(each.get("together", ())),
            tuple(each.get("requests", ())),
        )
        for name, each in found.items()
    }


def scenario(name: str) -> Scenario:
    """The scenario of that name. Raises ToolError that names the nearest where there is none."""
    known = scenarios()
    if name in known:
        return known[name]
    raise ToolError(
        f"There is no scenario '{name}'.", nearest(name, list(known), "'run.py whatif' lists the scenarios.")
    )


def requests_on(measures: Sequence[str]) -> list[str]:
    """What is asked of a ready-made choice as a whole, where all its measures are among these."""
    chosen = set(measures)
    wanted = [each.requests for each in scenarios().values() if chosen.issuperset(each.all_measures)]
    return list(dict.fromkeys(request for requests in wanted for request in requests))
