"""The sheets as a graph: what each cell becomes, what is computed, and where each part came from."""

from __future__ import annotations

import random
from datetime import date

import pytest
from rdflib import RDF, RDFS, Graph, Literal, URIRef
from rdflib.namespace import DCTERMS

from loaders.gate import check
from loaders.sources.curated import read_curated, to_graph
from loaders.sources.origins import Origins
from ontology.terms import RL, concept_iri, load, thing_iri
from tests.loaders.sources.world import CELLS, DATA, World

STATEMENT = thing_iri("office-oversees-mills")


def made(world: World) -> tuple[Graph, Origins]:
    return to_graph(world.read(), load())


def content(graph: Graph) -> list[str]:
    return sorted(graph.serialize(format="nt").splitlines())


def test_the_projects_own_sheets_pass_the_gate() -> None:
    curated = read_curated(DATA, load())
    report = check(curated.graph, load(), curated.origins)
    assert report.passed, [str(problem) for problem in report.problems()]


def test_things_have_their_class_name_and_attributes(world: World) -> None:
    world.set("organisations", 2, "opened", "2013-04-01")
    world.set("organisations", 2, "classes", "mills")
    world.set("organisations", 2, "url", "https://example.org/mill")
    graph, _ = made(world)
    trust = thing_iri("mill-trust")
    assert set(graph.predicate_objects(trust)) == {
        (RDF.type, RL.Body),
        (DCTERMS.identifier, Literal("mill-trust")),
        (RDFS.label, Literal("Mill Trust")),
        (RL.kind, concept_iri("organisation-kind", "other")),
        (RL.odsCode, Literal("RA1")),
        (RL.opened, Literal(date(2013, 4, 1))),
        (RL.classes, thing_iri("mills")),
        (
            RL.url,
            Literal("https://example.org/mill", datatype=URIRef("http://www.w3.org/2001/XMLSchema#anyURI")),
        ),
        (RL.otherNames, Literal("The Mill")),
    }
    assert (thing_iri("hill-office"), RDF.type, RL.Unit) in graph


def test_a_statement_has_its_kind_and_cells(world: World) -> None:
    graph, _ = made(world)
    assert graph.value(STATEMENT, RDF.type) == RL.Oversight
    assert graph.value(STATEMENT, RL.kind) == concept_iri("statement-kind", "oversight")
    assert graph.value(STATEMENT, RL.subject) == thing_iri("hill-office")
    assert graph.value(STATEMENT, RL.topic) == concept_iri("topic", "safety")


def test_known_from_is_the_earliest_date_of_the_documents(world: World) -> None:
    graph, _ = made(world)
    assert graph.value(STATEMENT, RL.statedAt) == Literal(date(2023, 2, 1))
    assert graph.value(STATEMENT, RL.knownFrom) == Literal(date(2023, 2, 1))


def test_known_from_follows_stated_at_and_before_it_valid_from(world: World) -> None:
    world.set("oversight", 2, "stated_at", "2024-03-03")
    graph, _ = made(world)
    assert graph.value(STATEMENT, RL.knownFrom) == Literal(date(2024, 3, 3))
    world.set("oversight", 2, "valid_from", "2020-01-01")
    graph, _ = made(world)
    assert graph.value(STATEMENT, RL.knownFrom) == Literal(date(2020, 1, 1))
    assert graph.value(STATEMENT, RL.statedAt) == Literal(date(2024, 3, 3))


def test_known_to_is_the_latest_day_to_which_a_document_is_confirmed(world: World) -> None:
    graph, _ = made(world)
    assert graph.value(STATEMENT, RL.knownTo) == Literal(date(2025, 6, 30))
    assert graph.value(STATEMENT, RL.ended) == Literal(False)


def test_a_statement_with_a_last_day_has_ended_then(world: World) -> None:
    world.set("oversight", 2, "valid_to", "2024-01-31")
    graph, _ = made(world)
    assert graph.value(STATEMENT, RL.knownTo) == Literal(date(2024, 1, 31))
    assert graph.value(STATEMENT, RL.ended) == Literal(True)


@pytest.mark.parametrize(("stance", "contested"), [("disputes", True), ("qualifies", False)])
def test_a_statement_is_contested_where_a_position_disputes_it(
    world: World, stance: str, contested: bool
) -> None:
    world.set("positions", 2, "stance", stance)
    graph, _ = made(world)
    assert graph.value(STATEMENT, RL.contested) == Literal(contested)


def test_the_first_position_is_that_of_the_party_that_asserts(world: World) -> None:
    graph, _ = made(world)
    first = thing_iri("office-oversees-mills-asserted")
    assert set(graph.objects(STATEMENT, RL.position)) == {first, thing_iri("millers-dispute-oversight")}
    assert set(graph.predicate_objects(first)) == {
        (RDF.type, RL.Position),
        (DCTERMS.identifier, Literal("office-oversees-mills-asserted")),
        (RL.party, thing_iri("hill-office")),
        (RL.stance, concept_iri("stance", "asserts")),
        (RL.basis, concept_iri("basis", "official-statement")),
        (RL.statedAt, Literal(date(2023, 2, 1))),
        (RL.evidence, thing_iri("office-oversees-mills-evidence-1")),
        (RL.evidence, thing_iri("office-oversees-mills-evidence-2")),
    }


def test_a_position_without_a_date_has_that_of_its_document(world: World) -> None:
    graph, _ = made(world)
    position = thing_iri("millers-dispute-oversight")
    assert graph.value(position, RL.statedAt) == Literal(date(2024, 5, 1))
    assert set(graph.objects(position, RL.evidence)) == {thing_iri("millers-dispute-oversight-evidence-1")}


def test_evidence_is_numbered_by_document_and_place(world: World) -> None:
    graph, _ = made(world)
    first, second = (thing_iri(f"office-oversees-mills-evidence-{number}") for number in (1, 2))
    assert graph.value(first, RL.document) == thing_iri("mill-book")
    assert graph.value(first, RL.textStart) is None
    assert graph.value(second, RL.locator) == Literal("1.2 s1")
    assert graph.value(second, RL.textStart) == Literal(10)
    assert graph.value(second, RL.textEnd) == Literal(40)


def test_the_order_of_rows_makes_no_difference(world: World) -> None:
    before, _ = made(world)
    shuffle = random.Random(7).shuffle
    for sheet in CELLS:
        header, *rows = world.grid(sheet)
        shuffle(rows)
        world.lay(sheet, [header, *rows])
    after, _ = made(world)
    assert content(before) == content(after)


def test_a_row_that_is_deleted_takes_exactly_its_own_triples_along(world: World) -> None:
    before, _ = made(world)
    gone = {"millers-dispute-oversight", "millers-dispute-oversight-evidence-1"}
    for sheet in ("positions", "evidence"):
        world.lay(sheet, [row for row in world.grid(sheet) if row[0] not in gone])
    after, _ = made(world)
    nodes = {thing_iri(each) for each in gone}
    lost = set(before) - set(after)
    assert all(subject in nodes or value in nodes or path == RL.contested for subject, path, value in lost)
    assert set(after) - set(before) == {(STATEMENT, RL.contested, Literal(False))}


def test_origins_name_the_cell(world: World) -> None:
    _, origins = made(world)
    evidence = thing_iri("office-oversees-mills-evidence-2")
    first = thing_iri("office-oversees-mills-asserted")
    assert origins.place(STATEMENT) == ("oversight.csv", 2, "")
    assert origins.place(STATEMENT, RL.oversightKind) == ("oversight.csv", 2, "oversight_kind")
    assert origins.place(STATEMENT, RL.knownTo) == ("oversight.csv", 2, "valid_to")
    assert origins.place(first, RL.party) == ("oversight.csv", 2, "asserted_by")
    assert origins.place(evidence, RL.locator) == ("evidence.csv", 2, "locator")
    assert origins.place(thing_iri("mill-trust"), RL.otherNames) == ("names.csv", 2, "name")
    assert origins.place(thing_iri("hill-office"), RL.partOf) == ("organisations.csv", 3, "part_of")


def test_every_node_has_a_place_in_a_sheet() -> None:
    curated = read_curated(DATA, load())
    assert {node for node in curated.graph.subjects() if not curated.origins.place(str(node))[0]} == set()
