"""Measures tried on the curated landscape, in a real store."""

from __future__ import annotations

import dataclasses
import datetime
from pathlib import Path

import pytest

from app.reforms import FINDINGS, before_and_after
from loaders.errors import DataError, ToolError
from loaders.release.reading import read_graph
from loaders.store.connection import Store
from ontology.terms import load
from queries import catalogue
from queries.catalogue import Catalogue
from queries.header import Question
from queries.whatif import report
from queries.whatif.clashes import refuse_clashes
from queries.whatif.measures import chosen, every_measure
from queries.whatif.operations import apply
from queries.whatif.reformed import Reformed
from queries.whatif.scenarios import scenario, scenarios
from queries.whatif.trying import try_out
from tests.conftest import limited

DAY = datetime.date(2026, 11, 25)
CONTENT = "MATCH (n) RETURN count(n) AS nodes, COUNT { ()-->() } AS links, sum(size(keys(n))) AS properties"


def test_all_nine_recommendations_together_leave_the_store_as_it_was(loaded: Store) -> None:
    before = loaded.read(CONTENT).rows
    outcome = try_out(loaded, scenario("dash-all-nine").all_measures, DAY)
    assert loaded.read(CONTENT).rows == before
    assert outcome.modelled
    moved = {each.line.id for each in outcome.passed}
    assert {"hssib-investigates-qualifying-incidents", "national-guardian-sets-standards"} <= moved
    # what NHS Providers fears for HSSIB's protected material is beside the clause that protects it
    assert any("protected material" in each.text for one in outcome.provisions for each in one.lines)
    assert any("safe space" in each.text for each in outcome.risks)
    assert any("each of many would do" in each for each in outcome.unsaid)
    for words in (report.as_text(outcome), report.as_markdown(outcome), report.as_json(outcome)):
        assert "HSSIB" in words


def test_a_finding_about_a_body_passes_to_whoever_takes_over(loaded: Store) -> None:
    outcome = try_out(loaded, ["integrate-nhs-england-into-dhsc"], DAY)
    assert outcome.moved
    assert all(
        "NHS England" not in each.finding or "under-integrate" in each.finding for each in outcome.moved
    )
    assert not any("nhs-england--" in each.finding for each in outcome.gaps_opened)


def test_a_recommendation_that_moves_no_body_is_not_modelled(loaded: Store) -> None:
    for number in (7, 8, 9):
        outcome = try_out(loaded, scenario(f"dash-recommendation-{number}").all_measures, DAY)
        assert not outcome.modelled
        assert report.headline(outcome).startswith("Not modelled.")
        assert "no effect" not in report.as_text(outcome)
    with pytest.raises(ToolError, match="No measure is given"):
        try_out(loaded, [], DAY)


def test_every_scenario_can_be_tried_and_none_of_its_measures_contradict(curated_release: Path) -> None:
    graph = read_graph(curated_release)
    every = every_measure(graph)
    for each in scenarios().values():
        measures = chosen(every, each.all_measures)
        refuse_clashes(graph, measures, every, DAY)
    result = Reformed(graph, load(), DAY)
    apply(result, chosen(every, scenario("dash-recommendation-3").all_measures))
    assert "hssib-investigates-qualifying-incidents" in {each.statement for each in result.moved}


def test_the_recommendations_of_the_review_are_all_in_a_scenario(curated_release: Path) -> None:
    every = every_measure(read_graph(curated_release))
    together = set(scenario("dash-all-nine").measures)
    for number in range(1, 10):
        wanted = {
            each.id
            for each in every.values()
            if each.reference == f"Recommendation {number}" and each.status != "considered"
        }
        assert wanted == set(scenario(f"dash-recommendation-{number}").measures)
        assert wanted <= together


def test_an_unknown_scenario_names_the_nearest() -> None:
    with pytest.raises(ToolError) as caught:
        scenario("dash-recommendation-33")
    assert "'dash-recommendation-3'" in caught.value.do


def test_a_file_of_the_readers_own_is_tried_beside_the_measures(loaded: Store, tmp_path: Path) -> None:
    file = tmp_path / "mine.csv"
    file.write_text(
        "id,measure,step,operation,target,from,to,function,over,topic,new_name,note\n"
        "my-1,mine,1,create,safety-council,,,,,,Safety Council,\n"
        "my-2,mine,2,transfer,health-services-safety-investigations-body,,safety-council,investigate,,,,"
        "One place\n",
        encoding="utf-8",
    )
    outcome = try_out(loaded, [], DAY, file)
    assert {each.to for each in outcome.passed} == {"Safety Council"}
    file.write_text(file.read_text(encoding="utf-8").replace("investigate,", "investigates,"), "utf-8")
    with pytest.raises(DataError, match="row 3"):
        try_out(loaded, [], DAY, file)


MANY = "said-not-required"


def few(*questions: Question) -> Catalogue:
    """A catalogue of these questions alone."""
    return Catalogue({each.name: each for each in questions}, "few")


def test_a_question_that_is_cut_or_too_slow_is_named_and_counts_for_nothing(loaded: Store) -> None:
    known = catalogue.load()
    quick = known.question(MANY)
    slow = dataclasses.replace(
        known.question("contested-oversight"),
        cypher="UNWIND range(1, 1000000000) AS x RETURN sum(sin(x)) AS x",
    )
    hasty = limited(loaded, query_timeout_seconds=3.0, query_row_limit=1)
    measures = scenario("dash-recommendation-3").all_measures
    outcome = try_out(hasty, measures, DAY, catalogue=few(quick, slow))
    assert [each.rpartition(": ")[2] for each in outcome.unanswered] == [quick.question, slow.question]
    assert not any(getattr(outcome, name) for name, _, _ in FINDINGS)
    assert "2 questions were not answered whole" in report.headline(outcome)
    for words in (report.as_text(outcome), report.as_markdown(outcome), report.as_json(outcome)):
        assert slow.question in words
    assert "As far as the questions were answered" in before_and_after(outcome).text
    patient = try_out(limited(loaded, query_timeout_seconds=60.0), measures, DAY, catalogue=few(quick))
    assert patient.unanswered == ()
    assert "not answered" not in report.as_text(patient)


def test_the_headline_counts_what_changes_and_what_could_not_be_followed(
    loaded: Store, tmp_path: Path
) -> None:
    outcome = try_out(loaded, scenario("dash-recommendation-5").all_measures, DAY)
    said = report.headline(outcome)
    assert outcome.changed
    assert f"{len(outcome.changed)} findings would rest on other arrangements" in said
    asked = [each for each in outcome.changed if each.question == "who-may-visit-or-ask"]
    visits = next(each for each in asked if each.instead)
    assert f"today: {visits.instead}" in report.as_text(outcome, most=100)

    # a provision that was not read is no gap in the world
    file = tmp_path / "mine.csv"
    file.write_text(
        "id,measure,step,operation,target,from,to,function,over,topic,new_name,note\n"
        "my-1,mine,1,end-instrument,health-and-care-act-2022,,,,,,,\n",
        encoding="utf-8",
    )
    lapsed = try_out(loaded, [], DAY, file)
    assert lapsed.gaps_opened
    assert all(each.severity == "low" for each in lapsed.gaps_opened)
    assert "what to look up" in report.headline(lapsed)

    first = try_out(loaded, scenario("dash-recommendation-1").all_measures, DAY)
    lost = [each for each in first.measures if not each.operations]
    assert lost
    assert f"{len(lost)} measures of {len(first.measures)} cannot be followed" in report.headline(first)
    # the board's remit and its post are only said, so that these two parts move nothing
    assert sum(each.still for each in first.measures) == 2
    assert "2 parts of the other measures change nothing here" in report.headline(first)


def test_a_gap_that_only_changes_hands_does_not_close(loaded: Store, tmp_path: Path) -> None:
    file = tmp_path / "mine.csv"
    file.write_text(
        "id,measure,step,operation,target,from,to,function,over,topic,new_name,note\n"
        "my-1,mine,1,merge,patient-safety-commissioner,,department-of-health-and-social-care,,,,,\n",
        encoding="utf-8",
    )
    question = catalogue.load().question("duties-without-assurance")
    outcome = try_out(loaded, [], DAY, file, catalogue=few(question))
    # the question on duties leaves departments out: the duties pass to one, and nobody checks them then
    assert outcome.gaps_closed == ()
    passed = {each.passes_to for each in outcome.lapsed if "--patient-safety-commissioner" in each.finding}
    assert passed == {"Department of Health and Social Care"}
    assert "would close" not in report.headline(outcome)


def test_what_was_said_of_another_measure_on_the_same_body_is_shown(loaded: Store) -> None:
    choice = scenario("nhs-england-into-department")
    outcome = try_out(loaded, choice.all_measures, DAY, catalogue=few(catalogue.load().question(MANY)))
    # what was said of the Bill's merger of the same two bodies stands beside it, with its own measure
    said = [each for each in outcome.risks if each.party == "Nuffield Trust"]
    assert [each.measure for each in said] == ["health-bill-merges-nhs-england"]
    assert "Said of another measure on the same body: The Health Bill would abolish" in report.as_text(
        outcome
    )
    named = report.as_markdown(report.of_choice(outcome, choice))
    assert named.startswith(f"# What if: {choice.title} (nhs-england-into-department)")


def test_what_is_asked_of_the_whole_stands_where_the_whole_is_tried(loaded: Store) -> None:
    choice = scenario("dash-all-nine")
    quick = few(catalogue.load().question(MANY))
    outcome = try_out(loaded, choice.all_measures, DAY, catalogue=quick)
    asked = {each.text for each in outcome.risks if not each.measure}
    assert len(asked) == 3
    assert any("evaluated" in each for each in asked)
    part = try_out(loaded, scenario("dash-recommendation-1").all_measures, DAY, catalogue=quick)
    assert not [each for each in part.risks if not each.measure]
    text = report.as_text(report.of_choice(outcome, choice))
    assert text.count("tried along with it, not a part of it") == len(choice.together) == 1
    # the one sentence on losing an independent body is printed once, with of how many measures it was said
    five = try_out(loaded, scenario("dash-recommendation-5").all_measures, DAY, catalogue=quick)
    risks = next(each for each in report.sections(five) if each.name == "risks").items
    assert len([each for each in risks if "losing the independent body" in each]) == 1
    assert any("131 leaders" in each for each in risks)
    # another task of the commission towards the same boards, on another matter, is not the like of it
    assert not any("speaking up" in (each.about or "") for each in five.risks)
    assert any("AI strengthen" in each.text for each in outcome.risks)


def test_what_a_reader_makes_anew_or_ends_is_counted(loaded: Store, tmp_path: Path) -> None:
    file = tmp_path / "mine.csv"
    file.write_text(
        "id,measure,step,operation,target,from,to,function,over,topic,new_name,note\n"
        "my-1,mine,1,create,safety-council,,,,,,Safety Council,A council\n"
        "my-2,mine,2,end-instrument,psirf-2022,,,,,,,\n"
        "my-3,mine,2,rename,human-tissue-authority,,,,,,Tissue Authority,\n",
        encoding="utf-8",
    )
    known = catalogue.load()
    outcome = try_out(loaded, [], DAY, file, catalogue=few(known.question("same-function-same-class")))
    said = report.headline(outcome)
    assert [each.text for each in outcome.bodies] == ["Safety Council would be a new body."]
    assert "1 body would be new" in said
    assert f"{len(outcome.ended)} other arrangements would end" in said
    assert all(each.falls_away for each in outcome.lapsed)
    assert "rename: Human Tissue Authority, called Tissue Authority" in report.as_text(outcome)


def test_a_power_to_have_one_thing_investigated_does_not_make_the_new_host_overseen(loaded: Store) -> None:
    outcome = try_out(loaded, scenario("dash-recommendation-3").all_measures, DAY)
    assert not [each for each in outcome.gaps_closed if each.finding.endswith("care-quality-commission")]
