"""Findings: at the date and at the last date known, with what they rest on; the file beside the release."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from loaders.store.connection import Store
from queries import catalogue, findings, pages
from queries.finding import Finding
from tests.conftest import TestStore
from tests.queries.cases.builds import abolition, policy_assigns, same_function, stays
from tests.queries.cases.gap_builds import handed_over
from tests.queries.landscapes import AFTER, LAST, WITHIN, Landscape

DENIES = "policy-assigns-practice-denies"
ID = f"{DENIES}--boards--groups"


@pytest.fixture
def landscape(store: TestStore) -> Store:
    land = Landscape()
    policy_assigns(land)
    return store.replace(land.nodes.values(), land.edges)


def by_question(found: list[Finding], name: str) -> list[Finding]:
    return [each for each in found if each.question == name]


def test_what_is_not_known_is_shown_as_at_the_last_date_for_which_it_is(landscape: Store) -> None:
    _, found = findings.findings_of(landscape, catalogue.load().question(DENIES), AFTER)
    assert [(each.as_at, each.answer, each.contested) for each in found[0].answers] == [
        (AFTER, "not known", True),
        (LAST, "yes", True),
    ]
    assert found[0].now.answer == "not known"
    assert found[0].best.answer == "yes"
    assert "until 31 December 2024" in found[0].now.reason


def test_a_finding_names_its_sources_with_their_authors_interest(landscape: Store) -> None:
    found = pages.finding(landscape, ID, WITHIN)
    assert found is not None
    question, finding = found
    assert question.name == DENIES
    assert [(each.document, each.interest, each.premise, each.alone) for each in finding.sources] == [
        ("report", "Interest of the report.", True, True)
    ]
    assert finding.origins == 1
    assert finding.caveat == question.caveat
    assert {ref.id for ref in finding.touches} == {"boards", "groups"}
    assert pages.touching([finding], "groups") == [finding]
    assert pages.touching([finding], "watcher") == []


def test_two_documents_of_one_origin_count_once_and_two_origins_can_stand_in_for_each_other(
    store: TestStore,
) -> None:
    land = Landscape()
    land.document("repeat", origin="report")
    land.document("other")
    same_function(land)
    for holder in ("centre", "watcher"):
        land.say(f"{holder}-repeat", "function", holder, "providers", function="assure", document="repeat")
    store.replace(land.nodes.values(), land.edges)
    question = catalogue.load().question("same-function-same-class")
    finding = findings.findings_of(store.store, question, WITHIN)[1][0]
    assert finding.origins == 1
    assert all(source.alone for source in finding.sources)
    for holder in ("centre", "watcher"):
        land.say(f"{holder}-other", "function", holder, "providers", function="assure", document="other")
    store.replace(land.nodes.values(), land.edges)
    finding = findings.findings_of(store.store, question, WITHIN)[1][0]
    assert finding.origins == 2
    assert not any(source.alone for source in finding.sources)


def test_findings_come_most_serious_first(store: TestStore) -> None:
    land = Landscape()
    policy_assigns(land)
    stays(land)
    abolition(land)
    store.replace(land.nodes.values(), land.edges)
    severities = [each.severity for each in pages.findings_overview(store.store, WITHIN)]
    assert severities == sorted(severities, key=["high", "medium", "low"].index)
    assert {"high", "medium", "low"} == set(severities)


def test_listings_yield_no_findings(landscape: Store) -> None:
    listings = {question.name for question in catalogue.load() if question.listing}
    assert listings
    assert not {each.question for each in findings.all_findings(landscape, WITHIN)[1]} & listings
    assert pages.finding(landscape, "everything-on-a-body--boards", WITHIN) is None
    assert pages.finding(landscape, "no-such-question--boards", WITHIN) is None
    assert pages.finding(landscape, f"{DENIES}--boards--nobody", WITHIN) is None


def test_the_findings_of_a_release_are_written_beside_it(landscape: Store, tmp_path: Path) -> None:
    release = {"id": "2026-01-01-abc", "as_at": AFTER.isoformat()}
    file = findings.write(landscape, release, tmp_path)
    assert file == tmp_path / "findings" / "2026-01-01-abc.json"
    text = file.read_text(encoding="utf-8")
    content = json.loads(text)
    assert content["release"] == "2026-01-01-abc"
    assert content["as_at"] == AFTER.isoformat()
    assert content["catalogue"] == catalogue.load().version
    found = {each["id"]: each for each in content["findings"]}
    assert [each["answer"] for each in found[ID]["answers"]] == ["not known", "yes"]
    assert found[ID]["groups"][0]["claims"][0]["passages"][0]["locator"] == "1.2 s3"
    assert findings.write(landscape, release, tmp_path).read_text(encoding="utf-8") == text
    assert [each.name for each in file.parent.iterdir()] == [file.name]


def test_a_handover_in_a_case_stands_on_the_page_of_no_class(store: TestStore) -> None:
    land = Landscape()
    handed_over()(land)
    store.replace(land.nodes.values(), land.edges)
    question = catalogue.load().question("handovers-unacknowledged")
    found = findings.findings_of(store.store, question, WITHIN)[1]
    assert [ref.id for ref in found[0].touches] == ["case-heard"]
    assert pages.touching(found, "providers") == []
