"""Cases of the questions of the kind profile."""

from __future__ import annotations

from tests.queries.cases.builds import (
    Build,
    contested,
    followed,
    limited,
    only_provided,
    path,
    recorded,
    resting,
    told,
)
from tests.queries.landscapes import AFTER

MATCHING: dict[str, tuple[Build, dict[str, str], list[str]]] = {
    "escalation-paths": (path("boards"), {}, []),
    "everything-on-a-body": (contested, {"body": "boards"}, []),
    "what-changed": (followed(), {}, []),
    "who-is-told": (told("holds"), {"event": "patient-safety-event"}, []),
    "recorded-area": (recorded(), {"body": "helper"}, []),
    "what-rests-on": (resting("section 110(1)"), {"first": "109", "last": "135"}, []),
}

ALSO_MATCHING: dict[str, list[tuple[str, Build]]] = {
    "who-is-told": [
        ("said not to be required", told("does-not-hold")),
        ("the event is always the other", told("holds", event="incident")),
        ("the event can also be the other", told("holds", event="mishap")),
    ],
}

MISSING: dict[str, list[tuple[str, Build]]] = {
    "escalation-paths": [("the steps do not join", path("watcher"))],
    "everything-on-a-body": [("nothing on it", limited)],
    "recorded-area": [
        ("another tie", recorded(tie="member-of")),
        ("of another body", recorded(body="watcher")),
    ],
    "what-rests-on": [
        ("a later section", resting("section 136")),
        ("an earlier section", resting("section 14Z59")),
        ("no clause", resting(None)),
        ("no instrument", only_provided),
    ],
    "who-is-told": [
        ("another event", told("holds", event="new-concern")),
        ("only proposed", told("holds", lifecycle="proposed")),
    ],
    "what-changed": [
        ("no day is given", followed(valid_from=None)),
        ("only announced", followed(lifecycle="announced")),
        ("later than the day asked for", followed(valid_from=AFTER)),
    ],
}
