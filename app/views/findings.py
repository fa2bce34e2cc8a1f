"""The first page: what was found, most serious first, with a filter and a table of all of it."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

import streamlit as st

from app import answers, downloads, paging, wording
from app.answers import sure
from app.frame import Frame, hidden, show
from app.markup import AS_AT, Cell, Html, element, joined, link, table
from app.nearest import nearest_links
from queries.choices import Choice
from queries.finding import Finding
from queries.waivers import counted, waiver_words

LABELS = {"kind": "Kind", "body": "Body", "topic": "Topic", "sure": "How sure"}
FILTERS = tuple(LABELS)
FIRST = 3
ROWS = 40
"""Findings that are shown at once."""
COLUMNS = ("Finding", "Kind", "Whom it touches", "How sure", "Weight")


def show_page(frame: Frame) -> None:
    """The page."""
    frame.head("What we found: who oversees whom, and where the sources disagree", tab="Findings")
    frame.waiver_trouble()
    found = frame.findings()
    frame.warn_of_cut()
    if not found:
        show(
            joined(
                [
                    element("p", f"Nothing was found as at {frame.when}."),
                    element(
                        "p",
                        joined(
                            [
                                "That can mean that no source read speaks of that day. ",
                                link(frame.to("questions"), "See what was asked, and what no answer means"),
                            ]
                        ),
                    ),
                ]
            )
        )
        return
    chosen = {name: st.query_params.get(name, "") for name in FILTERS}
    if not any(chosen.values()):
        first = found[:FIRST]
        heading = {1: "One thing to look at first", 2: "Two things to look at first"}.get(
            len(first), "Three things to look at first"
        )
        show(element("h2", heading))
        show(
            element(
                "ol", joined(_first(frame, each, number + 1) for number, each in enumerate(first)), "rl-first"
            )
        )
    show(element("h2", "All findings"))
    show(_filter(frame, found, chosen))
    matching = [each for each in found if _matches(each, chosen)]
    if not matching:
        show(_wrong(frame, found, chosen))
        show(
            element(
                "p",
                joined(
                    [
                        "No finding matches what you chose. ",
                        link(frame.to(""), f"Show all {len(found)} findings"),
                    ]
                ),
            )
        )
        return
    caption = counted(matching) if len(matching) == len(found) else f"{counted(matching)}, of {len(found)}"
    page, pages, rows = paging.part(len(matching), ROWS)
    if pages > 1:
        caption = f"{caption}: {paging.span(len(matching), rows)}"
    listed = (_row(frame, matching[at]) for at in rows)
    show(table(f"{caption}, most serious first", COLUMNS, listed))
    paging.show_links(page, pages, lambda other: _to(frame, chosen, other), "the findings")
    downloads.offer("Download this table (CSV)", "findings", *_file(matching, frame.findings_note()))


def _to(frame: Frame, chosen: dict[str, str], page: int) -> str:
    return frame.to("", **{name: value or None for name, value in chosen.items()}, part=str(page))


def _first(frame: Frame, finding: Finding, number: int) -> Html:
    passages = sum(len(claim.passages) for group in finding.groups for claim in group.claims)
    about = (
        f"{sure(finding)} · {wording.counted(passages, 'passage', 'passages')} · "
        f"{wording.SEVERITIES[finding.severity]}"
    )
    return element(
        "li",
        joined(
            [
                element("h3", link(frame.to("finding", finding.id), f"{number}. {finding.title}")),
                element("p", finding.summary),
                element("p", about, "rl-small"),
                *([] if finding.waiver is None else [element("p", waiver_words(finding), "rl-small")]),
            ]
        ),
    )


def _filter(frame: Frame, found: Sequence[Finding], chosen: dict[str, str]) -> Html:
    options = _options(found)
    fields: list[Cell] = [_select(name, LABELS[name], options[name], chosen[name]) for name in FILTERS]
    fields.append(element("button", "Show", type="submit"))
    if any(chosen.values()):
        fields.append(link(frame.to(""), "Clear"))
    if frame.as_at_given:
        fields.append(hidden(AS_AT, frame.as_at_given))
    return element(
        "form", joined(fields), "rl-form", action="/", method="get", aria_label="Filter the findings"
    )


def _options(found: Sequence[Finding]) -> dict[str, dict[str, str]]:
    """What can be chosen in each filter: value and words."""
    return {
        "kind": {each.kind: wording.FINDINGS[each.kind] for each in found},
        "body": {ref.id: ref.name for each in found for ref in each.touches},
        "topic": {topic: topic.replace("-", " ").capitalize() for each in found for topic in each.topics},
        "sure": {_certainty(each): wording.certainty(*_best(each)) for each in found},
    }


def _wrong(frame: Frame, found: Sequence[Finding], chosen: dict[str, str]) -> Html:
    """What of the filter in the address names nothing that can be chosen, and what it most likely meant."""
    lines: list[Cell] = []
    for name, options in _options(found).items():
        given = chosen[name]
        if given and given not in options:
            offered = (Choice(value, words) for value, words in options.items())
            lines.append(element("p", f"{LABELS[name]}: no finding here has “{given}”."))
            lines.append(nearest_links(given, offered, partial(_with, frame, chosen, name)))
    return element("div", joined(lines), "rl-note", role="alert") if lines else Html("")


def _with(frame: Frame, chosen: dict[str, str], name: str, value: str) -> str:
    return _to(frame, {**chosen, name: value}, 1)


def _select(name: str, label: str, options: dict[str, str], chosen: str) -> Html:
    listed = [Html('<option value="">All</option>')]
    for value, words in sorted(options.items(), key=lambda each: each[1]):
        given = {"selected": "selected"} if value == chosen else {}
        listed.append(element("option", words, value=value, **given))
    field = element("select", joined(listed), id=f"rl-filter-{name}", name=name)
    return element("div", joined([element("label", label, for_=f"rl-filter-{name}"), field]))


def _matches(finding: Finding, chosen: dict[str, str]) -> bool:
    return (
        chosen["kind"] in ("", finding.kind)
        and (not chosen["body"] or any(ref.id == chosen["body"] for ref in finding.touches))
        and (not chosen["topic"] or chosen["topic"] in finding.topics)
        and chosen["sure"] in ("", _certainty(finding))
    )


def _best(finding: Finding) -> tuple[str, bool]:
    return finding.best.answer, finding.best.contested


def _certainty(finding: Finding) -> str:
    return wording.answer(*_best(finding)).replace(",", "").replace(" ", "-")


def _row(frame: Frame, finding: Finding) -> list[Cell]:
    touched = joined((link(frame.to("body", ref.id), ref.name) for ref in finding.touches), ", ")
    return [
        answers.title(frame.to("finding", finding.id), finding),
        wording.FINDINGS[finding.kind],
        touched,
        sure(finding),
        wording.SEVERITIES[finding.severity],
    ]


def _file(found: Sequence[Finding], note: str) -> tuple[tuple[str, ...], list[list[object]]]:
    columns = (*COLUMNS, "Waived", "In one sentence", "Sources", "Why that weight")
    rows: list[list[object]] = [
        [
            each.title,
            wording.FINDINGS[each.kind],
            [ref.name for ref in each.touches],
            sure(each),
            wording.SEVERITIES[each.severity],
            waiver_words(each),
            each.summary,
            [source.short_title for source in each.sources],
            each.severity_reason,
        ]
        for each in found
    ]
    return columns, rows + ([[note]] if note else [])
