"""One question: what can be chosen, the answer with its caveat, how it was worked out, its link."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import streamlit as st

from app import answers, downloads, paging, wording
from app.frame import Frame, hidden, show
from app.markup import AS_AT, OF, Cell, Html, address_with, element, field, joined, link, paragraphs
from queries import asking
from queries.asking import Asked
from queries.choices import Choice, Given, Problem, read_given, scheme_of
from queries.finding import Finding
from queries.findings import findings_of
from queries.header import Parameter, Question
from queries.waivers import counted

GIVEN = "p-"
"""What stands before a parameter's name in the address.

Without it, a name such as "body" would be taken off the form: browsers know it for something else.
"""
KEPT = (AS_AT, OF, paging.PAGE)
MOST_NAMES = 3000
"""Names that a browser can offer while one is typed; with more, names are typed without help."""


def show_page(frame: Frame, question: Question) -> None:
    """The page of one question."""
    frame.head(question.question, tab=question.question)
    given = {name: value for name, value in st.query_params.items() if name not in KEPT}
    offered = {scheme: frame.choices(scheme) for scheme in map(scheme_of, question.parameters) if scheme}
    read = read_given(question, given, offered, GIVEN, frame.span)
    if read.problems:
        show(_problems(frame, question, read))
    if question.parameters:
        show(_form(frame, question, given, read, offered))
    wrong = any(each.parameter for each in read.problems)
    if read.missing and not wrong:
        wanted = wording.sentence_list(
            [wording.parameter(each.name, each.type).lower() for each in read.missing]
        )
        show(element("p", f"Choose {wanted}, and the answer stands here.", "rl-answer"))
    elif not wrong:
        _answer(frame, question, read.values)
    show(_worked_out(frame, question))


def _problems(frame: Frame, question: Question, read: Given) -> Html:
    lines: list[Cell] = [element("h2", "Something in this link could not be used")]
    lines += [element("p", _problem(frame, question, read, each)) for each in read.problems]
    if any(each.parameter for each in read.problems):
        lines.append(element("p", "The answer is shown once that is chosen anew."))
    return element("div", joined(lines), "rl-note", role="alert")


def _problem(frame: Frame, question: Question, read: Given, problem: Problem) -> Html:
    parts: list[Cell] = [problem.what]
    if problem.parameter is not None:
        kind = next(each.type for each in question.parameters if each.name == problem.parameter)
        parts.insert(0, f"{wording.parameter(problem.parameter, kind)}: ")
        links = [
            link(_to(frame, question, {**read.values, problem.parameter: each.value}), each.words)
            for each in problem.nearest
        ]
        if links:
            parts += [" Did you mean ", joined(links, " or "), "?"]
    elif problem.nearest:
        parts.append(f" The nearest is “{problem.nearest[0].words}”.")
    return joined(parts)


def _to(frame: Frame, question: Question, values: Mapping[str, Any], page: int = 1) -> str:
    """The address of the question with these values, as at the same date."""
    given = {GIVEN + name: str(value) for name, value in values.items()}
    return address_with(
        "questions",
        question.name,
        {**given, paging.PAGE: str(page) if page > 1 else None, AS_AT: frame.as_at_given},
    )


def _form(
    frame: Frame,
    question: Question,
    given: Mapping[str, str],
    read: Given,
    offered: Mapping[str, Sequence[Choice]],
) -> Html:
    fields: list[Cell] = [hidden(OF, question.name)]
    if frame.as_at_given:
        fields.append(hidden(AS_AT, frame.as_at_given))
    for parameter in question.parameters:
        scheme = scheme_of(parameter)
        text = str(read.values.get(parameter.name, given.get(GIVEN + parameter.name, "")))
        fields.append(_field(frame, parameter, text, offered[scheme] if scheme else ()))
    fields.append(element("button", "Show the answer", type="submit"))
    if given:
        fields.append(link(_to(frame, question, {}), "Clear"))
    return element(
        "form",
        joined(fields),
        "rl-form rl-asking",
        action="/questions",
        method="get",
        aria_label="What to ask about",
    )


def _field(frame: Frame, parameter: Parameter, text: str, offered: Sequence[Choice]) -> Html:
    name, identifier = parameter.name, f"rl-ask-{parameter.name}"
    words = (
        wording.parameter(parameter.name, parameter.type)
        if parameter.optional
        else f"{wording.parameter(parameter.name, parameter.type)} (needed)"
    )
    described = f"{identifier}-help"
    given = {"id": identifier, "name": GIVEN + name, "aria_describedby": described}
    given |= {} if parameter.optional else {"required": "required"}
    chosen = next((each for each in offered if each.value == text), None)
    if parameter.type == "thing" or parameter.statement:
        names = joined(element("option", "", value=each.words) for each in offered[:MOST_NAMES])
        shown = chosen.words if chosen else text
        given |= {"type": "text", "value": shown, "autocomplete": "off", "list": f"{identifier}-names"}
        names = names if len(offered) <= MOST_NAMES else Html("")
        box = joined([field(**given), element("datalist", names, id=f"{identifier}-names")])
    elif offered:
        options: list[Html] = [element("option", "Any" if parameter.optional else "Choose", value="")]
        for each in offered:
            mark = {"selected": "selected"} if each is chosen else {}
            options.append(element("option", each.words, value=each.value, **mark))
        box = element("select", joined(options), **given)
    else:
        kinds = {"date": "date", "integer": "number"}
        if parameter.type == "date":
            given |= {"min": frame.span.first.isoformat(), "max": frame.span.last.isoformat()}
        box = field(**given, type=kinds.get(parameter.type, "text"), value=text)
    help_ = element("p", parameter.help, "rl-small", id=described)
    return element("div", joined([element("label", words, for_=identifier), box, help_]))


def _answer(frame: Frame, question: Question, values: Mapping[str, Any]) -> None:
    if question.listing:
        asked, found = asking.ask(frame.store, question, frame.as_at, values), list[Finding]()
    else:
        asked, found = findings_of(frame.store, question, frame.as_at, values)
        found = frame.waived(found)
        frame.waiver_trouble()
    show(element("h2", "Answer"))
    show(element("div", joined([_in_short(frame, asked, found), _caveat(question)]), "rl-columns"))
    if asked.rows:
        _table(frame, asked, found, values)
    downloads.offer_all(downloads.answer_export(frame, asked, found, _chosen(frame, asked)))
    show(
        element(
            "p", joined(["Link to this answer as it stands here: ", _permalink(frame, asked)]), "rl-small"
        )
    )


def _in_short(frame: Frame, asked: Asked, found: Sequence[Finding]) -> Html:
    chosen = wording.sentence_list(list(_chosen(frame, asked).values()))
    about = f"Asked about {chosen}, as" if chosen else "As"
    first = f"{about} at {frame.when}: "
    lines: list[Cell] = []
    if asked.empty is not None:
        listing = asked.question.listing
        word = "nothing is on record" if listing else asked.empty.answer
        lines.append(element("p", joined([first, element("strong", word), "."])))
        lines.append(paragraphs(asked.empty.reason))
    else:
        count = len(asked.rows)
        entries = wording.counted(count, "entry", "entries")
        words = entries if asked.question.listing else counted(found)
        lines.append(element("p", joined([first, element("strong", words), "."])))
        if asked.truncated:
            lines.append(
                element(
                    "p",
                    element(
                        "strong",
                        f"This is not the whole answer: these are the first {count}, and there are more. "
                        "Do not count them; choose more narrowly to see all.",
                    ),
                )
            )
    return element("div", joined(lines), "rl-answer")


def _chosen(frame: Frame, asked: Asked) -> dict[str, str]:
    """What was chosen, in words, by the parameter's name."""
    found = {}
    for parameter in asked.question.parameters:
        value = asked.parameters[parameter.name]
        if value is None:
            continue
        scheme = scheme_of(parameter)
        offered = frame.choices(scheme) if scheme else ()
        words = (each.words for each in offered if each.value == value)
        found[parameter.name] = next(words, str(value))
    return found


def _caveat(question: Question) -> Html:
    heading = element("h3", "Before you rely on this")
    return element("section", joined([heading, paragraphs(question.caveat)]), "rl-note")


def _table(frame: Frame, asked: Asked, found: Sequence[Finding], values: Mapping[str, Any]) -> None:
    question, count = asked.question, len(asked.rows)
    page, pages, rows = paging.part(count, answers.ROWS)
    span = paging.span(count, rows)
    linked = {each.value for each in frame.choices("thing")}
    if question.listing:
        caption = f"{span} {'entry' if count == 1 else 'entries'}"
        show(answers.answer_table(asked, rows, linked, frame.as_at_given, caption))
    else:
        show(answers.findings_table(asked, found, rows, frame.as_at_given))
    paging.show_links(page, pages, lambda other: _to(frame, question, values, other), "the answer")
    columns = answers.shown_columns(asked)
    if question.listing:
        parts: list[Cell] = [answers.column_help(question, columns)]
        empty = answers.left_out(asked)
        if empty:
            parts.append(element("p", f"Nothing was entered under: {', '.join(empty)}.", "rl-small"))
        show(_folded("What the columns mean", joined(parts)))
    else:
        listed = answers.answer_table(asked, rows, linked, frame.as_at_given, f"All columns, {span}")
        show(
            _folded(
                "Every column, and what it means", joined([listed, answers.column_help(question, columns)])
            )
        )


def _worked_out(frame: Frame, question: Question) -> Html:
    parts: list[Cell] = [
        element("p", joined([element("strong", "What counts: "), " ".join(question.definition.split())])),
        element("p", element("strong", "Judgements made:")),
        element("ul", joined(element("li", each) for each in question.judgements)),
        element("p", joined([element("strong", "What no answer means: "), " ".join(question.empty.split())])),
    ]
    return joined(
        [
            _folded("How this is worked out, and what no answer means", joined(parts)),
            element("p", link(frame.to("questions"), "All questions")),
        ]
    )


def _folded(heading: str, content: Cell) -> Html:
    return element("details", joined([element("summary", element("h2", heading)), content]))


def _permalink(frame: Frame, asked: Asked) -> Html:
    chosen = {GIVEN + name: str(value) for name, value in asked.parameters.items() if value is not None}
    to = address_with("questions", asked.question.name, {**chosen, AS_AT: frame.as_at.isoformat()})
    return link(to, f"this answer as at {wording.short_day(frame.as_at)}")
