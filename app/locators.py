"""Places in documents as readers see them: "3.2.45 s4" is "3.2.45, sentence 4"."""

from __future__ import annotations

import re
from collections.abc import Sequence

_LOCATOR_PARTS = {"s": "sentence", "b": "bullet", "p": "paragraph"}
_LONG_SECTIONS = (
    "Executive summary",
    "Press release",
    "Next steps",
    "Table A",
    "Page head",
    "About this report",
)
"""Names of more than one word that sections without a number have in the documents read."""


def place(locator: str) -> str:
    """A locator in words: "3.2.45 s4" is "3.2.45, sentence 4"; a heading stays as the document has it."""
    return re.sub(r" ([sbp])(\d+)(?= |$)", lambda part: f", {_LOCATOR_PARTS[part[1]]} {part[2]}", locator)


def section(locator: str) -> str:
    """The part of its document that a place is in: "3.2" of "3.2.45 s4", "Recommendation 5" of its parts."""
    numbered = re.match(r"(\d+\.\d+)\.\d|(\d+)[. ]|(Recommendation \d+)(?!\d)", locator)
    if numbered:
        return next(part for part in numbered.groups() if part)
    return next((name for name in _LONG_SECTIONS if locator.startswith(name)), locator.split(" ")[0])


def section_title(section: str) -> str:
    """A section as a heading: "Section 3.2", "Recommendation R/2025/057"; names stay as they are."""
    if re.fullmatch(r"[\d.]+", section):
        return f"Section {section}"
    words = {"R": "Recommendation", "O": "Observation", "ICB": "Learning point"}.get(section.split("/")[0])
    return f"{words} {section}" if words and "/" in section else section


def places(locators: Sequence[str]) -> str:
    """Several places in one document: "3.2.49, sentences 1 to 3" where they follow each other, else
    all of them.
    """
    parts = [re.fullmatch(r"(.*?) s(\d+)", locator) for locator in locators]
    stems = {part.group(1) if part else None for part in parts}
    if len(locators) > 1 and None not in stems and len(stems) == 1:
        numbers = sorted(int(part.group(2)) for part in parts if part)
        if numbers == list(range(numbers[0], numbers[-1] + 1)):
            link = "and" if len(numbers) == 2 else "to"
            return (
                f"{place(next(stem for stem in stems if stem))}, sentences {numbers[0]} {link} {numbers[-1]}"
            )
    return "; ".join(place(locator) for locator in locators)
