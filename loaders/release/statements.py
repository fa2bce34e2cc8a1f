"""Statements as JSON objects, one a line: the public format ``statements.jsonl``.

``docs/schemas/`` describes each kind; both follow from the shapes. Values that are concepts are their
notations, things and statements their identifiers.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from rdflib import RDF, Graph
from rdflib.term import Node, URIRef

from loaders.release.projection import Field, Projection, said_of
from ontology.terms import RL, StatementKind, identifier_of

FORMAT = 1
"""The version of the format; it rises when a reader of the old one would go wrong."""

TOP = (
    "kind",
    "subject",
    "object",
    "topic",
    "event",
    "polarity",
    "condition",
    "force",
    "strength",
    "basis",
    "lifecycle",
    "verification",
    "stated_at",
    "valid_from",
    "valid_to",
    "known_from",
    "known_to",
    "ended",
    "contested",
    "text",
)
"""Keys that every statement has, null where nothing is stated, in the order in which they are written."""

POSITION = ("party", "stance", "basis", "quantifier", "topic", "text", "stated_at", "note")
OPERATION = ("step", "operation", "target", "from", "to", "function", "note")


class StatementWriter:
    """Turns the statements of a graph into objects of the public format."""

    def __init__(self, projection: Projection, graph: Graph) -> None:
        self.projection = projection
        self.ontology = projection.ontology
        self.graph = graph

    def lines(self) -> Iterator[str]:
        """One line of JSON for each statement, sorted by identifier, with its line break."""
        found = [
            (identifier_of(str(iri)), iri, kind)
            for kind in self.ontology.kinds.values()
            for iri in self.graph.subjects(RDF.type, kind.iri)
        ]
        for _, iri, kind in sorted(found, key=lambda each: each[0]):
            yield json.dumps(self.statement(iri, kind), ensure_ascii=False) + "\n"

    def statement(self, iri: Node, kind: StatementKind) -> dict[str, Any]:
        """One statement as an object."""
        model = self.projection.model(kind.iri)
        said = self._said(iri, kind.iri)
        details = {
            name: said[name] for name in detail_names(self.projection, kind) if said.get(name) is not None
        }
        if any(link.path == RL.measure for link in self.projection.model(RL.Operation).links.values()):
            operations = self._operations(iri)
            if operations:
                details["operations"] = operations
        assert model.labels
        return {
            "id": identifier_of(str(iri)),
            **{name: said.get(name) for name in TOP},
            "details": details,
            "positions": [
                self._position(position)
                for position in sorted(self.graph.objects(iri, RL.position), key=_own_first)
            ],
            "evidence": self._evidence(iri),
            "format": FORMAT,
        }

    def _said(self, iri: Node, kind: URIRef) -> dict[str, Any]:
        """Everything that the shapes let be said of this node, by its name in sheets."""
        model = self.projection.model(kind)
        about = said_of(self.graph, iri)
        said: dict[str, Any] = {}
        for name, link in model.links.items():
            ends = sorted([identifier_of(str(end)) for end in about.get(link.path, ())])
            if ends:
                said[name] = ends if link.many else ends[0]
        for name, each in model.fields.items():
            value = self.projection.value(each, about.get(each.path, ()))
            if value is not None:
                said[name] = typed(each, value)
        return said

    def _position(self, iri: Node) -> dict[str, Any]:
        said = self._said(iri, RL.Position)
        return {
            "id": identifier_of(str(iri)),
            **{name: said.get(name) for name in POSITION},
            "evidence": self._evidence(iri),
        }

    def _operations(self, measure: Node) -> list[dict[str, Any]]:
        found = []
        for iri in self.graph.subjects(RL.measure, measure):
            said = self._said(iri, RL.Operation)
            found.append({"id": identifier_of(str(iri)), **{name: said.get(name) for name in OPERATION}})
        return sorted(found, key=lambda each: (each["step"], each["id"]))

    def _evidence(self, iri: Node) -> list[dict[str, Any]]:
        found = []
        for each in self.graph.objects(iri, RL.evidence):
            document = self.graph.value(each, RL.document)
            found.append(
                {
                    "document": identifier_of(str(document)),
                    "locator": str(self.graph.value(each, RL.locator)),
                    "cites": sorted(
                        identifier_of(str(cited)) for cited in self.graph.objects(each, RL.cites)
                    ),
                }
            )
        return sorted(found, key=lambda each: (each["document"], each["locator"]))


def _own_first(position: Node) -> tuple[bool, str]:
    """The position of whoever asserts the statement comes first, then the others by identifier."""
    return not str(position).endswith("-asserted"), str(position)


def detail_names(projection: Projection, kind: StatementKind) -> list[str]:
    """The names in ``details`` of this kind: what only it has, with the instrument and the note."""
    common = projection.model(RL.Statement)
    model = projection.model(kind.iri)
    known = {*common.fields, *common.links, *TOP}
    own = {*model.fields, *model.links} - known
    return sorted(own | {"instrument", "note"})


def typed(each: Field, value: str | tuple[str, ...]) -> Any:
    """A value of the tables as JSON has it."""
    if isinstance(value, tuple):
        return list(value)
    if each.type == "boolean":
        return value == "true"
    return int(value) if each.type == "long" else value
