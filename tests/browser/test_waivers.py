"""A waived finding on screen and in what is taken away: marked, counted apart, never left out."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page

from tests.browser.conftest import MODEL_CASE, Reader

QUESTION = f"/questions?of={MODEL_CASE.partition('--')[0]}"
FINDING = f"/finding?of={MODEL_CASE}"
TOLD = "Waived until 31 March 2199 by The board: It is being settled."


@pytest.fixture
def waivers(sheets: Path) -> Iterator[Path]:
    """The sheet, put back as it was after the test."""
    sheet = sheets / "waivers.csv"
    before = sheet.read_text(encoding="utf-8")
    yield sheet
    sheet.write_text(before, encoding="utf-8")


def shown(reader: Reader, path: str) -> str:
    """The words of a page."""
    return reader.open(path).locator(".stMain").inner_text()


def taken(page: Page, kind: str) -> str:
    """The content of a file of the page."""
    with page.expect_download() as download:
        page.get_by_role("button", name=f"Download {kind}").click()
    return Path(download.value.path()).read_text(encoding="utf-8-sig")


def test_a_waived_finding_is_marked_wherever_it_stands(reader: Reader) -> None:
    for path in ("/", FINDING, QUESTION, "/body?of=provider-collaboratives"):
        assert TOLD in shown(reader, path), path
    assert ", 1 waived" in reader.open("/").locator(".rl-table caption").inner_text()
    assert "1 finding, 1 waived" in shown(reader, "/questions")


def test_it_is_marked_in_what_is_taken_away(reader: Reader) -> None:
    page = reader.open(FINDING)
    assert f"* Waiver: {TOLD}" in taken(page, "Markdown")
    assert json.loads(taken(page, "JSON"))["finding"]["waiver"]["expires"] == "2199-03-31"
    page = reader.open(QUESTION)
    [row] = csv.DictReader(io.StringIO(taken(page, "CSV")))
    assert row["Waived"] == TOLD


@pytest.mark.parametrize("expires", ["2020-03-31", "2199-02-31"])
def test_one_that_has_expired_or_cannot_be_read_does_not_count(
    reader: Reader, waivers: Path, expires: str
) -> None:
    text = waivers.read_text(encoding="utf-8")
    waivers.write_text(text.replace("2199-03-31", expires), encoding="utf-8")
    words = shown(reader, FINDING)
    assert "Waived until" not in words
    bad = "waivers.csv, row 2, column expires: There is no day 2199-02-31."
    assert (bad in words) == (expires == "2199-02-31")
    assert ("every finding is shown as not waived" in words) == (expires == "2199-02-31")
