"""A waived finding on screen and in what is taken away: marked, counted apart, never left out."""

from __future__ import annotations

import csv
import datetime
import io
import json
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page

from loaders.sources.csvw import FILE
from loaders.sources.waivers import WAIVERS
from queries.kept import findings_today
from tests.browser.conftest import CHECKOUT, Reader, clean_environment
from tests.browser.test_trouble import serving
from tests.conftest import TestStore
from tests.queries.cases.builds import policy_assigns
from tests.queries.landscapes import Landscape
from tests.releases import node

DENIES = "policy-assigns-practice-denies"
FINDING = f"{DENIES}--boards--groups"
TOLD = "Waived until 31 March 2199 by The board: It is being settled."


@pytest.fixture
def sheets(tmp_path: Path) -> Path:
    """A folder that has the waivers alone, one of them, and their description."""
    (tmp_path / FILE).write_bytes((CHECKOUT / "data" / FILE).read_bytes())
    waiver = f"{FINDING},It is being settled.,The board,2199-03-31"
    (tmp_path / WAIVERS).write_text(f"finding,reason,owner,expires\n{waiver}\n", encoding="utf-8")
    return tmp_path


def taken(page: Page, kind: str) -> str:
    """The content of a file of the page."""
    with page.expect_download() as download:
        page.get_by_role("button", name=f"Download {kind}").click()
    return Path(download.value.path()).read_text(encoding="utf-8-sig")


def test_a_waived_finding_is_marked_wherever_it_stands(
    new_reader: Callable[..., Reader], store: TestStore, sheets: Path
) -> None:
    land = Landscape()
    policy_assigns(land)
    land.nodes["release"] = node("waived", "Release", as_at="2024-12-31", format=1)
    store.replace(land.nodes.values(), land.edges)
    findings_today(store.store, "waived", datetime.date.today(), store.settings.data_folder)  # the slow part
    environment = clean_environment(store.settings.data_folder, LANDSCAPE_SHEETS_FOLDER=str(sheets))
    with serving(environment) as address:
        reader = new_reader(1280, address)
        page = reader.open("/")
        assert ", 1 waived" in page.locator(".rl-table caption").inner_text()
        assert page.locator(".rl-table tbody th").filter(has_text=TOLD).count() == 1
        for path in (f"/finding?of={FINDING}", f"/questions?of={DENIES}", "/body?of=groups", "/questions"):
            page = reader.open(path)
            shown = page.locator(".stMain").inner_text()
            assert (TOLD if path != "/questions" else "1 finding, 1 waived") in shown, path
        page = reader.open(f"/finding?of={FINDING}")
        assert f"* Waiver: {TOLD}" in taken(page, "Markdown")
        assert json.loads(taken(page, "JSON"))["finding"]["waiver"]["expires"] == "2199-03-31"
        page = reader.open(f"/questions?of={DENIES}")
        [row] = csv.DictReader(io.StringIO(taken(page, "CSV")))
        assert row["Waived"] == TOLD
        sheet = sheets / WAIVERS
        sheet.write_text(sheet.read_text(encoding="utf-8").replace("03-31", "02-31"), encoding="utf-8")
        page = reader.open(f"/finding?of={FINDING}")
        shown = page.locator(".stMain").inner_text()
        assert "every finding is shown as not waived" in shown
        assert "waivers.csv, row 2, column expires: There is no day 2199-02-31." in shown
        assert "Waived until" not in shown
