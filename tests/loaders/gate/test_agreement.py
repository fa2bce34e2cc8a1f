"""The gate's results are pySHACL's own, on good graphs and on broken ones."""

from __future__ import annotations

import pytest
from rdflib import Graph, Literal
from rdflib.namespace import RDF, SH, XSD

from loaders.errors import ToolError
from loaders.gate import check
from loaders.gate.across import constraints, run
from loaders.gate.check import plain, with_ontology
from loaders.gate.result import Result
from loaders.settings import CHECKOUT
from loaders.sources.curated import read_curated
from ontology.terms import RL, SHAPE, load, thing_iri
from tests.examples import good_rows
from tests.graphs import graph_of

BROKEN = {
    "report": {"kind": "notes"},
    "watcher": {"closed": "2024-01-01", "ods_code": "x24", "part_of": "watcher"},
    "parent": {"ods_code": "x24"},
    "old_guide": {"in_force_to": "2021-01-01", "replaces": "guide"},
    "watchers": {"broader": "trusts"},
    "dispute": {"party": "trusts", "quantifier": ""},
    "duties_1": {
        "modality": "power",
        "text": "What ties say.",
        "valid_from": "2025-01-02",
        "valid_to": "2025-01-01",
    },
    "ties_1": {"stated_at": "2025-06-01", "instrument": "", "force": ""},
    "accounts_1": {"force": "guidance", "asserted_by": "trusts"},
    "delegations_1": {"lifecycle": "ended", "instrument": "", "force": "guidance"},
    "reforms_1": {"note": "", "depends_on": "reforms-1", "valid_from": "2024-12-01", "force": "statute"},
    "successions_1": {"valid_from": "1999-01-01"},
    "heard_trusts": {"number": "9"},
    "group_1": {"member": "duties-1"},
    "group_2": {"member": "duties-1"},
    "reforms_1_step_1": {
        "measure": "duties-1",
        "operation": "abolish",
        "from": "",
        "to": "",
        "function": "",
        "note": "",
    },
}


def broken_graph() -> Graph:
    rows = good_rows(**BROKEN)
    rows["oversight"].append({**rows["oversight"][0], "id": "oversight-2"})
    rows["names"].append({**rows["names"][0], "thing": "parent"})
    rows["positions"].append({**good_rows()["positions"][0], "id": "dispute-2", "quantifier": ""})
    graph = graph_of(rows).graph
    graph.add((thing_iri("ties-1"), RL.topic, thing_iri("nothing")))
    graph.add((thing_iri("ties-1"), RL.validFrom, Literal("soon", datatype=XSD.date)))
    graph.set((thing_iri("flows-1"), RL.contested, Literal(True)))
    return graph


def both(graph: Graph) -> tuple[set[Result], set[Result]]:
    ontology = load()
    ours = check(graph, ontology).results
    return set(ours), set(plain(with_ontology(graph, ontology), ontology.shapes))


def test_a_good_graph_has_no_results_in_either() -> None:
    ours, theirs = both(graph_of(good_rows()).graph)
    assert ours == theirs == set()


def test_a_broken_graph_has_the_same_results_in_both() -> None:
    ours, theirs = both(broken_graph())
    assert ours == theirs
    across = {each.shape for each in ours if each.component == str(SH.SPARQLConstraintComponent)}
    assert len(across) == len(constraints(load().shapes))
    assert len(ours) > 40


def test_the_curated_sheets_have_the_same_results_in_both() -> None:
    """One statement in ten, since pySHACL asks each query anew of each node; what pointed to the others is
    broken, in both. ``python -m benchmarks.gate --sheets`` compares them whole.
    """
    graph = read_curated(CHECKOUT / "data", load()).graph
    for number, statement in enumerate(sorted(graph.subjects(RL.knownFrom))):
        if number % 10:
            graph.remove((statement, None, None))
    ours, theirs = both(graph)
    assert ours == theirs
    assert len(ours) > 40


def shapes_with(select: str) -> Graph:
    shapes = Graph()
    shapes.add((SHAPE.test, RDF.type, SH.NodeShape))
    shapes.add((SHAPE.test, SH.targetSubjectsOf, RL.text))
    shapes.add((SHAPE.test, SH.sparql, SHAPE.query))
    shapes.add((SHAPE.query, SH.message, Literal("{?value} of {$this}.")))
    shapes.add((SHAPE.query, SH.select, Literal(select)))
    return shapes


@pytest.mark.parametrize(
    "select",
    [
        f"SELECT $this ?value WHERE {{ $this <{RL.text}> ?value }}",
        f"SELECT $this ?value WHERE {{ $this <{RL.text}> ?value FILTER (?value > 'b' || ?value = 'a') }}",
        f"SELECT $this WHERE {{ $this <{RL.text}> ?v FILTER NOT EXISTS {{ $this <{RL.note}> ?n }} }}",
        f"SELECT $this ?value WHERE {{ $this <{RL.text}> ?t OPTIONAL {{ $this <{RL.note}> ?value }} }}",
        "SELECT DISTINCT $this WHERE { $this ?p ?o . FILTER (?o = 'a') }",
        f"SELECT $this ?path ?value WHERE {{ $this <{RL.text}> ?value . BIND (<{RL.text}> AS ?path) }}",
        f"SELECT $this ?value WHERE {{ ?other <{RL.note}> ?value . FILTER (?other != $this) }}",
    ],
)
def test_a_query_run_once_gives_what_running_it_for_each_node_gives(select: str) -> None:
    graph = Graph()
    for name, text, note in (("one", "a", None), ("two", "b", "n"), ("three", "c", "a")):
        graph.add((thing_iri(name), RL.text, Literal(text)))
        if note:
            graph.add((thing_iri(name), RL.note, Literal(note)))
    graph.add((thing_iri("four"), RL.note, Literal("n")))
    shapes = shapes_with(select)
    found = list(run(graph, shapes))
    assert set(found) == set(plain(graph, shapes))
    assert found


@pytest.mark.parametrize(
    ("select", "why"),
    [
        ("SELECT $this WHERE { { SELECT ?x WHERE { ?x ?y ?z } } }", "SELECT"),
        ("SELECT $this WHERE { $this ?p ?o MINUS { $this ?p 1 } }", "MINUS"),
        ("SELECT $this WHERE { VALUES ?x { 1 } $this ?p ?x }", "VALUES"),
        ("SELECT $this WHERE { SERVICE <http://127.0.0.1/> { $this ?p ?o } }", "SERVICE"),
        ("SELECT $this ?value WHERE { $this $PATH ?value }", "PATH"),
        ("SELECT $this WHERE { $this ?p }", "cannot be read"),
        ("ASK { $this ?p ?o }", "no SELECT"),
    ],
)
def test_a_query_that_cannot_be_run_once_is_refused(select: str, why: str) -> None:
    with pytest.raises(ToolError, match=why):
        list(run(Graph(), shapes_with(select)))


def test_shapes_that_cannot_be_run_are_said_to_be() -> None:
    shapes = Graph()
    shapes.add((SHAPE.test, RDF.type, SH.NodeShape))
    shapes.add((SHAPE.test, SH.targetClass, RL.Statement))
    shapes.add((SHAPE.test, SH.property, SHAPE.field))
    shapes.add((SHAPE.field, SH.path, RL.text))
    shapes.add((SHAPE.field, SH.minCount, Literal("two")))
    with pytest.raises(ToolError, match=r"ontology/shapes/"):
        plain(with_ontology(graph_of(good_rows()).graph, load()), shapes)
