"""Which days can be asked about, and what is said of others."""

from __future__ import annotations

import datetime

import pytest

from loaders.errors import ToolError
from queries import catalogue
from queries.asking import ask
from queries.choices import read_given
from queries.span import OutsideSpanError, Span, day_asked, read_span
from tests.conftest import TestStore
from tests.queries.landscapes import AFTER, FIRST, LAST, WITHIN, Landscape

CHANGED = catalogue.load().question("what-changed")
LONG_AGO, FAR = datetime.date(1850, 1, 1), datetime.date(2150, 1, 1)
DAY = datetime.timedelta(days=1)


@pytest.fixture
def landscape(store: TestStore) -> TestStore:
    """Known from FIRST to LAST; what is only remembered speaks of other days, and does not count."""
    land = Landscape()
    land.things("Body", "watcher", "trust")
    land.say("watched", "oversight", "watcher", "trust")
    land.say("noted", "tie", "watcher", "trust", verification="unverified", known_from=LONG_AGO, known_to=FAR)
    store.replace(land.nodes.values(), land.edges)
    return store


def test_from_the_first_day_of_a_checked_statement_to_today(landscape: TestStore) -> None:
    assert read_span(landscape.store, AFTER) == Span(FIRST, AFTER)


def test_what_is_said_of_days_to_come_can_be_asked_about(landscape: TestStore) -> None:
    assert read_span(landscape.store, WITHIN) == Span(FIRST, LAST)


def test_where_nothing_is_dated_only_today_can_be_asked_about(store: TestStore) -> None:
    assert read_span(store.store, AFTER) == Span(AFTER, AFTER)


def test_a_date_outside_names_the_nearest_day(landscape: TestStore) -> None:
    for outside, nearest in ((LONG_AGO, FIRST), (FIRST - DAY, FIRST), (FAR, datetime.date.today())):
        with pytest.raises(OutsideSpanError, match=r"lies (before|after) the days") as caught:
            day_asked(landscape.store, outside, "--as-at")
        assert caught.value.what.startswith("--as-at: ")
        assert caught.value.do == f"The nearest is {nearest.isoformat()}."
        assert caught.value.nearest == nearest
    assert day_asked(landscape.store, FIRST.isoformat(), "--as-at") == FIRST
    assert day_asked(landscape.store, None, "--as-at") == datetime.date.today()


def test_so_does_a_date_among_the_parameters(landscape: TestStore) -> None:
    with pytest.raises(ToolError, match="since: 1 January 1850") as caught:
        ask(landscape.store, CHANGED, AFTER, {"since": LONG_AGO.isoformat()})
    assert FIRST.isoformat() in caught.value.do


def test_a_page_is_given_the_nearest_day_as_a_choice() -> None:
    span = Span(FIRST, LAST)
    read = read_given(CHANGED, {"since": FAR.isoformat()}, {}, span=span)
    assert read.values == {}
    [problem] = read.problems
    assert problem.parameter == "since"
    assert "after the days that can be asked about" in problem.what
    assert [each.value for each in problem.nearest] == [LAST.isoformat()]
    assert read_given(CHANGED, {"since": LAST.isoformat()}, {}, span=span).values == {"since": LAST}
