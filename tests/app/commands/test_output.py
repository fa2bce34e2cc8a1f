"""Printed tables: guarded against formulas, cut answers said, values as a reader sees them."""

from __future__ import annotations

import datetime
import io
import json

import pytest

from app.cells import guarded
from app.commands.output import Format, print_rows
from app.commands.progress import shown_progress


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t", "\r", "\uff1d", "\uff0b", "\uff0d", "\uff20"])
def test_what_starts_like_a_formula_is_guarded(start: str) -> None:
    assert guarded(f"{start}cmd") == f"'{start}cmd"


@pytest.mark.parametrize("cell", ["", "NHS England", "-1.5", "+44", "2024-02-29", "a=b"])
def test_what_is_none_is_left_alone(cell: str) -> None:
    assert guarded(cell) == cell


ROW = {"day": datetime.date(2024, 2, 29), "list": ["a", "b"], "yes": True, "none": None, "sum": "=1+1"}


def test_csv() -> None:
    out = io.StringIO()
    print_rows(list(ROW), [ROW], Format.CSV, out=out)
    assert out.getvalue() == "day,list,yes,none,sum\n2024-02-29,a; b,yes,,'=1+1\n"


def test_json_keeps_types() -> None:
    out = io.StringIO()
    print_rows(list(ROW), [ROW], Format.JSON, out=out, truncated=True)
    content = json.loads(out.getvalue())
    assert content["truncated"] is True
    assert content["rows"] == [{**ROW, "day": "2024-02-29"}]


def test_a_cut_table_says_so(capsys: pytest.CaptureFixture[str]) -> None:
    out = io.StringIO()
    print_rows(["a"], [{"a": "[bold]x"}], Format.TABLE, out=out, truncated=True)
    assert "[bold]x" in out.getvalue() and "1 row" in out.getvalue()
    assert "There are more rows: these are the first 1" in capsys.readouterr().err


def test_quick_steps_show_nothing(capsys: pytest.CaptureFixture[str]) -> None:
    with shown_progress() as progress:
        progress("Quick step", 0, 10)
        progress("Quick step", 10, 10)
    assert capsys.readouterr().err == ""


def test_a_table_too_wide_for_the_screen_is_printed_row_by_row(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "60")
    columns = [f"column_{number}" for number in range(8)]
    out = io.StringIO()
    print_rows(columns, [dict.fromkeys(columns, "a value that is not cut")], Format.TABLE, out=out)
    assert out.getvalue().count("a value that is not cut") == len(columns)
    assert "1 row\n" in out.getvalue()
