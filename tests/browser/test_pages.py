"""Every page, on a wide and on a narrow screen: it paints, fits, says what it is, and axe finds nothing."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from axe_playwright_python.sync_playwright import Axe  # type: ignore[import-untyped]

from tests.browser.conftest import PAGES, Reader

RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
AXE = {"resultTypes": ["violations"], "runOnly": RULES}
"""All of axe's rules for WCAG 2.2 AA and good practice; none of Streamlit's own parts is left out."""


@pytest.mark.parametrize("width", [1280, 390])
@pytest.mark.parametrize("name", PAGES)
def test_page(new_reader: Callable[[int], Reader], name: str, width: int) -> None:
    reader = new_reader(width)
    page = reader.open(PAGES[name])
    assert page.locator("h1").count() == 1
    title = page.title().removesuffix(" – Regulatory landscape")
    assert title
    assert title in reader.title or name in (
        "finder",
        "findings",
        "findings of one kind",
        "findings as at a day",
    )
    assert page.locator('[role="alert"]').count() == 0
    assert "Release of" in page.locator(".rl-line").inner_text()
    across = page.evaluate(
        "[...document.querySelectorAll('.stMain')].map(e => e.scrollWidth - e.clientWidth)"
    )
    assert across == [0], "the page is wider than the screen"
    found = Axe().run(page, options=AXE).response["violations"]
    assert [(each["id"], [node["html"][:200] for node in each["nodes"]]) for each in found] == []
