"""``docs/sheets.md``, made from the sheets' description: ``python -m loaders.sources.pages`` writes it."""

from __future__ import annotations

from collections.abc import Collection
from pathlib import Path

from loaders.settings import CHECKOUT
from loaders.sources.csvw import Column, Metadata, Table, read_metadata
from ontology.terms import Ontology, load

PAGE = CHECKOUT / "docs" / "sheets.md"
_INTRODUCTION = Path(__file__).with_name("sheets_introduction.md")


def page(metadata: Metadata, ontology: Ontology) -> str:
    """The text of the page."""
    tables = list(metadata.tables.values())
    statements = metadata.of_group("statement")
    shared = _shared(statements)
    lines = [
        _INTRODUCTION.read_text(encoding="utf-8"),
        "## The sheets at a glance",
        "",
        "| sheet | what one row is |",
        "|---|---|",
    ]
    lines += [f"| [`{table.file}`](#{_anchor(table)}) | {table.description} |" for table in tables]
    lines += ["", "## Columns of every statement", ""]
    lines += ["Every sheet of statements begins with these columns.", ""]
    mixed = {
        column.name
        for column in shared
        if len({each.column(column.name).required for each in statements}) > 1
    }
    lines += _columns(shared, metadata, ontology, mixed)
    for table in tables:
        own = list(table.columns[len(shared) if table in statements else 0 :])
        lines += ["", f"## {table.file}", "", f"**{table.title}.** {table.description}", ""]
        if table in statements:
            lines += [
                "The columns of every statement, and:" if own else "The columns of every statement.",
                "",
            ]
        else:
            key = ", ".join(f"`{name}`" for name in table.key)
            lines += [f"No two rows have the same {key}.", ""]
        if own:
            lines += _columns(own, metadata, ontology)
    return "\n".join(lines).rstrip() + "\n"


def _shared(tables: tuple[Table, ...]) -> list[Column]:
    """The columns with which all of ``tables`` begin."""
    found = []
    for columns in zip(*(table.columns for table in tables), strict=False):
        if len({column.name for column in columns}) > 1:
            break
        found.append(columns[0])
    return found


def _columns(
    columns: list[Column], metadata: Metadata, ontology: Ontology, mixed: Collection[str] = ()
) -> list[str]:
    lines = ["| column | filled | takes | what it says |", "|---|---|---|---|"]
    for column in columns:
        filled = "in most sheets" if column.name in mixed else "always" if column.required else ""
        lines.append(
            f"| `{column.name}` | {filled} | {_takes(column, metadata, ontology)} | {column.description} |"
        )
    return lines


def _takes(column: Column, metadata: Metadata, ontology: Ontology) -> str:
    found = _one(column, metadata, ontology)
    return f"{found}; several with `{column.separator}`".replace("|", "\\|") if column.separator else found


def _one(column: Column, metadata: Metadata, ontology: Ontology) -> str:
    if column.scheme:
        label = ontology.scheme_labels[column.scheme]
        return f"a code of the scheme [{label}](concepts.md) (`{column.scheme}`)"
    if column.references:
        where = [
            f"`{reference}`" if reference in metadata.tables else _GROUPS[reference]
            for reference in column.references
        ]
        return f"an identifier of {' or '.join(where)}"
    if column.name == "id":
        return "an identifier"
    most = "" if column.longest is None else f" of at most {column.longest} characters"
    return f"{_KINDS[column.datatype]}{most}"


_GROUPS = {
    "thing": "any thing (organisation, class, sample, instrument, system, document)",
    "actor": "an organisation, class or sample",
    "statement": "any statement",
    "position": "a position",
}
_KINDS = {
    "string": "text",
    "date": "a date",
    "integer": "a whole number",
    "boolean": "`true` or `false`",
    "duration": "a duration",
    "anyURI": "a web address",
}


def _anchor(table: Table) -> str:
    return table.file.replace(".", "")


def main() -> None:
    """Write the page."""
    PAGE.write_text(page(read_metadata(CHECKOUT / "data"), load()), encoding="utf-8")
    print(f"Wrote {PAGE.relative_to(CHECKOUT)}.")


if __name__ == "__main__":
    main()
