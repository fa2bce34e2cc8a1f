"""``run.py recommendations`` as a command: on the release of a small landscape, its forms, how it fails."""

from __future__ import annotations

import csv
import io
import json

import pytest

from app.commands.__main__ import main
from tests.conftest import TestStore
from tests.queries.landscapes import Landscape
from tests.releases import node

DAY = "2024-06-01"


@pytest.fixture
def made(store: TestStore, monkeypatch: pytest.MonkeyPatch) -> None:
    """Two recommendations of different issuers in the store that the command reads."""
    monkeypatch.setenv("LANDSCAPE_DATA_FOLDER", str(store.settings.data_folder))
    monkeypatch.delenv("NEO4J_URI", raising=False)
    land = Landscape()
    land.things("Body", "watcher", "boards", "review")
    asked = {"recommendation_kind": "recommendation", "response_owed": True}
    land.say("owed", "recommendation", "watcher", "boards", reference="R/1", **asked)
    land.say("other", "recommendation", "review", "watcher", topic="data", reference="=R/2", **asked)
    land.nodes["release"] = node("release", "Release", id="release", as_at="2024-12-31", format=1)
    store.replace(land.nodes.values(), land.edges)


def printed(capsys: pytest.CaptureFixture[str], *arguments: str) -> str:
    assert main(["recommendations", "--as-at", DAY, *arguments]) == 0
    return capsys.readouterr().out


def test_the_register_in_every_form(made: None, capsys: pytest.CaptureFixture[str]) -> None:
    assert "As at 1 June 2024: 2 " in printed(capsys)
    assert "Owed." in printed(capsys, "--format", "markdown")
    assert len(json.loads(printed(capsys, "--format", "json"))["recommendations"]) == 2
    rows = list(csv.reader(io.StringIO(printed(capsys, "--format", "csv"))))
    assert len(rows) == 3
    assert any(cell.startswith("'=R/2") for row in rows for cell in row)


@pytest.mark.parametrize(
    ("arguments", "left"),
    [
        (["--issuer", "watcher"], "owed"),
        (["--issuer", "WATCHER"], "owed"),
        (["--addressee", "watcher"], "other"),
        (["--topic", "data"], "other"),
    ],
)
def test_what_is_not_wanted_is_left_out(
    made: None, capsys: pytest.CaptureFixture[str], arguments: list[str], left: str
) -> None:
    content = json.loads(printed(capsys, "--format", "json", *arguments))
    assert [each["id"] for each in content["recommendations"]] == [left]


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["--issuer", "wacher"], "'watcher'"),
        (["--addressee", "board"], "'boards'"),
        (["--topic", "dat"], "'data'"),
        (["--topic", "xyz"], "It holds 'data' and 'safety'."),
        (["--as-at", "1850-01-01"], "The nearest is 2024-01-01."),
        (["--as-at", "2024-02-30"], "2024-02-29"),
        (["--format", "cvs"], "'csv'"),
    ],
)
def test_a_mistake_names_the_nearest_and_ends_with_two(
    made: None, capsys: pytest.CaptureFixture[str], arguments: list[str], told: str
) -> None:
    assert main(["recommendations", *arguments]) == 2
    said = capsys.readouterr()
    assert said.out == ""
    assert told in said.err


def test_a_store_without_a_release_is_told(
    made: None, store: TestStore, capsys: pytest.CaptureFixture[str]
) -> None:
    store.replace()
    assert main(["recommendations"]) == 2
    assert "run.py load" in capsys.readouterr().err
