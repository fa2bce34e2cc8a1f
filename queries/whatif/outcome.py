"""What comes out of a what-if: findings before and after, what ended or moved, what parties said of it."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from ontology.terms import RL, identifier_of, thing_iri
from queries.claims import natural
from queries.finding import Finding
from queries.whatif.comparing import Change, compared, of_kinds, of_others
from queries.whatif.following import still, words
from queries.whatif.lines import Line, line, places
from queries.whatif.measures import Measure, name_of, notation, text_of
from queries.whatif.reformed import REPORTS, Ended, Reformed
from queries.whatif.voices import AGAINST_TOO, FOR, Voice, voices

__all__ = ["Change", "Line", "Outcome", "Passed", "Provision", "Tried", "Voice", "make_outcome"]

LAW = ("statute", "regulations", "statutory-guidance", "licence-condition", "contract")
"""What an arrangement can rest on so that somebody would have to change its words."""


@dataclass(frozen=True)
class Passed:
    """An arrangement that would pass on; ``already``: the other body has just that today."""

    line: Line
    from_: str
    to: str
    already: bool


@dataclass(frozen=True)
class Provision:
    """A clause that names a body which would no longer be the one, with what rests on it."""

    instrument: str
    name: str
    provision: str | None
    lines: tuple[Line, ...]


@dataclass(frozen=True)
class Tried:
    """A measure that was tried, with its operations in words; ``still`` is how many of them changed nothing
    on record. ``along``: no measure of the ready-made choice itself, tried along with it."""

    id: str
    text: str
    status: str
    reference: str | None
    places: str
    operations: tuple[str, ...]
    still: int = 0
    along: bool = False


@dataclass(frozen=True)
class Outcome:
    """The whole answer. ``modelled`` is False where no measure moves anything that the model can follow.

    ``lapsed`` are findings of every kind that go although nobody fills them: those that closed or went are
    apart from them. ``bodies`` would be new. ``passed`` and the lists of lines are arrangements on record;
    ``gone`` and ``come`` are findings that are neither gaps nor overlaps. ``unsaid`` is what the model cannot
    say, each a sentence. ``unanswered`` has a sentence for each question that was not answered whole: none of
    its findings is here. ``title`` is that of a ready-made choice.
    """

    release: str
    as_at: datetime.date
    measures: tuple[Tried, ...]
    modelled: bool
    gaps_closed: tuple[Change, ...]
    gaps_opened: tuple[Change, ...]
    overlaps_removed: tuple[Change, ...]
    overlaps_made: tuple[Change, ...]
    lapsed: tuple[Change, ...]
    gone: tuple[Change, ...]
    come: tuple[Change, ...]
    moved: tuple[Change, ...]
    changed: tuple[Change, ...]
    passed: tuple[Passed, ...]
    orphaned: tuple[Line, ...]
    undivided: tuple[Line, ...]
    cut: tuple[Line, ...]
    ended: tuple[Line, ...]
    bodies: tuple[Line, ...]
    added: tuple[Line, ...]
    provisions: tuple[Provision, ...]
    risks: tuple[Voice, ...]
    supports: tuple[Voice, ...]
    unsaid: tuple[str, ...]
    unanswered: tuple[str, ...] = ()
    title: str | None = None


def make_outcome(
    reformed: Reformed,
    measures: Sequence[Measure],
    before: Mapping[str, Finding],
    after: Mapping[str, Finding],
    release: str,
    unanswered: tuple[str, ...] = (),
    names: Mapping[str, str] | None = None,
) -> Outcome:
    """Compare findings, and sort what was done to the landscape by what a reader asks about it.

    ``names`` are those that bodies have before they are renamed.
    """
    found = compared(reformed, before, after)
    graph = reformed.graph

    def lines(chosen: Iterable[Ended]) -> tuple[Line, ...]:
        return tuple(line(graph, each.statement) for each in chosen)

    alone = [each for each in reformed.ended if each.why == "no receiver"]
    doing = ("duty", "function", "oversight", "delegation", "commissioning", "applicability")
    orphaned = [each for each in alone if reformed.kind(each.statement) in doing]
    cut = [each for each in alone if _is_report(reformed, each.statement)]
    shared = [each for each in reformed.ended if each.why == "receiver not said"]
    others = [each for each in reformed.ended if each not in (*orphaned, *cut, *shared)]
    said = voices(reformed, measures)
    return Outcome(
        release=release,
        as_at=reformed.as_at,
        measures=tuple(_tried(reformed, each, dict(names or {})) for each in measures),
        modelled=reformed.differs,
        gaps_closed=of_kinds(found.gone, "gap"),
        gaps_opened=of_kinds(found.come, "gap"),
        overlaps_removed=of_kinds(found.gone, "overlap"),
        overlaps_made=of_kinds(found.come, "overlap"),
        lapsed=found.lapsed,
        gone=of_others(found.gone),
        come=of_others(found.come),
        moved=found.moved,
        changed=found.changed,
        passed=tuple(
            Passed(
                line(graph, each.statement),
                name_of(graph, each.from_),
                name_of(graph, each.to),
                each.new is None,
            )
            for each in reformed.moved
        ),
        orphaned=lines(orphaned),
        undivided=lines(shared),
        cut=lines(cut),
        ended=lines(others),
        bodies=_bodies(reformed, measures),
        added=tuple(line(graph, each) for each in reformed.added),
        provisions=_provisions(reformed),
        risks=tuple(each for each in said if each.stance not in FOR or each.stance in AGAINST_TOO),
        supports=tuple(each for each in said if each.stance in FOR),
        unsaid=tuple(each.sentence for each in reformed.unsaid),
        unanswered=unanswered,
    )


def _bodies(reformed: Reformed, measures: Sequence[Measure]) -> tuple[Line, ...]:
    graph = reformed.graph
    made = {
        each.target: measure
        for measure in measures
        for each in measure.operations
        if each.operation == "create"
    }
    return tuple(
        Line(body, f"{name_of(graph, body)} would be a new body.", places(graph, thing_iri(measure.id)))
        for body, measure in made.items()
    )


def _is_report(reformed: Reformed, statement: str) -> bool:
    kind = reformed.kind(statement)
    return kind in REPORTS or (
        kind == "tie" and notation(reformed.graph, thing_iri(statement), RL.tie) == "accountable-to"
    )


def _provisions(reformed: Reformed) -> tuple[Provision, ...]:
    """By instrument and clause: what moves or ends and rests on law, a licence or a contract."""
    graph = reformed.graph
    found: dict[tuple[str, str], list[str]] = {}
    touched = [each.statement for each in reformed.moved] + [each.statement for each in reformed.ended]
    for statement in dict.fromkeys(touched):
        iri = thing_iri(statement)
        instrument = graph.value(iri, RL.instrument)
        if instrument is None or notation(graph, iri, RL.force) not in LAW:
            continue
        clause = text_of(graph, iri, RL.provision) or ""
        found.setdefault((identifier_of(str(instrument)), clause), []).append(statement)
    return tuple(
        Provision(
            instrument,
            name_of(graph, instrument),
            clause or None,
            tuple(line(graph, each) for each in listed),
        )
        for (instrument, clause), listed in sorted(
            found.items(), key=lambda each: (each[0][0], natural(each[0][1]))
        )
    )


def _tried(reformed: Reformed, measure: Measure, names: dict[str, str]) -> Tried:
    return Tried(
        measure.id,
        measure.text,
        measure.status,
        measure.reference,
        places(reformed.graph, thing_iri(measure.id)),
        words(reformed, measure, names),
        len(still(reformed, measure)),
    )
