"""The catalogue: every question asked of the landscape, read from ``catalogue/<kind>/<name>.cypher``."""

from __future__ import annotations

import difflib
import hashlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from loaders.errors import ToolError
from queries.header import KINDS, Question, read_question

FOLDER = Path(__file__).resolve().parent / "catalogue"


@dataclass(frozen=True)
class Catalogue:
    """Questions by name, ordered by kind and name. ``version`` changes when any of them does."""

    questions: Mapping[str, Question]
    version: str

    def __iter__(self) -> Iterator[Question]:
        return iter(self.questions.values())

    def question(self, name: str) -> Question:
        """The question of that name. Raises ToolError that names the nearest where there is none."""
        if name in self.questions:
            return self.questions[name]
        raise ToolError(
            f"There is no question '{name}'.",
            nearest(name, list(self.questions), "'run.py ask' lists the questions."),
        )

    def of_kind(self, kind: str) -> list[Question]:
        """The questions of that kind."""
        return [question for question in self if question.kind == kind]


def load(folder: Path = FOLDER) -> Catalogue:
    """Read every question under ``folder``. Raises ToolError where a header is wrong or two share a name."""
    found: dict[str, Question] = {}
    digest = hashlib.sha256()
    order = list(KINDS)
    files = sorted(folder.glob("*/*.cypher"), key=lambda file: (_place(file, order), file.stem))
    for file in files:
        shown = f"{folder.name}/{file.parent.name}/{file.name}"
        question = read_question(file, shown)
        if question.name in found:
            raise ToolError(
                f"{shown}: the question '{question.name}' is also in {found[question.name].file}.",
                "Give one of them another name.",
            )
        found[question.name] = question
        digest.update(file.read_bytes())
    if not found:
        raise ToolError(f"There are no questions in {folder}.", "Put the project's folder back.")
    return Catalogue(found, digest.hexdigest()[:12])


def nearest(given: str, choices: list[str], otherwise: str) -> str:
    """What to do about a name that is not one of ``choices``: the nearest, else ``otherwise``."""
    close = difflib.get_close_matches(given.lower(), [choice.lower() for choice in choices], n=3, cutoff=0.5)
    by_lower = {choice.lower(): choice for choice in choices}
    if close:
        return f"Did you mean {' or '.join(repr(by_lower[each]) for each in close)}? {otherwise}".rstrip()
    return otherwise


def _place(file: Path, order: list[str]) -> int:
    return order.index(file.parent.name) if file.parent.name in order else len(order)
