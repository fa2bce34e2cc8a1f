"""Brings the store to a release: an empty one in one transaction, by bulk import where the release is large
and the store local, or else in batches; any other by what has changed.

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
from typing import TYPE_CHECKING, Literal, TypeVar

from filelock import FileLock, Timeout

from loaders.collector import paused
from loaders.errors import ToolError
from loaders.progress import Progress, silent
from loaders.release.whole import read_whole
from loaders.settings import Settings
from loaders.store import server as local
from loaders.store.bulk import import_tables
from loaders.store.connection import Store, connect_local, open_store
from loaders.store.difference import Difference, between_releases
from loaders.store.held import (
    counts,
    found_difference,
    held_release,
    is_whole,
    main_labels,
    release_id,
    wanted_constraints,
)
from loaders.store.jars import class_path
from loaders.store.lease import Lease
from loaders.store.tables import ReleaseTables
from loaders.store.writing import (
    MissingNodeError,
    apply_difference,
    batches,
    constraint_statement,
    create_nodes,
    create_relationships,
    fill,
)

if TYPE_CHECKING:
    from loaders.store.driver import neo4j

T = TypeVar("T")
FILLING, CHANGING = (
    f"{what} (nodes and relationships)" for what in ("Filling the store", "Loading the changes")
)
How = Literal["one transaction", "bulk import", "batches", "difference", "nothing to do"]


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
    release, one of another format or a damaged one, the store cannot be had, another load is under way, or
    the database was not filled by this project.
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
    read_whole(folder, settings.data_folder)
    release = ReleaseTables(folder)
    large = release.size_bytes() >= settings.bulk_import_bytes
    if settings.neo4j_uri is not None:
        store = open_store(settings, progress)
        return store, _closing_on_error(store, lambda: _bring(store, release, progress, large))
    with _load_lock(settings):
        place = local.store_folder(settings)
        if large and place.home() is None and local.find(settings) is None:
            return _import(release, settings, progress, keep=False)
        store = open_store(settings, progress) if server is None else connect_local(settings, server)
        if not large or not _closing_on_error(store, store.is_empty):
            return store, _closing_on_error(store, lambda: _bring(store, release, progress, large))
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
            nodes, relationships = store.write(counts)
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


@paused()
def _bring(store: Store, release: ReleaseTables, progress: Progress, large: bool) -> LoadReport:
    began = time.monotonic()
    held = held_release(store)
    if held is None and store.is_empty():
        return (_fill_in_batches if large else _fill)(store, release, progress, began)
    previous = held["id"] if held is not None else None
    known = None if previous is None else _known_release(release.folder.parent / previous, store.settings)
    difference = None if known is None else between_releases(known, release)
    if difference is not None and previous == release.id and is_whole(store, release, difference):
        seconds = time.monotonic() - began
        return LoadReport(release.id, previous, "nothing to do", 0, 0, 0, 0, 0, seconds)
    _make_constraints(store, release)
    labels = main_labels(store, release, known)
    lease = Lease.new()

    def work(transaction: neo4j.ManagedTransaction, expected: Difference | None) -> Difference:
        lease.take(transaction)
        if release_id(transaction) != previous:
            raise ToolError("Another load changed the store meanwhile.", "Run the command again.")
        change = expected if expected is not None else found_difference(transaction, release, labels)
        apply_difference(transaction, change, _counting(progress, change.size, CHANGING))
        _write_release(transaction, release)
        lease.give_back(transaction)
        if counts(transaction) != (change.node_count, change.relationship_count):
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


def _counting(progress: Progress, total: int, step: str) -> Callable[[int], None]:
    done = 0

    def count(more: int) -> None:
        nonlocal done
        done += more
        progress(step, done, total)

    return count


def _fill(store: Store, release: ReleaseTables, progress: Progress, began: float) -> LoadReport:
    """Fill an empty store in one transaction."""
    nodes, relationships = list(release.all_nodes()), list(release.all_relationships())
    elements = len(nodes) + len(relationships)
    lease = Lease.new()
    _make_constraints(store, release)
    progress(FILLING, 0, elements)

    def work(transaction: neo4j.ManagedTransaction) -> None:
        lease.take(transaction)
        if release_id(transaction) is not None:
            raise ToolError("Another load filled the store meanwhile.", "Run the command again.")
        fill(transaction, nodes, relationships)
        progress(FILLING, elements, elements)
        _write_release(transaction, release)
        lease.give_back(transaction)

    store.write(work)
    seconds = time.monotonic() - began
    return LoadReport(release.id, None, "one transaction", len(nodes), 0, 0, len(relationships), 0, seconds)


def _fill_in_batches(store: Store, release: ReleaseTables, progress: Progress, began: float) -> LoadReport:
    """Fill an empty store by Bolt in batches, the release node last; a kill leaves a mark, and a later load
    ends it.
    """
    lease = Lease.new()
    _make_constraints(store, release)
    store.write(lease.take)
    nodes = list(release.all_nodes())
    relationships = list(release.all_relationships())
    labels = {node.id: node.labels[0] for node in nodes}
    count_done = _counting(progress, len(nodes) + len(relationships), FILLING)
    writes: list[tuple[Callable[[neo4j.ManagedTransaction], object], int]] = [
        *((partial(create_nodes, nodes=batch), len(batch)) for batch in batches(nodes)),
        *(
            (partial(create_relationships, relationships=batch, labels=labels, made={}), len(batch))
            for batch in batches(relationships)
        ),
    ]
    for number, (write, count) in enumerate(writes, start=1):
        store.write(partial(_write_batch, lease=lease, number=number, write=write))
        count_done(count)

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
    write: Callable[[neo4j.ManagedTransaction], object],
) -> None:
    """One batch. The mark counts the batches, so that one which the driver runs again is not made twice."""
    lease.take(transaction)
    if lease.count(transaction, number):
        write(transaction)


def _make_constraints(store: Store, release: ReleaseTables) -> None:
    statements = [constraint_statement(one) for one in wanted_constraints(release)]

    def make(transaction: neo4j.ManagedTransaction) -> None:
        for statement in statements:
            transaction.run(statement).consume()

    store.write(make)


def _known_release(folder: Path, settings: Settings) -> ReleaseTables | None:
    """The tables of the release that the store holds, where they still are beside the new one's as built."""
    try:
        read_whole(folder, settings.data_folder)
        known = ReleaseTables(folder)
    except ToolError:
        return None
    return known if known.id == folder.name else None


def _write_release(transaction: neo4j.ManagedTransaction, release: ReleaseTables) -> None:
    transaction.run(
        "MERGE (r:Release) SET r = $properties", properties=release.release_properties()
    ).consume()
