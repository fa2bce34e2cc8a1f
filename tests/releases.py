"""Writes small release folders for tests, in the format that the release writer uses."""

from __future__ import annotations

import csv
import datetime
import hashlib
import json
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any


@dataclass(frozen=True)
class MadeNode:
    """A node: main label first in ``labels``; ``properties`` without the id."""

    id: str
    labels: tuple[str, ...]
    properties: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True)
class MadeRelationship:
    """A relationship from the node ``start`` to the node ``end``."""

    type: str
    start: str
    end: str
    properties: Mapping[str, Any] = field(default_factory=dict)


def node(identifier: str, *labels: str, **properties: Any) -> MadeNode:
    """A node in short: ``node("duty-1", "Statement", "Duty", text="...")``; the main label comes first."""
    return MadeNode(identifier, labels, properties)


def edge(kind: str, start: str, end: str, **properties: Any) -> MadeRelationship:
    """A relationship in short: ``edge("SUBJECT", "duty-1", "nhs-england")``."""
    return MadeRelationship(kind, start, end, properties)


def write_release(
    folder: Path, identifier: str, nodes: Iterable[MadeNode], relationships: Iterable[MadeRelationship]
) -> Path:
    """Write ``folder/identifier`` and give its path."""
    release = folder / identifier
    (release / "nodes").mkdir(parents=True)
    (release / "relationships").mkdir()
    by_label: defaultdict[str, list[MadeNode]] = defaultdict(list)
    for node in nodes:
        by_label[node.labels[0]].append(node)
    for label, group in by_label.items():
        columns = _columns(node.properties for node in group)
        rows = [[node.id, *_cells(node.properties, columns), ";".join(node.labels)] for node in group]
        _write(release / "nodes" / f"{label}.csv", ["id:ID", *columns.values(), ":LABEL"], rows)
    by_type: defaultdict[str, list[MadeRelationship]] = defaultdict(list)
    for relationship in relationships:
        by_type[relationship.type].append(relationship)
    for kind, made in by_type.items():
        columns = _columns(relationship.properties for relationship in made)
        rows = [[one.start, one.end, one.type, *_cells(one.properties, columns)] for one in made]
        _write(
            release / "relationships" / f"{kind}.csv",
            [":START_ID", ":END_ID", ":TYPE", *columns.values()],
            rows,
        )
    constraints = [{"label": label, "property": "id"} for label in sorted(by_label)]
    (release / "constraints.json").write_text(json.dumps(constraints), encoding="utf-8")
    manifest = {
        "id": identifier,
        "format": 1,
        "as_at": "2025-07-01",
        "sources": [],
        "counts": {},
        "versions": {},
    }
    (release / "manifest.json").write_text(json.dumps(manifest), encoding="utf-8")
    seal(release)
    return release


def seal(release: Path) -> None:
    """Have the manifest vouch for the files as they are now."""
    manifest = json.loads((release / "manifest.json").read_text(encoding="utf-8"))
    files = [each for each in sorted(release.rglob("*")) if each.is_file() and each.name != "manifest.json"]
    manifest["files"] = {
        each.relative_to(release).as_posix(): hashlib.sha256(each.read_bytes()).hexdigest() for each in files
    }
    (release / "manifest.json").write_text(json.dumps(manifest), encoding="utf-8")


def _columns(maps: Iterable[Mapping[str, Any]]) -> dict[str, str]:
    """Header cell by property name."""
    return {name: f"{name}:{_type(value)}" for values in maps for name, value in sorted(values.items())}


def _type(value: Any) -> str:
    if isinstance(value, list):
        return f"{_type(value[0])}[]"
    if isinstance(value, bool):
        return "boolean"
    if isinstance(value, int):
        return "long"
    if isinstance(value, float):
        return "double"
    return "date" if isinstance(value, datetime.date) else "string"


def _cells(values: Mapping[str, Any], columns: Iterable[str]) -> list[str]:
    return [_cell(values.get(name)) for name in columns]


def _cell(value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, list):
        return ";".join(_cell(item) for item in value)
    return str(value)


def _write(file: Path, header: list[str], rows: Iterable[list[str]]) -> None:
    with file.open("w", encoding="utf-8", newline="") as stream:
        writer = csv.writer(stream, lineterminator="\n")
        writer.writerow(header)
        writer.writerows(rows)
