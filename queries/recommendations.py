"""The register of recommendations: what was recommended to whom, what was answered, and what is alike.

It holds recommendations, observations and learning points, and the measures that a review put forward. What
a government or a body plans of its own accord is no recommendation.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from loaders.store.connection import Store
from queries.claims import Claim, Ref, natural, read_claims
from queries.lookups import look_up
from queries.wording import day

MEASURE = "measure"
KINDS = {
    "recommendation": "recommendation",
    "observation": "observation",
    "learning-point": "learning point",
    MEASURE: "recommended measure",
}
OWED, NOT_SOUGHT, NOT_SAID = "owed", "not sought", "not said"
"""Whether a response is owed: the source asks for one, seeks none, or does not say."""

STATUSES = {
    "considered": "considered",
    "rejected": "rejected",
    "proposed": "put forward, not decided",
    "announced": "announced",
    "accepted": "accepted, not yet done as far as was read",
    "enacted": "enacted, not yet in force",
    "commenced": "begun",
    "piloted": "being tried out",
    "in-force": "in force",
    "paused": "paused",
    "ended": "ended",
}


@dataclass(frozen=True)
class Membership:
    """A group that the recommendation belongs to, why, and the ids of the others in it."""

    group: str
    reason: str
    others: tuple[str, ...]


@dataclass(frozen=True)
class Recommendation:
    """One entry of the register.

    ``kind`` is a key of ``KINDS``, ``owed`` one of OWED, NOT_SOUGHT and NOT_SAID. A measure has no
    ``addressee``: its ``object`` is what it would change, and is not thereby the one who is to act.
    ``answers`` are positions of the addressee and of government, and flows that answer it; ``views`` are
    positions of others. Each is a claim with its party, day and passages. ``response`` is what its own source
    says of an answer. ``status`` is a key of ``STATUSES``, None where no source says how far it has come.
    ``claim.known_to`` is the last day for which its sources vouch for all this.
    """

    id: str
    kind: str
    reference: str | None
    text: str
    issuer: Ref | None
    addressee: Ref | None
    object: Ref | None
    topic: str | None
    status: str | None
    owed: str
    response: str | None
    answers: tuple[Claim, ...]
    views: tuple[Claim, ...]
    groups: tuple[Membership, ...]
    claim: Claim

    @property
    def answered(self) -> bool:
        """Whether an answer to it is on record."""
        return bool(self.response or self.answers)

    @property
    def response_words(self) -> str:
        """What is on record of an answer, in one sentence."""
        if self.answers:
            return " ".join(_answer(each) for each in self.answers)
        if self.response:
            return f"Its source says: {self.response}"
        if self.owed == OWED:
            return "On record as owed a response; none was read."
        if self.owed == NOT_SOUGHT:
            return "No response is sought."
        return "No response was read; whether one is owed is not said."

    @property
    def status_words(self) -> str:
        """How far it has come, as far as was read."""
        return STATUSES[self.status] if self.status else "not stated"


@dataclass(frozen=True)
class Group:
    """Recommendations that ask for much the same, each with the reason why it is here."""

    name: str
    members: tuple[tuple[Recommendation, str], ...]


def register(store: Store, as_at: datetime.date) -> list[Recommendation]:
    """What had been recommended by that day, by issuer and reference. Raises as ``look_up`` does."""
    rows = look_up(store, "recommendations", as_at=as_at)
    wanted = [each for row in rows for each in (row["id"], *row["positions"], *row["flows"])]
    claims = read_claims(store, wanted, as_at)
    groups: dict[str, list[str]] = {}
    for row in rows:
        for each in row["groups"]:
            groups.setdefault(each["group"], []).append(row["id"])
    found = [_recommendation(row, claims, groups) for row in rows]
    return sorted(found, key=_place)


def groups_of(recommendations: Iterable[Recommendation]) -> list[Group]:
    """The groups of these recommendations by name; one that has a single member among them is left out."""
    members: dict[str, list[tuple[Recommendation, str]]] = {}
    for each in recommendations:
        for membership in each.groups:
            members.setdefault(membership.group, []).append((each, membership.reason))
    return [Group(name, tuple(found)) for name, found in sorted(members.items()) if len(found) > 1]


def _recommendation(
    row: Mapping[str, Any], claims: Mapping[str, Claim], groups: Mapping[str, list[str]]
) -> Recommendation:
    claim = claims[row["id"]]
    kind = row["kind"] or MEASURE
    answering = {*row["answering"], *row["flows"]}
    said = sorted(
        (claims[each] for each in dict.fromkeys([*row["positions"], *row["flows"]])),
        key=lambda each: (each.known_from, each.party.name if each.party else "", each.id),
    )
    return Recommendation(
        id=claim.id,
        kind=kind,
        reference=row["reference"],
        text=claim.text,
        issuer=claim.subject,
        addressee=None if kind == MEASURE else claim.object,
        object=claim.object,
        topic=row["topic"],
        status=claim.lifecycle,
        owed=_owed(kind, row["owed"]),
        response=row["response"],
        answers=tuple(each for each in said if each.id in answering),
        views=tuple(each for each in said if each.id not in answering),
        groups=tuple(
            Membership(
                each["group"], each["reason"], tuple(one for one in groups[each["group"]] if one != claim.id)
            )
            for each in sorted(row["groups"], key=lambda each: str(each["group"]))
        ),
        claim=claim,
    )


def _answer(claim: Claim) -> str:
    party = claim.party.name if claim.party else "A party that is not named"
    if claim.what == "statement" and claim.subject and claim.subject.name != party:
        party = f"{claim.subject.name}, as {party} reports"
    return f"{party}, as at {day(claim.known_from)}: {claim.text}"


def _owed(kind: str, owed: bool | None) -> str:
    """HSSIB seeks a response to recommendations alone; elsewhere "not owed" may only mean "not said"."""
    if owed:
        return OWED
    return NOT_SOUGHT if kind in ("observation", "learning-point") else NOT_SAID


def _place(each: Recommendation) -> tuple[Any, ...]:
    issuer = each.issuer.name if each.issuer else ""
    return (issuer, each.reference is None, natural(each.reference or ""), each.id)
