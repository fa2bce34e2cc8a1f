"""``run.py ask``: what it prints in each form, and how it fails."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest

from app.commands.__main__ import main
from loaders.settings import CHECKOUT
from loaders.sources.csvw import FILE
from loaders.sources.waivers import WAIVERS
from tests.conftest import TestStore
from tests.queries.cases.builds import policy_assigns
from tests.queries.landscapes import Landscape
from tests.releases import node

DENIES = "policy-assigns-practice-denies"
FINDING = f"{DENIES}--boards--groups"


@pytest.fixture
def asked(store: TestStore, monkeypatch: pytest.MonkeyPatch) -> Landscape:
    """A landscape in the store of the data folder that the command reads."""
    monkeypatch.setenv("LANDSCAPE_DATA_FOLDER", str(store.settings.data_folder))
    monkeypatch.delenv("NEO4J_URI", raising=False)
    land = Landscape()
    policy_assigns(land)
    land.things("Class", "groups", name="=HYPERLINK(1)")
    land.nodes["release"] = node("release", "Release", as_at="2024-12-31", format=1)
    store.replace(land.nodes.values(), land.edges)
    return land


def test_without_a_name_the_questions_are_listed_by_kind(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["ask", "--format", "csv"]) == 0
    rows = list(csv.DictReader(io.StringIO(capsys.readouterr().out)))
    assert DENIES in [row["name"] for row in rows]
    kinds = [row["kind"] for row in rows]
    assert kinds == sorted(kinds, key=kinds.index)
    assert kinds[0] == "Gaps"
    assert kinds[-1] == "Listings"


def test_an_answer_in_sentences(asked: Landscape, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["ask", DENIES, "--as-at", "2024-06-01"]) == 0
    printed = capsys.readouterr().out
    assert "As at 1 June 2024." in printed
    assert "Answer: yes, contested." in printed
    assert "Who says otherwise:" in printed
    assert "[Report, 1.2 s3]" in printed
    assert "(announced, not in force)" in printed
    assert "Report: Interest of the report." in printed
    assert "Before you rely on this:" in printed


def test_what_is_not_known_today_says_when_it_was(
    asked: Landscape, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["ask", DENIES]) == 0
    printed = capsys.readouterr().out
    assert "Answer: not known, contested." in printed
    assert "From 1 January 2024 to 31 December 2024: yes, contested." in printed


def test_csv_runs_no_formula(asked: Landscape, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["ask", DENIES, "--as-at", "2024-06-01", "--format", "csv"]) == 0
    row = next(csv.DictReader(io.StringIO(capsys.readouterr().out)))
    assert row["class_name"] == "'=HYPERLINK(1)"
    assert row["title"].startswith("'=")
    assert row["answer"] == "yes"
    assert row["finding"] == f"{DENIES}--boards--groups"
    assert "[Report, 1.2 s3]" in row["policy"]


def test_json_has_the_findings_whole(asked: Landscape, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["ask", DENIES, "--as-at", "2024-06-01", "--format", "json", "-p", "class=groups"]) == 0
    content = json.loads(capsys.readouterr().out)
    assert content["as_at"] == "2024-06-01"
    assert content["parameters"] == {"class": "groups"}
    assert content["truncated"] is False
    assert content["findings"][0]["answers"][0]["answer"] == "yes"
    assert content["findings"][0]["sources"][0]["interest"] == "Interest of the report."


def test_an_empty_answer_says_what_it_means(asked: Landscape, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["ask", DENIES, "-p", "class=providers", "--format", "csv"]) == 0
    rows = list(csv.DictReader(io.StringIO(capsys.readouterr().out)))
    assert [row["answer"] for row in rows] == ["not known"]
    assert main(["ask", DENIES, "-p", "class=providers"]) == 0
    assert "Answer: not known." in capsys.readouterr().out


def test_a_listing_is_a_table(asked: Landscape, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["ask", "everything-on-a-body", "-p", "body=boards", "--format", "csv"]) == 0
    rows = list(csv.DictReader(io.StringIO(capsys.readouterr().out)))
    assert {"oversees", "proposed", "says"} <= {row["group"] for row in rows}


def test_a_cut_answer_says_so(asked: Landscape, capsys: pytest.CaptureFixture[str]) -> None:
    arguments = ["ask", "everything-on-a-body", "-p", "body=boards", "--limit", "1", "--format"]
    for form in ("csv", "table", "json"):
        assert main([*arguments, form]) == 0
        printed = capsys.readouterr()
        assert "There are more rows" in printed.err
        assert ('"truncated": true' if form == "json" else "There are more rows") in printed.out


def test_a_limit_by_setting_cuts_the_answer_and_none_of_its_evidence(
    asked: Landscape, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    arguments = ["ask", DENIES, "--as-at", "2024-06-01"]
    assert main(arguments) == 0
    whole = capsys.readouterr().out
    monkeypatch.setenv("LANDSCAPE_QUERY_ROW_LIMIT", "1")
    assert main(arguments) == 0
    assert capsys.readouterr().out == whole
    assert main(["ask", "everything-on-a-body", "-p", "body=boards", "--format", "csv"]) == 0
    last = capsys.readouterr().out.splitlines()[-1]
    assert last.startswith("There are more rows: these are the first 1.")


def test_findings_that_were_cut_say_so_beside_their_count(
    asked: Landscape, store: TestStore, capsys: pytest.CaptureFixture[str]
) -> None:
    for number in range(2):
        asked.things("Class", f"more-{number}")
        asked.say(
            f"more-told-{number}",
            "oversight",
            "boards",
            f"more-{number}",
            by="boards-heard",
            basis="interview-account",
        )
    store.replace(asked.nodes.values(), asked.edges)
    assert main(["ask", "interviews-only", "--as-at", "2024-06-01", "--limit", "1"]) == 0
    assert "1 finding\nThere are more: these are the first 1." in capsys.readouterr().out


def waive(folder: Path, *rows: str) -> None:
    """A folder of sheets that has the waivers alone, and their description."""
    (folder / FILE).write_bytes((CHECKOUT / "data" / FILE).read_bytes())
    (folder / WAIVERS).write_text("\n".join(["finding,reason,owner,expires", *rows, ""]), encoding="utf-8")


@pytest.fixture
def sheets(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("LANDSCAPE_SHEETS_FOLDER", str(tmp_path))
    return tmp_path


def test_a_waived_finding_is_marked_and_counted_apart(
    asked: Landscape, sheets: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    waive(sheets, f"{FINDING},=It is being settled.,The board,2199-03-31".replace(",=", ",'="))
    assert main(["ask", DENIES, "--as-at", "2024-06-01"]) == 0
    printed = capsys.readouterr().out
    assert "Waived until 31 March 2199 by The board: =It is being settled." in printed
    assert "1 finding, 1 waived" in printed
    assert main(["ask", DENIES, "--as-at", "2024-06-01", "--format", "csv"]) == 0
    row = next(csv.DictReader(io.StringIO(capsys.readouterr().out)))
    assert (row["waived_until"], row["waived_by"]) == ("2199-03-31", "The board")
    assert row["waived_because"] == "'=It is being settled."
    assert main(["ask", DENIES, "--format", "json"]) == 0
    waiver = json.loads(capsys.readouterr().out)["findings"][0]["waiver"]
    assert (waiver["expires"], waiver["owner"]) == ("2199-03-31", "The board")


def test_an_expired_waiver_does_not_count_whichever_day_is_asked_for(
    asked: Landscape, sheets: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    waive(sheets, f"{FINDING},It is being settled.,The board,2024-07-01")
    assert main(["ask", DENIES, "--as-at", "2024-06-01"]) == 0
    printed = capsys.readouterr().out
    assert "1 finding\n" in printed
    assert "aived" not in printed


def test_a_waiver_of_no_finding_is_warned_of_with_the_nearest(
    asked: Landscape, sheets: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    waive(sheets, f"{FINDING}x,It is being settled.,The board,2199-03-31")
    assert main(["ask", DENIES]) == 0
    told = capsys.readouterr().err
    assert f"Warning: waivers.csv, row 2, column finding: No finding of '{DENIES}' has" in told
    assert f"Did you mean '{FINDING}'?" in told
    for narrower in (["-p", "class=providers"], ["--as-at", "2024-06-01"]):
        assert main(["ask", DENIES, *narrower]) == 0
        assert "waivers.csv" not in capsys.readouterr().err


def test_a_bad_waiver_is_told_and_ends_with_one(
    asked: Landscape, sheets: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    waive(sheets, f"{FINDING},It is being settled.,The board,2027-02-31")
    assert main(["ask", DENIES]) == 1
    printed = capsys.readouterr()
    assert "waivers.csv, row 2, column expires: There is no day 2027-02-31." in printed.err
    assert printed.out == ""


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["policy-assigns"], "'policy-assigns-practice-denies'"),
        ([DENIES, "--as-at", "2024-06-31"], "2024-06-30"),
        ([DENIES, "--as-at", ""], "not a date"),
        ([DENIES, "--as-at", "1850-01-01"], "The nearest is 2024-01-01."),
        ([DENIES, "--as-at", "2150-01-01"], "after the days"),
        ([DENIES, "-p", "class"], "name=value"),
        ([DENIES, "-p", "class=a", "-p", "class=b"], "given twice"),
        ([DENIES, "-p", "class=group"], "'groups'"),
    ],
)
def test_a_mistake_is_told_and_ends_with_two(
    asked: Landscape, capsys: pytest.CaptureFixture[str], arguments: list[str], told: str
) -> None:
    assert main(["ask", *arguments]) == 2
    assert told in capsys.readouterr().err


def test_a_store_without_a_release_is_told(
    asked: Landscape, store: TestStore, capsys: pytest.CaptureFixture[str]
) -> None:
    store.replace()
    assert main(["ask", DENIES]) == 2
    assert "run.py load" in capsys.readouterr().err
