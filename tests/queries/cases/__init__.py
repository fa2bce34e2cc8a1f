"""For each question of the catalogue, a landscape that must match it, and near misses that must not.

One module for each kind of question; ``builds`` holds the landscapes that several share.
"""

from __future__ import annotations

from tests.queries.cases import burden, contest, counts, feedback, gap, overlap, profile, reform, unknown
from tests.queries.cases.builds import Build

_KINDS = (burden, contest, counts, feedback, gap, overlap, profile, reform, unknown)

MATCHING: dict[str, tuple[Build, dict[str, str], list[str]]] = {
    name: case for kind in _KINDS for name, case in kind.MATCHING.items()
}
"""By question: what must match, the parameters, and the keys of the findings that must come."""

ALSO_MATCHING: dict[str, list[tuple[str, Build]]] = {
    name: cases for kind in _KINDS for name, cases in kind.ALSO_MATCHING.items()
}

MISSING: dict[str, list[tuple[str, Build]]] = {
    name: cases for kind in _KINDS for name, cases in kind.MISSING.items()
}
