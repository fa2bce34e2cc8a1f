"""NHS trusts, sub-ICB locations and former commissioning groups, from the Organisation Data Service."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from tests.loaders.sources.registers.extracts import (
    LOCATIONS,
    TRUSTS,
    added,
    loaded,
    ods,
    problems,
    report,
    written,
)


def test_a_trust_becomes_an_organisation_with_its_code_and_dates(tmp_path: Path) -> None:
    found = added(loaded(written(tmp_path, "etr", TRUSTS)), "organisations")
    trust = next(row for row in found if row["ods_code"] == "RJ1")
    assert trust["id"] == "ods-rj1"
    assert trust["name"] == "Guy's and St Thomas' NHS Foundation Trust"
    assert trust["kind"] == "nhs-foundation-trust"
    assert trust["classes"] == ("nhs-trusts-and-foundation-trusts",)
    assert (trust["opened"], trust["closed"]) == (date(1993, 4, 1), None)


def test_the_registers_own_spelling_is_kept(tmp_path: Path) -> None:
    names = added(loaded(written(tmp_path, "etr", TRUSTS)), "names")
    assert ("ods-r0a", "MANCHESTER UNIVERSITY NHS FOUNDATION TRUST") in {
        (row["thing"], row["name"]) for row in names
    }


def test_the_area_is_recorded_with_the_row_as_evidence(tmp_path: Path) -> None:
    found = loaded(written(tmp_path, "etr", TRUSTS))
    tie = next(row for row in added(found, "ties") if row["subject"] == "ods-r0a")
    assert tie["object"] == "nhs-greater-manchester-integrated-care-board"
    assert (tie["tie"], tie["basis"], tie["force"]) == ("in-area-of", "register-entry", "none")
    evidence = next(row for row in added(found, "evidence") if row["supports"] == tie["id"])
    assert (evidence["document"], evidence["locator"]) == ("register-nhs-trusts", "code R0A")


def test_a_register_says_nothing_of_oversight(tmp_path: Path) -> None:
    found = loaded(written(tmp_path, "etr", TRUSTS), written(tmp_path, "eccg", LOCATIONS))
    kinds = [sheet for sheet in found.rows if added(found, sheet)]
    assert sorted(kinds) == ["evidence", "names", "organisations", "sources", "ties"]


def test_a_closed_trust_keeps_its_dates_and_has_no_area(tmp_path: Path) -> None:
    found = loaded(written(tmp_path, "etr", TRUSTS))
    trust = next(row for row in added(found, "organisations") if row["ods_code"] == "R1C")
    assert trust["closed"] == date(2024, 9, 30)
    (tie,) = [row for row in added(found, "ties") if row["subject"] == "ods-r1c"]
    assert (tie["tie"], tie["valid_to"]) == ("listed-as", date(2024, 9, 30))


def test_trusts_of_wales_are_left_out_and_counted(tmp_path: Path) -> None:
    found, (etr,) = report(written(tmp_path, "etr", TRUSTS))
    assert "ods-ryt" not in {row["id"] for row in added(found, "organisations")}
    assert etr.left_out == {"in Wales (grouping W00)": 1}


def test_the_source_has_the_day_given_the_hash_and_the_rows(tmp_path: Path) -> None:
    (source,) = added(loaded(written(tmp_path, "etr", TRUSTS)), "sources")
    assert (source["id"], source["kind"]) == ("register-nhs-trusts", "register")
    assert source["stated_at"] == source["confirmed_to"] == date(2025, 7, 31)
    assert source["rows"] == len(TRUSTS)


def test_sub_icb_locations_groups_hubs_and_entities_are_told_apart(tmp_path: Path) -> None:
    found, (eccg,) = report(written(tmp_path, "eccg", LOCATIONS))
    organisations = {row["id"]: row for row in added(found, "organisations")}
    assert sorted(organisations) == ["ods-00c", "ods-00l"]
    assert organisations["ods-00l"]["kind"] == "sub-icb-location"
    assert organisations["ods-00l"]["name"] == "NHS North East and North Cumbria ICB - 00L"
    assert organisations["ods-00c"]["classes"] == ("clinical-commissioning-groups",)
    assert eccg.left_out == {
        "commissioning hubs (role RO218)": 1,
        "reporting entities (role RO327)": 1,
    }


def test_an_open_row_with_an_unknown_role_is_an_error(tmp_path: Path) -> None:
    row = ods("Z9Z", "NHS SOMETHING", "Y63", "QHM", "20130401", "", "RO999")
    (problem,) = problems(written(tmp_path, "eccg", [*LOCATIONS, row]))
    assert (problem.row, problem.column) == (5, "roles")


def test_a_board_that_nobody_knows_is_an_error_that_names_the_nearest(tmp_path: Path) -> None:
    row = ods("RZZ", "NOWHERE NHS TRUST", "Y62", "QOPP", "20171001")
    (problem,) = problems(written(tmp_path, "etr", [*TRUSTS, row]))
    assert (problem.file, problem.row, problem.column) == ("etr.csv", 6, "high level health geography")
    assert "'QOPP'" in problem.what and "'QOP'" in problem.do


def test_a_board_that_had_closed_on_the_registers_day_is_an_error(tmp_path: Path) -> None:
    given = written(tmp_path, "etr", TRUSTS)
    late = type(given)(given.register, given.path, given.name, date(2026, 7, 1))
    (problem,) = problems(late)
    assert problem.row == 1 and "closed on 2026-03-31" in problem.what


def test_a_region_that_is_not_the_boards_is_an_error(tmp_path: Path) -> None:
    row = ods("RZZ", "NOWHERE NHS TRUST", "Y56", "QOP", "20171001")
    (problem,) = problems(written(tmp_path, "etr", [*TRUSTS, row]))
    assert (problem.row, problem.column) == (6, "national grouping")


def test_content_in_a_reserved_column_is_an_error(tmp_path: Path) -> None:
    row = ods("RZZ", "NOWHERE NHS TRUST", "Y62", "QOP", "20171001")
    row[18] = "new"
    (problem,) = problems(written(tmp_path, "etr", [*TRUSTS, row]))
    assert (problem.row, problem.column) == (6, "column 19") and "'new'" in problem.what
