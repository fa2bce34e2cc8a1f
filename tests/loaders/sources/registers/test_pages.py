"""The pages on registers and sources are what loaders and sheets give."""

from __future__ import annotations

from loaders.settings import CHECKOUT
from loaders.sources.registers import LOADERS
from loaders.sources.registers.pages import REGISTERS, SOURCES, registers_page, sources_page
from loaders.sources.sheets import read_sheets
from ontology.terms import load

_AGAIN = "Run: python -m loaders.sources.registers.pages"


def test_the_pages_are_up_to_date() -> None:
    sheets = read_sheets(CHECKOUT / "data", load())
    assert REGISTERS.read_text(encoding="utf-8") == registers_page(sheets), _AGAIN
    assert SOURCES.read_text(encoding="utf-8") == sources_page(sheets), _AGAIN


def test_every_register_and_every_column_is_on_the_page() -> None:
    text = REGISTERS.read_text(encoding="utf-8")
    for name, loader in LOADERS.items():
        section = text.partition(f"\n## {name}\n")[2].partition("\n## ")[0]
        assert all(
            f"\n| {field.name} | {field.use} | {field.why} |" in section for field in loader.layout.fields
        )
