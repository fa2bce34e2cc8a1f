"""What an arrow says: a verb for each kind of claim that relates two things, closer where more is known.

An expectation is no duty, support is no oversight, and what may be reported need not be.
"""

from __future__ import annotations

from queries.claims import Claim

Verb = tuple[str, str]
"""What is said where the claim holds, and where it does not."""

KINDS: dict[str, Verb] = {
    "oversight": ("oversees", "does not oversee"),
    "function": ("has a function towards", "has no function towards"),
    "delegation": ("delegates to", "does not delegate to"),
    "tie": ("is tied to", "is not tied to"),
    "commissioning": ("commissions", "does not commission"),
    "duty": ("has a duty towards", "has no duty towards"),
    "reporting": ("is to report to", "need not report to"),
    "flow": ("informs", "does not inform"),
    "escalation": ("raises risks with", "does not raise risks with"),
    "applicability": ("applies to", "does not apply to"),
}

MANNERS: dict[tuple[str, str], Verb] = {
    ("oversight", "regulation"): ("regulates", "does not regulate"),
    ("oversight", "performance-management"): (
        "manages the performance of",
        "does not manage the performance of",
    ),
    ("oversight", "assessment"): ("assesses", "does not assess"),
    ("oversight", "inspection"): ("inspects", "does not inspect"),
    ("oversight", "assurance"): ("seeks assurance from", "does not seek assurance from"),
    ("oversight", "support"): ("supports", "does not support"),
    ("oversight", "co-ordination"): ("co-ordinates", "does not co-ordinate"),
    ("duty", "power"): ("has a power towards", "has no power towards"),
    ("duty", "expectation"): ("is expected to act towards", "is not expected to act towards"),
    ("duty", "aspiration"): ("is hoped to act towards", "is not hoped to act towards"),
    ("reporting", "information-sharing"): ("shares information with", "need not share information with"),
    ("tie", "hosts"): ("hosts", "does not host"),
    ("tie", "employs"): ("employs", "does not employ"),
    ("tie", "sponsors"): ("sponsors", "does not sponsor"),
    ("tie", "funds"): ("funds", "does not fund"),
    ("tie", "appoints"): ("appoints", "does not appoint"),
    ("tie", "chairs"): ("chairs", "does not chair"),
    ("tie", "accountable-to"): ("answers to", "does not answer to"),
    ("tie", "member-of"): ("belongs to", "does not belong to"),
    ("tie", "in-area-of"): ("lies in the area of", "does not lie in the area of"),
    ("tie", "location-of"): ("is a location of", "is no location of"),
}

MAY_REPORT = "may report to"


def verb(claim: Claim) -> str | None:
    """The verb between the claim's subject and its object; None where its kind relates no two things."""
    if claim.kind not in KINDS:
        return None
    if claim.kind == "reporting" and claim.strength == "may" and claim.polarity == "holds":
        return MAY_REPORT
    return MANNERS.get((claim.kind, claim.manner or ""), KINDS[claim.kind])[claim.polarity == "does-not-hold"]
