"""Claims: statements and positions as readers see them, each with who says it, on what and where."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from loaders.store.connection import Store
from queries.lookups import look_up


@dataclass(frozen=True)
class Ref:
    """A thing by its id and name."""

    id: str
    name: str


@dataclass(frozen=True)
class Party:
    """Who says something; for a sample, ``number`` of ``out_of`` people or bodies were heard."""

    id: str
    name: str
    number: int | None
    out_of: int | None

    @property
    def shown(self) -> str:
        """The name, with the size of a sample where it is known."""
        if self.number is None:
            return self.name
        heard = f"{self.number} heard of {self.out_of}" if self.out_of else f"{self.number} heard"
        return f"{self.name} ({heard})"


@dataclass(frozen=True)
class Passage:
    """A place in a document that was read; ``cites`` names what the document itself refers to there."""

    document: str
    title: str
    short_title: str
    url: str | None
    origin: str
    interest: str | None
    published: datetime.date | None
    locator: str
    start: int | None
    cites: tuple[str, ...]

    @property
    def shown(self) -> str:
        """The document's short title and the place in it."""
        return f"{self.short_title}, {self.locator}"


@dataclass(frozen=True)
class Claim:
    """One statement, or one position on a statement.

    ``what`` is "statement" or "position", ``stance`` is that of the position ("asserts" for a statement) and
    ``statement`` the statement that a position is about. ``known_to`` is the last day on which its sources
    vouch for it (never None: without such a day it is known on its first day only). ``manner`` is what kind
    of oversight, duty, reporting or tie it is.
    """

    id: str
    what: str
    kind: str
    stance: str
    statement: str
    text: str
    party: Party | None
    subject: Ref | None
    object: Ref | None
    instrument: Ref | None
    polarity: str
    condition: str | None
    force: str | None
    strength: str | None
    basis: str | None
    lifecycle: str | None
    verification: str | None
    quantifier: str | None
    topic: str | None
    manner: str | None
    note: str | None
    known_from: datetime.date
    known_to: datetime.date
    contested: bool
    passages: tuple[Passage, ...]

    @property
    def proposed(self) -> bool:
        """Whether it has yet to take effect."""
        return self.lifecycle in ("considered", "proposed", "announced", "accepted", "enacted")

    @property
    def places(self) -> str:
        """Its passages in one line, the document named once: "HSSIB report, 3.2.45 s1 and 3.2.46 s2"."""
        by_document: dict[str, list[str]] = {}
        for passage in self.passages:
            by_document.setdefault(passage.short_title, []).append(passage.locator)
        return "; ".join(f"{title}, {', '.join(places)}" for title, places in by_document.items())


def read_claims(store: Store, ids: Iterable[str], as_at: datetime.date) -> dict[str, Claim]:
    """The claims with these ids, by id, contested or not as at ``as_at``. Unknown ids are left out."""
    wanted = sorted(set(ids))
    if not wanted:
        return {}
    rows = look_up(store, "statements", ids=wanted, as_at=as_at)
    if len(rows) < len(wanted):
        rows += look_up(store, "positions", ids=wanted)
    return {row["id"]: _claim(row) for row in rows}


def natural(locator: str) -> tuple[tuple[int, int | str], ...]:
    """A key that sorts locators as a reader would: 3.2.9 before 3.2.10."""
    parts = re.findall(r"\d+|\D+", locator)
    return tuple((0, int(part)) if part.isdigit() else (1, part) for part in parts)


def _claim(row: Mapping[str, Any]) -> Claim:
    passages = sorted(
        (_passage(each) for each in row["passages"]),
        key=lambda each: (each.document, each.start is None, each.start or 0, natural(each.locator)),
    )
    confirmed = [each["confirmed_to"] for each in row["passages"] if each["confirmed_to"] is not None]
    known_to = row["known_to"] or max(confirmed, default=row["known_from"])
    parties, subjects, objects = row["parties"], row["subjects"], row["objects"]
    return Claim(
        **{
            name: row[name]
            for name in (
                *("id", "what", "kind", "stance", "statement", "text", "polarity", "condition", "force"),
                *("strength", "basis", "lifecycle", "verification", "quantifier", "topic", "manner", "note"),
                *("known_from", "contested"),
            )
        },
        known_to=known_to,
        party=Party(**parties[0]) if parties else None,
        subject=Ref(**subjects[0]) if subjects else None,
        object=Ref(**objects[0]) if objects else None,
        instrument=Ref(**row["instruments"][0]) if row["instruments"] else None,
        passages=tuple(passages),
    )


def _passage(row: Mapping[str, Any]) -> Passage:
    kept = {name: value for name, value in row.items() if name != "confirmed_to"}
    return Passage(**{**kept, "cites": tuple(sorted(row["cites"]))})
