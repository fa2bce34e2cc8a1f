"""What happened to statements: begun, ended, new on record, recorded otherwise, withdrawn."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from queries.changes.change import Change
from queries.changes.edition import Edition
from queries.changes.respects import places, respects
from queries.claims import Ref
from queries.wording import day_of

_PROPOSED = ("considered", "proposed", "announced", "accepted", "enacted", "rejected", "paused")


def in_force(statement: Mapping[str, Any]) -> bool:
    """Whether it holds, unconditionally and undisputed, and has taken effect as far as its source says."""
    return (
        statement["polarity"] == "holds"
        and not statement["contested"]
        and not statement["condition"]
        and statement["lifecycle"] not in _PROPOSED
    )


def changes_of_statements(old: Edition, new: Edition) -> tuple[list[Change], int]:
    """The changes, and how many statements are as they were. Statements not checked yet are left out."""
    found, unchanged = [], 0
    for name, after in sorted(new.statements.items()):
        before = old.statements.get(name)
        if before is None:
            known = ["It was waiting to be checked at its source."] if name in old.waiting else []
            happened = "begun" if _begins(after, old, new) else "new"
            if after["ended"] and _passed(after["valid_to"], new):
                happened = "new"
                known.append(f"It ended on {day_of(after['valid_to'])}.")
            found.append(_change(happened, after, new, known))
            continue
        differs = respects(before, after, old, new)
        if after["ended"] and not before["ended"]:
            rest = [each for each in differs if not each.startswith("Last day: ")]
            found.append(_change("ended", after, new, rest))
        elif before["valid_to"] == after["valid_to"] and _elapses(after["valid_to"], old, new):
            known = [f"The day was on record in release {old.id} already, and has passed since."]
            found.append(_change("ended", after, new, [*known, *differs]))
        elif differs:
            found.append(_change("changed", after, new, differs))
        elif _begins(after, old, new):
            found.append(_change("begun", after, new, []))
        else:
            unchanged += 1
    for name, before in sorted(old.statements.items()):
        if name not in new.statements:
            waits = ["It is back among those that wait to be checked."] if name in new.waiting else []
            found.append(_change("withdrawn", before, old, waits, gone=True))
    return found, unchanged


def _begins(statement: Mapping[str, Any], old: Edition, new: Edition) -> bool:
    """Whether its first day lies after the old release's day, and not after the new one's."""
    first = statement["valid_from"]
    return bool(first and old.as_at.isoformat() < first <= new.as_at.isoformat())


def _elapses(last: str | None, old: Edition, new: Edition) -> bool:
    """Whether the last day had yet to pass by the old release, and has by the new one."""
    return bool(last and old.as_at.isoformat() <= last < new.as_at.isoformat())


def _passed(last: str | None, new: Edition) -> bool:
    return bool(last and last < new.as_at.isoformat())


def _change(
    happened: str, statement: Mapping[str, Any], edition: Edition, details: list[str], gone: bool = False
) -> Change:
    text = str(statement["text"])
    if happened == "ended":
        verb = "Until" if _passed(statement["valid_to"], edition) else "To end on"
        text = f"{verb} {day_of(statement['valid_to'])}: {text}"
    elif happened in ("begun", "new") and statement["valid_from"]:
        first = day_of(statement["valid_from"])
        text = text if first in text else f"From {first}: {text}"
    if statement["lifecycle"] in _PROPOSED:
        stage = edition.concepts.get(f"lifecycle/{statement['lifecycle']}", statement["lifecycle"])
        text = f"{stage.capitalize()}, not in force: {text}"
    if statement["condition"]:
        text += f" (Condition: {statement['condition']})"
    sides = ["Disputed by a party."] if statement["contested"] else []
    written = "; ".join(places(statement["evidence"], edition))
    ends = dict.fromkeys(each for each in (statement["subject"], statement["object"]) if each)
    return Change(
        "statement",
        happened,
        str(statement["id"]),
        f"{text} [{written}]" if written else text,
        (*sides, *details),
        tuple(Ref(each, edition.name(each)) for each in ends),
        (str(statement["id"]),),
        gone,
    )
