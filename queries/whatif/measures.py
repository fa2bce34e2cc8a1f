"""The measures that can be tried out: those of the release, and a reader's own from a file."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from rdflib import RDF, RDFS, Graph, URIRef
from rdflib.namespace import DCTERMS
from rdflib.term import Node

from loaders.errors import ToolError
from ontology.terms import ID, RL, identifier_of, thing_iri
from queries.catalogue import nearest

OPEN = ("considered", "proposed", "announced", "accepted", "enacted")
"""How far a measure may have come and still be tried: none of these has taken effect."""


@dataclass(frozen=True)
class Operation:
    """One operation of a measure; things and statements by id, concepts by notation.

    ``target`` is what it is done to, ``from_`` who has it before and ``to`` afterwards. ``function``,
    ``over`` (a class) and ``topic`` confine it. ``new_name`` is that of what is created or renamed.
    """

    id: str
    measure: str
    step: int
    operation: str
    target: str
    from_: str | None = None
    to: str | None = None
    function: str | None = None
    over: str | None = None
    topic: str | None = None
    new_name: str | None = None
    note: str | None = None

    @property
    def confined(self) -> bool:
        """Whether it is about a part of what the body does."""
        return bool(self.function or self.over or self.topic)


@dataclass(frozen=True)
class Measure:
    """A measure: its sentence, how far it has come ("own" for a reader's), and what it does, in order.

    ``topic``, ``instrument`` and ``asserted_by`` are those of its statement; None for a reader's own.
    """

    id: str
    text: str
    status: str
    reference: str | None
    topic: str | None
    instrument: str | None
    asserted_by: str | None
    depends_on: tuple[str, ...]
    operations: tuple[Operation, ...]
    note: str | None = None

    @property
    def own(self) -> bool:
        """Whether a reader gave it."""
        return self.status == "own"


def every_measure(graph: Graph) -> dict[str, Measure]:
    """All measures of the release by id, those only remembered left out."""
    operations: defaultdict[str, list[Operation]] = defaultdict(list)
    for iri in graph.subjects(RDF.type, RL.Operation):
        operation = _operation(graph, iri)
        operations[operation.measure].append(operation)
    found = {}
    for iri in sorted(graph.subjects(RDF.type, RL.ReformMeasure), key=str):
        if notation(graph, iri, RL.verification) == "unverified":
            continue
        identifier = identifier_of(str(iri))
        found[identifier] = Measure(
            id=identifier,
            text=str(graph.value(iri, RL.text)),
            status=notation(graph, iri, RL.lifecycle) or "proposed",
            reference=text_of(graph, iri, RL.reference),
            topic=notation(graph, iri, RL.topic),
            instrument=_id(graph, iri, RL.instrument),
            asserted_by=_id(graph, iri, RL.assertedBy),
            depends_on=tuple(sorted(identifier_of(str(each)) for each in graph.objects(iri, RL.dependsOn))),
            operations=tuple(sorted(operations[identifier], key=lambda each: (each.step, each.id))),
            note=text_of(graph, iri, RL.note),
        )
    return found


def chosen(measures: dict[str, Measure], ids: Sequence[str]) -> list[Measure]:
    """The measures with these ids, those that others depend on first.

    Raises ToolError on an unknown one, naming the nearest, and on one that has taken effect.
    """
    for each in ids:
        if each not in measures:
            raise ToolError(
                f"There is no measure '{each}'.",
                nearest(each, list(measures), "'run.py whatif' lists the measures."),
            )
        if measures[each].status not in (*OPEN, "own"):
            raise ToolError(
                f"The measure '{each}' is not a proposal any more: it is {measures[each].status}.",
                "What has taken effect is in the landscape already; leave it out.",
            )
    wanted = list(dict.fromkeys(ids))
    ordered: list[str] = []

    def add(identifier: str) -> None:
        if identifier in ordered:
            return
        for earlier in measures[identifier].depends_on:
            if earlier in wanted:
                add(earlier)
        ordered.append(identifier)

    for each in wanted:
        add(each)
    return [measures[each] for each in ordered]


def in_words(operation: Operation, graph: Graph) -> str:
    """The operation as a reader reads it: "transfer: HSSIB (investigate), to the CQC". A note follows, for it
    says how far the source bears the operation out."""
    parts = [operation.operation.replace("-", " "), name_of(graph, operation.target)]
    confined = [
        each.replace("-", " ")
        for each in (operation.function, operation.over and name_of(graph, operation.over), operation.topic)
        if each
    ]
    text = f"{parts[0]}: {parts[1]}" + (f" ({', '.join(confined)})" if confined else "")
    if operation.from_ and operation.from_ != operation.target:
        text += f", from {name_of(graph, operation.from_)}"
    if operation.to:
        text += f", to {name_of(graph, operation.to)}"
    if operation.new_name:
        text += f", called {operation.new_name}"
    if operation.note:
        text += f". Note: {operation.note}"
    return text


def name_of(graph: Graph, identifier: str) -> str:
    """The name of a thing, the sentence of a statement, else the id."""
    iri = thing_iri(identifier)
    value = graph.value(iri, RDFS.label) or graph.value(iri, RL.text)
    return str(value) if value is not None else identifier


def notation(graph: Graph, iri: Node, path: URIRef) -> str | None:
    """The notation of a concept that the property names; None where there is none."""
    value = graph.value(iri, path)
    return None if value is None else identifier_of(str(value)).rpartition("/")[2]


def text_of(graph: Graph, iri: Node, path: URIRef) -> str | None:
    """The text that the property holds; None where there is none."""
    value = graph.value(iri, path)
    return None if value is None else str(value)


def ids_of(terms: Iterable[Node]) -> list[str]:
    """The identifiers of things and statements, sorted; what is no IRI of ours is left out."""
    return sorted(identifier_of(str(each)) for each in terms if str(each).startswith(str(ID)))


def _id(graph: Graph, iri: Node, path: URIRef) -> str | None:
    value = graph.value(iri, path)
    return None if value is None else identifier_of(str(value))


def _operation(graph: Graph, iri: Node) -> Operation:
    return Operation(
        id=str(graph.value(iri, DCTERMS.identifier)),
        measure=_id(graph, iri, RL.measure) or "",
        step=int(str(graph.value(iri, RL.step))),
        operation=notation(graph, iri, RL.operation) or "",
        target=_id(graph, iri, RL.target) or "",
        from_=_id(graph, iri, RL["from"]),
        to=_id(graph, iri, RL.to),
        function=notation(graph, iri, RL.function),
        over=_id(graph, iri, RL.over),
        topic=notation(graph, iri, RL.topic),
        new_name=text_of(graph, iri, RL.newName),
        note=text_of(graph, iri, RL.note),
    )
