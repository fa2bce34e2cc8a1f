"""The grammar ``hssib-report``: a report of numbered sections and paragraphs, as HSSIB writes them.

Goes by the text of "Safety management: accountability across organisational boundaries" (HSSIB, 2025).
"""

from __future__ import annotations

import re

from loaders.sources.locators import Line, Place, lines

_TERMS = (
    "Arm’s length bodies (ALBs)",
    "Clinical commissioning groups (CCGs)",
    "Integrated care boards (ICBs)",
    "Integrated care systems (ICSs)",
    "Patient safety specialists",
    "Provider collaboratives",
    "System quality groups (SQGs)",
    "Accountability (for safety)",
    "Escalation (of risks) and risk reporting",
    "Hazards and risks",
    "Oversight",
    "Quality",
    "Risk management",
    "Safety",
)
"""The terms of the glossary: its text does not mark where a term ends and its definition begins."""

_GLOSSARY_HEADINGS = ("Organisational structures and roles", "Safety concepts and activities")
_PARTS = ("A note of acknowledgement", "About this report", "Glossary", "Executive summary")
_SUMMARY = ("Background", "A patient and carer’s experience", "The investigation", "Findings")

_PARAGRAPH = re.compile(r"(\d+\.\d+(?:\.\d+)?) ")
_CHAPTER = re.compile(r"(\d+)\. (?=[A-Z])")
_SECTION = re.compile(r"(\d+\.\d+) (?=[A-Z])")
_REFERENCE = re.compile(r"Safety .*?((?:R|O|ICB)/\d{4}/\d{3}):$")
_FIGURE = re.compile(r"(Figure \d+) ")
_TABLE = re.compile(r"(Table [A-Z]) ")
_CITED = re.compile(r".*?\((?:\d{4}[a-z]?|n\.d\.)\)")
_LONGEST_HEADING = (
    100  # characters; the shortest paragraph without a full stop is a quotation, which has quotes
)


def places(text: str) -> list[Place]:
    """The places of the report, in order. Lines before the first part are the title page."""
    return _Reader().read(lines(text))


class _Reader:
    def __init__(self) -> None:
        self.places: list[Place] = []
        self.chapter = ""  # "Executive summary", "3", "References", "Appendix" ...
        self.section = ""  # "3.2" within a chapter that has numbered sections
        self.place: Place | None = None
        self.seen: set[str] = set()
        self.headings: dict[str, int] = {}  # section -> its headings without a number so far

    def read(self, found: list[Line]) -> list[Place]:
        for line in found:
            self._take(line)
        return [place for place in self.places if place.blocks]

    def _open(self, name: str, *, running: bool = False) -> Place:
        self.place = Place(name, running)
        self.places.append(self.place)
        return self.place

    def _take(self, line: Line) -> None:
        words = line.words
        if words in _PARTS:
            self.chapter, self.section = words, ""
            self._open(words).add(line, kind="heading")
        elif not self.chapter:
            self._title_page(line, words)
        elif self._numbered(line, words) or self._set_apart(line, words):
            return
        elif self.chapter == "Glossary":
            self._glossary(line, words)
        elif self.chapter == "References":
            self._cited(line)
        elif line.bullet:
            self._current().add(line)
        elif _heading(words):
            self._subheading(line, words)
        else:
            self._current().add(line)

    def _title_page(self, line: Line, words: str) -> None:
        if line.bullet:
            self._current().add(line)
        elif len(self.places) == 1:
            self._open("Title").add(line)
        elif words.endswith(":"):
            self._open(words.rstrip(":")).add(line, kind="heading")
        else:
            self._open("Kind of document").add(line)

    def _numbered(self, line: Line, words: str) -> bool:
        chapter = _CHAPTER.match(words)
        if chapter and not line.bullet:
            title = words[chapter.end() :]
            self.chapter = {"References": "References", "Appendix": "Appendix"}.get(
                re.split(r"\W", title)[0], chapter.group(1)
            )
            self.section = ""
            name = self.chapter if self.chapter.isalpha() else f"{self.chapter} intro"
            self._open(name).add(line, kind="heading")
            return True
        paragraph = _PARAGRAPH.match(words)
        if paragraph is None or line.bullet:
            return False
        number = paragraph.group(1)
        section = _SECTION.match(words)
        if section and number.count(".") == 1 and _heading(words):
            self.section = number
            self._open(number).add(line, kind="heading")
        else:
            self._open(number, running=True).add(line, skip=paragraph.end())
        return True

    def _set_apart(self, line: Line, words: str) -> bool:
        reference = _REFERENCE.match(words)
        if reference:
            # The first copy, in the summary, has the bare name; the one in the body is named by its section.
            name = reference.group(1)
            name = f"{self.section} {name}" if name in self.seen else name
            self.seen.add(name)
            self._open(name, running=True).add(line, kind="heading")
            return True
        for pattern in (_FIGURE, _TABLE):
            caption = pattern.match(words)
            if caption is None:
                continue
            if self.place is not None and self.place.name == caption.group(1):
                self.place.add(line)  # the description, which begins with the name again
            else:
                self._open(caption.group(1), running=True).add(line, kind="heading")
            return True
        if (
            self.place is not None
            and self.place.name.startswith("Table ")
            and not _heading_after_table(words)
        ):
            rows = sum(block.kind == "row" for block in self.place.blocks)
            self.place.add(line, kind="row", label=f"row {rows}" if rows else "columns")
            return True
        return False

    def _glossary(self, line: Line, words: str) -> None:
        if words in _GLOSSARY_HEADINGS:
            self._open(f"Glossary {words}").add(line, kind="heading")
            return
        terms = [
            term for term in _TERMS if words.startswith(f"{term} ") and f"Glossary {term}" not in self.seen
        ]
        if terms:
            term = max(terms, key=len)
            self.seen.add(f"Glossary {term}")
            entry = self._open(f"Glossary {term}", running=True)
            entry.add(line, stop=len(term), kind="heading")
            entry.add(line, skip=len(term))
        else:
            self._current().add(line)

    def _cited(self, line: Line) -> None:
        work = _CITED.match(line.text)
        self._open(f"References {work.group() if work else line.words}", running=True).add(line)

    def _subheading(self, line: Line, words: str) -> None:
        if self.chapter == "Executive summary" and words in _SUMMARY:
            name = words if words == "Findings" else f"{self.chapter} {words}"
            self._open(name).add(line, kind="heading")
        elif self.chapter == "Appendix":
            self._open(f"{self.chapter} {words}").add(line, kind="heading")
        else:
            within = self.section or self.chapter
            self.headings[within] = self.headings.get(within, 0) + 1
            self._open(f"{within} heading {self.headings[within]}").add(line, kind="heading")

    def _current(self) -> Place:
        return self.place if self.place is not None else self._open("Title page")


def _heading(words: str) -> bool:
    return (len(words) <= _LONGEST_HEADING and words[-1] not in ".’”:)") or words.endswith(
        ("(PSIRF)", "(LFPSE)")
    )


def _heading_after_table(words: str) -> bool:
    return words == "Evidence gathering"
