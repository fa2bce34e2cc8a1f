"""The days that can be asked about: from the first of which a statement speaks to today, or beyond."""

from __future__ import annotations

import calendar
import datetime
import re
from dataclasses import dataclass

from loaders.errors import ToolError
from loaders.store.connection import Store
from queries.lookups import look_up
from queries.wording import day


class OutsideSpanError(ToolError):
    """A date of which nothing on record speaks; ``nearest`` is the nearest day that can be asked about."""

    def __init__(self, name: str, given: datetime.date, span: Span) -> None:
        self.nearest = span.nearest(given)
        super().__init__(f"{name}: {span.outside(given)}", f"The nearest is {self.nearest.isoformat()}.")


@dataclass(frozen=True)
class Span:
    """The days that can be asked about, both included."""

    first: datetime.date
    last: datetime.date

    def nearest(self, date: datetime.date) -> datetime.date:
        """The day within that is nearest to ``date``, which is itself where it lies within."""
        return min(max(date, self.first), self.last)

    def outside(self, date: datetime.date) -> str:
        """The sentence that says why ``date``, which lies outside, cannot be asked about."""
        side = "before" if date < self.first else "after"
        return (
            f"{day(date)} lies {side} the days that can be asked about, "
            f"which are {day(self.first)} to {day(self.last)}."
        )

    def checked(self, date: datetime.date, name: str) -> datetime.date:
        """The date itself. Raises OutsideSpanError, which begins with ``name``, where it lies outside."""
        if self.nearest(date) != date:
            raise OutsideSpanError(name, date, self)
        return date


def read_span(store: Store, today: datetime.date | None = None) -> Span:
    """The days that can be asked about in the release that the store holds.

    The first is the earliest day on which a statement that counts is known. The last is today, or the latest
    day that a statement names where that is still to come: of later days no source says anything. Raises as
    ``look_up`` does.
    """
    now = today or datetime.date.today()
    [row] = look_up(store, "span")
    return Span(min(row["first"] or now, now), max(row["last"] or now, now))


def day_asked(store: Store, given: datetime.date | str | None, name: str) -> datetime.date:
    """The day that a reader asks about: today where ``given`` is None.

    Raises ToolError where it is no date or lies outside what can be asked about, naming the nearest.
    """
    today = datetime.date.today()
    return today if given is None else read_span(store, today).checked(as_date(given, name), name)


def as_date(given: datetime.date | str, name: str) -> datetime.date:
    """The date that ``given`` is, in ISO 8601. Raises ToolError that names the nearest date it could mean."""
    if isinstance(given, datetime.date):
        return given
    text = given.strip()
    try:
        if re.fullmatch(r"\d{4}-\d{2}-\d{2}", text, re.ASCII):
            return datetime.date.fromisoformat(text)
    except ValueError:
        pass
    guess = _nearest_date(text)
    hint = f"Did you mean {guess.isoformat()}?" if guess else "Write year, month and day, such as 2025-07-01."
    raise ToolError(f"{name}: '{text}' is not a date.", hint)


def _nearest_date(text: str) -> datetime.date | None:
    numbers = [int(part) for part in re.findall(r"[0-9]{1,4}", text)]
    if len(numbers) == 2:
        numbers.append(1)
    if len(numbers) != 3:
        return None
    year, month, day = numbers if numbers[0] > 31 else reversed(numbers)
    if not 1 <= month <= 12 or not 1900 <= year <= 2999:
        return None
    return datetime.date(year, month, min(max(day, 1), calendar.monthrange(year, month)[1]))
