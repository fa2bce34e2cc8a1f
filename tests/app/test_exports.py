"""Files to take away: nothing that a spreadsheet program would run, citations, names that say what it is."""

from __future__ import annotations

import csv
import datetime
import io
import json
import zipfile
from xml.etree import ElementTree

from hypothesis import given
from hypothesis import strategies as st

from app.cells import guarded
from app.exports import (
    LONGEST_CELL,
    Entry,
    Export,
    Section,
    as_csv,
    as_json,
    as_markdown,
    as_xlsx,
    file_name,
)
from loaders.sources.cells import unguarded
from tests.app.examples import DAY, claim, passage

SPREADSHEET = {"s": "http://schemas.openxmlformats.org/spreadsheetml/2006/main"}
STARTS = st.sampled_from(["=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠"])  # noqa: RUF001
BLANKS = st.text(st.sampled_from(" \u00a0\u200b\ufeff"), max_size=3)
FORMULAS = st.builds(lambda blanks, start, rest: blanks + start + rest + "A1", BLANKS, STARTS, st.text())


def export(*cells: str) -> Export:
    """A table of one row, one passage cited."""
    columns = tuple(f"Column {number}" for number in range(len(cells)))
    section = Section("Answer", (Entry("Who <b>watches</b>?", (claim(),)),))
    return Export(
        "x", "A *question*", (("As at", "today"),), columns, (cells,), (section,), {"day": DAY, "of": claim()}
    )


def sheets(made: bytes) -> tuple[list[str], str]:
    """The texts of a workbook, and the markup of its first sheet."""
    with zipfile.ZipFile(io.BytesIO(made)) as book:
        strings = ElementTree.fromstring(book.read("xl/sharedStrings.xml"))
        texts = ["".join(part.itertext()) for part in strings.findall("s:si", SPREADSHEET)]
        return texts, book.read("xl/worksheets/sheet1.xml").decode("utf-8")


@given(FORMULAS)
def test_what_starts_like_a_formula_is_guarded(cell: str) -> None:
    assert guarded(cell) == "'" + cell


@given(st.one_of(FORMULAS, st.text()))
def test_no_cell_of_a_csv_file_starts_like_a_formula(cell: str) -> None:
    made = as_csv([cell], [[cell]]).decode("utf-8-sig")
    for row in csv.reader(io.StringIO(made, newline="")):
        first = row[0].lstrip(" \u00a0\u200b\ufeff\0")[:1]
        assert first not in set("=+-@\t\r\n＝＋－＠") or row[0].lstrip("+-").replace(".", "").isdigit()  # noqa: RUF001


@given(st.text())
def test_a_guard_comes_off_where_a_sheet_is_read(cell: str) -> None:
    once = guarded(cell)
    if once != cell and once[1] in "=+-@\t\r＝＋－＠":  # noqa: RUF001
        assert unguarded(once) == cell


def test_numbers_and_words_stay_as_they_are() -> None:
    kept = ["-5", "+2.5", "1 July 2022", "a=b", "'quoted'", ""]
    assert [guarded(each) for each in kept] == kept
    assert guarded("-inf") == "'-inf"
    assert guarded("-1+cmd|x") == "'-1+cmd|x"


@given(st.one_of(FORMULAS, st.text()))
def test_a_workbook_holds_texts_only_and_every_one_of_them(cell: str) -> None:
    texts, markup = sheets(as_xlsx(export(cell, "plain")))
    assert "<f>" not in markup
    assert "<hyperlink" not in markup
    assert "plain" in texts
    if cell.isprintable() and cell.strip() == cell and "_x" not in cell:
        assert not cell or guarded(cell) in texts


def test_a_cell_too_long_for_a_workbook_is_cut_and_says_so() -> None:
    texts, _ = sheets(as_xlsx(export("x" * 40_000)))
    longest = max(texts, key=len)
    assert len(longest) == LONGEST_CELL
    assert "the CSV file has all of it" in longest


def test_the_same_answer_gives_the_same_workbook() -> None:
    assert as_xlsx(export("a")) == as_xlsx(export("a"))


def test_markdown_cites_each_passage_once_and_takes_no_text_for_markup() -> None:
    twice = claim("b", passages=(passage("1.2 s3"), passage("4", document="other", url="javascript:x")))
    section = Section("Answer", (Entry("Who <b>watches</b>?", (claim(), twice)),))
    made = as_markdown(Export("x", "A *question*", (), (), (), (section,), {})).decode("utf-8")
    assert made.startswith("# A \\*question\\*\n")
    assert "* Who \\<b\\>watches\\</b\\>? \\[1\\] \\[2\\]\n" in made
    assert "1. A report (11 October 2024), 1.2, sentence 3. <https://example.org/r>\n" in made
    assert "<javascript" not in made


def test_json_has_dates_and_claims_as_plain_records() -> None:
    made = json.loads(as_json(export("a")))
    assert made["day"] == "2024-10-11"
    assert made["of"]["passages"][0]["locator"] == "1.2 s3"


def test_a_file_name_says_what_when_and_from_which_release() -> None:
    made = file_name("who-is-told", datetime.date(2026, 11, 25), "2026-07-01-5f44", ["../maternal death"])
    assert made == "who-is-told--..-maternal-death--as-at-2026-11-25--release-2026-07-01-5f44"
