"""Long tables in parts: which part the address names, and the links to the others."""

from __future__ import annotations

from collections.abc import Callable

import streamlit as st

from app.frame import show
from app.markup import Cell, element, joined, link

PAGE = "part"
"""Name in the address: which part of a long table is shown."""


def part(count: int, size: int) -> tuple[int, int, range]:
    """The part that the address names, or the nearest that there is; how many parts there are; its rows."""
    pages = max(-(-count // size), 1)
    given = st.query_params.get(PAGE, "1")
    page = min(max(int(given), 1), pages) if given.isascii() and given.isdigit() and len(given) < 10 else 1
    return page, pages, range((page - 1) * size, min(page * size, count))


def span(count: int, rows: range) -> str:
    """What of the whole is shown: "41 to 80 of 424", or only how many where that is all."""
    return str(count) if len(rows) == count else f"{rows.start + 1} to {rows.stop} of {count}"


def show_links(page: int, pages: int, address_of: Callable[[int], str], what: str) -> None:
    """Put links to the part before and the part after on the page, where there are several parts."""
    if pages == 1:
        return
    parts: list[Cell] = []
    if page > 1:
        parts.append(link(address_of(page - 1), "Earlier rows"))
    parts.append(f"Part {page} of {pages}")
    if page < pages:
        parts.append(link(address_of(page + 1), "Further rows"))
    show(element("nav", joined(parts, " · "), aria_label=f"Parts of {what}"))
