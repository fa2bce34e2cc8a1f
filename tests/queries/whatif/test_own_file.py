"""A reader's own measures: read as strictly as the sheets, every fault with its row and column."""

from __future__ import annotations

from pathlib import Path

import pytest

from loaders.errors import DataError, Problem, ToolError
from loaders.settings import Settings
from ontology.terms import load
from queries.whatif.measures import every_measure
from queries.whatif.own_file import read_own
from tests.queries.whatif.reforming import landscape

HEADER = "id,measure,step,operation,target,from,to,function,over,topic,new_name,note\n"


def read(file: Path) -> list[str]:
    result = landscape()
    own = read_own(
        file, Settings.from_environment().sheets_folder, result.graph, load(), every_measure(result.graph)
    )
    return [f"{each.id}: {each.text} {[one.operation for one in each.operations]}" for each in own]


def problems(tmp_path: Path, rows: str, header: str = HEADER) -> tuple[Problem, ...]:
    file = tmp_path / "mine.csv"
    file.write_text(header + rows, encoding="utf-8")
    with pytest.raises(DataError) as caught:
        read(file)
    return caught.value.problems


def test_rows_of_one_name_are_one_measure_in_their_steps(tmp_path: Path) -> None:
    file = tmp_path / "mine.csv"
    rows = "m-2,mine,2,abolish,watcher,,,,,,,\nm-1,mine,1,create,council,,,,,,Council,A council\n"
    file.write_text(HEADER + rows, encoding="utf-8")
    assert read(file) == ["mine: A council ['create', 'abolish']"]


@pytest.mark.parametrize(
    ("row", "column"),
    [
        ("m-1,mine,1,abolish,watchers-all,,,,,,,", "target"),
        ("m-1,mine,1,transfer,watcher,,council,,,,,", "to"),
        ("m-1,mine,1,abolishes,watcher,,,,,,,", "operation"),
        ("m-1,mine,first,abolish,watcher,,,,,,,", "step"),
        ("m-1,mine,1,transfer,watcher,,parent,watch,,,,", "function"),
        ("m-1,mine,1,transfer,watcher,,parent,,parent,,,", "over"),
        ("m-1,mine,1,create,council,,,,,,,", "new_name"),
        ("watcher,mine,1,abolish,watcher,,,,,,,", "id"),
        ("m-1,reforms-1,1,abolish,watcher,,,,,,,", "measure"),
        ("m-1,,1,abolish,watcher,,,,,,,", "measure"),
        ("m-1,mine,1,abolish,duties-1,,,,,,,", "target"),
        ("m-1,mine,1,abolish,guide,,,,,,,", "target"),
        ("m-1,mine,1,transfer,watcher,,guide,,,,,", "to"),
        ("m-1,mine,1,transfer,recommendations-1,,parent,,,,,", "target"),
        ("m-1,mine,1,merge,watcher,,trusts,,,,,", "to"),
        ("m-1,mine,1,merge,watcher,,watcher,,,,,", "to"),
        ("m-1,mine,1,merge,watcher,,,,,,,", "to"),
        ("m-1,mine,1,transfer,watcher,,,,,,,", "to"),
        ("m-1,mine,1,rename,watcher,,,,,,,", "new_name"),
        ("m-1,mine,1,create,watcher,,,,,,Watcher,", "target"),
        ("m-1,mine,1,end-instrument,watcher,,,,,,,", "target"),
        ("m-1,mine,1,replace-instrument,guide,,watcher,,,,,", "to"),
        ("m-1,mine,1,drop-duty,functions-1,,,,,,,", "target"),
        ("m-1,mine,1,change-host,watcher,trusts,parent,,,,,", "from"),
    ],
)
def test_a_fault_names_row_and_column(tmp_path: Path, row: str, column: str) -> None:
    (problem,) = problems(tmp_path, row + "\n")
    assert (problem.file, problem.row, problem.column) == ("mine.csv", 2, column)
    assert problem.do


@pytest.mark.parametrize(
    "row",
    [
        "m-1,mine,1,transfer,duties-1,,parent,,,,,",
        "m-1,mine,1,drop-duty,duties-1,,,,,,,",
        "m-1,mine,1,abolish,trusts,,,,,,,",
        "m-1,mine,1,replace-instrument,guide,,old-guide,,,,,",
        "m-1,mine,1,create,council,,,,,,Council,\nm-2,mine,2,merge,watcher,,council,,,,,",
    ],
)
def test_what_an_operation_can_be_done_to_is_taken(tmp_path: Path, row: str) -> None:
    file = tmp_path / "mine.csv"
    file.write_text(HEADER + row + "\n", encoding="utf-8")
    assert read(file)


def test_a_wrong_name_is_met_with_the_nearest(tmp_path: Path) -> None:
    (problem,) = problems(tmp_path, "m-1,mine,1,abolish,watchr,,,,,,,\n")
    assert "watcher" in problem.do


def test_no_row_no_file_and_another_header_are_said(tmp_path: Path) -> None:
    assert problems(tmp_path, "")[0].what == "It has no row."
    assert any("column" in each.what for each in problems(tmp_path, "a,b\n", "a,b\n"))
    with pytest.raises(ToolError, match="There is no file") as caught:
        read(tmp_path / "mien.csv")
    assert "'mine.csv'" in caught.value.do


def test_an_id_is_used_once(tmp_path: Path) -> None:
    found = problems(tmp_path, "m-1,mine,1,abolish,watcher,,,,,,,\nm-1,mine,2,abolish,parent,,,,,,,\n")
    assert [(each.row, each.column) for each in found] == [(3, "id")]
