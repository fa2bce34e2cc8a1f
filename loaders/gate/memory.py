"""A graph in memory for pySHACL to read: no contexts, no removals, and the commonest look-ups straight from
the index. rdflib's usual one keeps books on contexts, which takes most of the time of a look-up.
"""

from __future__ import annotations

from collections.abc import Generator, Iterable, Iterator
from typing import Any

from rdflib import Graph
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
        self._count = 0

    def add(self, triple: Triple, context: Any, quoted: bool = False) -> None:
        """Keep a triple; once, however often it is added."""
        subject, path, value = triple
        values = self.by_subject.setdefault(subject, {}).setdefault(path, {})
        if value not in values:
            values[value] = None
            self.by_property.setdefault(path, {}).setdefault(value, {})[subject] = None
            self.by_object.setdefault(value, {}).setdefault(subject, {})[path] = None
            self._count += 1

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
        return self._count

    def add_graph(self, graph: Graph) -> None:
        """Nothing to do: all triples are of the one graph."""


def _one_or_all(index: dict[Node, Any], wanted: Node | None) -> Iterable[Node]:
    if wanted is None:
        return index
    return (wanted,) if wanted in index else ()


class ReadGraph(Graph):
    """A graph that things are added to and then only read from, much faster than rdflib's own."""

    def __init__(self) -> None:
        self._memory = _Memory()
        super().__init__(store=self._memory)

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
