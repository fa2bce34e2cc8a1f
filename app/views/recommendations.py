"""The register of recommendations: who asked what of whom, what was answered, and what is alike."""

from __future__ import annotations

from collections.abc import Sequence

from app import downloads, wording
from app.frame import Frame, show
from app.markup import Cell, Html, element, joined, link, paragraphs, passages, table
from queries.recommendations import KINDS, Group, Recommendation, groups_of, register

CAVEAT = """It holds what the sources read put forward; there are others. That no answer was read does not
mean that none was given. “Owed” is said only where the source asks for a response; what a body is asked to
do is not thereby law, and “accepted” is not done."""
COLUMNS = (
    "What is asked",
    "Kind",
    "Of whom",
    "Answer on record",
    "How far it has come",
    "Where it is written",
)
WITHOUT = "Without a named issuer"


def show_page(frame: Frame) -> None:
    """The page."""
    frame.head("Recommendations: who asked what of whom, and what was answered", tab="Recommendations")
    found = register(frame.store, frame.as_at)
    if not found:
        show(element("p", f"No recommendation is on record as at {frame.when}."))
        return
    answered = sum(1 for each in found if each.answered)
    counted = wording.counted(len(found), "entry", "entries")
    first = f"{counted} as at {frame.when}; an answer is on record for {answered} of them."
    note = element(
        "section", joined([element("h2", "Before you rely on this"), paragraphs(CAVEAT)]), "rl-note"
    )
    show(element("div", joined([element("div", element("p", first), "rl-answer"), note]), "rl-columns"))
    _groups(groups_of(found))
    issuers: dict[str, list[Recommendation]] = {}
    for each in found:
        issuers.setdefault(each.issuer.name if each.issuer else WITHOUT, []).append(each)
    for name, own in issuers.items():
        heading = f"{name} ({wording.counted(len(own), 'entry', 'entries')})"
        listed = table(heading, COLUMNS, (_row(frame, each) for each in own), kind="rl-answers")
        show(_folded(heading, listed))
    downloads.offer("Download the register (CSV)", "recommendations", *_file(found))


def _row(frame: Frame, each: Recommendation) -> list[Cell]:
    reference = f"{each.reference}: " if each.reference else ""
    whom: Cell = "–"
    if each.addressee is not None:
        whom = link(frame.to("body", each.addressee.id), each.addressee.name)
    elif each.object is not None:
        whom = joined(["Would change: ", link(frame.to("body", each.object.id), each.object.name)])
    answers = joined(
        [each.response_words, *(joined([" (", passages(answer), ")"]) for answer in each.answers)]
    )
    return [
        f"{reference}{each.text}",
        KINDS[each.kind],
        whom,
        answers,
        each.status_words,
        passages(each.claim),
    ]


def _groups(groups: Sequence[Group]) -> None:
    if not groups:
        return
    show(element("h2", "Alike, with the reason"))
    for group in groups:
        heading = f"{group.name.replace('-', ' ').capitalize()} ({len(group.members)})"
        rows: list[list[Cell]] = [
            [each.text, each.issuer.name if each.issuer else "–", reason, passages(each.claim)]
            for each, reason in group.members
        ]
        columns = ("What is asked", "By whom", "Why it is in this group", "Where it is written")
        show(_folded(heading, table(heading, columns, rows)))
    show(element("h2", "All, by who made them"))


def _folded(heading: str, content: Html) -> Html:
    return element("details", joined([element("summary", element("h3", heading)), content]))


def _file(found: Sequence[Recommendation]) -> tuple[tuple[str, ...], list[list[object]]]:
    columns = ("Issuer", "Reference", *COLUMNS, "Others in its group")
    texts = {each.id: each.text for each in found}
    rows: list[list[object]] = [
        [
            each.issuer.name if each.issuer else None,
            each.reference,
            each.text,
            KINDS[each.kind],
            each.addressee.name if each.addressee else None,
            each.response_words,
            each.status_words,
            each.claim.places,
            [texts[other] for group in each.groups for other in group.others if other in texts],
        ]
        for each in found
    ]
    return columns, rows
