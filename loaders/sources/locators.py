"""Locators: names of the places of a document, down to the sentence, and where each is in its text.

A document's grammar (``hssib_report``, ``briefing``) cuts the text into places; this module names what is
inside each place, the same way for every document. ``docs/locators.md`` is the grammar in words.
"""

from __future__ import annotations

import difflib
import hashlib
import re
from collections.abc import Collection, Iterable
from dataclasses import dataclass, field
from typing import Literal

from loaders.errors import Problem
from loaders.sources.sentences import sentences, trimmed

BlockKind = Literal["heading", "paragraph", "bullet", "row"]

_MARK = re.compile(r"\s*(?:•|\d+\.)\s+")
_PART = re.compile(r" (?:p\d+|s\d+|b\d+(?:\.\d+)*|key point \d+(?:\.\d+)*|\d+(?:\.\d+)*|row \d+|heading)$")


@dataclass(frozen=True)
class Span:
    """A stretch of a document's text: ``start`` and ``end`` count characters (end excluded), as in the Web
    Annotation model's TextPositionSelector."""

    start: int
    end: int
    text: str

    @property
    def sha256(self) -> str:
        """The SHA-256 of the text as UTF-8, in hexadecimal."""
        return hashlib.sha256(self.text.encode("utf-8")).hexdigest()


@dataclass(frozen=True)
class Unit:
    """One named place of a document."""

    locator: str
    span: Span


@dataclass(frozen=True)
class Line:
    """A line of a document that is not blank; ``start`` counts characters from the document's beginning."""

    start: int
    text: str

    @property
    def bullet(self) -> int:
        """0 for running text, 1 for a bullet or a numbered point, 2 for one beneath another."""
        if not re.match(r"\s+(?:•|\d+\.)\s", self.text):
            return 0
        return 1 if len(self.text) - len(self.text.lstrip(" ")) < 4 else 2

    @property
    def words(self) -> str:
        """The text without its bullet and the blanks around it."""
        return (_MARK.sub("", self.text, count=1) if self.bullet else self.text).strip()


@dataclass
class Block:
    """A part of a place. ``label`` names it within the place ("b1.2", "row 3"); "" for paragraphs."""

    kind: BlockKind
    start: int
    end: int
    label: str = ""


@dataclass
class Place:
    """A named stretch of a document.

    ``running`` places number their sentences through all their paragraphs (a numbered paragraph that goes on
    after a quotation is one paragraph); in the others a paragraph is named (``p2``) where there are several.
    """

    name: str
    running: bool = False
    blocks: list[Block] = field(default_factory=list)
    point: str = "b"

    def add(
        self,
        line: Line,
        *,
        skip: int = 0,
        stop: int | None = None,
        kind: BlockKind | None = None,
        label: str = "",
    ) -> None:
        """Take ``line`` in, from its character ``skip`` to ``stop``. Bullets are numbered as they come."""
        start = line.start + skip
        end = line.start + (len(line.text) if stop is None else stop)
        if kind is None and line.bullet:
            mark = _MARK.match(line.text)
            start = line.start + (mark.end() if mark else 0)
            kind, label = "bullet", f"{self.point}{self._number(line.bullet)}"
        start, end = _drawn_in(line, start, end)
        self.blocks.append(Block(kind or "paragraph", start, end, label))

    def _number(self, level: int) -> str:
        labels = [block.label[len(self.point) :] for block in self.blocks if block.kind == "bullet"]
        tops = [label for label in labels if "." not in label]
        if level == 1 or not tops:
            return str(len(tops) + 1)
        below = [label for label in labels if label.startswith(f"{tops[-1]}.")]
        return f"{tops[-1]}.{len(below) + 1}"


def _drawn_in(line: Line, start: int, end: int) -> tuple[int, int]:
    first, last = trimmed(line.text, start - line.start, end - line.start)
    return line.start + first, line.start + last


def lines(text: str) -> list[Line]:
    """The lines of ``text`` that are not blank."""
    return [
        Line(match.start(), match.group()) for match in re.finditer(r"[^\n]+", text) if match.group().strip()
    ]


_PLAIN = str.maketrans("’‘“”–", "''\"\"-")


def plain(locator: str) -> str:
    """``locator`` with straight quotation marks and hyphens, which every keyboard has."""
    return locator.translate(_PLAIN)


class Located:
    """A document's text with the name of every place in it."""

    def __init__(self, text: str, places: Iterable[Place]) -> None:
        self.text = text
        self._units: dict[str, Span] = {}
        for place in places:
            for locator, start, end in _named(text, place):
                self._units.setdefault(locator, Span(start, end, text[start:end]))

    def units(self) -> list[Unit]:
        """Every place, in the order of the document; what contains others comes before them."""
        return [Unit(locator, span) for locator, span in self._units.items()]

    def resolve(self, locator: str) -> Span | None:
        """The place with this locator, or None. Straight quotation marks and hyphens stand for curly ones and
        dashes."""
        return self._units.get(plain(locator))

    def problem(self, locator: str, file: str, row: int, column: str) -> Problem | None:
        """What is wrong with ``locator`` in that cell, naming the nearest; None where it resolves."""
        return locator_problem(locator, self._units, file, row, column)


def locator_problem(locator: str, known: Collection[str], file: str, row: int, column: str) -> Problem | None:
    """What is wrong with ``locator`` where ``known`` are all places of the document; None where it is one."""
    if plain(locator) in known:
        return None
    found = nearest(locator, known)
    hint = f"Did you mean {' or '.join(repr(name) for name in found)}?" if found else "See docs/locators.md."
    return Problem(file, row, column, f"The document has no place '{locator}'.", hint)


def nearest(locator: str, known: Collection[str], most: int = 4) -> list[str]:
    """At most ``most`` of the places ``known`` that ``locator`` may have meant, the likeliest first.

    What is missing inside a place that exists gives what that place has ("3.2.45 s9": its sentences).
    """
    given = plain(locator.strip())
    stem = given
    while (shorter := _PART.sub("", stem)) != stem:
        stem = shorter
        if stem in known:
            inside = [name for name in known if name.startswith(stem + " ")]
            return [*difflib.get_close_matches(given, inside, most - 1, 0.0), stem]
    folded = {name.casefold(): name for name in known}
    return [folded[name] for name in difflib.get_close_matches(given.casefold(), folded, most, 0.6)]


def _named(text: str, place: Place) -> list[tuple[str, int, int]]:
    name = plain(place.name)
    paragraphs = [block for block in place.blocks if block.kind == "paragraph"]
    counted = len(paragraphs) > 1 and not place.running
    body = [block for block in place.blocks if block.kind != "heading"]
    if not body:
        return [(name, place.blocks[0].start, place.blocks[-1].end)]
    found = [(name, body[0].start, body[-1].end)]
    sentence = number = 0
    for index, block in enumerate(place.blocks):
        if block.kind == "heading":
            found.append((f"{name} heading", block.start, block.end))
        elif block.kind == "paragraph":
            number += 1
            base = f"{name} p{number}" if counted else name
            if counted:
                sentence = 0
                found.append((base, block.start, block.end))
            for start, end in _sentences(text, block):
                sentence += 1
                found.append((f"{base} s{sentence}", start, end))
        else:
            base = f"{name} {block.label}"
            found.append((base, block.start, _end_with_points_below(place.blocks, index)))
            if block.kind == "bullet":
                found += [
                    (f"{base} s{count}", *span) for count, span in enumerate(_sentences(text, block), start=1)
                ]
    return found


def _sentences(text: str, block: Block) -> list[tuple[int, int]]:
    return [
        (block.start + start, block.start + end) for start, end in sentences(text[block.start : block.end])
    ]


def _end_with_points_below(blocks: list[Block], index: int) -> int:
    end = blocks[index].end
    for below in blocks[index + 1 :]:
        if not below.label.startswith(f"{blocks[index].label}."):
            break
        end = below.end
    return end
