"""From RDF to the property graph, by what the shapes and their annotations say and nothing else.

A shape (or a class) with ``rl:graphLabel`` gives a label, a property shape with a datatype gives a property,
one with a class a relationship, one whose class is a concept scheme a property that holds the concept's
notation (and a relationship too, where ``rl:relationship`` names one), one with ``rl:key`` a constraint.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from functools import cached_property
from itertools import chain

from rdflib import RDF, Graph, URIRef
from rdflib.namespace import DCTERMS, SH, SKOS, XSD
from rdflib.term import Node as Term

from ontology.terms import RL, Ontology, identifier_of

TYPES = {XSD.date: "date", XSD.boolean: "boolean", XSD.integer: "long"}
"""Datatypes that the store has a type for; all others are text there."""

Value = str | tuple[str, ...]


@dataclass(frozen=True)
class Field:
    """A property: ``type`` as in Neo4j's import headers; ``scheme`` that of its values, or ""."""

    path: URIRef
    name: str
    type: str
    scheme: str


@dataclass(frozen=True)
class Link:
    """A relationship that a property becomes; ``many`` where the shapes let a thing have several."""

    path: URIRef
    type: str
    many: bool = True


@dataclass
class Model:
    """What nodes of one class look like: labels, main one first, with the fields and links of all shapes."""

    labels: tuple[str, ...]
    fields: dict[str, Field] = field(default_factory=dict)
    links: dict[str, Link] = field(default_factory=dict)


@dataclass(frozen=True)
class Node:
    """One node: main label first in ``labels``."""

    id: str
    labels: tuple[str, ...]
    properties: dict[str, Value]


@dataclass(frozen=True)
class Relationship:
    """One relationship; ``properties`` are (name, value) pairs, sorted."""

    type: str
    start: str
    end: str
    properties: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True)
class Tables:
    """The property graph: nodes sorted by id, relationships by type, ends and properties."""

    nodes: tuple[Node, ...]
    relationships: tuple[Relationship, ...]


def said_of(graph: Graph, iri: Term) -> dict[Term, list[Term]]:
    """All that ``graph`` says of a thing, by property: one look-up in place of one for each property."""
    about: defaultdict[Term, list[Term]] = defaultdict(list)
    for path, value in graph.predicate_objects(iri):
        about[path].append(value)
    return about


class Projection:
    """The property graph that an ontology's shapes describe."""

    def __init__(self, ontology: Ontology) -> None:
        self.ontology = ontology
        self._models: dict[URIRef, Model] = {}

    def model(self, kind: URIRef) -> Model:
        """What nodes of this class look like. ValueError where no shape gives the class a main label."""
        if kind not in self._models:
            classes = self.ontology.superclasses(kind)
            shapes = [
                shape
                for each in classes
                for shape in sorted(self.ontology.shapes.subjects(SH.targetClass, each), key=str)
            ]
            self._models[kind] = self._model(kind, [*classes, *shapes], shapes)
        return self._models[kind]

    @cached_property
    def concept_model(self) -> Model:
        """What nodes of concepts look like."""
        shapes = sorted(self.ontology.shapes.subjects(SH.targetSubjectsOf, SKOS.inScheme), key=str)
        return self._model(SKOS.Concept, shapes, shapes)

    @cached_property
    def main_labels(self) -> dict[str, Model]:
        """Each main label with everything that nodes under it may have, over all their classes."""
        found: dict[str, Model] = {}
        classes = {
            narrow
            for wide in self.ontology.shapes.objects(None, SH.targetClass)
            if isinstance(wide, URIRef)
            for narrow in self.ontology.subclasses(wide)
        }
        for kind in sorted(classes):
            if not self._is_stored(kind):
                continue
            model = self.model(kind)
            whole = found.setdefault(model.labels[0], Model(model.labels[:1]))
            whole.fields.update(model.fields)
            whole.links.update(model.links)
        found[self.concept_model.labels[0]] = self.concept_model
        return dict(sorted(found.items()))

    @cached_property
    def constraints(self) -> list[dict[str, str]]:
        """The unique constraints: one for each main label and each key."""
        keys = sorted(
            self.ontology.graph_name(path)
            for shape in self.ontology.shapes.subjects(RL.key)
            for path in self.ontology.shapes.objects(shape, SH.path)
            if isinstance(path, URIRef)
        )
        return [{"label": label, "property": key} for label in self.main_labels for key in keys]

    @cached_property
    def direct_fields(self) -> tuple[Field, ...]:
        """The properties that a direct relationship carries beside the statement's id, sorted by name."""
        carried = set(self.ontology.graph.subjects(RL.onDirectRelationship))
        fields = self.model(RL.Statement).fields.values()
        return tuple(sorted((each for each in fields if each.path in carried), key=lambda each: each.name))

    def tables(self, graph: Graph) -> Tables:
        """The property graph of the data in ``graph``, which conforms to the shapes, with all concepts."""
        nodes: dict[str, Node] = {}
        relationships: set[Relationship] = set()
        for iri, kind in graph.subject_objects(RDF.type):
            assert isinstance(iri, URIRef)
            assert isinstance(kind, URIRef)
            self._add(iri, self.model(kind), graph, nodes, relationships)
        for iri in set(self.ontology.graph.subjects(SKOS.inScheme)):
            assert isinstance(iri, URIRef)
            self._add(iri, self.concept_model, self.ontology.graph, nodes, relationships)
        relationships.update(self._direct(graph))
        return Tables(
            tuple(nodes[each] for each in sorted(nodes)),
            tuple(sorted(relationships, key=lambda each: (each.type, each.start, each.end, each.properties))),
        )

    def value(self, each: Field, values: Iterable[Term]) -> Value | None:
        """The values of one field as the tables hold them, None for none."""
        found = sorted([self._text(each, value) for value in values])
        if not found:
            return None
        return tuple(found) if each.type.endswith("[]") else found[0]

    def _add(
        self,
        iri: URIRef,
        model: Model,
        graph: Graph,
        nodes: dict[str, Node],
        relationships: set[Relationship],
    ) -> None:
        properties: dict[str, Value] = {}
        start = identifier_of(iri)
        about = said_of(graph, iri)
        for each in model.fields.values():
            value = self.value(each, about.get(each.path, ()))
            if value is not None:
                properties[each.name] = value
        for link in model.links.values():
            for end in about.get(link.path, ()):
                relationships.add(Relationship(link.type, start, identifier_of(str(end))))
        nodes[start] = Node(start, model.labels, properties)

    def _direct(self, graph: Graph) -> Iterable[Relationship]:
        barred = set(self.ontology.graph.subjects(RL.noDirectRelationship))
        for kind in self.ontology.kinds.values():
            if kind.relationship is None:
                continue
            for iri in graph.subjects(RDF.type, kind.iri):
                about = said_of(graph, iri)
                subject, object_ = graph.value(iri, RL.subject), graph.value(iri, RL.object)
                if subject is None or object_ is None or not barred.isdisjoint(chain(about, *about.values())):
                    continue
                carried = {"statement": identifier_of(str(iri))}
                for each in self.direct_fields:
                    value = self.value(each, about.get(each.path, ()))
                    if isinstance(value, str):
                        carried[each.name] = value
                yield Relationship(
                    kind.relationship,
                    identifier_of(str(subject)),
                    identifier_of(str(object_)),
                    tuple(sorted(carried.items())),
                )

    def _text(self, each: Field, value: Term) -> str:
        return self._notations.get(value, str(value)) if each.scheme else str(value)

    @cached_property
    def _notations(self) -> dict[Term, str]:
        return {
            concept: str(notation) for concept, notation in self.ontology.graph.subject_objects(SKOS.notation)
        }

    def _is_stored(self, kind: URIRef) -> bool:
        return any(
            (shape, RL.mainLabel, None) in self.ontology.shapes
            for each in self.ontology.superclasses(kind)
            for shape in self.ontology.shapes.subjects(SH.targetClass, each)
        )

    def _model(self, kind: URIRef, labelled: Iterable[Term], shapes: Iterable[Term]) -> Model:
        main, others = "", set()
        for each in labelled:
            for graph in (self.ontology.graph, self.ontology.shapes):
                label = graph.value(each, RL.graphLabel)
                if label is not None and (each, RL.mainLabel, None) in graph:
                    main = str(label)
                elif label is not None:
                    others.add(str(label))
        if not main:
            raise ValueError(f"No shape with rl:mainLabel targets {kind}: nodes of it have nowhere to go.")
        model = Model((main, *sorted(others - {main})))
        properties = []
        for shape in shapes:
            for each in sorted(self.ontology.shapes.objects(shape, SH.property), key=str):
                properties.append(each)
                self._read(each, model)
        single = {self.ontology.shapes.value(each, SH.path) for each in properties if self._is_single(each)}
        for name, link in model.links.items():
            model.links[name] = replace(link, many=link.path not in single)
        return model

    def _is_single(self, shape: Term) -> bool:
        return (shape, SH.maxCount, None) in self.ontology.shapes

    def _read(self, shape: Term, model: Model) -> None:
        shapes, graph = self.ontology.shapes, self.ontology.graph
        path = shapes.value(shape, SH.path)
        if not isinstance(path, URIRef):
            return  # a path of several steps is a rule, not something to store
        name = str(shapes.value(shape, RL.graphName) or self.ontology.graph_name(path))
        datatype, wanted = shapes.value(shape, SH.datatype), shapes.value(shape, SH["class"])
        scheme = wanted is not None and (
            wanted == SKOS.ConceptScheme or (wanted, RDF.type, SKOS.ConceptScheme) in graph
        )
        if datatype is not None or scheme:
            kind = TYPES.get(URIRef(str(datatype)), "string")
            if not self._is_single(shape):
                kind += "[]"
            notation = str(graph.value(wanted, SKOS.notation) or "scheme") if scheme else ""
            if path != DCTERMS.identifier:
                model.fields[name] = Field(path, name, kind, notation)
        named = shapes.value(shape, RL.relationship)
        is_link = wanted is not None or shapes.value(shape, SH.nodeKind) == SH.IRI
        if named is not None or (is_link and not scheme):
            known = model.links.get(name)
            if known is None or named is not None:
                model.links[name] = Link(path, str(named) if named is not None else name.upper())
