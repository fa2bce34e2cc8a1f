"""Every constraint of every shape is broken once, and found; data that breaks none passes."""

from __future__ import annotations

import re

import pyshacl
import pytest
from rdflib import RDF, RDFS, Graph, Literal, URIRef
from rdflib.namespace import SH, XSD
from rdflib.term import Node

from loaders.gate import GateReport, check
from loaders.gate.focus import focus_nodes, shapes_with_targets
from ontology.terms import RL, Ontology, load, thing_iri
from tests.examples import good_rows
from tests.graphs import Draft, graph_of

COMPONENTS = {
    SH.minCount: "MinCount",
    SH.maxCount: "MaxCount",
    SH.datatype: "Datatype",
    SH["class"]: "Class",
    SH.pattern: "Pattern",
    SH.minInclusive: "MinInclusive",
    SH.lessThanOrEquals: "LessThanOrEquals",
    SH.lessThan: "LessThan",
    SH["in"]: "In",
    SH.disjoint: "Disjoint",
    SH["or"]: "Or",
    SH.nodeKind: "NodeKind",
}

# rows that break one rule each: the shape that must say so -> row's identifier -> changed cells
RULES: dict[str, dict[str, dict[str, str]]] = {
    "interview-account-rests-on-nothing": {"accounts_1": {"force": "guidance"}},
    "interview-account-is-a-samples": {"accounts_1": {"asserted_by": "trusts"}},
    "interview-position-is-a-samples": {"dispute": {"party": "watcher"}},
    "position-is-no-classes": {"dispute": {"party": "trusts"}},
    "disputing-sample-has-quantifier": {"dispute": {"quantifier": ""}},
    "case-event-rests-on-a-case": {"case_events_1": {"basis": "authors-finding"}},
    "undecided-is-not-in-force": {"reforms_1": {"valid_from": "2024-11-01"}},
    "undecided-does-not-bind": {"reforms_1": {"force": "statute"}},
    "ended-has-last-day": {"duties_1": {"lifecycle": "ended"}},
    "duty-rests-on-law": {"duties_1": {"modality": "duty"}},
    "duty-cites-its-clause": {"duties_1": {"modality": "power", "force": "statute", "provision": ""}},
    "force-names-its-instrument": {"ties_1": {"instrument": ""}},
    "notes-bear-nothing-out": {"report": {"kind": "notes"}},
    "measure-has-operations": {"reforms_1_step_1": {"measure": "duties-1"}, "reforms_1": {"note": ""}},
    "document-read-is-dated": {"report": {"confirmed_to": ""}},
    "document-read-is-credited": {"report": {"licence": ""}},
    "complete-list-says-about-what": {"complete": {"about": ""}},
    "feedback-says-whether-owed": {"flows_1": {"owed": ""}},
    "response-is-owed-on-recommendations": {"recommendations_1": {"recommendation_kind": "observation"}},
    "flow-answers-a-report": {"flows_1": {"answers": "duties-1"}},
    "evidence-was-read-in-document": {"report": {"kind": "cited"}},
    "abolished-body-leaves-functions": {
        "reforms_1_step_1": {"operation": "abolish", "from": "", "to": "", "function": "", "note": ""}
    },
    "bearer-exists": {"watcher": {"closed": "2024-01-01"}},
    "successor-follows": {"old_guide": {"in_force_to": "2021-01-01"}},
    "stated-before-published": {"ties_1": {"stated_at": "2025-02-14"}},
    "same-words-once": {"oversight_2": {"text": "What oversight say."}},
    "name-means-one-thing": {"other_name": {"thing": "parent"}},
    "code-means-one-organisation": {"parent": {"ods_code": "X24"}},
    "no-part-of-itself": {"parent": {"part_of": "watcher"}},
    "no-circle-of-classes": {"watchers": {"broader": "trusts"}},
    "no-circle-of-editions": {"old_guide": {"replaces": "guide"}},
    "no-circle-of-measures": {"reforms_1": {"depends_on": "reforms-1"}},
    "group-holds-recommendations": {"group_1": {"member": "duties-1"}},
    "group-has-several": {"group_2": {"alike_in": "Alike, misspelt"}},
    "grouped-once": {"group_2": {"member": "recommendations-1"}},
    "succession-fits-dates": {"successions_1": {"valid_from": "2023-12-31"}},
}


@pytest.fixture(scope="module")
def ontology() -> Ontology:
    return load()


def test_good_rows_conform_and_meet_every_shape(ontology: Ontology) -> None:
    draft = graph_of(good_rows())
    report = check(draft.graph, ontology, draft.origins)
    assert [str(report.problem(result)) for result in report.results] == []
    assert report.unmet == ()


def test_every_shape_says_what_to_do_and_how_grave_it_is(ontology: Ontology) -> None:
    shapes = ontology.shapes
    for shape in set(shapes.subjects(RDF.type, SH.PropertyShape)) | set(
        shapes.subjects(RDF.type, SH.NodeShape)
    ):
        assert shapes.value(shape, SH.severity) in (SH.Violation, SH.Warning), shape
        across = list(shapes.objects(shape, SH.sparql))
        said = [str(text) for each in (across or [shape]) for text in shapes.objects(each, SH.message)]
        assert len(said) == 1, shape
        assert re.search(r"[a-z].*\.$", said[0]), said
        assert shapes.value(shape, RDF.type) == SH.PropertyShape or shapes.value(shape, RDFS.comment), shape


def test_the_shapes_are_well_formed_shacl(ontology: Ontology) -> None:
    conforms, _, text = pyshacl.validate(Graph(), shacl_graph=ontology.shapes, meta_shacl=True)
    assert conforms, text


def test_every_field_of_every_shape_is_in_the_ontology(ontology: Ontology) -> None:
    known = set(ontology.graph.subjects(RDFS.label)) | {SH.path}
    outside = {"http://www.w3.org/2004/02/skos/core#"}
    for path in ontology.shapes.objects(None, SH.path):
        if isinstance(path, URIRef) and not any(str(path).startswith(space) for space in outside):
            assert path in known, path
    for wanted in (
        *ontology.shapes.objects(None, SH["class"]),
        *ontology.shapes.objects(None, SH.targetClass),
    ):
        assert wanted in known or str(wanted).startswith("http://www.w3.org/"), wanted


def test_each_constraint_of_each_field_finds_what_breaks_it(ontology: Ontology) -> None:
    """One copy of a good node for each constraint, broken in that one point; all are checked in one run."""
    draft = graph_of(good_rows())
    whole = draft.graph + ontology.graph
    expected: list[tuple[str, str, str]] = []
    for shape in shapes_with_targets(ontology.shapes):
        focus = sorted(focus_nodes(shape, ontology.shapes, whole), key=str)
        for field in sorted(ontology.shapes.objects(shape, SH.property), key=str):
            path = ontology.shapes.value(field, SH.path)
            if not isinstance(path, URIRef) or shape == URIRef(f"{_SHAPE}concept"):
                continue
            node = next((each for each in focus if (each, path, None) in draft.graph), focus[0])
            for parameter, component in COMPONENTS.items():
                setting = ontology.shapes.value(field, parameter)
                if setting is None:
                    continue
                copy = thing_iri(f"broken-{len(expected)}")
                for _, predicate, value in list(draft.graph.triples((node, None, None))):
                    draft.graph.add((copy, predicate, value))
                _break(draft.graph, copy, path, parameter, setting)
                expected.append((str(copy), str(field), component))
    assert len(expected) > 250
    report = check(draft.graph, ontology)
    found = {(each.focus, each.shape, _component(each.component)) for each in report.results}
    assert [each for each in expected if each not in found] == []


_SHAPE = "https://w3id.org/regulatory-landscape/shape/"


def _break(graph: Graph, node: URIRef, path: URIRef, parameter: Node, setting: Node) -> None:
    wrong: dict[Node, Node] = {
        SH.datatype: Literal("x", datatype=XSD.duration if setting != XSD.duration else XSD.gYear),
        SH["class"]: RL.NothingOfTheSort,
        SH["or"]: RL.NothingOfTheSort,
        SH.nodeKind: Literal("no IRI"),
        SH.pattern: Literal("no;good \n Value"),
        SH.minInclusive: Literal(-1),
        SH["in"]: Literal("none of these"),
    }
    if parameter == SH.minCount:
        graph.remove((node, path, None))
    elif parameter == SH.maxCount:
        graph.add((node, path, Literal("one")))
        graph.add((node, path, Literal("two")))
    elif parameter in (SH.lessThanOrEquals, SH.lessThan):
        shape = next(load().shapes.subjects(SH.path, path))
        integer = load().shapes.value(shape, SH.datatype) == XSD.integer
        low, high = (1, 9) if integer else ("2000-01-01", "2099-01-01")
        kind = XSD.integer if integer else XSD.date
        graph.set((node, path, Literal(high, datatype=kind)))
        graph.set((node, setting, Literal(low, datatype=kind)))
    elif parameter == SH.disjoint:
        graph.add((node, path, next(graph.objects(node, setting))))
    else:
        graph.set((node, path, wrong[parameter]))


@pytest.mark.parametrize("shape", RULES)
def test_each_rule_finds_what_breaks_it(shape: str, ontology: Ontology) -> None:
    report = _broken(RULES[shape], ontology)
    assert shape in {result.shape.removeprefix(_SHAPE) for result in report.results}


def test_no_rule_is_without_an_example(ontology: Ontology) -> None:
    rules = {
        str(shape).removeprefix(_SHAPE)
        for parameter in (SH["or"], SH["not"], SH.sparql)
        for shape in ontology.shapes.subjects(parameter)
        if isinstance(shape, URIRef) and (shape, RDF.type, SH.NodeShape) in ontology.shapes
    }
    complex_paths = {
        str(shape).removeprefix(_SHAPE)
        for shape, path in ontology.shapes.subject_objects(SH.path)
        if isinstance(shape, URIRef) and not isinstance(path, URIRef)
    }
    assert rules | complex_paths == set(RULES) | {"contested-where-disputed"}


def test_a_statement_whose_flag_does_not_fit_its_positions_is_found(ontology: Ontology) -> None:
    draft = graph_of(good_rows())
    draft.graph.set((thing_iri("oversight-1"), RL.contested, Literal(False)))
    shapes = {result.shape for result in check(draft.graph, ontology).results}
    assert shapes == {f"{_SHAPE}contested-where-disputed"}


def test_warnings_do_not_keep_a_release_from_being_built(ontology: Ontology) -> None:
    report = _broken(RULES["duty-cites-its-clause"], ontology)
    assert report.passed
    assert len(report.warnings) == 1


def _broken(changes: dict[str, dict[str, str]], ontology: Ontology) -> GateReport:
    rows = good_rows(**changes)
    if cells := changes.get("oversight_2"):
        rows["oversight"].append({**rows["oversight"][0], "id": "oversight-2", **cells})
        rows["evidence"].append({"supports": "oversight-2", "document": "report", "locator": "9 s9"})
    if cells := changes.get("other_name"):
        rows["names"].append({**rows["names"][0], **cells})
    draft: Draft = graph_of(rows)
    return check(draft.graph, ontology, draft.origins)


def _component(iri: str) -> str:
    return iri.rpartition("#")[2].removesuffix("ConstraintComponent")
