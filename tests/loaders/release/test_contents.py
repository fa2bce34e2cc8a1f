"""What a release holds follows from its statements alone: not from the order of rows, nor from the clock."""

from __future__ import annotations

import csv
import io
import json
import random
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from rdflib import Graph

from loaders.errors import DataError
from loaders.gate import check
from loaders.release.contents import Contents, make_contents
from loaders.release.pages import pages
from loaders.settings import CHECKOUT
from loaders.sources.curated import read_curated
from ontology.terms import load
from tests.examples import KINDS, good_rows
from tests.graphs import Rows, graph_of


def contents_of(rows: Rows) -> Contents:
    draft = graph_of(rows)
    return make_contents(draft.graph, load(), check(draft.graph, load(), draft.origins))


def statements(contents: Contents) -> dict[str, dict[str, Any]]:
    lines = (json.loads(line) for line in contents.files["statements.jsonl"].splitlines())
    return {line["id"]: line for line in lines}


def table(contents: Contents, name: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(contents.files[name])))


@pytest.fixture(scope="module")
def good() -> Contents:
    return contents_of(good_rows())


@settings(max_examples=8, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(seed=st.integers(0, 2**32))
def test_any_order_of_rows_gives_the_same_bytes(seed: int) -> None:
    rows, shuffler = good_rows(), random.Random(seed)
    sheets = list(rows)
    shuffler.shuffle(sheets)
    evidence = rows["evidence"]  # its numbers are the reader's business, so its order stays
    mixed = {sheet: shuffler.sample(rows[sheet], len(rows[sheet])) for sheet in sheets if sheet != "evidence"}
    assert contents_of({**mixed, "evidence": evidence}).files == contents_of(good_rows()).files


@settings(max_examples=8, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(
    sheet=st.sampled_from(["oversight", "ties", "commissioning", "recommendations", "definitions", "effects"])
)
def test_deleting_a_row_withdraws_exactly_that_statement(sheet: str) -> None:
    rows = good_rows()
    twin = {**rows[sheet][0], "id": f"{sheet}-2", "text": "Another one."}
    rows[sheet].append(twin)
    rows["evidence"].append({"supports": twin["id"], "document": "report", "locator": "7 s7"})
    more, less = statements(contents_of(rows)), statements(contents_of(good_rows()))
    assert more.keys() - less.keys() == {twin["id"]}
    assert {key: more[key] for key in less} == less


def test_the_identifier_is_the_newest_source_date_and_a_hash_of_the_content(good: Contents) -> None:
    changed = contents_of(good_rows(ties_1={"note": "Another note"}))
    assert good.id.startswith("2025-02-13-") and changed.id.startswith("2025-02-13-")
    assert len(good.id) == len("2025-02-13-") + 12
    assert good.id != changed.id
    assert json.loads(good.files["manifest.json"])["as_at"] == "2025-02-13"


def test_a_document_that_was_only_cited_does_not_date_the_release() -> None:
    assert contents_of(good_rows(cited_report={"published": "2026-01-01"})).as_at == "2025-02-13"


def test_a_value_with_a_line_break_is_refused() -> None:
    with pytest.raises(DataError, match="line break"):
        contents_of(good_rows(ties_1={"note": "one\ntwo"}))


@pytest.mark.parametrize("source", ["good rows", "curated sheets"])
def test_every_line_is_what_its_kind_s_schema_says(source: str, good: Contents) -> None:
    described = {
        name.removeprefix("schemas/").removesuffix(".json"): json.loads(text)
        for name, text in pages(load()).items()
        if name.startswith("schemas/")
    }
    contents = good if source == "good rows" else curated()
    seen = set()
    for statement in statements(contents).values():
        jsonschema.Draft202012Validator(
            described[statement["kind"]], format_checker=jsonschema.FormatChecker()
        ).validate(statement)
        seen.add(statement["kind"])
    assert seen == set(described)


def test_a_statement_in_full(good: Contents) -> None:
    evidence = {"document": "report", "locator": "2 s18", "cites": ["cited-report"]}
    reform = statements(good)["reforms-1"]
    assert reform["kind"] == "reform"
    assert (reform["subject"], reform["object"], reform["lifecycle"]) == ("watcher", "trusts", "proposed")
    assert reform["event"] is None
    assert (reform["known_from"], reform["known_to"], reform["ended"]) == ("2024-10-11", "2025-02-13", False)
    assert reform["details"] == {
        "depends_on": ["duties-1"],
        "instrument": "guide",
        "note": "A note",
        "operations": [
            {
                "id": "reforms-1-step-1",
                "step": 1,
                "operation": "transfer",
                "target": "watcher",
                "from": "watcher",
                "to": "trusts",
                "function": "assess",
                "note": "A note",
            }
        ],
        "reference": "M1",
    }
    assert [(each["party"], each["stance"]) for each in reform["positions"]] == [("watcher", "asserts")]
    assert [each["document"] for each in reform["evidence"]] == [evidence["document"]]
    assert reform["evidence"][0]["cites"] == evidence["cites"]


def test_a_disputed_statement_shows_both_sides(good: Contents) -> None:
    oversight = statements(good)["oversight-1"]
    assert oversight["contested"] is True
    assert oversight["positions"][0]["id"] == "oversight-1-asserted"
    sides = {each["stance"]: each for each in oversight["positions"]}
    assert set(sides) == {"asserts", "disputes"}
    assert sides["disputes"]["quantifier"] == "all"
    assert [each["locator"] for each in sides["disputes"]["evidence"]] == ["1 s9"]


def test_everything_named_in_a_statement_is_a_node(good: Contents) -> None:
    nodes = {row["id:ID"] for name in good.files if name.startswith("nodes/") for row in table(good, name)}
    for each in statements(good).values():
        named = {each["subject"], each["object"], *(position["party"] for position in each["positions"])}
        assert named - {None} <= nodes


def test_the_turtle_holds_the_graph_that_was_read() -> None:
    draft = graph_of(good_rows())
    contents = make_contents(draft.graph, load(), check(draft.graph, load()))
    read = Graph().parse(data=contents.files["landscape.ttl"], format="turtle")
    assert set(draft.graph) <= set(read)


def test_the_manifest_says_what_is_in_the_release(good: Contents) -> None:
    manifest = json.loads(good.files["manifest.json"])
    assert manifest["counts"]["statements"]["oversight"] == 1
    assert manifest["counts"]["contested"] == 1
    assert manifest["counts"]["undated"] == len(KINDS) - 1, "a succession has its day"
    assert manifest["counts"]["nodes"]["Statement"] == len(KINDS)
    assert set(manifest["files"]) == set(good.files) - {"manifest.json"}
    assert [source["id"] for source in manifest["sources"]] == ["cited-report", "report"]


def test_generated_pages_are_what_the_ontology_says(checkout: Path) -> None:
    """Where this fails: ``python -m loaders.release.pages``."""
    expected = pages(load())
    there = {
        file.relative_to(checkout / "docs").as_posix()
        for file in (*(checkout / "docs").glob("schemas/*.json"),)
    }
    assert there == {name for name in expected if name.startswith("schemas/")}
    for name, text in expected.items():
        assert (checkout / "docs" / name).read_text(encoding="utf-8") == text, name


def curated() -> Contents:
    read = read_curated(CHECKOUT / "data", load())
    return make_contents(read.graph, load(), check(read.graph, load(), read.origins))
