"""What comes out of a what-if: findings before and after, what ended or moved, what parties said of it."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from rdflib import RDF, RDFS, Graph
from rdflib.term import Node

from ontology.terms import RL, Ontology, identifier_of, thing_iri
from queries.claims import natural
from queries.finding import Finding
from queries.whatif.measures import Measure, in_words, name_of, notation, text_of
from queries.whatif.reformed import REPORTS, Ended, Reformed

LAW = ("statute", "regulations", "statutory-guidance", "licence-condition", "contract")
"""What an arrangement can rest on so that somebody would have to change its words."""

FOR = ("supports", "supports-if", "benefit")


@dataclass(frozen=True)
class Line:
    """A statement: its sentence and where it is written."""

    id: str
    text: str
    places: str


@dataclass(frozen=True)
class Passed:
    """An arrangement that would pass on; ``already``: the other body has just that today."""

    line: Line
    from_: str
    to: str
    already: bool


@dataclass(frozen=True)
class Change:
    """A finding that would go, come, pass to another body or rest on other evidence; ``instead`` is its title
    today, where that is another. ``answer``: yes or not known as at the day; ``known_to``: the last day for
    which it is known. ``falls_away``: it goes because what it rests on would end, not because somebody would
    fill it. ``severity`` is that of the question: low where it only shows where to look."""

    finding: str
    question: str
    kind: str
    title: str
    answer: str
    known_to: datetime.date | None
    severity: str
    instead: str | None = None
    falls_away: bool = False


@dataclass(frozen=True)
class Provision:
    """A clause that names a body which would no longer be the one, with what rests on it."""

    instrument: str
    name: str
    provision: str | None
    lines: tuple[Line, ...]


@dataclass(frozen=True)
class Voice:
    """What a party says of a measure: a position or a claimed effect."""

    measure: str
    party: str
    stance: str
    text: str
    places: str


@dataclass(frozen=True)
class Tried:
    """A measure that was tried, with its operations in words."""

    id: str
    text: str
    status: str
    reference: str | None
    places: str
    operations: tuple[str, ...]


@dataclass(frozen=True)
class Outcome:
    """The whole answer. ``modelled`` is False where no measure moves anything that the model can follow.

    ``passed`` and the lists of lines are arrangements on record; ``gone`` and ``come`` are findings that are
    neither gaps nor overlaps. ``unsaid`` is what the model cannot say, each a sentence. ``unanswered`` has a
    sentence for each question that was not answered whole: none of its findings is here.
    """

    release: str
    as_at: datetime.date
    measures: tuple[Tried, ...]
    modelled: bool
    gaps_closed: tuple[Change, ...]
    gaps_opened: tuple[Change, ...]
    overlaps_removed: tuple[Change, ...]
    overlaps_made: tuple[Change, ...]
    gone: tuple[Change, ...]
    come: tuple[Change, ...]
    moved: tuple[Change, ...]
    changed: tuple[Change, ...]
    passed: tuple[Passed, ...]
    orphaned: tuple[Line, ...]
    undivided: tuple[Line, ...]
    cut: tuple[Line, ...]
    ended: tuple[Line, ...]
    added: tuple[Line, ...]
    provisions: tuple[Provision, ...]
    risks: tuple[Voice, ...]
    supports: tuple[Voice, ...]
    unsaid: tuple[str, ...]
    unanswered: tuple[str, ...] = ()


def make_outcome(
    reformed: Reformed,
    measures: Sequence[Measure],
    before: Mapping[str, Finding],
    after: Mapping[str, Finding],
    release: str,
    unanswered: tuple[str, ...] = (),
) -> Outcome:
    """Compare findings, and sort what was done to the landscape by what a reader asks about it."""
    gone, come, moved, changed = _compared(before, after, _replaced(reformed), _over(reformed))
    graph = reformed.graph

    def lines(chosen: Iterable[Ended]) -> tuple[Line, ...]:
        return tuple(line(graph, each.statement) for each in chosen)

    alone = [each for each in reformed.ended if each.why == "no receiver"]
    doing = ("duty", "function", "oversight", "delegation", "commissioning", "applicability")
    orphaned = [each for each in alone if reformed.kind(each.statement) in doing]
    cut = [each for each in alone if _is_report(reformed, each.statement)]
    shared = [each for each in reformed.ended if each.why == "receiver not said"]
    others = [each for each in reformed.ended if each not in (*orphaned, *cut, *shared)]
    voices = [voice for measure in measures for voice in _voices(reformed, measure)]
    return Outcome(
        release=release,
        as_at=reformed.as_at,
        measures=tuple(_tried(graph, each) for each in measures),
        modelled=reformed.differs,
        gaps_closed=_of(gone, ("gap",)),
        gaps_opened=_of(come, ("gap",)),
        overlaps_removed=_of(gone, ("overlap",)),
        overlaps_made=_of(come, ("overlap",)),
        gone=_but(gone),
        come=_but(come),
        moved=tuple(moved),
        changed=tuple(changed),
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
        added=tuple(line(graph, each) for each in reformed.added),
        provisions=_provisions(reformed),
        risks=tuple(each for each in voices if each.stance not in FOR),
        supports=tuple(each for each in voices if each.stance in FOR),
        unsaid=tuple(each.sentence for each in reformed.unsaid),
        unanswered=unanswered,
    )


def line(graph: Graph, statement: str) -> Line:
    """A statement of the graph as a line."""
    iri = thing_iri(statement)
    return Line(statement, str(graph.value(iri, RL.text)), places(graph, iri))


def places(graph: Graph, iri: Node) -> str:
    """Where a statement or position is written: "HSSIB report, 3.2.45 s1; NHS Providers briefing, ..."."""
    by_document: dict[str, list[str]] = {}
    for evidence in graph.objects(iri, RL.evidence):
        document = graph.value(evidence, RL.document)
        if document is None:
            continue
        title = graph.value(document, RL.shortTitle) or graph.value(document, RDFS.label)
        by_document.setdefault(str(title), []).append(str(graph.value(evidence, RL.locator)))
    return "; ".join(
        f"{title}, {', '.join(sorted(where, key=natural))}" for title, where in sorted(by_document.items())
    )


def _compared(
    before: Mapping[str, Finding],
    after: Mapping[str, Finding],
    replaced: Mapping[str, str],
    over: set[str],
) -> tuple[list[Change], list[Change], list[Change], list[Change]]:
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
    changed = [
        _change(after[each], before[each].title)
        for each in before
        if each in after and _rests_on(before[each]) != _rests_on(after[each])
    ]
    went = [_change(each, falls_away=bool(_rests_on(each) & over)) for each in gone.values()]
    return went, [_change(each) for each in come.values()], moved, changed


def _rests_on(finding: Finding) -> set[str]:
    return {claim.id for group in finding.groups if group.premise for claim in group.claims}


def _change(finding: Finding, instead: str | None = None, *, falls_away: bool = False) -> Change:
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
    )


def _replaced(reformed: Reformed) -> dict[str, str]:
    """Which id stands in the place of which: statements that moved, and bodies all of which went to one."""
    found = dict(reformed.ids)
    for old in {each.from_ for each in reformed.moved}:
        takers = {each.to for each in reformed.moved if each.from_ == old}
        if len(takers) == 1:
            found[old] = next(iter(takers))
    return found


def _over(reformed: Reformed) -> set[str]:
    """The arrangements that end with nobody to take them on."""
    return {each.statement for each in reformed.ended}


def _of(changes: Iterable[Change], kinds: tuple[str, ...]) -> tuple[Change, ...]:
    return tuple(each for each in changes if each.kind in kinds)


def _but(changes: Iterable[Change]) -> tuple[Change, ...]:
    return tuple(each for each in changes if each.kind not in ("gap", "overlap"))


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


def _tried(graph: Graph, measure: Measure) -> Tried:
    return Tried(
        measure.id,
        measure.text,
        measure.status,
        measure.reference,
        places(graph, thing_iri(measure.id)),
        tuple(in_words(each, graph) for each in measure.operations),
    )


def _voices(reformed: Reformed, measure: Measure) -> Iterable[Voice]:
    graph, iri = reformed.graph, thing_iri(measure.id)
    for position in sorted(graph.objects(iri, RL.position), key=str):
        stance = notation(graph, position, RL.stance) or ""
        if stance != "asserts":
            yield Voice(
                measure.id,
                _party(graph, graph.value(position, RL.party)),
                stance,
                text_of(graph, position, RL.text) or "",
                places(graph, position),
            )
    for effect in sorted(_effects(graph, reformed.ontology, measure.id), key=str):
        if notation(graph, effect, RL.verification) == "unverified":
            continue
        yield Voice(
            measure.id,
            _party(graph, graph.value(effect, RL.assertedBy)),
            notation(graph, effect, reformed.ontology.property("effect_kind", "effects")) or "effect",
            text_of(graph, effect, RL.text) or "",
            places(graph, effect),
        )


def _effects(graph: Graph, ontology: Ontology, measure: str) -> list[Node]:
    path = ontology.property("of", "effects")
    return [each for each in graph.subjects(path, thing_iri(measure)) if (each, RDF.type, None) in graph]


def _party(graph: Graph, party: Node | None) -> str:
    return "" if party is None else str(graph.value(party, RDFS.label))
