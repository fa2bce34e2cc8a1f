"""What the ontology's files say, read once: kinds of statement, concept schemes, properties and shapes.

``load()`` is the only way in. Nothing here knows a sheet's content, a store or a screen.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path

from rdflib import RDF, RDFS, SKOS, Graph, Literal, Namespace, URIRef
from rdflib.namespace import DCTERMS, OWL
from rdflib.plugins.parsers.notation3 import BadSyntax

FOLDER = Path(__file__).resolve().parent

RL = Namespace("https://w3id.org/regulatory-landscape/ontology#")
ID = Namespace("https://w3id.org/regulatory-landscape/id/")
CONCEPT = Namespace("https://w3id.org/regulatory-landscape/concept/")
SHAPE = Namespace("https://w3id.org/regulatory-landscape/shape/")

ONTOLOGY = URIRef("https://w3id.org/regulatory-landscape/ontology")

_HUMP = re.compile(r"(?<=[a-z0-9])(?=[A-Z])")
_UNDERSCORE = re.compile(r"_([a-z0-9])")


@lru_cache(maxsize=200_000)
def thing_iri(identifier: str) -> URIRef:
    """The IRI of the thing, statement, position, evidence or operation with this identifier."""
    return ID[identifier]


@lru_cache(maxsize=10_000)
def concept_iri(scheme: str, notation: str) -> URIRef:
    """The IRI of a concept: ``concept_iri("topic", "safety")``. It is not checked that there is one."""
    return CONCEPT[f"{scheme}/{notation}"]


def identifier_of(iri: str) -> str:
    """The identifier in one of this project's IRIs (``topic/safety`` of a concept); ValueError on others."""
    for space in (ID, CONCEPT):
        if iri.startswith(str(space)):
            return iri[len(str(space)) :]
    raise ValueError(f"{iri} is not an IRI of this project")


def snake_case(local_name: str) -> str:
    """``statedAt`` -> ``stated_at``."""
    return _HUMP.sub("_", local_name).lower()


def camel_case(column: str) -> str:
    """``stated_at`` -> ``statedAt``."""
    return _UNDERSCORE.sub(lambda match: match.group(1).upper(), column)


class OntologyError(Exception):
    """A file of the ontology cannot be read; the message names it."""


@dataclass(frozen=True)
class Concept:
    """One concept: ``broader`` is the notation of the wider concept in the same scheme, or None."""

    iri: URIRef
    scheme: str
    notation: str
    label: str
    definition: str
    broader: str | None

    @property
    def id(self) -> str:
        """Its identifier in the property graph: ``topic/safety``."""
        return f"{self.scheme}/{self.notation}"


@dataclass(frozen=True)
class StatementKind:
    """A kind of statement: ``sheet`` without .csv; ``relationship`` is the direct one, or None."""

    slug: str
    iri: URIRef
    label: str
    definition: str
    sheet: str
    relationship: str | None


@dataclass(frozen=True)
class Ontology:
    """Everything that the files say.

    ``graph`` holds terms, schemes and alignments, ``shapes`` the shapes. ``schemes`` maps scheme -> notation
    -> concept, ``scheme_labels`` the scheme to its name; ``kinds`` maps a kind's slug to it; ``things`` maps
    the value of the column ``thing`` in organisations.csv to its class; ``records`` maps a sheet that lists
    one class of things (or a kind of statement) to that class.
    """

    graph: Graph
    shapes: Graph
    version: str
    schemes: Mapping[str, Mapping[str, Concept]]
    scheme_labels: Mapping[str, str]
    kinds: Mapping[str, StatementKind]
    things: Mapping[str, URIRef]
    records: Mapping[str, URIRef]
    _properties: Mapping[str, URIRef]

    def property(self, column: str, sheet: str = "") -> URIRef:
        """The property that this column (of this sheet, without .csv) stands for; KeyError where none."""
        found = self._properties.get(f"{sheet}.{column}") or self._properties.get(column)
        if found is None:
            raise KeyError(f"No property of the ontology is written in a column '{column}'.")
        return found

    def concept(self, scheme: str, notation: str) -> Concept:
        """The concept with this notation. KeyError where the scheme or the concept is not there."""
        return self.schemes[scheme][notation]

    def label(self, term: URIRef) -> str:
        """The plain-English name of a class, property or concept; its IRI where it has none."""
        for predicate in (RDFS.label, SKOS.prefLabel):
            value = self.graph.value(term, predicate)
            if value is not None:
                return str(value)
        return str(term)

    def definition(self, term: URIRef) -> str:
        """The definition of a class, property, scheme or concept; "" where it has none."""
        value = self.graph.value(term, SKOS.definition) or self.graph.value(term, RDFS.comment)
        return "" if value is None else str(value)

    def graph_name(self, term: URIRef) -> str:
        """The name that a property has in the property graph and, unless it says otherwise, in sheets."""
        named = self.graph.value(term, RL.graphName)
        return str(named) if named is not None else snake_case(_local(term))

    def superclasses(self, term: URIRef) -> list[URIRef]:
        """The class itself and all its superclasses, nearest first, as far as these files know."""
        found: list[URIRef] = [term]
        for each in found:
            for wider in sorted(self.graph.objects(each, RDFS.subClassOf), key=str):
                if isinstance(wider, URIRef) and wider not in found:
                    found.append(wider)
        return found

    def subclasses(self, term: URIRef) -> set[URIRef]:
        """The class itself and all its subclasses."""
        return {
            each for each in self.graph.transitive_subjects(RDFS.subClassOf, term) if isinstance(each, URIRef)
        }


@cache
def load(folder: Path = FOLDER) -> Ontology:
    """Read ``landscape.ttl``, ``schemes/``, ``alignments/`` and ``shapes/`` of ``folder``.

    The result is shared: do not change its graphs. Raises OntologyError where a file cannot be read or is not
    Turtle.
    """
    graph, shapes = Graph(), Graph()
    _parse(graph, folder / "landscape.ttl")
    for name, into in (("schemes", graph), ("alignments", graph), ("shapes", shapes)):
        for file in sorted((folder / name).glob("*.ttl")):
            _parse(into, file)
    labels, schemes = _schemes(graph)
    return Ontology(
        graph=graph,
        shapes=shapes,
        version=str(graph.value(ONTOLOGY, OWL.versionInfo)),
        schemes=schemes,
        scheme_labels=labels,
        kinds=_kinds(graph),
        things={
            str(graph.value(term, SKOS.notation)): term
            for term in sorted(graph.subjects(RDFS.subClassOf, RL.Organisation), key=str)
            if isinstance(term, URIRef)
        },
        records={
            str(sheet): term
            for term, sheet in graph.subject_objects(RL.sheet)
            if isinstance(term, URIRef) and str(sheet) != "organisations"
        },
        _properties=_properties(graph),
    )


def _parse(graph: Graph, file: Path) -> None:
    name = f"{file.parent.name}/{file.name}"
    try:
        graph.parse(file, format="turtle")
    except BadSyntax as error:
        text = " ".join(str(error).split())
        raise OntologyError(f"{name} is not Turtle: {text[:300]}") from error
    except (OSError, UnicodeDecodeError) as error:
        raise OntologyError(f"{name} cannot be read: {error}") from error


def _schemes(graph: Graph) -> tuple[dict[str, str], dict[str, dict[str, Concept]]]:
    labels: dict[str, str] = {}
    schemes: dict[str, dict[str, Concept]] = {}
    for scheme in sorted(graph.subjects(RDF.type, SKOS.ConceptScheme), key=str):
        name = str(graph.value(scheme, SKOS.notation))
        labels[name] = str(graph.value(scheme, RDFS.label))
        concepts: dict[str, Concept] = {}
        for iri in sorted(graph.subjects(SKOS.inScheme, scheme), key=str):
            assert isinstance(iri, URIRef)
            wider = graph.value(iri, SKOS.broader)
            notation = str(graph.value(iri, SKOS.notation))
            concepts[notation] = Concept(
                iri=iri,
                scheme=name,
                notation=notation,
                label=str(graph.value(iri, SKOS.prefLabel)),
                definition=str(graph.value(iri, SKOS.definition)),
                broader=None if wider is None else str(graph.value(wider, SKOS.notation)),
            )
        schemes[name] = concepts
    return labels, schemes


def _kinds(graph: Graph) -> dict[str, StatementKind]:
    found = []
    for term in graph.subjects(RDFS.subClassOf, RL.Statement):
        assert isinstance(term, URIRef)
        direct = graph.value(term, RL.directRelationship)
        found.append(
            StatementKind(
                slug=str(graph.value(term, SKOS.notation)),
                iri=term,
                label=str(graph.value(term, RDFS.label)),
                definition=str(graph.value(term, SKOS.definition)),
                sheet=str(graph.value(term, RL.sheet)),
                relationship=None if direct is None else str(direct),
            )
        )
    return {kind.slug: kind for kind in sorted(found, key=lambda kind: kind.slug)}


def _properties(graph: Graph) -> dict[str, URIRef]:
    found: dict[str, URIRef] = {}
    for term in sorted(graph.subjects(RDF.type, RDF.Property), key=str):
        assert isinstance(term, URIRef)
        columns = [str(column) for column in graph.objects(term, RL.column) if isinstance(column, Literal)]
        for column in columns or [snake_case(_local(term))]:
            found[column] = term
    return found


def _local(term: URIRef) -> str:
    if term == DCTERMS.identifier:
        return "id"
    return str(term).rpartition("#")[2] or str(term).rpartition("/")[2]
