"""Sheets that are no proper CSV files: wrong encodings, other kinds of file, broken rows and headers."""

from __future__ import annotations

import pytest

from loaders.errors import ToolError
from loaders.sources.sheets import read_sheets
from ontology.terms import load
from tests.loaders.sources.world import DATA, World


def test_the_projects_own_sheets_are_good() -> None:
    sheets = read_sheets(DATA, load())
    assert len(sheets.rows["evidence"]) > 60


def test_the_small_world_is_good(world: World) -> None:
    sheets = world.read()
    assert [row["id"] for row in sheets.rows["organisations"]] == ["mill-trust", "hill-office"]
    assert [row.number for row in sheets.rows["organisations"]] == [2, 3]


def test_a_byte_order_mark_is_accepted(world: World) -> None:
    path = world.path("organisations")
    path.write_bytes(b"\xef\xbb\xbf" + path.read_bytes())
    assert world.problems() == []


def test_line_ends_of_windows_are_accepted(world: World) -> None:
    path = world.path("organisations")
    path.write_bytes(path.read_bytes().replace(b"\n", b"\r\n"))
    assert world.problems() == []


def test_latin_1_is_refused_with_its_cell(world: World) -> None:
    world.replace("organisations", b"Hill Office", "Höll Office".encode("latin-1"))
    problem = world.only_problem()
    assert (problem.file, problem.row, problem.column) == ("organisations.csv", 3, "name")
    assert "not UTF-8" in problem.what and "'ö'" in problem.what


def test_latin_1_hides_no_other_problem(world: World) -> None:
    world.replace("organisations", b"Hill Office", "Höll Office".encode("latin-1"))
    world.set("samples", 2, "drawn_from", "millz")
    world.replace("organisations", b",unit,", b",uniit,")
    assert [(problem.file, problem.row, problem.column) for problem in world.problems()] == [
        ("organisations.csv", 3, "name"),
        ("organisations.csv", 3, "thing"),
        ("samples.csv", 2, "drawn_from"),
    ]


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-16-be"])
def test_utf_16_is_refused(world: World, encoding: str) -> None:
    path = world.path("names")
    path.write_bytes(path.read_text(encoding="utf-8").encode(encoding))
    problem = world.only_problem()
    assert "UTF-16" in problem.what and "CSV UTF-8" in problem.do


def test_a_nul_byte_is_refused_with_its_cell(world: World) -> None:
    world.replace("names", b"The Mill", b"The\x00Mill")
    problem = world.only_problem()
    assert (problem.row, problem.column) == (2, "name")
    assert "NUL" in problem.what


@pytest.mark.parametrize(
    ("signature", "said"),
    [(b"PK\x03\x04", "Excel workbook"), (b"\xd0\xcf\x11\xe0", "old Excel"), (b"%PDF-1.7", "PDF")],
)
def test_another_kind_of_file_is_refused(world: World, signature: bytes, said: str) -> None:
    world.path("names").write_bytes(signature + bytes(range(256)))
    assert said in world.only_problem().what


@pytest.mark.parametrize("content", [b"", b"\n", b"\xef\xbb\xbf"])
def test_an_empty_file_is_refused(world: World, content: bytes) -> None:
    world.path("names").write_bytes(content)
    assert "empty" in world.only_problem().what


def test_a_line_of_200_megabytes_is_refused_with_its_row(world: World) -> None:
    content = world.path("names").read_bytes()
    with world.path("names").open("ab") as file:
        file.truncate(200_000_000)
    problem = world.only_problem()
    assert problem.row == content.count(b"\n") + 1
    assert "200,000,000 bytes" in problem.what


def test_a_cell_without_end_is_refused(world: World) -> None:
    world.add("names", thing="mill-trust", name="x" * 150_000, reason="Test.")
    problem = world.only_problem()
    assert problem.row == 3 and "longer than" in problem.what


def test_a_sheet_that_is_missing_is_named(world: World) -> None:
    world.path("names").unlink()
    assert world.only_problem().what == "The sheet is missing."


def test_a_folder_in_place_of_a_sheet_is_refused(world: World) -> None:
    world.path("names").unlink()
    world.path("names").mkdir()
    assert "folder" in world.only_problem().what


def test_a_file_that_nothing_reads_is_refused_and_the_likely_sheet_named(world: World) -> None:
    (world.folder / "organisation.csv").write_text("id\n")
    problem = world.only_problem()
    assert problem.file == "organisation.csv" and "organisations.csv" in problem.do


def test_what_a_spreadsheet_program_lays_beside_a_sheet_is_passed_over(world: World) -> None:
    (world.folder / ".~lock.names.csv#").write_text("x")
    (world.folder / "~$names.csv").write_text("x")
    assert world.problems() == []


def test_an_unknown_and_a_missing_column_are_both_named(world: World) -> None:
    world.replace("names", b"reason", b"raeson")
    unknown, missing = sorted(world.problems(), key=lambda problem: problem.what, reverse=True)
    assert (unknown.row, unknown.column) == (1, "raeson") and "'reason'" in unknown.do
    assert (missing.row, missing.column) == (1, "reason") and "missing" in missing.what


def test_a_heading_in_capitals_names_the_column(world: World) -> None:
    world.replace("names", b"thing,", b"THING,")
    assert "'thing'" in next(problem.do for problem in world.problems() if problem.column == "THING")


def test_a_column_without_heading_is_refused(world: World) -> None:
    world.replace("names", b"thing,name,reason\n", b"thing,name,reason,\n")
    world.replace("names", b"Short form.\n", b"Short form.,\n")
    assert world.only_problem().what == "A column has no heading."


def test_columns_in_another_order_are_refused(world: World) -> None:
    world.lay("names", [[row[1], row[0], row[2]] for row in world.grid("names")])
    assert "another order" in world.only_problem().what


def test_a_column_that_is_there_twice_is_refused(world: World) -> None:
    world.lay("names", [[*row, row[2]] for row in world.grid("names")])
    assert "twice" in world.only_problem().what


@pytest.mark.parametrize(("mark", "called"), [(b";", "semicolons"), (b"\t", "tabs")])
def test_cells_parted_by_something_else_are_refused(world: World, mark: bytes, called: str) -> None:
    path = world.path("names")
    path.write_bytes(path.read_bytes().replace(b",", mark))
    assert called in world.only_problem().what


def test_a_comma_without_quotation_marks_names_the_cell_that_has_it(world: World) -> None:
    world.replace("oversight", b"The office watches every mill.", b"The office, we hear, watches.")
    problem = world.only_problem()
    assert (problem.file, problem.row, problem.column) == ("oversight.csv", 2, "text")
    assert "22 cells and the header 20" in problem.what
    assert "comma" in problem.do


def test_a_row_that_is_too_short_is_refused(world: World) -> None:
    world.replace("names", b",Short form.", b"")
    problem = world.only_problem()
    assert problem.row == 2 and "2 cells and the header 3" in problem.what


def test_a_quotation_mark_that_is_never_closed_is_refused(world: World) -> None:
    world.replace("names", b"Short form.", b'"Short form.')
    problem = world.only_problem()
    assert problem.row == 2 and "never closed" in problem.what


def test_a_quotation_mark_within_a_cell_is_refused(world: World) -> None:
    world.replace("names", b"Short form.", b'"Short" form.')
    problem = world.only_problem()
    assert problem.row == 2 and "cannot be cut" in problem.what


def test_an_empty_row_is_refused(world: World) -> None:
    world.replace("names", b"mill-trust", b",,\nmill-trust")
    problem = world.only_problem()
    assert (problem.row, problem.what) == (2, "The row is empty.")


def test_every_problem_of_every_sheet_comes_at_once_and_nothing_is_written(world: World) -> None:
    world.set("organisations", 2, "kind", "watermill")
    world.set("organisations", 3, "opened", "2026-02-31")
    world.set("names", 2, "thing", "mill-trusts")
    world.path("ties").unlink()
    before = {path.name: path.read_bytes() for path in world.folder.iterdir()}
    assert [(problem.file, problem.row) for problem in world.problems()] == [
        ("names.csv", 2),
        ("organisations.csv", 2),
        ("organisations.csv", 3),
        ("ties.csv", 0),
    ]
    assert {path.name: path.read_bytes() for path in world.folder.iterdir()} == before


def test_what_cannot_be_read_is_not_also_called_missing_elsewhere(world: World) -> None:
    world.path("sources").write_bytes(b"PK\x03\x04")
    assert {problem.file for problem in world.problems()} == {"sources.csv"}


def test_a_folder_that_is_not_there_is_the_tools_fault(world: World) -> None:
    with pytest.raises(ToolError, match="LANDSCAPE_SHEETS_FOLDER"):
        read_sheets(world.folder / "nowhere", load())


def test_a_description_that_is_broken_is_refused(world: World) -> None:
    (world.folder / "landscape-metadata.json").write_text('{"tables": [{}]}')
    assert world.only_problem().file == "landscape-metadata.json"
