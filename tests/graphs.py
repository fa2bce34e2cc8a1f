"""Small graphs for tests and benchmarks, built row by row with the ontology's own property look-ups."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Mapping
from pathlib import Path

from rdflib import RDF, Graph, Literal, URIRef
from rdflib.namespace import DCTERMS, SH, SKOS, XSD

from loaders.sources.origins import Origins
from ontology.terms import RL, Ontology, concept_iri, load, thing_iri

Rows = dict[str, list[dict[str, str]]]


class Draft:
    """A graph in the making. ``row("oversight", id=..., subject=...)`` adds one row of that sheet."""

    def __init__(self, ontology: Ontology | None = None) -> None:
        self.ontology = ontology or load()
        self.graph = Graph()
        self.origins = Origins()
        self._rows = 1
        self._schemes, self._datatypes = _ranges(self.ontology)

    def row(self, sheet: str, **cells: str) -> URIRef | None:
        """Add one row: values as in the sheet, ``|`` between several. Gives the IRI of the thing."""
        self._rows += 1
        cells = {name.rstrip("_"): value for name, value in cells.items() if value != ""}
        if sheet == "names":
            subject = thing_iri(cells.pop("thing"))
            self.graph.add((subject, RL.otherNames, Literal(cells["name"])))
            return None
        if sheet == "retired":
            return None
        if sheet == "evidence":
            cells = dict(cells)
            supported = thing_iri(cells.pop("supports"))
            count = sum(1 for _ in self.graph.objects(supported, RL.evidence)) + 1
            cells["id"] = f"{str(supported).rpartition('/')[2]}-evidence-{count}"
            self.graph.add((supported, RL.evidence, thing_iri(cells["id"])))
        if sheet == "positions":
            self.graph.add((thing_iri(cells.pop("statement")), RL.position, thing_iri(cells["id"])))
        iri = thing_iri(cells["id"])
        kind = (
            self.ontology.things[cells.pop("thing")]
            if sheet == "organisations"
            else self.ontology.records[sheet]
        )
        self.graph.add((iri, RDF.type, kind))
        self.origins.add(iri, f"{sheet}.csv", self._rows)
        for column, value in cells.items():
            path = self.ontology.property(column, sheet)
            self.origins.name(f"{sheet}.csv", path, column)
            for part in value.split("|"):
                self.graph.add((iri, path, self._value(path, kind, part)))
        return iri

    def finish(self) -> Graph:
        """Add what is computed on loading: kinds, asserting positions, dates and flags."""
        graph = self.graph
        for kind in self.ontology.kinds.values():
            for statement in list(graph.subjects(RDF.type, kind.iri)):
                assert isinstance(statement, URIRef)
                graph.add((statement, RL.kind, concept_iri("statement-kind", kind.slug)))
                self._position(statement)
                self._dates(statement)
        return graph

    def _position(self, statement: URIRef) -> None:
        graph, position = self.graph, URIRef(f"{statement}-asserted")
        graph.add((statement, RL.position, position))
        graph.add((position, RDF.type, RL.Position))
        graph.add((position, DCTERMS.identifier, Literal(str(position).rpartition("/")[2])))
        graph.add((position, RL.stance, concept_iri("stance", "asserts")))
        self.origins.add(position, *self.origins.place(statement)[:2])
        for path, copy in ((RL.assertedBy, RL.party), (RL.basis, RL.basis), (RL.evidence, RL.evidence)):
            for value in list(graph.objects(statement, path)):
                graph.add((position, copy, value))
        disputed = any(
            (each, RL.stance, concept_iri("stance", "disputes")) in graph
            for each in graph.objects(statement, RL.position)
        )
        graph.set((statement, RL.contested, Literal(disputed)))

    def _dates(self, statement: URIRef) -> None:
        graph = self.graph
        documents = [
            document
            for evidence in sorted(graph.objects(statement, RL.evidence), key=str)
            for document in graph.objects(evidence, RL.document)
        ]
        if graph.value(statement, RL.statedAt) is None and documents:
            stated = graph.value(documents[0], RL.statedAt)
            if stated is not None:
                graph.add((statement, RL.statedAt, stated))
        first = graph.value(statement, RL.validFrom) or graph.value(statement, RL.statedAt)
        last = graph.value(statement, RL.validTo)
        graph.set((statement, RL.ended, Literal(last is not None)))
        confirmed = [day for each in documents for day in graph.objects(each, RL.confirmedTo)]
        if last is None and confirmed:
            last = max(confirmed, key=str)
        for path, value in ((RL.knownFrom, first), (RL.knownTo, last)):
            if value is not None:
                graph.set((statement, path, value))

    def _value(self, path: URIRef, kind: URIRef, text: str) -> URIRef | Literal:
        for each in self.ontology.superclasses(kind):
            if (each, path) in self._schemes:
                return concept_iri(self._schemes[each, path], text)
            if (each, path) in self._datatypes:
                datatype = self._datatypes[each, path]
                return Literal(text, datatype=None if datatype == XSD.string else datatype)
        return thing_iri(text)


def _ranges(
    ontology: Ontology,
) -> tuple[dict[tuple[URIRef, URIRef], str], dict[tuple[URIRef, URIRef], URIRef]]:
    schemes: dict[tuple[URIRef, URIRef], str] = {}
    datatypes: dict[tuple[URIRef, URIRef], URIRef] = {}
    for shape, target in ontology.shapes.subject_objects(SH.targetClass):
        assert isinstance(target, URIRef)
        for field in ontology.shapes.objects(shape, SH.property):
            path = ontology.shapes.value(field, SH.path)
            if not isinstance(path, URIRef):
                continue
            wanted = ontology.shapes.value(field, SH["class"])
            datatype = ontology.shapes.value(field, SH.datatype)
            if isinstance(datatype, URIRef):
                datatypes[target, path] = datatype
            elif wanted is not None and (wanted, RDF.type, SKOS.ConceptScheme) in ontology.graph:
                schemes[target, path] = str(ontology.graph.value(wanted, SKOS.notation))
    return schemes, datatypes


def sheets(folder: Path) -> Rows:
    """The rows of the sheets in a folder, unchecked."""
    found: Rows = {}
    for file in sorted(folder.glob("*.csv")):
        with file.open(encoding="utf-8-sig", newline="") as stream:
            found[file.stem] = list(csv.DictReader(stream))
    return found


def graph_of(rows: Mapping[str, Iterable[Mapping[str, str]]]) -> Draft:
    """A finished draft of these rows, sheet by sheet."""
    draft = Draft()
    for sheet, each in rows.items():
        for row in each:
            draft.row(sheet, **row)
    draft.finish()
    return draft
