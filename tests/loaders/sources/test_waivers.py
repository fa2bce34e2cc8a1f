"""The sheet of waivers: read by itself, each bad cell named, and no part of what a release is made of."""

from __future__ import annotations

import datetime
import json

import pytest

from loaders.errors import DataError, Problem
from loaders.sources.csvw import FILE
from loaders.sources.curated import to_graph
from loaders.sources.waivers import WAIVERS, Waiver, expired, read_waivers
from ontology.terms import load
from tests.loaders.sources.world import World

LAST = datetime.date(2027, 3, 31)
GOOD = {
    "finding": "gap--mills",
    "reason": "It is being settled.",
    "owner": "The board",
    "expires": "2027-03-31",
}


def only_problem(world: World) -> Problem:
    """The one problem of the sheet, which the reader of all sheets tells as well."""
    with pytest.raises(DataError) as raised:
        read_waivers(world.folder)
    assert list(raised.value.problems) == world.problems()
    [problem] = raised.value.problems
    assert problem.do.endswith(".")
    return problem


def test_a_waiver_is_read_with_its_row(world: World) -> None:
    assert read_waivers(world.folder) == ()
    world.add("waivers", **GOOD)
    assert read_waivers(world.folder) == (Waiver("gap--mills", "It is being settled.", "The board", LAST, 2),)
    assert world.problems() == []


def test_it_counts_on_its_last_day_and_not_on_the_next(world: World) -> None:
    world.add("waivers", **GOOD)
    waivers = read_waivers(world.folder)
    assert expired(waivers, LAST) == []
    [problem] = expired(waivers, LAST + datetime.timedelta(days=1))
    assert (problem.file, problem.row, problem.column) == (WAIVERS, 2, "expires")
    assert "'gap--mills' expired on 2027-03-31" in problem.what
    assert "The board" in problem.do


@pytest.mark.parametrize(
    ("column", "text", "what"),
    [
        ("finding", "", "The cell is empty."),
        ("reason", "", "The cell is empty."),
        ("owner", "", "The cell is empty."),
        ("expires", "", "The cell is empty."),
        ("expires", "2027-02-31", "There is no day 2027-02-31."),
        ("expires", "31/03/2027", "A spreadsheet program rewrote the date as '31/03/2027'."),
        ("finding", "Mills have no overseer", "does not have the form that finding takes."),
        ("reason", "a" * 501, "The cell has 501 characters; 500 is the most in this column."),
        ("owner", "a" * 151, "The cell has 151 characters; 150 is the most in this column."),
        ("reason", "=1+1", "The cell begins with '='"),
    ],
)
def test_a_bad_cell_is_named_and_no_waiver_counts(world: World, column: str, text: str, what: str) -> None:
    world.add("waivers", **GOOD)
    world.add("waivers", **{**GOOD, "finding": "gap--hills", column: text})
    problem = only_problem(world)
    assert (problem.file, problem.row, problem.column) == (WAIVERS, 3, column)
    assert what in problem.what


def test_the_longest_reason_is_taken(world: World) -> None:
    world.add("waivers", **{**GOOD, "reason": "a" * 500})
    assert len(read_waivers(world.folder)[0].reason) == 500


def test_a_finding_is_waived_once(world: World) -> None:
    world.add("waivers", **GOOD)
    world.add("waivers", **{**GOOD, "owner": "Another board"})
    problem = only_problem(world)
    assert (problem.row, problem.column) == (3, "finding")
    assert problem.what == "Row 2 has the same finding: 'gap--mills'."


def test_a_missing_sheet_is_told(world: World) -> None:
    world.path("waivers").unlink()
    assert only_problem(world).what == "The sheet is missing."


def test_sheets_from_before_there_were_waivers_have_none(world: World) -> None:
    described = json.loads((world.folder / FILE).read_text(encoding="utf-8"))
    described["tables"] = [each for each in described["tables"] if each["url"] != WAIVERS]
    (world.folder / FILE).write_text(json.dumps(described), encoding="utf-8")
    world.path("waivers").unlink()
    assert world.problems() == []
    assert read_waivers(world.folder) == ()


def test_a_waiver_is_no_part_of_the_graph(world: World) -> None:
    before = set(to_graph(world.read(), load())[0])
    world.add("waivers", **GOOD)
    assert set(to_graph(world.read(), load())[0]) == before
