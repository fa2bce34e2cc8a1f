"""``run.py changes`` as a command: on small real releases, its forms, and how it fails."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from app.commands.__main__ import main
from tests.queries.changes.releases import built, rows, without


@pytest.fixture
def old(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The earlier of two releases in the data folder; the later, which lacks a dispute, is in use."""
    monkeypatch.setenv("LANDSCAPE_DATA_FOLDER", str(tmp_path))
    earlier = built(tmp_path, rows())
    built(tmp_path, without(rows(), "dispute"))
    return earlier


@pytest.fixture
def new(old: Path) -> Path:
    """The release in use."""
    return old.parent / (old.parent.parent / "current").read_text(encoding="utf-8").strip()


def told(capsys: pytest.CaptureFixture[str], *arguments: str) -> str:
    """What the command says on standard error, with nothing printed and exit code 2."""
    assert main(["changes", *arguments]) == 2
    printed = capsys.readouterr()
    assert printed.out == ""
    assert "Traceback" not in printed.err
    return printed.err


def test_against_the_release_in_use_in_every_form(
    old: Path, new: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["changes", old.name]) == 0
    text = capsys.readouterr().out
    assert text.startswith(f"From release {old.name} ")
    assert f"to release {new.name} " in text
    assert main(["changes", old.name, "--format", "markdown"]) == 0
    assert capsys.readouterr().out.startswith("# What changed, ")
    assert main(["changes", str(old), str(new), "--format", "json"]) == 0
    content = json.loads(capsys.readouterr().out)
    assert (content["old"]["id"], content["new"]["id"]) == (old.name, new.name)
    assert main(["changes", new.name]) == 0
    assert "Nothing differs." in capsys.readouterr().out


def test_a_release_that_is_missing_names_the_nearest(
    old: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    wrong = old.name[:-1] + ("0" if old.name[-1] != "0" else "1")
    assert f"'{old.name}'" in told(capsys, wrong)
    assert "begins the ids of 2 releases" in told(capsys, old.name[:4])
    empty = tmp_path / "empty"
    empty.mkdir()
    said = told(capsys, str(empty))
    assert f"{empty} holds no release" in said
    assert "The nearest that can be read is" in said


@pytest.mark.parametrize("form", [0, 2, None])
def test_a_release_of_another_format_names_one_that_can_be_read(
    old: Path, new: Path, capsys: pytest.CaptureFixture[str], form: int | None
) -> None:
    file = old / "manifest.json"
    manifest = json.loads(file.read_text(encoding="utf-8"))
    file.write_text(json.dumps({**manifest, "format": form}), encoding="utf-8")
    said = told(capsys, old.name)
    assert f"The release {old.name} is of format {form}; this program reads format 1." in said
    assert f"The nearest that can be read is '{new.name}'." in said


@pytest.mark.parametrize("damage", ["changed", "cut", "missing", "manifest"])
def test_a_damaged_release_names_the_file_and_one_that_can_be_read(
    old: Path, new: Path, capsys: pytest.CaptureFixture[str], damage: str
) -> None:
    file = old / ("manifest.json" if damage == "manifest" else "statements.jsonl")
    content = file.read_text(encoding="utf-8")
    if damage == "missing":
        file.unlink()
    else:
        file.write_text(content.replace("a", "b", 1) if damage == "changed" else content[:-9], "utf-8")
    said = told(capsys, old.name)
    assert ("holds no release" if damage == "manifest" else "damaged: statements.jsonl is not") in said
    assert f"The nearest that can be read is '{new.name}'." in said


def test_without_any_release_it_says_how_to_build_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("LANDSCAPE_DATA_FOLDER", str(tmp_path))
    assert "run.py build" in told(capsys, "2025")
    assert "run.py build" in told(capsys, "current")
    assert "'--format': 'cvs' is not one of" in told(capsys, "current", "--format", "cvs")


def test_a_release_without_its_tables_is_damaged(old: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (old / "nodes").rename(old / "away")
    assert "damaged: nodes/" in told(capsys, old.name)
