"""Registers of integrated care boards and regions confirm the sheets, or say where they differ."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

from loaders.sources.registers import LOADERS
from loaders.sources.sheets import Sheets
from tests.loaders.sources.registers.extracts import added, loaded, problems, sheets, written

REGISTER = list(LOADERS["icb"].layout.names)
FRIMLEY = [
    "QNQ",
    "E54000034",
    "NHS FRIMLEY INTEGRATED CARE BOARD",
    "Y59",
    "South East",
    "20220701",
    "20260331",
    "S0E4D S9B9J QRL",
    "0",
]
SUCCESSION = list(LOADERS["succession"].layout.names)
ONS = list(LOADERS["ons"].layout.names)
REGIONS = list(LOADERS["regions"].layout.names)


def test_a_board_gets_its_region_its_ons_code_and_the_registers_spelling(tmp_path: Path) -> None:
    found = loaded(written(tmp_path, "icb", [REGISTER, FRIMLEY]))
    board = "nhs-frimley-integrated-care-board"
    (code,) = added(found, "codes")
    assert (code["thing"], code["code"], code["seen_on"]) == (board, "E54000034", date(2025, 7, 31))
    (name,) = added(found, "names")
    assert name["name"] == "NHS FRIMLEY INTEGRATED CARE BOARD"
    evidence = [
        row for row in added(found, "evidence") if row["document"] == "register-integrated-care-boards"
    ]
    assert [row["supports"] for row in evidence] == [f"{board}-in-area-of-nhs-england-south-east-region"]
    assert not added(found, "organisations")


def test_another_closing_day_than_in_the_sheets_is_an_error_that_names_both(tmp_path: Path) -> None:
    other = ["20260430" if cell == "20260331" else cell for cell in FRIMLEY]
    (problem,) = problems(written(tmp_path, "icb", [REGISTER, other]))
    assert (problem.row, problem.column) == (2, "close_date")
    assert (
        "2026-04-30" in problem.what and "2026-03-31" in problem.what and "organisations.csv" in problem.what
    )


def test_other_successors_than_in_the_sheets_are_an_error(tmp_path: Path) -> None:
    other = ["S0E4D" if cell.startswith("S0E4D") else cell for cell in FRIMLEY]
    (problem,) = problems(written(tmp_path, "icb", [REGISTER, other]))
    assert (problem.row, problem.column) == (2, "successor_ods")


def test_a_board_that_the_sheets_do_not_have_is_an_error(tmp_path: Path) -> None:
    other = ["Q0Q" if cell == "QNQ" else cell for cell in FRIMLEY]
    found = problems(written(tmp_path, "icb", [REGISTER, other]))
    assert (found[0].row, found[0].column) == (2, "ods_code")


def test_a_succession_that_the_sheets_have_gets_evidence_alone(tmp_path: Path) -> None:
    found = loaded(written(tmp_path, "succession", [SUCCESSION, ["QNQ", "QRL", "2026-04-01", "acquisition"]]))
    assert not added(found, "successions")
    (evidence,) = added(found, "evidence")
    assert evidence["supports"] == "nhs-frimley-to-hampshire-and-isle-of-wight"
    assert evidence["locator"] == "QNQ to QRL"


def test_a_succession_on_another_day_or_of_another_kind_is_an_error(tmp_path: Path) -> None:
    found = problems(written(tmp_path, "succession", [SUCCESSION, ["QNQ", "QRL", "2026-05-01", "merger"]]))
    assert [(problem.row, problem.column) for problem in found] == [(2, "date"), (2, "type")]


def test_an_unknown_kind_of_succession_is_an_error(tmp_path: Path) -> None:
    (problem,) = problems(written(tmp_path, "succession", [SUCCESSION, ["QNQ", "QRL", "2026-04-01", "gift"]]))
    assert problem.column == "type" and "merger" in problem.do


def test_ons_codes_are_dated_and_the_names_must_agree(tmp_path: Path) -> None:
    good = ["E54000042", "QRL", "NHS Hampshire and Isle of Wight Integrated Care Board", "7"]
    (code,) = added(loaded(written(tmp_path, "ons", [ONS, good])), "codes")
    assert (code["id"], code["code_scheme"]) == ("ons-e54000042", "ons")
    other = ["E54000042", "QRL", "NHS Hampshire Integrated Care Board", "7"]
    (problem,) = problems(written(tmp_path, "ons", [ONS, other]))
    assert problem.column == "ICB24NM"


def test_a_code_that_two_registers_give_is_kept_once(tmp_path: Path) -> None:
    ons = written(tmp_path, "ons", [ONS, ["E54000034", "QNQ", "NHS Frimley Integrated Care Board", "7"]])
    found = loaded(ons, written(tmp_path, "icb", [REGISTER, FRIMLEY]))
    assert len(added(found, "codes")) == 1


def test_a_region_must_be_one_that_the_sheets_have(tmp_path: Path) -> None:
    assert not problems(written(tmp_path, "regions", [REGIONS, ["Y56", "E40000003", "London"]]))
    (problem,) = problems(written(tmp_path, "regions", [REGIONS, ["QNQ", "E40000003", "London"]]))
    assert (problem.row, problem.column) == (2, "ods_code")


def test_every_loader_is_described_in_the_sheet_of_registers() -> None:
    assert {row.text("id") for row in sheets().rows["registers"]} == set(LOADERS)


def test_a_code_is_dated_by_the_last_day_that_the_file_speaks_of(tmp_path: Path) -> None:
    given = written(tmp_path, "icb", [REGISTER, FRIMLEY])
    copy = sheets()
    days = {"sha256": given.sha256, "stated_at": date(2022, 7, 1), "confirmed_to": date(2026, 4, 1)}
    dated = tuple(
        replace(row, cells={**row.cells, **days}) if row["id"] == "icb" else row
        for row in copy.rows["registers"]
    )
    undated = type(given)(given.register, given.path, given.name, None)
    found = loaded(undated, over=Sheets(copy.metadata, {**copy.rows, "registers": dated}))
    (code,) = added(found, "codes")
    assert code["seen_on"] == date(2026, 4, 1)
