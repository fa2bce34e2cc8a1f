"""What curators are told of waivers: which have expired, and which are of no finding that there is."""

from __future__ import annotations

import datetime
from collections.abc import Collection

from loaders.errors import Problem
from loaders.settings import Settings
from loaders.sources.waivers import Waiver, expired
from queries.waivers import unmatched_beside


def waiver_warnings(
    waivers: Collection[Waiver], settings: Settings, release: str | None, day: datetime.date
) -> list[Problem]:
    """The waivers that have expired by that day, and those of no finding that ``release`` is known to have.

    ``release`` None: the one in use, where there is one. Of a release without a file of findings, which
    'run.py load' writes, nothing is said.
    """
    name = _current(settings) if release is None else release
    file = settings.data_folder / "findings" / f"{name}.json"
    return sorted([*expired(waivers, day), *unmatched_beside(file, name, waivers)])


def print_waiver_warnings(
    waivers: Collection[Waiver], settings: Settings, release: str | None = None
) -> None:
    """Print them as they are today."""
    for problem in waiver_warnings(waivers, settings, release, datetime.date.today()):
        print(f"Warning: {problem}")


def _current(settings: Settings) -> str:
    try:
        return (settings.data_folder / "current").read_text(encoding="utf-8").strip()
    except OSError:
        return ""
