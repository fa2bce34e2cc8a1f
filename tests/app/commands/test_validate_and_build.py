"""``run.py validate`` and ``run.py build``: what they print, what they write and how they end."""

from __future__ import annotations

import csv
import json
import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from rdflib import Graph

from app.commands.__main__ import main


@pytest.fixture
def sheets(tmp_path: Path, checkout: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A copy of the curated sheets, and a data folder of its own."""
    folder = tmp_path / "sheets"
    shutil.copytree(checkout / "data", folder)
    monkeypatch.setenv("LANDSCAPE_SHEETS_FOLDER", str(folder))
    monkeypatch.setenv("LANDSCAPE_DATA_FOLDER", str(tmp_path / "data"))
    yield folder


def change(sheet: Path, row: int, **cells: str) -> None:
    """Put cells into the row with this number, as a spreadsheet program counts."""
    with sheet.open(encoding="utf-8-sig", newline="") as stream:
        rows = list(csv.reader(stream))
    for column, value in cells.items():
        rows[row - 1][rows[0].index(column)] = value
    with sheet.open("w", encoding="utf-8", newline="") as stream:
        csv.writer(stream, lineterminator="\n").writerows(rows)


def test_the_curated_sheets_conform(sheets: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["validate"]) == 0
    printed = capsys.readouterr().out
    assert "The sheets conform" in printed
    assert not (sheets.parent / "data" / "releases").exists()


def test_a_rule_that_is_broken_is_told_with_its_cell(
    sheets: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    change(sheets / "accounts.csv", 2, force="guidance")
    assert main(["validate"]) == 1
    told = capsys.readouterr().err
    assert (
        "accounts.csv, row 2, column force: The basis is an interview account, so the force is none" in told
    )
    assert "1 problem in the data; nothing was written." in told


def test_a_program_gets_the_results_as_json_or_turtle(
    sheets: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    change(sheets / "reforms.csv", 2, valid_from="2025-02-02", valid_to="2025-02-01")
    assert main(["validate", "--json"]) == 1
    answer = json.loads(capsys.readouterr().out)
    assert not answer["passed"]
    assert ("reforms.csv", 2, "valid_from") in {
        (each["sheet"], each["row"], each["column"]) for each in answer["results"]
    }
    assert main(["validate", "--turtle"]) == 1
    assert len(Graph().parse(data=capsys.readouterr().out, format="turtle")) > 5


def test_build_says_what_the_release_holds(sheets: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["build"]) == 0
    printed = capsys.readouterr().out
    data = sheets.parent / "data"
    current = (data / "current").read_text().strip()
    manifest = json.loads((data / "releases" / current / "manifest.json").read_text())
    assert f"Release {current}, as at {manifest['as_at']}" in printed
    for kind, count in manifest["counts"]["statements"].items():
        assert re.search(rf"^ *{count} .* {kind}$", printed, re.MULTILINE), kind
    assert f"{manifest['counts']['contested']:>7}  of them contested" in printed
    for document in ("hssib-2025", "nhs-providers-2025"):
        assert re.search(rf"^{document}: 100% of \d+ units accounted for", printed, re.MULTILINE)
    assert "  lists completely: recommendation. Of 21 kinds it does not" in printed
    assert "out of date" not in printed


def test_pages_read_for_single_facts_share_a_line_unless_asked_for(
    sheets: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["build"]) == 0
    folded = capsys.readouterr().out
    assert main(["build", "--sources"]) == 0
    listed = capsys.readouterr().out
    pages = re.findall(r"^ +\d+  from ([a-z0-9-]+)$", listed, re.MULTILINE)
    assert "mnsi-refer-a-case-2024" in pages
    assert "hssib-2025" not in pages
    assert f"others: {len(pages)} pages that were read for single facts" in folded
    assert "  from " not in folded


def test_a_build_of_bad_data_writes_nothing_and_keeps_the_release(
    sheets: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["build"]) == 0
    data = sheets.parent / "data"
    current = (data / "current").read_text()
    change(sheets / "accounts.csv", 2, force="guidance")
    assert main(["build"]) == 1
    assert (data / "current").read_text() == current
    assert len(list((data / "releases").iterdir())) == 1
    assert "accounts.csv, row 2" in capsys.readouterr().err


def test_a_folder_of_sheets_that_is_not_there_is_a_tool_error(
    sheets: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("LANDSCAPE_SHEETS_FOLDER", str(sheets / "nowhere"))
    assert main(["validate"]) == 2
    assert main(["build"]) == 2
    assert "LANDSCAPE_SHEETS_FOLDER" in capsys.readouterr().err


def test_what_is_unverified_is_listed_for_curators_and_counts_nowhere(
    sheets: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    def counted() -> tuple[int, int, int]:
        assert main(["build"]) == 0
        printed = capsys.readouterr().out
        data = sheets.parent / "data"
        manifest = json.loads(
            (data / "releases" / (data / "current").read_text().strip() / "manifest.json").read_text()
        )
        apart = manifest["counts"]["unverified"]
        assert f"{apart:>7}  unverified" in printed
        assert main(["waiting"]) == 0
        listed = capsys.readouterr().out
        assert f"{apart} statements wait" in listed
        return sum(manifest["counts"]["statements"].values()), apart, listed.count("\n")

    total, apart, lines = counted()
    change(sheets / "ties.csv", 2, verification="unverified")
    assert counted() == (total - 1, apart + 1, lines + 1)


def waive(sheets: Path, *rows: str) -> None:
    lines = ["finding,reason,owner,expires", *rows, ""]
    (sheets / "waivers.csv").write_text("\n".join(lines), encoding="utf-8")


def test_an_expired_waiver_is_warned_of_and_fails_only_as_at_a_day(
    sheets: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    waive(sheets, "gap--a,Wait.,The board,2020-03-31", "gap--b,Wait.,The board,2199-03-31")
    place = "waivers.csv, row 2, column expires: The waiver of 'gap--a' expired on 2020-03-31"
    assert main(["validate"]) == 0
    printed = capsys.readouterr()
    assert f"Warning: {place}" in printed.out
    assert "row 3" not in printed.out.partition("waivers.csv")[2]
    assert main(["validate", "--as-at", "2020-04-01"]) == 1
    printed = capsys.readouterr()
    assert printed.err.startswith(place) or f"\n{place}" in printed.err
    assert "1 problem in the data" in printed.err
    assert "waivers.csv" not in printed.out
    assert main(["validate", "--as-at", "2020-03-31", "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["passed"]
    assert main(["validate", "--as-at", "2199-04-01", "--json"]) == 1
    answer = json.loads(capsys.readouterr().out)
    assert not answer["passed"]
    assert [
        (each["severity"], each["row"], each["column"])
        for each in answer["results"]
        if each["sheet"] == "waivers.csv"
    ] == [("Violation", 2, "expires"), ("Violation", 3, "expires")]


def test_a_day_that_there_is_not_is_refused(sheets: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["validate", "--as-at", "2027-02-31"]) == 2
    assert "2027-02-28" in capsys.readouterr().err


def test_a_waiver_makes_no_other_release_and_an_expired_one_builds(
    sheets: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["build"]) == 0
    current = (sheets.parent / "data" / "current").read_text()
    capsys.readouterr()
    findings = sheets.parent / "data" / "findings"
    findings.mkdir()
    (findings / f"{current.strip()}.json").write_text('{"findings": [{"id": "gap--b"}, {"id": "gap--c"}]}')
    waive(sheets, "gap--b,Wait.,The board,2020-03-31", "gap--cc,Wait.,The board,2199-03-31")
    assert main(["build"]) == 0
    printed = capsys.readouterr().out
    assert (sheets.parent / "data" / "current").read_text() == current
    assert "Warning: waivers.csv, row 2, column expires: The waiver of 'gap--b' expired" in printed
    assert "Warning: waivers.csv, row 3, column finding: No finding of release" in printed
    assert "Did you mean 'gap--c'?" in printed
    waive(sheets, "gap--b,,The board,2020-03-31")
    assert main(["build"]) == 1
    assert "waivers.csv, row 2, column reason: The cell is empty." in capsys.readouterr().err
    assert (sheets.parent / "data" / "current").read_text() == current
