"""Cases of the questions of the kind unknown."""

from __future__ import annotations

from tests.queries.cases.builds import Build, limited, only_said, stays

MATCHING: dict[str, tuple[Build, dict[str, str], list[str]]] = {
    "accountability-not-stated": (
        lambda land: stays(land, accountability="not-stated"),
        {},
        ["boards--centre"],
    ),
    "not-looked-at": (limited, {}, ["limit"]),
}

ALSO_MATCHING: dict[str, list[tuple[str, Build]]] = {}

MISSING: dict[str, list[tuple[str, Build]]] = {
    "accountability-not-stated": [("stated", stays)],
    "not-looked-at": [("a conclusion is no limit", only_said)],
}
