"""What pages show of one thing or one document: what it is, what is said of it, and where."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from loaders.errors import ToolError
from loaders.store.connection import Store
from queries.claims import Claim, Ref, natural, read_claims
from queries.lookups import look_up

KINDS_OF_THING = {
    "Unit": "unit",
    "Programme": "programme",
    "Role": "role",
    "Partnership": "partnership",
    "Forum": "forum",
    "Body": "body",
    "Class": "class of bodies",
    "Sample": "people heard",
    "Instrument": "instrument",
    "Document": "document",
    "System": "information system",
}
"""Labels of things with what readers call them, the narrower first."""

WATCHING = ("oversight",)
REPORTING = ("reporting", "flow", "escalation")
DOING = ("duty", "function", "commissioning", "delegation", "tie", "applicability")
CONCLUDING = ("published-finding", "account", "constraint", "effect", "limitation", "definition")

SECTIONS: tuple[tuple[str, str, tuple[str, ...]], ...] = (
    ("Oversees and checks", "subject", WATCHING),
    ("Is overseen and checked by", "object", WATCHING),
    ("Must do, or does", "subject", DOING),
    ("What others do for it or to it", "object", DOING),
    ("Reports, informs and escalates to others", "subject", REPORTING),
    ("Is told, and takes what others escalate", "object", REPORTING),
    ("What was recommended, and to whom", "subject", ("recommendation",)),
    ("What was recommended to it", "object", ("recommendation",)),
    ("Proposed changes that it puts forward", "subject", ("reform",)),
    ("Proposed changes that touch it", "object", ("reform",)),
    ("Proposed changes that touch it", "touched", ("reform",)),
    ("What it or people from it said", "party", ()),
    ("What it or people from it said", "subject", CONCLUDING),
    ("What is said of it", "object", CONCLUDING),
    ("What rests on it", "instrument", ()),
)
"""Headings of a thing's page, in order: the role that it plays, and the kinds of statement (none: all)."""


@dataclass(frozen=True)
class ReleaseInfo:
    """The release in the store: its identifier, newest source date, documents read, statements."""

    id: str
    as_at: datetime.date
    documents: int
    statements: int


@dataclass(frozen=True)
class Thing:
    """Something with a page of its own; ``claims`` counts the statements about it."""

    id: str
    name: str
    initials: str
    kind: str
    claims: int


@dataclass(frozen=True)
class Section:
    """Claims under one heading of a thing's page."""

    heading: str
    claims: tuple[Claim, ...]


@dataclass(frozen=True)
class Profile:
    """One thing: ``properties`` are its fields, ``sections`` what is said of it, every claim once."""

    id: str
    name: str
    initials: str
    kind: str
    described: str
    properties: Mapping[str, Any]
    above: tuple[Ref, ...]
    below: tuple[Ref, ...]
    replaces: tuple[Ref, ...]
    replaced_by: tuple[Ref, ...]
    sections: tuple[Section, ...]

    @property
    def claims(self) -> tuple[Claim, ...]:
        """Every claim of its sections."""
        return tuple(claim for section in self.sections for claim in section.claims)


@dataclass(frozen=True)
class Listed:
    """What a document lists completely."""

    kind: str
    about: str
    first: datetime.date
    last: datetime.date
    reason: str


@dataclass(frozen=True)
class SourceProfile:
    """One document: its fields, what it lists completely, and its passages in order with what was taken."""

    id: str
    title: str
    properties: Mapping[str, Any]
    publisher: tuple[Ref, ...]
    complete: tuple[Listed, ...]
    passages: tuple[tuple[str, Claim], ...]


def release_info(store: Store) -> ReleaseInfo:
    """The release that the store holds. Raises ToolError where it holds none."""
    rows = look_up(store, "release")
    if not rows:
        raise ToolError("The store holds no release yet.", "Run: python3 run.py load")
    row = rows[0]
    as_at = row["as_at"]
    date = datetime.date.fromisoformat(as_at) if isinstance(as_at, str) else as_at
    return ReleaseInfo(row["id"], date, row["documents"], row["statements"])


def things(store: Store) -> list[Thing]:
    """Everything with a page of its own, by name."""
    return [_thing(row) for row in look_up(store, "things")]


def find_things(store: Store, text: str) -> list[Thing]:
    """Things whose name, initials or other names hold ``text``; the best match first, then by name."""
    wanted = text.strip().lower()
    if not wanted:
        return []
    found = []
    for row in look_up(store, "things"):
        words = [row["name"], row["initials"], row["short_title"], *(row["other_names"] or [])]
        rank = min((_rank(word.lower(), wanted) for word in words if word), default=3)
        if rank < 3:
            found.append((rank, row["name"], _thing(row)))
    return [thing for _, _, thing in sorted(found, key=lambda each: each[:2])]


def profile(store: Store, identifier: str, as_at: datetime.date) -> Profile:
    """The page of the thing with that id. Raises ToolError where there is none."""
    rows = look_up(store, "thing", id=identifier)
    if not rows:
        raise ToolError(
            f"Nothing here has the identifier '{identifier}'.", "Find it by its name or initials instead."
        )
    row = rows[0]
    properties = row["properties"]
    kind = _kind(row["labels"])
    return Profile(
        identifier,
        properties["name"],
        properties.get("initials") or "",
        kind,
        row["kind"] or kind,
        properties,
        _refs(row["above"]),
        _refs(row["below"]),
        _refs(row["replaces"]),
        _refs(row["replaced_by"]),
        _sections(store, identifier, as_at),
    )


def source(store: Store, identifier: str, as_at: datetime.date) -> SourceProfile:
    """The page of the document with that id. Raises ToolError where there is none."""
    rows = look_up(store, "thing", id=identifier)
    if not rows or "Document" not in rows[0]["labels"]:
        raise ToolError(f"No document here has the identifier '{identifier}'.", "Choose one of the list.")
    taken = look_up(store, "claims_in", id=identifier)
    claims = read_claims(store, [row["id"] for row in taken], as_at)
    taken.sort(key=lambda row: (row["start"] is None, row["start"] or 0, natural(row["locator"]), row["id"]))
    properties = rows[0]["properties"]
    return SourceProfile(
        identifier,
        properties["name"],
        properties,
        _refs(rows[0]["above"]),
        tuple(
            Listed(row["kind"], row["name"] or "", row["first"], row["last"], row["reason"])
            for row in look_up(store, "lists_of", id=identifier)
        ),
        tuple((row["locator"], claims[row["id"]]) for row in taken if row["id"] in claims),
    )


def _sections(store: Store, identifier: str, as_at: datetime.date) -> tuple[Section, ...]:
    rows = look_up(store, "claims_on", id=identifier)
    claims = read_claims(store, [row["id"] for row in rows], as_at)
    placed: dict[str, dict[str, Claim]] = {}
    seen: set[str] = set()
    for heading, role, kinds in SECTIONS:
        for row in rows:
            if row["role"] != role or (kinds and row["kind"] not in kinds):
                continue
            if row["id"] in seen or row["id"] not in claims:
                continue
            seen.add(row["id"])
            placed.setdefault(heading, {})[row["id"]] = claims[row["id"]]
    return tuple(
        Section(heading, tuple(sorted(found.values(), key=_weight))) for heading, found in placed.items()
    )


def _weight(claim: Claim) -> tuple[bool, bool, str]:
    """Contested claims first, then those that rest on an instrument, then by their words."""
    return (not claim.contested, claim.force in (None, "none"), claim.text)


def _thing(row: Mapping[str, Any]) -> Thing:
    return Thing(row["id"], row["name"], row["initials"] or "", _kind(row["labels"]), row["claims"])


def _kind(labels: Iterable[str]) -> str:
    held = set(labels)
    return next((words for label, words in KINDS_OF_THING.items() if label in held), "thing")


def _refs(rows: Iterable[Mapping[str, str]]) -> tuple[Ref, ...]:
    return tuple(sorted((Ref(row["id"], row["name"]) for row in rows), key=lambda ref: ref.name))


def _rank(word: str, wanted: str) -> int:
    if word == wanted:
        return 0
    return 1 if word.startswith(wanted) else 2 if wanted in word else 3
