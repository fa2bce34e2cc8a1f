"""The property graph follows from the shapes."""

from __future__ import annotations

import pytest
from rdflib import Literal

from loaders.gate import check
from loaders.release.contents import make_contents
from loaders.release.projection import Node, Projection, Relationship, Tables
from loaders.release.tables import write_tables
from ontology.terms import RL, load, thing_iri
from tests.conftest import MAIN_LABELS
from tests.examples import good_rows
from tests.graphs import graph_of


def tables_of(**changes: dict[str, str]) -> Tables:
    return Projection(load()).tables(graph_of(good_rows(**changes)).graph)


def node(tables: Tables, identifier: str) -> Node:
    return next(each for each in tables.nodes if each.id == identifier)


def links(tables: Tables, start: str) -> set[tuple[str, str]]:
    return {
        (each.type, each.end) for each in tables.relationships if each.start == start and not each.properties
    }


def direct(tables: Tables, kind: str) -> list[Relationship]:
    return [each for each in tables.relationships if each.type == kind]


def test_each_main_label_has_a_unique_constraint() -> None:
    projection = Projection(load())
    assert sorted(projection.main_labels) == sorted(MAIN_LABELS)
    assert projection.constraints == [{"label": label, "property": "id"} for label in sorted(MAIN_LABELS)]


def test_a_statement_has_the_labels_properties_and_relationships_of_its_shapes() -> None:
    tables = tables_of()
    statement = node(tables, "escalation-1")
    assert statement.labels == ("Statement", "EscalationStep")
    assert statement.properties["tier_from"] == "provider"
    assert statement.properties["handed_back"] == "false"
    assert statement.properties["stated_at"] == "2024-10-11"
    assert statement.properties["kind"] == "escalation"
    assert links(tables, "escalation-1") == {
        ("SUBJECT", "watcher"),
        ("OBJECT", "trusts"),
        ("TOPIC", "topic/safety"),
        ("RESTS_ON", "guide"),
        ("ASSERTED_BY", "watcher"),
        ("POSITION", "escalation-1-asserted"),
        ("EVIDENCE", "escalation-1-evidence-1"),
    }


def test_things_bear_their_kind_and_what_all_things_share() -> None:
    tables = tables_of()
    assert node(tables, "watcher").labels == ("Organisation", "Body", "Thing")
    assert node(tables, "log").labels == ("System", "Thing")
    assert node(tables, "watcher").properties["other_names"] == ("The Watcher",)
    assert {
        ("KIND", "organisation-kind/arms-length-body"),
        ("PART_OF", "parent"),
        ("IN_CLASS", "watchers"),
    } <= links(tables, "watcher")


def test_a_concept_is_a_node_with_its_broader_one() -> None:
    tables = tables_of()
    safety = node(tables, "topic/safety")
    assert safety.labels == ("Concept",)
    assert (safety.properties["scheme"], safety.properties["notation"]) == ("topic", "safety")
    assert links(tables, "topic/safety") == {("BROADER", "topic/quality")}


def test_a_completeness_record_keeps_the_names_of_its_sheet() -> None:
    record = node(tables_of(), "complete")
    assert (record.properties["from"], record.properties["to"]) == ("2024-10-11", "2025-02-13")


@pytest.mark.parametrize("kind", ["support", "co-ordination"])
def test_who_only_supports_or_co_ordinates_is_not_joined_as_overseer(kind: str) -> None:
    tables = tables_of(oversight_1={"condition": "", "oversight_kind": kind})
    assert direct(tables, "OVERSEES") == []
    assert node(tables, "oversight-1").properties["oversight_kind"] == kind


def test_a_direct_relationship_carries_what_a_reader_must_see() -> None:
    found = direct(tables_of(oversight_1={"condition": ""}), "OVERSEES")
    assert [(each.start, each.end) for each in found] == [("watcher", "trusts")]
    assert dict(found[0].properties) == {
        "statement": "oversight-1",
        "kind": "oversight",
        "topic": "safety",
        "force": "guidance",
        "basis": "text-of-the-instrument",
        "lifecycle": "in-force",
        "known_from": "2024-10-11",
        "known_to": "2025-02-13",
        "contested": "true",
    }


@pytest.mark.parametrize(
    "cells",
    [
        {"condition": "where a trust asks for it"},
        {"condition": "", "polarity": "does-not-hold"},
        {"condition": "", "verification": "unverified"},
        {"condition": "", "lifecycle": "proposed"},
        {"condition": "", "lifecycle": "announced"},
        {"condition": "", "lifecycle": "paused"},
        {"condition": "", "strength": "intends"},
    ],
)
def test_what_does_not_simply_hold_gets_no_direct_relationship(cells: dict[str, str]) -> None:
    assert direct(tables_of(oversight_1=cells), "OVERSEES") == []


def test_kinds_that_are_not_two_ended_get_none() -> None:
    types = {each.type for each in tables_of().relationships if each.properties}
    assert types == {kind.relationship for kind in load().kinds.values() if kind.relationship} - {"OVERSEES"}


def test_no_relationship_is_there_twice_and_both_ends_exist() -> None:
    tables = tables_of()
    assert len(set(tables.relationships)) == len(tables.relationships)
    nodes = {each.id for each in tables.nodes}
    assert {end for each in tables.relationships for end in (each.start, each.end)} <= nodes
    assert len(nodes) == len(tables.nodes)


def test_tables_leave_a_missing_property_empty_and_quote_only_what_must_be() -> None:
    graph = graph_of(good_rows(ties_1={"note": 'He said "no", twice'})).graph
    projection = Projection(load())
    files = write_tables(projection.tables(graph), projection)
    row = next(line for line in files["nodes/Statement.csv"].splitlines() if line.startswith("ties-1,"))
    assert '"He said ""no"", twice"' in row
    assert '""' not in row.replace('"He said ""no"", twice"', "")
    assert files["nodes/Statement.csv"].splitlines()[0].startswith("id:ID,accountability:string,")
    assert files["relationships/PARTY.csv"].splitlines()[0] == ":START_ID,:END_ID,:TYPE"


def test_a_property_that_the_shapes_do_not_know_is_not_projected() -> None:
    graph = graph_of(good_rows()).graph
    graph.add((thing_iri("ties-1"), RL.weather, Literal("fair")))
    assert "weather" not in node(Projection(load()).tables(graph), "ties-1").properties


def test_every_label_type_and_property_is_a_plain_name() -> None:
    graph = graph_of(good_rows()).graph
    contents = make_contents(graph, load(), check(graph, load()))
    for name, text in contents.files.items():
        if name.startswith(("nodes/", "relationships/")):
            header = text.splitlines()[0].split(",")
            assert all(
                cell.partition(":")[0].replace("_", "").isalnum() or cell.startswith(":") for cell in header
            )
