"""What happened to bodies, and to what statements are about; which sources were added or taken out."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from queries.changes.change import Change
from queries.changes.edition import Edition, Thing
from queries.changes.respects import places
from queries.changes.statements import in_force
from queries.claims import Ref
from queries.wording import day, joined

_ONE_DAY = datetime.timedelta(days=1)

_BECAME = {
    "renaming": "goes on as {names}",
    "merger": "is merged into {names}",
    "split": "is split up: a part of it goes to {names}",
    "acquisition": "passes, in part or as a whole, to {names}, which existed already",
}
_PARTS = {
    "split": "is split up: parts of it go to {names}",
    "acquisition": "passes, in part, to {names}, which existed already",
}
"""By kind of succession; where there are several successors, each has a part."""


def changes_of_bodies(old: Edition, new: Edition) -> list[Change]:
    """Successions, closings, openings, new names and things first recorded, each sort by day and name."""
    found = _successions(old, new)
    succeeded = {each.id for each in found}
    for identifier, thing in sorted(new.things.items(), key=lambda each: (each[1].name, each[0])):
        if "Document" in thing.labels:
            continue
        before = old.things.get(identifier)
        closes = _closes(before, thing, old, new)
        opens = _opens(before, thing, old, new)
        if closes and identifier not in succeeded:
            found.append(_closed(thing, before, old, new))
        elif opens:
            found.append(_opened(thing, new))
        elif before is None:
            found.append(_change("recorded", thing, f"{thing.name} is on record for the first time."))
        if before is not None:
            found += _otherwise(before, thing, opens=opens, closes=closes)
    found += [
        Change("body", "withdrawn", name, f"{thing.name} is no longer on record.", gone=True)
        for name, thing in sorted(old.things.items(), key=lambda each: (each[1].name, each[0]))
        if name not in new.things and "Document" not in thing.labels
    ]
    return found


def changes_of_sources(old: Edition, new: Edition) -> list[Change]:
    """Sources read for the first time, with a later or earlier last day that they vouch for, or taken out."""
    found = []
    for name, thing in _documents(new):
        before = old.things.get(name)
        if before is None or not before.read:
            found.append(Change("source", "new", name, f"{thing.name} has been read.", _vouches(thing)))
        elif before.confirmed_to != thing.confirmed_to:
            text = f"{thing.name} vouches for what it says {_until(thing)}; before, {_until(before)}."
            found.append(Change("source", "changed", name, text))
    for name, thing in _documents(old):
        if name not in new.things or not new.things[name].read:
            text = f"{thing.name} is no longer among the sources that were read."
            found.append(Change("source", "withdrawn", name, text, gone=name not in new.things))
    return found


def _documents(edition: Edition) -> Iterable[tuple[str, Thing]]:
    return sorted(
        ((name, each) for name, each in edition.things.items() if "Document" in each.labels and each.read),
        key=lambda each: (each[1].name, each[0]),
    )


def _until(thing: Thing) -> str:
    return f"until {day(thing.confirmed_to)}" if thing.confirmed_to else "on its own day only"


def _vouches(thing: Thing) -> tuple[str, ...]:
    return (f"It vouches for what it says {_until(thing)}.",)


def _closes(before: Thing | None, thing: Thing, old: Edition, new: Edition) -> bool:
    """Whether it closed, or is to, as no reader of the old release could know or look back on."""
    if thing.closed is None:
        return False
    if before is None:
        return thing.closed >= old.as_at
    if before.closed is None:
        return True
    return before.closed == thing.closed and old.as_at <= thing.closed < new.as_at


def _opens(before: Thing | None, thing: Thing, old: Edition, new: Edition) -> bool:
    """Whether it opened after the old release, or is to."""
    if thing.opened is None or thing.opened <= old.as_at:
        return False
    if before is None or before.opened is None:
        return True
    return before.opened == thing.opened <= new.as_at


def _successions(old: Edition, new: Edition) -> list[Change]:
    """One sentence for each body that others succeed, over all statements of it."""
    by_body: dict[str, list[dict[str, Any]]] = {}
    for statement in new.statements.values():
        if statement["kind"] == "succession" and _effective(statement, old, new):
            by_body.setdefault(statement["subject"], []).append(statement)
    found = []
    for body, statements in by_body.items():
        statements.sort(key=lambda each: (each["valid_from"] or "", new.name(each["object"])))
        first = statements[0]["valid_from"]
        name = new.name(body)
        start = f"From {day(datetime.date.fromisoformat(first))}, {name}" if first else name
        if first and first > new.as_at.isoformat():
            start = f"It is recorded that, from {day(datetime.date.fromisoformat(first))}, {name}"
        thing = new.things.get(body)
        closed = thing.closed if thing else None
        written = "; ".join(places((each for one in statements for each in one["evidence"]), new))
        verb = "was" if closed and closed < new.as_at else "is to be"
        details = [f"Its last day {verb} {day(closed)}."] if closed else []
        found.append(
            Change(
                "body",
                "succeeded",
                body,
                f"{start} {_became(statements, new)}. [{written}]",
                tuple(details),
                (Ref(body, name), *(Ref(each["object"], new.name(each["object"])) for each in statements)),
                tuple(each["id"] for each in statements),
            )
        )
    return sorted(found, key=lambda each: (each.text, each.id))


def _effective(statement: Mapping[str, Any], old: Edition, new: Edition) -> bool:
    """Whether this succession is in force, and was not yet by the old release."""
    if not in_force(statement):
        return False
    before = old.statements.get(statement["id"])
    first = statement["valid_from"]
    if before is None or not in_force(before) or before["valid_from"] != first:
        return True
    return bool(first and old.as_at.isoformat() < first <= new.as_at.isoformat())


def _became(statements: Sequence[Mapping[str, Any]], new: Edition) -> str:
    by_kind: dict[str, list[str]] = {}
    for each in statements:
        by_kind.setdefault(str(each["details"].get("succession_kind")), []).append(new.name(each["object"]))
    words = {**_BECAME, **_PARTS} if len(statements) > 1 else _BECAME
    kinds = [kind for kind in words if kind in by_kind] + [kind for kind in by_kind if kind not in words]
    return "; it ".join(
        words.get(kind, "is succeeded by {names}").format(names=joined(by_kind[kind])) for kind in kinds
    )


def _closed(thing: Thing, before: Thing | None, old: Edition, new: Edition) -> Change:
    assert thing.closed is not None
    if thing.closed >= new.as_at:
        text = f"{thing.name} is to close: its last day is given as {day(thing.closed)}."
    else:
        first = day(thing.closed + _ONE_DAY)
        text = f"From {first}, there is no {thing.name}: its last day was {day(thing.closed)}."
    details = []
    if before is None:
        details.append("It is on record for the first time.")
    elif before.closed == thing.closed:
        details.append(f"The day was on record in release {old.id} already, and has passed since.")
    heirs = _linked(new, "subject", thing.id, "object")
    if heirs:
        details.append(f"It is succeeded by {joined([each.name for each in heirs])}.")
    else:
        details.append("What it passed on, and to whom, is not on record.")
    return _change("closed", thing, text, *details, others=heirs)


def _opened(thing: Thing, new: Edition) -> Change:
    assert thing.opened is not None
    verb = "there is" if thing.opened <= new.as_at else "there is to be"
    text = f"From {day(thing.opened)}, {verb} {thing.name}."
    came = _linked(new, "object", thing.id, "subject")
    details = [f"It follows {joined([each.name for each in came])}."] if came else []
    return _change("opened", thing, text, *details, others=came)


def _linked(new: Edition, end: str, identifier: str, other: str) -> list[Ref]:
    """What stands at the ``other`` end of the successions in force that have this body at ``end``."""
    names = {
        each[other]: new.name(each[other])
        for each in new.statements.values()
        if each["kind"] == "succession" and each[end] == identifier and in_force(each)
    }
    return [Ref(each, name) for each, name in sorted(names.items(), key=lambda pair: (pair[1], pair[0]))]


def _otherwise(before: Thing, thing: Thing, *, opens: bool, closes: bool) -> list[Change]:
    """Another name, or another first or last day where that is not said as an opening or a closing."""
    found = []
    if before.name != thing.name:
        found.append(_change("changed", thing, f"{before.name} is now on record as {thing.name}."))
    days = (("first", before.opened, thing.opened, opens), ("last", before.closed, thing.closed, closes))
    for word, then, now, said in days:
        if then != now and not said:
            text = f"The {word} day of {thing.name} is now given as {_given(now)}; before, as {_given(then)}."
            found.append(_change("changed", thing, text))
    return found


def _given(date: datetime.date | None) -> str:
    return day(date) if date else "not known"


def _change(happened: str, thing: Thing, text: str, *details: str, others: Iterable[Ref] = ()) -> Change:
    return Change("body", happened, thing.id, text, details, (Ref(thing.id, thing.name), *others))
