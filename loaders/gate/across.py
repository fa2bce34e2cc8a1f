"""SPARQL constraints, each run once over the whole graph instead of once for every node that it looks at.

SHACL (5.3.1) defines a constraint of this sort as its query with ``$this`` bound to one focus node after the
other. The same solutions come from one query in which ``$this`` is a variable joined with the set of focus
nodes, provided that it stands in the outermost group, and that no sub-query, MINUS, VALUES or SERVICE cuts
the join off. What does not keep to that is refused.

On a literal that is not of its own datatype ("soon" as a date) the engines part: SPARQL calls a comparison
with it an error, rdflib compares the text. The literal itself is a violation of core SHACL in both.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

import pyoxigraph as ox
from rdflib import Graph, Literal, URIRef
from rdflib.namespace import SH
from rdflib.term import BNode, Node

from loaders.errors import ToolError
from loaders.gate.focus import focus_nodes, targets_of
from loaders.gate.result import Result, value_text

_IN_FOCUS = ox.NamedNode("urn:landscape:in-focus")
_FORBIDDEN = re.compile(
    r"(?i:(?<![?$\w:-])(?:MINUS|VALUES|SERVICE)\b|\{\s*SELECT\b)|[$?](?:PATH|shapesGraph|currentShape)\b"
)
_COMMENT = re.compile(r"(?m)(^|\s)#.*$")


@dataclass(frozen=True)
class Constraint:
    """One ``sh:sparql`` of one shape; ``query`` is complete with its prefixes."""

    shape: URIRef
    node: Node
    severity: str
    query: str
    messages: tuple[str, ...]


def constraints(shapes: Graph) -> list[Constraint]:
    """The SPARQL constraints that are not switched off. Raises ToolError on one that cannot run like this."""
    found = []
    for shape, node in sorted(shapes.subject_objects(SH.sparql), key=str):
        if not isinstance(shape, URIRef) or (shape, SH.path, None) in shapes:
            raise _refused(shape, "it is not on a node shape with a name of its own")
        if is_off(shapes, node) or is_off(shapes, shape):
            continue
        select = str(shapes.value(node, SH.select) or "")
        plain = _COMMENT.sub(" ", select)
        if forbidden := _FORBIDDEN.search(plain):
            raise _refused(shape, f"its query uses {forbidden.group(0).strip('{ ')}")
        if not re.match(r"\s*SELECT\b", plain, re.IGNORECASE):
            raise _refused(shape, "it has no SELECT query")
        messages = {*shapes.objects(node, SH.message), *shapes.objects(shape, SH.message)}
        found.append(
            Constraint(
                shape=shape,
                node=node,
                severity=str(shapes.value(shape, SH.severity) or SH.Violation),
                query=_prefixes(shapes, node) + select,
                messages=tuple(sorted(str(message) for message in messages)),
            )
        )
    return found


def run(graph: Graph, shapes: Graph) -> Iterator[Result]:
    """Every result of every SPARQL constraint over ``graph``, which holds the classes as well."""
    wanted = constraints(shapes)
    if not wanted:
        return
    store = ox.Store()
    store.bulk_extend(ox.Quad(_name(s), _predicate(p), _ox(o)) for s, p, o in graph)
    by_targets: dict[frozenset[tuple[Node, Node]], ox.NamedNode] = {}
    for constraint in wanted:
        targets = targets_of(constraint.shape, shapes)
        in_focus = by_targets.get(targets)
        if in_focus is None:
            in_focus = by_targets[targets] = ox.NamedNode(f"urn:landscape:focus:{len(by_targets)}")
            nodes = focus_nodes(constraint.shape, shapes, graph)
            store.extend(ox.Quad(_name(node), _IN_FOCUS, _IN_FOCUS, in_focus) for node in nodes)
        # a named graph, because the query's own patterns read the default graph and must not see these
        joined = f"{{ GRAPH {in_focus} {{ ?this {_IN_FOCUS} {_IN_FOCUS} }} "
        try:
            solutions = store.query(constraint.query.replace("{", joined, 1))
        except SyntaxError as error:
            raise _refused(constraint.shape, f"its query cannot be read ({error})") from error
        assert isinstance(solutions, ox.QuerySolutions)
        yield from _results(constraint, solutions)


def _results(constraint: Constraint, solutions: ox.QuerySolutions) -> Iterator[Result]:
    names = [variable.value for variable in solutions.variables]
    seen = set()
    for solution in solutions:
        bound = {name: rdf_term(solution[name]) for name in names if solution[name] is not None}
        focus = bound["this"]
        key = tuple(sorted((name, value.n3()) for name, value in bound.items()))
        if key in seen:
            continue
        seen.add(key)
        path, value = bound.get("path"), bound.setdefault("value", focus)
        yield Result(
            focus=str(focus),
            path="" if path is None else path.n3(),
            value=value_text(value),
            component=str(SH.SPARQLConstraintComponent),
            shape=str(constraint.shape),
            constraint="[]" if isinstance(constraint.node, BNode) else str(constraint.node),
            severity=constraint.severity,
            messages=tuple(sorted({_filled(message, bound) for message in constraint.messages})),
        )


def _filled(message: str, bound: dict[str, URIRef | BNode | Literal]) -> str:
    for name, value in bound.items():
        message = message.replace(f"{{?{name}}}", str(value)).replace(f"{{${name}}}", str(value))
    return message


def is_off(shapes: Graph, node: Node) -> bool:
    """Whether the shape or constraint is switched off (sh:deactivated)."""
    return str(shapes.value(node, SH.deactivated)) == "true"


def _prefixes(shapes: Graph, node: Node) -> str:
    declared = {
        f"PREFIX {shapes.value(each, SH.prefix)}: <{shapes.value(each, SH.namespace)}>\n"
        for prefixes in shapes.objects(node, SH.prefixes)
        for each in shapes.objects(prefixes, SH.declare)
    }
    return "".join(sorted(declared))


def _refused(shape: Node, why: str) -> ToolError:
    return ToolError(
        f"The SPARQL constraint of {shape} cannot be run over the whole graph: {why}.",
        "Write it as the head of ontology/shapes/rules-across.ttl says.",
    )


@lru_cache(maxsize=200_000)
def _name(node: Node) -> ox.NamedNode | ox.BlankNode:
    return ox.BlankNode(str(node)) if isinstance(node, BNode) else ox.NamedNode(str(node))


@lru_cache(maxsize=1_000)
def _predicate(node: Node) -> ox.NamedNode:
    return ox.NamedNode(str(node))


def _ox(node: Node) -> ox.NamedNode | ox.BlankNode | ox.Literal:
    if not isinstance(node, Literal):
        return _name(node)
    if node.language:
        return ox.Literal(str(node), language=node.language)
    if node.datatype is None:
        return ox.Literal(str(node))
    return ox.Literal(str(node), datatype=ox.NamedNode(str(node.datatype)))


def rdf_term(term: object) -> URIRef | BNode | Literal:
    """A term of pyoxigraph as one of rdflib."""
    if isinstance(term, ox.NamedNode):
        return URIRef(term.value)
    if isinstance(term, ox.BlankNode):
        return BNode(term.value)
    assert isinstance(term, ox.Literal)
    if term.language:
        return Literal(term.value, lang=term.language)
    plain = term.datatype.value == "http://www.w3.org/2001/XMLSchema#string"
    return Literal(term.value, datatype=None if plain else URIRef(term.datatype.value))
