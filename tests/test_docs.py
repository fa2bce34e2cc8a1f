"""What a reader can use is documented: commands, settings, questions, shapes; and links lead somewhere."""

from __future__ import annotations

import re

import typer.main
from rdflib import URIRef
from rdflib.namespace import RDF, SH

from app.commands.registry import COMMANDS, command_line
from loaders.settings import CHECKOUT, TABLE
from ontology.terms import load
from queries import catalogue

DOCS = CHECKOUT / "docs"


def _page(name: str) -> str:
    return (DOCS / name).read_text(encoding="utf-8")


def test_every_command_has_its_section_and_its_help() -> None:
    sections = set(re.findall(r"^## ([a-z-]+)$", _page("commands.md"), re.MULTILINE))
    group = typer.main.get_command(command_line())
    names = set(getattr(group, "commands", {}))
    assert {name.replace("_", "-") for name in COMMANDS} == names
    assert sections == names | {"test"}


def test_every_setting_is_described_with_its_variable() -> None:
    text = _page("settings.md")
    assert [each.name for each in TABLE if each.variable not in text or each.help not in text] == []


def test_every_question_has_its_section_in_the_words_of_its_header() -> None:
    text = _page("questions.md")
    missing = [each.name for each in catalogue.load() if each.name not in text or each.question not in text]
    assert missing == []


def test_every_shape_that_has_a_name_has_its_section() -> None:
    text = _page("shapes.md")
    shapes = load().shapes.subjects(RDF.type, SH.NodeShape)
    names = [str(shape).rpartition("/")[2] for shape in shapes if isinstance(shape, URIRef)]
    assert names
    assert [name for name in names if f"\n## {name}\n" not in text] == []


def test_every_link_between_the_pages_leads_to_a_file() -> None:
    broken = []
    for page in (CHECKOUT / "README.md", *DOCS.glob("*.md")):
        for target in re.findall(r"\]\(([^)#\s]+)", page.read_text(encoding="utf-8")):
            if not target.startswith(("http:", "https:")) and not (page.parent / target).exists():
                broken.append(f"{page.name}: {target}")
    assert broken == []


def test_the_readme_leads_to_every_page() -> None:
    readme = (CHECKOUT / "README.md").read_text(encoding="utf-8")
    reached = readme + "".join(page.read_text(encoding="utf-8") for page in DOCS.glob("*.md"))
    assert [page.name for page in DOCS.glob("*.md") if page.name not in reached] == []
