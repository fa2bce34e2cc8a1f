"""Coverage: which units there are, what comes from each, and that the real sheets account for all of them."""

from __future__ import annotations

from loaders.sources.coverage import COVERAGE, as_sheet, coverage_of, share, units_of, write_coverage
from loaders.sources.sheets import read_sheets
from ontology.terms import load
from tests.loaders.sources.world import DATA, World


def test_units_are_what_has_words_of_its_own() -> None:
    places = ["3.2", "3.2.1", "3.2.1 s1", "3.2.1 s2", "3.2.2", "3.2.2 s1", "3.2.2 b1", "3.2.2 b1 s1"]
    places += [
        "3.2.3",
        "3.2.3 b1",
        "3.2.3 b2",
        "3.2 heading 1",
        "Table A",
        "Table A columns",
        "Table A row 1",
    ]
    assert units_of(places) == ["3.2.1", "3.2.2", "3.2.2 b1", "3.2.3 b1", "3.2.3 b2", "Table A row 1"]


def test_the_headings_of_findings_say_something() -> None:
    places = ["Findings 1", "Findings 1 heading", "Findings 1 b1", "View heading", "Findings heading"]
    assert units_of(places) == ["Findings 1 heading", "Findings 1 b1"]


def test_a_paragraph_is_no_part_of_one_whose_number_begins_alike() -> None:
    assert units_of(["3.2.1", "3.2.10", "3.2.1 b1"]) == ["3.2.10", "3.2.1 b1"]


def test_statements_come_from_evidence_and_reasons_stay(world: World) -> None:
    world.add("coverage", document="mill-report", locator="1.2", reason="Kept as it is")
    read = world.read()
    first = coverage_of(read)
    assert [(each.locator, each.statements, each.reason) for each in first] == [
        ("1.2", ("office-oversees-mills",), "Kept as it is")
    ], "the position on the second sentence counts for its statement"
    write_coverage(world.folder, read)
    assert coverage_of(world.read()) == first


def test_a_unit_with_neither_is_not_accounted_for(world: World) -> None:
    world.add("units", document="mill-report", locator="1.3", start="91", end="95", sha256="4" * 64)
    covered = coverage_of(world.read())
    assert [each.is_accounted_for for each in covered] == [True, False]
    assert share(covered) == (2, 1, 0)


def test_every_unit_of_both_documents_is_accounted_for() -> None:
    """Where this fails: ``python3 run.py coverage`` names the units."""
    covered = coverage_of(read_sheets(DATA, load()))
    assert [each for each in covered if not each.is_accounted_for] == []
    assert (DATA / COVERAGE).read_text(encoding="utf-8") == as_sheet(covered)
    assert {each.document for each in covered} == {"hssib-2025", "nhs-providers-2025"}


def test_every_kind_of_statement_is_said_to_be_complete_or_not_for_every_document_read_whole() -> None:
    """And what is complete is so only for what the document itself can vouch for."""
    rows = read_sheets(DATA, load()).rows
    whole = {row.text("id"): row for row in rows["sources"] if row.text("kind") == "read"}
    said = {(row.text("source"), row.text("kind")) for row in rows["completeness"]}
    assert {(document, kind) for document in whole for kind in load().kinds} - said == set()
    for row in rows["completeness"]:
        if row["complete"]:
            assert row.text("to") <= whole[row.text("source")].text("confirmed_to"), row.text("id")
