"""Bodies by functions: what each is recorded as doing, with the statements behind every cell.

What counts, and as what, is the table "What counts in the matrix" in ``docs/model.md``. Nothing is inferred
beyond it: who is told of something is not thereby said to collect data, and performance management and
support are shown beside a row, because the model names no function for them. To license, to register and to
enforce are one column, "regulate". A cell without a statement reads "not recorded", which is neither yes nor
no.
"""

from __future__ import annotations

import datetime
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from loaders.errors import ToolError
from loaders.store.connection import Store
from queries.claims import Ref
from queries.lookups import cypher_of, look_up
from queries.pages import what
from queries.wording import day, mid_sentence

NOT_RECORDED = "not recorded"
HELD = "held"
EXPECTED = "expected of it"
TOLD = "said in interviews"
CONDITIONAL = "only under a condition"
CONTESTED = "contested"
PAUSED = "paused"
PROPOSED = "proposed"
DENIED = "said not to hold"
NOT_REQUIRED = "said not to be required"
STATES = (HELD, EXPECTED, TOLD, CONDITIONAL, CONTESTED, PAUSED, PROPOSED, DENIED, NOT_REQUIRED)
"""What a statement says of a body and a function, in the order in which a cell names them.

"Held" is what law, licence, contract, policy or a description gives a body, a duty and a power among it; what
policy or guidance asks of it is "expected of it".
"""

MOST_STATEMENTS = 50_000

_NOT_YET = ("considered", "proposed", "announced", "accepted", "enacted")
_RESTS_ON = {
    "statute": "by law",
    "regulations": "by law",
    "statutory-guidance": "by statutory guidance",
    "licence-condition": "by licence",
    "contract": "by contract",
    "policy-or-framework": "by policy",
    "guidance": "by guidance",
    "ministerial-statement": "by a minister's statement",
    "voluntary": "of its own accord",
    "none": "as described",
}
_MODALITY = {
    "duty": ("as a duty", "said to be no duty"),
    "power": ("as a power", "said to be no power"),
    "expectation": ("as an expectation", "said not to be expected"),
}
_BESIDE = {
    "performance-management": "manages the performance of",
    "support": "supports",
}


@dataclass(frozen=True)
class Function:
    """A column of the matrix."""

    id: str
    name: str
    definition: str


@dataclass(frozen=True)
class Entry:
    """One statement behind a cell. ``state`` is one of ``STATES``, ``words`` say what it is in full.

    ``other`` is over or for whom, or (``how`` is "delegate") on whose behalf. ``known``: its source vouches
    for it on the matrix's date; else ``known_to`` is the last day on which it did.
    """

    id: str
    state: str
    words: str
    text: str
    how: str
    other: Ref | None
    topic: str | None
    force: str
    condition: str | None
    known_from: datetime.date
    known_to: datetime.date | None
    known: bool


@dataclass(frozen=True)
class Cell:
    """What is recorded of one body and one function; ``entries`` is empty where nothing is."""

    entries: tuple[Entry, ...]

    @property
    def ids(self) -> tuple[str, ...]:
        """The statements behind it."""
        return tuple(entry.id for entry in self.entries)

    @property
    def states(self) -> tuple[str, ...]:
        """Each state that an entry has, once, in the order of ``STATES``."""
        found = {entry.state for entry in self.entries}
        return tuple(state for state in STATES if state in found)

    @property
    def state(self) -> str:
        """The first of its states, or "not recorded": the one to count a body under, once."""
        return self.states[0] if self.entries else NOT_RECORDED

    @property
    def known(self) -> bool:
        """Whether a source vouches for any of its entries on the matrix's date."""
        return any(entry.known for entry in self.entries)

    @property
    def words(self) -> str:
        """The cell in words: "held; proposed", "(when last read)" where no source speaks for the day."""
        if not self.entries:
            return NOT_RECORDED
        said = "; ".join(self.states)
        return said if self.known else f"{said} (when last read)"


EMPTY = Cell(())


@dataclass(frozen=True)
class Row:
    """A body, role, forum, programme, partnership, unit or class, with its cells by function.

    ``is_class``: it is a class of bodies, so that each member has what stands here (``what`` is "Class").
    ``beside``: what is recorded of it that is no single function, such as support.
    """

    body: Ref
    initials: str | None
    what: str
    is_class: bool
    cells: Mapping[str, Cell]
    beside: tuple[Entry, ...]

    def cell(self, function: str) -> Cell:
        """The cell of that function, empty where nothing is recorded."""
        return self.cells.get(function, EMPTY)


@dataclass(frozen=True)
class Matrix:
    """Rows by name, columns by name; all of it.

    A row is a body or class of which something is recorded; of all others, nothing is.
    """

    as_at: datetime.date
    functions: tuple[Function, ...]
    rows: tuple[Row, ...]

    def totals(self) -> dict[str, dict[str, int]]:
        """By function, how many rows have a cell of each state, each counted once, under its first state.

        Bodies and classes are counted alike, as rows: a class may have one member or thousands.
        """
        return {
            function.id: dict(
                Counter(row.cell(function.id).state for row in self.rows if row.cell(function.id).entries)
            )
            for function in self.functions
        }


def read_matrix(store: Store, as_at: datetime.date) -> Matrix:
    """The matrix as at a date.

    Raises ToolError where there is more than can be read, of which a part would pass for the whole, and where
    the store refuses or cannot be reached.
    """
    functions = tuple(
        Function(row["function"], row["name"], row["definition"]) for row in look_up(store, "matrix_columns")
    )
    names = {function.id: function.name for function in functions}
    answer = store.read(cypher_of("matrix"), {"as_at": as_at}, row_limit=MOST_STATEMENTS)
    if answer.truncated:
        raise ToolError(
            f"More than {MOST_STATEMENTS:,} statements say who does what. They cannot all be read at "
            "once, and a part of them would pass for the whole.",
            "Ask about one organisation: the question 'everything-on-a-body' lists what it does.",
        )
    by_body: dict[str, list[dict[str, Any]]] = {}
    for each in answer.rows:
        by_body.setdefault(each["body"], []).append(each)
    rows = [_row(statements, names, as_at) for statements in by_body.values()]
    rows.sort(key=lambda row: (row.body.name.lower(), row.body.id))
    return Matrix(as_at, functions, tuple(row for row in rows if row.cells or row.beside))


def _row(statements: Sequence[Mapping[str, Any]], names: Mapping[str, str], as_at: datetime.date) -> Row:
    first = statements[0]
    kind = what(first["labels"])
    cells: dict[str, list[Entry]] = {}
    beside: list[Entry] = []
    for each in statements:
        if each["function"]:
            cells.setdefault(each["function"], []).append(_entry(each, names[each["function"]], as_at))
        else:
            beside.append(_entry(each, _BESIDE[each["oversight_kind"]], as_at))
    return Row(
        Ref(first["body"], first["name"]),
        first["initials"],
        kind,
        kind == "Class",
        {function: Cell(tuple(entries)) for function, entries in cells.items()},
        tuple(beside),
    )


def _entry(each: Mapping[str, Any], verb: str, as_at: datetime.date) -> Entry:
    known_to = each["known_to"] or each["known_from"]
    other = Ref(each["other"], each["other_name"]) if each["other"] else None
    known = known_to >= as_at
    return Entry(
        each["id"],
        _state(each),
        _words(each, verb, other, None if known else known_to),
        each["text"],
        each["how"],
        other,
        each["topic"],
        each["force"],
        each["condition"],
        each["known_from"],
        known_to,
        known,
    )


def _state(each: Mapping[str, Any]) -> str:
    if each["how"] == "change" or each["lifecycle"] in _NOT_YET:
        return PROPOSED
    if each["contested"]:
        return CONTESTED
    if each["polarity"] != "holds":
        return NOT_REQUIRED if each["how"] in ("duty", "expectation") else DENIED
    if each["lifecycle"] == "paused":
        return PAUSED
    if each["condition"]:
        return CONDITIONAL
    if _told(each):
        return TOLD
    return EXPECTED if each["how"] == "expectation" else HELD


def _told(each: Mapping[str, Any]) -> bool:
    return bool(each["force"] == "none" and each["basis"] == "interview-account")


def _words(each: Mapping[str, Any], verb: str, other: Ref | None, last: datetime.date | None) -> str:
    """What one statement says, in words that never say more than it does."""
    how = each["how"]
    whom = other.name if other else ""
    if each["other_is_class"]:
        whom = mid_sentence(whom)
    if how == "change":
        said = [f"a change to this is {each['lifecycle'] or 'proposed'}"]
    elif how == "delegate":
        said = [f"{verb} on behalf of {whom}, which has delegated it"]
    elif how in _MODALITY:
        said = [f"{verb}: {_MODALITY[how][each['polarity'] != 'holds']}"]
        said[0] += f" towards {whom}" if whom else ""
    elif each["polarity"] == "holds":
        said = [f"{verb}: {whom}" if whom else verb]
    else:
        said = [f"said not to {verb}: {whom}"]
    said += [f"on {str(each['topic']).replace('-', ' ')}"] if each["topic"] and how != "change" else []
    if how != "change":
        said += ["as told in interviews" if _told(each) else _RESTS_ON[each["force"]]]
    said += [f"shared: {each['sharing'].replace('-', ' ')}"] if each["sharing"] not in (None, "each") else []
    said += [f"only: {each['condition']}"] if each["condition"] else []
    said += (
        [f"{each['lifecycle']}, not in force"] if each["lifecycle"] in _NOT_YET and how != "change" else []
    )
    said += ["paused"] if each["lifecycle"] == "paused" else []
    said += ["disputed"] if each["contested"] else []
    said += [f"not known after {day(last)}"] if last else []
    return ", ".join(said)
