"""Cases of the questions of the kind burden."""

from __future__ import annotations

from tests.queries.cases.builds import Build, hindered, unhindered

MATCHING: dict[str, tuple[Build, dict[str, str], list[str]]] = {
    "expected-but-hindered": (hindered(), {}, ["expectation"]),
}

ALSO_MATCHING: dict[str, list[tuple[str, Build]]] = {}

MISSING: dict[str, list[tuple[str, Build]]] = {
    "expected-but-hindered": [
        ("hinders something else", unhindered),
        ("not expected", hindered(polarity="does-not-hold")),
        ("proposed", hindered(lifecycle="proposed")),
        ("an account expects nothing", hindered(force="none")),
    ],
}
