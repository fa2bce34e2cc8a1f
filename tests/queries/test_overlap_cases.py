"""One event, several who must be told: the overlaps that the landscape is known for, by their requirements.

Each case is held on the sheets themselves, by who must tell whom, on what force and through what, and never
by the wording of a statement. Then each is held by the question that brings it out, by the statements in its
evidence.
"""

from __future__ import annotations

import datetime
from typing import Any, NamedTuple

import pytest

from loaders.store.connection import Store
from queries import catalogue
from queries.asking import ask
from tests.queries.cases.known_overlaps import BROUGHT_OUT

TODAY = datetime.date(2026, 11, 24)


class Told(NamedTuple):
    """One requirement of the answer: who tells whom, on what force, through which system; or need not."""

    subject: str
    object: str
    force: str
    system: str | None
    holds: bool
    verification: str
    id: str


def told(store: Store, event: str | None = None, body: str | None = None) -> list[Told]:
    """What the catalogue answers when it is asked who is told of this event."""
    question = catalogue.load().question("who-is-told")
    answer = ask(store, question, TODAY, {"event": event, "body": body})
    identifiers = [identifier for row in answer.rows for identifier in row["claim"]]
    assert identifiers, f"nobody is told of {event}"
    rows = store.read(
        """
        UNWIND $identifiers AS id
        MATCH (from)<-[:SUBJECT]-(s:Statement {id: id})-[:OBJECT]->(to)
        OPTIONAL MATCH (s)-[:SYSTEM]->(system)
        RETURN from.id AS subject, to.id AS object, s.force AS force, system.id AS system,
          s.polarity = 'holds' AS holds, s.verification AS verification, s.id AS id
        """,
        {"identifiers": identifiers},
    ).rows
    return [Told(**row) for row in rows]


def recipients(found: list[Told]) -> set[str]:
    return {each.object for each in found if each.holds}


@pytest.mark.parametrize("event", ["baby-brain-injury-at-birth", "perinatal-death"])
def test_a_maternity_event_goes_to_five_recipients_through_several_systems(
    landscape: Store, event: str
) -> None:
    found = told(landscape, event, "maternity-providers")
    named = {
        "patients-and-carers",
        "nhs-england",
        "maternity-and-newborn-safety-investigations",
        "mbrrace-uk",
    }
    assert named <= recipients(found)
    systems = {each.system for each in found if each.holds}
    assert {"strategic-executive-information-system", "learn-from-patient-safety-events", "hims"} <= systems


def test_after_a_maternal_death_a_unit_and_its_doctors_owe_reports_to_eight(landscape: Store) -> None:
    found = told(landscape, "maternal-death", "maternity-providers")
    assert {
        "care-quality-commission",
        "coroners",
        "maternity-and-newborn-safety-investigations",
        "mbrrace-uk",
        "medical-examiners",
        "nhs-england",
        "patients-and-carers",
        "senior-coroners",
    } <= recipients(found)


def test_a_brain_injury_is_told_to_nhs_resolution_as_well(landscape: Store) -> None:
    found = told(landscape, "baby-brain-injury-at-birth", "maternity-providers")
    assert "nhs-resolution" in recipients(found)


def test_serious_harm_goes_to_the_cqc_or_by_way_of_nhs_england(landscape: Store) -> None:
    found = told(landscape, "incident-in-a-registered-service")
    to_cqc = [each for each in found if each.object == "care-quality-commission"]
    assert {each.subject for each in to_cqc if each.holds} == {"registered-persons"}
    assert {each.subject for each in to_cqc if not each.holds} == {"bodies-that-may-notify-nhs-england"}


def test_only_an_absence_sets_off_what_is_told_of_an_absence_and_a_return(landscape: Store) -> None:
    absences = {each.id for each in told(landscape, "absence-of-detained-patient")}
    deaths = {each.id for each in told(landscape, "death-of-detained-patient")}
    assert absences == {
        "registered-persons-notify-absence-of-detained-patients",
        "registered-persons-notify-return-of-detained-patients",
        "unauthorised-absence-only-from-secure-nhs-units",
    }
    assert "registered-persons-notify-deaths-of-detained-patients" in deaths
    assert not absences & deaths


def test_a_serious_injury_goes_to_the_cqc_and_can_be_an_accident_at_work_too(landscape: Store) -> None:
    found = {each.id for each in told(landscape, "serious-injury", "nhs-trusts-and-foundation-trusts")}
    assert {
        "registered-persons-notify-serious-injuries",
        "registered-persons-notify-injuries-needing-treatment",
        "patient-injuries-from-accidents-reported",
        "harm-from-medical-treatment-not-reportable-as-work-accident",
    } <= found


def test_an_nhs_trust_notifies_deaths_by_the_rule_for_health_service_bodies_only(landscape: Store) -> None:
    trusts = {
        each.id for each in told(landscape, "death-of-service-user", "nhs-trusts-and-foundation-trusts")
    }
    others = {
        each.id for each in told(landscape, "death-of-service-user", "independent-healthcare-providers")
    }
    assert "nhs-bodies-notify-deaths-not-of-natural-course" in trusts
    assert "registered-persons-notify-deaths" not in trusts
    assert "registered-persons-notify-deaths" in others


def test_which_regulations_the_route_exception_reaches_stays_flagged(landscape: Store) -> None:
    found = told(landscape, "death-of-detained-patient")
    excused = [each for each in found if not each.holds and each.object == "care-quality-commission"]
    assert [each.verification for each in excused] == ["contradictory"]


def test_a_blood_error_joins_two_bodies_in_one_system_by_law_and_by_choice(landscape: Store) -> None:
    found = [
        each
        for each in told(landscape, "wrong-transfusion", "hospital-blood-banks")
        if each.system == "sabre" and each.subject == "hospital-blood-banks"
    ]
    law = {each.object for each in found if each.force == "regulations"}
    choice = {each.object for each in found if each.force in ("voluntary", "guidance")}
    assert law == {"medicines-and-healthcare-products-regulatory-agency"}
    assert choice == {"serious-hazards-of-transfusion"}


def test_an_organ_incident_parts_the_regulator_from_the_collector(landscape: Store) -> None:
    found = [
        each
        for each in told(landscape, "organ-incident")
        if each.subject == "organ-procurement-and-transplant-licensees"
    ]
    assert {(each.object, each.force) for each in found if each.holds} == {
        ("human-tissue-authority", "regulations"),
        ("nhs-blood-and-transplant", "licence-condition"),
    }
    assert {each.object for each in found if not each.holds} == {"human-tissue-authority"}


def test_of_a_disease_law_names_the_council_and_guidance_the_agency(landscape: Store) -> None:
    found = [
        each
        for each in told(landscape, "notifiable-disease")
        if each.subject == "registered-medical-practitioners"
    ]
    forces = {(each.object, each.force) for each in found}
    assert forces == {
        ("proper-officers-of-local-authorities", "regulations"),
        ("uk-health-security-agency", "guidance"),
    }


def test_a_radiation_error_reaches_the_cqc_under_two_sets_of_regulations(landscape: Store) -> None:
    found = [each for each in told(landscape, "radiation-exposure-incident") if each.holds]
    bearers = {each.subject for each in found if each.object == "care-quality-commission"}
    assert bearers == {"employers-under-irmer", "registered-persons"}


def test_a_death_sets_off_four_processes_and_more(landscape: Store) -> None:
    found = told(landscape, "death-of-person-with-learning-disability-or-autism")
    assert {"senior-coroners", "medical-examiners", "leder", "care-quality-commission"} <= recipients(found)
    assert "child-death-review-partners" in recipients(found)
    replies = [each for each in found if each.subject == "persons-able-to-prevent-deaths"]
    assert {each.object for each in replies} == {"coroners"}


def test_the_capability_of_boards_is_told_on_three_grounds(landscape: Store) -> None:
    rows = landscape.read(
        """
        MATCH (s:ReportingRequirement {topic: 'leadership-and-management', polarity: 'holds'})-[:OBJECT]->(to)
        WHERE s.frequency = 'yearly' AND to.id IN ['nhs-england', 'nhs-england-regional-teams']
        RETURN DISTINCT s.force AS force
        """
    ).rows
    assert {row["force"] for row in rows} == {"guidance", "licence-condition"}
    regulation = landscape.read(
        """
        MATCH ({id: 'regulated-activities-2014-regulation-5'})<-[:SUBJECT]-(s:Applicability)
        RETURN s.force AS force
        """
    ).rows
    assert [row["force"] for row in regulation] == ["regulations"]


def test_that_complaints_are_not_collected_stays_a_flagged_contradiction(landscape: Store) -> None:
    answer = landscape.read(
        """
        MATCH (s {id: 'dash-complaints-data-not-collected-centrally'})
        RETURN s.verification AS verification, COUNT { (s)-[:POSITION]->({stance: 'qualifies'}) } AS sides
        """
    )
    (row,) = answer.rows
    assert row == {"verification": "contradictory", "sides": 1}
    assert "nhs-england" in recipients(told(landscape, "end-of-financial-year", "nhs-complaints-bodies"))


def test_each_case_is_brought_out_by_a_question(landscape: Store) -> None:
    questions = catalogue.load()
    problems = []
    for case, name, parameters, evidence in BROUGHT_OUT:
        question = questions.question(name)
        assert question.kind in ("overlap", "burden")
        asked = ask(landscape, question, TODAY, parameters)
        if len(asked.findings) != 1:
            problems.append(f"{case}: {name} gives {len(asked.findings)} findings")
            continue
        for group, statements in evidence.items():
            missing = sorted(statements - set(asked.rows[0][group]))
            problems += [f"{case}: {name}, {group} lacks {each}" for each in missing]
    assert problems == []


def test_no_case_is_left_without_a_question() -> None:
    assert {case for case, *_ in BROUGHT_OUT} == set(range(1, 10))


def test_what_the_cases_are_not_is_not_counted(landscape: Store) -> None:
    def row(name: str, **parameters: str) -> dict[str, Any]:
        (found,) = ask(landscape, catalogue.load().question(name), TODAY, parameters).rows
        return found

    organ = row("one-event-many-recipients", event="organ-incident")
    assert "organ-incidents-not-reported-to-hta" not in organ["told"]
    blood = row("demands-of-one-event", event="blood-event", body="hospital-blood-banks")
    assert (blood["entries"], len(blood["shared"])) == (1, 1)
    death = row("may-investigate-same-event", event="death-of-person-with-learning-disability-or-autism")
    assert (death["count"], death["review_count"], death["also_count"]) == (0, 2, 4)
