"""The grammar ``briefing``: NHS Providers' briefing on a review, by its own headings, points and paragraphs.

Goes by the text of "Review of patient safety across the health and care landscape" (NHS Providers, 2025).
"""

from __future__ import annotations

import re

from loaders.sources.locators import Line, Place, lines

_SECTIONS = {
    "Press release": "Press release",
    "NHS Providers view on the report": "View",
    "Our influence so far": "Influence",
    "Context of the review": "Context",
    "Findings of the review": "Findings",
    "Conclusions of the review": "Conclusions",
    "Recommendations of the review": "Recommendations",
    "Next steps": "Next steps",
}
"""Heading -> the name that locators use."""

_RECOMMENDATION = re.compile(r"(Recommendation \d+):")
_DATE = re.compile(r"\d{1,2} [A-Z][a-z]+ \d{4}$")
_DOWNLOAD = "Download the briefing"


def places(text: str) -> list[Place]:
    """The places of the briefing, in order. What stands before the press release has names of its own."""
    return _Reader().read(lines(text))


class _Reader:
    def __init__(self) -> None:
        self.places: list[Place] = []
        self.section = ""
        self.recommendation = ""
        self.finding = 0
        self.place = self._open("Page head")

    def read(self, found: list[Line]) -> list[Place]:
        for line in found:
            self._take(line)
        return [place for place in self.places if place.blocks]

    def _open(self, name: str, *, running: bool = False, point: str = "b") -> Place:
        self.place = Place(name, running, point=point)
        self.places.append(self.place)
        return self.place

    def _take(self, line: Line) -> None:
        words = line.words
        recommendation = _RECOMMENDATION.match(words)
        if words in _SECTIONS:
            self.section, self.recommendation = _SECTIONS[words], ""
            point = "" if self.section == "Conclusions" else "b"
            self._open(self.section, point=point).add(line, kind="heading")
        elif recommendation and self.section == "Recommendations":
            self.recommendation = recommendation.group(1)
            self._open(self.recommendation, point="key point ").add(line, kind="heading")
        elif self.recommendation and words.rstrip(": ") == "Key points":
            return  # the recommendation goes on: its points are named "key point 2"
        elif self.recommendation and words == "NHS Providers view":
            self._open(f"{self.recommendation} view").add(line, kind="heading")
        elif not self.section:
            self._head(line, words)
        elif self.section == "Findings" and not line.bullet:
            self.finding += 1
            self._open(f"Findings {self.finding}").add(line, kind="heading")
        else:
            self.place.add(line)

    def _head(self, line: Line, words: str) -> None:
        if _DATE.match(words):
            self._open("Date").add(line)
            self._open("Standfirst")
        elif words.startswith(_DOWNLOAD):
            self._open("Download").add(line)
            self._open("Introduction")
        elif self.place.name == "Page head" and len(words) > 30:
            self._open("Title").add(line)
        else:
            self.place.add(line)
