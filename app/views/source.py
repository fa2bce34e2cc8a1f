"""One source: what it is, what was taken from it, what it lists completely and what it does not; or
all sources.
"""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any

from app import downloads, locators, wording
from app.frame import Frame, show
from app.markup import Cell, Html, claim_list, element, external, joined, link, table, tags
from queries import pages
from queries.pages import SourcePage

KINDS = {
    "read": "Read in full",
    "read-in-part": "Read for single facts, not taken over whole",
    "register": "Register",
    "cited": "Only cited by another source, not read",
}
MOST_OPEN = 40
"""Claims of a document whose sections are open from the start."""
COLUMNS = ("Source", "How it was used", "Published", "Known until", "Taken from it", "Licence")


def show_page(frame: Frame) -> None:
    """The page of the source in the address, else the list of all."""
    if not frame.of:
        _all(frame)
        return
    source = pages.source(frame.store, frame.of, frame.as_at)
    if source is None:
        frame.head("No source is on record under this link", tab="Not found")
        show(element("p", link(frame.to("source"), "See all sources")))
        return
    about = source.thing.properties
    frame.head(source.thing.name)
    show(_facts(frame, source))
    show(_coverage(frame, source))
    if source.limits:
        show(joined([element("h2", "What it says that it did not look at"), claim_list(source.limits)]))
    _passages(frame, source, about.get("url"))


def _facts(frame: Frame, source: SourcePage) -> Html:
    about = source.thing.properties
    facts: list[tuple[str, Cell]] = [("Used", KINDS.get(str(about.get("kind")), str(about.get("kind"))))]
    publisher = source.thing.links.get("publisher", ())
    if publisher:
        facts.append(
            ("Published by", joined((link(frame.to("body", ref.id), ref.name) for ref in publisher), ", "))
        )
    facts.append(("Published", _day(about.get("published"))))
    if about.get("stated_at"):
        facts.append(("Says how things were on", _day(about["stated_at"])))
    if about.get("confirmed_to"):
        facts.append(("Taken as known until", _day(about["confirmed_to"])))
    for name, words in (
        ("dating_note", "On its dates"),
        ("interest", "Its authors’ interest"),
        ("licence", "Licence"),
        ("attribution", "Attribution"),
    ):
        if about.get(name):
            facts.append((words, str(about[name])))
    if about.get("url"):
        facts.append(("Where", external(str(about["url"]), "Read it on the publisher’s page")))
    listed = joined(joined([element("dt", words), element("dd", value)]) for words, value in facts)
    return element("dl", listed, "rl-facts")


def _coverage(frame: Frame, source: SourcePage) -> Html:
    parts: list[Cell] = [element("h2", "What was taken from it")]
    if not source.passages:
        parts.append(
            element("p", "Nothing was taken from it: it is on record only because another source cites it.")
        )
        return joined(parts)
    if not source.kinds:
        parts.append(element("p", "What somebody holds about a statement or measure of another source."))
        return joined(parts)
    kinds = (f"{wording.KINDS.get(kind, kind)} ({count})" for kind, count in source.kinds.items())
    parts.append(element("p", f"By kind: {'; '.join(kinds)}."))
    parts.append(_complete(source))
    if source.heard:
        rows: list[list[Cell]] = [
            [
                link(frame.to("body", str(each["id"])), str(each["name"])),
                _heard(each),
                str(each["how"] or "–"),
            ]
            for each in source.heard
        ]
        parts.append(table("Whom its authors heard", ("Who", "How many", "How"), rows))
    return joined(parts)


def _complete(source: SourcePage) -> Html:
    """What the document lists completely, and what it does not and why."""
    parts: list[Cell] = []
    if source.complete:
        rows: list[list[Cell]] = [
            [
                str(each["about"]),
                _kind(each),
                str(each["topic"] or "any").replace("-", " "),
                f"{_day(each['first'])} to {_day(each['last'])}",
                str(each["reason"]),
            ]
            for each in source.complete
        ]
        parts.append(
            table("What it lists completely", ("About", "What", "Topic", "When", "Why we say so"), rows)
        )
    first = "On all else, that" if source.complete else "It lists nothing completely: that"
    parts.append(element("p", f"{first} something is missing here does not mean that it is not so."))
    if source.incomplete:
        heading = f"What it does not list completely, and why ({len(source.incomplete)} kinds)"
        others: list[list[Cell]] = [[_kind(each), str(each["reason"])] for each in source.incomplete]
        folded = joined([element("summary", heading), table(heading, ("What", "Why not"), others)])
        parts.append(element("details", folded))
    return joined(parts)


def _kind(row: Mapping[str, Any]) -> str:
    return wording.KINDS.get(str(row["kind"]), str(row["kind"]))


def _heard(row: Mapping[str, Any]) -> str:
    if row["number"] is None:
        return "not stated"
    return f"{row['number']} of {row['out_of']}" if row["out_of"] else str(row["number"])


def _passages(frame: Frame, source: SourcePage, url: object) -> None:
    if not source.passages:
        return
    columns = ("Place", "What was taken, in our words", "Who says so", "Kind")
    kept: list[list[object]] = []
    sections: dict[str, list[list[Cell]]] = {}
    in_part = source.thing.properties.get("kind") == "read-in-part"
    for taken in source.passages:
        section = "What was taken" if in_part else locators.section(taken.locator)
        for number, claim in enumerate(taken.claims):
            where = external(str(url) if url else None, locators.place(taken.locator))
            kind = wording.KINDS.get(claim.kind, claim.kind)
            sections.setdefault(section, []).append(
                [
                    where if number == 0 else joined([where, " (again)"]),
                    joined([claim.text, " ", tags(wording.marks(claim))]),
                    wording.said_by(claim),
                    kind,
                ]
            )
            kept.append([locators.place(taken.locator), claim.text, wording.said_by(claim), kind])
    show(
        element(
            "h2",
            wording.counted(len(source.passages), "passage", "passages")
            + ("" if in_part else ", in the order of the document"),
        )
    )
    opened = {"open": "open"} if len(kept) <= MOST_OPEN else {}
    for name, rows in sections.items():
        heading = f"{locators.section_title(name)} ({wording.counted(len(rows), 'claim', 'claims')})"
        folded = joined([element("summary", element("h3", heading)), table(heading, columns, rows)])
        show(element("details", folded, **opened))
    downloads.offer("Download these passages (CSV)", "source", columns, kept)


def _all(frame: Frame) -> None:
    frame.head("Sources: what everything here was taken from", tab="Sources")
    documents = sorted(frame.release.documents, key=lambda each: (-each["taken"], each["short_title"]))
    rows: list[list[Cell]] = [
        [
            link(frame.to("source", str(each["id"])), f"{each['short_title']}: {each['name']}"),
            KINDS.get(str(each["kind"]), str(each["kind"])),
            _day(each["published"]),
            _day(each["confirmed_to"]),
            wording.counted(each["taken"], "claim", "claims") if each["taken"] else "nothing",
            str(each["licence"] or "–"),
        ]
        for each in documents
    ]
    show(table(wording.counted(len(rows), "source", "sources"), COLUMNS, rows))
    kept = [
        [
            each["name"],
            each["kind"],
            each["published"],
            each["confirmed_to"],
            each["taken"],
            each["licence"],
            each["url"],
        ]
        for each in documents
    ]
    downloads.offer("Download this list (CSV)", "sources", (*COLUMNS, "Publisher’s page"), kept)


def _day(value: object) -> str:
    return wording.short_day(value) if isinstance(value, datetime.date) else str(value or "not stated")
