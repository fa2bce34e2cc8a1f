"""``run.py whatif`` as a command: on a small real release in the store, its forms, and how it fails."""

from __future__ import annotations

import hashlib
import json
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from app.commands.__main__ import main
from loaders.store.tables import ReleaseTables, parameters_of
from tests.conftest import TestStore
from tests.queries.changes.releases import built, rows
from tests.releases import MadeNode, MadeRelationship, node

MEASURE = "reforms-1"
DAY = "2025-01-01"


@pytest.fixture
def release(store: TestStore, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A small release, built and in the store that the command reads."""
    folder = store.settings.data_folder
    monkeypatch.setenv("LANDSCAPE_DATA_FOLDER", str(folder))
    monkeypatch.delenv("NEO4J_URI", raising=False)
    made = built(folder, rows())
    tables = ReleaseTables(made)
    store.replace(
        [
            node(tables.id, "Release", **tables.release_properties()),
            *(MadeNode(one.id, one.labels, parameters_of(one.properties)) for one in tables.all_nodes()),
        ],
        [
            MadeRelationship(one.type, one.start, one.end, parameters_of(one.properties))
            for one in tables.all_relationships()
        ],
    )
    yield made
    shutil.rmtree(folder / "releases")
    (folder / "current").unlink()


def told(capsys: pytest.CaptureFixture[str], *arguments: str) -> str:
    """What the command says on standard error, with nothing printed and exit code 2."""
    assert main(["whatif", *arguments]) == 2
    printed = capsys.readouterr()
    assert printed.out == ""
    assert "Traceback" not in printed.err
    return printed.err


def changed_manifest(release: Path, **changes: object) -> None:
    file = release / "manifest.json"
    file.write_text(json.dumps({**json.loads(file.read_text("utf-8")), **changes}), encoding="utf-8")


def test_it_lists_what_can_be_tried_and_tries_it(release: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["whatif"]) == 0
    assert MEASURE in capsys.readouterr().out
    assert main(["whatif", "-m", MEASURE, "--as-at", DAY, "--format", "json"]) == 0
    assert json.loads(capsys.readouterr().out)["unanswered"] == []


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["dash-recommendation-33"], "'dash-recommendation-3'"),
        (["-m", "reform-1"], f"'{MEASURE}'"),
        (["-m", MEASURE, "--as-at", "1850-01-01"], "The nearest is "),
        (["-m", MEASURE, "--as-at", "2150-01-01"], "lies after the days"),
        (["-m", MEASURE, "--as-at", ""], "not a date"),
        (["--file", "nowhere.csv"], "There is no file nowhere.csv."),
        (["-m", MEASURE, "--format", "cvs"], "'json'"),
    ],
)
def test_a_mistake_names_the_nearest_and_ends_with_two(
    release: Path, capsys: pytest.CaptureFixture[str], arguments: list[str], said: str
) -> None:
    assert said in told(capsys, *arguments)


def test_a_release_of_another_ontology_is_told_plainly(
    release: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    changed_manifest(release, versions={"ontology": "0.0.1", "project": "0.0.1"})
    said = told(capsys, "-m", MEASURE, "--as-at", DAY)
    assert f"The release {release.name} was built with ontology 0.0.1" in said
    assert "run.py build" in said


def test_a_release_older_than_the_rules_is_told_plainly(
    release: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    turtle = release / "landscape.ttl"
    content = turtle.read_text(encoding="utf-8")
    assert "rl:stance" in content
    turtle.write_text(content.replace("rl:stance ", "rl:stanceAsItWas "), encoding="utf-8")
    files = json.loads((release / "manifest.json").read_text("utf-8"))["files"]
    files["landscape.ttl"] = hashlib.sha256(turtle.read_bytes()).hexdigest()
    changed_manifest(release, files=files)
    said = told(capsys, "-m", MEASURE, "--as-at", DAY)
    assert "was built before the rules of the ontology became what they are" in said
    assert "run.py build" in said


def test_a_release_that_is_damaged_missing_or_of_another_format_is_told(
    release: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    changed_manifest(release, format=0)
    assert "is of format 0; this program reads format 1." in told(capsys, "-m", MEASURE)
    changed_manifest(release, format=1)
    with (release / "landscape.ttl").open("a", encoding="utf-8") as stream:
        stream.write("\n# more\n")
    assert "is damaged: landscape.ttl is not as it was built" in told(capsys, "-m", MEASURE)
    (release / "manifest.json").unlink()
    assert f"There is no release '{release.name}'" in told(capsys, "-m", MEASURE)
