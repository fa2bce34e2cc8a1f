"""Which nodes of a graph each shape looks at."""

from __future__ import annotations

from rdflib import RDF, RDFS, Graph, URIRef
from rdflib.namespace import SH
from rdflib.term import Node

TARGETS = (SH.targetClass, SH.targetNode, SH.targetSubjectsOf, SH.targetObjectsOf)


def shapes_with_targets(shapes: Graph) -> list[URIRef]:
    """The shapes that choose their nodes themselves, sorted; others are only used by these."""
    found = {shape for target in TARGETS for shape in shapes.subjects(target) if isinstance(shape, URIRef)}
    return sorted(found)


def targets_of(shape: Node, shapes: Graph) -> frozenset[tuple[Node, Node]]:
    """How ``shape`` chooses its nodes: shapes of which this is the same look at the same nodes."""
    return frozenset((target, aim) for target in TARGETS for aim in shapes.objects(shape, target))


def focus_nodes(shape: Node, shapes: Graph, graph: Graph) -> set[Node]:
    """The nodes of ``graph`` that ``shape`` targets (SHACL 2.1.3). ``graph`` holds the classes as well."""
    found: set[Node] = set(shapes.objects(shape, SH.targetNode))
    for wide in shapes.objects(shape, SH.targetClass):
        for narrow in graph.transitive_subjects(RDFS.subClassOf, wide):
            found.update(graph.subjects(RDF.type, narrow))
    for predicate in shapes.objects(shape, SH.targetSubjectsOf):
        found.update(graph.subjects(predicate))
    for predicate in shapes.objects(shape, SH.targetObjectsOf):
        found.update(graph.objects(None, predicate))
    return found
