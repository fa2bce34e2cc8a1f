"""What the gate says: sheet, row and column, what is wrong and what to do."""

from __future__ import annotations

from rdflib import Graph
from rdflib.namespace import RDF, SH

from loaders.gate import check
from loaders.gate.result import read_results
from loaders.sources.origins import Origins
from ontology.terms import RL, load, thing_iri
from tests.examples import good_rows
from tests.graphs import Draft, graph_of


def test_a_problem_names_the_sheet_the_row_and_the_column() -> None:
    draft = graph_of(good_rows(duties_1={"valid_from": "2025-01-02", "valid_to": "2025-01-01"}))
    _, row, _ = draft.origins.place(thing_iri("duties-1"))
    problems = [each for each in check(draft.graph, load(), draft.origins).problems() if each.row == row]
    first = next(each for each in problems if each.column == "valid_from")
    assert str(first) == (
        f"duties.csv, row {row}, column valid_from: '2025-01-02' is out of order. "
        "Give one first day, and not after the last."
    )


def test_a_missing_value_names_the_column_that_lacks_it() -> None:
    draft = graph_of(good_rows(functions_1={"function": ""}))
    problem = check(draft.graph, load(), draft.origins).problems()[0]
    assert (problem.file, problem.column) == ("functions.csv", "function")
    assert problem.what == "A value is missing."


def test_a_concept_is_named_as_in_the_sheet() -> None:
    draft = graph_of(good_rows(functions_1={"function": "sing"}))
    problem = check(draft.graph, load(), draft.origins).problems()[0]
    assert "'function/sing'" in problem.what
    assert problem.do == "Give one function, a code of the scheme function."


def test_without_origins_the_thing_is_named_by_its_identifier() -> None:
    graph = graph_of(good_rows(functions_1={"function": ""})).graph
    assert check(graph, load()).problems()[0].file == "functions-1"


def test_shapes_that_met_nothing_are_listed() -> None:
    draft = Draft()
    draft.row("sources", id="cited-report", title="Report", kind="cited", origin="cited-report")
    report = check(draft.finish(), load(), draft.origins)
    assert "document" not in report.unmet
    assert {"oversight", "bearer-exists", "measure-has-operations"} <= set(report.unmet)


def test_a_rule_that_ties_two_fields_names_the_one_to_mend() -> None:
    draft = graph_of(good_rows(accounts_1={"force": "guidance"}))
    problem = check(draft.graph, load(), draft.origins).problems()[0]
    assert (problem.file, problem.column) == ("accounts.csv", "force")
    assert "the force is none" in problem.what


def test_a_rule_without_a_place_in_the_data_is_still_reported() -> None:
    draft = graph_of(good_rows(case_events_1={"basis": "authors-finding"}))
    problem = check(draft.graph, load(), draft.origins).problems()[0]
    assert (problem.file, problem.column) == ("case_events.csv", "")
    assert "basis of a case event" in problem.what


def test_a_rule_across_records_names_the_other_one_as_the_sheets_do() -> None:
    draft = graph_of(good_rows(parent={"ods_code": "X24"}))
    told = {str(each) for each in check(draft.graph, load(), draft.origins).problems()}
    _, row, _ = draft.origins.place(thing_iri("parent"))
    assert (
        f"organisations.csv, row {row}, column ods_code: watcher has the same ODS code: "
        "a code belongs to one organisation for life, so correct one of them."
    ) in told


def test_the_report_in_turtle_says_the_same() -> None:
    draft = graph_of(good_rows(duties_1={"text": 'A "quoted"\nline'}, report={"kind": "cited"}))
    report = check(draft.graph, load(), draft.origins)
    read = Graph().parse(data=report.turtle(), format="turtle")
    assert len(list(read.subjects(RDF.type, SH.ValidationResult))) == len(report.results)
    assert set(read_results(read, read)) == set(report.results)
    assert str(next(read.objects(None, SH.conforms))) == "false"


def test_a_report_without_results_conforms() -> None:
    text = check(graph_of(good_rows()).graph, load()).turtle()
    read = Graph().parse(data=text, format="turtle")
    assert str(next(read.objects(None, SH.conforms))) == "true"


def test_a_property_may_come_from_another_row_than_its_thing() -> None:
    origins = Origins()
    origins.add("thing", "organisations.csv", 2)
    origins.add("thing", "names.csv", 7, RL.otherNames)
    origins.name("names.csv", RL.otherNames, "name")
    assert origins.place("thing") == ("organisations.csv", 2, "")
    assert origins.place("thing", RL.otherNames) == ("names.csv", 7, "name")
    assert origins.place("another") == ("", 0, "")
