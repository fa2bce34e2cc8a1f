"""One result of a validation, and reading results out of a SHACL report."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from rdflib import RDF, Graph, Literal, URIRef
from rdflib.namespace import SH, XSD
from rdflib.term import BNode, Node


@dataclass(frozen=True)
class Result:
    """What a SHACL result says, without blank nodes, so that two reports can be compared.

    ``path`` is written as in Turtle (``<iri>``, ``( <iri> <iri> )``, ``[ sh:inversePath <iri> ]``) and ""
    where there is none. ``value`` is in N-Triples form, "" where there is none. ``component``, ``shape``,
    ``constraint`` (of SPARQL constraints, else "") and ``severity`` are IRIs. Messages are sorted.
    """

    focus: str
    path: str
    value: str
    component: str
    shape: str
    constraint: str
    severity: str
    messages: tuple[str, ...]

    @property
    def first_path(self) -> str | None:
        """The IRI of the first property on the path, where the path begins with one."""
        start = self.path.removeprefix("( ")
        return start[1:].partition(">")[0] if start.startswith("<") else None


def read_results(report: Graph, shapes: Graph) -> Iterator[Result]:
    """The results of a SHACL report. ``shapes`` resolves the blank nodes of complex paths."""
    for node in report.subjects(RDF.type, SH.ValidationResult):
        path = report.value(node, SH.resultPath)
        yield Result(
            focus=_text(report.value(node, SH.focusNode)),
            path="" if path is None else path_text(path, report, shapes),
            value=value_text(report.value(node, SH.value)),
            component=_text(report.value(node, SH.sourceConstraintComponent)),
            shape=_text(report.value(node, SH.sourceShape)),
            constraint=_text(report.value(node, SH.sourceConstraint)),
            severity=_text(report.value(node, SH.resultSeverity)),
            messages=tuple(sorted({str(each) for each in report.objects(node, SH.resultMessage)})),
        )


def path_text(path: Node, *graphs: Graph) -> str:
    """A property path as Turtle, read from the first graph that describes it."""
    if isinstance(path, URIRef):
        return path.n3()
    for graph in graphs:
        inverse = graph.value(path, SH.inversePath)
        if inverse is not None:
            return f"[ sh:inversePath {path_text(inverse, *graphs)} ]"
        if (path, RDF.first, None) in graph:
            return f"( {' '.join(path_text(step, *graphs) for step in graph.items(path))} )"
    raise ValueError(f"The path {path} is neither a property, nor an inverse, nor a sequence.")


def _text(node: Node | None) -> str:
    if node is None:
        return ""
    # a shape without a name of its own is nested in a named one; its label differs from run to run
    return "[]" if isinstance(node, BNode) else str(node)


def value_text(node: Node | None) -> str:
    """A value in N-Triples form; "" for none. A string is written without its datatype."""
    if isinstance(node, Literal) and node.datatype == XSD.string:
        return Literal(str(node)).n3()
    return node.n3() if isinstance(node, (URIRef, Literal, BNode)) else ""
