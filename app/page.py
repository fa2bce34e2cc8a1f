"""What every page has: the connection, the date, the finder, the title and the line under it."""

from __future__ import annotations

import datetime
from pathlib import Path

import streamlit as st

from app.html import Html, bullets, element, joined, page_link
from app.wording import count, day
from loaders.errors import ToolError
from loaders.settings import Settings
from loaders.store.connection import Store, open_store
from queries.asking import as_date
from queries.profiles import ReleaseInfo, find_things, release_info

STYLE = Path(__file__).resolve().parent / "style.css"
NAME = "Regulatory landscape"


@st.cache_resource(show_spinner="Connecting to the landscape ...")
def store() -> Store:
    """The connection that all readers of this explorer share."""
    return open_store(Settings.from_environment())


def release() -> ReleaseInfo:
    """The release that the store holds now."""
    return release_info(store())


def show(content: Html) -> None:
    """Put a piece of HTML on the page."""
    st.markdown(f'<div class="rl">{content.text}</div>', unsafe_allow_html=True)


def chosen_date() -> str:
    """The date that the reader chose, as in the link; "" for today."""
    return str(st.query_params.get("as_at", ""))


def as_at() -> datetime.date:
    """The date for which the page answers: the one in the link, else today.

    A date that cannot be read is said so at the top, and the page answers for today.
    """
    given = chosen_date()
    if not given:
        return datetime.date.today()
    try:
        return as_date(given, "The date")
    except ToolError as error:
        st.error(f"{error} The page shows today.")
        return datetime.date.today()


def link(label: str | Html, page: str, **parameters: str) -> Html:
    """A link to a page of the explorer that keeps the date the reader chose."""
    return page_link(label, page, **{"as_at": chosen_date(), **parameters})


def heading(title: str, info: ReleaseInfo, date: datetime.date) -> None:
    """The title, the thing first, on the page and in the browser's tab, with the line under it."""
    st.set_page_config(page_title=f"{title} – {NAME}")
    read = count(info.documents, "document")
    under = f"As at {day(date)} · release of {day(info.as_at)} ({info.id}) · {read} read"
    show(joined([element("h1", title), element("p", under, "rl-under")]))


def finder() -> None:
    """The field that finds a body, a class or a framework by name or initials; it stands on every page."""
    wanted = st.text_input(
        "Find a body, a class of bodies or a framework by name or initials",
        key="find",
        placeholder="For example: NQB",
    )
    if not wanted:
        return
    found = find_things(store(), wanted)
    if not found:
        show(element("p", f"Nothing here is called {wanted}. Try a shorter part of the name."))
        return
    shown = [link(thing.name, "body", id=thing.id) for thing in found[:12]]
    show(joined([element("p", f"{count(len(found), 'match', 'matches')}:"), bullets(shown)]))


def date_choice(dates: dict[str, datetime.date]) -> None:
    """Where the reader changes the date: a field, and links to the days that matter."""
    with st.expander("Answer for another date"):
        st.text_input(
            "Date as year-month-day; empty for today",
            key="as_at",
            bind="query-params",
            placeholder="2024-10-11",
        )
        page, kept = current()
        offered = [page_link("Today", page, **kept)]
        offered += [
            page_link(f"{day(date)}: {why}", page, **{**kept, "as_at": date.isoformat()})
            for why, date in dates.items()
        ]
        show(bullets(offered))


def current() -> tuple[str, dict[str, str]]:
    """The page that is shown and what its link holds, the date apart."""
    kept = {name: value for name, value in st.query_params.items() if name != "as_at"}
    return st.session_state.get("page", ""), kept
