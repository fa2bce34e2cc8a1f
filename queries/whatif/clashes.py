"""What cannot be tried: measures that contradict each other, and bodies that do not exist on the day."""

from __future__ import annotations

import datetime
from collections import defaultdict
from collections.abc import Mapping, Sequence

from rdflib import RDF, Graph

from loaders.errors import ToolError
from ontology.terms import RL, thing_iri
from queries.whatif.measures import OPEN, Measure, Operation, name_of
from queries.wording import day, joined

_ENDS = ("abolish", "merge", "split")


def refuse_clashes(
    graph: Graph, measures: Sequence[Measure], every: Mapping[str, Measure], as_at: datetime.date
) -> None:
    """Raises ToolError, naming measures and bodies, where these measures cannot be tried together.

    ``every`` are all measures of the release: what one of them would only create does not exist yet.
    """
    both = [(measure, operation) for measure in measures for operation in measure.operations]
    _contradictions(graph, both)
    _absences(graph, measures, every, as_at)


def _contradictions(graph: Graph, both: Sequence[tuple[Measure, Operation]]) -> None:
    fates: defaultdict[str, dict[str, str]] = defaultdict(dict)
    takers: defaultdict[tuple[str | None, ...], dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
    ended: dict[str, str] = {}
    for measure, operation in both:
        body = operation.from_ or operation.target
        if operation.operation in _ENDS:
            ended.setdefault(operation.target, measure.id)
            fate = (
                f"{operation.operation} into {operation.to}"
                if operation.operation == "merge"
                else operation.operation
            )
            if operation.operation == "split":
                fate = "split"
            fates[operation.target].setdefault(fate, measure.id)
        whole = (operation.function, operation.over, operation.topic)
        if operation.operation == "transfer" and operation.to:
            takers["transfer", body, operation.target, *whole][measure.id].add(operation.to)
        if operation.operation in ("change-host", "change-accountability") and operation.to:
            takers[operation.operation, operation.target, operation.target, *whole][measure.id].add(
                operation.to
            )
        if operation.operation == "create":
            takers["create", operation.target][measure.id].add(measure.id)
    for body, by_fate in fates.items():
        if len(by_fate) > 1:
            said = joined([f"'{by_fate[fate]}' ({fate.replace('-', ' ')})" for fate in sorted(by_fate)])
            raise _clash(f"{said} do different things to {name_of(graph, body)}", list(by_fate.values()))
    for key, by_measure in takers.items():
        receivers = {frozenset(each) for each in by_measure.values()}
        if len(receivers) > 1:
            named, name = joined([repr(each) for each in sorted(by_measure)]), name_of(graph, str(key[1]))
            what = "what it does" if key[0] == "transfer" else "another body"
            twice = key[0] == "create"
            raise _clash(
                f"{named} would each create {name}"
                if twice
                else f"{named} give {name} or {what} to different bodies",
                list(by_measure),
            )
    for measure, operation in both:
        other = ended.get(operation.to or "")
        if other is not None and (operation.to != operation.target or other != measure.id):
            raise _clash(
                f"'{measure.id}' gives something to {name_of(graph, operation.to or '')}, "
                f"which '{other}' ends",
                [measure.id, other],
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
    return ToolError(
        f"These measures contradict each other: {what}.",
        f"Try {joined([repr(each) for each in dict.fromkeys(measures)], 'or')} alone.",
    )
