"""The connection: time-outs, caps, plain values, and every way in which it cannot be had."""

from __future__ import annotations

import datetime
import socket
import time
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from loaders.errors import ToolError
from loaders.settings import Settings
from loaders.store.connection import connect_remote, open_store
from loaders.store.server import Server
from tests.conftest import TestStore
from tests.releases import edge, node

ENDLESS = "UNWIND range(1, 1000000000) AS x RETURN sum(sin(x)) AS y"


def test_answers_are_plain(store: TestStore) -> None:
    store.replace(
        [node("a", "Class", name="A", opened=datetime.date(2024, 2, 29)), node("b", "Class")],
        [edge("BROADER", "a", "b", since=datetime.date(2024, 1, 1))],
    )
    answer = store.read("MATCH p = (a)-[r]->(b) RETURN a, r, [a.opened] AS dates, p, {n: 1} AS map")
    assert answer.columns == ("a", "r", "dates", "p", "map")
    assert answer.rows == [
        {
            "a": {"id": "a", "name": "A", "opened": datetime.date(2024, 2, 29)},
            "r": {"since": datetime.date(2024, 1, 1)},
            "dates": [datetime.date(2024, 2, 29)],
            "p": [{"id": "a", "name": "A", "opened": datetime.date(2024, 2, 29)}, {"id": "b"}],
            "map": {"n": 1},
        }
    ]


@pytest.mark.parametrize(
    ("limit", "count", "truncated"), [(1, 1, True), (9, 9, True), (10, 10, False), (99, 10, False)]
)
def test_a_cut_answer_says_so(store: TestStore, limit: int, count: int, truncated: bool) -> None:
    answer = store.store.read("UNWIND range(1, 10) AS x RETURN x", row_limit=limit)
    assert [row["x"] for row in answer.rows] == list(range(1, count + 1))
    assert answer.truncated is truncated


def test_the_server_ends_a_query_that_takes_too_long(store: TestStore) -> None:
    began = time.monotonic()
    with pytest.raises(ToolError, match=r"ended after 0\.5 seconds"):
        store.store.read(ENDLESS, timeout_seconds=0.5)
    assert time.monotonic() - began < 20
    assert store.read("RETURN 1 AS one").rows == [{"one": 1}]


def test_a_write_has_a_time_out_of_its_own(running_server: Server) -> None:
    hasty = connect_remote(_remote(running_server, write_timeout_seconds=1.0))
    with hasty, pytest.raises(ToolError, match="ended after 1 seconds"):
        hasty.write(lambda tx: tx.run(ENDLESS).consume())


@pytest.mark.parametrize(
    ("cypher", "sentence"),
    [
        ("RETURN", "refused the query"),
        ("RETURN $x", "parameter of the query has no value"),
        ("CREATE (n)", "for reading only"),
        ("RETURN 1/0", "refused the query"),
    ],
)
def test_a_refused_query_is_a_sentence(store: TestStore, cypher: str, sentence: str) -> None:
    with pytest.raises(ToolError, match=sentence):
        store.read(cypher)


@pytest.fixture
def silent_port() -> Iterator[int]:
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        yield int(listener.getsockname()[1])


def test_unreachable_address(silent_port: int) -> None:
    settings = Settings.from_environment(
        {}, neo4j_uri=f"bolt://127.0.0.1:{silent_port}", neo4j_password="x" * 8
    )
    with pytest.raises(ToolError, match="cannot be reached") as caught:
        open_store(settings)
    assert str(silent_port) in caught.value.what


def test_address_that_is_none() -> None:
    settings = Settings.from_environment({}, neo4j_uri="localhost 7687", neo4j_password="x" * 8)
    with pytest.raises(ToolError, match="not an address"):
        open_store(settings)


def test_address_without_a_password() -> None:
    with pytest.raises(ToolError, match="no password"):
        open_store(Settings.from_environment({}, neo4j_uri="bolt://127.0.0.1:7687"))


def test_wrong_password(running_server: Server) -> None:
    settings = replace(_remote(running_server), neo4j_password="not the password")
    with pytest.raises(ToolError, match="refused the user name or the password"):
        open_store(settings)


def test_unknown_database(running_server: Server) -> None:
    with pytest.raises(ToolError, match="no database 'other'"):
        open_store(_remote(running_server, neo4j_database="other"))


def test_password_from_a_file(running_server: Server, tmp_path: Path) -> None:
    file = tmp_path / "secret"
    file.write_text(running_server.password + "\n", encoding="utf-8")
    settings = replace(_remote(running_server), neo4j_password=None, neo4j_password_file=file)
    with open_store(settings) as store:
        assert store.read("RETURN 1 AS one").rows == [{"one": 1}]


def _remote(server: Server, **overrides: object) -> Settings:
    return Settings.from_environment(
        {},
        neo4j_uri=server.uri,
        neo4j_username=server.username,
        neo4j_password=server.password,
        **overrides,
    )
