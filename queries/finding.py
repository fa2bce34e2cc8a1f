"""A finding: one row of an answer, with what it rests on, what speaks against it and when it is known.

Three-valued: *yes* while every premise is vouched for by its source; *not known* otherwise; *no* only for a
thing asked for by name, where a source lists completely the kinds of statement that would have to be there.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from loaders.sources.waivers import Waiver
from queries.claims import Claim, Ref, natural
from queries.header import Question
from queries.wording import day, filled, joined, kind_words, mid_sentence

YES, NO, NOT_KNOWN = "yes", "no", "not known"


@dataclass(frozen=True)
class Group:
    """Claims under one heading; ``premise``: the answer rests on them."""

    name: str
    heading: str
    premise: bool
    claims: tuple[Claim, ...]


@dataclass(frozen=True)
class Source:
    """A document that a finding rests on or quotes. Documents with one ``origin`` count once.

    ``alone``: without this origin, the answer would fall.
    """

    document: str
    title: str
    short_title: str
    origin: str
    interest: str | None
    published: datetime.date | None
    url: str | None
    premise: bool
    alone: bool
    locators: tuple[str, ...]


@dataclass(frozen=True)
class Answer:
    """What is known as at a date, and why no more than that is."""

    as_at: datetime.date
    answer: str
    contested: bool
    reason: str


@dataclass(frozen=True)
class Finding:
    """One finding. ``answers``: first as at the date asked for; then, where it is not known there, as at the
    last date for which it is. ``known_from`` and ``known_to`` bound the time for which it is known (None:
    never). ``values`` are the row's columns, ``touches`` the things that its premises are about.
    ``waiver`` is noted where findings are shown, and changes nothing about it.
    """

    id: str
    question: str
    kind: str
    title: str
    summary: str
    severity: str
    severity_reason: str
    caveat: str
    key: Mapping[str, str]
    values: Mapping[str, Any]
    answers: tuple[Answer, ...]
    known_from: datetime.date | None
    known_to: datetime.date | None
    groups: tuple[Group, ...]
    sources: tuple[Source, ...]
    origins: int
    touches: tuple[Ref, ...]
    topics: tuple[str, ...] = field(default=())
    waiver: Waiver | None = None

    @property
    def now(self) -> Answer:
        """The answer as at the date asked for."""
        return self.answers[0]

    @property
    def best(self) -> Answer:
        """The answer as at the last date for which there is one, else as at the date asked for."""
        return self.answers[-1]

    @property
    def contested(self) -> bool:
        """Whether a party disputes a premise."""
        return self.best.contested


@dataclass(frozen=True)
class Coverage:
    """A time for which one source lists every statement of a kind about a thing, on one topic or on any."""

    thing: str
    kind: str
    topic: str | None
    first: datetime.date
    last: datetime.date
    document: str
    reason: str


Period = tuple[datetime.date, datetime.date]


def covered(coverage: Iterable[Coverage], thing: str, kinds: Sequence[str], topics: set[str]) -> list[Period]:
    """The times for which every one of ``kinds`` is listed completely about ``thing``, on all of ``topics``.

    A list confined to a topic counts only where that topic is the only one asked about.
    """
    periods: list[Period] | None = None
    listed = list(coverage)
    for kind in kinds:
        ours = [
            (each.first, each.last)
            for each in listed
            if each.thing == thing and each.kind == kind and (each.topic is None or {each.topic} == topics)
        ]
        periods = ours if periods is None else _overlaps(periods, ours)
    return sorted(periods or [])


def make_finding(
    question: Question,
    row: Mapping[str, Any],
    claims: Mapping[str, Claim],
    coverage: Sequence[Coverage],
    as_at: datetime.date,
) -> Finding:
    """The finding that ``row`` of the answer is; ``claims`` holds all that its evidence columns name."""
    groups = tuple(
        group
        for group in (_group(question, each.name, row, claims) for each in question.evidence)
        if group.claims
    )
    premises = [claim for group in groups if group.premise for claim in group.claims]
    topics = {claim.topic for claim in premises if claim.topic}
    key = {name: str(row[name]) for name in question.key}
    period = _known(question, key, premises, coverage, topics, as_at)
    contested = any(claim.contested for claim in premises)
    yes = period is not None and period[0] <= as_at <= period[1]
    answer = Answer(
        as_at, YES if yes else NOT_KNOWN, contested, _reason(question, row, premises, period, as_at)
    )
    sources = _sources(question, groups)
    return Finding(
        id="--".join([question.name, *key.values()]),
        question=question.name,
        kind=question.kind,
        title=filled(question.title, row),
        summary=filled(question.summary, row),
        severity=question.severity,
        severity_reason=question.severity_reason,
        caveat=question.caveat,
        key=key,
        values={column.name: row.get(column.name) for column in question.columns},
        answers=(answer,),
        known_from=period[0] if period else None,
        known_to=period[1] if period else None,
        groups=groups,
        sources=sources,
        origins=len({source.origin for source in sources if source.premise}),
        touches=_touches(premises, row),
        topics=tuple(sorted(topics)),
    )


def _group(question: Question, name: str, row: Mapping[str, Any], claims: Mapping[str, Claim]) -> Group:
    each = next(group for group in question.evidence if group.name == name)
    listed = [claims[identifier] for identifier in dict.fromkeys(row.get(name) or []) if identifier in claims]
    if not each.ordered:
        listed.sort(key=_place)
    return Group(each.name, each.heading, each.premise, tuple(listed))


def _place(claim: Claim) -> tuple[Any, ...]:
    first = claim.passages[0] if claim.passages else None
    if first is None:
        return ("~", 0, (), claim.id)
    return (first.document, first.start or 0, natural(first.locator), claim.id)


def _known(
    question: Question,
    key: Mapping[str, str],
    premises: Sequence[Claim],
    coverage: Sequence[Coverage],
    topics: set[str],
    as_at: datetime.date,
) -> Period | None:
    """The newest time up to ``as_at`` or around it for which the answer is known."""
    if not premises:
        return None
    first = max(claim.known_from for claim in premises)
    last = min(claim.known_to for claim in premises)
    periods = [(first, last)] if first <= last else []
    if question.absence_of:
        periods = _overlaps(periods, covered(coverage, key[question.about], question.absence_of, topics))
    begun = [period for period in periods if period[0] <= as_at]
    return max(begun, key=lambda period: period[1], default=None)


def _reason(
    question: Question,
    row: Mapping[str, Any],
    premises: Sequence[Claim],
    period: Period | None,
    as_at: datetime.date,
) -> str:
    if period is None and question.absence_of:
        kinds = joined([kind_words(kind) for kind in question.absence_of], "or")
        name = row.get(f"{question.about}_name") or row[question.about]
        return (
            f"It rests on there being no {kinds} on record, and no source that was read lists them all for "
            f"{mid_sentence(str(name))}."
        )
    if not premises:
        return "What it rests on has ended or was lifted; what came after it is not known from this."
    if period is None:
        return "The sources that it rests on do not vouch for it at one and the same time."
    if period[1] < as_at:
        names = joined(sorted({passage.short_title for claim in premises for passage in claim.passages}))
        return f"What was read ({names}) vouches for it until {day(period[1])}.{_unread(row)}"
    return "Every source that it rests on vouches for it on that day."


def _unread(row: Mapping[str, Any]) -> str:
    """What is known to have come after, from the column ``newer_instruments`` where the question has it."""
    newer = [str(each) for each in row.get("newer_instruments") or []]
    if newer:
        verb = "have" if len(newer) > 1 else "has"
        return f" The {joined(newer)}, which came after, {verb} not been read on this."
    return " Nothing newer on this has been read."


def _sources(question: Question, groups: Sequence[Group]) -> tuple[Source, ...]:
    found: dict[str, list[tuple[bool, Any]]] = {}
    for group in groups:
        for claim in group.claims:
            for passage in claim.passages:
                found.setdefault(passage.document, []).append((group.premise, passage))
    least = {group.name: group.least for group in question.evidence}
    sources = []
    for document, uses in sorted(found.items()):
        passage = uses[0][1]
        sources.append(
            Source(
                document,
                passage.title,
                passage.short_title,
                passage.origin,
                passage.interest,
                passage.published,
                passage.url,
                any(premise for premise, _ in uses),
                any(
                    sum(1 for claim in group.claims if _without(claim, passage.origin)) < least[group.name]
                    for group in groups
                    if group.premise
                ),
                tuple(sorted({each.locator for _, each in uses}, key=natural)),
            )
        )
    return tuple(sources)


def _without(claim: Claim, origin: str) -> bool:
    return any(passage.origin != origin for passage in claim.passages)


def _touches(premises: Iterable[Claim], row: Mapping[str, Any]) -> tuple[Ref, ...]:
    """What the premises are about, and what ``body_ids`` and ``bodies`` of the row name, if there.

    A handover in a case is about those who told of it, never about the class that it was handed to.
    """
    found = {
        ref.id: ref
        for claim in premises
        for ref in (claim.subject, None if claim.kind == "handover" else claim.object)
        if ref is not None
    }
    named = zip(row.get("body_ids") or [], row.get("bodies") or [], strict=True)
    found.update((str(each), Ref(str(each), str(name))) for each, name in named)
    return tuple(sorted(found.values(), key=lambda ref: ref.name))


def _overlaps(ones: Iterable[Period], others: Iterable[Period]) -> list[Period]:
    both = list(others)
    return [
        (max(one[0], other[0]), min(one[1], other[1]))
        for one in ones
        for other in both
        if max(one[0], other[0]) <= min(one[1], other[1])
    ]
