"""The words that readers see for what the model keeps as codes. British spelling, dates as 1 July 2022.

Law, policy, practice and opinion are told apart in words first ("The framework says", "All 17 ...
interviewed"); colour only repeats what the words say.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Sequence

from queries.claims import Claim, Party
from queries.robustness import Loss
from queries.wording import day, joined

SITE = "Regulatory landscape"

FORCES = {
    "statute": "The law says",
    "regulations": "Regulations say",
    "statutory-guidance": "Statutory guidance says",
    "licence-condition": "The licence says",
    "contract": "The contract says",
    "policy-or-framework": "Policy says",
    "guidance": "Guidance says",
    "ministerial-statement": "A minister said",
    "voluntary": "Agreed voluntarily",
}
"""How a claim begins that is read from an instrument which is not named."""

FORCE_NOUNS = {
    "statute": "law",
    "regulations": "regulations",
    "statutory-guidance": "statutory guidance",
    "licence-condition": "licence condition",
    "contract": "contract",
    "policy-or-framework": "policy, not law",
    "guidance": "guidance",
    "ministerial-statement": "a minister's statement",
    "voluntary": "voluntary",
    "none": "rests on no instrument",
}

BASES = {
    "body-on-itself": "says of itself",
    "body-on-another": "reports",
    "authors-finding": "found",
    "authors-argument": "argues",
    "official-statement": "states",
    "case": "describes a case",
    "forecast": "expects",
    "interview-account": "said",
    "register-entry": "records",
}
"""The verb after the name of the party that a claim comes from."""

STANCES = {
    "disputes": "Disputed",
    "qualifies": "Qualified",
    "supports": "Supported",
    "supports-if": "Supported on a condition",
    "raises-risk": "A risk is raised",
    "opposes": "Opposed",
    "asks": "A question is asked",
}

LIFECYCLES = {
    "considered": "Only considered",
    "rejected": "Rejected",
    "proposed": "Proposed",
    "announced": "Announced, not in force",
    "accepted": "Accepted, not in force",
    "enacted": "Enacted, not yet in force",
    "piloted": "Being piloted",
    "paused": "Paused",
    "ended": "Ended",
}
"""What a claim is marked with where it is not simply in force."""

KINDS = {
    "oversight": "who oversees whom",
    "function": "who does what",
    "delegation": "what is delegated",
    "tie": "who belongs to what",
    "commissioning": "who commissions what",
    "duty": "duties and powers",
    "applicability": "whom a rule reaches",
    "reporting": "what must be reported",
    "flow": "what is in fact passed on",
    "escalation": "how risks are raised",
    "recommendation": "recommendations",
    "published-finding": "the source's own conclusions",
    "account": "what those heard said",
    "constraint": "what stands in the way",
    "effect": "effects claimed",
    "reform": "proposed changes",
    "handover": "how patients are handed over",
    "succession": "what became of whom",
    "case-event": "what happened in one case",
    "statistic": "figures given",
    "limitation": "what was not looked at",
    "definition": "definitions",
}

FINDINGS = {
    "gap": "Gap",
    "overlap": "Overlap",
    "burden": "Burden",
    "contest": "Contested",
    "feedback": "Feedback and accountability",
    "reform": "Reform",
    "unknown": "Not known",
}
"""What one finding of each kind of question is called."""

QUESTIONS = {
    "gap": "Gaps: what nobody is said to watch, to require or to answer for",
    "overlap": "Overlaps: who is named for the same",
    "burden": "Burdens: what is asked of an organisation",
    "contest": "Contested: where parties or sources disagree",
    "feedback": "Feedback: who hears of a risk, and what comes back",
    "reform": "Reform: what proposed changes would touch",
    "unknown": "Not known: what the sources did not look at",
    "profile": "Lists: what is on record about one thing",
}
"""The headings under which questions of each kind are listed."""

COLUMNS = {
    "accountability": "Who answers for it",
    "by_rule": "By which rule",
    "count": "How many",
    "effect": "What that means",
    "forces": "Rests on",
    "force": "Rests on",
    "hop": "Step",
    "how": "How",
    "known_from": "Known from",
    "known_to": "Known until",
    "object": "To or about whom",
    "soon": "How soon",
    "subject": "Who",
    "text": "In one sentence",
    "via": "Through",
}
"""Headings of an answer's columns whose own names do not say enough."""

PARAMETERS = {
    "body": "Organisation, group or rule",
    "class": "Group of organisations",
    "from": "Who passes it on",
    "statement": "One claim",
}
"""What a reader chooses, where the parameter's own name does not say it."""

DAYS = {"from": "First day", "to": "Last day"}
"""The same for parameters that are dates."""

SEVERITIES = {"high": "Serious", "medium": "Worth attention", "low": "For information"}

THINGS = {
    "Body": "Organisation",
    "Unit": "Part of an organisation",
    "Programme": "Programme",
    "Role": "Office or role",
    "Partnership": "Partnership",
    "Forum": "Forum",
    "Class": "Group of organisations",
    "Sample": "Those who were interviewed",
    "Instrument": "Law, policy or guidance",
    "System": "Information system",
    "Case": "What happened to one person",
    "Document": "Source",
}

PLURALS = {
    "Body": "Organisations",
    "Unit": "Parts of organisations",
    "Programme": "Programmes and reviews",
    "Role": "Offices and roles",
    "Partnership": "Partnerships",
    "Forum": "Forums",
    "Class": "Groups of organisations",
    "Sample": "Those who were interviewed",
    "Instrument": "Laws, policies and guidance",
    "System": "Information systems",
    "Case": "Cases",
}

_QUANTIFIERS = {
    "all": "All {number}",
    "majority": "Most of the {number}",
    "many": "Many of the {number}",
    "some": "Some of the {number}",
    "one": "One of the {number}",
}
_UNCOUNTED = {"all": "All", "majority": "Most", "many": "Many", "some": "Some", "one": "One of the"}


def answer(word: str, contested: bool) -> str:
    """An answer with whether it is contested: "yes, contested"."""
    return f"{word}, contested" if contested and word == "yes" else word


def certainty(word: str, contested: bool) -> str:
    """The same as the start of a cell: "Yes, contested"."""
    text = answer(word, contested)
    return text[:1].upper() + text[1:]


def said_by(claim: Claim) -> str:
    """Who says it, on what: "The NHS Oversight Framework says", "All 17 ... interviewed by HSSIB said"."""
    if claim.basis == "text-of-the-instrument":
        if claim.instrument is not None:
            return _as_speaker(claim.instrument.name)
        return FORCES.get(claim.force or "", "The instrument says")
    if claim.party is None:
        return FORCES.get(claim.force or "", "The source says")
    return f"{speaker(claim.party, claim.quantifier)} {BASES.get(claim.basis or '', 'says')}"


def speaker(party: Party, quantifier: str | None) -> str:
    """The party at the start of a sentence, a sample with how many of how many said so.

    A sample never stands for the class that it was drawn from, so its own name is always used.
    """
    name = party.name
    if party.number is None:
        if quantifier == "one" and not name.startswith("One "):
            return f"One of the {_plain(name)}"
        return (
            f"{_UNCOUNTED[quantifier]} {_plain(name)}" if quantifier in ("many", "some", "majority") else name
        )
    if party.number == 1:
        return name
    if quantifier in _QUANTIFIERS:
        return f"{_QUANTIFIERS[quantifier].format(number=party.number)} {_plain(name)}"
    return name


def heard(claim: Claim) -> str:
    """How many were heard and, where the source does not say, that it does not say how many said so;
    else "".
    """
    party = claim.party
    if party is None or party.number == 1 or claim.basis != "interview-account":
        return ""
    unknown = "how many said so is not stated"
    if party.number is None:
        return "" if claim.quantifier in _QUANTIFIERS else f"{unknown[:1].upper()}{unknown[1:]}."
    of = f" of {party.out_of}" if party.out_of else ""
    first = f"{party.number}{of} were interviewed"
    return f"{first}." if claim.quantifier in _QUANTIFIERS else f"{first}; {unknown}."


def tone(claim: Claim) -> str:
    """Which of the five looks a claim has: law, policy, told, found or argued."""
    if claim.basis in ("authors-argument", "forecast"):
        return "argued"
    if claim.basis == "interview-account":
        return "told"
    if claim.basis == "authors-finding":
        return "found"
    if claim.force in ("statute", "regulations", "statutory-guidance", "licence-condition", "contract"):
        return "law"
    if claim.force in ("policy-or-framework", "guidance", "ministerial-statement", "voluntary"):
        return "policy"
    return "found" if claim.basis in ("case", "official-statement") else "told"


def marks(claim: Claim) -> list[str]:
    """What is said beside a claim in one or two words: proposed, contested, denied, how firm."""
    found = []
    if claim.lifecycle in LIFECYCLES:
        found.append(LIFECYCLES[claim.lifecycle])
    if claim.what == "statement" and claim.polarity == "does-not-hold":
        found.append("Says what is not so")
    if claim.what == "statement" and claim.contested:
        found.append("Contested")
    if claim.verification == "contradictory":
        found.append("The source contradicts itself")
    return found


def condition(claim: Claim) -> str:
    """The condition under which it holds as a sentence, "" where there is none."""
    return f"Only on a condition: {claim.condition}." if claim.condition else ""


def column(name: str) -> str:
    """The heading of an answer's column: "from_name" is "From", "hindered_by" is "Hindered by"."""
    plain = name.removesuffix("_name")
    return COLUMNS.get(plain, plain.replace("_", " ")[:1].upper() + plain.replace("_", " ")[1:])


def parameter(name: str, type_: str) -> str:
    """What a parameter of a question is called on its page."""
    return (DAYS.get(name) if type_ == "date" else None) or PARAMETERS.get(name) or column(name)


def code(column: str, value: str) -> str:
    """A value of an answer's column in words, where it is a code."""
    plain = column.removesuffix("s")
    tables = {"force": FORCE_NOUNS, "statu": LIFECYCLES, "lifecycle": LIFECYCLES, "kind": KINDS}
    if value in tables.get(plain, {}):
        return tables[plain][value]
    return value.replace("-", " ") if re.fullmatch(r"[a-z]+(-[a-z]+)+", value) else value


def documents(count: int) -> str:
    """How many sources, in words."""
    return "one source" if count == 1 else f"{count} sources"


def robustness(losses: Sequence[Loss] | None, origins: int) -> str:
    """Which sources a finding would not survive losing; ``losses`` is None where that is not worked out."""
    if losses is None:
        return "Without it, there would be no such finding." if origins == 1 else ""
    if not losses:
        return "It would stand without any one of them."
    told = {
        "falls": "there would be no such finding",
        "not known": "the answer would not be known",
        "no longer contested": "nobody would dispute it",
        "contested": "it would be contested",
    }
    return " ".join(
        f"{joined(list(each.titles))}: "
        f"without {'it' if len(each.titles) == 1 else 'them'}, {told[each.effect]}."
        for each in losses
    )


def counted(count: int, one: str, many: str) -> str:
    """A count with what was counted: "1 passage", "9 passages"."""
    return f"{count} {one if count == 1 else many}"


def short_day(date: datetime.date | None) -> str:
    """A date as readers write it, or that there is none."""
    return day(date) if date is not None else "not stated"


def sentence_list(items: Sequence[str]) -> str:
    """A list within a sentence."""
    return joined(list(items))


_PLURAL = re.compile(
    r"\b(regulations|directions|standards|conditions|accounts)( \d{4}(/\d{2})?)?$", re.IGNORECASE
)
"""The end of an instrument's name that calls for "say"."""


def _as_speaker(name: str) -> str:
    """An instrument and its verb: what stands after a colon, "on" or "amending" is what it is about."""
    head = re.split(r":| on | amending ", name)[0].rstrip()
    verb = "say" if _PLURAL.search(head) else "says"
    return f"{name if name.lower().startswith(('the ', 'a ')) else f'The {name}'} {verb}"


def _plain(name: str) -> str:
    """A sample's name within a sentence: it begins with a common noun unless that is all capitals."""
    return name if name.split(" ")[0].isupper() else name[:1].lower() + name[1:]
