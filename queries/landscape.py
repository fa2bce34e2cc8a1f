"""What a screen needs before it can ask: a connection, the errors it may meet, whether a newer release waits.

Screens use this module and ``queries.pages`` only; settings and stores stay behind it.
"""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from typing import TYPE_CHECKING

from loaders.errors import DataError, ToolError
from loaders.settings import Settings
from loaders.sources.waivers import Waiver, read_waivers
from loaders.store.connection import Store, open_store
from queries.finding import Finding
from queries.findings import AllFindings, all_findings, whole
from queries.kept import findings_today
from queries.lookups import MOST_ROWS, look_up
from queries.pages import Found, what
from queries.robustness import Loss, read_losses
from queries.span import OutsideSpanError, Span, as_date, read_span

if TYPE_CHECKING:
    from queries.changes import Changed
    from queries.whatif.measures import Measure
    from queries.whatif.outcome import Outcome

__all__ = [
    "DataError",
    "OutsideSpanError",
    "Span",
    "Store",
    "ToolError",
    "as_date",
    "changes",
    "connect",
    "every_thing",
    "findings",
    "losses",
    "measures",
    "newer_release",
    "read_span",
    "releases",
    "tried",
    "waivers",
]


def connect() -> Store:
    """A connection to the store that the settings name. Raises ToolError where there is none to be had."""
    return open_store(Settings.from_environment())


def findings(store: Store, release: str, as_at: datetime.date) -> AllFindings:
    """All findings as at the date, most serious first; today's may have been kept from an earlier start."""
    today = datetime.date.today()
    if as_at != today:
        return whole(*all_findings(store, as_at))
    return findings_today(store, release, today, Settings.from_environment().data_folder)


def losses(release: str, finding: Finding) -> tuple[Loss, ...] | None:
    """The origins without which the finding would change; None where that has not been worked out (yet)."""
    file = Settings.from_environment().data_folder / "findings" / f"{release}.json"
    return read_losses(file).get(finding.id)


def waivers() -> tuple[tuple[Waiver, ...], str]:
    """The waivers in the sheets as they are now, or none and a sentence on why they cannot be read."""
    try:
        return read_waivers(Settings.from_environment().sheets_folder), ""
    except DataError as error:
        return (), str(error.problems[0])
    except ToolError as error:
        return (), str(error)


def every_thing(store: Store) -> list[Found]:
    """Everything that has a page, by name."""
    rows = look_up(store, "find", text="", limit=MOST_ROWS)
    things = [
        Found(row["id"], row["name"], row["initials"], what(row["labels"]), row["name"]) for row in rows
    ]
    return sorted(things, key=lambda each: each.name.lower())


def newer_release(loaded: str) -> str | None:
    """The release that has been built but is not the one in the store; None where there is none such."""
    try:
        current = (Settings.from_environment().data_folder / "current").read_text(encoding="utf-8").strip()
    except (OSError, ToolError):
        return None
    return current if current and current != loaded else None


def measures(store: Store) -> list[Measure]:
    """The reform measures that have not taken effect, by their sentence. Raises as ``try_out`` does."""
    from queries.whatif.measures import OPEN  # the gate behind it takes half a second to import
    from queries.whatif.trying import measures_of

    found = measures_of(store)[1].values()
    return sorted((each for each in found if each.status in OPEN), key=lambda each: each.text)


def tried(store: Store, chosen: Sequence[str], as_at: datetime.date) -> Outcome:
    """What would come of these measures on a day; nothing is changed. Raises as ``try_out`` does."""
    from queries.whatif.trying import try_out

    return try_out(store, chosen, as_at)


def releases(store: Store) -> list[str]:
    """The ids of the releases that were built and kept here, the one built last at the end."""
    from queries.changes import listed

    return listed(store.settings.data_folder)


def changes(store: Store, old: str, new: str) -> Changed:
    """What the release ``new`` says otherwise than ``old``. Raises ToolError where one cannot be read."""
    from queries.changes import between, find, open_edition

    folder = store.settings.data_folder
    return between(*(open_edition(find(folder, each), folder) for each in (old, new)))
