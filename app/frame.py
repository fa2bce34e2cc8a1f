"""What every page has around it: the bar with the finder, the title, the line with date and release,
the errors.
"""

from __future__ import annotations

import datetime
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from urllib.parse import urlencode

import streamlit as st

from app import wording
from app.markup import AS_AT, OF, Cell, Html, address, element, joined, link, paragraphs
from app.theme import style
from queries import choices, landscape, pages
from queries.choices import Choice
from queries.finding import Finding
from queries.findings import AllFindings
from queries.landscape import OutsideSpanError, Span, Store, ToolError
from queries.pages import Found, Release
from queries.waivers import waived

WITHIN = {
    "what-if": (("what-if", "What if"), ("recommendations", "Recommendations")),
    "": (("", "All findings"), ("changes", "What changed")),
}
"""Pages that share one place in the bar, by the page that stands there: address and name of each."""

MENU = (
    ("", "Findings"),
    ("questions", "Questions"),
    ("matrix", "Who does what"),
    ("what-if", "Reform"),
    ("body", "Bodies"),
    ("source", "Sources"),
    ("about", "About"),
)
"""Address and name of the pages in the bar; the first is where the explorer opens."""

IN_ADDRESS = "The date in the address"


@st.cache_resource(show_spinner="Connecting to the landscape ...")
def connection() -> Store:
    """The one connection that all readers of this explorer share."""
    return landscape.connect()


@st.cache_resource(show_spinner="Asking every question ...", max_entries=40)
def _findings(release: str, as_at: datetime.date, _store: Store) -> AllFindings:
    return landscape.findings(_store, release, as_at)


@st.cache_resource(show_spinner=False, max_entries=4)
def _things(release: str, _store: Store) -> list[Found]:
    return landscape.every_thing(_store)


@st.cache_resource(show_spinner=False, max_entries=40)
def _choices(release: str, scheme: str, _store: Store) -> tuple[Choice, ...]:
    return choices.choices(_store, scheme)


@st.cache_resource(show_spinner=False, max_entries=4)
def _span(release: str, today: datetime.date, _store: Store) -> Span:
    return landscape.read_span(_store, today)


@dataclass(frozen=True)
class Frame:
    """What a view is given: the page's address, what it is about, the date, the days that can be asked
    about, the release and the connection.
    """

    page: str
    of: str | None
    as_at: datetime.date
    today: datetime.date
    span: Span
    release: Release
    store: Store

    @property
    def as_at_given(self) -> str | None:
        """The date for links to other pages; None where the reader has not chosen one."""
        return None if self.as_at == self.today else self.as_at.isoformat()

    @property
    def when(self) -> str:
        """The date in words, "today" where it is."""
        shown = wording.short_day(self.as_at)
        return f"today ({shown})" if self.as_at == self.today else shown

    def to(self, page: str, of: str | None = None, **parameters: str | None) -> str:
        """The address of another page, as at the same date."""
        return address(page, of, as_at=self.as_at_given, **parameters)

    def findings(self) -> list[Finding]:
        """All findings as at the date, most serious first; asked once for each release and date."""
        return self.waived(_findings(self.release.id, self.as_at, self.store).findings)

    def waived(self, findings: Sequence[Finding]) -> list[Finding]:
        """The findings, each with its waiver as the sheet has it now."""
        return waived(findings, landscape.waivers()[0], self.as_at, self.today)

    def waiver_trouble(self) -> None:
        """Tell a reader of findings where the waivers cannot be read."""
        trouble = landscape.waivers()[1]
        if trouble:
            first = "The list of waived findings cannot be read, so every finding is shown as not waived."
            show(element("div", joined([element("p", first), element("p", trouble, "rl-small")]), "rl-note"))

    def findings_note(self) -> str:
        """The sentence that says which findings are not all here; "" where all are."""
        return _findings(self.release.id, self.as_at, self.store).note

    def warn_of_cut(self) -> None:
        """Put that sentence on the page, where there is one."""
        note = self.findings_note()
        if note:
            show(element("div", element("p", element("strong", note)), "rl-note"))

    def things(self) -> list[Found]:
        """Everything that has a page, by name."""
        return _things(self.release.id, self.store)

    def choices(self, scheme: str) -> tuple[Choice, ...]:
        """The values of a concept scheme by their labels; of "thing" everything that has a page."""
        return _choices(self.release.id, scheme, self.store)

    def sources_read(self) -> str:
        """How many documents were read whole and in part, and how many registers were loaded, in words."""
        taken = Counter(document["kind"] for document in self.release.documents if document["taken"])
        words = [wording.counted(taken["read"], "source read whole", "sources read whole")]
        if taken["read-in-part"]:
            words.append(f"{taken['read-in-part']} in part")
        if taken["register"]:
            words.append(wording.counted(taken["register"], "register", "registers"))
        return ", ".join(words)

    def head(self, title: str, *, tab: str | None = None, dated: bool = True) -> None:
        """The title, also of the browser's tab, and the line under it."""
        st.set_page_config(page_title=f"{tab or title} – {wording.SITE}", layout="wide")
        show(element("h1", title, "rl-title"))
        self._within()
        facts = [
            f"Release of {wording.short_day(self.release.as_at)}",
            self.sources_read(),
        ]
        first = f"As at {self.when}"
        line = " · ".join([first, *facts] if dated else facts)
        show(element("div", joined([element("p", line), self._date_form() if dated else ""]), "rl-line"))
        newer = landscape.newer_release(self.release.id)
        if newer is not None:
            show(
                element(
                    "div",
                    paragraphs(
                        "A newer release has been built, and this page still shows the one before it. "
                        "Whoever runs the explorer can bring it in with: python3 run.py load"
                    ),
                    "rl-note",
                )
            )

    def _within(self) -> None:
        """The way to the pages that share this page's place in the bar."""
        for pages_ in WITHIN.values():
            if self.page in dict(pages_):
                links = (
                    element(
                        "a",
                        name,
                        href=self.to(page),
                        **({"aria_current": "page"} if page == self.page else {}),
                    )
                    for page, name in pages_
                )
                show(element("nav", joined(links, " · "), "rl-within", aria_label="Pages beside this one"))

    def _date_form(self) -> Html:
        kept = given_without_date()
        fields: list[Cell] = [hidden(name, value) for name, value in kept]
        fields.append(
            element(
                "div",
                joined(
                    [
                        element("label", "Show it as at", for_="rl-date"),
                        Html(
                            f'<input id="rl-date" type="date" name="{AS_AT}" required '
                            f'min="{self.span.first}" max="{self.span.last}" value="{self.as_at}">'
                        ),
                    ]
                ),
            )
        )
        fields.append(element("button", "Change date", type="submit"))
        if self.as_at != self.today:
            fields.append(
                link(f"/{self.page}?{urlencode(kept)}" if kept else f"/{self.page}", "Back to today")
            )
        return element("form", joined(fields), "rl-form", action=f"/{self.page}", method="get")


def given_without_date() -> list[tuple[str, str]]:
    """Everything in the address but the date, names given several times included."""
    return [
        (name, value) for name in st.query_params for value in st.query_params.get_all(name) if name != AS_AT
    ]


def hidden(name: str, value: str) -> Html:
    """A field of a form that the reader does not see."""
    return joined([Html('<input type="hidden" name="'), name, Html('" value="'), value, Html('">')])


def show(content: Html) -> None:
    """Put markup on the page, where there is any."""
    if content.text:
        st.html(content.text)


def run(page: str, view: Callable[[Frame], None]) -> None:
    """Show one page: bar, view and foot; an error in words where the landscape cannot be had."""
    st.set_page_config(page_title=wording.SITE, layout="wide")
    st.html(style())
    try:
        show(bar(page))
        frame = _frame(page)
        if frame is None:
            _nothing_loaded()
            return
        view(frame)
        show(foot(frame))
    except ToolError as error:
        _trouble(page, error)


def bar(page: str) -> Html:
    """The bar at the top of every page: the way to the main pages, and the finder."""
    given = st.query_params.get(AS_AT)
    links = joined(
        element(
            "a",
            name,
            href=address(to, as_at=given),
            **({"aria_current": "page"} if _stands_under(page, to) else {}),
        )
        for to, name in MENU
    )
    fields: list[Cell] = [
        element(
            "div",
            joined(
                [
                    element("label", "Find by name or initials", for_="rl-find"),
                    Html('<input id="rl-find" type="search" name="find" required autocomplete="off">'),
                ]
            ),
        ),
        element("button", "Find", type="submit"),
    ]
    if given:
        fields.append(hidden(AS_AT, given))
    finder = element("form", joined(fields), "rl-form", action="/body", method="get", role="search")
    site = link(address("", as_at=given), wording.SITE, "rl-site")
    return element("div", joined([site, element("nav", links, aria_label="Main pages"), finder]), "rl-top")


def _stands_under(page: str, place: str) -> bool:
    return page == place or page in dict(WITHIN.get(place, ()))


def foot(frame: Frame) -> Html:
    """What stands under every page."""
    return element(
        "div",
        joined(
            [
                element(
                    "p",
                    "Every claim here was taken from a published source, is put in our words "
                    "and names its place. "
                    "A source's words are those on the publisher's page.",
                ),
                element("p", link(frame.to("about"), "Limits, licences and accessibility")),
            ]
        ),
        "rl-foot",
    )


def _frame(page: str) -> Frame | None:
    today = datetime.date.today()
    given = st.query_params.get(AS_AT)
    as_at = landscape.as_date(given, IN_ADDRESS) if given else today
    store = connection()
    try:
        release = pages.release_info(store)
    except ToolError:
        connection.clear()  # the next try connects anew
        raise
    if release is None:
        return None
    span = _span(release.id, today, store)
    as_at = span.checked(as_at, IN_ADDRESS)
    return Frame(page, st.query_params.get(OF), as_at, today, span, release, store)


def _nothing_loaded() -> None:
    show(element("h1", "There is nothing to show yet", "rl-title"))
    show(
        paragraphs(
            "The store holds no release.\n\nBuild and load one with: python3 run.py explore\n\n"
            "Then load this page again."
        )
    )


def _trouble(page: str, error: ToolError) -> None:
    st.set_page_config(page_title=f"This page cannot be shown – {wording.SITE}", layout="wide")
    without = given_without_date()
    given = st.query_params.get(AS_AT)
    if isinstance(error, OutsideSpanError):
        given, words = error.nearest.isoformat(), f"Show this page as at {wording.short_day(error.nearest)}"
    else:
        words = "Try again"
    again = f"/{page}?{urlencode([*without, *([(AS_AT, given)] if given else [])])}"
    show(
        element(
            "div",
            joined(
                [
                    element("h1", "This page cannot be shown", "rl-title"),
                    element("p", error.what),
                    element("p", error.do),
                    element(
                        "p",
                        joined(
                            [
                                link(again, words),
                                " · ",
                                link(f"/{page}?{urlencode(without)}", "Show this page as at today"),
                                " · ",
                                link("/", "Go to the findings"),
                            ]
                        ),
                    ),
                ]
            ),
            role="alert",
        )
    )
