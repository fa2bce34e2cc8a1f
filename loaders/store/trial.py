"""Trying a change out: made in a transaction, asked there, and rolled back. No second database is needed.

Others read the old state all along. Two trials, or a trial and a load, wait for each other; a load that goes
on in batches makes a trial stop with a sentence.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, TypeVar

from loaders.errors import ToolError
from loaders.store.connection import WRITING, Answer, Store, explained, fetched
from loaders.store.difference import Difference
from loaders.store.driver import neo4j
from loaders.store.guard import check_parameters
from loaders.store.held import release_id
from loaders.store.lease import Lease
from loaders.store.writing import apply_difference

T = TypeVar("T")


class TrialStore(Store):
    """The store as it is inside a trial: questions see the change. Good until the trial ends."""

    def __init__(self, store: Store, transaction: neo4j.Transaction) -> None:
        super().__init__(store.driver, store.database, store.settings)
        self._transaction = transaction

    def read(
        self,
        cypher: str,
        parameters: Mapping[str, Any] | None = None,
        timeout_seconds: float | None = None,
        row_limit: int | None = None,
        *,
        untrusted: bool = False,
    ) -> Answer:
        """As ``Store.read``, for queries of this project alone: the time-out is that of the whole trial."""
        if untrusted:
            raise ToolError("A trial takes no query from outside.", "Ask it of the store itself.")
        limit = self.settings.query_row_limit if row_limit is None else row_limit
        check_parameters(parameters or {})
        with explained(self, self.settings.write_timeout_seconds, WRITING):
            result = self._transaction.run(cypher, dict(parameters or {}))
            answer = fetched(result, limit)
            result.consume()
        return answer


def trial(store: Store, release: str, difference: Difference, work: Callable[[Store], T]) -> T:
    """What ``work`` gives when it asks the store as it would be with ``difference`` made.

    Nothing stays in the store, whether this ends well, by an error or by a kill. Raises ToolError where the
    store holds another release than ``release``, a load is under way, or the store fails.
    """
    lease = Lease.new()

    def within(transaction: neo4j.Transaction) -> T:
        lease.take(transaction)
        held = release_id(transaction)
        if held != release:
            raise ToolError(
                f"The store holds {'no release' if held is None else f'release {held}'}, not {release}.",
                "Bring it to the current release with 'run.py load', then try again.",
            )
        apply_difference(transaction, difference, lambda _: None)
        return work(TrialStore(store, transaction))

    return store.rolled_back(within)
