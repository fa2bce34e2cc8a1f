"""What the store holds, found by looking at it: which release, whether it is whole, how it differs."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from loaders.errors import ToolError
from loaders.store.connection import Store
from loaders.store.difference import Difference, between
from loaders.store.lease import MARK
from loaders.store.tables import Constraint, Node, Properties, Relationship, ReleaseTables, properties_of
from loaders.store.writing import CONSTRAINT_PREFIX, constraint_name

if TYPE_CHECKING:
    from loaders.store.driver import AnyTransaction, neo4j

WHOLE_LIMIT = 10_000
"""More constraints than a store of ours has."""

OWN_LABELS = ("Release", MARK)
"""Labels of the nodes that say what the store holds; they belong to no release."""


def is_whole(store: Store, release: ReleaseTables, difference: Difference) -> bool:
    """Whether the store, which names this very release, has all of it: looked at by reading alone."""
    made = {
        row["name"]
        for row in store.read("SHOW CONSTRAINTS YIELD name RETURN name", row_limit=WHOLE_LIMIT).rows
    }
    if not {constraint_name(one) for one in wanted_constraints(release)} <= made:
        return False
    found = store.read(
        f"RETURN COUNT {{ (n) }} - COUNT {{ (n:{'|'.join(OWN_LABELS)}) }} AS nodes, "
        f"COUNT {{ ()-->() }} AS relationships, COUNT {{ (n:{MARK}) }} AS marks"
    ).rows[0]
    return difference.size == 0 and (found["nodes"], found["relationships"], found["marks"]) == (
        difference.node_count,
        difference.relationship_count,
        0,
    )


def wanted_constraints(release: ReleaseTables) -> tuple[Constraint, ...]:
    """The constraints of the release, and the one on the mark of a load."""
    return (*release.constraints, Constraint(MARK, "id"))


def held_release(store: Store) -> dict[str, Any] | None:
    """What the store says that it holds. Raises ToolError on a database that this project did not fill."""
    held = store.release()
    if held is not None and isinstance(held.get("id"), str) and "format" in held and "as_at" in held:
        return held
    if not store.read(f"MATCH (n:{MARK}) RETURN 1 AS one LIMIT 1").rows and not store.is_empty():
        raise ToolError(
            f"The database '{store.database}' holds data that this project did not load; nothing was done.",
            "Use an empty one: set NEO4J_URI or NEO4J_DATABASE, or LANDSCAPE_DATA_FOLDER for a local one.",
        )
    return None


def main_labels(store: Store, release: ReleaseTables, known: ReleaseTables | None) -> set[str]:
    """The labels by which this project's nodes are found:

    those of both releases and of earlier constraints.
    """
    files = (*release.node_files, *(known.node_files if known is not None else ()))
    made = store.read(
        "SHOW CONSTRAINTS YIELD name, labelsOrTypes AS labels WHERE name STARTS WITH $prefix RETURN labels",
        {"prefix": CONSTRAINT_PREFIX},
        row_limit=WHOLE_LIMIT,
    )
    return {file.stem for file in files} | {label for row in made.rows for label in row["labels"]} - {MARK}


def release_id(transaction: AnyTransaction) -> str | None:
    """The identifier of the release that the store names; None where it names none."""
    record = transaction.run("MATCH (r:Release) RETURN r.id AS id LIMIT 1").single()
    return None if record is None else record["id"]


def counts(transaction: neo4j.ManagedTransaction) -> tuple[int, int]:
    """How many nodes and relationships of a release the store holds."""
    own = transaction.run(f"MATCH (n:{'|'.join(OWN_LABELS)}) RETURN count(n) AS own").single(strict=True)[
        "own"
    ]
    nodes = transaction.run("MATCH (n) RETURN count(n) AS count").single(strict=True)["count"]
    relationships = transaction.run("MATCH ()-[r]->() RETURN count(r) AS count").single(strict=True)["count"]
    return nodes - own, relationships


def found_difference(
    transaction: neo4j.ManagedTransaction, release: ReleaseTables, main_labels: set[str]
) -> Difference:
    """The difference to what the store is found to hold, element by element.

    Raises ToolError where it holds nodes of labels that no release of ours has: they stay.
    """
    result = transaction.run(
        f"MATCH (n) WHERE NOT n:{'|'.join(OWN_LABELS)} "
        "RETURN labels(n) AS labels, properties(n) AS properties"
    )
    nodes = [_found_node(record["labels"], record["properties"], main_labels) for record in result]
    found = transaction.run(
        "MATCH (a)-[r]->(b) RETURN type(r) AS type, a.id AS start, b.id AS end, properties(r) AS properties"
    )
    relationships = [
        Relationship(record["type"], record["start"], record["end"], _comparable(record["properties"]))
        for record in found
    ]
    return between(nodes, relationships, release)


def _found_node(labels: list[str], properties: dict[str, Any], main_labels: set[str]) -> Node:
    main = sorted(main_labels.intersection(labels))
    if len(main) != 1 or not isinstance(properties.get("id"), str):
        raise ToolError(
            f"The store holds a node ({', '.join(labels) or 'no label'}) that this project did not load.",
            "Nothing was changed. Take out what another program put there, then load again.",
        )
    return Node(properties["id"], (main[0], *sorted(set(labels) - {main[0]})), _comparable(properties))


def _comparable(properties: dict[str, Any]) -> Properties:
    return properties_of(
        {
            name: value.to_native() if hasattr(value, "to_native") else value
            for name, value in properties.items()
        }
    )
