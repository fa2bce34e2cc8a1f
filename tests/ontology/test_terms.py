"""Every term has a name and a definition, and the ontology says what the sheets need."""

from __future__ import annotations

import csv
import shutil
from pathlib import Path

import pytest
from rdflib import RDF, RDFS, URIRef
from rdflib.namespace import OWL, SKOS

from ontology.terms import (
    FOLDER,
    RL,
    Ontology,
    OntologyError,
    camel_case,
    concept_iri,
    identifier_of,
    load,
    snake_case,
    thing_iri,
)


@pytest.fixture(scope="module")
def ontology() -> Ontology:
    return load()


def test_every_term_has_one_label_and_one_definition_in_plain_english(ontology: Ontology) -> None:
    graph = ontology.graph
    kinds = (OWL.Ontology, RDFS.Class, RDF.Property, OWL.AnnotationProperty, SKOS.ConceptScheme, SKOS.Concept)
    terms = {term for kind in kinds for term in graph.subjects(RDF.type, kind)}
    assert len(terms) > 300
    for term in terms:
        labels = [*graph.objects(term, RDFS.label), *graph.objects(term, SKOS.prefLabel)]
        definitions = [*graph.objects(term, SKOS.definition), *graph.objects(term, RDFS.comment)]
        assert len(labels) == 1, term
        assert len(definitions) == 1, term
        assert str(definitions[0]).endswith("."), term


def test_every_term_that_is_used_is_defined(ontology: Ontology) -> None:
    graph = ontology.graph
    used = {
        term
        for source in (graph, ontology.shapes)
        for triple in source
        for term in triple
        if isinstance(term, URIRef) and str(term).startswith((str(RL), str(concept_iri("", ""))[:-1]))
    }
    assert {term for term in used if (term, None, None) not in graph} == set()


def test_no_scheme_is_empty_or_unused(ontology: Ontology) -> None:
    assert all(ontology.schemes.values())
    wanted = {str(each).rpartition("/")[2] for each in ontology.shapes.objects(None, _SH_CLASS)}
    assert set(ontology.schemes) <= wanted


_SH_CLASS = URIRef("http://www.w3.org/ns/shacl#class")


def test_a_concept_knows_its_broader_one(ontology: Ontology) -> None:
    safety = ontology.concept("topic", "safety")
    assert (safety.label, safety.broader, safety.id) == ("safety", "quality", "topic/safety")
    assert ontology.concept("topic", "performance").broader is None
    with pytest.raises(KeyError):
        ontology.concept("topic", "weather")


def test_a_kind_of_statement_has_a_class_a_sheet_and_a_relationship(ontology: Ontology) -> None:
    kind = ontology.kinds["escalation"]
    assert (kind.iri, kind.sheet, kind.relationship) == (RL.EscalationStep, "escalation", "ESCALATES_TO")
    assert ontology.kinds["definition"].relationship is None
    assert set(ontology.kinds) == set(ontology.schemes["statement-kind"])


def test_every_column_of_every_sheet_is_a_property(ontology: Ontology, checkout: Path) -> None:
    structural = {
        ("organisations", "thing"),
        ("names", "thing"),
        ("evidence", "supports"),
        ("positions", "statement"),
        ("retired", "retired_on"),
        ("coverage", "statements"),
        *(("registers", column) for column in ("lists", "least", "most", "most_change")),
        *(("waivers", column) for column in ("finding", "owner", "expires")),  # they are in no graph
    }
    for sheet in sorted((checkout / "data").glob("*.csv")):
        with sheet.open(encoding="utf-8-sig", newline="") as stream:
            for column in next(csv.reader(stream)):
                if (sheet.stem, column) not in structural:
                    assert ontology.label(ontology.property(column, sheet.stem))


def test_one_heading_may_mean_two_things_in_two_sheets(ontology: Ontology) -> None:
    assert ontology.property("from", "operations") == RL["from"]
    assert ontology.property("from", "completeness") == RL.coveredFrom
    with pytest.raises(KeyError, match="weather"):
        ontology.property("weather", "duties")


@pytest.mark.parametrize("text", [b"rl:Body a .", b"\xff\xfe"])
def test_a_file_that_is_not_turtle_is_named(text: bytes, tmp_path: Path) -> None:
    shutil.copytree(FOLDER, tmp_path / "ontology")
    (tmp_path / "ontology" / "shapes" / "things.ttl").write_bytes(text)
    with pytest.raises(OntologyError, match=r"shapes/things\.ttl"):
        load(tmp_path / "ontology")


def test_names_go_back_and_forth() -> None:
    assert snake_case("statedAt") == "stated_at"
    assert camel_case("stated_at") == "statedAt"
    assert identifier_of(thing_iri("nhs-england")) == "nhs-england"
    assert identifier_of(concept_iri("topic", "safety")) == "topic/safety"
    with pytest.raises(ValueError, match="not an IRI"):
        identifier_of("https://example.org/")
