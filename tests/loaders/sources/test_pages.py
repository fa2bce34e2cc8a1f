"""The page on the sheets is what their description gives, and the page on locators knows every grammar."""

from __future__ import annotations

import re

from loaders.settings import CHECKOUT
from loaders.sources.documents import GRAMMARS
from loaders.sources.pages import PAGE, page
from ontology.terms import load
from tests.loaders.sources.world import DATA, METADATA


def test_the_page_on_the_sheets_is_up_to_date() -> None:
    assert PAGE.read_text(encoding="utf-8") == page(METADATA, load()), "Run: python -m loaders.sources.pages"


def test_the_page_on_the_sheets_names_every_column() -> None:
    text = PAGE.read_text(encoding="utf-8")
    for table in METADATA.tables.values():
        assert f"## {table.file}" in text
        assert all(f"| `{column.name}` |" in text for column in table.columns)


def test_every_grammar_of_locators_has_its_section() -> None:
    text = (CHECKOUT / "docs" / "locators.md").read_text(encoding="utf-8")
    assert all(f"\n## {grammar}\n" in text for grammar in GRAMMARS)


def test_every_example_of_a_locator_is_a_place_that_there_is() -> None:
    text = (CHECKOUT / "docs" / "locators.md").read_text(encoding="utf-8")
    listed = {
        line.split(",")[1] if '"' not in line else line.split('"')[1]
        for line in (DATA / "units.csv").read_text(encoding="utf-8").splitlines()
    }
    tables = "\n".join(line for line in text.splitlines() if line.startswith("| "))
    examples = {name for name in re.findall(r"`([^`]+)`", tables) if not name.startswith(" ")}
    assert examples - listed == set()
