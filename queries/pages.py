"""What the explorer's pages show, as plain records. A page holds no Cypher: it calls these."""

from __future__ import annotations

import datetime
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from loaders.store.connection import Store
from queries import catalogue
from queries.asking import Asked, ask
from queries.claims import Claim, Party, Ref, natural, read_claims
from queries.finding import Finding
from queries.findings import all_findings, findings_of
from queries.header import Question
from queries.lookups import look_up

GROUPS = {
    "oversees": "Oversees and checks",
    "overseen": "Is overseen and checked by",
    "does": "What it does, commissions or delegates",
    "done": "What others do, commission or delegate that concerns it",
    "must-do": "Must, may or is expected to do",
    "owed": "What others must, may or are expected to do towards it",
    "reports": "Reports and passes on",
    "receives": "Is told",
    "tied": "Belongs to or is tied to",
    "became": "What it came from, and what became of it",
    "rules": "Which instruments reach it",
    "rests-on": "What rests on it",
    "not": "Said not to hold, or not to be required",
    "paused": "Said to be paused",
    "said-about": "What the sources say about it",
    "changed": "Changes made or begun",
    "proposed": "Proposed changes (not in force)",
    "recommended": "Recommended or suggested to it",
    "figures": "Figures given about it",
    "case": "What happened in one case",
    "limits": "What the sources did not look at",
    "says": "What it says, or those heard from it say",
}
"""The groups of a body's page, in order, with their headings."""

FIND_LIMIT = 20
LINKS = (
    *(
        "part_of",
        "parts",
        "classes",
        "can_be",
        "staff",
        "wider",
        "members",
        "past_members",
        "broader",
        "narrower",
    ),
    *("drawn_from", "rule_source"),
    *("publisher", "issuer", "operator", "replaces", "replaced_by", "amends", "amended_by"),
)
"""How a thing is joined to others, apart from claims: columns of the look-up."""


@dataclass(frozen=True)
class Code:
    """A code that may change: whose (a code of the scheme code-scheme), and the day on which it was seen."""

    scheme: str
    code: str
    seen_on: datetime.date


@dataclass(frozen=True)
class Thing:
    """A body, class, sample, instrument or system. ``what`` is its most telling label, such as "Body"."""

    id: str
    name: str
    initials: str | None
    what: str
    kind: str | None
    other_names: tuple[str, ...]
    properties: Mapping[str, Any]
    links: Mapping[str, tuple[Ref, ...]]
    samples: tuple[Party, ...]
    codes: tuple[Code, ...]


@dataclass(frozen=True)
class BodyClaim:
    """A claim on a body's page. ``how``: itself, member, narrower or sample; ``via``: what it comes through.

    ``known``: its sources vouch for it as at the page's date.
    """

    claim: Claim
    group: str
    role: str
    how: str
    via: Ref | None
    known: bool


@dataclass(frozen=True)
class Area:
    """A board or region in whose area a register has a body. ``state``: as in "recorded-area"; ``closed``:
    the day on which the body, or that board or region, did; ``went_to``: the names of those who followed it.
    """

    area: Ref
    state: str
    last_recorded: datetime.date
    closed: datetime.date | None
    went_to: tuple[str, ...]


@dataclass(frozen=True)
class Body:
    """A body's page; ``groups`` maps each name of ``GROUPS`` that has claims to them, in order."""

    thing: Thing
    as_at: datetime.date
    groups: Mapping[str, tuple[BodyClaim, ...]]
    truncated: bool
    areas: tuple[Area, ...]


@dataclass(frozen=True)
class Taken:
    """A passage of a document and what was taken from it."""

    locator: str
    claims: tuple[Claim, ...]


@dataclass(frozen=True)
class SourcePage:
    """Everything on a source's page, passages in the order of the document.

    ``complete``: what the document lists completely (kind, about, topic, first, last, reason);
    ``incomplete``: what it does not, and why (kind, reason); ``heard``: whom its authors heard, with ``how``.
    """

    thing: Thing
    passages: tuple[Taken, ...]
    kinds: Mapping[str, int]
    complete: Sequence[Mapping[str, Any]]
    incomplete: Sequence[Mapping[str, Any]]
    heard: Sequence[Mapping[str, Any]]
    limits: tuple[Claim, ...]


@dataclass(frozen=True)
class Release:
    """The release in the store: ``counts`` has kind, statements and contested; ``documents`` one row each."""

    id: str
    as_at: datetime.date
    documents: Sequence[Mapping[str, Any]]
    counts: Sequence[Mapping[str, Any]]


@dataclass(frozen=True)
class Found:
    """A thing found by name; ``matched`` is the name, initials or other name that was met."""

    id: str
    name: str
    initials: str | None
    what: str
    matched: str


def findings_overview(store: Store, as_at: datetime.date) -> list[Finding]:
    """All findings as at the date, most serious first."""
    return all_findings(store, as_at)[1]


def finding(store: Store, identifier: str, as_at: datetime.date) -> tuple[Question, Finding] | None:
    """The finding of that id, with the question that it answers; None where there is none as at the date."""
    questions = catalogue.load().questions
    question = questions.get(identifier.partition("--")[0])
    if question is None or question.listing:
        return None
    for each in findings_of(store, question, as_at)[1]:
        if each.id == identifier:
            return question, each
    return None


def touching(findings: Sequence[Finding], identifier: str) -> list[Finding]:
    """Those of the findings whose premises are about the thing."""
    return [each for each in findings if any(ref.id == identifier for ref in each.touches)]


def thing(store: Store, identifier: str, as_at: datetime.date) -> Thing | None:
    """The thing of that id, with the members that it has on that day; None where there is none."""
    rows = look_up(store, "thing", id=identifier, as_at=as_at)
    if not rows:
        return None
    row = rows[0]
    properties = dict(row["properties"])
    links = {
        name: tuple(sorted((Ref(**each) for each in value), key=lambda ref: ref.name))
        for name, value in row.items()
        if name in LINKS
    }
    return Thing(
        properties["id"],
        properties["name"],
        properties.get("initials"),
        what(row["labels"]),
        row["kinds"][0] if row["kinds"] else None,
        tuple(properties.get("other_names") or ()),
        properties,
        links,
        tuple(Party(**each) for each in row["samples"]),
        tuple(
            Code(**each) for each in sorted(row["codes"], key=lambda each: (each["seen_on"], each["code"]))
        ),
    )


def what(labels: Sequence[str]) -> str:
    """The most telling of a node's labels: "Body" rather than "Organisation" or "Thing"."""
    rest = [label for label in labels if label not in ("Thing", "Organisation")]
    return rest[0] if rest else labels[0]


def body(store: Store, identifier: str, as_at: datetime.date) -> Body | None:
    """The page of a body, class, role, forum or system, as at the date; None where there is none."""
    found = thing(store, identifier, as_at)
    if found is None:
        return None
    questions = catalogue.load()
    asked = ask(store, questions.question("everything-on-a-body"), as_at, {"body": identifier})
    recorded = ask(store, questions.question("recorded-area"), as_at, {"body": identifier})
    areas = tuple(
        Area(
            Ref(row["area"], row["area_name"]),
            row["state"],
            row["last_recorded"],
            row["closed"],
            tuple(row["went_to"]),
        )
        for row in recorded.rows
    )
    return Body(found, as_at, _groups(asked), asked.truncated or recorded.truncated, areas)


def source(store: Store, identifier: str, as_at: datetime.date) -> SourcePage | None:
    """The page of a document; None where there is no such document."""
    found = thing(store, identifier, as_at)
    if found is None or found.what != "Document":
        return None
    rows = look_up(store, "source", id=identifier)
    lists = look_up(store, "source_lists", id=identifier)[0]
    claims = read_claims(store, [each for row in rows for each in row["ids"]] + lists["limits"], as_at)
    rows.sort(key=lambda row: (row["start"] is None, row["start"] or 0, natural(row["locator"])))
    by_place: dict[str, set[str]] = {}
    for row in rows:
        by_place.setdefault(row["locator"], set()).update(each for each in row["ids"] if each in claims)
    taken = sorted({each for ids in by_place.values() for each in ids})
    return SourcePage(
        found,
        tuple(Taken(place, tuple(claims[each] for each in sorted(ids))) for place, ids in by_place.items()),
        dict(Counter(claims[each].kind for each in taken if claims[each].what == "statement").most_common()),
        lists["complete"],
        lists["incomplete"],
        lists["heard"],
        tuple(claims[each] for each in sorted(lists["limits"])),
    )


def release_info(store: Store) -> Release | None:
    """The release in the store, what it was made from and how much it holds; None where there is none."""
    release = store.release()
    if release is None:
        return None
    as_at = release["as_at"]
    date = as_at if isinstance(as_at, datetime.date) else datetime.date.fromisoformat(str(as_at))
    return Release(str(release["id"]), date, look_up(store, "documents"), look_up(store, "counts"))


def find_things(store: Store, text: str, limit: int = FIND_LIMIT) -> list[Found]:
    """Things with ``text`` in their name, initials or another name; the closest first."""
    wanted = " ".join(text.lower().split())
    if not wanted:
        return []
    rows = look_up(store, "find", text=wanted, limit=limit)
    return [
        Found(row["id"], row["name"], row["initials"], what(row["labels"]), row["matched"]) for row in rows
    ]


def _groups(asked: Asked) -> dict[str, tuple[BodyClaim, ...]]:
    found: dict[str, list[BodyClaim]] = {name: [] for name in GROUPS}
    for row in asked.rows:
        for claim in (asked.claims[each] for each in row["claim"] if each in asked.claims):
            via = Ref(row["via"], row["via_name"]) if row["via"] else None
            known = claim.known_to >= asked.as_at
            found[row["group"]].append(BodyClaim(claim, row["group"], row["role"], row["how"], via, known))
    return {name: tuple(claims) for name, claims in found.items() if claims}
