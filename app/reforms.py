"""The outcome of a what-if as pieces of a page, and as files: pure functions from its records."""

from __future__ import annotations

import dataclasses
import datetime
from collections.abc import Iterable, Mapping, Sequence

from app import exports, wording
from app.exports import Entry, Export, Section
from app.markup import Cell, Html, address, element, joined, link, passages, table
from queries.claims import Claim
from queries.whatif import report
from queries.whatif.measures import Measure
from queries.whatif.outcome import Change, Line, Outcome
from queries.whatif.scenarios import Scenario

CHOSEN, SCENARIO = "m", "scenario"
"""Names in the address: a measure (may be given several times), a ready-made choice."""
NINE = "Recommendation "
FINDINGS = (
    ("gaps_closed", "A gap", "would close"),
    ("gaps_opened", "A gap", "would open"),
    ("overlaps_removed", "An overlap", "would go"),
    ("overlaps_made", "An overlap", "would come about"),
    ("lapsed", "A finding", "would no longer be found"),
    ("gone", "Another finding", "would go"),
    ("come", "Another finding", "would come"),
    ("moved", "A finding", "would pass to another body"),
)
"""The lists of findings of an outcome, what each holds and what would happen to it."""
AFTER_ONLY = ("gaps_opened", "overlaps_made", "come")
"""Findings that are there only after, so that they have no page."""
LINES = ("orphaned", "undivided", "cut", "ended", "bodies", "added")


def grouped(measures: Iterable[Measure], nhs_england: Sequence[str]) -> list[tuple[str, list[Measure]]]:
    """Measures under headings: the nine recommendations, NHS England (the ids given), then all others."""
    groups: dict[str, list[Measure]] = {}
    ours, others = "NHS England into the department", "Other measures"
    for each in measures:
        numbered = (each.reference or "").startswith(NINE) and each.asserted_by == "dash-review"
        name = ours if each.id in nhs_england else str(each.reference) if numbered else others
        groups.setdefault(name, []).append(each)

    def place(name: str) -> tuple[int, int, str]:
        number = name.removeprefix(NINE)
        if number.isdigit():
            return 0, int(number), name
        return (1 if name == ours else 2), 0, name

    return [(name, groups[name]) for name in sorted(groups, key=place)]


def heading_of(group: str, scenarios: Mapping[str, Scenario]) -> str:
    """The heading of a group; a recommendation with what it is about."""
    number = group.removeprefix(NINE)
    known = scenarios.get(f"dash-recommendation-{number}")
    return known.title if known else group


def status_words(measure: str) -> str:
    """How far a measure has come, in words."""
    return "your own" if measure == "own" else wording.LIFECYCLES.get(measure, measure).lower()


def before_and_after(outcome: Outcome) -> Html:
    """Each finding that the measures touch: as it is, and what would become of it."""
    rows: list[list[Cell]] = []
    for name, what, happens in FINDINGS:
        rows += [_before_and_after(outcome, name, what, happens, each) for each in getattr(outcome, name)]
    if not rows:
        far = "As far as the questions were answered, no" if outcome.unanswered else "No"
        return element("p", f"{far} finding on record would come, go or pass to another body.")
    caption = wording.counted(len(rows), "finding", "findings")
    return table(caption, ("What", "As it is on record", "With these measures"), rows)


def _before_and_after(outcome: Outcome, name: str, what: str, happens: str, change: Change) -> list[Cell]:
    known = ""
    if change.answer == "not known":
        known = f" (known until {wording.short_day(change.known_to)})" if change.known_to else " (not known)"
    as_at = outcome.as_at.isoformat()
    linked = link(address("finding", change.finding, as_at=as_at), change.title)
    if name in AFTER_ONLY:
        return [what, "Not found", f"{change.title}{known}: {happens}"]
    if name == "moved":
        return [what, f"{change.instead or change.title}{known}", f"{happens}: {change.title}"]
    return [what, joined([linked, known]), f"{happens}{report.away(change)}"]


def in_numbers(outcome: Outcome) -> Html:
    """How many of each, as a table of counts."""
    rows = [
        (section.heading, str(len(section.items)) if section.items else "none on record")
        for section in report.sections(outcome)
        if section.name != "unsaid"
    ]
    return table("In numbers", ("What", "How many"), rows)


def line_ids(outcome: Outcome) -> list[str]:
    """The ids of every claim that the outcome names."""
    lines = [each for name in LINES for each in getattr(outcome, name)]
    lines += [each.line for each in outcome.passed]
    lines += [each for provision in outcome.provisions for each in provision.lines]
    return [each.id for each in lines]


def lists(outcome: Outcome, claims: Mapping[str, Claim]) -> list[tuple[str, Html]]:
    """Headings with lists of all but the findings; ``claims`` have the passages of what is on record."""
    shown: list[tuple[str, Html]] = []
    for section in report.sections(outcome):
        if section.name in {name for name, _, _ in FINDINGS} or section.name == "unsaid":
            continue
        heading = f"{section.heading} ({len(section.items) or 'none on record'})"
        items: list[Cell] = list(section.items)
        if section.name in LINES:
            items = [_line(each, claims) for each in getattr(outcome, section.name)]
        elif section.name == "passed":
            items = [
                joined(
                    [
                        element("strong", f"From {each.from_} to {each.to}"),
                        ", which has the same today: " if each.already else ": ",
                        _line(each.line, claims),
                    ]
                )
                for each in outcome.passed
            ]
        elif section.name == "provisions":
            items = [
                joined(
                    [
                        element(
                            "strong",
                            f"{each.name}{f', {each.provision}' if each.provision else report.CLAUSE}: ",
                        ),
                        joined((_line(line, claims) for line in each.lines), " "),
                    ]
                )
                for each in outcome.provisions
            ]
        if items:
            content = element("ul", joined(element("li", each) for each in items))
        else:
            content = element("p", section.nothing or "None on record.")
        shown.append((heading, content))
    return shown


def unsaid(outcome: Outcome) -> Html:
    """What the model cannot say, as a list."""
    found = next(each for each in report.sections(outcome) if each.name == "unsaid")
    return element("ul", joined(element("li", each) for each in found.items))


def export(outcome: Outcome, title: str, chosen: Sequence[str]) -> Export:
    """The outcome as files."""
    sections = report.sections(outcome)
    operations = [f"{each.text} ({status_words(each.status)})" for each in outcome.measures]
    facts = (
        ("In short", report.headline(outcome)),
        ("As at", wording.short_day(outcome.as_at)),
        ("Release", outcome.release),
        ("Measures tried, none of them in force", " ".join(operations)),
    )
    fields = {each.name: getattr(outcome, each.name) for each in dataclasses.fields(outcome)}
    return Export(
        exports.file_name("what-if", outcome.as_at, outcome.release, chosen[:1] if chosen else ()),
        title,
        facts,
        ("What", "In a sentence, with its place"),
        tuple(
            (section.heading, item) for section in sections for item in section.items or ("None on record.",)
        ),
        tuple(Section(each.heading, tuple(Entry(item, ()) for item in each.items)) for each in sections),
        {"headline": report.headline(outcome), **fields},
    )


def permalink(chosen: Sequence[str], scenario: str | None, as_at: datetime.date) -> list[tuple[str, str]]:
    """The parameters of the address that tries the same again."""
    given = [(SCENARIO, scenario)] if scenario else []
    return [*given, *((CHOSEN, each) for each in chosen), ("as-at", as_at.isoformat())]


def _line(line: Line, claims: Mapping[str, Claim]) -> Html:
    claim = claims.get(line.id)
    where: Cell = passages(claim) if claim else line.places
    return joined([line.text, " (", where, ")"]) if claim or line.places else joined([line.text])
