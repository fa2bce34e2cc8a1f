"""The curated sheets as RDF: the data graph, what is computed on loading, and where each part came from."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from rdflib import RDF, XSD, Graph, Literal, URIRef

from loaders.memory import MemoryGraph
from loaders.sources.csvw import Column
from loaders.sources.origins import Origins
from loaders.sources.registers import Loaded, with_registers
from loaders.sources.registers.given import Given
from loaders.sources.rows import Row, Sheets
from loaders.sources.sheets import read_sheets
from ontology.terms import RL, Ontology, concept_iri, thing_iri

_LISTED = (
    "organisations",
    "classes",
    "samples",
    "instruments",
    "systems",
    "cases",
    "sources",
    "codes",
    "completeness",
    "operations",
    "recommendation_groups",
)
"""Sheets of which each row is a thing of its own and nothing has to be computed."""


@dataclass(frozen=True)
class Curated:
    """The sheets, their graph (data only, no ontology), and the cell that each part of it came from.

    ``registers`` says what became of each register whose rows are among those of the sheets.
    """

    sheets: Sheets
    graph: Graph
    origins: Origins
    registers: tuple[Loaded, ...] = ()


def read_curated(
    folder: Path,
    ontology: Ontology,
    registers: Mapping[str, Given] | None = None,
    last: Mapping[str, int] | None = None,
) -> Curated:
    """Read the sheets of ``folder``, and the files of ``registers``, and make their graph.

    ``last`` is the number of rows that each register had before. Raises as ``read_sheets`` and
    ``with_registers`` do.
    """
    sheets, loaded = with_registers(read_sheets(folder, ontology), registers or {}, ontology, last)
    graph, origins = to_graph(sheets, ontology)
    return Curated(sheets, graph, origins, loaded)


def to_graph(sheets: Sheets, ontology: Ontology) -> tuple[Graph, Origins]:
    """The graph of sheets that were read without a problem, and where each node and property came from.

    The order of rows makes no difference to it, except to the row numbers in the origins.
    """
    builder = _Builder(sheets, ontology)
    builder.build()
    return builder.graph, builder.origins


class _Builder:
    def __init__(self, sheets: Sheets, ontology: Ontology) -> None:
        self.sheets = sheets
        self.ontology = ontology
        self.graph = MemoryGraph()
        self.origins = Origins()
        self.documents = {row.text("id"): row for row in sheets.rows["sources"]}
        self.places = {(row.text("document"), row.text("locator")): row for row in sheets.rows["units"]}
        self.disputed = {
            row.text("statement") for row in sheets.rows["positions"] if row["stance"] == "disputes"
        }
        self.evidence: dict[str, list[Row]] = {}
        for row in sheets.rows["evidence"]:
            self.evidence.setdefault(row.text("supports"), []).append(row)
        for rows in self.evidence.values():
            rows.sort(key=lambda row: (row.text("document"), row.text("locator")))

    def build(self) -> None:
        """Fill the graph."""
        for sheet in _LISTED:
            for row in self.sheets.rows[sheet]:
                self._thing(sheet, row)
        for row in self.sheets.rows["names"]:
            iri, path = thing_iri(row.text("thing")), self.ontology.property("name", "names")
            self.graph.add((iri, path, Literal(row.text("name"))))
            self.origins.add(iri, row.file, row.number, path)
            self.origins.name(row.file, path, "name")
        for kind in self.ontology.kinds.values():
            for row in self.sheets.rows[kind.sheet]:
                self._statement(kind.sheet, kind.slug, row)
        for row in self.sheets.rows["positions"]:
            self._position(row)

    def _thing(self, sheet: str, row: Row) -> URIRef:
        iri = thing_iri(row.text("id"))
        kind = row.text("thing") if sheet == "organisations" else ""
        self.graph.add((iri, RDF.type, self.ontology.things[kind] if kind else self.ontology.records[sheet]))
        self.origins.add(iri, row.file, row.number)
        self.origins.name(row.file, RDF.type, "thing" if kind else "id")
        self._cells(iri, sheet, row, leave=("thing",) if kind else ("statement",))
        return iri

    def _cells(self, iri: URIRef, sheet: str, row: Row, leave: Iterable[str] = ()) -> None:
        for column in self.sheets.table(sheet).columns:
            if column.name in leave:
                continue
            path = self.ontology.property(column.name, sheet)
            self.origins.name(row.file, path, row.columns.get(column.name, column.name))
            found = row[column.name]
            for value in found if isinstance(found, tuple) else (found,):
                if value is not None:
                    self.graph.add((iri, path, _term(column, value)))

    def _statement(self, sheet: str, kind: str, row: Row) -> None:
        iri = self._thing(sheet, row)
        evidence = self._evidence(row.text("id"), iri, row)
        stated_at = self._dated(iri, row)
        valid_to = row["valid_to"]
        valid_from = row["valid_from"]
        known_to = valid_to or max(self._dates(row, "confirmed_to"), default=None)
        self.graph.add((iri, RL.kind, concept_iri("statement-kind", kind)))
        self._computed(
            iri, row, "known_from", valid_from or stated_at, "valid_from" if valid_from else "stated_at"
        )
        self._computed(iri, row, "known_to", known_to, "valid_to")
        self._computed(iri, row, "ended", valid_to is not None, "valid_to")
        self._computed(iri, row, "contested", row.text("id") in self.disputed, "id")
        self._first_position(iri, row, stated_at, evidence)

    def _first_position(self, statement: URIRef, row: Row, stated_at: object, evidence: list[URIRef]) -> None:
        """Who asserts the statement, as a position: the columns stand in the statement's own row."""
        identifier = f"{row.text('id')}-asserted"
        iri = thing_iri(identifier)
        self.graph.add((statement, RL.position, iri))
        self.graph.add((iri, RDF.type, self.ontology.records["positions"]))
        self.graph.add((iri, self.ontology.property("id", "positions"), Literal(identifier)))
        self.origins.add(iri, row.file, row.number)
        for path, column, value in (
            (RL.party, "asserted_by", thing_iri(row.text("asserted_by"))),
            (RL.stance, "asserted_by", concept_iri("stance", "asserts")),
            (RL.basis, "basis", concept_iri("basis", row.text("basis"))),
            (RL.statedAt, "stated_at", None if stated_at is None else Literal(stated_at)),
            (RL.quantifier, "quantifier", self._quantifier(row)),
        ):
            if value is not None:
                self.graph.add((iri, path, value))
                self.origins.name(row.file, path, column)
        for each in evidence:
            self.graph.add((iri, RL.evidence, each))

    def _quantifier(self, row: Row) -> URIRef | None:
        notation = row.cells.get("quantifier")
        return None if notation is None else concept_iri("quantifier", str(notation))

    def _position(self, row: Row) -> None:
        iri = self._thing("positions", row)
        statement = thing_iri(row.text("statement"))
        self.graph.add((statement, RL.position, iri))
        self._evidence(row.text("id"), iri, row)
        self._dated(iri, row)

    def _evidence(self, supported: str, iri: URIRef, row: Row) -> list[URIRef]:
        """The evidence of a statement or position; its numbers follow document and locator, not the rows."""
        found = []
        for number, each in enumerate(self.evidence.get(supported, ()), start=1):
            identifier = f"{supported}-evidence-{number}"
            node = thing_iri(identifier)
            self.graph.add((iri, RL.evidence, node))
            self.graph.add((node, RDF.type, self.ontology.records["evidence"]))
            self.graph.add((node, self.ontology.property("id", "evidence"), Literal(identifier)))
            self._cells(node, "evidence", each, leave=("supports",))
            self.origins.add(node, each.file, each.number)
            self._text_position(node, each)
            found.append(node)
        self.origins.name(row.file, RL.evidence, "id")
        return found

    def _text_position(self, node: URIRef, row: Row) -> None:
        place = self.places.get((row.text("document"), row.text("locator")))
        if place is None:
            return
        for name in ("start", "end"):
            path = self.ontology.property(name, "units")
            self.graph.add((node, path, Literal(place[name], datatype=XSD.integer)))
            self.origins.name(row.file, path, "locator")

    def _dates(self, row: Row, column: str) -> list[date]:
        """The dates that sources.csv gives for the documents of the row's evidence."""
        found = (
            self.documents[each.text("document")][column] for each in self.evidence.get(row.text("id"), ())
        )
        return [each for each in found if isinstance(each, date)]

    def _dated(self, iri: URIRef, row: Row) -> date | None:
        """The row's ``stated_at``: its own, else the earliest of its documents, which is then added."""
        own = row["stated_at"]
        if isinstance(own, date):
            return own
        found = min(self._dates(row, "stated_at"), default=None)
        if found is not None:
            self.graph.add((iri, RL.statedAt, Literal(found)))
        return found

    def _computed(self, iri: URIRef, row: Row, name: str, value: object, column: str) -> None:
        path = self.ontology.property(name)
        self.origins.name(row.file, path, column)
        if value is not None:
            self.graph.add((iri, path, Literal(value)))


def _term(column: Column, value: object) -> URIRef | Literal:
    """A cell's value as RDF: a concept, a thing, or a literal of the column's datatype."""
    if column.scheme:
        return concept_iri(column.scheme, str(value))
    if column.references:
        return thing_iri(str(value))
    if column.datatype == "string":
        return Literal(str(value))
    if column.datatype == "duration":
        return Literal(str(value), datatype=XSD.duration, normalize=False)
    if column.datatype == "anyURI":
        return Literal(str(value), datatype=XSD.anyURI)
    return Literal(value)
