"""Expected numbers of rows are data; outside them the build stops with the figures."""

from __future__ import annotations

from pathlib import Path

import pytest

from loaders.settings import CHECKOUT
from loaders.sources.sheets import read_sheets
from ontology.terms import load
from tests.loaders.sources.registers.extracts import TRUSTS, problems, written


def test_too_few_rows_stop_the_build_with_the_figures(tmp_path: Path) -> None:
    strict = read_sheets(CHECKOUT / "data", load())
    (row,) = [row for row in strict.rows["registers"] if row["id"] == "etr"]
    (problem,) = problems(written(tmp_path, "etr", TRUSTS), over=strict)
    assert f"{len(TRUSTS)} rows" in problem.what and str(row["least"]) in problem.what


@pytest.mark.parametrize(("before", "refused"), [(5, False), (6, True), (4, True), (0, False)])
def test_a_large_change_against_the_last_release_stops_the_build(
    tmp_path: Path, before: int, refused: bool
) -> None:
    found = problems(written(tmp_path, "etr", TRUSTS), last={"register-nhs-trusts": before})
    assert bool(found) == refused
    assert all(f"had {before}" in problem.what and "10 %" in problem.what for problem in found)
