"""Cases of the questions of the kind reform."""

from __future__ import annotations

from tests.queries.cases.builds import (
    Build,
    abolition,
    area_of_the_abolished,
    measure_elsewhere,
    measure_in_force,
    new_host,
    transfer_of_another_function,
)

MATCHING: dict[str, tuple[Build, dict[str, str], list[str]]] = {
    "measures-that-touch": (abolition, {}, ["measure"]),
}

ALSO_MATCHING: dict[str, list[tuple[str, Build]]] = {}

MISSING: dict[str, list[tuple[str, Build]]] = {
    "measures-that-touch": [
        ("in force already", measure_in_force),
        ("another body", measure_elsewhere),
        ("another function", transfer_of_another_function),
        ("the host that is left", new_host),
        ("lies in its area", area_of_the_abolished),
    ],
}
