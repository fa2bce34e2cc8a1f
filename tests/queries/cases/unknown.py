"""Cases of the questions of the kind unknown, and of the listing of what is no longer vouched for."""

from __future__ import annotations

from tests.queries.cases.builds import Build, limited, only_said, stays
from tests.queries.cases.gap_builds import (
    concluded,
    lapsed,
    listed,
    on_record,
    only_concluded,
    required,
    time_stated_elsewhere,
)
from tests.queries.landscapes import FIRST, LAST

MATCHING: dict[str, tuple[Build, dict[str, str], list[str]]] = {
    "accountability-not-stated": (
        lambda land: stays(land, accountability="not-stated"),
        {},
        ["boards--centre"],
    ),
    "not-looked-at": (limited, {}, ["limit"]),
    "kinds-not-listed": (on_record, {}, ["duty"]),
    "deadline-not-found": (required(), {}, ["boards--watcher"]),
    "heard-not-stated": (concluded("not-stated"), {}, ["watcher--groups"]),
    "lapsed-by-instrument": (lapsed(), {}, []),
}

ALSO_MATCHING: dict[str, list[tuple[str, Build]]] = {
    "kinds-not-listed": [
        ("listed completely until a day before", listed(FIRST)),
        ("listed completely on one topic", listed(LAST, "safety")),
        ("said not to be listed completely", listed(LAST, complete=False)),
    ],
    "deadline-not-found": [
        ("a time for another event", time_stated_elsewhere("mishap")),
        ("expected", required(strength="should")),
    ],
}

MISSING: dict[str, list[tuple[str, Build]]] = {
    "accountability-not-stated": [("stated", stays)],
    "not-looked-at": [("a conclusion is no limit", only_said)],
    "kinds-not-listed": [
        ("listed completely", listed(LAST)),
        ("a conclusion is no arrangement", only_concluded),
    ],
    "deadline-not-found": [
        ("in so many days", required(deadline="P3D")),
        ("without delay", required(how_soon="without delay")),
        ("each year", required(frequency="yearly")),
        ("stated with another clause", time_stated_elsewhere("incident")),
        ("not required", required(polarity="does-not-hold")),
        ("whoever reports may do so", required(strength="may")),
        ("a voluntary scheme", required(force="voluntary")),
        ("only described", required(strength="describes")),
        ("an account", required(force="none")),
        ("an exchange without a trigger", required(reporting_kind="information-sharing")),
    ],
    "heard-not-stated": [
        ("interviewed", concluded("interviewed")),
        ("said not to have been heard", concluded("not-heard")),
        ("no criticism", concluded("not-stated", "other")),
    ],
    "lapsed-by-instrument": [
        ("still vouched for", lapsed(LAST)),
        ("ended", lapsed(ended=True)),
    ],
}
