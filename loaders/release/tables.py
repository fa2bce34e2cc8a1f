"""Writes the property graph as tables in the format of Neo4j's own bulk import.

https://neo4j.com/docs/operations-manual/5/import/ : headers ``id:ID,<name>:<type>,...,:LABEL`` and
``:START_ID,:END_ID,:TYPE,...``; an unquoted empty cell is a missing property; ``;`` separates lists and
labels.
"""

from __future__ import annotations

import csv
import io
from collections import defaultdict

from loaders.errors import DataError, Problem
from loaders.release.projection import Model, Node, Projection, Relationship, Tables, Value

ARRAY_DELIMITER = ";"


def write_tables(tables: Tables, projection: Projection) -> dict[str, str]:
    """Path within the release -> text of the table, for every table that has a row.

    Raises DataError on a value with a line break: importers read a row as one line.
    """
    files: dict[str, str] = {}
    nodes: defaultdict[str, list[Node]] = defaultdict(list)
    for node in tables.nodes:
        nodes[node.labels[0]].append(node)
    for label, group in nodes.items():
        files[f"nodes/{label}.csv"] = _nodes(group, projection.main_labels[label])
    relationships: defaultdict[str, list[Relationship]] = defaultdict(list)
    for relationship in tables.relationships:
        relationships[relationship.type].append(relationship)
    direct = {kind.relationship for kind in projection.ontology.kinds.values()}
    for name, links in relationships.items():
        columns = {"statement": "string", **{each.name: each.type for each in projection.direct_fields}}
        files[f"relationships/{name}.csv"] = _relationships(links, columns if name in direct else {})
    return files


def _nodes(nodes: list[Node], model: Model) -> str:
    names = sorted(model.fields)
    header = ["id:ID", *(f"{name}:{model.fields[name].type}" for name in names), ":LABEL"]
    rows = [
        [
            node.id,
            *(_cell(node.properties.get(name), node.id) for name in names),
            ARRAY_DELIMITER.join(node.labels),
        ]
        for node in nodes
    ]
    return _table(header, rows)


def _relationships(links: list[Relationship], columns: dict[str, str]) -> str:
    names = sorted(columns)
    header = [":START_ID", ":END_ID", ":TYPE", *(f"{name}:{columns[name]}" for name in names)]
    rows = []
    for link in links:
        said = dict(link.properties)
        rows.append([link.start, link.end, link.type, *(_cell(said.get(name), link.start) for name in names)])
    return _table(header, rows)


def _cell(value: Value | None, identifier: str) -> str:
    if value is None:
        return ""
    text = value if isinstance(value, str) else ARRAY_DELIMITER.join(value)
    if "\n" in text or "\r" in text:
        raise DataError(
            [Problem(identifier, 0, "", f"'{text[:60]}' holds a line break.", "Write it on one line.")]
        )
    return text


def _table(header: list[str], rows: list[list[str]]) -> str:
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(header)
    writer.writerows(rows)
    return text.getvalue()
