"""The landscape as it would be: a release's graph in which arrangements end, move and come about.

What ends keeps its record, with the day before as its last, so that questions about earlier days are still
answered. What moves is ended and said anew of the other body, with the same force, clause and condition, and
is known for as long as the original is: a measure makes nobody's knowledge newer. What parties said
(accounts, conclusions, positions) is never changed.
"""

from __future__ import annotations

import datetime
from dataclasses import dataclass, field

from rdflib import RDF, RDFS, XSD, Graph, Literal, URIRef
from rdflib.namespace import DCTERMS
from rdflib.term import Node

from ontology.terms import RL, Ontology, concept_iri, identifier_of, thing_iri
from queries.whatif.measures import Measure, Operation, name_of, notation
from queries.whatif.staying import ACCOUNT, ONCE, staying
from queries.wording import joined, mid_sentence

ARRANGEMENTS = (
    *("oversight", "function", "duty", "reporting", "tie", "delegation", "commissioning", "applicability"),
    *("escalation", "flow", "handover"),
)
"""The kinds of statement that say how things are arranged, and so can end or move."""

REPORTS = ("reporting", "escalation", "flow")
IN_OPERATION = (None, "in-force", "commenced", "piloted")

READER = "reader-of-this-what-if"
"""The role that asserts what only a reader's own measure says."""
OWN_DOCUMENT = "own-measures"


@dataclass(frozen=True)
class Moved:
    """An arrangement that passes from one body to another; ``new`` is its id there, None where the other has
    just that already."""

    statement: str
    from_: str
    to: str
    new: str | None
    measure: str


@dataclass(frozen=True)
class Ended:
    """An arrangement that ends with nobody to take it on.

    ``why``: "no receiver"; "receiver not said" (``receivers`` are named, without who takes what); "to itself"
    (it would join a body to itself); "with the body" (it says what the body does not do, how it came about or
    what somebody holds of it); "instrument" (it rests on one that ends); "replaced"; "dropped".
    """

    statement: str
    why: str
    measure: str
    receivers: tuple[str, ...] = ()


@dataclass(frozen=True)
class Unsaid:
    """What a measure says and the model cannot, or does not say and a reader would want to know."""

    measure: str
    sentence: str


@dataclass
class Reformed:
    """A graph that is changed step by step as at ``as_at``, and what was done to it. It owns the graph."""

    graph: Graph
    ontology: Ontology
    as_at: datetime.date
    moved: list[Moved] = field(default_factory=list)
    ended: list[Ended] = field(default_factory=list)
    added: list[str] = field(default_factory=list)
    unsaid: list[Unsaid] = field(default_factory=list)
    made: list[str] = field(default_factory=list)
    ids: dict[str, str] = field(default_factory=dict)

    @property
    def differs(self) -> bool:
        """Whether anything has been changed."""
        return bool(self.moved or self.ended or self.added or self.made)

    @property
    def day_before(self) -> datetime.date:
        """The last day of the old state."""
        return self.as_at - datetime.timedelta(days=1)

    def is_a(self, identifier: str, kind: URIRef) -> bool:
        """Whether a thing or statement is of that class or a narrower one."""
        types = set(self.graph.objects(thing_iri(identifier), RDF.type))
        return bool(types & self.ontology.subclasses(kind))

    def kind(self, statement: str) -> str:
        """The kind of a statement, as a slug."""
        return notation(self.graph, thing_iri(statement), RL.kind) or ""

    def arrangements(self, body: str, *, received: bool = True) -> list[str]:
        """The arrangements in operation in which the body is the subject, or (``received``) the object."""
        paths = (RL.subject, RL.object) if received else (RL.subject,)
        found = {
            identifier_of(str(each)) for path in paths for each in self.graph.subjects(path, thing_iri(body))
        }
        return sorted(each for each in found if self.in_operation(each))

    def resting_on(self, instrument: str) -> list[str]:
        """The arrangements in operation that rest on an instrument, or say whom it reaches."""
        iri = thing_iri(instrument)
        found = {
            identifier_of(str(each))
            for path in (RL.instrument, RL.subject)
            for each in self.graph.subjects(path, iri)
        }
        return sorted(each for each in found if self.in_operation(each))

    def in_operation(self, statement: str) -> bool:
        """Whether it says how things are arranged as at the day, as far as is known."""
        graph, iri = self.graph, thing_iri(statement)
        first, last = graph.value(iri, RL.knownFrom), graph.value(iri, RL.knownTo)
        if self.kind(statement) not in ARRANGEMENTS or first is None or last is None:
            return False
        ended = str(graph.value(iri, RL.ended)) == "true" and str(last) < self.as_at.isoformat()
        return (
            not ended
            and str(first) <= self.as_at.isoformat()
            and notation(graph, iri, RL.lifecycle) in IN_OPERATION
            and notation(graph, iri, RL.verification) != "unverified"
        )

    def narrower(self, class_: str) -> set[str]:
        """The class and all classes whose members belong to it."""
        wide = thing_iri(class_)
        return {identifier_of(str(each)) for each in self.graph.transitive_subjects(RL.broader, wide)}

    def end(self, statement: str, why: str, measure: Measure, receivers: tuple[str, ...] = ()) -> None:
        """End an arrangement with nobody to take it on."""
        self._close(statement)
        self.ended.append(Ended(statement, why, measure.id, receivers))

    def move(self, statement: str, old: str, new: str, measure: Measure, *, whole: bool = False) -> None:
        """End an arrangement of ``old`` and say it of ``new``, unless ``new`` has just that already.

        ``whole``: all of ``old`` goes to ``new``, and so does what is said not to hold of it.
        """
        graph, iri = self.graph, thing_iri(statement)
        subject, object_ = graph.value(iri, RL.subject), graph.value(iri, RL.object)
        swapped = [thing_iri(new) if each == thing_iri(old) else each for each in (subject, object_)]
        if notation(graph, iri, RL.polarity) != "holds" and not whole:
            return  # what a body does not do or owe does not move with a part of what it does
        if swapped[0] == swapped[1]:
            self.end(statement, "to itself", measure)
            return
        twin = self._twin(iri, swapped[0], swapped[1])
        copy = None if twin else self._copy(iri, swapped[0], swapped[1], measure, new)
        self._close(statement)
        self.moved.append(Moved(statement, old, new, copy, measure.id))
        if self.is_a(new, RL.Class) and not self.is_a(old, RL.Class):
            self.say(
                measure,
                f"What {name_of(graph, old)} does once, each of many would do: "
                f"{mid_sentence(name_of(graph, new))}. Whether anybody then does it for all of them is "
                "not said.",
            )
        self.ids[statement] = twin or copy or statement

    def add(
        self,
        kind: str,
        text: str,
        subject: str,
        object_: str | None,
        measure: Measure,
        operation: Operation,
        **concepts: str,
    ) -> str:
        """A new arrangement by a measure, in force on the day. Gives its id.

        ``concepts`` are property -> "scheme/notation".
        """
        graph = self.graph
        identifier = f"{operation.id}-{kind}"
        iri = thing_iri(identifier)
        graph.add((iri, RDF.type, self.ontology.kinds[kind].iri))
        graph.add((iri, DCTERMS.identifier, Literal(identifier)))
        graph.add((iri, RL.kind, concept_iri("statement-kind", kind)))
        graph.add((iri, RL.text, Literal(text)))
        graph.add((iri, RL.subject, thing_iri(subject)))
        if object_ is not None:
            graph.add((iri, RL.object, thing_iri(object_)))
        topic = operation.topic or measure.topic or "quality"
        for path, scheme, value in (
            (RL.topic, "topic", topic),
            (RL.polarity, "polarity", "holds"),
            (RL.force, "force", "none"),
            (RL.strength, "strength", "intends"),
            (RL.basis, "basis", "forecast"),
            (RL.verification, "verification", "checked"),
            (RL.lifecycle, "lifecycle", "in-force"),
        ):
            graph.set((iri, path, concept_iri(scheme, value)))
        for name, value in concepts.items():
            scheme, _, wanted = value.partition("/")
            graph.set((iri, RL[name], concept_iri(scheme, wanted)))
        stated = graph.value(thing_iri(measure.id), RL.statedAt)
        graph.set((iri, RL.statedAt, Literal(self.as_at) if stated is None else stated))
        self._known(iri, self.as_at, self.as_at)
        evidence = list(graph.objects(thing_iri(measure.id), RL.evidence)) or [self._own_evidence()]
        self._assert(iri, measure.asserted_by or READER, evidence)
        self.added.append(identifier)
        return identifier

    def close(self, body: str, measure: Measure, why: str, receivers: tuple[str, ...] = ()) -> None:
        """End a body (or empty a class): whatever it still does or is told ends with it."""
        for statement in self.arrangements(body):
            denied = notation(self.graph, thing_iri(statement), RL.polarity) != "holds"
            stays = staying(self.graph, self.ontology, statement, body)
            if stays == ONCE:
                self.leave(statement, stays, measure)
            elif stays == ACCOUNT:
                self.end(statement, "no receiver", measure)
            else:
                self.end(statement, "with the body" if denied or stays else why, measure, receivers)
        self.beside(body, measure)
        if self.is_a(body, RL.Organisation):
            self.graph.set((thing_iri(body), RL.closed, Literal(self.day_before)))
        else:
            self.say(
                measure,
                f"{name_of(self.graph, body)} are a class of bodies: each of them would end, and only "
                "what is "
                "recorded of the class as such is followed.",
            )

    def leave(self, statement: str, why: str, measure: Measure) -> None:
        """Say that an arrangement stays as it is on record, because it tells ``why``."""
        text = self.graph.value(thing_iri(statement), RL.text)
        self.say(measure, f"Not passed on, because it tells {why}: {text}")

    def say(self, measure: Measure, sentence: str) -> None:
        """Keep, once, what the measure does not say or the model cannot."""
        unsaid = Unsaid(measure.id, sentence)
        if unsaid not in self.unsaid:
            self.unsaid.append(unsaid)

    def beside(self, body: str, measure: Measure) -> None:
        """Say which things are recorded apart from the body and named after it: they are not followed."""
        name = name_of(self.graph, body)
        apart = sorted(
            str(label)
            for thing, label in self.graph.subject_objects(RDFS.label)
            if str(label).startswith((f"{name} ", f"{name}'"))
            and set(self.graph.objects(thing, RDF.type)) <= self.ontology.subclasses(RL.Class)
        )
        if apart:
            self.say(
                measure,
                f"Recorded apart from {name}, and left as they are: {joined(apart)}.",
            )

    def make(self, body: str, name: str) -> None:
        """A new body under this id, with its first day; one that is on record as a plan gets the day."""
        iri, graph = thing_iri(body), self.graph
        if (iri, RDF.type, None) not in graph:
            graph.add((iri, RDF.type, self.ontology.things["body"]))
            graph.add((iri, DCTERMS.identifier, Literal(body)))
            graph.add((iri, RDFS.label, Literal(name)))
            graph.add((iri, RL.kind, concept_iri("organisation-kind", "other")))
        graph.set((iri, RL.opened, Literal(self.as_at)))
        self.made.append(body)

    def reader(self) -> None:
        """Who asserts a reader's own measures, as a thing of the graph."""
        iri = thing_iri(READER)
        if (iri, RDF.type, None) in self.graph:
            return
        self.graph.add((iri, RDF.type, self.ontology.things["role"]))
        self.graph.add((iri, DCTERMS.identifier, Literal(READER)))
        self.graph.add((iri, RDFS.label, Literal("You, in this what-if")))
        self.graph.add((iri, RL.kind, concept_iri("organisation-kind", "other")))

    def _close(self, statement: str) -> None:
        iri, graph = thing_iri(statement), self.graph
        last = self.day_before
        for path in (RL.knownFrom, RL.validFrom, RL.statedAt):
            first = graph.value(iri, path)
            if first is not None and str(first) > last.isoformat():
                graph.set((iri, path, Literal(last)))
        graph.set((iri, RL.validTo, Literal(last)))
        graph.set((iri, RL.knownTo, Literal(last)))
        graph.set((iri, RL.ended, Literal(True)))

    def _twin(self, iri: URIRef, subject: Node | None, object_: Node | None) -> str | None:
        """An arrangement in operation before the measures that says the same of these two."""
        same = (RL.kind, RL.topic, RL.event, RL.function, RL.modality, RL.oversightKind, RL.tie)
        said = {path: set(self.graph.objects(iri, path)) for path in (*same, RL.reportingKind, RL.condition)}
        new = {str(thing_iri(moved.new)) for moved in self.moved if moved.new}
        for each in self.graph.subjects(RL.subject, subject):
            if each == iri or str(each) in new or not self.in_operation(identifier_of(str(each))):
                continue
            if self.graph.value(each, RL.object) == object_ and all(
                set(self.graph.objects(each, path)) == values for path, values in said.items()
            ):
                return identifier_of(str(each))
        return None

    def _copy(
        self, iri: URIRef, subject: Node | None, object_: Node | None, measure: Measure, new: str
    ) -> str:
        graph = self.graph
        identifier = f"{identifier_of(str(iri))}-under-{measure.id}"
        copy = thing_iri(identifier)
        number = 1
        while (copy, RDF.type, None) in graph:
            number += 1
            identifier = f"{identifier_of(str(iri))}-under-{measure.id}-{number}"
            copy = thing_iri(identifier)
        left = {RL.position, RL.subject, RL.object, DCTERMS.identifier, RL.validFrom, RL.validTo, RL.text}
        for path, value in list(graph.predicate_objects(iri)):
            if path not in left:
                graph.add((copy, path, value))
        graph.add((copy, DCTERMS.identifier, Literal(identifier)))
        graph.add(
            (copy, RL.text, Literal(f"{name_of(graph, new)}, by this measure: {graph.value(iri, RL.text)}"))
        )
        if subject is not None:
            graph.add((copy, RL.subject, subject))
        if object_ is not None:
            graph.add((copy, RL.object, object_))
        first = _date(graph.value(iri, RL.knownFrom))
        last = _date(graph.value(iri, RL.knownTo))
        opened = graph.value(thing_iri(new), RL.opened)
        if opened is not None:
            first = max(first, _date(opened))
        self._known(copy, first, max(first, last))
        graph.set((copy, RL.basis, concept_iri("basis", "forecast")))
        party = measure.asserted_by or READER
        graph.set((copy, RL.assertedBy, thing_iri(party)))
        self._assert(copy, party, list(graph.objects(iri, RL.evidence)))
        return identifier

    def _known(self, iri: URIRef, first: datetime.date, last: datetime.date) -> None:
        self.graph.set((iri, RL.knownFrom, Literal(first)))
        self.graph.set((iri, RL.knownTo, Literal(last)))
        self.graph.set((iri, RL.ended, Literal(False)))
        self.graph.set((iri, RL.contested, Literal(False)))

    def _assert(self, iri: URIRef, party: str, evidence: list[Node]) -> None:
        graph = self.graph
        graph.set((iri, RL.assertedBy, thing_iri(party)))
        identifier = f"{identifier_of(str(iri))}-asserted"
        position = thing_iri(identifier)
        graph.add((iri, RL.position, position))
        graph.add((position, RDF.type, self.ontology.records["positions"]))
        graph.add((position, DCTERMS.identifier, Literal(identifier)))
        graph.add((position, RL.party, thing_iri(party)))
        graph.add((position, RL.stance, concept_iri("stance", "asserts")))
        graph.add((position, RL.basis, concept_iri("basis", "forecast")))
        for each in evidence:
            graph.add((iri, RL.evidence, each))
            graph.add((position, RL.evidence, each))
        if party == READER:
            self.reader()

    def _own_evidence(self) -> URIRef:
        """The place in the reader's own file, as evidence for what nothing else bears out."""
        graph = self.graph
        document, evidence = thing_iri(OWN_DOCUMENT), thing_iri(f"{OWN_DOCUMENT}-evidence-1")
        if (document, RDF.type, None) not in graph:
            graph.add((document, RDF.type, self.ontology.records["sources"]))
            graph.add((evidence, RDF.type, self.ontology.records["evidence"]))
            for iri, path, value in (
                (document, DCTERMS.identifier, Literal(OWN_DOCUMENT)),
                (document, RDFS.label, Literal("Measures that you gave")),
                (document, RL.shortTitle, Literal("your measures")),
                (document, RL.kind, concept_iri("source-kind", "read")),
                (document, RL.origin, Literal(OWN_DOCUMENT)),
                (document, RL.statedAt, Literal(self.as_at)),
                (document, RL.confirmedTo, Literal(self.as_at)),
                (document, RL.licence, Literal("Your own")),
                (document, RL.attribution, Literal("You")),
                (document, RL.url, Literal(str(document), datatype=XSD.anyURI)),
                (evidence, DCTERMS.identifier, Literal(f"{OWN_DOCUMENT}-evidence-1")),
                (evidence, RL.document, document),
                (evidence, RL.locator, Literal("your file")),
            ):
                graph.add((iri, path, value))
        return evidence


def _date(value: Node | None) -> datetime.date:
    return datetime.date.fromisoformat(str(value))
