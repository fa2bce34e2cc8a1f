"""``docs/registers.md``, ``docs/sources.md``: ``python -m loaders.sources.registers.pages`` writes both."""

from __future__ import annotations

from pathlib import Path

from loaders.settings import CHECKOUT
from loaders.sources.registers import LOADERS
from loaders.sources.registers.layout import Layout
from loaders.sources.rows import Row, Sheets
from loaders.sources.sheets import read_sheets
from ontology.terms import load

REGISTERS = CHECKOUT / "docs" / "registers.md"
SOURCES = CHECKOUT / "docs" / "sources.md"
_INTRODUCTION = Path(__file__).with_name("registers_introduction.md")


def registers_page(sheets: Sheets) -> str:
    """The page on the registers: what each lists, what becomes of each column, how many rows are expected."""
    described = {row.text("id"): row for row in sheets.rows["registers"]}
    lines = [_INTRODUCTION.read_text(encoding="utf-8")]
    for name, loader in LOADERS.items():
        about = described[name]
        lines += [
            f"## {name}",
            "",
            f"**{about.text('title')}.** {about.text('lists')}",
            "",
            f"From <{about.text('url')}>. {about.text('licence')}. {about.text('dating_note')}",
            "",
            f"Known in a folder by its name: {', '.join(f'`{pattern}`' for pattern in loader.files)}. "
            f"Rows expected: {about.text('least')} to {about.text('most')}, and at most "
            f"{about.text('most_change')} % more or fewer than in the release before.",
            "",
            *_columns(loader.layout),
            "",
        ]
    return "\n".join(lines).rstrip() + "\n"


def _columns(layout: Layout) -> list[str]:
    lines = ["| column | use | what becomes of it, or why nothing does |", "|---|---|---|"]
    return lines + [f"| {field.name} | {field.use} | {field.why} |" for field in layout.fields]


def sources_page(sheets: Sheets) -> str:
    """The page on the sources: of each its day, its licence and what it lists completely."""
    complete: dict[str, list[str]] = {}
    for row in sheets.rows["completeness"]:
        if row["complete"]:
            told = f"{row.text('kind')} ({row.text('about')}), {row.text('from')} to {row.text('to')}"
            complete.setdefault(row.text("source"), []).append(told)
    lines = [
        "# Sources",
        "",
        "Made from `data/sources.csv`, `data/registers.csv` and `data/completeness.csv`; do not edit it.",
        "",
        "What a source lists completely is the only ground on which a missing statement is read as *no*. "
        "From all others it is *not known*.",
        "",
        "## Read whole, and read in part",
        "",
        "| source | read | speaks of | licence | lists completely |",
        "|---|---|---|---|---|",
    ]
    for row in sheets.rows["sources"]:
        if row["kind"] in ("read", "read-in-part"):
            read = "whole" if row["kind"] == "read" else "in part"
            listed = "; ".join(complete.get(row.text("id"), ["nothing"]))
            lines.append(f"| {_linked(row)} | {read} | {_days(row)} | {row.text('licence')} | {listed} |")
    lines += [
        "",
        "## Registers",
        "",
        "Part of a release only where their file was given ([registers](registers.md)).",
        "",
        "| register | speaks of | licence | lists |",
        "|---|---|---|---|",
    ]
    for row in sheets.rows["registers"]:
        lines.append(f"| {_linked(row)} | {_days(row)} | {row.text('licence')} | {row.text('lists')} |")
    lines += ["", "## Named by others, not read", ""]
    cited = sorted(row.text("title") for row in sheets.rows["sources"] if row["kind"] == "cited")
    lines += [f"* {title}" for title in cited]
    return "\n".join(lines).rstrip() + "\n"


def _linked(row: Row) -> str:
    return f"[{row.text('title')}]({row.text('url')})" if row["url"] is not None else row.text("title")


def _days(row: Row) -> str:
    first, last = row.text("stated_at"), row.text("confirmed_to")
    return first if first == last else f"{first} to {last}"


def main() -> None:
    """Write both pages."""
    sheets = read_sheets(CHECKOUT / "data", load())
    for file, text in ((REGISTERS, registers_page(sheets)), (SOURCES, sources_page(sheets))):
        file.write_text(text, encoding="utf-8")
        print(f"Wrote {file.relative_to(CHECKOUT)}.")


if __name__ == "__main__":
    main()
