"""How names, dates and lists read inside a sentence."""

from __future__ import annotations

import datetime
import string
from collections.abc import Mapping
from typing import Any

KIND_WORDS = {
    "flow": "flow of information",
    "escalation": "escalation step",
    "reporting": "reporting requirement",
    "effect": "claimed effect",
    "reform": "reform measure",
}

_PROPER = ("Dash", "Hewitt", "Darzi", "Francis", "Hempsons", "Verivius", "Riverark", "Healthwatch")


def mid_sentence(name: str) -> str:
    """A class's name as it stands within a sentence ("provider collaboratives"); proper names stay so.

    A name is proper where a later word has a capital of its own, initials apart; where it begins with the
    name of a person or firm; and where it is a title in two parts.
    """
    words = name.split()
    if not words or not words[0][:1].isupper() or words[0].isupper() or not words[0][1:].islower():
        return name
    if words[0] in _PROPER or ": " in name:
        return name
    later = words[1:]
    if any(word[:1].isupper() and not word.rstrip("s").isupper() for word in later):
        return name
    return name[0].lower() + name[1:]


def kind_words(kind: str) -> str:
    """A kind of statement as readers call it."""
    return KIND_WORDS.get(kind, kind.replace("-", " "))


def day(date: datetime.date) -> str:
    """A date as readers write it: 13 February 2025."""
    return f"{date.day} {date:%B %Y}"


def day_of(text: str) -> str:
    """The same of a date in ISO 8601."""
    return day(datetime.date.fromisoformat(text))


def joined(items: list[str], word: str = "and") -> str:
    """A list within a sentence: "a", "a and b", "a, b and c"."""
    if len(items) < 2:
        return "".join(items)
    return f"{', '.join(items[:-1])} {word} {items[-1]}"


def filled(template: str, values: Mapping[str, Any]) -> str:
    """``template`` with its columns filled in and a capital at the start; ``{column:mid}``: mid-sentence."""
    parts: list[str] = []
    for literal, name, spec, _ in string.Formatter().parse(template):
        parts.append(literal)
        if name is not None:
            parts.append(_shown(values.get(name), mid=spec == "mid"))
    text = "".join(parts).strip()
    return text[:1].upper() + text[1:]


def _shown(value: Any, *, mid: bool) -> str:
    if value is None:
        return ""
    if isinstance(value, list):
        return joined([_shown(each, mid=mid) for each in value])
    if isinstance(value, datetime.date):
        return day(value)
    return mid_sentence(str(value)) if mid else str(value)
