"""A question's page: form, answer, caveat, a wrong link mended, the same answer from its link, files."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

from tests.browser.conftest import PAGES, Reader

TOLD = PAGES["question with an answer"]


def test_from_the_list_to_an_answer_and_back(reader: Reader) -> None:
    page = reader.open(PAGES["questions"])
    page.locator(".rl-table").get_by_role("link", name="Who must be told of what").click()
    page.wait_for_url("**/questions?of=who-is-told")
    reader.painted()
    everything = page.locator(".rl-answer strong").first.inner_text()
    page.get_by_label("Event").select_option(label="maternal death")
    page.get_by_role("button", name="Show the answer").click()
    page.wait_for_url("**event=maternal-death**")
    reader.painted()
    answer = page.locator(".rl-answer")
    assert "Asked about maternal death" in answer.inner_text()
    assert answer.locator("strong").first.inner_text() != everything
    assert page.get_by_label("Event").input_value() == "maternal-death"
    assert "Before you rely on this" in page.locator(".rl-note").inner_text()
    page.go_back()
    reader.painted()
    assert page.locator(".rl-answer strong").first.inner_text() == everything


def test_a_name_is_enough_and_the_link_keeps_choice_and_date(reader: Reader) -> None:
    page = reader.open("/questions?of=everything-on-a-body")
    assert "Choose" in page.locator(".rl-answer").inner_text()
    page.get_by_label("Organisation, group or rule").fill("NQB")
    page.get_by_role("button", name="Show the answer").click()
    page.wait_for_url("**body=NQB**")
    reader.painted()
    assert page.get_by_label("Organisation, group or rule").input_value() == "National Quality Board"
    rows = page.locator(".rl-answers tbody tr").count()
    assert rows > 0
    page.get_by_label("Show it as at").fill("2026-07-01")
    page.get_by_role("button", name="Change date").click()
    page.wait_for_url("**as-at=2026-07-01**")
    reader.painted()
    assert page.locator(".rl-answers tbody tr").count() == rows
    to = page.get_by_role("link", name="this answer as at").get_attribute("href") or ""
    query = parse_qs(urlsplit(to).query)
    assert query["p-body"] == ["national-quality-board"]
    assert query["as-at"] == ["2026-07-01"]
    page = reader.open(to)
    assert page.locator(".rl-answers tbody tr").count() == rows


def test_a_wrong_link_names_the_nearest_choice(reader: Reader) -> None:
    page = reader.open(TOLD.replace("maternal-death", "maternal-deaht"))
    alert = page.locator('[role="alert"].rl-note')
    assert "“maternal-deaht”" in alert.inner_text()
    assert page.locator(".rl-answers").count() == 0
    alert.get_by_role("link", name="maternal death").click()
    page.wait_for_url("**event=maternal-death**")
    reader.painted()
    assert page.locator(".rl-answers").count() == 1
    page = reader.open("/questions?of=who-is-tld")
    assert page.locator(".stMain").get_by_role("link", name="Who must be told").count() == 1


def test_four_files_one_after_the_other(reader: Reader) -> None:
    page = reader.open(TOLD)
    kept = {}
    for words in ("CSV", "XLSX", "JSON", "Markdown", "CSV"):
        with page.expect_download() as download:
            page.get_by_role("button", name=f"Download {words}").click()
        name = download.value.suggested_filename
        assert name.startswith("who-is-told--maternal-death--as-at-")
        assert "--release-" in name
        kept[words] = Path(download.value.path()).read_bytes()
    count = int(page.locator(".rl-answer strong").first.inner_text().split()[0])
    rows = list(csv.reader(io.StringIO(kept["CSV"].decode("utf-8-sig"), newline="")))
    assert len(rows) == count + 1
    assert kept["XLSX"].startswith(b"PK")
    record = json.loads(kept["JSON"])
    assert (len(record["rows"]), record["parameters"]) == (count, {"event": "maternal-death"})
    markdown = kept["Markdown"].decode("utf-8")
    assert "## Passages" in markdown
    assert "https://" in markdown
