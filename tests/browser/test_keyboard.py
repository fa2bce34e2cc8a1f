"""Everything that can be used is reached with the keyboard alone, and shows that it has the focus."""

from __future__ import annotations

import pytest

from tests.browser.conftest import PAGES, Reader

INTERACTIVE = "a[href], button, input:not([type=hidden]), select, summary"
MARK = """(selector) => {
  const shown = [...document.querySelectorAll('.stMain ' + selector.split(', ').join(', .stMain '))]
    .filter(e => e.checkVisibility() && !e.disabled && e.tabIndex >= 0);
  shown.forEach((e, n) => e.setAttribute('data-reach', n));
  return shown.length;
}"""
FOCUS = """() => {
  const e = document.activeElement;
  return {number: e && e.getAttribute('data-reach'), outline: e ? getComputedStyle(e).outlineStyle : 'none'};
}"""


@pytest.mark.parametrize(
    "name", ["findings", "finding", "body", "source", "questions", "question", "matrix", "about"]
)
def test_tab_reaches_everything_in_order(reader: Reader, name: str) -> None:
    page = reader.open(PAGES[name])
    page.wait_for_timeout(500)
    count = page.evaluate(MARK, INTERACTIVE)
    assert count > 5
    reached: list[int] = []
    bare: list[int] = []
    for _ in range(3 * count + 20):
        page.keyboard.press("Tab")
        focus = page.evaluate(FOCUS)
        if focus["number"] is None:
            continue
        number = int(focus["number"])
        if reached and number == reached[0]:
            break
        if not reached or reached[-1] != number:  # a date field has several stops of its own
            reached.append(number)
        if focus["outline"] == "none":
            bare.append(number)
    assert sorted(set(reached)) == list(range(count))
    assert reached == sorted(reached), "the order of the keyboard is not that of the page"
    assert bare == [], "something has the focus and does not show it"


def test_a_folded_part_opens_with_the_keyboard(reader: Reader) -> None:
    page = reader.open(PAGES["finding"])
    summary = page.locator("summary", has_text="Passages")
    summary.focus()
    page.keyboard.press("Enter")
    assert page.locator("table", has_text="Every passage used").is_visible()


def test_the_skip_link_comes_first(reader: Reader) -> None:
    page = reader.open("/")
    page.keyboard.press("Tab")
    assert "Skip to main content" in page.evaluate("document.activeElement.textContent")
