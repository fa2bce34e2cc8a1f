"""Single cells: what is taken, and what is said of what is not."""

from __future__ import annotations

from datetime import date

import pytest

from loaders.sources.cells import CellError, value
from tests.loaders.sources.world import METADATA, World


def said(world: World, sheet: str, row: int, column: str, text: str) -> str:
    """What the reader says where that cell says ``text``; it must name exactly that cell."""
    world.set(sheet, row, column, text)
    problem = world.only_problem()
    assert (problem.file, problem.row, problem.column) == (f"{sheet}.csv", row, column)
    assert problem.what.endswith(".") and problem.do.endswith((".", "?"))
    return f"{problem.what} {problem.do}"


def test_values_are_typed(world: World) -> None:
    world.set("organisations", 2, "opened", "2013-04-01")
    world.set("samples", 2, "number", "17")
    world.set("organisations", 2, "classes", "mills")
    sheets = world.read()
    trust = sheets.rows["organisations"][0]
    assert trust["opened"] == date(2013, 4, 1)
    assert trust["classes"] == ("mills",)
    assert trust["closed"] is None
    assert sheets.rows["organisations"][1]["classes"] == ()
    assert sheets.rows["samples"][0]["number"] == 17


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("2026-02-31", "There is no day 2026-02-31"),
        ("2023-02-29", "There is no day"),
        ("3/4/2026", "rewrote the date as '3/4/2026'"),
        ("13/4/2026", "rewrote"),
        ("03-Apr-26", "rewrote"),
        ("3 April 2026", "rewrote"),
        ("46115", "rewrote the date as the number 46115 (2026-04-03)"),
        ("2026-4-3", "2026-04-03"),
        ("2026-04-03 00:00:00", "more than a date"),
        ("0026-04-03", "the year is 26"),
        ("soon", "is not a date"),
    ],
)
def test_dates(world: World, text: str, words: str) -> None:
    assert words in said(world, "organisations", 2, "opened", text)


def test_a_date_that_may_be_read_in_two_ways_says_so(world: World) -> None:
    assert "look the date up" in said(world, "organisations", 2, "opened", "3/4/2026")


@pytest.mark.parametrize(("text", "words"), [("1E+05", "rewrote the code"), ("12", "write 012")])
def test_codes_that_a_spreadsheet_program_rewrote(world: World, text: str, words: str) -> None:
    assert words in said(world, "organisations", 2, "ods_code", text)


def test_a_code_with_its_leading_zero_is_taken(world: World) -> None:
    world.set("organisations", 2, "ods_code", "00A")
    assert world.read().rows["organisations"][0]["ods_code"] == "00A"


@pytest.mark.parametrize("text", ["TRUE", "yes", "1"])
def test_booleans(world: World, text: str) -> None:
    world.lay("oversight", [world.grid("oversight")[0]])
    world.lay("positions", [world.grid("positions")[0]])
    world.lay("evidence", [world.grid("evidence")[0]])
    world.add(
        "recommendations",
        id="office-recommends-sieves",
        text="Sieves are recommended.",
        subject="hill-office",
        object="mills",
        topic="safety",
        polarity="holds",
        force="none",
        strength="should",
        basis="authors-finding",
        asserted_by="hill-office",
        verification="checked",
        recommendation_kind="recommendation",
        response_owed="true",
    )
    world.add("evidence", supports="office-recommends-sieves", document="mill-report", locator="1.2 s1")
    assert world.read().rows["recommendations"][0]["response_owed"] is True
    assert "true" in said(world, "recommendations", 2, "response_owed", text)


@pytest.mark.parametrize("text", ["1,000", "17.0", "-3", "017", "many", "0"])
def test_whole_numbers(world: World, text: str) -> None:
    assert "whole number" in (words := said(world, "samples", 2, "number", text)) or "too small" in words


@pytest.mark.parametrize("text", ["P2D", "PT24H", "P1Y2M3DT4H5M6S"])
def test_durations_are_taken(text: str) -> None:
    assert value(text, METADATA.tables["reporting.csv"].column("deadline")) == text


@pytest.mark.parametrize("text", ["P", "PT", "2 days", "P2H", "P1DT"])
def test_other_durations_are_refused(text: str) -> None:
    with pytest.raises(CellError, match="P2D"):
        value(text, METADATA.tables["reporting.csv"].column("deadline"))


def test_an_unknown_concept_names_the_nearest(world: World) -> None:
    words = said(world, "oversight", 2, "topic", "safty")
    assert "'safty' is not a code of the scheme topic" in words
    assert "Did you mean 'safety'?" in words and "leadership-and-management" in words


def test_a_concept_by_its_label_names_the_code(world: World) -> None:
    assert "'policy-or-framework'" in said(world, "oversight", 2, "force", "Policy or framework")


def test_a_cell_that_must_be_filled_says_what_it_takes(world: World) -> None:
    words = said(world, "oversight", 2, "text", "")
    assert "empty" in words and "in one sentence" in words


@pytest.mark.parametrize("text", ["Mill_Trust", "mill--trust", "-mill", "Mill Trust", "möll"])
def test_an_identifier_of_another_form_is_refused(world: World, text: str) -> None:
    world.set("names", 2, "thing", text)
    assert "is not an identifier" in world.only_problem().what


def test_an_identifier_of_another_form_is_given_back_mended(world: World) -> None:
    assert "Write 'mill-trust'." in said(world, "names", 2, "thing", "Mill Trust")


@pytest.mark.parametrize("text", [" Mill", "Mill ", "Mill\u00a0", "\tMill"])
def test_blanks_around_a_cell_are_refused(world: World, text: str) -> None:
    assert "blank" in said(world, "organisations", 2, "name", text)


def test_a_line_break_in_a_cell_is_refused_and_rows_are_still_counted_as_shown(world: World) -> None:
    world.set("organisations", 2, "note", "one\ntwo")
    world.set("organisations", 3, "note", " three")
    assert [(problem.row, problem.what) for problem in world.problems()] == [
        (2, "The cell has a line break."),
        (3, "The cell begins or ends with a blank."),
    ]


@pytest.mark.parametrize("text", ["a\u200bb", "a\ufeffb", "a\x07b", "a\u0085b"])
def test_invisible_characters_are_refused(world: World, text: str) -> None:
    assert "invisible" in said(world, "organisations", 2, "name", text)


@pytest.mark.parametrize("text", ["theyâ€™re", "caf\ufffd", "#REF!", "#NAME?", "####"])
def test_what_a_program_spoilt_is_refused(world: World, text: str) -> None:
    assert "Type" in said(world, "organisations", 2, "name", text)


@pytest.mark.parametrize("mark", ["=", "+", "-", "@", "＝"])  # noqa: RUF001
def test_the_guard_of_our_own_exports_is_stripped(world: World, mark: str) -> None:
    world.set("organisations", 2, "note", f"'{mark}B2 is meant")
    assert world.read().rows["organisations"][0]["note"] == f"{mark}B2 is meant"


@pytest.mark.parametrize("mark", ["=", "+", "-", "@"])
def test_a_formula_without_guard_is_refused(world: World, mark: str) -> None:
    assert "as a formula" in said(world, "organisations", 2, "note", f"{mark}B2")


def test_an_apostrophe_that_guards_nothing_stays(world: World) -> None:
    world.set("organisations", 2, "note", "'tis a note")
    assert world.read().rows["organisations"][0]["note"] == "'tis a note"


def test_several_values(world: World) -> None:
    world.add("classes", id="big-mills", name="Big mills", rule="Is big.", source="mill-book", locator="5")
    world.set("organisations", 2, "classes", "mills|big-mills")
    assert world.read().rows["organisations"][0]["classes"] == ("mills", "big-mills")


@pytest.mark.parametrize("text", ["mills|", "mills | mills", "|mills"])
def test_several_values_with_gaps_are_refused(world: World, text: str) -> None:
    assert "empty value" in said(world, "organisations", 2, "classes", text)


def test_one_value_twice_is_refused(world: World) -> None:
    assert "twice" in said(world, "organisations", 2, "classes", "mills|mills")


def test_a_web_address_of_another_form_is_refused(world: World) -> None:
    assert "https://" in said(world, "organisations", 2, "url", "javascript:alert(1)")
