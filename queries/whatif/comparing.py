"""Findings before and after the measures: what would go, come, pass on or rest on other things."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from queries.finding import Finding
from queries.whatif.measures import name_of
from queries.whatif.reformed import Reformed
from queries.wording import joined


@dataclass(frozen=True)
class Change:
    """A finding that would go, come, pass to another body or rest on other evidence; ``instead`` is its title
    today, where that is another. ``answer``: yes or not known as at the day; ``known_to``: the last day for
    which it is known. ``falls_away``: it goes because what it rests on would end, not because somebody would
    fill it. ``passes_to``: who would take on all that it rests on, where the question does not find the same
    of them. ``severity`` is that of the question: low where it only shows where to look."""

    finding: str
    question: str
    kind: str
    title: str
    answer: str
    known_to: datetime.date | None
    severity: str
    instead: str | None = None
    falls_away: bool = False
    passes_to: str | None = None


@dataclass(frozen=True)
class Compared:
    """Findings sorted by what would become of them; ``lapsed``: nobody fills them, and yet they go."""

    gone: tuple[Change, ...]
    lapsed: tuple[Change, ...]
    come: tuple[Change, ...]
    moved: tuple[Change, ...]
    changed: tuple[Change, ...]


def compared(reformed: Reformed, before: Mapping[str, Finding], after: Mapping[str, Finding]) -> Compared:
    """What the measures would do to the findings."""
    replaced, over = _replaced(reformed), {each.statement for each in reformed.ended}
    takers = {each.statement: each.to for each in reformed.moved}
    gone = {each: before[each] for each in before if each not in after}
    come = {each: after[each] for each in after if each not in before}
    moved = []
    for identifier, finding in list(gone.items()):
        there = "--".join([finding.question, *(replaced.get(each, each) for each in finding.key.values())])
        if there in come:
            moved.append(_change(come.pop(there), finding.title))
            del gone[identifier]
        elif there in after and there != identifier:
            moved.append(_change(after[there], finding.title))
            del gone[identifier]
    filled, lapsed = [], []
    for finding in gone.values():
        premises = _rests_on(finding)
        if premises & over:
            lapsed.append(_change(finding, falls_away=True))
        elif premises and premises <= set(takers) and finding.kind != "overlap":
            # an overlap of which every part comes to one body is none any more; a gap only changes hands
            names = sorted({name_of(reformed.graph, takers[each]) for each in premises})
            lapsed.append(_change(finding, passes_to=joined(names)))
        else:
            filled.append(_change(finding))
    return Compared(
        tuple(filled),
        tuple(lapsed),
        tuple(_change(each) for each in come.values()),
        tuple(moved),
        tuple(
            _change(after[each], before[each].title)
            for each in before
            if each in after and _rests_on(before[each]) != _rests_on(after[each])
        ),
    )


def of_kinds(changes: Iterable[Change], kind: str) -> tuple[Change, ...]:
    """Those of one kind of question."""
    return tuple(each for each in changes if each.kind == kind)


def of_others(changes: Iterable[Change]) -> tuple[Change, ...]:
    """Those that are neither gaps nor overlaps."""
    return tuple(each for each in changes if each.kind not in ("gap", "overlap"))


def _rests_on(finding: Finding) -> set[str]:
    return {claim.id for group in finding.groups if group.premise for claim in group.claims}


def _change(
    finding: Finding, instead: str | None = None, *, falls_away: bool = False, passes_to: str | None = None
) -> Change:
    return Change(
        finding.id,
        finding.question,
        finding.kind,
        finding.title,
        finding.now.answer,
        finding.known_to,
        finding.severity,
        instead if instead != finding.title else None,
        falls_away,
        passes_to,
    )


def _replaced(reformed: Reformed) -> dict[str, str]:
    """Which id stands in the place of which: statements that moved, and bodies all of which went to one."""
    found = dict(reformed.ids)
    for old in {each.from_ for each in reformed.moved}:
        takers = {each.to for each in reformed.moved if each.from_ == old}
        if len(takers) == 1:
            found[old] = next(iter(takers))
    return found
