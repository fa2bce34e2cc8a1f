"""What if: reform measures to choose, and what would become of findings, duties, reports and clauses."""

from __future__ import annotations

import datetime
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING
from urllib.parse import urlencode

import streamlit as st

from app import downloads, reforms, wording
from app.frame import Frame, hidden, show
from app.markup import AS_AT, Cell, Html, element, field, joined, link, paragraphs, table
from app.nearest import nearest_links
from app.reforms import CHOSEN, SCENARIO
from queries import landscape
from queries.choices import Choice
from queries.claims import read_claims
from queries.landscape import DataError, Store, ToolError
from queries.whatif import report
from queries.whatif.outcome import Outcome
from queries.whatif.scenarios import Scenario, scenarios

if TYPE_CHECKING:
    from queries.whatif.measures import Measure

PAGE = "what-if"
CAVEAT = """No measure here is in force: this works out what would become of the record if it were, and is no
forecast. It follows only what was taken from the sources read; cost, staff and how well anything works are
not on record. A measure that cannot be followed is “not modelled”, which is not “no effect”."""
NHS_ENGLAND = "nhs-england-into-department"


@st.cache_resource(show_spinner=False, max_entries=2)
def _measures(release: str, _store: Store) -> list[Measure]:
    return landscape.measures(_store)


@st.cache_resource(show_spinner="Trying it out: every question is asked before and after ...", max_entries=20)
def _tried(release: str, chosen: tuple[str, ...], as_at: datetime.date, _store: Store) -> Outcome:
    return landscape.tried(_store, chosen, as_at)


def show_page(frame: Frame) -> None:
    """The page: choices, and the outcome of what the address names."""
    ready = scenarios()
    name = st.query_params.get(SCENARIO)
    ticked = st.query_params.get_all(CHOSEN)
    scenario = ready.get(name) if name else None
    chosen = tuple(dict.fromkeys([*(scenario.all_measures if scenario else ()), *ticked]))
    title = "reform measures tried out on the record"
    if scenario and not ticked:
        title = scenario.title
    elif chosen:
        title = f"{wording.counted(len(chosen), 'reform measure', 'reform measures')} tried out"
    frame.head(f"What if: {title}", tab="What if")
    if name and scenario is None:
        show(_trouble(f"There is no ready-made choice “{name}”.", "Choose one of those below."))
        offered = (Choice(each.name, each.title) for each in ready.values())
        show(nearest_links(name, offered, lambda each: frame.to(PAGE, scenario=each)))
    if chosen:
        _outcome(frame, chosen, scenario.name if scenario else None, ticked, title)
    else:
        show(element("section", joined([_before_you_rely(), paragraphs(CAVEAT)]), "rl-note"))
    _ready(frame, ready)
    _own(frame, ready, chosen)


def _before_you_rely() -> Html:
    return element("h2", "Before you rely on this")


def _trouble(what: str, do: str) -> Html:
    heading = element("h2", "This cannot be tried")
    return element("div", joined([heading, element("p", what), element("p", do)]), "rl-note", role="alert")


def _outcome(
    frame: Frame, chosen: tuple[str, ...], scenario: str | None, ticked: Sequence[str], title: str
) -> None:
    try:
        outcome = _tried(frame.release.id, chosen, frame.as_at, frame.store)
    except ToolError as error:
        show(_trouble(error.what, error.do))
        return
    except DataError as error:
        first = str(error.problems[0]) if error.problems else "What comes out breaks a rule of the model."
        more = f" ({len(error.problems)} in all)" if len(error.problems) > 1 else ""
        show(_trouble(f"What would come out breaks a rule: {first}{more}", "Choose other measures."))
        return
    if scenario is not None and not ticked:
        outcome = report.of_choice(outcome, scenarios()[scenario])
    caveat = [_before_you_rely(), paragraphs(CAVEAT)]
    answer = element("div", element("p", report.headline(outcome)), "rl-answer")
    show(element("div", joined([answer, element("section", joined(caveat), "rl-note")]), "rl-columns"))
    show(_measures_tried(outcome))
    if outcome.modelled:
        show(joined([element("h2", "Before and after"), reforms.before_and_after(outcome)]))
        show(_folded("In numbers", reforms.in_numbers(outcome)))
    claims = read_claims(frame.store, reforms.line_ids(outcome), frame.as_at)
    for heading, content in reforms.lists(outcome, claims):
        show(_folded(heading, content))
    show(joined([element("h2", "What the model cannot say"), reforms.unsaid(outcome)]))
    downloads.offer_all(reforms.export(outcome, f"What if: {title}", [scenario or chosen[0]]))
    again = urlencode(reforms.permalink(ticked, scenario, frame.as_at))
    words = f"the same measures as at {wording.short_day(frame.as_at)}"
    show(element("p", joined(["Link that tries this again: ", link(f"/{PAGE}?{again}", words)]), "rl-small"))


def _measures_tried(outcome: Outcome) -> Html:
    rows: list[list[Cell]] = [
        [
            each.text,
            f"{reforms.status_words(each.status)}{'; tried along with it' if each.along else ''}",
            joined(element("span", words, "rl-line-of-cell") for words in each.operations)
            if each.operations
            else "not modelled",
            each.places,
        ]
        for each in outcome.measures
    ]
    columns = ("Measure", "How far it has come", "What it would do here", "Where it is written")
    caption = wording.counted(len(rows), "measure", "measures")
    return _folded(f"What was tried: {caption}", table(caption, columns, rows))


def _folded(heading: str, content: Cell) -> Html:
    return element("details", joined([element("summary", element("h2", heading)), content]))


def _ready(frame: Frame, ready: Mapping[str, Scenario]) -> None:
    rows: list[list[Cell]] = [
        [
            link(frame.to(PAGE, scenario=each.name), each.title),
            wording.counted(len(each.all_measures), "measure", "measures"),
            each.source,
        ]
        for each in ready.values()
    ]
    show(element("h2", "Ready-made choices, from the documents"))
    show(table("Try one out", ("Choice", "How many", "As put by"), rows))


def _own(frame: Frame, ready: Mapping[str, Scenario], chosen: Sequence[str]) -> None:
    try:
        found = _measures(frame.release.id, frame.store)
    except ToolError as error:
        show(_trouble(error.what, error.do))
        return
    groups = reforms.grouped(found, ready[NHS_ENGLAND].measures if NHS_ENGLAND in ready else ())
    parts: list[Cell] = [hidden(AS_AT, frame.as_at_given)] if frame.as_at_given else []
    for name, measures in groups:
        heading = reforms.heading_of(name, ready)
        boxes = joined(_box(each, each.id in chosen) for each in measures)
        legend = element("legend", heading)
        opened = {"open": "open"} if any(each.id in chosen for each in measures) else {}
        counted = wording.counted(len(measures), "measure", "measures")
        summary = element("summary", f"{heading} ({counted})")
        parts.append(
            element("details", joined([summary, element("fieldset", joined([legend, boxes]))]), **opened)
        )
    parts.append(element("button", "Try these out", type="submit"))
    if chosen:
        parts.append(link(frame.to(PAGE), "Choose anew"))
    show(element("h2", "Your own choice"))
    form = element("form", joined(parts), "rl-form rl-measures", action=f"/{PAGE}", method="get")
    show(form)


def _box(measure: Measure, ticked: bool) -> Html:
    given = {"type": "checkbox", "name": CHOSEN, "value": measure.id, "id": f"rl-m-{measure.id}"}
    if ticked:
        given["checked"] = "checked"
    moves = "" if measure.operations else "; not modelled"
    words = joined(
        [measure.text, " ", element("span", f"({reforms.status_words(measure.status)}{moves})", "rl-small")]
    )
    return element(
        "div", joined([field(**given), element("label", words, for_=f"rl-m-{measure.id}")]), "rl-tick"
    )
