"""The gate's own graph answers every pattern as rdflib's does."""

from __future__ import annotations

from itertools import product

from hypothesis import given
from hypothesis import strategies as st
from rdflib import Graph, Literal, URIRef
from rdflib.term import Node

from loaders.gate.memory import ReadGraph

NODES = [URIRef(f"urn:a:{number}") for number in range(4)]
VALUES: list[Node] = [*NODES, Literal("1"), Literal(1)]
triples = st.tuples(st.sampled_from(NODES), st.sampled_from(NODES), st.sampled_from(VALUES))


@given(st.lists(triples, max_size=20))
def test_every_pattern_gives_what_rdflib_gives(added: list[tuple[Node, Node, Node]]) -> None:
    usual, ours = Graph(), ReadGraph()
    for triple in added:
        usual.add(triple)
        ours.add(triple)
    assert len(ours) == len(usual)
    for pattern in product([None, *NODES], [None, *NODES], [None, *VALUES]):
        assert sorted(ours.triples(pattern)) == sorted(usual.triples(pattern))
        subject, path, value = pattern
        assert sorted(ours.objects(subject, path)) == sorted(usual.objects(subject, path))
        assert sorted(ours.subjects(path, value)) == sorted(usual.subjects(path, value))
        assert (pattern in ours) == (pattern in usual)
