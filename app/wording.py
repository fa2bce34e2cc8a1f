"""The words that readers see for what the graph holds: dates, forces, stances, answers. Pure functions."""

from __future__ import annotations

import datetime

from queries.wording import day as written

ANSWERS = {"yes": "Yes", "no": "No", "not known": "Not known"}

KINDS = {
    "gap": "Gap",
    "overlap": "Overlap",
    "burden": "Burden",
    "contest": "Contested",
    "feedback": "Feedback",
    "reform": "Reform",
    "unknown": "Not looked at",
    "profile": "Listing",
}

SAYS = {
    "statute": "The law says",
    "regulations": "Regulations say",
    "statutory-guidance": "Statutory guidance says",
    "licence-condition": "A licence condition says",
    "contract": "A contract says",
    "policy-or-framework": "Policy says",
    "guidance": "Guidance says",
    "ministerial-statement": "A minister said",
}
"""How a claim is introduced where it rests on an instrument."""

BASES = {
    "text-of-the-instrument": "text of the instrument, as the source quotes it",
    "body-on-itself": "what the body says of itself",
    "body-on-another": "what one body says of another",
    "interview-account": "what people said in interviews",
    "authors-finding": "finding of the report's authors",
    "authors-argument": "argument of the document's authors",
    "official-statement": "official statement",
    "case": "one person's case",
    "forecast": "forecast",
}

STANCES = {
    "asserts": "says so",
    "disputes": "says otherwise",
    "qualifies": "qualifies it",
    "supports": "supports it",
    "supports-if": "supports it on a condition",
    "raises-risk": "sees a risk",
    "opposes": "opposes it",
    "asks": "asks",
}

LIFECYCLES = {
    "considered": "considered",
    "rejected": "rejected",
    "proposed": "proposed",
    "announced": "announced",
    "accepted": "accepted by government, not yet done",
    "enacted": "enacted, not yet in force",
    "commenced": "commenced",
    "piloted": "being piloted",
    "paused": "paused",
    "ended": "ended",
}
"""What has to be said beside a claim that is not simply in force."""

TONES = {
    "statute": "law",
    "regulations": "law",
    "statutory-guidance": "law",
    "licence-condition": "law",
    "contract": "law",
    "policy-or-framework": "policy",
    "guidance": "policy",
    "ministerial-statement": "policy",
}


def day(value: datetime.date | str | None) -> str:
    """``2022-07-01`` as "1 July 2022"; "not stated" for none."""
    if value is None or value == "":
        return "not stated"
    return written(datetime.date.fromisoformat(value) if isinstance(value, str) else value)


def count(number: int, one: str, many: str = "") -> str:
    """A number with what was counted: "1 passage", "4 passages"."""
    return f"{number} {one if number == 1 else many or one + 's'}"


def says(force: str | None, basis: str | None) -> str:
    """How a claim of that force and basis is introduced: "The law says", "Said in interviews" ..."""
    if force in SAYS:
        return SAYS[force]
    return {
        "interview-account": "Said in interviews",
        "authors-finding": "The report finds",
        "authors-argument": "The author argues",
        "official-statement": "Officials said",
        "body-on-itself": "The body says of itself",
        "body-on-another": "Reported by another body",
        "case": "In one case",
        "forecast": "Forecast",
    }.get(basis or "", "Stated")


def tone(force: str | None, basis: str | None) -> str:
    """The tone of a claim, in words first and colour second: law, policy, practice or opinion."""
    if force in TONES:
        return TONES[force]
    return "practice" if basis in ("interview-account", "case", "body-on-itself") else "opinion"


def lifecycle(value: str | None) -> str:
    """What has to be said beside a claim of that lifecycle; "" where it is simply in force."""
    return LIFECYCLES.get(value or "", "")


def capital(text: str) -> str:
    """``text`` with its first letter as a capital."""
    return text[:1].upper() + text[1:]


def clipped(text: str, length: int) -> str:
    """``text``, cut at a word and marked where it is longer than ``length`` characters."""
    if len(text) <= length:
        return text
    return text[: length - 1].rsplit(" ", 1)[0].rstrip(",;:") + "…"
