"""Claims on the page: who says what, on what it rests and where it is written."""

from __future__ import annotations

from collections.abc import Sequence

from app.html import Html, bullets, element, joined, outer_link
from app.wording import BASES, STANCES, capital, lifecycle, says, tone
from queries.claims import Claim, Passage


def passage_link(passage: Passage) -> Html:
    """A passage as a link to its publisher's page: "HSSIB report, 3.2.45 s4"."""
    return outer_link(passage.shown, passage.url or "")


def sources(claim: Claim) -> Html:
    """Where a claim is written: the passages of each document, behind one link."""
    by_document: dict[str, list[Passage]] = {}
    for passage in claim.passages:
        by_document.setdefault(passage.document, []).append(passage)
    links = []
    for passages in by_document.values():
        places = ", ".join(passage.locator for passage in passages)
        link = outer_link(f"{passages[0].short_title}, {places}", passages[0].url or "")
        cited = sorted({name for passage in passages for name in passage.cites})
        links.append(joined([link, f"(which cites {', '.join(cited)})"]) if cited else link)
    return element("span", joined(links, "; "), "rl-source")


def introduction(claim: Claim) -> str:
    """The words before a claim: "Guidance says", or the party and its stance for a position."""
    who = claim.party.shown if claim.party else ""
    if claim.what == "position":
        return f"{capital(who)} {STANCES.get(claim.stance, claim.stance)}"
    return says(claim.force, claim.basis)


def marks(claim: Claim) -> list[Html]:
    """What a reader must see beside a claim: contested, proposed, unverified, denied."""
    found = []
    if claim.contested:
        found.append(element("span", "Contested", "rl-tag rl-contested"))
    if lifecycle(claim.lifecycle):
        found.append(element("span", capital(lifecycle(claim.lifecycle)), "rl-tag rl-unknown"))
    if claim.polarity == "does-not-hold":
        found.append(element("span", "Says that it is not so", "rl-tag rl-unknown"))
    return found


def item(claim: Claim) -> Html:
    """A claim in full: who, what, on which condition, where."""
    parts = [
        element("span", introduction(claim), f"rl-who rl-{tone(claim.force, claim.basis)}"),
        element("span", joined([claim.text, *marks(claim)]), "rl-claim"),
    ]
    if claim.condition:
        parts.append(element("span", f"Only: {claim.condition}.", "rl-claim rl-source"))
    parts.append(sources(claim))
    return joined(parts)


def listed(claims: Sequence[Claim]) -> Html:
    """Claims as a list."""
    return bullets([item(claim) for claim in claims])


def basis(claim: Claim) -> str:
    """On what a claim rests, in words, for a table."""
    named = claim.instrument.name if claim.instrument else ""
    words = BASES.get(claim.basis or "", "")
    return f"{named}: {words}" if named else capital(words)
