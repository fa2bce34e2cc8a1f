"""A change between two releases, worded, with what stands behind it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from queries.claims import Ref

HEADINGS: Mapping[tuple[str, str], tuple[str, str]] = {
    ("body", "succeeded"): ("Bodies succeeded by others", ""),
    ("body", "closed"): ("Bodies that closed", ""),
    ("body", "opened"): ("Bodies that opened", ""),
    ("body", "changed"): ("Bodies recorded otherwise than before", ""),
    ("body", "recorded"): (
        "Bodies and other things recorded for the first time",
        "New on record, which is no claim that they are new.",
    ),
    ("body", "withdrawn"): (
        "No longer on record",
        "Taken out of the record, which is no claim that they have ceased to be.",
    ),
    ("source", "new"): ("Sources added", ""),
    ("source", "changed"): ("Sources that vouch for longer or shorter than before", ""),
    ("source", "withdrawn"): ("Sources taken out", ""),
    ("statement", "begun"): ("Took effect between the two releases", ""),
    ("statement", "ended"): ("Ended", "Each with the last day on which it held."),
    ("statement", "new"): (
        "New on record",
        "Recorded since: what it says may have held before.",
    ),
    ("statement", "changed"): ("Recorded otherwise than before", ""),
    ("statement", "withdrawn"): (
        "Withdrawn",
        "Taken out of the record, which is no claim that they stopped holding: no end is known.",
    ),
    ("finding", "new"): ("New findings", ""),
    ("finding", "changed"): ("Findings whose answer or evidence changed", ""),
    ("finding", "resolved"): ("Findings resolved", ""),
    ("finding", "dropped"): (
        "Findings no longer made",
        "Their evidence was taken out or their question changed: that is no claim that anything was mended.",
    ),
}
"""Heading and note by what changed and what happened to it, in the order in which they are shown."""


@dataclass(frozen=True)
class Change:
    """One change. ``text`` is a sentence that stands by itself, ``details`` are sentences that explain it.

    ``what`` and ``happened`` are a key of ``HEADINGS``; ``id`` is that of the body, source, statement or
    finding. ``things`` are the things that it names and ``statements`` the ids of the statements behind it.
    ``gone``: the new release does not hold it, so that there is no page of it.
    """

    what: str
    happened: str
    id: str
    text: str
    details: tuple[str, ...] = ()
    things: tuple[Ref, ...] = ()
    statements: tuple[str, ...] = ()
    gone: bool = False


@dataclass(frozen=True)
class Group:
    """Changes of one sort, under their heading; ``note`` is a caution to read first, or empty."""

    what: str
    happened: str
    heading: str
    note: str
    changes: tuple[Change, ...]


@dataclass(frozen=True)
class Release:
    """Which release: its id and the day of its newest source."""

    id: str
    as_at: str


@dataclass(frozen=True)
class Changed:
    """All changes from ``old`` to ``new``.

    ``groups`` come in the order of ``HEADINGS``, without empty ones. ``notes`` say what could not be compared
    or has to be known first. ``life`` gives for each finding of the new release "new", "changed" or
    "unchanged"; None where findings could not be compared. ``unchanged_statements`` are counted.
    """

    old: Release
    new: Release
    groups: tuple[Group, ...]
    notes: tuple[str, ...]
    life: Mapping[str, str] | None
    unchanged_statements: int

    def of(self, what: str) -> tuple[Group, ...]:
        """The groups about "body", "source", "statement" or "finding"."""
        return tuple(group for group in self.groups if group.what == what)

    def __bool__(self) -> bool:
        return bool(self.groups)


def grouped(changes: list[Change]) -> tuple[Group, ...]:
    """The changes under their headings."""
    return tuple(
        Group(what, happened, heading, note, tuple(found))
        for (what, happened), (heading, note) in HEADINGS.items()
        if (found := [each for each in changes if (each.what, each.happened) == (what, happened)])
    )
