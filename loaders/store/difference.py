"""What has to change so that a store which holds one set of nodes and relationships holds another."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field

from loaders.store.tables import Node, Relationship, ReleaseTables


@dataclass
class Difference:
    """Nodes and relationships to delete, change and create; the main label of every node that they name.

    ``changed`` pairs each node as it is with the node as it is to be; both have the same id. ``old_labels``
    and ``new_labels`` give the main label by id, before and after.
    """

    deleted_nodes: list[Node] = field(default_factory=list)
    changed_nodes: list[tuple[Node, Node]] = field(default_factory=list)
    created_nodes: list[Node] = field(default_factory=list)
    deleted_relationships: list[Relationship] = field(default_factory=list)
    created_relationships: list[Relationship] = field(default_factory=list)
    old_labels: dict[str, str] = field(default_factory=dict)
    new_labels: dict[str, str] = field(default_factory=dict)
    node_count: int = 0
    relationship_count: int = 0

    @property
    def size(self) -> int:
        """How many nodes and relationships have to be written; 0 where both hold the same."""
        return (
            len(self.deleted_nodes)
            + len(self.changed_nodes)
            + len(self.created_nodes)
            + len(self.deleted_relationships)
            + len(self.created_relationships)
        )


def between_releases(old: ReleaseTables, new: ReleaseTables) -> Difference:
    """The difference of two releases. Rows that both have in one table are passed over unread, for speed."""
    result = Difference()
    before, after = _changed_nodes(old, new, result)
    _compare_nodes(before, after, result)
    gone: set[Relationship] = set()
    come: set[Relationship] = set()
    old_files = {file.name: file for file in old.relationship_files}
    new_files = {file.name: file for file in new.relationship_files}
    for name in sorted(old_files | new_files):
        old_header, old_rows = old.rows(old_files[name]) if name in old_files else ((), [])
        new_header, new_rows = new.rows(new_files[name]) if name in new_files else ((), [])
        result.relationship_count += len(new_rows)
        only_old, only_new = _only(old_header, old_rows, new_header, new_rows)
        if only_old:
            gone.update(old.relationships(old_files[name], old_header, iter(only_old)))
        if only_new:
            come.update(new.relationships(new_files[name], new_header, iter(only_new)))
    _compare_relationships(gone, come, result)
    return result


def between(nodes: Iterable[Node], relationships: Iterable[Relationship], new: ReleaseTables) -> Difference:
    """The difference between what a store was found to hold and a release."""
    result = Difference()
    before = {node.id: node for node in nodes}
    after = {node.id: node for node in new.all_nodes()}
    result.old_labels = {node.id: node.labels[0] for node in before.values()}
    result.new_labels = {node.id: node.labels[0] for node in after.values()}
    result.node_count = len(after)
    _compare_nodes(before, after, result)
    come = set(new.all_relationships())
    result.relationship_count = len(come)
    found = Counter(relationships)
    _compare_relationships(set(found), come, result)
    for relationship in sorted((twice for twice, count in found.items() if count > 1), key=_order):
        if relationship in come:  # all copies go, then one comes back
            result.deleted_relationships.append(relationship)
            result.created_relationships.append(relationship)
    return result


def _changed_nodes(
    old: ReleaseTables, new: ReleaseTables, result: Difference
) -> tuple[dict[str, Node], dict[str, Node]]:
    before: dict[str, Node] = {}
    after: dict[str, Node] = {}
    old_files = {file.name: file for file in old.node_files}
    new_files = {file.name: file for file in new.node_files}
    for name in sorted(old_files | new_files):
        old_header, old_rows = old.rows(old_files[name]) if name in old_files else ((), [])
        new_header, new_rows = new.rows(new_files[name]) if name in new_files else ((), [])
        label = name.removesuffix(".csv")
        result.old_labels.update(_ids(old_header, old_rows, label))
        result.new_labels.update(_ids(new_header, new_rows, label))
        only_old, only_new = _only(old_header, old_rows, new_header, new_rows)
        if only_old:
            before.update({node.id: node for node in old.nodes(old_files[name], old_header, iter(only_old))})
        if only_new:
            after.update({node.id: node for node in new.nodes(new_files[name], new_header, iter(only_new))})
    result.node_count = len(result.new_labels)
    return before, after


def _ids(header: tuple[str, ...], rows: list[tuple[str, ...]], label: str) -> dict[str, str]:
    at = next((at for at, cell in enumerate(header) if cell.endswith(":ID")), 0)
    return {row[at]: label for row in rows}


def _only(
    old_header: tuple[str, ...],
    old_rows: list[tuple[str, ...]],
    new_header: tuple[str, ...],
    new_rows: list[tuple[str, ...]],
) -> tuple[list[tuple[str, ...]], list[tuple[str, ...]]]:
    """The rows that only the one and only the other table has; all of both where their columns differ."""
    if old_header != new_header:
        return old_rows, new_rows
    old_set, new_set = set(old_rows), set(new_rows)
    return list(old_set - new_set), list(new_set - old_set)


def _compare_nodes(before: dict[str, Node], after: dict[str, Node], result: Difference) -> None:
    for identifier in sorted(before.keys() | after.keys()):
        old, new = before.get(identifier), after.get(identifier)
        if new is None:
            assert old is not None
            result.deleted_nodes.append(old)
        elif old is None:
            result.created_nodes.append(new)
        elif old != new:
            result.changed_nodes.append((old, new))


def _compare_relationships(gone: set[Relationship], come: set[Relationship], result: Difference) -> None:
    result.deleted_relationships = sorted(gone - come, key=_order)
    result.created_relationships = sorted(come - gone, key=_order)


def _order(relationship: Relationship) -> tuple[str, str, str, str]:
    return relationship.type, relationship.start, relationship.end, repr(relationship.properties)
