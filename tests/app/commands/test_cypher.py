"""``run.py cypher``: what it says beside the rows."""

from __future__ import annotations

import pytest

from app.commands.__main__ import main
from tests.conftest import TestStore
from tests.releases import edge, node


@pytest.fixture
def held(store: TestStore, monkeypatch: pytest.MonkeyPatch) -> None:
    """Two bodies in the store of the data folder that the command reads."""
    monkeypatch.setenv("LANDSCAPE_DATA_FOLDER", str(store.settings.data_folder))
    monkeypatch.delenv("NEO4J_URI", raising=False)
    store.replace(
        [node("a", "Organisation", short_title="A"), node("b", "Organisation")], [edge("OVERSEES", "a", "b")]
    )


@pytest.mark.parametrize(
    ("query", "said"),
    [
        ("MATCH (n:Orgnisation) RETURN n.id", "no label 'Orgnisation'. Did you mean 'Organisation'"),
        ("MATCH (n)-[:OVERSES]->() RETURN n.id", "no relationship type 'OVERSES'. Did you mean 'OVERSEES'"),
        ("MATCH (n) RETURN n.short_titel", "no property 'short_titel'. Did you mean 'short_title'"),
    ],
)
@pytest.mark.usefixtures("held")
def test_a_name_that_nothing_has_is_named_with_the_nearest(
    query: str, said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["cypher", query, "--format", "csv"]) == 0
    assert said in capsys.readouterr().err


@pytest.mark.usefixtures("held")
def test_a_name_that_is_wrong_twice_is_warned_of_once(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["cypher", "MATCH (n) WHERE n.titel = 'A' OR n.titel = 'B' RETURN n.titel"]) == 0
    assert capsys.readouterr().err.count("Warning") == 1


@pytest.mark.usefixtures("held")
def test_names_that_are_there_are_not_warned_of(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["cypher", "MATCH (n:Organisation)-[:OVERSEES]->(m) RETURN n.short_title"]) == 0
    assert "Warning" not in capsys.readouterr().err
