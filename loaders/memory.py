"""A graph in memory: no contexts, each term once, and the commonest look-ups straight from the index.

rdflib's usual one keeps books on contexts, which takes most of the time of a look-up.
"""

from __future__ import annotations

from collections.abc import Generator, Iterable, Iterator
from typing import Any

from rdflib import Graph, Literal
from rdflib.paths import Path
from rdflib.store import Store
from rdflib.term import Node

Triple = tuple[Node, Node, Node]
_Index = dict[Node, dict[Node, dict[Node, None]]]
_NOTHING: dict[Any, Any] = {}


class _Memory(Store):
    """Triples by subject, by property and by object.

    Said to hold several graphs, because pySHACL takes no other store; it then reads the one it was given.
    """

    context_aware = True
    graph_aware = True

    def __init__(self) -> None:
        super().__init__()
        self.by_subject: _Index = {}
        self.by_property: _Index = {}
        self.by_object: _Index = {}
        self.terms: dict[Node, Node] = {}
        self.count = 0

    def add(self, triple: Triple, context: Any, quoted: bool = False) -> None:
        """Keep a triple; once, however often it is added."""
        subject, path, value = triple
        subject = self.terms.setdefault(subject, subject)
        path = self.terms.setdefault(path, path)
        if not isinstance(value, Literal):  # most literals are there once, and their hash is slow
            value = self.terms.setdefault(value, value)
        values = self.by_subject.setdefault(subject, {}).setdefault(path, {})
        if value not in values:
            values[value] = None
            self.by_property.setdefault(path, {}).setdefault(value, {})[subject] = None
            self.by_object.setdefault(value, {}).setdefault(subject, {})[path] = None
            self.count += 1

    def remove(self, triple_pattern: Any, context: Any = None) -> None:
        """Forget the triples that match; None matches everything."""
        for subject, path, value in list(self._found(*triple_pattern)):
            _forget(self.by_subject, subject, path, value)
            _forget(self.by_property, path, value, subject)
            _forget(self.by_object, value, subject, path)
            self.count -= 1

    def triples(self, triple_pattern: Any, context: Any = None) -> Iterator[tuple[Triple, Iterator[None]]]:
        """The triples that match; None matches everything."""
        return ((triple, iter(())) for triple in self._found(*triple_pattern))

    def _found(self, subject: Node | None, path: Node | None, value: Node | None) -> Iterator[Triple]:
        if subject is not None:
            about = self.by_subject.get(subject, _NOTHING)
            if value is not None:
                paths = self.by_object.get(value, _NOTHING).get(subject, _NOTHING)
                return ((subject, each, value) for each in _one_or_all(paths, path))
            return ((subject, each, found) for each in _one_or_all(about, path) for found in about[each])
        if path is not None:
            by_value = self.by_property.get(path, _NOTHING)
            return ((found, path, each) for each in _one_or_all(by_value, value) for found in by_value[each])
        if value is not None:
            by_subject = self.by_object.get(value, _NOTHING)
            return ((each, one, value) for each, paths in by_subject.items() for one in paths)
        return (
            (each, one, found)
            for each, about in self.by_subject.items()
            for one, values in about.items()
            for found in values
        )

    def __len__(self, context: Any = None) -> int:
        """How many triples there are."""
        return self.count

    def add_graph(self, graph: Graph) -> None:
        """Nothing to do: all triples are of the one graph."""


class _Extended(_Memory):
    """Begins with all that another holds, and never changes the other."""

    def __init__(self, other: _Memory) -> None:
        super().__init__()
        self.by_subject = dict(other.by_subject)
        self.by_property = dict(other.by_property)
        self.by_object = dict(other.by_object)
        self.terms = dict(other.terms)
        self.count = other.count
        self._own: tuple[set[Node], set[Node], set[Node]] = (set(), set(), set())

    def add(self, triple: Triple, context: Any, quoted: bool = False) -> None:
        """As the other's, after taking a copy of the parts of the index that change."""
        self._take(triple)
        super().add(triple, context, quoted)

    def remove(self, triple_pattern: Any, context: Any = None) -> None:
        """As the other's, after taking a copy of the parts of the index that change."""
        for triple in list(self._found(*triple_pattern)):
            self._take(triple)
            super().remove(triple)

    def _take(self, triple: Triple) -> None:
        indexes = (self.by_subject, self.by_property, self.by_object)
        for index, own, term in zip(indexes, self._own, triple, strict=True):
            if term not in own:
                own.add(term)
                if term in index:
                    index[term] = {one: dict(others) for one, others in index[term].items()}


def _one_or_all(index: dict[Node, Any], wanted: Node | None) -> Iterable[Node]:
    if wanted is None:
        return index
    return (wanted,) if wanted in index else ()


def _forget(index: _Index, one: Node, two: Node, three: Node) -> None:
    del index[one][two][three]
    if not index[one][two]:
        del index[one][two]
    if not index[one]:
        del index[one]


class MemoryGraph(Graph):
    """A graph of plain triples, much faster than rdflib's own."""

    def __init__(self, memory: _Memory | None = None) -> None:
        self._memory = _Memory() if memory is None else memory
        super().__init__(store=self._memory)

    @classmethod
    def beginning_with(cls, graph: Graph) -> MemoryGraph:
        """A graph with all of ``graph``, to add to; ``graph`` does not change. Quick for a MemoryGraph."""
        if isinstance(graph, MemoryGraph):
            return cls(_Extended(graph._memory))
        copy = cls()
        for triple in graph:
            copy.add(triple)
        return copy

    def own(self, term: Node) -> Node:
        """The graph's own object for ``term``, where it has one: found without comparing texts."""
        return self._memory.terms.get(term, term)

    def objects(
        self, subject: Any = None, predicate: Any = None, unique: bool = False
    ) -> Generator[Node, None, None]:
        """As rdflib's, from the index where both are given."""
        if subject is None or predicate is None or isinstance(predicate, Path):
            yield from super().objects(subject, predicate, unique)
        else:
            yield from self._memory.by_subject.get(subject, _NOTHING).get(predicate, _NOTHING)

    def subjects(
        self, predicate: Any = None, object: Any = None, unique: bool = False
    ) -> Generator[Node, None, None]:
        """As rdflib's, from the index where both are given."""
        if predicate is None or object is None or isinstance(predicate, Path) or isinstance(object, list):
            yield from super().subjects(predicate, object, unique)
        else:
            yield from self._memory.by_property.get(predicate, _NOTHING).get(object, _NOTHING)
