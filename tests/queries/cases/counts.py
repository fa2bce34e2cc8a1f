"""Cases of the lists that answer to published counts of bodies."""

from __future__ import annotations

from typing import Any

from tests.queries.cases.builds import Build, bodies
from tests.queries.landscapes import Landscape

TRUSTS = "nhs-trusts-and-foundation-trusts"


def over_trusts(kind: str = "oversight", by: str = "watcher", over: str = TRUSTS, **said: Any) -> Build:
    """A body inspects trusts, or does to them, or to others, what is given instead."""

    def build(land: Landscape) -> None:
        bodies(land)
        land.things("Class", TRUSTS, "patients-and-carers")
        if kind == "oversight":
            said.setdefault("oversight_kind", "inspection")
        land.rule("one", kind, by, over, **said)

    return build


def sent_by_trusts(to: str) -> Build:
    """Trusts send somebody information, by a rule."""
    return over_trusts("reporting", by=TRUSTS, over=to)


COUNTED_AS = ("counted-as-in-2007", "counted-as-in-2019", "counted-as-in-2025")

MATCHING: dict[str, tuple[Build, dict[str, str], list[str]]] = {
    name: (over_trusts(), {}, []) for name in COUNTED_AS
}

ALSO_MATCHING: dict[str, list[tuple[str, Build]]] = {
    name: [
        ("a named body is sent information", sent_by_trusts("watcher")),
        ("a power to inspect", over_trusts("duty", function="inspect", modality="power")),
        ("a class of bodies inspects", over_trusts(by="boards")),
    ]
    for name in COUNTED_AS
}

MISSING: dict[str, list[tuple[str, Build]]] = {
    name: [
        ("a class that is only sent information", sent_by_trusts("boards")),
        ("a wish to inspect", over_trusts("duty", function="inspect", modality="aspiration")),
        ("said not to hold", over_trusts(polarity="does-not-hold")),
        ("only proposed", over_trusts(lifecycle="proposed")),
        ("a sample is no body", over_trusts(by="boards-heard")),
        ("patients", sent_by_trusts("patients-and-carers")),
        *also,
    ]
    for name, also in {
        "counted-as-in-2007": [
            ("another class", over_trusts(over="groups")),
            ("regulation is no visit", over_trusts(oversight_kind="regulation")),
        ],
        "counted-as-in-2019": [
            ("another class", over_trusts(over="groups")),
            ("training is no regulation", over_trusts("function", function="train")),
        ],
        "counted-as-in-2025": [("another topic", over_trusts(topic="finance"))],
    }.items()
}
