"""Pages of ``docs/`` that follow from the ontology and its shapes.

``python -m loaders.release.pages`` writes them; a test fails where a page is not what this gives.
"""

from __future__ import annotations

from pathlib import Path

from rdflib import URIRef
from rdflib.namespace import RDF, RDFS, SH

from loaders.release.projection import Projection
from loaders.release.schemas import schemas
from loaders.release.statements import detail_names
from loaders.settings import CHECKOUT
from ontology.terms import RL, Ontology, StatementKind, load

_NOTE = "*Generated from `ontology/` by `python -m loaders.release.pages`: change it there.*"


def pages(ontology: Ontology) -> dict[str, str]:
    """Path within ``docs/`` -> text, for every page and JSON Schema that is generated from the ontology."""
    return {
        "statement-kinds.md": _statement_kinds(ontology),
        "concepts.md": _concepts(ontology),
        "shapes.md": _shapes(ontology),
        **{f"schemas/{name}": text for name, text in schemas(ontology).items()},
    }


def write(folder: Path, ontology: Ontology) -> list[Path]:
    """Write every page under ``folder`` and give their paths."""
    found = []
    for name, text in pages(ontology).items():
        file = folder / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
        found.append(file)
    return found


def _statement_kinds(ontology: Ontology) -> str:
    projection = Projection(ontology)
    lines = [
        "# Kinds of statement",
        "",
        _NOTE,
        "",
        "What each kind says, what it takes as subject and object, and the columns that its sheet has beside "
        "those of every statement. **Bold** columns have to be filled. A direct relationship is drawn from "
        "subject to object for statements that hold without a condition, are in operation and are not "
        "unverified.",
        "",
        "| kind | sheet | label | what it says | subject | object | own columns | direct relationship |",
        "|---|---|---|---|---|---|---|---|",
    ]
    for kind in ontology.kinds.values():
        label = next(each for each in projection.model(kind.iri).labels if each != "Statement")
        own = [name for name in detail_names(projection, kind) if name not in ("instrument", "note")]
        columns = ", ".join(_column(projection, kind, name) for name in own)
        cells = (
            kind.slug,
            f"`{kind.sheet}.csv`",
            f"`:{label}`",
            kind.definition,
            _end(ontology, kind, RL.subject),
            _end(ontology, kind, RL.object),
            columns or "-",
            _code(kind.relationship),
        )
        lines.append(f"| {' | '.join(cells)} |")
    return "\n".join(lines) + "\n"


def _concepts(ontology: Ontology) -> str:
    lines = [
        "# Concepts",
        "",
        _NOTE,
        "",
        "The codes that cells take, scheme by scheme. In the property graph each is a node `:Concept` with "
        "the id `<scheme>/<code>`.",
    ]
    for name, concepts in sorted(ontology.schemes.items()):
        iri = next(iter(concepts.values())).iri
        scheme = URIRef(str(iri).rpartition("/")[0])
        lines += ["", f"## {ontology.scheme_labels[name]} (`{name}`)", "", ontology.definition(scheme), ""]
        lines += ["| code | name | meaning | broader |", "|---|---|---|---|"]
        lines += [
            f"| `{each.notation}` | {each.label} | {each.definition} | {_code(each.broader)} |"
            for each in concepts.values()
        ]
    return "\n".join(lines) + "\n"


def _shapes(ontology: Ontology) -> str:
    shapes = ontology.shapes
    lines = [
        "# Shapes",
        "",
        _NOTE,
        "",
        "What every record is checked for before it may be loaded, and what the gate says where it is not "
        "so. A violation stops the build; a warning does not.",
    ]
    named = {each for each in shapes.subjects(RDF.type, SH.NodeShape) if isinstance(each, URIRef)}
    for shape in sorted(named):
        target = shapes.value(shape, SH.targetClass)
        on = f" Checked on: {ontology.label(target).lower()}." if isinstance(target, URIRef) else ""
        lines += ["", f"## {_tail(shape)}", "", f"{shapes.value(shape, RDFS.comment)}{on}", ""]
        parts = [*shapes.objects(shape, SH.property), *shapes.objects(shape, SH.sparql)]
        own = sorted(part for part in parts if isinstance(part, URIRef)) or [shape]
        lines += ["| check | severity | what to do |", "|---|---|---|"]
        for part in own:
            severity = shapes.value(part, SH.severity) or shapes.value(shape, SH.severity)
            lines.append(
                f"| `{_tail(part)}` | {_tail(severity).lower()} | {shapes.value(part, SH.message)} |"
            )
    return "\n".join(lines) + "\n"


def _tail(term: object) -> str:
    return str(term).rpartition("/")[2].rpartition("#")[2]


def _column(projection: Projection, kind: StatementKind, name: str) -> str:
    model = projection.model(kind.iri)
    each = model.fields.get(name)
    path = each.path if each else model.links[name].path
    text = f"`{name}`"
    if each and each.scheme:
        text += f" ({each.scheme})"
    return f"**{text}**" if _is_required(projection.ontology, kind, path) else text


def _end(ontology: Ontology, kind: StatementKind, path: URIRef) -> str:
    """What subject or object is: the narrowest class that the kind's own shape asks for."""
    for field in _fields(ontology, kind, path):
        wanted = ontology.shapes.value(field, SH["class"])
        if isinstance(wanted, URIRef):
            optional = "" if path == RL.subject or _is_required(ontology, kind, path) else ", or none"
            return f"{ontology.label(wanted).lower()}{optional}"
    return "-"


def _is_required(ontology: Ontology, kind: StatementKind, path: URIRef) -> bool:
    return any((field, SH.minCount, None) in ontology.shapes for field in _fields(ontology, kind, path))


def _fields(ontology: Ontology, kind: StatementKind, path: URIRef) -> list[URIRef]:
    return [
        field
        for shape in ontology.shapes.subjects(SH.targetClass, kind.iri)
        for field in ontology.shapes.objects(shape, SH.property)
        if isinstance(field, URIRef) and ontology.shapes.value(field, SH.path) == path
    ]


def _code(text: str | None) -> str:
    return "-" if text is None else f"`{text}`"


if __name__ == "__main__":
    for written in write(CHECKOUT / "docs", load()):
        print(written.relative_to(CHECKOUT))
