"""A JSON Schema for each kind of statement, from the shapes: ``docs/schemas/``."""

from __future__ import annotations

import json
from typing import Any

from rdflib import URIRef

from loaders.release.projection import Field, Model, Projection
from loaders.release.statements import FORMAT, OPERATION, POSITION, TOP, detail_names
from ontology.terms import RL, Ontology, StatementKind

_ID = {"type": "string", "pattern": "^[a-z0-9]+(-[a-z0-9]+)*$"}
_TYPES = {
    "date": {"type": "string", "format": "date"},
    "boolean": {"type": "boolean"},
    "long": {"type": "integer"},
}
_REQUIRED = (
    "kind",
    "subject",
    "topic",
    "polarity",
    "force",
    "strength",
    "basis",
    "verification",
    "stated_at",
    "known_from",
    "known_to",
    "ended",
    "contested",
    "text",
)


def schemas(ontology: Ontology) -> dict[str, str]:
    """File name -> text of the schema, for every kind; the same bytes for the same ontology."""
    projection = Projection(ontology)
    return {
        f"{slug}.json": json.dumps(_schema(projection, kind), indent=2, ensure_ascii=False) + "\n"
        for slug, kind in ontology.kinds.items()
    }


def _schema(projection: Projection, kind: StatementKind) -> dict[str, Any]:
    evidence = _object(
        {"document": _ID, "locator": {"type": "string"}, "cites": {"type": "array", "items": _ID}},
        "A place in a document: identifiers of the document and of what it cites there.",
    )
    positions = _object(
        {
            "id": _ID,
            **_properties(projection, RL.Position, POSITION, ("party", "stance", "basis")),
            "evidence": {"type": "array", "items": evidence, "minItems": 1},
        },
        "What one party holds about the statement.",
    )
    top = _properties(projection, kind.iri, TOP, _REQUIRED)
    top["kind"] = {"const": kind.slug}
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": f"https://w3id.org/regulatory-landscape/schema/{FORMAT}/{kind.slug}.json",
        "title": kind.label,
        "description": kind.definition,
        **_object(
            {
                "id": _ID,
                **top,
                "details": _details(projection, kind),
                "positions": {"type": "array", "items": positions, "minItems": 1},
                "evidence": {"type": "array", "items": evidence, "minItems": 1},
                "format": {"const": FORMAT},
            }
        ),
    }


def _details(projection: Projection, kind: StatementKind) -> dict[str, Any]:
    names = detail_names(projection, kind)
    found = _properties(projection, kind.iri, names, names)
    if kind.iri == RL.ReformMeasure:
        operation = _object(
            {
                "id": _ID,
                **_properties(projection, RL.Operation, OPERATION, ("step", "operation", "target")),
            },
            projection.ontology.definition(RL.Operation),
        )
        found["operations"] = {"type": "array", "items": operation, "minItems": 1}
    schema = _object(found, "What this kind adds; a name that is not stated is left out.")
    del schema["required"]
    return schema


def _properties(
    projection: Projection,
    kind: URIRef,
    names: list[str] | tuple[str, ...],
    required: list[str] | tuple[str, ...],
) -> dict[str, Any]:
    model = projection.model(kind)
    return {name: _property(projection, model, name, name in required) for name in names}


def _property(projection: Projection, model: Model, name: str, required: bool) -> dict[str, Any]:
    if name in model.fields:
        path, many = model.fields[name].path, model.fields[name].type.endswith("[]")
        value = _value(projection, model.fields[name])
    else:
        path, many, value = model.links[name].path, model.links[name].many, dict(_ID)
    if many and name not in TOP:
        value = {"type": "array", "items": value, "minItems": 1}
    elif not required:
        value = {"anyOf": [value, {"type": "null"}]}
    return {"description": projection.ontology.definition(path), **value}


def _value(projection: Projection, each: Field) -> dict[str, Any]:
    if each.scheme:
        return {"enum": sorted(projection.ontology.schemes[each.scheme])}
    return dict(_TYPES.get(each.type.removesuffix("[]"), {"type": "string"}))


def _object(properties: dict[str, Any], description: str = "") -> dict[str, Any]:
    described = {"description": description} if description else {}
    return {
        **described,
        "type": "object",
        "properties": properties,
        "required": list(properties),
        "additionalProperties": False,
    }
