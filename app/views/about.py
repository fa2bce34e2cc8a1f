"""What this is, what it holds, what it cannot tell; licences, accessibility, privacy."""

from __future__ import annotations

from app import wording
from app.frame import Frame, show
from app.markup import Cell, element, external, joined, link, paragraphs, table

WHAT = """Who oversees, regulates and reports to whom in England's health and care system, taken from
published sources.

Every relation here is a claim: somebody made it, in a document, on a date. Claims that disagree stand side
by side; nothing is
overwritten. A finding puts claims together to answer a question, and says as at which date it is known."""

READ = (
    (
        "The law says; the framework says",
        "It was read from the text of an instrument, or from a source that quotes it.",
    ),
    (
        "All 17 … interviewed; many of the 17 …",
        "People told the authors of a source. They speak for those who were heard, never for "
        "all of their kind.",
    ),
    ("… found", "The authors of a source conclude it."),
    ("… argues", "A party with an interest argues it."),
    ("Proposed; announced", "It is not in force."),
    ("Contested", "At least one party disputes it. Both sides are shown."),
    (
        "Not known",
        "The sources read do not vouch for that date, or do not list everything that would be "
        "needed to say no.",
    ),
)

LIMITS = (
    "Only the sources listed below were read. Most of the system is not in them.",
    "That something is missing here does not mean that it does not exist: only where a source "
    "lists things completely do we answer no.",
    "A claim is known until the date to which its source can vouch for it, unless the source "
    "gives an end. After that the answer is not known.",
    "Claims are in our words. Before you act on one, read the passage that it names.",
)

ACCESSIBILITY = """We aim for level AA of the Web Content Accessibility Guidelines 2.2. Every page is
checked by an automatic tool in the project's
tests, which also reach every link, field and button by keyboard. It has not been audited by people who use
assistive technology.

Known shortcomings: the page is drawn by a script, so it needs JavaScript; the language of the page is
given as English, not British English; a drawing is a
picture, and the table beside it says the same in the same order."""

PRIVACY = """Pages come from the machine that runs the explorer, and nothing is fetched from elsewhere or
sent anywhere. No statistics are gathered. What you choose
is kept in the page's address only."""


def show_page(frame: Frame) -> None:
    """The page."""
    frame.head("About this explorer: what it holds, and what it cannot tell you", tab="About", dated=False)
    release = frame.release
    show(paragraphs(WHAT))
    rows: list[tuple[Cell, Cell]] = [(words, meaning) for words, meaning in READ]
    show(table("How to read a claim", ("Words", "What they mean"), rows))
    show(
        joined(
            [
                element("h2", "What it cannot tell you"),
                element("ul", joined(element("li", each) for each in LIMITS)),
            ]
        )
    )
    show(element("h2", "What it holds"))
    total = sum(each["statements"] for each in release.counts)
    contested = sum(each["contested"] for each in release.counts)
    show(
        element(
            "p",
            f"{total} claims, {contested} of them contested, as at "
            f"{wording.short_day(release.as_at)} (the date of the newest source). "
            f"The release is called {release.id}.",
        )
    )
    kinds = [
        (
            _first_up(wording.KINDS.get(each["kind"], each["kind"])),
            str(each["statements"]),
            str(each["contested"]),
        )
        for each in release.counts
    ]
    show(table("Claims by kind", ("Kind", "How many", "Contested"), kinds))
    sources = [
        (
            link(frame.to("source", str(each["id"])), str(each["short_title"])),
            str(each["attribution"] or "–"),
            str(each["licence"] or "–"),
            external(each["url"], "Publisher’s page") if each["url"] else "–",
        )
        for each in release.documents
    ]
    show(table("Sources and their licences", ("Source", "Attribution", "Licence", "Where"), sources))
    show(
        paragraphs(
            "The curated claims are licensed under Creative Commons Attribution 4.0, the "
            "program under Apache 2.0; each source keeps its own licence."
        )
    )
    show(joined([element("h2", "Accessibility"), paragraphs(ACCESSIBILITY)]))
    show(joined([element("h2", "Privacy"), paragraphs(PRIVACY)]))


def _first_up(words: str) -> str:
    return words[:1].upper() + words[1:]
