"""Brings the store to a release: an empty local one by bulk import, any other by what has changed.

A reader sees the old release or the new one. A load that is killed leaves the one or the other, loading
twice changes nothing, and a database that was not filled by this project is never written to.
"""

from __future__ import annotations

import shutil
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal, TypeVar

from filelock import FileLock, Timeout

from loaders.errors import ToolError
from loaders.progress import Progress, silent
from loaders.settings import Settings
from loaders.store import server as local
from loaders.store.bulk import import_tables
from loaders.store.connection import Store, connect_local, open_store
from loaders.store.difference import Difference, between, between_releases
from loaders.store.jars import class_path
from loaders.store.lease import MARK, Lease
from loaders.store.tables import Constraint, Node, Properties, Relationship, ReleaseTables, properties_of
from loaders.store.writing import (
    CONSTRAINT_PREFIX,
    MissingNodeError,
    apply_difference,
    batches,
    constraint_name,
    constraint_statement,
    create_nodes,
    create_relationships,
)

if TYPE_CHECKING:
    from loaders.store.driver import neo4j

T = TypeVar("T")
How = Literal["bulk import", "batches", "difference", "nothing to do"]

WHOLE_LIMIT = 10_000
"""More constraints than a store of ours has."""

OWN_LABELS = ("Release", MARK)
"""Labels of the nodes that say what the store holds; they belong to no release."""


@dataclass(frozen=True)
class LoadReport:
    """What a load did: counts of nodes and relationships, seconds with the server's start left out."""

    release: str
    previous: str | None
    how: How
    created_nodes: int
    changed_nodes: int
    deleted_nodes: int
    created_relationships: int
    deleted_relationships: int
    seconds: float

    def __str__(self) -> str:
        if self.how == "nothing to do":
            return f"The store holds release {self.release} already; nothing was changed."
        was = f" in place of {self.previous}" if self.previous and self.previous != self.release else ""
        return (
            f"Loaded release {self.release}{was} by {self.how} in {self.seconds:.1f} s: "
            f"nodes {self.created_nodes} created, {self.changed_nodes} changed, "
            f"{self.deleted_nodes} deleted; "
            f"relationships {self.created_relationships} created, {self.deleted_relationships} deleted."
        )


def load_release(folder: Path, settings: Settings, progress: Progress = silent) -> LoadReport:
    """Bring the store that the settings name to the release in ``folder``.

    A local server that did not run before does not run afterwards. Raises ToolError where the folder is no
    release, the store cannot be had, another load is under way, or the database was not filled by this
    project.
    """
    store, report = open_loaded(folder, settings, progress)
    store.close()
    return report


def open_loaded(
    folder: Path, settings: Settings, progress: Progress = silent, server: local.Server | None = None
) -> tuple[Store, LoadReport]:
    """As ``load_release``, and the connection to the store, left open. Closing it stops what was started.

    ``server`` is the local one where the caller has started it already; it is stopped with the connection,
    and where this fails.
    """
    try:
        return _open_loaded(folder, settings, progress, server)
    except BaseException:
        if server is not None and server.child is not None:
            local.stop_server(server)
        raise


def _open_loaded(
    folder: Path, settings: Settings, progress: Progress, server: local.Server | None
) -> tuple[Store, LoadReport]:
    release = ReleaseTables(folder)
    if settings.neo4j_uri is not None:
        store = open_store(settings, progress)
        return store, _closing_on_error(store, lambda: _bring(store, release, progress))
    with _load_lock(settings):
        place = local.store_folder(settings)
        if place.home() is None and local.find(settings) is None:
            return _import(release, settings, progress, keep=False)
        store = open_store(settings, progress) if server is None else connect_local(settings, server)
        if not _closing_on_error(store, store.is_empty):
            return store, _closing_on_error(store, lambda: _bring(store, release, progress))
        running = local.find(settings)
        keep = not store.started_here
        store.close()
        if running is not None:
            local.stop_server(running)
        return _import(release, settings, progress, keep)


class _OtherContentError(Exception):
    """The store does not hold what its release node says; raised inside a transaction to undo it."""


def _closing_on_error(store: Store, work: Callable[[], T]) -> T:
    try:
        return work()
    except BaseException:
        store.close()
        raise


@contextmanager
def _load_lock(settings: Settings) -> Iterator[None]:
    """One load at a time; the lock goes with the process, so a kill leaves none behind."""
    place = local.store_folder(settings)
    place.make()
    lock = FileLock(place.load_lock)
    try:
        lock.acquire(timeout=0)
    except Timeout as error:
        raise ToolError(
            f"Another load into the store in {place.root} is under way.", "Wait until it has ended."
        ) from error
    with lock:
        yield


def _import(
    release: ReleaseTables, settings: Settings, progress: Progress, keep: bool
) -> tuple[Store, LoadReport]:
    """Fill a fresh home beside the empty one, start on it, finish it, then make it the one in use."""
    jars = class_path(settings, progress)
    place = local.store_folder(settings)
    place.sweep()
    home = place.new_home()
    server: local.Server | None = None
    try:
        began = time.monotonic()
        import_tables(release, home, jars, settings, progress)
        seconds = time.monotonic() - began
        server = local.start(settings, progress, tied=True, home=home)
        began = time.monotonic()
        store = connect_local(settings, server)
        try:
            _make_constraints(store, release)
            nodes, relationships = store.write(_counts)
            place.use_home(home)
        except BaseException:
            store.driver.close()
            raise
    except BaseException:
        if server is not None:
            local.stop_server(server)
        shutil.rmtree(home, ignore_errors=True)
        raise
    place.sweep()
    if keep:
        server.keep()
        store.disown()
    seconds += time.monotonic() - began
    return store, LoadReport(release.id, None, "bulk import", nodes, 0, 0, relationships, 0, seconds)


def _bring(store: Store, release: ReleaseTables, progress: Progress) -> LoadReport:
    began = time.monotonic()
    held = _held(store)
    if held is None and store.is_empty():
        return _fill(store, release, progress, began)
    previous = held["id"] if held is not None else None
    known = None if previous is None else _known_release(release.folder.parent / previous, previous)
    difference = None if known is None else between_releases(known, release)
    if difference is not None and previous == release.id and _is_whole(store, release, difference):
        seconds = time.monotonic() - began
        return LoadReport(release.id, previous, "nothing to do", 0, 0, 0, 0, 0, seconds)
    _make_constraints(store, release)
    main_labels = _main_labels(store, release, known)
    lease = Lease.new()

    def work(transaction: neo4j.ManagedTransaction, expected: Difference | None) -> Difference:
        lease.take(transaction)
        if _release_id(transaction) != previous:
            raise ToolError("Another load changed the store meanwhile.", "Run the command again.")
        change = expected if expected is not None else _found_difference(transaction, release, main_labels)
        apply_difference(transaction, change, _counting(progress, change.size))
        _write_release(transaction, release)
        lease.give_back(transaction)
        if _counts(transaction) != (change.node_count, change.relationship_count):
            raise _OtherContentError
        return change

    try:
        done = store.write(lambda transaction: work(transaction, difference))
    except (_OtherContentError, MissingNodeError):  # somebody else changed the store: look at what it holds
        done = store.write(lambda transaction: work(transaction, None))
    how: How = "nothing to do" if done.size == 0 and previous == release.id else "difference"
    return LoadReport(
        release.id,
        previous,
        how,
        len(done.created_nodes),
        len(done.changed_nodes),
        len(done.deleted_nodes),
        len(done.created_relationships),
        len(done.deleted_relationships),
        time.monotonic() - began,
    )


def _counting(progress: Progress, total: int) -> Callable[[int], None]:
    done = 0

    def count(more: int) -> None:
        nonlocal done
        done += more
        progress("Loading the changes (nodes and relationships)", done, total)

    return count


def _fill(store: Store, release: ReleaseTables, progress: Progress, began: float) -> LoadReport:
    """Fill an empty store by Bolt in batches, the release node last; a kill leaves a mark, and a later load
    ends it.
    """
    lease = Lease.new()
    _make_constraints(store, release)
    store.write(lease.take)
    nodes = list(release.all_nodes())
    relationships = list(release.all_relationships())
    labels = {node.id: node.labels[0] for node in nodes}
    total = len(nodes) + len(relationships)
    done = 0
    writes: list[tuple[Callable[[neo4j.ManagedTransaction], None], int]] = [
        *((partial(create_nodes, nodes=batch), len(batch)) for batch in batches(nodes)),
        *(
            (partial(create_relationships, relationships=batch, labels=labels), len(batch))
            for batch in batches(relationships)
        ),
    ]
    for number, (write, count) in enumerate(writes, start=1):
        store.write(partial(_write_batch, lease=lease, number=number, write=write))
        done += count
        progress("Filling the store (nodes and relationships)", done, total)

    def finish(transaction: neo4j.ManagedTransaction) -> None:
        lease.take(transaction)
        _write_release(transaction, release)
        lease.give_back(transaction)

    store.write(finish)
    seconds = time.monotonic() - began
    return LoadReport(release.id, None, "batches", len(nodes), 0, 0, len(relationships), 0, seconds)


def _write_batch(
    transaction: neo4j.ManagedTransaction,
    lease: Lease,
    number: int,
    write: Callable[[neo4j.ManagedTransaction], None],
) -> None:
    """One batch. The mark counts the batches, so that one which the driver runs again is not made twice."""
    lease.take(transaction)
    if lease.count(transaction, number):
        write(transaction)


def _is_whole(store: Store, release: ReleaseTables, difference: Difference) -> bool:
    """Whether the store, which names this very release, has all of it: looked at by reading alone."""
    made = {
        row["name"]
        for row in store.read("SHOW CONSTRAINTS YIELD name RETURN name", row_limit=WHOLE_LIMIT).rows
    }
    if not {constraint_name(one) for one in _constraints(release)} <= made:
        return False
    counts = store.read(
        f"RETURN COUNT {{ (n) }} - COUNT {{ (n:{'|'.join(OWN_LABELS)}) }} AS nodes, "
        f"COUNT {{ ()-->() }} AS relationships, COUNT {{ (n:{MARK}) }} AS marks"
    ).rows[0]
    return difference.size == 0 and (counts["nodes"], counts["relationships"], counts["marks"]) == (
        difference.node_count,
        difference.relationship_count,
        0,
    )


def _constraints(release: ReleaseTables) -> tuple[Constraint, ...]:
    return (*release.constraints, Constraint(MARK, "id"))


def _make_constraints(store: Store, release: ReleaseTables) -> None:
    statements = [constraint_statement(one) for one in _constraints(release)]

    def make(transaction: neo4j.ManagedTransaction) -> None:
        for statement in statements:
            transaction.run(statement).consume()

    store.write(make)


def _held(store: Store) -> dict[str, Any] | None:
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


def _known_release(folder: Path, identifier: str) -> ReleaseTables | None:
    """The tables of the release that the store holds, where they are still beside the new one's."""
    try:
        known = ReleaseTables(folder)
    except ToolError:
        return None
    return known if known.id == identifier else None


def _main_labels(store: Store, release: ReleaseTables, known: ReleaseTables | None) -> set[str]:
    """The labels by which this project's nodes are found:

    those of both releases and of earlier constraints.
    """
    files = (*release.node_files, *(known.node_files if known is not None else ()))
    made = store.read(
        "SHOW CONSTRAINTS YIELD name, labelsOrTypes AS labels WHERE name STARTS WITH $prefix RETURN labels",
        {"prefix": CONSTRAINT_PREFIX},
    )
    return {file.stem for file in files} | {label for row in made.rows for label in row["labels"]} - {MARK}


def _release_id(transaction: neo4j.ManagedTransaction) -> str | None:
    record = transaction.run("MATCH (r:Release) RETURN r.id AS id LIMIT 1").single()
    return None if record is None else record["id"]


def _write_release(transaction: neo4j.ManagedTransaction, release: ReleaseTables) -> None:
    transaction.run(
        "MERGE (r:Release) SET r = $properties", properties=release.release_properties()
    ).consume()


def _counts(transaction: neo4j.ManagedTransaction) -> tuple[int, int]:
    """How many nodes and relationships of a release the store holds."""
    own = transaction.run(f"MATCH (n:{'|'.join(OWN_LABELS)}) RETURN count(n) AS own").single(strict=True)[
        "own"
    ]
    nodes = transaction.run("MATCH (n) RETURN count(n) AS count").single(strict=True)["count"]
    relationships = transaction.run("MATCH ()-[r]->() RETURN count(r) AS count").single(strict=True)["count"]
    return nodes - own, relationships


def _found_difference(
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
