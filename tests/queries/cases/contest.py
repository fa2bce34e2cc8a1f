"""Cases of the questions of the kind contest."""

from __future__ import annotations

from tests.queries.cases.builds import Build, contested, policy_undisputed, stays

MATCHING: dict[str, tuple[Build, dict[str, str], list[str]]] = {
    "contested-oversight": (contested, {}, ["boards--groups"]),
}

ALSO_MATCHING: dict[str, list[tuple[str, Build]]] = {}

MISSING: dict[str, list[tuple[str, Build]]] = {
    "contested-oversight": [("nobody disputes it", policy_undisputed), ("not oversight", stays)],
}
