"""The documents themselves, where they are to hand: every locator and position, none of their words."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from loaders.errors import DataError, ToolError
from loaders.settings import Settings
from loaders.sources.documents import (
    POSITIONS,
    documents,
    list_positions,
    read_document,
    unresolved,
    write_positions,
)
from loaders.sources.locators import Located
from loaders.sources.rows import Row
from loaders.sources.sheets import read_sheets
from ontology.terms import load
from tests.loaders.sources.world import DATA, World

TEXT = "About this report\n\nMills are old. Rivers are older.\n"
NAMES = {"id", "name", "title", "short_title", "initials", "term", "url", "locator", "attribution", "file"}
"""Columns that hold names, which are the document's own, and addresses."""


@pytest.fixture(scope="module")
def found() -> dict[str, Located]:
    folder = Settings.from_environment().reference_folder
    assert folder is not None
    return documents(DATA, folder, load())


@pytest.mark.reference
def test_every_locator_of_the_sheets_is_a_place_of_its_document(found: dict[str, Located]) -> None:
    sheets = read_sheets(DATA, load())
    assert unresolved(sheets.rows["evidence"], "document", found) == []
    assert unresolved(sheets.rows["classes"], "source", found) == []


@pytest.mark.reference
def test_the_list_of_places_is_that_of_the_documents(found: dict[str, Located]) -> None:
    assert (DATA / POSITIONS).read_text(encoding="utf-8") == list_positions(found)


@pytest.mark.reference
@pytest.mark.parametrize(
    ("document", "locator", "begins"),
    [
        ("hssib-2025", "3.2.45", "All of the ICBs"),
        ("hssib-2025", "3.2.45 s4", "However, the NHS England Oversight Framework"),
        ("hssib-2025", "3.2.45 s5", "A senior manager"),
        ("hssib-2025", "3.2.46 s2", "However, provider collaboratives should"),
        ("hssib-2025", "3.2.14 b2", "Organisations consider whether"),
        ("hssib-2025", "3.3.8 s3", "However, on consultation"),
        ("hssib-2025", "3.3.8 s5", "Risks should be managed"),
        ("hssib-2025", "3.4.4 s3", "Safety management processes"),
        ("hssib-2025", "3.4.27 s9", "Following the report"),
        ("hssib-2025", "3.4.28 s9", "The Department will continue"),
        ("hssib-2025", "1.3.1 b2 s3", "We have no similar"),
        ("hssib-2025", "3 intro p2 s4", "The investigation acknowledges"),
        ("hssib-2025", "2 intro p1 s1", "This investigation explored"),
        ("hssib-2025", "About this report s2", "This has been explored"),
        ("hssib-2025", "Executive summary Background p4", "Integrated care boards"),
        ("hssib-2025", "Executive summary The investigation s3", "During the investigation"),
        ("hssib-2025", "Findings b8", "Patients and carers"),
        ("hssib-2025", "Glossary Provider collaboratives s1", "Provider collaboratives are"),
        ("hssib-2025", "Glossary Safety s2", "Activities can include"),
        ("hssib-2025", "R/2025/057 s2", "The intent of"),
        ("hssib-2025", "3.4 R/2025/057 s2", "The intent of"),
        ("hssib-2025", "3.2 ICB/2025/011 s1", "HSSIB suggests"),
        ("hssib-2025", "Figure 2", "Figure 2 is a diagram"),
        ("hssib-2025", "Table A row 1", "Patient’s carer"),
        ("hssib-2025", "References NHS England (2024a)", "NHS England (2024a)"),
        ("hssib-2025", "Appendix Evidence gathering b1", "Semi-structured interviews"),
        ("nhs-providers-2025", "Recommendation 4 key point 2 s1", "The wider remit"),
        ("nhs-providers-2025", "Recommendation 4 view p1 s2", "The Commissioner"),
        ("nhs-providers-2025", "Findings 6 b2 s1", "HSSIB has broadened"),
        ("nhs-providers-2025", "Findings 6 heading", "Some of the organisations"),
        ("nhs-providers-2025", "Findings 7 b1.7 s2", "Clearer expectations"),
        ("nhs-providers-2025", "Context b6 s1", "The government has accepted"),
        ("nhs-providers-2025", "View p3 s2", "Additionally, any changes"),
        ("nhs-providers-2025", "Influence b1", "We were grateful"),
        ("nhs-providers-2025", "Press release p4", "“Today running"),
        ("nhs-providers-2025", "Conclusions 2", "Streamline and"),
        ("nhs-providers-2025", "Next steps b1.2", "Considering how"),
    ],
)
def test_places_of_the_documents(found: dict[str, Located], document: str, locator: str, begins: str) -> None:
    span = found[document].resolve(locator)
    assert span is not None
    assert span.text.startswith(begins)


@pytest.mark.reference
@pytest.mark.parametrize(
    ("document", "paragraph", "count"),
    [
        ("hssib-2025", "3.2.45", 5),
        ("hssib-2025", "3.2.30", 7),
        ("hssib-2025", "3.3.8", 6),
        ("hssib-2025", "3.4.8", 5),
        ("hssib-2025", "3.4.27", 9),
        ("hssib-2025", "3.4.28", 9),
        ("hssib-2025", "1.2.5", 3),
        ("nhs-providers-2025", "Findings 3 b1", 4),
        ("nhs-providers-2025", "Recommendation 8 view", 5),
        ("nhs-providers-2025", "Recommendation 3 view p2", 4),
    ],
)
def test_sentences_of_the_documents(
    found: dict[str, Located], document: str, paragraph: str, count: int
) -> None:
    names = {unit.locator for unit in found[document].units()}
    assert f"{paragraph} s{count}" in names
    assert f"{paragraph} s{count + 1}" not in names


@pytest.mark.reference
def test_every_word_of_the_documents_is_in_some_place(found: dict[str, Located]) -> None:
    marks = re.compile(r"•|\d+(\.\d+)*\.?|Key|points:?")  # bullets, numbers, and the heading of key points
    for located in found.values():
        inside = bytearray(len(located.text))
        for unit in located.units():
            inside[unit.span.start : unit.span.end] = b"\x01" * (unit.span.end - unit.span.start)
        outside = {
            word.group()
            for word in re.finditer(r"\S+", located.text)
            if not inside[word.start()] and not marks.fullmatch(word.group())
        }
        assert outside == set()


def runs(text: str) -> Iterator[tuple[str, ...]]:
    """Every run of eight words."""
    words = re.findall(r"[a-z0-9]+", re.sub("[’'‘]", "", text.lower()))
    yield from zip(*(words[start:] for start in range(8)), strict=False)


@pytest.mark.reference
def test_no_eight_words_of_a_document_stand_in_a_sheet_except_in_names(found: dict[str, Located]) -> None:
    theirs = {run for located in found.values() for run in runs(located.text)}
    sheets = read_sheets(DATA, load())
    rows = [row for sheet in sheets.rows.values() for row in sheet]
    names = {run for row in rows for column in NAMES & set(row.cells) for run in runs(row.text(column))}
    copied = [
        f"{row.file}, row {row.number}, {column}: {' '.join(run)}"
        for row in rows
        for column, text in row.cells.items()
        if column not in NAMES and isinstance(text, str) and not re.fullmatch(r"[a-z0-9-]+", text)
        for run in runs(text)
        if run in theirs and run not in names
    ]
    assert copied == []


def source(text: str = TEXT) -> Row:
    cells = {
        "id": "mill-report",
        "file": "mills.txt",
        "sha256": hashlib.sha256(text.encode()).hexdigest(),
        "locator_grammar": "hssib-report",
    }
    return Row("sources.csv", 2, cells)


def test_a_document_is_read_with_its_places(tmp_path: Path) -> None:
    (tmp_path / "mills.txt").write_text(TEXT, encoding="utf-8")
    span = read_document(source(), tmp_path).resolve("About this report s2")
    assert span is not None and span.text == "Rivers are older."


def test_another_copy_of_a_document_is_refused(tmp_path: Path) -> None:
    (tmp_path / "mills.txt").write_text(TEXT + "More.", encoding="utf-8")
    with pytest.raises(DataError, match=r"sources\.csv, row 2, column sha256"):
        read_document(source(), tmp_path)


def test_a_document_that_is_not_there_is_the_tools_fault(tmp_path: Path) -> None:
    with pytest.raises(ToolError, match="LANDSCAPE_REFERENCE_FOLDER"):
        read_document(source(), tmp_path)


def test_places_are_listed_from_the_document_and_listing_twice_changes_nothing(
    world: World, tmp_path: Path
) -> None:
    (tmp_path / "mills.txt").write_text(TEXT, encoding="utf-8")
    world.set("sources", 2, "sha256", source().text("sha256"))
    assert write_positions(world.folder, tmp_path, load()) == 4
    first = world.path("units").read_bytes()
    write_positions(world.folder, tmp_path, load())
    assert world.path("units").read_bytes() == first
    assert [row[1] for row in world.grid("units")[1:]] == [
        "About this report",
        "About this report heading",
        "About this report s1",
        "About this report s2",
    ]
    assert {path.name for path in world.folder.iterdir()} == {path.name for path in DATA.iterdir()}
