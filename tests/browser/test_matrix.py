"""Who does what: bars beside a table with the same rows, a word in every cell, a cell that opens."""

from __future__ import annotations

from tests.browser.conftest import PAGES, Reader


def test_bars_and_table_say_the_same_and_a_cell_opens_its_claims(reader: Reader) -> None:
    page = reader.open(PAGES["matrix"])
    page.locator('[data-testid="stPlotlyChart"] svg').first.wait_for()
    same = page.locator("table", has_text="The same as a table")
    described = page.locator('[aria-label^="Bars, one for each"], [alt^="Bars, one for each"]').first
    words = described.get_attribute("aria-label") or described.get_attribute("alt") or ""
    assert f"each of {same.locator('tbody tr').count()} functions" in words
    matrix = page.locator(".rl-matrix")
    assert all(text.strip() for text in matrix.locator("tbody td").all_inner_texts())
    assert matrix.get_by_text("not recorded").count() > 0
    cell = matrix.locator("tbody td a").first
    state = cell.inner_text().split(" (")[0].split(";")[0]
    cell.click()
    page.wait_for_url("**/matrix?of=*function=*")
    reader.painted()
    assert state in page.locator("h2").first.inner_text()
    assert page.locator(".rl-claim .rl-place a").count() > 0
    page.go_back()
    reader.painted()
    assert page.locator(".rl-matrix").count() == 1


def test_an_unknown_function_says_that_this_is_no_no(reader: Reader) -> None:
    page = reader.open("/matrix?function=no-such-function")
    assert "neither yes nor no" in page.locator(".stMain").inner_text()
    assert page.get_by_role("link", name="See who does what").count() == 1
