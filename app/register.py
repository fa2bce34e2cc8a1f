"""The register of recommendations as a table, plain text and Markdown."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from typing import Any

from app.changed import escaped
from queries.claims import Claim
from queries.recommendations import KINDS, Recommendation, groups_of
from queries.wording import day

COLUMNS = (
    *("id", "reference", "kind", "issuer", "addressee", "about", "topic", "text", "condition", "status"),
    *("response owed", "response", "views of others", "alike in", "reason", "known until", "places"),
)


def rows(register: Sequence[Recommendation]) -> list[dict[str, Any]]:
    """One row for each, with the columns of ``COLUMNS``."""
    return [
        {
            "id": each.id,
            "reference": each.reference,
            "kind": KINDS[each.kind],
            "issuer": each.issuer.name if each.issuer else None,
            "addressee": each.addressee.name if each.addressee else None,
            "about": each.object.name if each.object and not each.addressee else None,
            "topic": each.topic,
            "text": each.text,
            "condition": each.claim.condition,
            "status": each.status_words,
            "response owed": each.owed,
            "response": each.response_words,
            "views of others": [_view(view) for view in each.views],
            "alike in": [membership.group for membership in each.groups],
            "reason": [membership.reason for membership in each.groups],
            "known until": each.claim.known_to,
            "places": each.claim.places,
        }
        for each in register
    ]


def as_text(register: Sequence[Recommendation], as_at: datetime.date) -> str:
    """Plain text: each with who, what, how far, what was answered; then what is alike, with the reasons."""
    lines = [_headline(register, as_at)]
    for each in register:
        lines += ["", f"* {_name(each)}: {each.text} [{each.claim.places}]"]
        lines += [f"    {line}" for line in _details(each, as_at)]
    for group in groups_of(register):
        lines += ["", f"Alike in: {group.name}"]
        lines += [f"    - {_name(each)}: {each.text}\n      Why: {reason}" for each, reason in group.members]
    return "\n".join(lines) + "\n"


def as_markdown(register: Sequence[Recommendation], as_at: datetime.date) -> str:
    """The same as Markdown."""
    lines = ["# Register of recommendations", "", escaped(_headline(register, as_at))]
    for each in register:
        lines += ["", f"## {escaped(_name(each))}", "", escaped(f"{each.text} [{each.claim.places}]"), ""]
        lines += [f"- {escaped(line)}" for line in _details(each, as_at)]
    for group in groups_of(register):
        lines += ["", f"## Alike in: {escaped(group.name)}", ""]
        for each, reason in group.members:
            lines += [f"- {escaped(f'{_name(each)}: {each.text}')}", f"  - Why: {escaped(reason)}"]
    return "\n".join(lines) + "\n"


def _headline(register: Sequence[Recommendation], as_at: datetime.date) -> str:
    answered = sum(1 for each in register if each.answered)
    return (
        f"As at {day(as_at)}: {len(register)} recommendations, observations, learning points and recommended "
        f"measures are on record, {answered} of them with an answer on record. Only what was read is here."
    )


def _name(each: Recommendation) -> str:
    parts = [each.issuer.name if each.issuer else "", each.reference or KINDS[each.kind]]
    to = f" to {each.addressee.name}" if each.addressee else ""
    return ", ".join(part for part in parts if part) + to


def _details(each: Recommendation, as_at: datetime.date) -> list[str]:
    found = [f"Sort: {KINDS[each.kind]}. Topic: {each.topic or 'not stated'}."]
    if each.claim.condition:
        found.append(f"Condition: {each.claim.condition}")
    found += [f"How far it has come: {each.status_words}.", f"Response: {each.response_words}"]
    found += [f"View: {_view(view)}" for view in each.views]
    if each.claim.known_to < as_at:
        found.append(f"What was read vouches for this until {day(each.claim.known_to)}.")
    return found


def _view(view: Claim) -> str:
    party = view.party.shown if view.party else "A party that is not named"
    return f"{party}, {view.stance.replace('-', ' ')}: {view.text} [{view.places}]"
