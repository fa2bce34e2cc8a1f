"""Law, policy, practice and opinion in words; a sample is never more than those who were heard."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from rdflib import Graph
from rdflib.namespace import SKOS

from app import locators, wording
from queries.claims import Party, Ref
from queries.header import KINDS
from queries.robustness import Loss
from tests.app.examples import claim, told


@pytest.mark.parametrize(
    ("quantifier", "said"),
    [
        ("all", "All 17 boards interviewed by X said"),
        ("majority", "Most of the 17 boards interviewed by X said"),
        ("many", "Many of the 17 boards interviewed by X said"),
        ("some", "Some of the 17 boards interviewed by X said"),
        ("one", "One of the 17 boards interviewed by X said"),
        ("not-stated", "Boards interviewed by X said"),
        (None, "Boards interviewed by X said"),
    ],
)
def test_how_many_of_a_sample_said_so(quantifier: str | None, said: str) -> None:
    assert wording.said_by(told(quantifier)) == said


def test_the_size_of_a_sample_is_always_given_and_what_is_not_known_of_it() -> None:
    assert wording.heard(told("all")) == "17 of 42 were interviewed."
    assert wording.heard(told("not-stated")) == "17 of 42 were interviewed; how many said so is not stated."
    uncounted = Party("managers", "Senior managers at A Body", None, None)
    assert wording.heard(told("one", uncounted)) == ""
    assert wording.heard(told(None, uncounted)) == "How many said so is not stated."
    assert wording.said_by(told("one", uncounted)) == "One of the senior managers at A Body said"


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("PSIRF standards", "The PSIRF standards say"),
        ("Notification of Deaths Regulations 2019", "The Notification of Deaths Regulations 2019 say"),
        ("Guidance on the Notification of Deaths Regulations 2019", None),
        ("Regulated Activities Regulations 2014, regulation 8: General", None),
        ("NHS provider licence: standard conditions", None),
        ("Coroners and Justice Act 2009", None),
    ],
)
def test_an_instrument_and_its_verb_agree_in_number(name: str, said: str | None) -> None:
    assert wording.said_by(claim(instrument=Ref("rule", name))) == (said or f"The {name} says")


def test_initials_and_proper_names_keep_their_capitals() -> None:
    teams = Party("teams", "NHS England regional teams interviewed by X", 3, 7)
    assert wording.said_by(told("all", teams)) == "All 3 NHS England regional teams interviewed by X said"


@pytest.mark.parametrize(
    ("changes", "said", "tone"),
    [
        ({}, "The Oversight Framework says", "policy"),
        ({"instrument": None, "force": "statute"}, "The law says", "law"),
        ({"instrument": None}, "Policy says", "policy"),
        ({"basis": "authors-finding", "force": "none"}, "A Body found", "found"),
        ({"basis": "authors-argument", "force": "none"}, "A Body argues", "argued"),
        ({"basis": "body-on-itself"}, "A Body says of itself", "policy"),
        ({"basis": "official-statement", "force": "none"}, "A Body states", "found"),
    ],
)
def test_law_policy_and_opinion_begin_differently(changes: dict[str, Any], said: str, tone: str) -> None:
    assert wording.said_by(claim(**changes)) == said
    assert wording.tone(claim(**changes)) == tone


def test_what_is_not_in_force_denied_or_contested_is_marked() -> None:
    assert wording.marks(claim(lifecycle="proposed")) == ["Proposed"]
    assert wording.marks(claim(polarity="does-not-hold", contested=True)) == [
        "Says what is not so",
        "Contested",
    ]
    assert wording.marks(claim()) == []


@pytest.mark.parametrize(
    ("given", "words"),
    [
        (["3.2.45 s4"], "3.2.45, sentence 4"),
        (["3.2.49 s1", "3.2.49 s2", "3.2.49 s3"], "3.2.49, sentences 1 to 3"),
        (["3.2.49 s2", "3.2.49 s3"], "3.2.49, sentences 2 and 3"),
        (["3.2.45 s1", "3.2.47 s1"], "3.2.45, sentence 1; 3.2.47, sentence 1"),
        (["Findings b4"], "Findings, bullet 4"),
        (["1.3.1 b1 s3"], "1.3.1, bullet 1, sentence 3"),
        (["Executive summary Background p4 s2"], "Executive summary Background, paragraph 4, sentence 2"),
        (["R/2025/057"], "R/2025/057"),
        (["Glossary System quality groups (SQGs)"], "Glossary System quality groups (SQGs)"),
    ],
)
def test_places_read_as_words(given: list[str], words: str) -> None:
    assert locators.places(given) == words


def test_every_code_that_readers_meet_has_words(checkout: Path) -> None:
    found = _notations(checkout)
    assert found["force"] - {"none"} <= set(wording.FORCES)
    assert found["force"] <= set(wording.FORCE_NOUNS)
    assert found["basis"] - {"text-of-the-instrument"} <= set(wording.BASES)
    assert found["lifecycle"] - {"in-force", "commenced"} <= set(wording.LIFECYCLES)
    assert found["statement-kind"] <= set(wording.KINDS)
    assert set(KINDS) - {"profile"} == set(wording.FINDINGS)


def _notations(checkout: Path) -> dict[str, set[str]]:
    """The codes of each concept scheme, by the scheme's own."""
    graph = Graph()
    for file in (checkout / "ontology" / "schemes").glob("*.ttl"):
        graph.parse(file)
    found: dict[str, set[str]] = {}
    for concept, notation in graph.subject_objects(SKOS.notation):
        found.setdefault(str(concept).split("/")[-2], set()).add(str(notation))
    return found


@pytest.mark.parametrize(
    ("locator", "section"),
    [
        ("3.2.45 s4", "3.2"),
        ("3 intro p2 s1", "3"),
        ("2.11 s3", "2"),
        ("1.2.3 b1", "1.2"),
        ("Glossary Provider collaboratives s1", "Glossary"),
        ("Executive summary Background p1 s1", "Executive summary"),
        ("Recommendation 5 key point 1 s2", "Recommendation 5"),
        ("Findings 7 b1.4 s1", "Findings"),
        ("R/2025/057 s1", "R/2025/057"),
    ],
)
def test_a_place_is_in_a_section(locator: str, section: str) -> None:
    assert locators.section(locator) == section


def test_a_section_reads_as_a_heading() -> None:
    titles = [locators.section_title(each) for each in ("3.2", "2", "R/2025/057", "O/1", "ICB/1", "Glossary")]
    assert titles == [
        "Section 3.2",
        "Section 2",
        "Recommendation R/2025/057",
        "Observation O/1",
        "Learning point ICB/1",
        "Glossary",
    ]


def test_a_first_day_is_not_called_by_the_name_of_a_sender() -> None:
    assert wording.parameter("from", "date") == "First day"
    assert wording.parameter("from", "thing") == "Who passes it on"
    assert wording.parameter("body", "date") == wording.parameter("body", "thing")


@pytest.mark.parametrize(
    ("losses", "origins", "said"),
    [
        (None, 1, "Without it, there would be no such finding."),
        (None, 2, ""),
        ((), 2, "It would stand without any one of them."),
        (
            [Loss("a", ("Report",), None, "falls"), Loss("b", ("Plan", "Letter"), None, "not known")],
            3,
            "Report: without it, there would be no such finding. "
            "Plan and Letter: without them, the answer would not be known.",
        ),
    ],
)
def test_what_a_finding_would_not_survive_losing(losses: list[Loss] | None, origins: int, said: str) -> None:
    assert wording.robustness(losses, origins) == said
