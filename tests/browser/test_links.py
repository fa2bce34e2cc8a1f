"""Links that say the same to whoever opens them; the Back button, finder, date, filter and downloads."""

from __future__ import annotations

import csv
import io
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest

from tests.browser.conftest import MODEL_CASE, PAGES, Reader

FINDING = PAGES["finding"]


def test_from_page_to_page_and_back(reader: Reader) -> None:
    page = reader.open("/")
    first = reader.title
    page.locator(".rl-table").get_by_role("link", name="Provider collaboratives: the NHS Oversight").click()
    page.wait_for_url(f"**{FINDING}")
    reader.painted()
    finding = reader.title
    page.get_by_role("link", name="System quality groups").first.click()
    page.wait_for_url("**/body?of=system-quality-groups")
    reader.painted()
    assert reader.title == "System quality groups (SQGs)"
    page.go_back()
    reader.painted()
    assert reader.title == finding
    page.go_back()
    reader.painted()
    assert reader.title == first
    page.go_forward()
    reader.painted()
    assert reader.title == finding


def test_a_date_stays_in_the_links_and_back_undoes_it(reader: Reader) -> None:
    page = reader.open(FINDING)
    assert "Today: not known" in page.locator(".rl-answer").inner_text()
    page.get_by_label("Show it as at").fill("2024-10-11")
    page.get_by_role("button", name="Change date").click()
    page.wait_for_url("**as-at=2024-10-11**")
    reader.painted()
    assert parse_qs(urlsplit(page.url).query) == {"of": [MODEL_CASE], "as-at": ["2024-10-11"]}
    answer = page.locator(".rl-answer").inner_text()
    assert "As at 11 October 2024: yes, contested" in answer
    assert "Today" not in answer
    page.get_by_role("link", name="Bodies").click()
    page.wait_for_url("**/body?as-at=2024-10-11")
    reader.painted()
    assert "As at 11 October 2024" in page.locator(".rl-line").inner_text()
    page.go_back()
    reader.painted()
    page.go_back()
    reader.painted()
    assert "Today: not known" in page.locator(".rl-answer").inner_text()


def test_the_link_of_a_page_opens_the_same_page_cold(reader: Reader) -> None:
    page = reader.open(FINDING)
    title = reader.title
    to = page.get_by_role("link", name="this page as at").get_attribute("href")
    assert to is not None
    reader.open(to)
    assert reader.title == title


@pytest.mark.parametrize(
    ("words", "title"), [("NQB", "National Quality Board (NQB)"), ("icbs", "Integrated care boards (ICBs)")]
)
def test_the_finder_goes_straight_to_a_name_or_initials(reader: Reader, words: str, title: str) -> None:
    page = reader.open("/about")
    page.get_by_label("Find by name or initials").fill(words)
    page.keyboard.press("Enter")
    page.wait_for_url("**/body?find=*")
    reader.painted()
    assert reader.title == title


def test_the_finder_lists_what_it_met(reader: Reader) -> None:
    page = reader.open("/body?find=quality+group")
    assert "match" in reader.title
    assert page.get_by_role("link", name="Regional quality groups").count() == 1


def test_nothing_found_says_so_and_leads_on(reader: Reader) -> None:
    page = reader.open("/body?find=zzzz")
    assert "0 matches" in reader.title
    page.get_by_role("link", name="See everything that has a page").click()
    page.wait_for_url("**/body")


@pytest.mark.parametrize(
    "path", ["/finding?of=no-such--thing", "/body?of=no-such-thing", "/source?of=no-such-thing"]
)
def test_a_dead_link_says_so_and_leads_on(reader: Reader, path: str) -> None:
    page = reader.open(path)
    assert page.locator(".stMain").get_by_role("link", name="See ").count() == 1


def test_a_date_that_is_none_names_the_nearest(reader: Reader) -> None:
    page = reader.page
    page.goto(reader.address + FINDING + "&as-at=2024-02-30")
    alert = page.get_by_role("alert").filter(has_text="This page cannot be shown")
    alert.wait_for()
    assert "'2024-02-30' is not a date" in alert.inner_text()
    assert "2024-02-29" in alert.inner_text()
    alert.get_by_role("link", name="Show this page as at today").click()
    reader.painted()
    assert "as-at" not in page.url


def test_the_filter_narrows_the_table_and_can_be_cleared(reader: Reader) -> None:
    page = reader.open("/")
    rows = page.locator(".rl-table tbody tr")
    everything = rows.count()
    page.get_by_label("Kind").select_option("gap")
    page.get_by_label("How sure").select_option("yes-contested")
    page.get_by_role("button", name="Show", exact=True).click()
    page.wait_for_url("**kind=gap**")
    reader.painted()
    assert 0 < rows.count() < everything
    assert page.get_by_label("Kind").input_value() == "gap"
    page.get_by_role("link", name="Clear").click()
    page.wait_for_url(reader.address + "/")
    reader.painted()
    assert rows.count() == everything


def test_a_filter_that_nothing_meets_says_so(reader: Reader) -> None:
    page = reader.open("/?topic=no-such-topic")
    assert page.get_by_text("No finding matches what you chose.").count() == 1
    assert page.get_by_role("link", name="Show all").count() == 1


def test_downloads_twice_in_a_row(reader: Reader) -> None:
    page = reader.open(FINDING)
    kept = []
    for _ in range(2):
        with page.expect_download() as download:
            page.get_by_role("button", name="Download CSV").click()
        assert download.value.suggested_filename.startswith(f"{MODEL_CASE}--as-at-")
        kept.append(Path(download.value.path()).read_bytes())
    assert kept[0] == kept[1]
    rows = list(csv.reader(io.StringIO(kept[0].decode("utf-8-sig"))))
    assert rows[0][:3] == ["Heading", "Who says so", "What is said"]
    assert ["What policy says", "The NHS Oversight Framework says"] in [row[:2] for row in rows]
    assert any("3.2.45, sentence 4" in row for row in rows)


def test_the_model_case_at_a_glance(reader: Reader) -> None:
    """Who says what, and why it is believed, within the first screen of a reader."""
    page = reader.open(FINDING)
    answer = page.locator(".rl-answer").inner_text()
    assert "As at 13 February 2025: yes, contested" in answer
    assert "Rests on one source: HSSIB report" in answer
    columns = page.locator(".rl-columns").first.locator("section")
    texts = [columns.nth(number).inner_text() for number in range(columns.count())]
    assert texts[0].startswith("What policy says")
    assert "HSSIB report, 3.2.45, sentence 4" in texts[0]
    assert "All 17 integrated care boards interviewed by HSSIB said" in texts[1]
    assert "17 of 42 were interviewed" in texts[1]
    assert "3 of 7 were interviewed; how many said so is not stated" in texts[1]
    below = [columns.nth(number).bounding_box() for number in range(columns.count())]
    assert all(box is not None and box["y"] < 900 for box in below)
    for link in page.locator(".rl-claim .rl-place a").all():
        assert (link.get_attribute("href") or "").startswith("https://")


def test_the_drawing_stands_beside_a_table_with_the_same_rows(reader: Reader) -> None:
    page = reader.open(FINDING)
    drawing = page.locator('[data-testid="stPlotlyChart"]')
    drawing.locator("svg").first.wait_for()
    described = page.locator('[aria-label^="Drawing with"], [alt^="Drawing with"]').first
    words = described.get_attribute("aria-label") or described.get_attribute("alt") or ""
    table = page.locator("table", has_text="The same as a table")
    rows = table.locator("tbody tr")
    assert f"Drawing with {rows.count()} arrows" in words
    numbers = [rows.nth(number).locator("th").inner_text() for number in range(rows.count())]
    assert numbers == [str(number + 1) for number in range(rows.count())]


def test_a_board_shows_what_touches_boards_for_as_long_as_it_is_one(reader: Reader) -> None:
    address = "/body?of=nhs-frimley-integrated-care-board"
    through = "Findings that touch integrated care boards, of which it is one"
    page = reader.open(f"{address}&as-at=2025-02-01")
    assert through in page.locator("h2").all_inner_texts()
    page = reader.open(f"{address}&as-at=2026-04-01")
    assert through not in page.locator("h2").all_inner_texts()
    assert "NHS Thames Valley Integrated Care Board" in page.locator("table").first.inner_text()


@pytest.mark.parametrize(
    ("path", "nearest", "to"),
    [
        ("/?kind=gpa&body=nhs-england", "Gap", "/?kind=gap&body=nhs-england&part=1"),
        ("/matrix?function=inspct", "inspect", "/matrix?function=inspect"),
        ("/matrix?of=nhs-englnd", "NHS England", "/matrix?of=nhs-england"),
        ("/body?of=nhs-englnd", "NHS England", "/body?of=nhs-england"),
        ("/what-if?scenario=dash-recomendation-3", "", "/what-if?scenario=dash-recommendation-3"),
    ],
)
def test_a_wrong_link_leads_to_the_nearest_page(reader: Reader, path: str, nearest: str, to: str) -> None:
    page = reader.open(path)
    main = page.locator(".stMain")
    found = main.locator("p", has_text="The nearest").get_by_role("link", name=nearest).first
    assert found.get_attribute("href") == to
    assert "Traceback" not in page.content()
    assert main.locator('[data-testid="stException"]').count() == 0


def test_a_date_outside_is_told_and_mended_by_its_link(reader: Reader) -> None:
    reader.page.goto(f"{reader.address}/what-if?as-at=2150-01-01")
    alert = reader.page.get_by_role("alert").filter(has_text="after the days that can be asked about")
    alert.get_by_role("link", name="Show this page as at").first.click()
    reader.page.wait_for_url("**/what-if?as-at=2**")
    reader.painted()
    assert reader.title.startswith("What if")


def test_the_finder_says_where_there_are_more_and_names_the_nearest_where_there_is_none(
    reader: Reader,
) -> None:
    page = reader.open("/body?find=nhs")
    assert reader.title == "‘nhs’: the closest 20 matches, and there are more"
    assert page.locator(".rl-table tbody tr").count() == 20
    page = reader.open("/body?find=NHS+Englnd")
    assert reader.title == "‘NHS Englnd’: 0 matches"
    nearest = page.locator("p", has_text="The nearest").get_by_role("link", name="NHS England", exact=True)
    assert nearest.get_attribute("href") == "/body?of=nhs-england"
