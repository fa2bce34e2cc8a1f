"""Our own graph answers every pattern as rdflib's does."""

from __future__ import annotations

from itertools import product

from hypothesis import given
from hypothesis import strategies as st
from rdflib import Graph, Literal, URIRef
from rdflib.term import Node

from loaders.memory import MemoryGraph

NODES = [URIRef(f"urn:a:{number}") for number in range(4)]
VALUES: list[Node] = [*NODES, Literal("1"), Literal(1)]
triples = st.tuples(st.sampled_from(NODES), st.sampled_from(NODES), st.sampled_from(VALUES))


Triples = list[tuple[Node, Node, Node]]
some = st.lists(triples, max_size=20)


def same(ours: MemoryGraph, usual: Graph) -> None:
    """Both answer every pattern alike."""
    assert len(ours) == len(usual)
    for pattern in product([None, *NODES], [None, *NODES], [None, *VALUES]):
        assert sorted(ours.triples(pattern)) == sorted(usual.triples(pattern))
        subject, path, value = pattern
        assert sorted(ours.objects(subject, path)) == sorted(usual.objects(subject, path))
        assert sorted(ours.subjects(path, value)) == sorted(usual.subjects(path, value))
        assert (pattern in ours) == (pattern in usual)


def of(graph: Graph, added: Triples) -> Graph:
    """``graph`` after adding."""
    for triple in added:
        graph.add(triple)
    return graph


@given(some, some)
def test_every_pattern_gives_what_rdflib_gives(added: Triples, removed: Triples) -> None:
    usual, ours = of(Graph(), added), MemoryGraph()
    of(ours, added)
    same(ours, usual)
    for subject, path, value in removed:
        for pattern in ((subject, path, value), (subject, path, None)):
            usual.remove(pattern)
            ours.remove(pattern)
        same(ours, usual)


@given(some, some, some, st.booleans())
def test_a_graph_that_begins_with_another_leaves_the_other_as_it_was(
    first: Triples, more: Triples, gone: Triples, plain: bool
) -> None:
    other = of(Graph() if plain else MemoryGraph(), first)
    ours = MemoryGraph.beginning_with(other)
    usual = of(of(Graph(), first), more)
    of(ours, more)
    for triple in gone:
        usual.remove(triple)
        ours.remove(triple)
    same(ours, usual)
    assert set(other) == set(of(Graph(), first))
    assert all((triple in other) == (triple in first) for triple in [*first, *more, *gone])


def test_a_term_is_there_once_however_often_it_is_written() -> None:
    graph = MemoryGraph()
    first, again = URIRef("urn:a:" + "b" * 3), URIRef("urn:a:bbb")
    graph.add((first, first, Literal("1")))
    graph.add((NODES[0], again, again))
    assert all(term is first for triple in graph for term in triple if term == first)
    assert graph.own(again) is first
