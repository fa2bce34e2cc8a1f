"""Cases of the questions of the kind feedback."""

from __future__ import annotations

from tests.queries.cases.builds import (
    Build,
    accessible,
    answered,
    flow_without_step,
    recommends,
    response_given,
    stays,
    stays_in_part,
    told,
)

MATCHING: dict[str, tuple[Build, dict[str, str], list[str]]] = {
    "feedback-said-missing": (answered("does-not-hold"), {}, ["boards--centre"]),
    "feedback-not-recorded": (stays, {}, ["boards--centre"]),
    "response-owed": (recommends(response_owed=True), {}, ["watcher--advice"]),
}

ALSO_MATCHING: dict[str, list[tuple[str, Build]]] = {}

MISSING: dict[str, list[tuple[str, Build]]] = {
    "feedback-said-missing": [("feedback is given", answered("holds")), ("no step", flow_without_step)],
    "feedback-not-recorded": [
        ("law fixes it", told("holds", reporting_kind="notification", force="regulations")),
        ("from a page read for single facts", stays_in_part),
        ("feedback is given", answered("holds")),
        ("feedback is said to be missing", answered("does-not-hold")),
        ("can be looked up", accessible),
    ],
    "response-owed": [
        ("none owed", recommends(response_owed=False)),
        ("recorded with it", recommends(response_owed=True, response="Accepted.")),
        ("recorded as a flow", response_given),
    ],
}
