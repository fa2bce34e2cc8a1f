"""The curated sheets, row by row: their order makes no difference, and a row gone is a statement gone."""

from __future__ import annotations

import csv
import json
import random
import shutil
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from loaders.gate import GateReport
from loaders.release.contents import Contents, make_contents
from loaders.settings import CHECKOUT
from loaders.sources.curated import read_curated
from ontology.terms import load

SLOW = settings(
    max_examples=4,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture],
)


def contents_of(folder: Path) -> Contents:
    read = read_curated(folder, load())
    return make_contents(read.graph, load(), GateReport((), {}, load(), read.origins))


def copy_of_sheets(folder: Path) -> Path:
    shutil.rmtree(folder, ignore_errors=True)
    shutil.copytree(CHECKOUT / "data", folder)
    return folder


def rows_of(sheet: Path) -> list[list[str]]:
    with sheet.open(encoding="utf-8-sig", newline="") as stream:
        return list(csv.reader(stream))


def write_rows(sheet: Path, rows: list[list[str]]) -> None:
    with sheet.open("w", encoding="utf-8", newline="") as stream:
        csv.writer(stream, lineterminator="\n").writerows(rows)


def statements(contents: Contents) -> dict[str, Any]:
    lines = (json.loads(line) for line in contents.files["statements.jsonl"].splitlines())
    return {line["id"]: line for line in lines}


@pytest.fixture(scope="module")
def whole() -> Contents:
    return contents_of(CHECKOUT / "data")


def test_the_same_sheets_give_the_same_bytes(whole: Contents) -> None:
    assert contents_of(CHECKOUT / "data").files == whole.files


@SLOW
@given(seed=st.integers(0, 2**32))
def test_any_order_of_rows_gives_the_same_release(seed: int, tmp_path: Path, whole: Contents) -> None:
    shuffler = random.Random(seed)
    folder = copy_of_sheets(tmp_path / "data")
    for sheet in folder.glob("*.csv"):
        header, *rows = rows_of(sheet)
        write_rows(sheet, [header, *shuffler.sample(rows, len(rows))])
    assert contents_of(folder).files == whole.files


@SLOW
@given(choice=st.integers(0, 2**32))
def test_deleting_a_row_withdraws_exactly_that_statement(
    choice: int, tmp_path: Path, whole: Contents
) -> None:
    """A statement that nothing else names goes with its evidence; all others stay as they were."""
    folder = copy_of_sheets(tmp_path / "data")
    cells = [
        cell
        for sheet in folder.glob("*.csv")
        if sheet.stem not in ("evidence", "coverage")
        for row in rows_of(sheet)[1:]
        for cell in row[1:]
    ]
    named = {identifier for cell in cells for identifier in cell.split("|")}
    alone = sorted(statements(whole).keys() - named)
    gone = alone[choice % len(alone)]
    for sheet in folder.glob("*.csv"):
        rows = rows_of(sheet)
        if sheet.stem != "coverage":
            write_rows(sheet, [row for row in rows if not row or row[0] != gone])
    less = statements(contents_of(folder))
    assert less == {key: value for key, value in statements(whole).items() if key != gone}
