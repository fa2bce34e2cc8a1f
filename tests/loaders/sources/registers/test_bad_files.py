"""Damage to a register's file: a located error, and nothing loaded."""

from __future__ import annotations

import csv
import io
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from loaders.errors import DataError
from tests.loaders.sources.registers.extracts import (
    DIRECTORY,
    TRUSTS,
    added,
    laid,
    listed,
    loaded,
    ods,
    problems,
    report,
    written,
)


def _text(rows: list[list[str]]) -> str:
    text = io.StringIO()
    csv.writer(text, quoting=csv.QUOTE_ALL, lineterminator="\n").writerows(rows)
    return text.getvalue()


GOOD = _text(TRUSTS)


@pytest.mark.parametrize("cells", [1, 26, 28])
def test_another_number_of_columns_is_refused_with_its_row(tmp_path: Path, cells: int) -> None:
    rows = [*TRUSTS, (["x"] * cells)]
    (problem,) = problems(written(tmp_path, "etr", rows))
    assert problem.row == 6 and f"{cells} cells" in problem.what and "27 columns" in problem.what


def test_a_comma_without_quotation_marks_is_refused(tmp_path: Path) -> None:
    line = ",".join(ods("RZZ", "NORTH, EAST AND WEST NHS TRUST", "Y62", "QOP", "20171001"))
    (problem,) = problems(laid(tmp_path, "etr", (GOOD + line + "\n").encode()))
    assert problem.row == 6 and "comma" in problem.do


def test_a_nul_byte_is_refused_with_its_row(tmp_path: Path) -> None:
    damaged = GOOD.replace("MANCHESTER", "MANCH\0STER").encode()
    (problem,) = problems(laid(tmp_path, "etr", damaged))
    assert (problem.file, problem.row, problem.column) == ("etr.csv", 2, "name") and "NUL" in problem.what


def test_latin_1_is_refused_with_its_row(tmp_path: Path) -> None:
    damaged = GOOD.replace("MANCHESTER", "MÄNCHESTER").encode("latin-1")
    found = problems(laid(tmp_path, "etr", damaged))
    assert (found[0].row, found[0].column) == (2, "name") and "not UTF-8" in found[0].what


@pytest.mark.parametrize(("text", "said"), [("20230231", "There is no day"), ("1 April", "not a date")])
def test_a_day_that_there_is_not_is_refused(tmp_path: Path, text: str, said: str) -> None:
    row = ods("RZZ", "NOWHERE NHS TRUST", "Y62", "QOP", text)
    (problem,) = problems(written(tmp_path, "etr", [*TRUSTS, row]))
    assert (problem.row, problem.column) == (6, "open date") and said in problem.what


def test_a_close_date_before_the_open_date_is_refused(tmp_path: Path) -> None:
    row = ods("RZZ", "NOWHERE NHS TRUST", "Y62", "QOP", "20171001", "20160930")
    found = problems(written(tmp_path, "etr", [*TRUSTS, row]))
    assert (found[0].row, found[0].column) == (6, "close date") and "before it opens" in found[0].what


def test_a_code_twice_with_different_names_is_refused(tmp_path: Path) -> None:
    row = ods("R0A", "MANCHESTER OTHER NHS TRUST", "Y62", "QOP", "20171001")
    (problem,) = problems(written(tmp_path, "etr", [*TRUSTS, row]))
    assert (problem.row, problem.column) == (6, "code")
    assert "Row 2" in problem.what and "MANCHESTER UNIVERSITY" in problem.what


def test_a_row_that_only_repeats_another_is_left_out_and_counted(tmp_path: Path) -> None:
    found, (etr,) = report(written(tmp_path, "etr", [*TRUSTS, TRUSTS[1]]))
    assert etr.left_out["the same row again"] == 1
    assert added(found, "ties") == added(loaded(written(tmp_path, "etr", TRUSTS)), "ties")


@pytest.mark.parametrize("content", [b"", b"\n", b"  \n"])
def test_an_empty_file_is_refused(tmp_path: Path, content: bytes) -> None:
    (problem,) = problems(laid(tmp_path, "etr", content))
    assert "empty" in problem.what


def test_a_heading_without_rows_is_refused(tmp_path: Path) -> None:
    (problem,) = problems(written(tmp_path, "cqc", DIRECTORY[:1]))
    assert "no rows" in problem.what


@pytest.mark.parametrize(
    ("signature", "said"), [(b"PK\x03\x04", "zip"), (b"\xd0\xcf\x11\xe0", "workbook"), (b"%PDF", "PDF")]
)
def test_another_kind_of_file_is_refused(tmp_path: Path, signature: bytes, said: str) -> None:
    (problem,) = problems(laid(tmp_path, "etr", signature + b"\x00" * 200))
    assert said in problem.what


@pytest.mark.parametrize(("before", "row"), [(b"", 1), (b'"A","B"\n"C","over\ntwo lines"\n"D', 3)])
def test_a_line_of_200_megabytes_is_refused_with_its_row(tmp_path: Path, before: bytes, row: int) -> None:
    given_ = laid(tmp_path, "etr", before)
    with given_.path.open("ab") as stream:
        stream.truncate(200_000_000)
    (problem,) = problems(given_)
    assert problem.row == row
    assert "200,000,000 bytes" in problem.what and "end of this row" in problem.do


def test_a_file_of_200_megabytes_without_a_long_line_is_refused_as_a_whole(tmp_path: Path) -> None:
    given_ = laid(tmp_path, "etr", b"A,B,C,D,E,F,G\n" * 14_300_000)
    (problem,) = problems(given_)
    assert problem.row == 0 and "rows that repeat" in problem.do


def test_a_heading_that_is_not_the_layouts_is_refused(tmp_path: Path) -> None:
    heading = ["Nom" if name == "Name" else name for name in DIRECTORY[0]]
    found = problems(written(tmp_path, "cqc", [heading, *DIRECTORY[1:]]))
    assert {(problem.row, problem.column) for problem in found} == {(1, "Nom"), (1, "Name")}


def test_an_old_extract_without_its_heading_is_refused(tmp_path: Path) -> None:
    found = problems(written(tmp_path, "cqc", DIRECTORY[1:]))
    assert found and all(problem.row == 1 for problem in found)


def test_a_provider_without_a_name_is_refused(tmp_path: Path) -> None:
    found = problems(written(tmp_path, "cqc", [*DIRECTORY, listed("A", "1-2", "", "1-3")]))
    assert [(problem.row, problem.column) for problem in found] == [(5, "Provider name")]


def test_all_problems_of_all_registers_are_told_at_once(tmp_path: Path) -> None:
    trusts = written(tmp_path, "etr", [*TRUSTS, ["x"]])
    directory = written(tmp_path, "cqc", DIRECTORY[:1])
    assert [problem.file for problem in problems(trusts, directory)] == ["cqc.csv", "etr.csv"]


@settings(max_examples=150, deadline=None)
@given(
    place=st.integers(0, len(GOOD) - 1),
    length=st.integers(0, 30),
    noise=st.binary(max_size=30),
)
def test_damage_anywhere_is_refused_in_words_or_loads_a_proper_file(
    tmp_path_factory: pytest.TempPathFactory, place: int, length: int, noise: bytes
) -> None:
    raw = GOOD.encode()
    damaged = raw[:place] + noise + raw[place + length :]
    file = laid(tmp_path_factory.mktemp("damage"), "etr", damaged)
    try:
        found = loaded(file)
    except DataError as error:
        assert all(problem.file == "etr.csv" and problem.what and problem.do for problem in error.problems)
    else:
        identifiers = [row["id"] for row in added(found, "organisations")]
        assert len(identifiers) == len(set(identifiers)) <= damaged.count(b"\n") + 1
