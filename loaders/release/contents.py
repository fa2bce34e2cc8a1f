"""Everything that a release's folder holds, as texts: made in memory from a graph that passed the gate."""

from __future__ import annotations

import hashlib
import json
import tomllib
from collections import Counter
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import Any

from rdflib import RDF, Graph
from rdflib.namespace import SKOS
from rdflib.term import Node

from loaders.errors import DataError, Problem
from loaders.gate.report import GateReport
from loaders.release.projection import Projection
from loaders.release.statements import FORMAT, StatementWriter, typed
from loaders.release.tables import ARRAY_DELIMITER, write_tables
from loaders.release.turtle import turtle
from loaders.settings import CHECKOUT
from ontology.terms import RL, Ontology, concept_iri, identifier_of

HASH_DIGITS = 12
_READ = ("read", "read-in-part", "register")


@dataclass(frozen=True)
class Counts:
    """What a release holds, counted.

    ``statements`` are those that count, by kind; ``unverified`` are only remembered, and count nowhere else.
    ``undated`` are statements whose source gives neither a first nor a last day for them.
    """

    nodes: Mapping[str, int]
    relationships: Mapping[str, int]
    statements: Mapping[str, int]
    contested: int
    undated: int
    unverified: int


@dataclass(frozen=True)
class Contents:
    """A release that is not written yet: ``files`` maps the path within its folder to its text."""

    id: str
    as_at: str
    counts: Counts
    files: Mapping[str, str]


def make_contents(graph: Graph, ontology: Ontology, report: GateReport) -> Contents:
    """The release of ``graph``. The same triples give the same texts, in whatever order they were added.

    Raises DataError where no document that was read has a date: a release is named after its newest source.
    """
    projection = Projection(ontology)
    tables = projection.tables(graph)
    files = write_tables(tables, projection)
    files["constraints.json"] = _json(projection.constraints)
    files["landscape.ttl"] = turtle([*graph, *_concepts(ontology)])
    files["statements.jsonl"] = "".join(StatementWriter(projection, graph).lines())
    files["shacl-report.ttl"] = report.turtle()
    sources = _sources(graph, projection)
    as_at = _newest(sources)
    unverified = set(graph.subjects(RL.verification, concept_iri("verification", "unverified")))
    counts = Counts(
        nodes=_sorted(Counter(node.labels[0] for node in tables.nodes)),
        relationships=_sorted(Counter(link.type for link in tables.relationships)),
        statements=_sorted(
            Counter({slug: _count(graph, kind.iri, unverified) for slug, kind in ontology.kinds.items()})
        ),
        contested=sum(
            1
            for statement, flag in graph.subject_objects(RL.contested)
            if str(flag) == "true" and statement not in unverified
        ),
        undated=sum(
            1
            for statement in graph.subjects(RL.knownFrom)
            if statement not in unverified
            and (statement, RL.validFrom, None) not in graph
            and (statement, RL.validTo, None) not in graph
        ),
        unverified=len(unverified),
    )
    hashes = {path: hashlib.sha256(text.encode()).hexdigest() for path, text in sorted(files.items())}
    digest = hashlib.sha256(_json([FORMAT, hashes]).encode()).hexdigest()[:HASH_DIGITS]
    identifier = f"{as_at}-{digest}"
    files["manifest.json"] = _json(
        {
            "id": identifier,
            "format": FORMAT,
            "as_at": as_at,
            "array_delimiter": ARRAY_DELIMITER,
            "sources": sources,
            "counts": {
                "nodes": counts.nodes,
                "relationships": counts.relationships,
                "statements": counts.statements,
                "contested": counts.contested,
                "undated": counts.undated,
                "unverified": counts.unverified,
                "warnings": len(report.warnings),
            },
            "versions": {"ontology": ontology.version, "project": _project_version()},
            "files": hashes,
        }
    )
    return Contents(identifier, as_at, counts, dict(sorted(files.items())))


def _concepts(ontology: Ontology) -> list[tuple[Node, Node, Node]]:
    graph = ontology.graph
    wanted = {*graph.subjects(RDF.type, SKOS.ConceptScheme), *graph.subjects(SKOS.inScheme)}
    return [
        triple
        for each in wanted
        for triple in graph.triples((each, None, None))
        if triple[1] != RL.noDirectRelationship
    ]


def _sources(graph: Graph, projection: Projection) -> list[dict[str, Any]]:
    model = projection.model(RL.Document)
    found = []
    for iri in graph.subjects(RDF.type, RL.Document):
        row: dict[str, Any] = {"id": identifier_of(str(iri))}
        for name in sorted(model.fields):
            each = model.fields[name]
            value = projection.value(each, graph.objects(iri, each.path))
            if value is not None:
                row[name] = typed(each, value)
        found.append(row)
    return sorted(found, key=lambda row: str(row["id"]))


def _newest(sources: list[dict[str, Any]]) -> str:
    dates = [
        str(row[name])
        for row in sources
        if row.get("kind") in _READ
        for name in ("published", "stated_at")
        if name in row
    ]
    if not dates:
        raise DataError(
            [
                Problem(
                    "sources.csv",
                    0,
                    "published",
                    "No document that was read has a date, and a release is named after its newest source.",
                    "Give the dates of the documents.",
                )
            ]
        )
    return max(dates)


def _count(graph: Graph, kind: Node, apart: Collection[Node]) -> int:
    return sum(1 for statement in graph.subjects(RDF.type, kind) if statement not in apart)


def _sorted(counter: Counter[str]) -> dict[str, int]:
    return {name: count for name, count in sorted(counter.items()) if count}


def _project_version() -> str:
    with (CHECKOUT / "pyproject.toml").open("rb") as stream:
        return str(tomllib.load(stream)["project"]["version"])


def _json(value: Any) -> str:
    return json.dumps(value, indent=2, ensure_ascii=False) + "\n"
