"""Puts nodes and relationships into a store by Bolt, ten thousand a statement.

Neo4j plans each new statement anew, which takes longer than running it, so there is one for each purpose
and not one for each label: labels and types travel as data, nodes are looked up once and then named by
element id, which is never kept beyond the transaction.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import islice
from typing import TYPE_CHECKING, Any, TypeVar

from loaders.errors import ToolError
from loaders.store.difference import Difference
from loaders.store.tables import Constraint, Node, Relationship, parameters_of

if TYPE_CHECKING:
    from loaders.store.driver import AnyTransaction

T = TypeVar("T")
Done = Callable[[int], None]
"""Told how many elements more have been written."""

BATCH_ROWS = 10_000

CONSTRAINT_PREFIX = "unique_"
"""How the names of this project's constraints begin."""

FILL = (
    "UNWIND $nodes AS row CREATE (n:$(row[0])) SET n = row[1] WITH collect(n) AS made "
    "UNWIND $relationships AS row WITH made[row[1]] AS a, made[row[2]] AS b, row "
    "CREATE (a)-[r:$(row[0])]->(b) SET r = row[3]"
)
CREATE_NODES = (
    "UNWIND $rows AS row CREATE (n:$(row.labels)) SET n = row.properties "
    "RETURN n.id AS id, elementId(n) AS element"
)
FIND_NODES = "UNWIND $ids AS id MATCH (n:`{label}` {{id: id}}) RETURN id, elementId(n) AS element"
DELETE_NODES = "UNWIND $rows AS row MATCH (n) WHERE elementId(n) = row.element DETACH DELETE n"
CHANGE_NODES = "UNWIND $rows AS row MATCH (n) WHERE elementId(n) = row.element SET n = row.properties"
CHANGE_LABELS = (
    "UNWIND $rows AS row MATCH (n) WHERE elementId(n) = row.element "
    "REMOVE n:$(row.dropped) SET n:$(row.added)"
)
CREATE_RELATIONSHIPS = (
    "UNWIND $rows AS row MATCH (a) WHERE elementId(a) = row.start MATCH (b) WHERE elementId(b) = row.end "
    "CREATE (a)-[r:$(row.type)]->(b) SET r = row.properties"
)
DELETE_RELATIONSHIPS = (
    "UNWIND $rows AS row MATCH (a)-[r]->(b) WHERE elementId(a) = row.start AND elementId(b) = row.end "
    "AND type(r) = row.type AND properties(r) = row.properties DELETE r"
)


def constraint_name(constraint: Constraint) -> str:
    """The name that the constraint has in the store."""
    return f"{CONSTRAINT_PREFIX}{constraint.label.lower()}_{constraint.property}"


def constraint_statement(constraint: Constraint) -> str:
    """The statement that makes the constraint where it is not there yet."""
    return (
        f"CREATE CONSTRAINT {constraint_name(constraint)} IF NOT EXISTS "
        f"FOR (n:`{constraint.label}`) REQUIRE n.`{constraint.property}` IS UNIQUE"
    )


def apply_difference(transaction: AnyTransaction, difference: Difference, done: Done) -> None:
    """Make every change of ``difference`` in the transaction. The caller commits or rolls back.

    Raises ToolError where the store lacks a node that the difference names.
    """
    old_ids = {end for one in difference.deleted_relationships for end in (one.start, one.end)}
    old_ids.update(node.id for node in difference.deleted_nodes)
    old_ids.update(old.id for old, _ in difference.changed_nodes)
    elements = find_nodes(transaction, old_ids, difference.old_labels)
    for batch in batches(difference.deleted_relationships):
        _run(transaction, DELETE_RELATIONSHIPS, _relationship_rows(batch, elements), done)
    for nodes in batches(difference.deleted_nodes):
        _run(transaction, DELETE_NODES, [{"element": elements[node.id]} for node in nodes], done)
    for pairs in batches(difference.changed_nodes):
        relabelled = [_label_row(old, new, elements) for old, new in pairs if old.labels != new.labels]
        if relabelled:
            _run(transaction, CHANGE_LABELS, relabelled, None)
        rows = [
            {"element": elements[new.id], "properties": parameters_of(new.properties)} for _, new in pairs
        ]
        _run(transaction, CHANGE_NODES, rows, done)
    made: dict[str, str] = {}
    for some in batches(difference.created_nodes):
        made.update(create_nodes(transaction, some))
        done(len(some))
    for new in batches(difference.created_relationships):
        create_relationships(transaction, new, difference.new_labels, made)
        done(len(new))


def fill(transaction: AnyTransaction, nodes: Sequence[Node], relationships: Sequence[Relationship]) -> None:
    """Create ``nodes`` and ``relationships`` between them, all in one statement.

    Nodes are named by their place in the list, so nothing is looked up and nothing comes back. Raises
    ToolError where a relationship names a node that is not among them.
    """
    places = {node.id: place for place, node in enumerate(nodes)}
    try:
        links = [
            [one.type, places[one.start], places[one.end], parameters_of(one.properties)]
            for one in relationships
        ]
    except KeyError as error:
        raise _missing(error.args[0]) from error
    rows = [[list(node.labels), parameters_of(node.properties)] for node in nodes]
    transaction.run(FILL, nodes=rows, relationships=links).consume()


def create_nodes(transaction: AnyTransaction, nodes: Sequence[Node]) -> dict[str, str]:
    """Create ``nodes`` in one statement. Returns their element ids, good in this transaction only, by id."""
    rows = [{"labels": list(node.labels), "properties": parameters_of(node.properties)} for node in nodes]
    return {record["id"]: record["element"] for record in transaction.run(CREATE_NODES, rows=rows)}


def create_relationships(
    transaction: AnyTransaction,
    relationships: Sequence[Relationship],
    labels: Mapping[str, str],
    made: Mapping[str, str],
) -> None:
    """Create ``relationships`` in one statement.

    ``made`` gives the element ids of nodes that this transaction created; those of others are looked up, for
    which ``labels`` gives the main label of each node by its id. Raises ToolError where a node is missing.
    """
    ids = {end for one in relationships for end in (one.start, one.end)} - made.keys()
    elements = {**made, **find_nodes(transaction, ids, labels)}
    _run(transaction, CREATE_RELATIONSHIPS, _relationship_rows(relationships, elements), None)


def find_nodes(transaction: AnyTransaction, ids: Iterable[str], labels: Mapping[str, str]) -> dict[str, str]:
    """Element ids, good in this transaction only, of nodes by their ids.

    Raises ToolError where one is missing.
    """
    by_label: defaultdict[str, list[str]] = defaultdict(list)
    for identifier in sorted(ids):
        if identifier not in labels:
            raise _missing(identifier)
        by_label[labels[identifier]].append(identifier)
    elements: dict[str, str] = {}
    for label, group in by_label.items():
        for batch in batches(group):
            found = transaction.run(FIND_NODES.format(label=label), ids=batch)
            elements.update((record["id"], record["element"]) for record in found)
            lost = next((identifier for identifier in batch if identifier not in elements), None)
            if lost is not None:
                raise _missing(lost)
    return elements


def batches(items: Iterable[T], size: int = BATCH_ROWS) -> Iterator[list[T]]:
    """``items`` in lists of at most ``size``."""
    iterator = iter(items)
    while batch := list(islice(iterator, size)):
        yield batch


def _run(transaction: AnyTransaction, cypher: str, rows: list[dict[str, Any]], done: Done | None) -> None:
    transaction.run(cypher, rows=rows).consume()
    if done is not None:
        done(len(rows))


def _relationship_rows(
    relationships: Iterable[Relationship], elements: Mapping[str, str]
) -> list[dict[str, Any]]:
    return [
        {
            "type": one.type,
            "start": elements[one.start],
            "end": elements[one.end],
            "properties": parameters_of(one.properties),
        }
        for one in relationships
    ]


def _label_row(old: Node, new: Node, elements: Mapping[str, str]) -> dict[str, Any]:
    before, after = set(old.labels), set(new.labels)
    return {
        "element": elements[new.id],
        "dropped": sorted(before - after),
        "added": sorted(after - before),
    }


class MissingNodeError(ToolError):
    """The store lacks a node that a relationship or a change needs."""


def _missing(identifier: str) -> MissingNodeError:
    return MissingNodeError(
        f"The node '{identifier}' is not in the store.",
        "Build the release anew with 'run.py build' and load it.",
    )
