"""A graph as Turtle, the same bytes for the same triples in whatever order they were added."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable
from functools import lru_cache

from rdflib import RDF, RDFS, Literal, URIRef
from rdflib.namespace import DCTERMS, SKOS, XSD
from rdflib.term import Node

from ontology.terms import ID, RL

PREFIXES = {
    "dcterms": str(DCTERMS),
    "id": str(ID),
    "rdfs": str(RDFS),
    "rl": str(RL),
    "skos": str(SKOS),
    "xsd": str(XSD),
}

_LOCAL = re.compile(r"[A-Za-z][A-Za-z0-9_]*(-[A-Za-z0-9_]+)*\Z|[0-9]+(-[a-z0-9]+)*\Z")


def turtle(triples: Iterable[tuple[Node, Node, Node]]) -> str:
    """The triples as Turtle. Raises ValueError on a blank node: nothing in this project is without a name."""
    about: defaultdict[str, defaultdict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
    for subject, predicate, object_ in triples:
        verb = "a" if predicate == RDF.type else _term(predicate)
        about[_term(subject)][verb].add(_term(object_))
    parts = [f"@prefix {prefix}: <{space}> .\n" for prefix, space in PREFIXES.items()]
    for name in sorted(about):
        lines = [
            f"    {verb} {' , '.join(sorted(objects))}"
            for verb, objects in sorted(about[name].items(), key=lambda each: (each[0] != "a", each[0]))
        ]
        parts.append(f"\n{name}\n" + " ;\n".join(lines) + " .\n")
    return "".join(parts)


def _term(node: Node) -> str:
    if isinstance(node, URIRef):
        return _iri(node)
    if isinstance(node, Literal):
        if node.datatype == XSD.string:
            return Literal(str(node)).n3()
        if node.datatype is None:
            return node.n3()
        return f"{Literal(str(node)).n3()}^^{_iri(node.datatype)}"
    raise ValueError(f"{node!r} has no name of its own.")


@lru_cache(maxsize=200_000)
def _iri(iri: URIRef) -> str:
    text = str(iri)
    for prefix, space in PREFIXES.items():
        if text.startswith(space) and _LOCAL.match(text[len(space) :]):
            return f"{prefix}:{text[len(space) :]}"
    return iri.n3()
