"""Which register files a command was given."""

from __future__ import annotations

import shutil
from datetime import date
from pathlib import Path

import pytest

from loaders.errors import ToolError
from loaders.sources.registers import PATTERNS
from loaders.sources.registers.given import keep, kept, parse
from tests.loaders.sources.registers.extracts import TRUSTS, loaded, written


def _files(folder: Path, *names: str) -> Path:
    folder.mkdir(exist_ok=True)
    for name in names:
        (folder / name).write_text("x")
    return folder


def test_a_register_is_named_with_its_file_and_its_day(tmp_path: Path) -> None:
    _files(tmp_path, "a.csv")
    found = parse([f"etr@2025-07-31={tmp_path}/a.csv"], PATTERNS)
    assert (found["etr"].path, found["etr"].day) == (tmp_path / "a.csv", date(2025, 7, 31))


def test_the_files_of_a_folder_are_known_by_their_names(tmp_path: Path) -> None:
    _files(tmp_path, "ods_etr_2025-07.csv", "ods_eccg_2025-12.csv", "README.md", "cqc_directory_sample.csv")
    assert sorted(parse([str(tmp_path)], PATTERNS)) == ["cqc", "eccg", "etr"]


def test_a_folder_can_be_given_for_one_register(tmp_path: Path) -> None:
    _files(tmp_path, "ods_etr_2025-07.csv", "ods_eccg_2025-12.csv")
    assert parse([f"etr={tmp_path}"], PATTERNS)["etr"].name == "ods_etr_2025-07.csv"


@pytest.mark.parametrize(
    ("argument", "said"),
    [
        ("etx={}/ods_etr_1.csv", "no register 'etx'"),
        ("etr={}/absent.csv", "no file"),
        ("{}/absent.csv", "no file"),
        ("etr@July={}/ods_etr_1.csv", "'July' is not a day"),
        ("{}/mystery.csv", "cannot be told"),
        ("etr={}", "2 files"),
    ],
)
def test_what_cannot_be_meant_is_refused_in_a_sentence(tmp_path: Path, argument: str, said: str) -> None:
    _files(tmp_path, "ods_etr_1.csv", "ods_etr_2.csv", "mystery.csv")
    with pytest.raises(ToolError) as error:
        parse([argument.format(tmp_path)], PATTERNS)
    assert said in error.value.what and error.value.do


def test_two_files_for_one_register_are_refused(tmp_path: Path) -> None:
    _files(tmp_path, "ods_etr_1.csv", "ods_etr_2.csv")
    with pytest.raises(ToolError, match="Two files"):
        parse([str(tmp_path)], PATTERNS)


def test_a_file_of_an_unknown_day_is_refused(tmp_path: Path) -> None:
    file = written(tmp_path, "etr", TRUSTS)
    undated = parse([f"etr={file.path}"], PATTERNS)["etr"]
    with pytest.raises(ToolError, match="etr@YYYY-MM-DD="):
        loaded(undated)


def test_registers_given_are_kept_for_the_next_build_until_they_are_forgotten(tmp_path: Path) -> None:
    file = written(tmp_path, "etr", TRUSTS)
    keep({"etr": file}, tmp_path / "kept")
    shutil.rmtree(tmp_path / "gone", ignore_errors=True)
    (found,) = kept(tmp_path / "kept").values()
    assert (found.name, found.day, found.sha256) == (file.name, file.day, file.sha256)
    keep({"etr": found}, tmp_path / "kept")
    assert kept(tmp_path / "kept")["etr"].sha256 == file.sha256
    keep({}, tmp_path / "kept")
    assert kept(tmp_path / "kept") == {}


def test_a_damaged_record_of_kept_registers_is_told(tmp_path: Path) -> None:
    keep({"etr": written(tmp_path, "etr", TRUSTS)}, tmp_path / "kept")
    (tmp_path / "kept" / "registers.json").write_text("{")
    with pytest.raises(ToolError, match="give the registers again"):
        kept(tmp_path / "kept")
