"""Every question that can be asked of the landscape, by kind; one of them, with its answer."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from app import wording
from app.frame import Frame, show
from app.markup import Cell, element, link, table
from app.nearest import nearest_links
from app.views import question as one
from queries import catalogue
from queries.catalogue import Catalogue
from queries.choices import Choice
from queries.finding import Finding
from queries.header import KINDS, Question
from queries.waivers import counted

COLUMNS = ("Question", "Can be asked about", "Answer")


def show_page(frame: Frame) -> None:
    """The page of the question in the address, else the list of all."""
    questions = catalogue.load()
    if not frame.of:
        _all(frame, questions)
    elif frame.of in questions.questions:
        one.show_page(frame, questions.question(frame.of))
    else:
        _missing(frame, frame.of, questions)


def _all(frame: Frame, questions: Catalogue) -> None:
    frame.head("Questions: what is asked of the landscape, and what it answers", tab="Questions")
    frame.warn_of_cut()
    found = defaultdict[str, list[Finding]](list)
    for each in frame.findings():
        found[each.question].append(each)
    for kind in KINDS:
        listed = questions.of_kind(kind)
        if listed:
            show(element("h2", wording.QUESTIONS[kind]))
            rows = (_row(frame, each, found[each.name]) for each in listed)
            caption = wording.counted(len(listed), "question", "questions")
            show(table(caption, COLUMNS, rows, kind="rl-questions"))


def _row(frame: Frame, question: Question, found: Sequence[Finding]) -> list[Cell]:
    about = [wording.parameter(each.name, each.type).lower() for each in question.parameters]
    if question.listing:
        answer = "A list"
    elif any(not each.optional for each in question.parameters):
        answer = "Asked about one thing at a time"
    elif found:
        answer = counted(found)
    else:
        answer = "No finding"
    return [link(frame.to("questions", question.name), question.question), ", ".join(about) or "–", answer]


def _missing(frame: Frame, given: str, questions: Catalogue) -> None:
    frame.head("No question is on record under this link", tab="Questions")
    offered = (Choice(each.name, each.question) for each in questions)
    show(nearest_links(given, offered, lambda name: frame.to("questions", name)))
    show(element("p", link(frame.to("questions"), "See all questions")))
