"""Releases on disk as they are compared: found by id or folder, read with names and findings."""

from __future__ import annotations

import csv
import datetime
import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from loaders.errors import ToolError
from loaders.release.whole import read_whole
from loaders.store.tables import ReleaseTables
from queries.catalogue import nearest
from queries.changes.recorded import Recorded, read_recorded


@dataclass(frozen=True)
class Thing:
    """A body, class, instrument, document or system: its name, its labels and its first and last day."""

    id: str
    name: str
    labels: frozenset[str]
    opened: datetime.date | None
    closed: datetime.date | None
    confirmed_to: datetime.date | None
    read: bool


@dataclass(frozen=True)
class Edition:
    """A release, read. ``statements`` holds those that count, by id; ``waiting`` the unverified ones' ids.

    ``findings`` is None where there is no file of them; ``lacking`` then says so.
    """

    id: str
    as_at: datetime.date
    folder: Path
    things: Mapping[str, Thing]
    concepts: Mapping[str, str]
    statements: Mapping[str, dict[str, Any]]
    waiting: frozenset[str]
    findings: Recorded | None
    lacking: str

    def name(self, identifier: str) -> str:
        """The name of a thing; its id where it is not in this release."""
        thing = self.things.get(identifier)
        return thing.name if thing else identifier


def listed(data_folder: Path) -> list[str]:
    """The ids of the releases that were built and kept, the one built last at the end."""
    manifests = [
        file
        for file in (data_folder / "releases").glob("*/manifest.json")
        if not file.parent.name.startswith(".")
    ]
    return [file.parent.name for file in sorted(manifests, key=lambda each: (each.stat().st_mtime_ns, each))]


def find(data_folder: Path, given: str) -> Path:
    """The folder of the release that ``given`` names by its id, its folder or an unambiguous beginning.

    Raises ToolError that names the nearest release where there is none such, or several.
    """
    known = listed(data_folder)
    if given in known:
        return data_folder / "releases" / given
    if (Path(given) / "manifest.json").is_file():
        return Path(given)
    if given == "current":
        from loaders.release.folder import current_folder

        return current_folder(data_folder)
    if given and Path(given).is_dir():
        return Path(given)  # whoever reads it says what it lacks
    begun = [each for each in known if given and each.startswith(given)]
    if len(begun) == 1:
        return data_folder / "releases" / begun[0]
    if begun:
        raise ToolError(
            f"'{given}' begins the ids of {len(begun)} releases.", f"Name one: {', '.join(begun)}."
        )
    if not known:
        raise ToolError(
            f"There is no release '{given}', nor any in {data_folder}.", "Build one with 'run.py build'."
        )
    raise ToolError(f"There is no release '{given}'.", nearest(given, known, f"The newest is '{known[-1]}'."))


def open_edition(folder: Path, data_folder: Path) -> Edition:
    """Read the release in ``folder`` and its findings.

    Raises ToolError, which names the nearest in ``data_folder`` that can be read, where it is of another
    format or damaged.
    """
    read_whole(folder, data_folder)
    tables = ReleaseTables(folder)
    try:
        as_at = datetime.date.fromisoformat(str(tables.manifest.get("as_at")))
        statements = _statements(folder)
    except (OSError, ValueError, KeyError) as error:
        raise ToolError(
            f"The release in {folder} is not whole ({error}).", "Build it anew with 'run.py build'."
        ) from error
    things, concepts = _things(tables)
    beside = folder.resolve().parent.parent / "findings" / f"{tables.id}.json"
    file = beside if beside.is_file() else data_folder / "findings" / f"{tables.id}.json"
    findings, lacking = read_recorded(file, tables.id)
    return Edition(
        tables.id,
        as_at,
        folder,
        things,
        concepts,
        {name: each for name, each in statements.items() if each["verification"] != "unverified"},
        frozenset(name for name, each in statements.items() if each["verification"] == "unverified"),
        findings,
        lacking,
    )


def _statements(folder: Path) -> dict[str, dict[str, Any]]:
    with (folder / "statements.jsonl").open(encoding="utf-8") as lines:
        found = {str(each["id"]): each for each in map(json.loads, lines)}
    return found


def _things(tables: ReleaseTables) -> tuple[dict[str, Thing], dict[str, str]]:
    things: dict[str, Thing] = {}
    concepts: dict[str, str] = {}
    for file in tables.node_files:
        if not _of_things(file, tables.array_delimiter):
            continue
        header, rows = tables.rows(file)
        for node in tables.nodes(file, header, iter(rows)):
            values = dict(node.properties)
            name = str(values.get("short_title") or values.get("name") or node.id)
            if "Concept" in node.labels:
                concepts[node.id] = name
            else:
                things[node.id] = Thing(
                    node.id,
                    name,
                    frozenset(node.labels),
                    values.get("opened"),
                    values.get("closed"),
                    values.get("confirmed_to"),
                    values.get("kind") in ("read", "read-in-part", "register"),
                )
    return things, concepts


def _of_things(file: Path, delimiter: str) -> bool:
    """Whether this table holds things or concepts: those of statements and evidence can be very long."""
    with file.open(encoding="utf-8", newline="") as stream:
        next(csv.reader(stream), None)
        row = next(csv.reader(stream), None)
    return bool(row) and bool({"Thing", "Concept"} & set((row or [""])[-1].split(delimiter)))
