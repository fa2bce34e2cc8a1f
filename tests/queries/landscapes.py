"""A small landscape for tests, built claim by claim: nodes and relationships as a release has them."""

from __future__ import annotations

import datetime
from typing import Any

from tests.releases import MadeNode, MadeRelationship, edge, node

FIRST = datetime.date(2024, 1, 1)
WITHIN = datetime.date(2024, 6, 1)
LAST = datetime.date(2024, 12, 31)
AFTER = datetime.date(2026, 1, 1)

LABELS = {
    "oversight": "Oversight",
    "function": "FunctionAssignment",
    "delegation": "Delegation",
    "tie": "Tie",
    "commissioning": "Commissioning",
    "duty": "Duty",
    "applicability": "Applicability",
    "reporting": "ReportingRequirement",
    "flow": "Flow",
    "escalation": "EscalationStep",
    "recommendation": "Recommendation",
    "published-finding": "PublishedFinding",
    "account": "Account",
    "constraint": "Constraint",
    "effect": "ClaimedEffect",
    "reform": "ReformMeasure",
    "succession": "Succession",
    "limitation": "Limitation",
    "definition": "Definition",
    "handover": "Handover",
    "case-event": "CaseEvent",
}
LINKS = {
    "answers": "ANSWERS",
    "concerns": "CONCERNS",
    "constrains": "CONSTRAINS",
    "of": "EFFECT_OF",
    "instrument": "RESTS_ON",
}


class Landscape:
    """Everything is known from 1 January to 31 December 2024 and in force, unless it says otherwise.

    ``overriding`` are properties that every statement gets in place of its own.
    """

    def __init__(self, **overriding: Any) -> None:
        self.overriding = overriding
        self.nodes: dict[str, MadeNode] = {}
        self.edges: list[MadeRelationship] = []
        self.document("report")

    def document(
        self, identifier: str, *, confirmed_to: datetime.date | None = LAST, **properties: Any
    ) -> None:
        self.nodes[identifier] = node(
            identifier,
            "Document",
            "Thing",
            **{
                "name": identifier.capitalize(),
                "kind": "read",
                "origin": identifier,
                "interest": f"Interest of the {identifier}.",
                "confirmed_to": confirmed_to,
                **properties,
            },
        )

    def things(self, label: str, *identifiers: str, **properties: Any) -> None:
        """Things of that label, named after their ids."""
        for identifier in identifiers:
            labels = (
                ("Organisation", label, "Thing") if label in ("Body", "Role", "Forum") else (label, "Thing")
            )
            name = identifier.replace("-", " ").capitalize()
            self.nodes[identifier] = node(identifier, *labels, **{"name": name, **properties})

    def join(self, kind: str, start: str, end: str) -> None:
        self.edges.append(edge(kind, start, end))

    def concept(self, scheme: str, notation: str) -> str:
        identifier = f"{scheme}/{notation}"
        self.nodes[identifier] = node(
            identifier, "Concept", scheme=scheme, notation=notation, name=notation.replace("-", " ")
        )
        return identifier

    def say(
        self,
        identifier: str,
        kind: str,
        subject: str,
        object_: str | None = None,
        *,
        by: str | None = None,
        topic: str = "safety",
        document: str = "report",
        function: str | None = None,
        **properties: Any,
    ) -> str:
        """A statement with its asserting position, its evidence and its links."""
        links = {name: properties.pop(name) for name in LINKS if name in properties}
        values = {
            "text": f"{identifier.replace('-', ' ').capitalize()}.",
            "kind": kind,
            "polarity": "holds",
            "force": "none",
            "topic": topic,
            "function": function,
            "verification": "checked",
            "known_from": FIRST,
            "known_to": LAST,
            "ended": False,
            **properties,
            **self.overriding,
        }
        self.nodes[identifier] = node(identifier, "Statement", LABELS[kind], **values)
        self.join("SUBJECT", identifier, subject)
        if object_ is not None:
            self.join("OBJECT", identifier, object_)
        self.join("TOPIC", identifier, self.concept("topic", topic))
        if function is not None:
            self.join("FUNCTION", identifier, self.concept("function", function))
        for name, target in links.items():
            self.join(LINKS[name], identifier, target)
        if by is not None:
            self.join("ASSERTED_BY", identifier, by)
            self.position(f"{identifier}-asserted", identifier, by, "asserts", text=None, document=document)
        self._evidence(identifier, document)
        return identifier

    def rule(
        self, identifier: str, kind: str, subject: str, object_: str | None = None, **properties: Any
    ) -> str:
        """A statement that rests on policy in force."""
        return self.say(
            identifier,
            kind,
            subject,
            object_,
            **{"force": "policy-or-framework", "lifecycle": "in-force", **properties},
        )

    def position(
        self,
        identifier: str,
        statement: str,
        party: str,
        stance: str,
        *,
        document: str = "report",
        **properties: Any,
    ) -> str:
        values = {
            "text": f"{identifier}.",
            "stated_at": FIRST,
            "topic": "safety",
            **properties,
            "stance": stance,
        }
        self.nodes[identifier] = node(identifier, "Position", **values)
        self.join("POSITION", statement, identifier)
        self.join("PARTY", identifier, party)
        if values["topic"]:
            self.join("TOPIC", identifier, self.concept("topic", values["topic"]))
        self._evidence(identifier, document)
        return identifier

    def operation(self, measure: str, operation: str, step: int = 1, **links: Any) -> None:
        """An operation of a measure; ``target``, ``from_`` and ``to`` are ids, ``topic`` confines it."""
        identifier = f"{measure}-{step}"
        confined = {"function": links.pop("function", None), "topic": links.pop("topic", None)}
        self.nodes[identifier] = node(identifier, "Operation", operation=operation, step=step, **confined)
        self.join("MEASURE", identifier, measure)
        for name, target in links.items():
            self.join(name.rstrip("_").upper(), identifier, target)

    def lists_completely(
        self,
        kind: str,
        about: str,
        *,
        first: datetime.date = FIRST,
        last: datetime.date = LAST,
        topic: str | None = None,
        complete: bool = True,
    ) -> None:
        """The report lists every statement of that kind about that thing, on one topic where it is given.

        Where not ``complete``, it says that it does not.
        """
        identifier = f"complete-{kind}-{about}"
        self.nodes[identifier] = node(
            identifier,
            "Completeness",
            kind=kind,
            complete=complete,
            to=last,
            reason=f"It lists every {kind}.",
            topic=topic,
            **{"from": first},
        )
        self.join("ABOUT", identifier, about)
        self.join("SOURCE", identifier, "report")

    def _evidence(self, supported: str, document: str) -> None:
        identifier = f"{supported}-evidence-1"
        self.nodes[identifier] = node(identifier, "Evidence", locator="1.2 s3", text_start=10, text_end=20)
        self.join("EVIDENCE", supported, identifier)
        self.join("IN_DOCUMENT", identifier, document)
