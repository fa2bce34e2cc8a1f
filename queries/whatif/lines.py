"""A statement as a line, and the places where a statement or position is written."""

from __future__ import annotations

from dataclasses import dataclass

from rdflib import RDFS, Graph
from rdflib.term import Node

from ontology.terms import RL, thing_iri
from queries.claims import natural


@dataclass(frozen=True)
class Line:
    """A statement: its sentence and where it is written."""

    id: str
    text: str
    places: str


def line(graph: Graph, statement: str) -> Line:
    """A statement of the graph as a line."""
    iri = thing_iri(statement)
    return Line(statement, str(graph.value(iri, RL.text)), places(graph, iri))


def places(graph: Graph, iri: Node) -> str:
    """Where a statement or position is written: "HSSIB report, 3.2.45 s1; NHS Providers briefing, ..."."""
    by_document: dict[str, list[str]] = {}
    for title, locator in _written(graph, iri):
        by_document.setdefault(title, []).append(locator)
    return "; ".join(
        f"{title}, {', '.join(sorted(where, key=natural))}" for title, where in sorted(by_document.items())
    )


def locators(graph: Graph, iri: Node) -> tuple[str, ...]:
    """The same places one by one, sorted."""
    return tuple(sorted(f"{title}, {locator}" for title, locator in _written(graph, iri)))


def _written(graph: Graph, iri: Node) -> list[tuple[str, str]]:
    found = []
    for evidence in graph.objects(iri, RL.evidence):
        document = graph.value(evidence, RL.document)
        if document is not None:
            title = graph.value(document, RL.shortTitle) or graph.value(document, RDFS.label)
            found.append((str(title), str(graph.value(evidence, RL.locator))))
    return found
