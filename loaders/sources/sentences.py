"""Where the sentences of a paragraph begin and end."""

from __future__ import annotations

import re

# Full stop, question or exclamation mark, closing quotes or brackets, then a gap and a likely first letter.
# An opening bracket starts no sentence: after a quotation it holds the citation that belongs to it.
_END = re.compile(r"[.!?][”’\")\]]*(?=\s+[“‘\"']?[A-Z0-9])")
# What ends in a full stop without ending a sentence: abbreviations, titles and initials.
_ABBREVIATION = re.compile(
    r"(?:\b(?:et al|i\.e|e\.g|cf|vs|no|nos|fig|figs|para|paras|pp|dr|mr|mrs|ms|prof|st|n\.d)|\b[A-Z])\.$",
    re.IGNORECASE,
)
_INITIAL = re.compile(r"\b[A-Z]\.$")


def sentences(text: str) -> list[tuple[int, int]]:
    """Start and end (characters, end excluded) of each sentence of ``text``, without the blanks around it.

    Text without any sentence end is one sentence; blank text has none.
    """
    found: list[tuple[int, int]] = []
    start = 0
    for match in _END.finditer(text):
        before = text[start : match.start() + 1]
        if match.group() == "." and _shortened(before):
            continue
        found.append(trimmed(text, start, match.end()))
        start = match.end()
    found.append(trimmed(text, start, len(text)))
    return [(first, last) for first, last in found if first < last]


def trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    """``start`` and ``end`` drawn in until neither is at a blank (a no-break space is one)."""
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return start, end


def _shortened(before: str) -> bool:
    match = _ABBREVIATION.search(before)
    if match is None:
        return False
    # A single letter is an initial only as a capital: "vitamin a. The" ends a sentence.
    return len(match.group()) > 2 or _INITIAL.search(before) is not None
