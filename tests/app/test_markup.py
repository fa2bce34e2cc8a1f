"""Markup: every text is escaped, links lead only where they may, tables can be read without seeing them."""

from __future__ import annotations

from app import markup
from app.markup import Html
from tests.app.examples import claim, passage

EVIL = '<script>alert("x")</script>'


def test_no_text_becomes_markup() -> None:
    made = [
        markup.element("p", EVIL),
        markup.element("p", "x", title=EVIL),
        markup.link("/body?of=x", EVIL),
        markup.link(EVIL, "x"),
        markup.table(EVIL, (EVIL,), [[EVIL]]),
        markup.claim_card(claim(text=EVIL, condition=EVIL, passages=(passage(EVIL),))),
        markup.paragraphs(EVIL),
    ]
    assert not any("<script" in each.text or '"x")' in each.text for each in made)


def test_only_web_addresses_become_links() -> None:
    assert markup.external("javascript:alert(1)", "there") == Html("there")
    assert markup.external("data:text/html,x", "there") == Html("there")
    assert markup.external(None, "there") == Html("there")
    assert 'href="https://example.org/r"' in markup.external("https://example.org/r", "there").text


def test_addresses_within_the_site() -> None:
    assert markup.address("") == "/"
    assert markup.address("body", "a b", as_at="2024-10-11") == "/body?of=a+b&as-at=2024-10-11"
    assert markup.address("body", "x", as_at=None) == "/body?of=x"


def test_a_table_names_its_columns_and_rows() -> None:
    made = markup.table("Counted", ("Name", "How many"), [["A", "1"]]).text
    assert "<caption>Counted</caption>" in made
    assert '<th scope="col">Name</th>' in made
    assert '<th scope="row" data-label="Name">A</th><td data-label="How many">1</td>' in made


def test_a_claim_says_who_says_it_and_where() -> None:
    card = markup.claim_card(claim(contested=True, passages=(passage("1.2 s3"), passage("1.2 s4")))).text
    assert "The Oversight Framework says" in card
    assert "Contested" in card
    assert "Report, 1.2, sentences 3 and 4" in card
    assert card.count("<a ") == 1


def test_claims_beyond_the_first_few_open_on_demand() -> None:
    few = markup.claim_list([claim(str(number)) for number in range(4)], 3).text
    many = markup.claim_list([claim(str(number)) for number in range(5)], 3).text
    assert "<details>" not in few
    assert "<summary>2 more</summary>" in many
    assert many.count("<li ") == 5
