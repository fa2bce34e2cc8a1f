"""Every question that is asked of the landscape: what counts, what was judged, what no answer means."""

from __future__ import annotations

from collections import Counter

from app import wording
from app.frame import Frame, show
from app.markup import Cell, Html, element, joined, link
from queries import catalogue
from queries.header import KINDS, Question


def show_page(frame: Frame) -> None:
    """The page."""
    frame.head("Questions: what is asked of the landscape, and what counts as an answer", tab="Questions")
    counts = Counter(each.question for each in frame.findings())
    questions = catalogue.load()
    for kind, heading in KINDS.items():
        listed = questions.of_kind(kind)
        if listed:
            show(element("h2", heading))
            show(joined(_question(frame, each, counts[each.name]) for each in listed))


def _question(frame: Frame, question: Question, found: int) -> Html:
    parts: list[Cell] = [
        element("summary", question.question),
        element("p", joined([element("strong", "What counts: "), " ".join(question.definition.split())])),
        element("p", element("strong", "Judgements made:")),
        element("ul", joined(element("li", each) for each in question.judgements)),
        element("p", joined([element("strong", "Caveat: "), " ".join(question.caveat.split())])),
        element(
            "p", joined([element("strong", "If there is no answer: "), " ".join(question.empty.split())])
        ),
    ]
    if question.listing:
        answer: Cell = "A listing: its answers are on the pages of bodies and sources."
    elif any(not parameter.optional for parameter in question.parameters):
        answer = "Asked about one thing at a time, on the command line."
    elif found:
        shown = wording.counted(found, "finding", "findings")
        answer = link(frame.to("", kind=question.kind), f"{shown} as at {frame.when}")
    else:
        answer = f"No finding as at {frame.when}."
    parts.append(element("p", joined([element("strong", "Answers: "), answer])))
    return element("details", joined(parts))
