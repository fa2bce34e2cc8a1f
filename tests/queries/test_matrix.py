"""The matrix of bodies by functions: what counts in a cell, in which words, and what never does."""

from __future__ import annotations

from typing import Any

import pytest

from loaders.errors import ToolError
from queries.matrix import (
    CONDITIONAL,
    CONTESTED,
    DENIED,
    EXPECTED,
    HELD,
    NOT_RECORDED,
    NOT_REQUIRED,
    PAUSED,
    PROPOSED,
    TOLD,
    Cell,
    Matrix,
    read_matrix,
)
from tests.conftest import TestStore
from tests.queries.cases.builds import Build, bodies
from tests.queries.landscapes import AFTER, FIRST, WITHIN, Landscape


def made(store: TestStore, land: Landscape, date: Any = WITHIN) -> Matrix:
    land.concept("function", "inspect")
    land.concept("function", "assess")
    for concept in land.nodes.values():
        if concept.labels[0] == "Concept":
            concept.properties.setdefault("definition", "What it is.")
    return read_matrix(store.replace(land.nodes.values(), land.edges), date)


def cell(matrix: Matrix, body: str, function: str) -> Cell | None:
    rows = [row for row in matrix.rows if row.body.id == body]
    return rows[0].cell(function) if rows else None


def one(kind: str, subject: str = "watcher", object_: str = "providers", **said: Any) -> Build:
    def build(land: Landscape) -> None:
        bodies(land)
        land.rule("claim", kind, subject, object_, by="centre", **said)

    return build


@pytest.mark.parametrize(
    ("build", "state"),
    [
        (one("function", function="inspect"), HELD),
        (one("function", function="inspect", condition="where asked"), CONDITIONAL),
        (one("function", function="inspect", polarity="does-not-hold"), DENIED),
        (one("function", function="inspect", lifecycle="announced"), PROPOSED),
        (one("function", function="inspect", lifecycle="paused"), PAUSED),
        (one("function", function="inspect", force="none", basis="interview-account"), TOLD),
        (one("duty", function="inspect", modality="duty"), HELD),
        (one("duty", function="inspect", modality="power"), HELD),
        (one("duty", function="inspect", modality="expectation"), EXPECTED),
        (one("duty", function="inspect", modality="duty", polarity="does-not-hold"), NOT_REQUIRED),
        (one("oversight", oversight_kind="inspection"), HELD),
    ],
)
def test_a_cell_says_what_its_statement_says_and_no_more(store: TestStore, build: Build, state: str) -> None:
    land = Landscape()
    build(land)
    found = cell(made(store, land), "watcher", "inspect")
    assert found is not None
    assert (found.words, found.ids) == (state, ("claim",))


@pytest.mark.parametrize(
    "build",
    [
        pytest.param(one("duty", function="inspect", modality="aspiration"), id="an aspiration binds nobody"),
        pytest.param(one("function", subject="boards-heard", function="inspect"), id="a sample is no body"),
        pytest.param(one("function", function="inspect", lifecycle="rejected"), id="rejected"),
        pytest.param(one("function", function="inspect", verification="unverified"), id="unverified"),
        pytest.param(one("function", function="inspect", known_from=AFTER, known_to=AFTER), id="said later"),
        pytest.param(one("function", function="inspect", ended=True, known_to=FIRST), id="ended"),
        pytest.param(
            one("reporting", subject="boards", object_="watcher"), id="being told is not collecting"
        ),
        pytest.param(
            one("duty", function="inspect", modality="duty", polarity="does-not-hold", force="none"),
            id="those heard say that it is not required",
        ),
        pytest.param(
            one("delegation", function="inspect", object_="helper"), id="a delegator, by that alone"
        ),
    ],
)
def test_what_gives_no_body_a_function_is_in_no_cell(store: TestStore, build: Build) -> None:
    land = Landscape()
    build(land)
    assert all(row.body.id == "helper" for row in made(store, land).rows)


def test_a_dispute_stands_in_the_cell_from_the_day_on_which_it_was_made(store: TestStore) -> None:
    land = Landscape()
    one("function", function="inspect")(land)
    land.position("denial", "claim", "boards-heard", "disputes", stated_at=WITHIN)
    for date, state in ((FIRST, HELD), (WITHIN, CONTESTED)):
        found = cell(made(store, land, date), "watcher", "inspect")
        assert found is not None
        assert found.words == state


@pytest.mark.parametrize(
    "build",
    [
        one("oversight", oversight_kind="regulation", force="statute"),
        one("function", function="license-or-register", force="statute"),
        one("function", function="enforce", force="statute"),
    ],
)
def test_to_license_to_register_and_to_enforce_are_one_column(store: TestStore, build: Build) -> None:
    land = Landscape()
    build(land)
    matrix = made(store, land)
    (row,) = (row for row in matrix.rows if row.body.id == "watcher")
    assert {function: found.words for function, found in row.cells.items()} == {"regulate": HELD}
    assert row.cell("regulate").entries[0].words == "regulate: providers, on safety, by law"
    assert row.cell("inspect").words == NOT_RECORDED
    assert {"license-or-register", "enforce"}.isdisjoint(each.id for each in matrix.functions)


def test_support_is_no_function_and_stands_beside_the_row(store: TestStore) -> None:
    land = Landscape()
    one("oversight", oversight_kind="support", force="statute")(land)
    (row,) = made(store, land).rows
    assert not row.cells
    assert [entry.words for entry in row.beside] == ["supports: providers, on safety, by law"]


def test_a_delegate_acts_on_behalf_of_the_other(store: TestStore) -> None:
    land = Landscape()
    one("delegation", object_="helper", function="inspect")(land)
    found = cell(made(store, land), "helper", "inspect")
    assert found is not None
    assert "on behalf of Watcher, which has delegated it" in found.entries[0].words


def test_a_measure_is_proposed_for_each_body_that_its_operation_names(store: TestStore) -> None:
    land = Landscape()
    bodies(land)
    land.say("measure", "reform", "minister", "centre", by="minister", lifecycle="announced")
    land.operation("measure", "transfer", target="centre", from_="centre", to="watcher", function="inspect")
    matrix = made(store, land)
    assert {row.body.id: row.cell("inspect").words for row in matrix.rows} == {
        "centre": PROPOSED,
        "watcher": PROPOSED,
    }


def test_several_statements_share_a_cell_and_are_counted_as_one_row(store: TestStore) -> None:
    land = Landscape()
    one("function", function="inspect")(land)
    land.rule("other", "function", "watcher", "groups", function="inspect", condition="where asked")
    land.rule("class", "function", "boards", "groups", function="assess")
    matrix = made(store, land)
    found = cell(matrix, "watcher", "inspect")
    assert found is not None
    assert found.words == f"{HELD}; {CONDITIONAL}"
    assert matrix.totals() == {"assess": {HELD: 1}, "inspect": {HELD: 1}, "regulate": {}}
    assert [(row.body.id, row.is_class) for row in matrix.rows] == [("boards", True), ("watcher", False)]


def test_what_no_source_vouches_for_on_the_day_says_so(store: TestStore) -> None:
    land = Landscape()
    one("function", function="inspect")(land)
    found = cell(made(store, land, AFTER), "watcher", "inspect")
    assert found is not None
    assert found.words == "held (when last read)"
    assert found.entries[0].words.endswith("not known after 31 December 2024")


def test_no_cell_of_the_real_landscape_says_held_of_what_is_only_proposed_or_expected(
    landscape: Any,
) -> None:
    matrix = read_matrix(landscape, AFTER)
    assert matrix.rows
    held = [
        entry.id
        for row in matrix.rows
        for found in row.cells.values()
        for entry in found.entries
        if entry.state == HELD
    ]
    rows = landscape.read(
        """
        MATCH (s:Statement) WHERE s.id IN $held
        RETURN s.id AS id, s.polarity = 'holds' AND s.condition IS NULL AND s.verification <> 'unverified'
          AND coalesce(s.modality, 'duty') <> 'expectation'
          AND coalesce(s.lifecycle, 'in-force') IN ['in-force', 'commenced', 'piloted', 'ended'] AS plain
        """,
        {"held": held},
    ).rows
    assert rows
    assert [row["id"] for row in rows if not row["plain"]] == []


def test_more_than_can_be_read_is_refused(store: TestStore, monkeypatch: pytest.MonkeyPatch) -> None:
    land = Landscape()
    bodies(land)
    for holder in ("watcher", "centre"):
        land.rule(f"{holder}-inspects", "function", holder, "providers", function="inspect")
    assert len(made(store, land).rows) == 2
    monkeypatch.setattr("queries.matrix.MOST_STATEMENTS", 1)
    with pytest.raises(ToolError, match="More than 1 statements"):
        made(store, land)
