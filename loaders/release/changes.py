"""What a release says otherwise than the one before: statements new, changed, ended and withdrawn."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True)
class Changes:
    """Identifiers of statements, sorted, each with its text; of those changed and ended, the new one.

    ``withdrawn`` are in the old release and not in the new one: their source no longer has them, or they
    were retired. That a statement is withdrawn is no claim that it stopped being true on some day; one that
    did is among ``ended``.
    """

    new: tuple[tuple[str, str], ...]
    changed: tuple[tuple[str, str], ...]
    ended: tuple[tuple[str, str], ...]
    withdrawn: tuple[tuple[str, str], ...]

    def __bool__(self) -> bool:
        return bool(self.new or self.changed or self.ended or self.withdrawn)


def between(old: Iterable[str], new: Iterable[str]) -> Changes:
    """The changes from the lines of one ``statements.jsonl`` to those of another."""
    before, after = _read(old), _read(new)
    both = [name for name in after if name in before and after[name] != before[name]]
    ended = {name for name in both if after[name]["ended"] and not before[name]["ended"]}
    return Changes(
        new=_texts(after, (name for name in after if name not in before)),
        changed=_texts(after, (name for name in both if name not in ended)),
        ended=_texts(after, ended),
        withdrawn=_texts(before, (name for name in before if name not in after)),
    )


def _read(lines: Iterable[str]) -> dict[str, dict[str, Any]]:
    statements = (json.loads(line) for line in lines)
    return {str(statement["id"]): statement for statement in statements}


def _texts(statements: dict[str, dict[str, Any]], names: Iterable[str]) -> tuple[tuple[str, str], ...]:
    return tuple((name, str(statements[name]["text"])) for name in sorted(names))
