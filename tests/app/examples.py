"""Claims as the store gives them, made in short for tests of words and drawings."""

from __future__ import annotations

import datetime
from typing import Any

from queries.claims import Claim, Party, Passage, Ref

DAY = datetime.date(2024, 10, 11)
BOARDS = Party("boards", "Boards interviewed by X", 17, 42)
FRAMEWORK = Ref("framework", "Oversight Framework")


def passage(
    locator: str = "1.2 s3", document: str = "report", url: str | None = "https://example.org/r"
) -> Passage:
    """A place in a document."""
    return Passage(document, "A report", "Report", url, document, None, DAY, locator, None, ())


def claim(identifier: str = "a", **changes: Any) -> Claim:
    """A claim of policy: "Ward oversees trust", with ``changes``."""
    given: dict[str, Any] = {
        "id": identifier,
        "what": "statement",
        "kind": "oversight",
        "stance": "asserts",
        "statement": identifier,
        "text": "Ward oversees trust.",
        "party": Party("body", "A Body", None, None),
        "subject": Ref("ward", "Ward"),
        "object": Ref("trust", "Trust"),
        "instrument": FRAMEWORK,
        "polarity": "holds",
        "condition": None,
        "force": "policy-or-framework",
        "strength": "describes",
        "basis": "text-of-the-instrument",
        "lifecycle": "in-force",
        "verification": "checked",
        "quantifier": None,
        "topic": "safety",
        "manner": None,
        "note": None,
        "known_from": DAY,
        "known_to": DAY,
        "contested": False,
        "passages": (passage(),),
    }
    return Claim(**{**given, **changes})


def told(quantifier: str | None, party: Party = BOARDS) -> Claim:
    """What people told an author."""
    return claim(party=party, basis="interview-account", force="none", instrument=None, quantifier=quantifier)
