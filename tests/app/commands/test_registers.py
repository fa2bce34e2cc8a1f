"""``run.py build --register``: registers join the release, stay with it, and take their rows with them."""

from __future__ import annotations

import csv
import json
import os
import shutil
from pathlib import Path

import pytest

from app.commands.__main__ import main
from loaders.release import is_up_to_date
from loaders.settings import Settings
from tests.loaders.sources.registers.extracts import LOCATIONS, TRUSTS, Rows, written


@pytest.fixture
def files(tmp_path: Path, checkout: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder for register files; the sheets beside it expect any number of rows."""
    sheets = tmp_path / "sheets"
    shutil.copytree(checkout / "data", sheets)
    with (sheets / "registers.csv").open(encoding="utf-8", newline="") as stream:
        rows = list(csv.DictReader(stream))
    with (sheets / "registers.csv").open("w", encoding="utf-8", newline="") as stream:
        writer = csv.DictWriter(stream, list(rows[0]), lineterminator="\n")
        writer.writeheader()
        writer.writerows({**row, "least": "0", "most_change": "100"} for row in rows)
    monkeypatch.setenv("LANDSCAPE_SHEETS_FOLDER", str(sheets))
    monkeypatch.setenv("LANDSCAPE_DATA_FOLDER", str(tmp_path / "data"))
    (tmp_path / "files").mkdir()
    return tmp_path / "files"


def _argument(folder: Path, register: str, rows: Rows) -> str:
    return f"{register}@2025-07-31={written(folder, register, rows).path}"


def _statements() -> dict[str, dict[str, object]]:
    data = Path(os.environ["LANDSCAPE_DATA_FOLDER"])
    release = data / "releases" / (data / "current").read_text().strip()
    lines = (release / "statements.jsonl").read_text(encoding="utf-8").splitlines()
    return {str(each["id"]): each for each in map(json.loads, lines)}


def test_registers_join_stay_and_are_forgotten_and_a_lost_row_is_withdrawn(
    files: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    trusts, locations = _argument(files, "etr", TRUSTS), _argument(files, "eccg", LOCATIONS)
    assert main(["build", "--register", trusts, "--register", locations]) == 0
    printed = capsys.readouterr().out
    assert f"Register etr: {len(TRUSTS)} rows of etr.csv; 1 left out: in Wales" in printed
    whole = _statements()
    assert "ods-r0a-in-area-of-nhs-greater-manchester-integrated-care-board" in whole
    assert is_up_to_date(Settings.from_environment())

    again = ["build", "--register", locations, "--register", trusts]
    assert main(again) == 0
    assert "No statement differs" in capsys.readouterr().out

    without = [row for row in TRUSTS if row[0] != "R0A"]
    assert main(["build", "--register", _argument(files, "etr", without)]) == 0
    printed = capsys.readouterr().out
    assert "0 new" in printed or "0 statements new" in printed
    assert "1 withdrawn" in printed and "Manchester University" in printed
    less = _statements()
    assert set(whole) - set(less) == {"ods-r0a-in-area-of-nhs-greater-manchester-integrated-care-board"}
    assert all(whole[name] == less[name] for name in less)

    assert main(["build", "--sheets-only"]) == 0
    assert not any(name.startswith("ods-") for name in _statements())


def test_a_register_that_fails_changes_nothing(files: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["build", "--register", _argument(files, "etr", TRUSTS)]) == 0
    before = _statements()
    bad = [*TRUSTS, ["x"]]
    assert main(["build", "--register", _argument(files, "etr", bad)]) == 1
    assert "etr.csv, row 6" in capsys.readouterr().err
    assert _statements() == before
    assert is_up_to_date(Settings.from_environment())


def test_a_register_that_there_is_not_ends_with_exit_code_2(
    files: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["build", "--register", "etx=a.csv"]) == 2
    assert "no register 'etx'" in capsys.readouterr().err


@pytest.mark.reference
def test_the_real_registers_load_and_every_row_is_accounted_for(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    reference = Settings.from_environment().reference_folder
    assert reference is not None
    monkeypatch.setenv("LANDSCAPE_DATA_FOLDER", str(tmp_path / "data"))
    assert main(["build", "--register", str(reference / "data")]) == 0
    printed = capsys.readouterr().out
    with (reference / "data" / "ods_etr_2025-07.csv").open(encoding="utf-8", newline="") as stream:
        trusts = [row for row in csv.reader(stream) if row[2] != "W00"]
    statements = _statements()
    found = {str(each["subject"]) for each in statements.values()}
    assert {f"ods-{row[0].lower()}" for row in trusts} <= found
    assert printed.count("\nRegister ") == 7
