"""A release's tables of nodes and relationships, read as what the store is to hold.

Format: that of Neo4j's own bulk import. A node table's header is ``id:ID,<name>:<type>,...,:LABEL``, a
relationship table's ``:START_ID,:END_ID,:TYPE,<name>:<type>,...``. An empty cell is a missing property.
Lists and labels are separated by ``;`` (Neo4j knows one separator for both), or by what the manifest names
as ``array_delimiter``.
"""

from __future__ import annotations

import csv
import datetime
import json
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

from loaders.errors import ToolError

Properties = tuple[tuple[str, Any], ...]
"""Properties sorted by name; lists as tuples, so that elements can be compared and hashed."""

NAME = re.compile(r"[A-Za-z][A-Za-z0-9_]*")
"""Labels, types and property names: they become part of Cypher's text, so nothing else is let through."""


@dataclass(frozen=True)
class Node:
    """A node: its id, all its labels with the main one (its table's) first, the others sorted."""

    id: str
    labels: tuple[str, ...]
    properties: Properties


@dataclass(frozen=True)
class Relationship:
    """A relationship of one type from one node to another; two of the same are one."""

    type: str
    start: str
    end: str
    properties: Properties


@dataclass(frozen=True)
class Constraint:
    """Values of ``property`` are unique among nodes of ``label``."""

    label: str
    property: str


class ReleaseTables:
    """The tables of the release in ``folder``. Raises ToolError where the folder is not a release's."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.manifest: dict[str, Any] = _json(folder / "manifest.json", dict)
        self.constraints = tuple(
            Constraint(_name(row["label"], folder), _name(row["property"], folder))
            for row in _json(folder / "constraints.json", list)
        )
        self.array_delimiter = str(self.manifest.get("array_delimiter", ";"))
        if not isinstance(self.manifest.get("id"), str) or not self.node_files:
            raise _no_release(folder, "its manifest has no id, or nodes/ holds no table")

    @property
    def id(self) -> str:
        """The release's identifier."""
        return str(self.manifest["id"])

    @cached_property
    def node_files(self) -> tuple[Path, ...]:
        """The tables of nodes, sorted; a file's stem is the main label of its nodes."""
        return tuple(sorted((self.folder / "nodes").glob("*.csv")))

    @cached_property
    def relationship_files(self) -> tuple[Path, ...]:
        """The tables of relationships, sorted."""
        return tuple(sorted((self.folder / "relationships").glob("*.csv")))

    def size_bytes(self) -> int:
        """The size of all tables."""
        return sum(file.stat().st_size for file in (*self.node_files, *self.relationship_files))

    def release_properties(self) -> dict[str, Any]:
        """The properties of the node that says which release the store holds."""
        return {"id": self.id, "format": self.manifest.get("format"), "as_at": self.manifest.get("as_at")}

    def rows(self, file: Path) -> tuple[tuple[str, ...], list[tuple[str, ...]]]:
        """Header and rows of one table, as text. Raises ToolError on a row that does not fit the header."""
        with file.open(encoding="utf-8", newline="") as stream:
            reader = csv.reader(stream, strict=True)
            try:
                header = tuple(next(reader, ()))
                rows = [tuple(row) for row in reader]
            except (csv.Error, UnicodeDecodeError) as error:
                raise _broken(file, reader.line_num, str(error)) from error
        for number, row in enumerate(rows, start=2):
            if len(row) != len(header):
                raise _broken(file, number, f"it has {len(row)} cells where the header has {len(header)}")
        return header, rows

    def nodes(self, file: Path, header: tuple[str, ...], rows: Iterator[tuple[str, ...]]) -> Iterator[Node]:
        """The nodes that these rows of ``file`` describe."""
        main = _name(file.stem, file)
        columns = [_column(cell, self.array_delimiter, file) for cell in header]
        id_at, label_at = _place(header, "ID", file), _place(header, "LABEL", file)
        for row in rows:
            labels = {_name(label, file) for label in row[label_at].split(self.array_delimiter) if label}
            yield Node(row[id_at], (main, *sorted(labels - {main})), _properties(columns, row, file))

    def relationships(
        self, file: Path, header: tuple[str, ...], rows: Iterator[tuple[str, ...]]
    ) -> Iterator[Relationship]:
        """The relationships that these rows of ``file`` describe."""
        columns = [_column(cell, self.array_delimiter, file) for cell in header]
        start_at, end_at, type_at = (_place(header, role, file) for role in ("START_ID", "END_ID", "TYPE"))
        for row in rows:
            yield Relationship(
                _name(row[type_at], file), row[start_at], row[end_at], _properties(columns, row, file)
            )

    def all_nodes(self) -> Iterator[Node]:
        """Every node of the release."""
        for file in self.node_files:
            header, rows = self.rows(file)
            yield from self.nodes(file, header, iter(rows))

    def all_relationships(self) -> Iterator[Relationship]:
        """Every relationship of the release."""
        for file in self.relationship_files:
            header, rows = self.rows(file)
            yield from self.relationships(file, header, iter(rows))


def properties_of(values: Mapping[str, Any]) -> Properties:
    """The comparable form of a store's or a program's property map."""
    return tuple(
        sorted((name, tuple(value) if isinstance(value, list) else value) for name, value in values.items())
    )


def parameters_of(properties: Properties) -> dict[str, Any]:
    """The form in which properties go to the store."""
    return {name: list(value) if isinstance(value, tuple) else value for name, value in properties}


_CONVERTERS: dict[str, Callable[[str], Any]] = {
    "string": str,
    "int": int,
    "long": int,
    "float": float,
    "double": float,
    "boolean": lambda text: text == "true",
    "date": datetime.date.fromisoformat,
}


def _column(cell: str, delimiter: str, file: Path) -> tuple[str, Callable[[str], Any]] | None:
    """Name and converter of a header cell; None for the cells that hold no property."""
    name, _, kind = cell.partition(":")
    if kind == "ID":
        return (_name(name, file), str) if name else None
    if kind in ("LABEL", "START_ID", "END_ID", "TYPE"):
        return None
    is_list = kind.endswith("[]")
    converter = _CONVERTERS.get(kind.removesuffix("[]") or "string")
    if converter is None:
        raise _broken(file, 1, f"this project has no property of type '{kind}'")
    if is_list:
        return _name(name, file), lambda text: tuple(converter(item) for item in text.split(delimiter))
    return _name(name, file), converter


def _place(header: tuple[str, ...], role: str, file: Path) -> int:
    for at, cell in enumerate(header):
        if cell.partition(":")[2] == role:
            return at
    raise _broken(file, 1, f"there is no column :{role}")


def _properties(
    columns: list[tuple[str, Callable[[str], Any]] | None], row: tuple[str, ...], file: Path
) -> Properties:
    found = []
    for column, text in zip(columns, row, strict=True):
        if column is None or text == "":
            continue
        name, converter = column
        try:
            found.append((name, converter(text)))
        except ValueError as error:
            raise ToolError(
                f"{file}: '{text[:80]}' is not a value of the column {name} ({error}).",
                "Build the release anew with 'run.py build'.",
            ) from error
    found.sort()
    return tuple(found)


def _name(text: str, file: Path) -> str:
    if not isinstance(text, str) or NAME.fullmatch(text) is None:
        raise ToolError(
            f"{file}: '{text}' cannot be the name of a label, relationship type or property.",
            "Build the release anew with 'run.py build'.",
        )
    return text


def _json(file: Path, kind: type) -> Any:
    try:
        content = json.loads(file.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise _no_release(file.parent, f"{file.name}: {error}") from error
    if not isinstance(content, kind):
        raise _no_release(file.parent, f"{file.name} holds no {'object' if kind is dict else 'list'}")
    return content


def _no_release(folder: Path, why: str) -> ToolError:
    return ToolError(
        f"{folder} is not the folder of a release ({why}).",
        "Give another folder, or build one with 'run.py build'.",
    )


def _broken(file: Path, row: int, why: str) -> ToolError:
    return ToolError(f"{file}, row {row}: {why}.", "Build the release anew with 'run.py build'.")
