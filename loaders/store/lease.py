"""Who may load: one at a time, by a mark in the store itself that ends by itself if its holder is killed."""

from __future__ import annotations

import secrets
from dataclasses import dataclass
from typing import TYPE_CHECKING

from loaders.errors import ToolError

if TYPE_CHECKING:
    from loaders.store.driver import AnyTransaction, neo4j

HELD_SECONDS = 120.0
"""How long a load may go without renewing its lease, which it does with every batch."""

MARK = "LoadUnderWay"
"""Label of the one node that marks a load.

Where a fill was killed it stays, and says that the data are ours.
"""


@dataclass(frozen=True)
class Lease:
    """The right to load until ``seconds`` after it was last taken, by the clock of the server."""

    token: str
    seconds: float

    @classmethod
    def new(cls) -> Lease:
        """A lease that nobody holds yet."""
        return cls(secrets.token_hex(8), HELD_SECONDS)

    def take(self, transaction: AnyTransaction) -> None:
        """Take or renew it. Until the transaction ends, other loads wait at this very statement.

        Raises ToolError where another load holds it and it has not run out.
        """
        record = transaction.run(
            f"MERGE (m:{MARK} {{id: 'load'}}) "
            "SET m.touched = timestamp() "  # takes the write lock before the holder is looked at
            "WITH m, m.token IS NULL OR m.token = $token OR m.until < datetime() AS free "
            "SET m.batches = CASE WHEN m.token = $token THEN m.batches ELSE 0 END, "
            "m.token = CASE WHEN free THEN $token ELSE m.token END, "
            "m.until = CASE WHEN free THEN datetime() + duration({seconds: $seconds}) ELSE m.until END "
            "RETURN free, toString(m.until) AS until",
            token=self.token,
            seconds=self.seconds,
        ).single(strict=True)
        if not record["free"]:
            raise ToolError(
                "Another load into this database is under way.",
                f"Wait until it has ended. If it was killed, its hold ends by itself at {record['until']}.",
            )

    def give_back(self, transaction: neo4j.ManagedTransaction) -> None:
        """Give it back; the mark is gone when the transaction is committed."""
        transaction.run(
            f"MATCH (m:{MARK} {{id: 'load', token: $token}}) DELETE m", token=self.token
        ).consume()

    def count(self, transaction: neo4j.ManagedTransaction, number: int) -> bool:
        """Whether batch ``number`` of this load is still to be made; from now on it counts as made."""
        record = transaction.run(
            f"MATCH (m:{MARK} {{id: 'load', token: $token}}) WHERE coalesce(m.batches, 0) < $number "
            "SET m.batches = $number RETURN 1 AS one",
            token=self.token,
            number=number,
        ).single()
        return record is not None
