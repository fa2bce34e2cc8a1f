"""What cannot be tried: measures that contradict each other, and bodies that do not exist on the day."""

from __future__ import annotations

import datetime
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from rdflib import RDF, Graph

from loaders.errors import ToolError
from ontology.terms import RL, identifier_of, thing_iri
from queries.whatif.measures import OPEN, Measure, Operation, name_of
from queries.wording import day, joined

_ENDS = ("abolish", "merge", "split")
_MORE = ("add-duty", "change-remit", "create-role", "change-host", "change-accountability", "rename")

_Pair = tuple[Measure, Operation]


def refuse_clashes(
    graph: Graph, measures: Sequence[Measure], every: Mapping[str, Measure], as_at: datetime.date
) -> None:
    """Raises ToolError, naming measures and bodies, where these measures cannot be tried together.

    ``every`` are all measures of the release: what one of them would only create does not exist yet.
    """
    both = [(measure, operation) for measure in measures for operation in measure.operations]
    _contradictions(graph, both)
    _absences(graph, measures, every, as_at)


@dataclass(frozen=True)
class _Scope:
    """Which part of what a body does a transfer is about: one statement, or what is of all that is given."""

    statement: str | None
    function: str | None
    over: str | None
    topic: str | None

    @property
    def whole(self) -> bool:
        return not (self.statement or self.function or self.over or self.topic)


def _contradictions(graph: Graph, both: Sequence[_Pair]) -> None:
    _refuse_itself(graph, both)
    _refuse_several_fates(graph, both)
    _refuse_several_takers(graph, both)
    _refuse_several_of_one(graph, both)
    _refuse_more_for_what_ends(graph, both)
    _refuse_duty_added_and_dropped(graph, both)


def _refuse_itself(graph: Graph, both: Sequence[_Pair]) -> None:
    for measure, operation in both:
        if operation.operation in ("merge", "split", "transfer", "delegate"):
            before = operation.from_ or operation.target
        elif operation.operation in ("change-host", "change-accountability"):
            before = operation.target
        else:
            continue
        if operation.to == before:
            raise ToolError(
                f"'{measure.id}' has {name_of(graph, before)} on both sides of an operation: "
                f"{operation.operation.replace('-', ' ')}.",
                "Name another body as the one that has it afterwards.",
            )


def _refuse_several_fates(graph: Graph, both: Sequence[_Pair]) -> None:
    fates: defaultdict[str, dict[str, str]] = defaultdict(dict)
    for measure, operation in both:
        if operation.operation in _ENDS:
            into = operation.operation == "merge" and operation.to
            fates[operation.target].setdefault(
                f"merge into {name_of(graph, operation.to or '')}" if into else operation.operation,
                measure.id,
            )
    for body, by_fate in fates.items():
        if len(by_fate) > 1:
            said = joined([f"'{by_fate[fate]}' ({fate})" for fate in sorted(by_fate)])
            raise _clash(f"{said} do different things to {name_of(graph, body)}", list(by_fate.values()))


def _refuse_several_takers(graph: Graph, both: Sequence[_Pair]) -> None:
    """Where two measures give the same of a body to different bodies. What several rows of one measure give
    to several is another matter: none of them is given it. A part can go before a merger, which comes last.
    """
    takers: defaultdict[tuple[str, str, _Scope], set[str]] = defaultdict(set)
    merged: set[tuple[str, str]] = set()
    for measure, operation in both:
        if operation.operation not in ("transfer", "merge") or not operation.to:
            continue
        named = (thing_iri(operation.target), RL.kind, None) in graph and (
            thing_iri(operation.target),
            RL.subject,
            None,
        ) in graph
        body = operation.from_ or operation.target
        if named and operation.from_ is None:
            body = identifier_of(str(graph.value(thing_iri(operation.target), RL.subject)))
        scope = _Scope(
            operation.target if named else None,
            *((None, None, None) if named else (operation.function, operation.over, operation.topic)),
        )
        takers[body, measure.id, scope].add(operation.to)
        if operation.operation == "merge":
            merged.add((body, measure.id))
    listed = list(takers.items())
    for number, ((body, first, scope), mine) in enumerate(listed):
        for (other, second, across), theirs in listed[number + 1 :]:
            if other != body or first == second or not _meet(graph, scope, across):
                continue
            parted = scope != across and ((body, first) in merged or (body, second) in merged)
            same = mine == theirs if scope == across else mine <= theirs or theirs <= mine
            if not same and not parted:
                name = name_of(graph, body)
                raise _clash(
                    f"'{first}' and '{second}' give {name} or what it does to different bodies",
                    [first, second],
                )


def _meet(graph: Graph, one: _Scope, other: _Scope) -> bool:
    """Whether two parts can have something in common."""
    if one.statement or other.statement:
        return one.statement == other.statement or one.whole or other.whole
    if one.over and other.over and one.over != other.over:
        narrower = {
            (identifier_of(str(low)), identifier_of(str(high)))
            for low in (thing_iri(one.over), thing_iri(other.over))
            for high in graph.transitive_objects(low, RL.broader)
        }
        if not narrower & {(one.over, other.over), (other.over, one.over)}:
            return False
    pairs = ((one.function, other.function), (one.topic, other.topic))
    return all(not mine or not theirs or mine == theirs for mine, theirs in pairs)


def _refuse_several_of_one(graph: Graph, both: Sequence[_Pair]) -> None:
    """Two hosts, two to answer to, two names, or two measures that create one body."""
    given: defaultdict[tuple[str, str], dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
    for measure, operation in both:
        value = {
            "change-host": operation.to,
            "change-accountability": operation.to,
            "rename": operation.new_name,
            "create": measure.id,
        }.get(operation.operation)
        if value:
            given[operation.operation, operation.target][measure.id].add(value)
    for (kind, body), by_measure in given.items():
        different = {frozenset(each) for each in by_measure.values()}
        twice = kind == "rename" and any(len(each) > 1 for each in different)
        if len(different) > 1 or twice:
            named, name = joined([repr(each) for each in sorted(by_measure)]), name_of(graph, body)
            several = len(by_measure) > 1
            said = {
                "create": f"{named} would each create {name}",
                "rename": f"{named} {'give' if several else 'gives'} {name} different names",
            }.get(kind, f"{named} give {name} or another body to different bodies")
            raise _clash(said, list(by_measure))


def _refuse_more_for_what_ends(graph: Graph, both: Sequence[_Pair]) -> None:
    """Where a measure gives something to a body, or changes it, that a measure ends."""
    ended: dict[str, str] = {}
    for measure, operation in both:
        if operation.operation in _ENDS:
            ended.setdefault(operation.target, measure.id)
    for measure, operation in both:
        other = ended.get(operation.to or "")
        if other is not None and (operation.to != operation.target or other != measure.id):
            raise _clash(
                f"'{measure.id}' gives something to {name_of(graph, operation.to or '')}, "
                f"which '{other}' ends",
                [measure.id, other],
            )
        other = ended.get(operation.target)
        if other is not None and operation.operation in _MORE:
            raise _clash(
                f"'{measure.id}' gives {name_of(graph, operation.target)} something new "
                f"({operation.operation.replace('-', ' ')}), and '{other}' ends it",
                [measure.id, other],
            )


def _refuse_duty_added_and_dropped(graph: Graph, both: Sequence[_Pair]) -> None:
    added = [each for each in both if each[1].operation == "add-duty"]
    dropped = [each for each in both if each[1].operation == "drop-duty" and each[1].confined]
    for measure, more in added:
        for other, less in dropped:
            later = measure.id == other.id and less.step < more.step  # one in place of another
            if more.target != less.target or later:
                continue
            new = _Scope(None, more.function, more.to or more.over, more.topic or measure.topic)
            if _meet(graph, new, _Scope(None, less.function, less.over, less.topic)):
                raise _clash(
                    f"'{measure.id}' adds a duty of {name_of(graph, more.target)} of the kind that "
                    f"'{other.id}' drops",
                    [measure.id, other.id],
                )


def _absences(
    graph: Graph, measures: Sequence[Measure], every: Mapping[str, Measure], as_at: datetime.date
) -> None:
    made = {each.target for measure in measures for each in measure.operations if each.operation == "create"}
    planned = {
        each.target: measure.id
        for measure in every.values()
        for each in measure.operations
        if each.operation == "create" and measure.status in OPEN
    }
    for measure in measures:
        for operation in measure.operations:
            if operation.operation == "create" and _opened(graph, operation.target, as_at):
                raise ToolError(
                    f"'{measure.id}' creates {name_of(graph, operation.target)}, which exists on "
                    f"{day(as_at)} already.",
                    "Leave the operation out, or take an earlier date.",
                )
            for each in (operation.target, operation.from_, operation.to, operation.over):
                if each is None or each in made:
                    continue
                absent = _absence(graph, each, as_at)
                if absent is None and each in planned and graph.value(thing_iri(each), RL.opened) is None:
                    absent = f"would only be created by '{planned[each]}'"
                if absent is not None:
                    raise ToolError(
                        f"'{measure.id}' names {name_of(graph, each)}, which {absent}: it does not exist on "
                        f"{day(as_at)}.",
                        f"Add --measure {planned[each]}."
                        if each in planned
                        else "Take another date or body.",
                    )


def _opened(graph: Graph, thing: str, as_at: datetime.date) -> bool:
    opened = graph.value(thing_iri(thing), RL.opened)
    return opened is not None and str(opened) <= as_at.isoformat() and _absence(graph, thing, as_at) is None


def _absence(graph: Graph, thing: str, as_at: datetime.date) -> str | None:
    iri = thing_iri(thing)
    if (iri, RDF.type, None) not in graph:
        return "is not on record"
    opened, closed = graph.value(iri, RL.opened), graph.value(iri, RL.closed)
    if opened is not None and str(opened) > as_at.isoformat():
        return f"opens on {day(datetime.date.fromisoformat(str(opened)))}"
    if closed is not None and str(closed) < as_at.isoformat():
        return f"closed on {day(datetime.date.fromisoformat(str(closed)))}"
    return None


def _clash(what: str, measures: Sequence[str]) -> ToolError:
    named = list(dict.fromkeys(measures))
    if len(named) == 1:
        return ToolError(f"This measure contradicts itself: {what}.", "Leave out one of the two operations.")
    return ToolError(
        f"These measures contradict each other: {what}.",
        f"Try {joined([repr(each) for each in named], 'or')} alone.",
    )
