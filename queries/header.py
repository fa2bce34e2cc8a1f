"""The header of a question: TOML in the first comment of its file, read and checked into a ``Question``.

A header is data that readers see (``docs/adding-a-question.md`` describes every field), so a wrong one is an
error that names the file and the field, never a default.
"""

from __future__ import annotations

import re
import string
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from loaders.errors import ToolError

KINDS = {
    "gap": "Gaps",
    "overlap": "Overlaps",
    "burden": "Burdens",
    "contest": "Contested",
    "feedback": "Feedback and accountability",
    "reform": "Reform",
    "unknown": "Not known",
    "profile": "Listings",
}
"""The kinds of question, in the order in which they are listed, with their headings."""

LISTING = "profile"
"""The kind whose answers are listings and no findings."""

SEVERITIES = ("high", "medium", "low")
PARAMETER_TYPES = ("thing", "statement", "date", "integer", "text")
COLUMN_TYPES = ("id", "text", "list", "date", "integer", "boolean")
RESERVED = ("as_at",)

_SLUG = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*\Z")
_NAME = re.compile(r"[a-z][a-z0-9_]*\Z")
_TEXTS = ("name", "question", "kind", "definition", "caveat", "empty")
_FINDING_TEXTS = ("title", "summary", "severity", "severity_reason")
_LISTS = ("judgements", "key", "absence_of", "needs")
_TABLES = ("parameters", "columns", "evidence")


@dataclass(frozen=True)
class Parameter:
    """What a reader may give.

    ``type``: thing, statement, ``statement:<kind>``, date, integer, text or ``concept:<scheme>``.
    """

    name: str
    type: str
    optional: bool
    help: str

    @property
    def statement(self) -> bool:
        """Whether it takes a statement."""
        return self.type.partition(":")[0] == "statement"


@dataclass(frozen=True)
class Column:
    """A column of the answer; ``type`` is one of ``COLUMN_TYPES``."""

    name: str
    type: str
    help: str


@dataclass(frozen=True)
class EvidenceGroup:
    """A column that holds ids of statements and positions.

    ``premise``: the answer rests on them, so that it is known only while they are. ``least``: how many of
    them the answer cannot do without. ``ordered``: they are shown in the order of the query, not by place.
    """

    name: str
    heading: str
    premise: bool
    least: int
    ordered: bool = False


@dataclass(frozen=True)
class Question:
    """One question: its header and its Cypher. ``docs/adding-a-question.md`` describes the fields."""

    name: str
    question: str
    kind: str
    version: int
    definition: str
    judgements: tuple[str, ...]
    caveat: str
    empty: str
    severity: str
    severity_reason: str
    title: str
    summary: str
    key: tuple[str, ...]
    about: str
    absence_of: tuple[str, ...]
    needs: tuple[str, ...]
    parameters: tuple[Parameter, ...]
    columns: tuple[Column, ...]
    evidence: tuple[EvidenceGroup, ...]
    cypher: str
    file: str

    @property
    def listing(self) -> bool:
        """Whether its answer is a listing, which yields no findings."""
        return self.kind == LISTING


def read_question(file: Path, shown: str) -> Question:
    """The question in ``file``; ``shown`` names it in messages. Raises ToolError on a wrong header."""
    text = file.read_text(encoding="utf-8")
    header, cypher = split(text, shown)
    reader = _Reader(shown, header)
    question = reader.question(cypher)
    if question.name != file.stem:
        reader.wrong(
            "name", f"is '{question.name}', and the file is called '{file.name}'", "Make them agree."
        )
    if question.kind != file.parent.name:
        reader.wrong(
            "kind", f"is '{question.kind}', and the folder is '{file.parent.name}'", "Make them agree."
        )
    return question


def split(text: str, shown: str) -> tuple[dict[str, Any], str]:
    """The header and the Cypher of a file's ``text``. Raises ToolError where there is no header in TOML."""
    start, end = text.find("/*"), text.find("*/")
    if start != 0 or end < 0:
        raise ToolError(
            f"{shown} does not begin with a header.", "Start it with /*, the header in TOML, and */."
        )
    try:
        return tomllib.loads(text[2:end]), text[end + 2 :].strip()
    except tomllib.TOMLDecodeError as error:
        raise ToolError(f"{shown}: the header is not TOML: {error}.", "Correct that line.") from error


def fields_of(template: str) -> list[str]:
    """The columns that a sentence with ``{column}`` in it takes. ValueError where it takes anything else."""
    names = []
    for _, name, spec, conversion in string.Formatter().parse(template):
        if name is None:
            continue
        if not _NAME.match(name) or spec not in ("", "mid") or conversion:
            raise ValueError(name)
        names.append(name)
    return names


class _Reader:
    """Reads the fields of one header, and says which is wrong."""

    def __init__(self, shown: str, header: Mapping[str, Any]) -> None:
        self.shown = shown
        self.header = header

    def wrong(self, name: str, what: str, do: str) -> None:
        raise ToolError(f"{self.shown}: the field '{name}' {what}.", do)

    def question(self, cypher: str) -> Question:
        known = {*_TEXTS, *_FINDING_TEXTS, *_LISTS, *_TABLES, "version", "about"}
        for name in self.header:
            if name not in known:
                self.wrong(name, "is not a field of a header", f"The fields are {', '.join(sorted(known))}.")
        kind = self.text("kind")
        if kind not in KINDS:
            self.wrong("kind", f"is '{kind}'", f"Use one of {', '.join(KINDS)}.")
        listing = kind == LISTING

        def of_finding(name: str) -> str:
            return "" if listing and name not in self.header else self.text(name)

        question = Question(
            name=self.text("name"),
            question=self.text("question"),
            kind=kind,
            version=self.version(),
            definition=self.text("definition"),
            judgements=self.texts("judgements", needed=True),
            caveat=self.text("caveat"),
            empty=self.text("empty"),
            severity=of_finding("severity"),
            severity_reason=of_finding("severity_reason"),
            title=of_finding("title"),
            summary=of_finding("summary"),
            key=self.texts("key", needed=not listing),
            about=self.text("about") if "about" in self.header else "",
            absence_of=self.texts("absence_of", needed=False),
            needs=self.texts("needs", needed=False),
            parameters=tuple(self.parameter(*each) for each in self.table("parameters", needed=False)),
            columns=tuple(self.column(*each) for each in self.table("columns", needed=True)),
            evidence=tuple(self.group(*each) for each in self.table("evidence", needed=True)),
            cypher=cypher,
            file=self.shown,
        )
        self.check_names(question)
        self.check_cypher(question)
        if not listing:
            self.check_finding(question)
        return question

    def version(self) -> int:
        version = self.header.get("version")
        if not isinstance(version, int) or isinstance(version, bool) or version < 1:
            self.wrong("version", "is missing or not a whole number from 1", "Write version = 1.")
        assert isinstance(version, int)
        return version

    def text(self, name: str) -> str:
        value = self.header.get(name)
        if not isinstance(value, str) or not value.strip():
            self.wrong(name, "is missing or empty", "Write it as text.")
        return str(value).strip()

    def texts(self, name: str, *, needed: bool) -> tuple[str, ...]:
        value = self.header.get(name, [])
        good = isinstance(value, list) and all(isinstance(each, str) and each.strip() for each in value)
        if not good or (needed and not value):
            self.wrong(name, "is missing or not a list of texts", 'Write it as ["...", "..."].')
        return tuple(value)

    def table(self, name: str, *, needed: bool) -> list[tuple[str, str, Mapping[str, Any]]]:
        value = self.header.get(name, {})
        if not isinstance(value, dict) or (needed and not value):
            self.wrong(name, "is missing", f"Add a table [{name}.<name>] for each.")
        for key, entry in value.items():
            if not isinstance(entry, dict) or not _NAME.match(key) or key in RESERVED:
                self.wrong(
                    f"{name}.{key}",
                    "is not a table with a plain name",
                    f"Write [{name}.<name>] in small letters.",
                )
        return [(name, key, entry) for key, entry in value.items()]

    def entry_text(self, table: str, key: str, entry: Mapping[str, Any], field: str) -> str:
        value = entry.get(field)
        if not isinstance(value, str) or not value.strip():
            self.wrong(f"{table}.{key}.{field}", "is missing or empty", "Write it as text.")
        return str(value).strip()

    def entry_fields(self, table: str, key: str, entry: Mapping[str, Any], known: tuple[str, ...]) -> None:
        for field in entry:
            if field not in known:
                self.wrong(f"{table}.{key}.{field}", "is not known", f"Known are {', '.join(known)}.")

    def parameter(self, table: str, key: str, entry: Mapping[str, Any]) -> Parameter:
        self.entry_fields(table, key, entry, ("type", "optional", "help"))
        kind = self.entry_text(table, key, entry, "type")
        family, _, narrower = kind.partition(":")
        if kind not in PARAMETER_TYPES and not (family in ("concept", "statement") and _SLUG.match(narrower)):
            self.wrong(
                f"{table}.{key}.type",
                f"is '{kind}'",
                f"Use one of {', '.join(PARAMETER_TYPES)}, statement:<kind> or concept:<scheme>.",
            )
        optional = entry.get("optional", False)
        if not isinstance(optional, bool):
            self.wrong(f"{table}.{key}.optional", "is not true or false", "Write true or false.")
        return Parameter(key, kind, bool(optional), self.entry_text(table, key, entry, "help"))

    def column(self, table: str, key: str, entry: Mapping[str, Any]) -> Column:
        self.entry_fields(table, key, entry, ("type", "help"))
        kind = self.entry_text(table, key, entry, "type")
        if kind not in COLUMN_TYPES:
            self.wrong(f"{table}.{key}.type", f"is '{kind}'", f"Use one of {', '.join(COLUMN_TYPES)}.")
        return Column(key, kind, self.entry_text(table, key, entry, "help"))

    def group(self, table: str, key: str, entry: Mapping[str, Any]) -> EvidenceGroup:
        self.entry_fields(table, key, entry, ("heading", "premise", "least", "ordered"))
        premise, least = entry.get("premise", False), entry.get("least", 1)
        ordered = entry.get("ordered", False)
        for field, value in (("premise", premise), ("ordered", ordered)):
            if not isinstance(value, bool):
                self.wrong(f"{table}.{key}.{field}", "is not true or false", "Write true or false.")
        if not isinstance(least, int) or least < 1:
            self.wrong(f"{table}.{key}.least", "is not a whole number from 1", "Write least = 1, or more.")
        heading = self.entry_text(table, key, entry, "heading")
        return EvidenceGroup(key, heading, bool(premise), int(least), bool(ordered))

    def check_names(self, question: Question) -> None:
        if not _SLUG.match(question.name):
            self.wrong("name", f"is '{question.name}'", "Use small letters, digits and hyphens.")
        columns = {column.name for column in question.columns}
        for group in question.evidence:
            if group.name in columns:
                self.wrong(f"evidence.{group.name}", "is also a column", "Give it another name.")
        for each in question.key:
            if each not in columns:
                self.wrong("key", f"names '{each}', which is not a column", "Name columns of type id.")

    def check_cypher(self, question: Question) -> None:
        used = set(re.findall(r"\$([A-Za-z_][A-Za-z0-9_]*)", question.cypher))
        known = {parameter.name for parameter in question.parameters} | set(RESERVED)
        for name in sorted(used - known):
            self.wrong(f"parameters.{name}", "is missing, and the query uses it", f"Add [parameters.{name}].")
        for name in sorted(known - used):
            self.wrong(f"parameters.{name}", "is not used by the query", f"Use ${name} in the query.")

    def check_finding(self, question: Question) -> None:
        if question.severity not in SEVERITIES:
            self.wrong("severity", f"is '{question.severity}'", f"Use one of {', '.join(SEVERITIES)}.")
        if question.about not in question.key and (question.needs or question.absence_of or question.about):
            self.wrong(
                "about", f"is '{question.about}'", "Name the column of the key that completeness is about."
            )
        if not any(group.premise for group in question.evidence):
            self.wrong("evidence", "has no premise", "Say premise = true where the answer rests on it.")
        columns = {column.name for column in question.columns}
        for name in ("title", "summary"):
            try:
                missing = [each for each in fields_of(getattr(question, name)) if each not in columns]
            except ValueError as error:
                missing = [str(error)]
            if missing:
                self.wrong(
                    name, f"takes '{missing[0]}', which is not a column", "Use {column} or {column:mid}."
                )
