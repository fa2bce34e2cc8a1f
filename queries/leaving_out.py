"""What a release would lose without one origin: the change to the store that leaves its statements out.

Documents that repeat one another have one origin (``origin`` in sources.csv), and go together. A statement
goes where all of its evidence does; with it go the positions on it and the operations of a measure. Where a
part of its evidence stays, it is known for as long as that part vouches for it; where nobody is left who
disputes it, it is not contested any more. What an origin lists completely goes as well.
"""

from __future__ import annotations

import datetime
from collections import defaultdict
from collections.abc import Iterable, Mapping

from loaders.store.difference import Difference
from loaders.store.tables import Node, Relationship, ReleaseTables


class LeavingOut:
    """The tables of one release, read once, ready to leave out one origin after another."""

    def __init__(self, release: ReleaseTables) -> None:
        self._nodes = {node.id: node for node in release.all_nodes()}
        self._labels = {node.id: node.labels[0] for node in self._nodes.values()}
        self._by_type: defaultdict[str, dict[str, list[str]]] = defaultdict(dict)
        self._direct: defaultdict[str, list[Relationship]] = defaultdict(list)
        for link in release.all_relationships():
            statement = dict(link.properties).get("statement")
            if statement is not None:
                self._direct[str(statement)].append(link)
            else:
                self._by_type[link.type].setdefault(link.start, []).append(link.end)
        self._document = {
            evidence: documents[0] for evidence, documents in self._by_type["IN_DOCUMENT"].items()
        }
        self._supported = _backwards(self._by_type["EVIDENCE"])
        self._held = _backwards(self._by_type["POSITION"])
        self._operations = _backwards(self._by_type["MEASURE"])
        self._cited = _backwards(self._by_type["IN_DOCUMENT"])
        self._complete = {
            document: [each for each in listing if self._labels[each] == "Completeness"]
            for document, listing in _backwards(self._by_type["SOURCE"]).items()
        }
        self._origin = {
            node.id: str(dict(node.properties)["origin"])
            for node in self._nodes.values()
            if node.labels[0] == "Document" and "origin" in dict(node.properties)
        }

    @property
    def origins(self) -> tuple[str, ...]:
        """Every origin of a document from which something was taken, sorted."""
        return tuple(sorted({self._origin[each] for each in self._document.values() if each in self._origin}))

    def titles(self, origin: str) -> tuple[str, ...]:
        """The short titles of the documents of an origin from which something was taken, sorted."""
        used = set(self._document.values())
        found = (dict(self._nodes[each].properties) for each in used if self._origin.get(each) == origin)
        return tuple(sorted(str(each.get("short_title") or each["name"]) for each in found))

    def interest(self, origin: str) -> str | None:
        """What the author of an origin has at stake; None where that is not recorded."""
        for document, each in self._origin.items():
            stake = dict(self._nodes[document].properties).get("interest")
            if each == origin and stake:
                return str(stake)
        return None

    def listing(self, things: Iterable[str]) -> set[str]:
        """The origins that list some kind of statement completely about one of these things."""
        wanted = set(things)
        about = self._by_type["ABOUT"]
        return {
            self._origin[document]
            for completeness, documents in self._by_type["SOURCE"].items()
            if self._labels[completeness] == "Completeness" and wanted & set(about.get(completeness, ()))
            for document in documents
            if document in self._origin
        }

    def holding(self, statements: Iterable[str]) -> set[str]:
        """The origins in which somebody takes a position on one of these statements."""
        return {
            self._origin[document]
            for statement in statements
            for position in self._by_type["POSITION"].get(statement, ())
            for evidence in self._by_type["EVIDENCE"].get(position, ())
            if (document := self._document.get(evidence)) in self._origin
        }

    def difference(self, origin: str) -> Difference:
        """The change that leaves this origin out of the store."""
        documents = {document for document, each in self._origin.items() if each == origin}
        evidence = {each for document in documents for each in self._cited.get(document, ())}
        supported = {each for one in evidence for each in self._supported.get(one, ())}
        gone = {each for each in supported if evidence.issuperset(self._by_type["EVIDENCE"][each])}
        gone |= evidence
        gone |= {position for each in gone for position in self._by_type["POSITION"].get(each, ())}
        gone |= {operation for each in gone for operation in self._operations.get(each, ())}
        gone |= {each for document in documents for each in self._complete.get(document, ())}
        direct = [link for statement in gone for link in self._direct.get(statement, ())]
        changed = [
            (self._nodes[each], new)
            for each in sorted(self._touched(gone))
            if (new := self._without(each, gone)) != self._nodes[each]
        ]
        return Difference(
            deleted_nodes=[self._nodes[each] for each in sorted(gone)],
            changed_nodes=changed,
            deleted_relationships=sorted(direct, key=lambda link: (link.type, link.start, link.end)),
            old_labels=self._labels,
            new_labels=self._labels,
        )

    def _touched(self, gone: set[str]) -> set[str]:
        """The statements that stay, and lose evidence or a position."""
        found = {each for one in gone for into in (self._supported, self._held) for each in into.get(one, ())}
        return {each for each in found - gone if self._labels[each] == "Statement"}

    def _without(self, statement: str, gone: set[str]) -> Node:
        node = self._nodes[statement]
        values = dict(node.properties)
        positions = [each for each in self._by_type["POSITION"].get(statement, ()) if each not in gone]
        values["contested"] = any(
            dict(self._nodes[each].properties).get("stance") == "disputes" for each in positions
        )
        confirmed = [
            dict(self._nodes[self._document[each]].properties).get("confirmed_to")
            for each in self._by_type["EVIDENCE"].get(statement, ())
            if each not in gone
        ]
        last = max((each for each in confirmed if isinstance(each, datetime.date)), default=None)
        if not values.get("ended") and last is not None:
            values["known_to"] = last
        return Node(node.id, node.labels, tuple(sorted(values.items())))


def _backwards(links: Mapping[str, Iterable[str]]) -> dict[str, list[str]]:
    """From each end to the starts of the links that lead to it."""
    found: dict[str, list[str]] = {}
    for start, ends in links.items():
        for end in ends:
            found.setdefault(end, []).append(start)
    return found
