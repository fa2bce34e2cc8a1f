"""Puts nodes and relationships into a store by Bolt:

a difference in one transaction, or a first fill in batches.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from typing import Any, TypeVar

from neo4j import ManagedTransaction

from loaders.progress import Progress
from loaders.store.difference import Difference
from loaders.store.tables import Constraint, Node, Relationship, parameters_of

T = TypeVar("T")

BATCH_ROWS = 10_000


def batches(items: Iterable[T], size: int = BATCH_ROWS) -> Iterator[list[T]]:
    """``items`` in lists of at most ``size``."""
    iterator = iter(items)
    while batch := list(islice(iterator, size)):
        yield batch


def constraint_statement(constraint: Constraint) -> str:
    """The statement that makes the constraint where it is not there yet."""
    name = f"unique_{constraint.label.lower()}_{constraint.property}"
    return (
        f"CREATE CONSTRAINT {name} IF NOT EXISTS "
        f"FOR (n:`{constraint.label}`) REQUIRE n.`{constraint.property}` IS UNIQUE"
    )


def apply_difference(transaction: ManagedTransaction, difference: Difference, progress: Progress) -> None:
    """Make every change of ``difference`` in the transaction. The caller commits or rolls back."""
    total = (
        len(difference.deleted_relationships)
        + len(difference.deleted_nodes)
        + len(difference.changed_nodes)
        + len(difference.created_nodes)
        + len(difference.created_relationships)
    )
    done = 0
    steps = (
        (_delete_relationships(difference), len(difference.deleted_relationships)),
        (_delete_nodes(difference), len(difference.deleted_nodes)),
        (_change_nodes(difference), len(difference.changed_nodes)),
        (create_nodes(difference.created_nodes), len(difference.created_nodes)),
        (
            create_relationships(difference.created_relationships, difference.new_labels),
            len(difference.created_relationships),
        ),
    )
    for statements, count in steps:
        at = done
        for cypher, rows in statements:
            transaction.run(cypher, rows=rows).consume()
            at += len(rows)
            progress("Loading the changes (nodes and relationships)", at, total)
        done += count


def create_nodes(nodes: Sequence[Node]) -> Iterator[tuple[str, list[dict[str, Any]]]]:
    """Statements, each with its rows, that create ``nodes``."""
    for labels, group in _grouped((node.labels, node) for node in nodes):
        cypher = f"UNWIND $rows AS row CREATE (n:{_labels(labels)}) SET n = row.properties"
        for batch in batches(group):
            yield cypher, [{"properties": parameters_of(node.properties)} for node in batch]


def create_relationships(
    relationships: Sequence[Relationship], labels: dict[str, str]
) -> Iterator[tuple[str, list[dict[str, Any]]]]:
    """Statements, each with its rows, that create ``relationships``; ``labels``: main label by node id."""
    for (kind, start, end), group in _grouped(_by_ends(relationships, labels)):
        cypher = (
            f"UNWIND $rows AS row MATCH (a:`{start}` {{id: row.start}}), (b:`{end}` {{id: row.end}}) "
            f"CREATE (a)-[r:`{kind}`]->(b) SET r = row.properties"
        )
        for batch in batches(group):
            yield cypher, [_relationship_row(relationship) for relationship in batch]


def _delete_relationships(difference: Difference) -> Iterator[tuple[str, list[dict[str, Any]]]]:
    ends = _by_ends(difference.deleted_relationships, difference.old_labels)
    for (kind, start, end), group in _grouped(ends):
        cypher = (
            f"UNWIND $rows AS row "
            f"MATCH (a:`{start}` {{id: row.start}})-[r:`{kind}`]->(b:`{end}` {{id: row.end}}) "
            f"WHERE properties(r) = row.properties DELETE r"
        )
        for batch in batches(group):
            yield cypher, [_relationship_row(relationship) for relationship in batch]


def _delete_nodes(difference: Difference) -> Iterator[tuple[str, list[dict[str, Any]]]]:
    for label, group in _grouped((node.labels[0], node) for node in difference.deleted_nodes):
        cypher = f"UNWIND $rows AS row MATCH (n:`{label}` {{id: row.id}}) DETACH DELETE n"
        for batch in batches(group):
            yield cypher, [{"id": node.id} for node in batch]


def _change_nodes(difference: Difference) -> Iterator[tuple[str, list[dict[str, Any]]]]:
    pairs = (((old.labels, new.labels), new) for old, new in difference.changed_nodes)
    for (old_labels, new_labels), group in _grouped(pairs):
        cypher = f"UNWIND $rows AS row MATCH (n:`{old_labels[0]}` {{id: row.id}}) SET n = row.properties"
        if dropped := set(old_labels) - set(new_labels):
            cypher += f" REMOVE n:{_labels(sorted(dropped))}"
        if added := set(new_labels) - set(old_labels):
            cypher += f" SET n:{_labels(sorted(added))}"
        for batch in batches(group):
            yield cypher, [{"id": node.id, "properties": parameters_of(node.properties)} for node in batch]


def _by_ends(
    relationships: Iterable[Relationship], labels: dict[str, str]
) -> Iterator[tuple[tuple[str, str, str], Relationship]]:
    for relationship in relationships:
        yield (relationship.type, labels[relationship.start], labels[relationship.end]), relationship


def _relationship_row(relationship: Relationship) -> dict[str, Any]:
    return {
        "start": relationship.start,
        "end": relationship.end,
        "properties": parameters_of(relationship.properties),
    }


def _labels(labels: Sequence[str]) -> str:
    return ":".join(f"`{label}`" for label in labels)


K = TypeVar("K")


def _grouped(pairs: Iterable[tuple[K, T]]) -> list[tuple[K, list[T]]]:
    groups: defaultdict[K, list[T]] = defaultdict(list)
    for key, item in pairs:
        groups[key].append(item)
    return list(groups.items())
