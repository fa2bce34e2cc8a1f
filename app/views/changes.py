"""What changed between the release that is shown and an earlier one that was kept, in sentences."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from app import wording
from app.frame import Frame, show
from app.markup import Cell, Html, element, joined, link, table
from app.nearest import nearest_links
from queries import landscape
from queries.changes.change import Change, Changed, Group
from queries.choices import Choice
from queries.landscape import Store, ToolError

SINCE = "since"
MOST = 60
"""Changes of one sort that are written out; the command line has all."""


@st.cache_resource(show_spinner="Comparing two releases ...", max_entries=6)
def _changed(old: str, new: str, _store: Store) -> Changed:
    return landscape.changes(_store, old, new)


def show_page(frame: Frame) -> None:
    """The page."""
    frame.head("What changed: this release beside an earlier one", tab="What changed", dated=False)
    earlier = [each for each in landscape.releases(frame.store) if each != frame.release.id]
    if not earlier:
        show(
            element(
                "p",
                "There is no earlier release on this machine to compare with. Every build keeps one.",
            )
        )
        return
    given = st.query_params.get(SINCE)
    if given and given not in earlier:
        words = f"There is no release “{given}” on this machine. Choose one of those below."
        near = nearest_links(
            given, (Choice(each, each) for each in earlier), lambda each: frame.to("changes", since=each)
        )
        show(element("div", joined([element("p", words), near]), "rl-note", role="alert"))
    else:
        _compare(frame, given or earlier[-1])
    rows: list[list[Cell]] = [
        [link(frame.to("changes", since=each), each), each[:10]] for each in reversed(earlier)
    ]
    show(element("h2", "Compare with another release"))
    columns = ("Release", "Its newest source")
    show(table(wording.counted(len(rows), "release kept", "releases kept"), columns, rows))


def _compare(frame: Frame, old: str) -> None:
    try:
        changed = _changed(old, frame.release.id, frame.store)
    except ToolError as error:
        words = joined([element("p", error.what), element("p", error.do)])
        show(element("div", words, "rl-note", role="alert"))
        return
    total = sum(len(group.changes) for group in changed.groups)
    counted = wording.counted(total, "change", "changes") if total else "Nothing changed"
    kept = wording.counted(changed.unchanged_statements, "claim is", "claims are")
    lines = [element("p", f"From release {old} to release {frame.release.id}: {counted}. {kept} as before.")]
    lines += [element("p", note) for note in changed.notes]
    show(element("div", joined(lines), "rl-answer"))
    for group in changed.groups:
        show(_group(frame, group))


def _group(frame: Frame, group: Group) -> Html:
    heading = f"{group.heading} ({len(group.changes)})"
    items = [_change(frame, each) for each in group.changes[:MOST]]
    parts: list[Cell] = [element("summary", element("h2", heading))]
    if group.note:
        parts.append(element("p", group.note))
    parts.append(element("ul", joined(items)))
    more = len(group.changes) - MOST
    if more > 0:
        parts.append(element("p", f"And {more} more: python3 run.py changes writes them all.", "rl-small"))
    opened = {"open": "open"} if group.what == "finding" else {}
    return element("details", joined(parts), **opened)


def _change(frame: Frame, change: Change) -> Html:
    words: Cell = change.text
    if change.what == "finding" and not change.gone:
        words = link(frame.to("finding", change.id), change.text)
    details: Sequence[Html] = [element("span", each, "rl-line-of-cell") for each in change.details]
    return element("li", joined([words, *details]))
