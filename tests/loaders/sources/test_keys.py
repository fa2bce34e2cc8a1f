"""Identifiers, references, evidence and places over all sheets."""

from __future__ import annotations

import pytest

from tests.loaders.sources.world import World


def test_a_key_that_is_there_twice_names_the_other_row(world: World) -> None:
    world.add("organisations", id="mill-trust", name="Other", thing="body", kind="other")
    problem = world.only_problem()
    assert (problem.file, problem.row, problem.column) == ("organisations.csv", 4, "id")
    assert "Row 2 has the same id" in problem.what


def test_evidence_that_is_there_twice_is_refused(world: World) -> None:
    world.add("evidence", supports="office-oversees-mills", document="mill-report", locator="1.2 s1")
    problem = world.only_problem()
    assert problem.row == 5 and "supports and document and locator" in problem.what


def test_an_identifier_used_in_two_sheets_is_refused_in_both(world: World) -> None:
    world.add("classes", id="mill-trust", name="Mill", rule="Is one.", source="mill-book", locator="5")
    assert [(problem.file, problem.row) for problem in world.problems()] == [
        ("classes.csv", 3),
        ("organisations.csv", 2),
    ]
    assert "organisations.csv, row 2" in world.problems()[0].what


def test_an_identifier_that_was_retired_is_refused(world: World) -> None:
    world.add("retired", id="mill-trust", retired_on="2025-01-01", reason="It never was one.")
    problem = world.only_problem()
    assert (problem.file, problem.row) == ("organisations.csv", 2)
    assert "retired" in problem.what and "It never was one." in problem.what


@pytest.mark.parametrize("identifier", ["mill-asserted", "mill-evidence-2"])
def test_an_identifier_that_loading_would_give_is_refused(world: World, identifier: str) -> None:
    world.add("organisations", id=identifier, name="Other", thing="body", kind="other")
    assert "ending" in world.only_problem().what


def test_a_reference_to_nothing_names_near_matches(world: World) -> None:
    world.set("oversight", 2, "subject", "hill-ofice")
    problem = world.only_problem()
    assert (problem.file, problem.row, problem.column) == ("oversight.csv", 2, "subject")
    assert "There is no 'hill-ofice'" in problem.what and "'hill-office'" in problem.do


def test_a_reference_into_the_wrong_sheet_says_where_it_led(world: World) -> None:
    world.set("oversight", 2, "instrument", "mill-book")
    problem = world.only_problem()
    assert "'mill-book' is in sources.csv, row 3" in problem.what and "instruments.csv" in problem.what


def test_a_statement_is_no_thing(world: World) -> None:
    world.set("oversight", 2, "object", "office-oversees-mills")
    assert "oversight.csv, row 2" in world.only_problem().what


def test_one_of_several_references_is_judged_by_itself(world: World) -> None:
    world.set("organisations", 2, "classes", "mills|windmills")
    assert "'windmills'" in world.only_problem().what


def test_a_statement_without_evidence_is_refused(world: World) -> None:
    world.lay("evidence", [row for row in world.grid("evidence") if row[0] != "office-oversees-mills"])
    problem = world.only_problem()
    assert (problem.file, problem.row, problem.column) == ("oversight.csv", 2, "id")
    assert "supports this statement" in problem.what


def test_a_position_without_evidence_is_refused(world: World) -> None:
    world.lay("evidence", [row for row in world.grid("evidence") if row[0] != "millers-dispute-oversight"])
    assert "supports this position" in world.only_problem().what


def test_evidence_without_locator_is_refused(world: World) -> None:
    world.set("evidence", 2, "locator", "")
    problem = world.only_problem()
    assert (problem.file, problem.row, problem.column) == ("evidence.csv", 2, "locator")


def test_evidence_for_nothing_is_refused(world: World) -> None:
    world.add("evidence", supports="mill-trust", document="mill-report", locator="1.2")
    assert "organisations.csv, row 2" in world.only_problem().what


def test_a_place_that_the_document_does_not_have_names_those_it_has(world: World) -> None:
    world.set("evidence", 2, "locator", "1.2 s7")
    problem = world.only_problem()
    assert (problem.file, problem.row, problem.column) == ("evidence.csv", 2, "locator")
    assert "'1.2 s1'" in problem.do and "'1.2 s2'" in problem.do


def test_places_of_a_document_without_grammar_are_not_judged(world: World) -> None:
    world.set("evidence", 3, "locator", "anywhere")
    assert world.problems() == []


def test_a_document_with_a_grammar_needs_its_places_listed(world: World) -> None:
    world.lay("units", [world.grid("units")[0]])
    problem = world.only_problem()
    assert (problem.file, problem.row, problem.column) == ("sources.csv", 2, "locator_grammar")
    assert "run.py locators" in problem.do
