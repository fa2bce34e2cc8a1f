"""What-if in the explorer: measures ticked with a keyboard, tried, the link that tries them again."""

from __future__ import annotations

from urllib.parse import parse_qs, urlsplit

from tests.browser.conftest import Reader

MEASURE = "delegate-mental-health-commissioning-to-icbs"


def test_measures_are_ticked_tried_and_the_link_tries_them_again(reader: Reader) -> None:
    page = reader.open("/what-if")
    page.locator("summary", has_text="Other measures").focus()
    page.keyboard.press("Enter")
    box = page.locator(f"#rl-m-{MEASURE}")
    box.focus()
    page.keyboard.press("Space")
    page.get_by_role("button", name="Try these out").click()
    page.wait_for_url(f"**/what-if?m={MEASURE}")
    reader.painted()
    said = page.locator(".rl-answer").inner_text()
    assert said.startswith("As far as the record goes")
    assert page.locator("h2", has_text="What the model cannot say").count() == 1
    to = page.get_by_role("link", name="the same measures as at").get_attribute("href") or ""
    assert parse_qs(urlsplit(to).query)["m"] == [MEASURE]
    page = reader.open(to)
    assert page.locator(".rl-answer").inner_text() == said
    assert page.locator(f"#rl-m-{MEASURE}").is_checked()


def test_an_unknown_measure_is_refused_in_words_and_a_choice_stays(reader: Reader) -> None:
    page = reader.open("/what-if?m=delegate-mental-health-comissioning-to-icbs")
    alert = page.locator('[role="alert"].rl-note')
    assert MEASURE in alert.inner_text()
    assert page.get_by_role("button", name="Try these out").count() == 1
