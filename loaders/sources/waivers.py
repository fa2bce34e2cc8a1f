"""Waivers: who accepts a finding of ours, why, and until when.

They are read when findings are shown, and are in no release: a release says what the sources say, and must
not become another one because somebody decides to live with what was found in it.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from loaders.errors import DataError, Problem
from loaders.sources.csvw import read_metadata
from loaders.sources.keys import duplicates
from loaders.sources.sheets import read_sheet

WAIVERS = "waivers.csv"


@dataclass(frozen=True)
class Waiver:
    """One row of the sheet: ``finding`` is the finding's id, ``expires`` the last day on which it counts."""

    finding: str
    reason: str
    owner: str
    expires: datetime.date
    row: int

    def counts(self, day: datetime.date) -> bool:
        """Whether it counts on that day."""
        return day <= self.expires


def read_waivers(folder: Path) -> tuple[Waiver, ...]:
    """The waivers in the sheets of ``folder``, in their order; () where no such sheet is described there.

    Reads that sheet alone. Raises DataError with every problem of it, and none of them counts then;
    ToolError where the file may not be read.
    """
    table = read_metadata(folder).tables.get(WAIVERS)
    if table is None:
        return ()
    reading = read_sheet(folder, table, {})
    problems = [*reading.problems, *duplicates({WAIVERS: reading})]
    if problems:
        raise DataError(problems)
    found = []
    for row in reading.rows:
        expires = row["expires"]
        assert isinstance(expires, datetime.date), "the sheet's description says so"
        found.append(Waiver(row.text("finding"), row.text("reason"), row.text("owner"), expires, row.number))
    return tuple(found)


def expired(waivers: Iterable[Waiver], day: datetime.date) -> list[Problem]:
    """A problem for each waiver that no longer counts on that day."""
    return [
        Problem(
            WAIVERS,
            each.row,
            "expires",
            f"The waiver of '{each.finding}' expired on {each.expires.isoformat()} and no longer counts.",
            f"Delete the row, or have its owner ({each.owner}) decide again and write the new day.",
        )
        for each in waivers
        if not each.counts(day)
    ]
