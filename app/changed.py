"""What changed between two releases, as plain text, Markdown and JSON."""

from __future__ import annotations

import dataclasses
import json
import re
from collections.abc import Iterable

from queries.changes.change import Changed, Group
from queries.wording import day_of

_SPECIAL = re.compile(r"([\\`*_\[\]<>|])")
"""What Markdown would take for more than text; a line's start never holds our text."""


def as_text(changed: Changed, most: int | None = None) -> str:
    """Plain text, a sentence a line; ``most`` bounds the changes shown under each heading."""
    lines = [_first(changed), *changed.notes]
    for group in changed.groups:
        lines += ["", _heading(group), *([group.note] if group.note else [])]
        for change in group.changes[:most]:
            lines += [f"* {change.text}", *(f"    {each}" for each in change.details)]
        lines += [f"  {each}" for each in _left_out(group, most)]
    return "\n".join([*lines, "", *_rest(changed)]) + "\n"


def as_markdown(changed: Changed, most: int | None = None) -> str:
    """The same as Markdown, to be pasted into a paper."""
    lines = [f"# What changed, {_span(changed)}", "", _first(changed)]
    lines += _paragraphs(changed.notes)
    for group in changed.groups:
        lines += ["", f"## {_heading(group)}", *_paragraphs([group.note] if group.note else []), ""]
        for change in group.changes[:most]:
            lines += [f"- {escaped(change.text)}", *(f"  - {escaped(each)}" for each in change.details)]
        lines += _paragraphs(_left_out(group, most))
    return "\n".join([*lines, *_paragraphs(_rest(changed))]) + "\n"


def as_json(changed: Changed) -> str:
    """Everything, for a program."""
    return json.dumps(dataclasses.asdict(changed), ensure_ascii=False, indent=2) + "\n"


def _span(changed: Changed) -> str:
    return f"{day_of(changed.old.as_at)} to {day_of(changed.new.as_at)}"


def _first(changed: Changed) -> str:
    if changed.old.id == changed.new.id:
        return f"Both are release {changed.new.id}."
    return (
        f"From release {changed.old.id} (newest source of {day_of(changed.old.as_at)}) to release "
        f"{changed.new.id} (newest source of {day_of(changed.new.as_at)})."
    )


def _heading(group: Group) -> str:
    return f"{group.heading} ({len(group.changes)})"


def _left_out(group: Group, most: int | None) -> list[str]:
    rest = len(group.changes) - (len(group.changes) if most is None else min(most, len(group.changes)))
    return [f"And {rest} more, not shown here."] if rest else []


def _rest(changed: Changed) -> list[str]:
    """What stayed as it was."""
    found = [] if changed.groups else ["Nothing differs."]
    found.append(f"{changed.unchanged_statements} statements are as they were.")
    if changed.life is not None:
        same = sum(1 for each in changed.life.values() if each == "unchanged")
        found.append(f"{same} finding{' is as it was' if same == 1 else 's are as they were'}.")
    return found


def _paragraphs(texts: Iterable[str]) -> list[str]:
    return [line for text in texts for line in ("", escaped(text))]


def escaped(text: str) -> str:
    """The text with everything escaped that Markdown would take for more than text."""
    return _SPECIAL.sub(r"\\\1", text)
