"""What the explorer's pages show of findings and of a body. A page holds no Cypher: it calls these."""

from __future__ import annotations

import datetime
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from loaders.store.connection import Store
from queries import catalogue
from queries.asking import Asked, ask
from queries.claims import Claim, Party, Ref
from queries.finding import Finding
from queries.findings import all_findings, findings_of
from queries.header import Question
from queries.lookups import look_up

GROUPS = {
    "oversees": "Oversees and checks",
    "overseen": "Is overseen and checked by",
    "must-do": "Must do, or is expected to do",
    "owed": "Is owed",
    "reports": "Reports and passes on",
    "receives": "Is told",
    "tied": "Belongs to or is tied to",
    "rules": "Which instruments reach it",
    "not": "Said not to hold, or not to be required",
    "said-about": "What the sources say about it",
    "proposed": "Proposed changes (not in force)",
    "recommended": "Recommended or suggested to it",
    "limits": "What the sources did not look at",
    "says": "What it says, or those heard from it say",
}
"""The groups of a body's page, in order, with their headings."""

LINKS = (
    *("part_of", "parts", "classes", "members", "broader", "narrower", "drawn_from", "rule_source"),
    *("publisher", "issuer", "operator", "replaces", "replaced_by"),
)
"""How a thing is joined to others, apart from claims: columns of the look-up."""


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
class Body:
    """A body's page; ``groups`` maps each name of ``GROUPS`` that has claims to them, in order."""

    thing: Thing
    as_at: datetime.date
    groups: Mapping[str, tuple[BodyClaim, ...]]
    truncated: bool


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


def thing(store: Store, identifier: str) -> Thing | None:
    """The thing of that id; None where there is none."""
    rows = look_up(store, "thing", id=identifier)
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
    )


def what(labels: Sequence[str]) -> str:
    """The most telling of a node's labels: "Body" rather than "Organisation" or "Thing"."""
    rest = [label for label in labels if label not in ("Thing", "Organisation")]
    return rest[0] if rest else labels[0]


def body(store: Store, identifier: str, as_at: datetime.date) -> Body | None:
    """The page of a body, class, role, forum or system, as at the date; None where there is none."""
    found = thing(store, identifier)
    if found is None:
        return None
    asked = ask(store, catalogue.load().question("everything-on-a-body"), as_at, {"body": identifier})
    return Body(found, as_at, _groups(asked), asked.truncated)


def _groups(asked: Asked) -> dict[str, tuple[BodyClaim, ...]]:
    found: dict[str, list[BodyClaim]] = {name: [] for name in GROUPS}
    for row in asked.rows:
        for claim in (asked.claims[each] for each in row["claim"] if each in asked.claims):
            via = Ref(row["via"], row["via_name"]) if row["via"] else None
            known = claim.known_to >= asked.as_at
            found[row["group"]].append(BodyClaim(claim, row["group"], row["role"], row["how"], via, known))
    return {name: tuple(claims) for name, claims in found.items() if claims}
