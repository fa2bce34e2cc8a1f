"""The model case, on the sheets themselves: who oversees provider collaboratives, and what is said of it.

HSSIB report, 3.2.43 to 3.2.50. Every side must be there, nobody may be made to say more than was said.
"""

from __future__ import annotations

import datetime
from collections import Counter

from loaders.store.connection import Store
from queries import catalogue
from queries.asking import ask
from queries.finding import Finding
from queries.findings import all_findings, findings_of

READ = datetime.date(2024, 10, 11)
PUBLISHED = datetime.date(2025, 2, 13)
TODAY = datetime.date(2026, 11, 23)
DENIES = "policy-assigns-practice-denies"


def the_case(store: Store, as_at: datetime.date) -> Finding:
    found = findings_of(store, catalogue.load().question(DENIES), as_at, {"class": "provider collaboratives"})
    assert len(found[1]) == 1
    return found[1][0]


def claims(finding: Finding) -> dict[str, list[str]]:
    return {group.name: [claim.id for claim in group.claims] for group in finding.groups}


def test_it_is_yes_and_contested_when_the_report_was_made(landscape: Store) -> None:
    for date in (READ, PUBLISHED):
        now = the_case(landscape, date).now
        assert (now.answer, now.contested) == ("yes", True)


def test_it_is_not_known_today_because_the_newer_framework_was_not_read(landscape: Store) -> None:
    finding = the_case(landscape, TODAY)
    assert finding.now.answer == "not known"
    assert "NHS Oversight Framework 2025/26, which came after, has not been read" in finding.now.reason
    assert (finding.best.as_at, finding.best.answer) == (PUBLISHED, "yes")
    assert (finding.known_from, finding.known_to) == (READ, PUBLISHED)


def test_what_the_report_recommends_and_concludes_is_known_from_its_publication(landscape: Store) -> None:
    questions = catalogue.load()
    for as_at, published in ((READ, False), (PUBLISHED, True)):
        recommended = ask(landscape, questions.question("alike-recommendations"), as_at).rows
        concluded = ask(landscape, questions.question("heard-not-stated"), as_at).rows
        assert bool(recommended) is published
        assert (
            "health-services-safety-investigations-body" in {row["source"] for row in concluded}
        ) is published


def test_every_side_is_shown_in_its_place(landscape: Store) -> None:
    shown = claims(the_case(landscape, TODAY))
    assert shown["policy"] == ["icbs-oversee-provider-collaboratives"]
    assert shown["denials"] == [
        "icbs-interviewed-deny-collaborative-oversight",
        "regional-teams-deny-collaborative-oversight",
    ]
    assert shown["support"] == ["manager-calls-framework-clear"]
    assert set(shown["qualifications"]) == {
        "manager-speaks-of-black-hole",
        "one-icb-has-oversight-in-one-collaborative",
        "hssib-notes-two-kinds-not-told-apart",
    }
    assert {
        "regional-teams-say-collaboratives-report-to-nhs-england",
        "icbs-say-sight-of-collaboratives-is-limited",
    } <= set(shown["practice"])
    assert shown["exceptions"] == ["one-icb-oversees-risks-in-a-collaborative"]
    assert {"collaboratives-not-heard", "two-kinds-of-collaborative-not-told-apart"} <= set(shown["limits"])
    assert "delegate-mental-health-commissioning-to-icbs" in shown["changes"]


def test_samples_speak_for_those_heard_and_policy_is_not_law(landscape: Store) -> None:
    finding = the_case(landscape, TODAY)
    assert finding.values["forces"] == ["policy-or-framework"]
    assert finding.values["denied_by"] == [
        "Integrated care boards interviewed by HSSIB (17 heard of 42; all said so)",
        "NHS England regional teams interviewed by HSSIB (3 heard of 7; how many said so is not stated)",
    ]
    assert finding.values["denied_topics"] == ["safety"]
    for group in finding.groups:
        for claim in group.claims:
            if claim.basis == "interview-account":
                assert claim.force in (None, "none")
                assert claim.party is not None
                assert claim.party.id.startswith("hssib-")
    assert [(source.document, source.alone) for source in finding.sources] == [("hssib-2025", True)]


def test_it_is_the_first_finding(landscape: Store) -> None:
    found = all_findings(landscape, TODAY)[1]
    assert found[0].question == DENIES


def test_every_finding_that_is_known_leads_to_a_passage(landscape: Store) -> None:
    asked, found = all_findings(landscape, PUBLISHED)
    assert not any(one.truncated for one in asked)
    assert len(found) >= 8
    for finding in found:
        for group in finding.groups:
            for claim in group.claims:
                assert claim.passages, f"{finding.id}: {claim.id} has no passage"
                assert all(passage.locator for passage in claim.passages)


def test_the_seven_bodies_that_ask_for_assurance_are_named_as_told(landscape: Store) -> None:
    asked = ask(
        landscape, catalogue.load().question("same-function-same-class"), PUBLISHED, {"function": "assure"}
    )
    assert [(row["count"], row["by_instrument"], row["as_told"]) for row in asked.rows] == [(7, 0, 7)]


def test_a_risk_can_go_from_a_provider_to_the_national_level_in_three_steps(landscape: Store) -> None:
    rows = ask(landscape, catalogue.load().question("escalation-paths"), PUBLISHED).rows
    path = next(
        iter({row["path"] for row in rows if row["path"].startswith("Healthcare providers → Integrated")})
    )
    assert [row["to_name"] for row in rows if row["path"] == path] == [
        "Integrated care boards",
        "NHS England regional teams",
        "Executive Quality Group",
    ]
    assert all(row["steps"] for row in rows)


def test_no_two_findings_have_the_same_title(landscape: Store) -> None:
    titles = Counter(each.title for each in all_findings(landscape, TODAY)[1])
    assert [title for title, count in titles.items() if count > 1] == []
