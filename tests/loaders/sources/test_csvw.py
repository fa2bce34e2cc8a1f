"""The description of the sheets: complete, and of one mind with the ontology and its shapes."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest
from rdflib import SH, Graph, URIRef

from loaders.errors import DataError
from loaders.sources.csvw import FILE, Column, Table, read_metadata
from loaders.sources.documents import GRAMMARS
from ontology.terms import CONCEPT, RL, load
from tests.loaders.sources.world import DATA, METADATA, World

TABLES = list(METADATA.tables.values())
COMPUTED = {"stated_at"}
"""Columns that the sheets may leave empty because loading fills them."""
STRICTER = {("positions", "text")}
"""Columns that must be filled in the sheet, though what loading makes of other columns has no such value."""


def columns() -> list[tuple[Table, Column]]:
    return [(table, column) for table in TABLES for column in table.columns]


def property_shapes(table: Table, column: Column) -> list[URIRef]:
    ontology = load()
    target = ontology.records.get(table.sheet, RL.Organisation if table.sheet == "organisations" else None)
    if target is None:
        return []
    try:
        path = ontology.property(column.name, table.sheet)
    except KeyError:
        return []
    shapes: Graph = ontology.shapes
    return [
        shape
        for node, target_class in shapes.subject_objects(SH.targetClass)
        if target_class in ontology.superclasses(target)
        for shape in shapes.objects(node, SH.property)
        if isinstance(shape, URIRef) and shapes.value(shape, SH.path) == path
    ]


def test_every_sheet_and_column_says_what_it_is_for() -> None:
    for table in TABLES:
        assert table.title and table.description.endswith(".")
    for _, column in columns():
        assert column.label and column.description.endswith(".")


def test_every_kind_of_statement_has_its_sheet() -> None:
    assert {kind.sheet for kind in load().kinds.values()} == {
        table.sheet for table in METADATA.of_group("statement")
    }


def test_every_kind_of_statement_begins_with_the_same_columns() -> None:
    first, *others = METADATA.of_group("statement")
    shared = 19
    for table in others:
        assert [column.name for column in table.columns[:shared]] == [
            column.name for column in first.columns[:shared]
        ]


def test_every_concept_scheme_that_a_column_names_is_there() -> None:
    assert {column.scheme for _, column in columns() if column.scheme} <= set(load().schemes)


def test_schemes_are_those_of_the_shapes() -> None:
    shapes = load().shapes
    for table, column in columns():
        for shape in property_shapes(table, column):
            target = shapes.value(shape, SH["class"])
            if target is not None and str(target).startswith(str(CONCEPT)):
                assert column.scheme == str(target).removeprefix(str(CONCEPT)), (table.file, column.name)


def test_columns_must_be_filled_where_the_shapes_say_so_and_nowhere_else() -> None:
    shapes = load().shapes
    for table, column in columns():
        found = property_shapes(table, column)
        if not found or column.name in COMPUTED or (table.sheet, column.name) in STRICTER:
            continue
        needed = any(shapes.value(shape, SH.minCount) is not None for shape in found)
        assert column.required == needed, (table.file, column.name)


def test_the_grammars_of_locators_are_those_there_are() -> None:
    pattern = METADATA.tables["sources.csv"].column("locator_grammar").pattern
    assert pattern is not None
    assert all(pattern.fullmatch(grammar) for grammar in GRAMMARS)
    assert len(GRAMMARS) == pattern.pattern.count("|") + 1


def test_the_file_keeps_to_the_w3c_vocabulary() -> None:
    found: Any = json.loads((DATA / FILE).read_text(encoding="utf-8"))
    assert found["@context"] == ["http://www.w3.org/ns/csvw", {"@language": "en"}]
    allowed = {"name", "titles", "datatype", "required", "separator", "dc:description"}
    for table in found["tables"]:
        for column in table["tableSchema"]["columns"]:
            # Our own annotations are full IRIs: CSVW lets nobody declare a prefix.
            assert {key for key in column if not key.startswith("https://")} <= allowed
            assert column["titles"][0] == column["name"]


def test_our_own_annotations_are_defined_in_the_ontology() -> None:
    text = (DATA / FILE).read_text(encoding="utf-8")
    used = set(re.findall(rf'"({re.escape(str(RL))}\w+)":', text))
    assert len(used) == 3
    for term in used:
        assert load().definition(URIRef(term))


@pytest.mark.parametrize(
    "damage",
    ["", "{", "[]", '{"tables": []}', '{"dc:title": "", "dc:description": "", "tables": [{"url": 1}]}'],
)
def test_a_damaged_file_is_refused(tmp_path: Path, damage: str) -> None:
    (tmp_path / FILE).write_text(damage, encoding="utf-8")
    with pytest.raises(DataError, match=r"landscape-metadata\.json"):
        read_metadata(tmp_path)


def test_a_reference_to_no_sheet_is_refused(tmp_path: Path) -> None:
    text = (DATA / FILE).read_text(encoding="utf-8").replace('"actor"]', '"actors"]', 1)
    (tmp_path / FILE).write_text(text, encoding="utf-8")
    with pytest.raises(DataError, match="actors"):
        read_metadata(tmp_path)


def test_a_sheet_that_the_ontology_knows_must_be_described(world: World) -> None:
    text = (DATA / FILE).read_text(encoding="utf-8").replace('"url": "ties.csv"', '"url": "bonds.csv"')
    (world.folder / FILE).write_text(text, encoding="utf-8")
    assert world.only_problem().what == "The sheet ties.csv is not described."
