"""Cases of the questions of the kind gap."""

from __future__ import annotations

from tests.queries.cases.builds import (
    Build,
    denied_duty,
    policy_assigns,
    policy_conditional,
    policy_denied_by_another,
    policy_only_told,
    policy_proposed,
    policy_undisputed,
    policy_with_shortfall,
    stays,
    told,
)

MATCHING: dict[str, tuple[Build, dict[str, str], list[str]]] = {
    "policy-assigns-practice-denies": (policy_assigns, {}, ["boards--groups"]),
    "escalated-without-accountability": (stays, {}, ["boards--centre"]),
    "said-not-required": (denied_duty("does-not-hold"), {}, ["rule"]),
}

ALSO_MATCHING: dict[str, list[tuple[str, Build]]] = {
    "policy-assigns-practice-denies": [("told to fall short, undisputed", policy_with_shortfall)],
    "escalated-without-accountability": [("contested", lambda land: stays(land, accountability="contested"))],
    "said-not-required": [("not covered", denied_duty("does-not-hold", "applicability"))],
}

MISSING: dict[str, list[tuple[str, Build]]] = {
    "policy-assigns-practice-denies": [
        ("proposed only", policy_proposed),
        ("conditional", policy_conditional),
        ("an account assigns nothing", policy_only_told),
        ("nobody disputes it", policy_undisputed),
        ("another body's oversight is denied", policy_denied_by_another),
    ],
    "escalated-without-accountability": [
        ("it moves", lambda land: stays(land, accountability="moves")),
        ("not stated", lambda land: stays(land, accountability="not-stated")),
        ("said not to happen", lambda land: stays(land, polarity="does-not-hold")),
    ],
    "said-not-required": [
        ("required", denied_duty("holds")),
        ("no rule but a practice", denied_duty("does-not-hold", "oversight")),
        ("an exception that the law makes", told("does-not-hold", force="regulations")),
    ],
}
