"""One good row of every sheet: the smallest data that passes the gate and meets every shape."""

from __future__ import annotations

from typing import Any

from tests.graphs import Rows

COMMON = {
    "subject": "watcher",
    "object": "trusts",
    "topic": "safety",
    "polarity": "holds",
    "force": "guidance",
    "strength": "should",
    "basis": "text-of-the-instrument",
    "instrument": "guide",
    "asserted_by": "watcher",
    "lifecycle": "in-force",
    "verification": "checked",
}

KINDS: dict[str, dict[str, str]] = {
    "oversight": {"oversight_kind": "oversight", "condition": "where a trust asks for it"},
    "functions": {"function": "assure", "sharing": "each"},
    "delegations": {"function": "oversee", "extent": "All of it", "accountable": "watcher"},
    "ties": {"tie": "funds"},
    "commissioning": {"service": "Care", "budget_holder": "watcher"},
    "duties": {"modality": "expectation", "function": "assess", "provision": "Part 2"},
    "applicability": {"subject": "guide", "provision": "Part 1"},
    "reporting": {
        "reporting_kind": "reporting",
        "system": "log",
        "deadline": "P2D",
        "how_soon": "without delay",
        "deadline_from": "the event",
        "frequency": "each time",
        "provision": "Part 3",
        "event": "patient-safety-event",
    },
    "flows": {"stage": "sent", "carries": "Feedback", "answers": "reporting-1", "owed": "yes"},
    "escalation": {
        "tier_from": "provider",
        "tier_to": "system",
        "accountability": "stays",
        "management": "moves",
        "handed_back": "false",
    },
    "recommendations": {
        "reference": "R/1",
        "recommendation_kind": "recommendation",
        "response_owed": "true",
        "response": "Accepted",
        "force": "none",
        "instrument": "",
    },
    "published_findings": {"finding_kind": "gap", "heard": "interviewed"},
    "accounts": {
        "subject": "heard-trusts",
        "quantifier": "all",
        "concerns": "oversight-1",
        "basis": "interview-account",
        "force": "none",
        "asserted_by": "heard-trusts",
        "lifecycle": "",
    },
    "constraints": {"constraint_kind": "clarity", "constrains": "duties-1"},
    "effects": {"effect_kind": "risk", "of": "reforms-1"},
    "reforms": {"reference": "M1", "lifecycle": "proposed", "depends_on": "duties-1"},
    "handovers": {"acknowledgement_required": "false", "receiver_aware": "true"},
    "successions": {
        "subject": "forerunner",
        "object": "watcher",
        "valid_from": "2024-01-01",
        "succession_kind": "merger",
        "lifecycle": "",
    },
    "case_events": {"subject": "one-case", "basis": "case"},
    "statistics": {"value": "38", "unit": "per cent", "counted": "Complaints", "bound": "exactly"},
    "limitations": {"subject": "report", "limitation_kind": "not-heard"},
    "definitions": {"term": "Oversight"},
}


def good_rows(**changes: dict[str, str]) -> Rows:
    """A row for every sheet. ``changes`` overrides cells by identifier, "_" for "-": ``duties_1={...}``."""
    rows: Rows = {
        "organisations": [
            _row(
                "parent", name="Parent", thing="body", kind="other", opened="1990-01-01", closed="2090-01-01"
            ),
            _row("forerunner", name="Forerunner", thing="body", kind="other", closed="2023-12-31"),
            _row(
                "watcher",
                name="Watcher",
                initials="W",
                thing="body",
                kind="arms-length-body",
                part_of="parent",
                classes="watchers",
                ods_code="X24",
                url="https://example.org/",
                description="It watches",
                note="A note",
                opened="2000-01-01",
            ),
        ],
        "classes": [
            _row(
                "trusts",
                name="Trusts",
                rule="All of them",
                source="report",
                locator="1 s1",
                broader="watchers",
            ),
            _row("watchers", name="Watchers", rule="All of them", source="report", locator="1 s2"),
        ],
        "samples": [
            _row(
                "heard-trusts",
                name="Trusts heard",
                drawn_from="trusts",
                number="3",
                out_of="7",
                heard_by="report",
                how="Interviews",
            )
        ],
        "instruments": [
            _row(
                "guide",
                name="",
                title="Guide",
                short_title="The guide",
                kind="guidance",
                issuer="watcher",
                issued="2020-01-01",
                in_force_from="2020-02-01",
                in_force_to="2090-02-01",
                replaces="old-guide",
                edition_note="Second",
            ),
            _row("old-guide", title="Old guide", kind="guidance", in_force_to="2020-02-01"),
        ],
        "systems": [_row("log", name="Log", operator="watcher")],
        "cases": [_row("one-case", name="One case", description="It happened")],
        "sources": [
            _row(
                "report",
                title="Report",
                short_title="The report",
                publisher="watcher",
                kind="read",
                published="2025-02-13",
                stated_at="2024-10-11",
                confirmed_to="2025-02-13",
                dating_note="Read then",
                origin="report",
                interest="None known",
                licence="None stated",
                attribution="Watcher, 2025",
                url="https://example.org/report",
                file="report.txt",
                sha256="0" * 64,
                locator_grammar="briefing",
                rows="12",
            ),
            _row("cited-report", title="Cited report", kind="cited", origin="cited-report"),
        ],
        "names": [{"thing": "watcher", "name": "The Watcher", "reason": "Used"}],
        "codes": [
            _row(
                "watcher-code",
                thing="watcher",
                code_scheme="ons",
                code="E54000001",
                source="report",
                seen_on="2024-10-11",
            )
        ],
        "completeness": [
            _row(
                "complete",
                source="report",
                kind="oversight",
                complete="true",
                about="trusts",
                topic="safety",
                from_="2024-10-11",
                to="2025-02-13",
                reason="It says so",
            )
        ],
        "recommendation_groups": [
            _row("group-1", alike_in="Alike", member="recommendations-1", reason="It asks the same"),
            _row("group-2", alike_in="Alike", member="reforms-1", reason="It asks the same"),
        ],
        "operations": [
            _row(
                "reforms-1-step-1",
                measure="reforms-1",
                step="1",
                operation="transfer",
                target="watcher",
                from_="watcher",
                to="trusts",
                function="assess",
                note="A note",
            )
        ],
        "positions": [
            _row(
                "dispute",
                statement="oversight-1",
                party="heard-trusts",
                stance="disputes",
                text="They say no.",
                topic="safety",
                basis="interview-account",
                quantifier="all",
                stated_at="2024-10-11",
                note="A note",
            )
        ],
    }
    evidence = [{"supports": "dispute", "document": "report", "locator": "1 s9", "note": "A note"}]
    for sheet, own in KINDS.items():
        rows[sheet] = [_row(f"{sheet.replace('_', '-')}-1", text=f"What {sheet} say.", **{**COMMON, **own})]
        rows[sheet][0]["note"] = "A note"
        evidence.append(
            {
                "supports": rows[sheet][0]["id"],
                "document": "report",
                "locator": f"2 s{len(evidence)}",
                "cites": "cited-report",
            }
        )
    rows["evidence"] = evidence
    for each in rows.values():
        for row in each:
            row.update(changes.get(row.get("id", "").replace("-", "_"), {}))
    return rows


def _row(identifier: str, **cells: Any) -> dict[str, str]:
    return {"id": identifier, **{name.rstrip("_"): value for name, value in cells.items() if value}}
