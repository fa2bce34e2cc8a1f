"""In which respects a statement is recorded otherwise than before, in words."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterable, Mapping
from typing import Any

from queries.changes.edition import Edition
from queries.wording import day, joined

_WORDS = {
    "text": "wording",
    "subject": "who it is about",
    "object": "what it is about",
    "polarity": "whether it holds or is denied",
    "force": "what it rests on",
    "strength": "how strongly it is worded",
    "basis": "how it is known",
    "lifecycle": "how far it has come",
    "stated_at": "day as at which it is stated",
    "valid_from": "first day",
    "valid_to": "last day",
}
_DERIVED = ("known_from", "known_to", "ended", "contested")
_APART = ("id", "details", "positions", "evidence", "format", "note", *_DERIVED)
_ISO = re.compile(r"\d{4}-\d{2}-\d{2}\Z")


def respects(before: Mapping[str, Any], after: Mapping[str, Any], old: Edition, new: Edition) -> list[str]:
    """Sentences on what differs, the statement's own fields first, then who holds what, then the passages.

    Remarks for curators are no respect. A day computed from a source's is one where nothing else differs.
    """
    found = []
    then, now = _flat(before), _flat(after)
    for name in dict.fromkeys([*then, *now]):
        if then.get(name) != now.get(name):
            word = _WORDS.get(name, name.replace("_", " "))
            was, is_ = _shown(name, then.get(name), old), _shown(name, now.get(name), new)
            found.append(f"{word[:1].upper()}{word[1:]}: now {is_}; before, {was}.")
    found += _positions(before, after, old, new)
    found += _passages(before, after, old, new)
    if not found and before["known_to"] != after["known_to"]:
        found.append(
            f"Its sources now vouch for it until {_shown('', after['known_to'], new)}; before, until "
            f"{_shown('', before['known_to'], old)}."
        )
    return found


def places(evidence: Iterable[Mapping[str, Any]], edition: Edition) -> list[str]:
    """Where it is written, each document named once: "HSSIB report, 3.2.45 s4"."""
    by_document: dict[str, list[str]] = {}
    for each in evidence:
        by_document.setdefault(edition.name(each["document"]), []).append(str(each["locator"]))
    return [f"{name}, {', '.join(dict.fromkeys(found))}" for name, found in by_document.items()]


def _flat(statement: Mapping[str, Any]) -> dict[str, Any]:
    own = {name: value for name, value in statement.items() if name not in _APART}
    details = {name: value for name, value in statement["details"].items() if name != "note"}
    return {**own, **details}


def _positions(before: Mapping[str, Any], after: Mapping[str, Any], old: Edition, new: Edition) -> list[str]:
    """Who has since taken a position on it, who no longer has one, and whose is another."""
    then = {each["id"]: each for each in before["positions"]}
    now = {each["id"]: each for each in after["positions"]}
    found = []
    for name, each in now.items():
        if name not in then:
            found.append(f"New: {new.name(each['party'])} {each['stance']} it: {_said(each)}")
        elif not name.endswith("-asserted") and _core(each) != _core(then[name]):
            found.append(
                f"What {new.name(each['party'])} says of it is now ({each['stance']}): {_said(each)} "
                f"Before ({then[name]['stance']}): {_said(then[name])}"
            )
    found += [
        f"No longer on record: {old.name(each['party'])} {each['stance']} it: {_said(each)}"
        for name, each in then.items()
        if name not in now
    ]
    return found


def _core(position: Mapping[str, Any]) -> tuple[Any, ...]:
    return tuple(position[name] for name in ("party", "stance", "text", "quantifier", "basis", "topic"))


def _said(position: Mapping[str, Any]) -> str:
    return position["text"] or "the source gives no more than that."


def _passages(before: Mapping[str, Any], after: Mapping[str, Any], old: Edition, new: Edition) -> list[str]:
    then, now = _evidence(before), _evidence(after)
    added = [each for each in now if _key(each) not in {_key(one) for one in then}]
    dropped = [each for each in then if _key(each) not in {_key(one) for one in now}]
    found = []
    if added:
        found.append(f"It now rests on {joined(places(added, new))} as well.")
    if dropped:
        found.append(f"It no longer rests on {joined(places(dropped, old))}.")
    return found


def _evidence(statement: Mapping[str, Any]) -> list[Mapping[str, Any]]:
    positions = [each for position in statement["positions"] for each in position["evidence"]]
    return [*statement["evidence"], *positions]


def _key(evidence: Mapping[str, Any]) -> tuple[str, str]:
    return evidence["document"], evidence["locator"]


def _shown(name: str, value: Any, edition: Edition) -> str:
    """A value as readers know it: concepts and things by name, days written out."""
    if value is None or value == "":
        return "not stated"
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, list):
        return joined([_shown(name, each, edition) for each in value])
    text = str(value)
    if _ISO.match(text):
        return day(datetime.date.fromisoformat(text))
    if text in edition.things:
        return edition.name(text)
    concept = edition.concepts.get(f"{name.replace('_', '-')}/{text}")
    return f'"{concept or text.removesuffix(".")}"'
