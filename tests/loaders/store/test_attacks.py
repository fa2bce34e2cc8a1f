"""What must be refused in a READ session, and leave every count as it was."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from loaders.errors import ToolError
from loaders.store.server import Server
from tests.conftest import TestStore
from tests.releases import edge, node

ATTACKS: dict[str, str] = {
    "create": "CREATE (n:Class {id: 'x'}) RETURN n",
    "merge": "MERGE (n:Class {id: 'x'}) RETURN n",
    "set": "MATCH (n:Class) SET n.name = 'x' RETURN n",
    "remove": "MATCH (n:Class) REMOVE n.name RETURN n",
    "delete": "MATCH ()-[r]->() DELETE r",
    "detach delete": "MATCH (n) DETACH DELETE n",
    "new label": "MATCH (n:Class) SET n:Nonsense",
    "new type": "MATCH (a:Class), (b:Class) CREATE (a)-[:NONSENSE]->(b)",
    "index": "CREATE INDEX nonsense FOR (n:Class) ON (n.name)",
    "constraint": "CREATE CONSTRAINT nonsense FOR (n:Class) REQUIRE n.name IS UNIQUE",
    "drop constraint": "DROP CONSTRAINT unique_class_id",
    "sub-query": "CALL { CREATE (n:Class {id: 'x'}) RETURN n } RETURN n",
    "scoped sub-query": "CALL () { CREATE (n:Class {id: 'x'}) RETURN n } RETURN n",
    "foreach": "FOREACH (x IN [1] | CREATE (:Class {id: 'x'}))",
    "in transactions": "UNWIND [1] AS x CALL (x) { CREATE (:Class {id: 'x'}) } IN TRANSACTIONS",
    "comment between": "CREATE/**/(n:Class {id: 'x'})",
    "local file": "LOAD CSV FROM 'file:///etc/passwd' AS line RETURN line",
    "local file above": "LOAD CSV FROM 'file:///../../../etc/passwd' AS line RETURN line",
    "loopback": "LOAD CSV FROM 'http://127.0.0.1:1/' AS line RETURN line",
    "loopback by name": "LOAD CSV FROM 'http://localhost:1/' AS line RETURN line",
    "loopback, version 6": "LOAD CSV FROM 'http://[::1]:1/' AS line RETURN line",
    "configuration": "CALL dbms.setConfigValue('db.transaction.timeout', '0')",
    "kill": "CALL dbms.killConnection('bolt-1')",
    "new label token": "CALL db.createLabel('Nonsense')",
    "show users": "SHOW USERS",
    "alter user": "ALTER USER neo4j SET PASSWORD 'nonsense-nonsense'",
    "alter current user": "ALTER CURRENT USER SET PASSWORD FROM 'a' TO 'nonsense-nonsense'",
    "create user": "CREATE USER eve SET PASSWORD 'nonsense-nonsense'",
    "create database": "CREATE DATABASE nonsense",
    "use system": "USE system SHOW USERS",
    "terminate": "TERMINATE TRANSACTIONS 'neo4j-transaction-1'",
    "terminate what is shown": (
        "SHOW TRANSACTIONS YIELD transactionId AS id TERMINATE TRANSACTIONS id YIELD message RETURN message"
    ),
    "procedure inside": (
        "CALL () { CALL dbms.killConnection('bolt-1') YIELD message RETURN message } RETURN message"
    ),
    "file in a sub-query": "CALL () { LOAD CSV FROM 'file:///x' AS line RETURN line } RETURN line",
    "two statements": "MATCH (n) RETURN n; CREATE (m)",
    "endless": "UNWIND range(1, 1000000000) AS x RETURN sum(sin(x))",
}

COUNTS = (
    "MATCH (n) WITH count(n) AS nodes, collect(DISTINCT labels(n)) AS labels "
    "OPTIONAL MATCH ()-[r]->() RETURN nodes, labels, count(r) AS relationships"
)


@pytest.fixture
def filled(store: TestStore) -> TestStore:
    store.replace([node("a", "Class", name="A"), node("b", "Class", name="B")], [edge("BROADER", "a", "b")])
    return store


def held(store: TestStore) -> list[Any]:
    """Everything that an attack could change."""
    return [
        store.read(COUNTS).rows,
        store.read("MATCH (n) RETURN n ORDER BY n.id").rows,
        store.read("SHOW INDEXES YIELD name RETURN collect(name) AS names").rows,
        store.read("SHOW CONSTRAINTS YIELD name RETURN collect(name) AS names").rows,
    ]


@pytest.mark.parametrize("attack", ATTACKS)
def test_refused_and_nothing_changed(filled: TestStore, attack: str) -> None:
    before = held(filled)
    with pytest.raises(ToolError):
        filled.store.read(ATTACKS[attack], timeout_seconds=1, untrusted=True)
    assert held(filled) == before


READS = (
    "MATCH (n) RETURN n",
    "CYPHER 5 MATCH (n) RETURN n",
    "MATCH (n) CALL (n) { MATCH (n)-->(m) RETURN m } RETURN n, m",
    "CALL db.labels() YIELD label RETURN label",
    "SHOW INDEXES",
    "CALL db.schema.visualization()",
)


@pytest.mark.parametrize("query", READS)
def test_reading_is_let_through(filled: TestStore, query: str) -> None:
    assert filled.store.read(query, untrusted=True).rows


def test_a_parameter_is_data(filled: TestStore) -> None:
    before = held(filled)
    hostile = "a'}) DETACH DELETE n //"
    assert filled.read("MATCH (n:Class {id: $id}) RETURN n", id=hostile).rows == []
    assert held(filled) == before


def test_a_parameter_of_the_wrong_type_is_refused(filled: TestStore) -> None:
    with pytest.raises(ToolError):
        filled.read("MATCH (n:Class) RETURN n LIMIT $limit", limit="many")
    with pytest.raises(ToolError):
        filled.read("RETURN $x AS x", x=object())


def test_a_huge_parameter_does_no_harm(filled: TestStore) -> None:
    before = held(filled)
    with pytest.raises(ToolError, match="larger than 10 MB"):
        filled.read("RETURN size($text) AS size", text="x" * 100_000_000)
    assert held(filled) == before


@pytest.mark.parametrize(
    ("arguments", "code", "shown"),
    [
        (["RETURN 1 AS one", "--format", "csv"], 0, "one\n1\n"),
        (["RETURN $x AS x", "-p", "x==1+1", "--format", "csv"], 0, "x\n'=1+1\n"),
        (["CREATE (n)"], 2, "for reading only"),
        (
            ["UNWIND range(1, 1000000000) AS x RETURN sum(sin(x))", "--timeout", "1"],
            2,
            "ended after 1 seconds",
        ),
        (["UNWIND range(1, 9) AS x RETURN x", "--limit", "2", "--format", "csv"], 0, "There are more rows"),
        (["RETURN 1", "-p", "nonsense"], 2, "is not a parameter"),
    ],
)
def test_the_command(
    running_server: Server, checkout: Path, arguments: list[str], code: int, shown: str
) -> None:
    variables = {**os.environ, "LANDSCAPE_DATA_FOLDER": str(running_server.folder.root.parent)}
    variables.pop("NEO4J_URI", None)
    done = subprocess.run(
        [sys.executable, "-m", "app.commands", "cypher", *arguments],
        cwd=checkout,
        env=variables,
        capture_output=True,
        text=True,
    )
    assert (done.returncode, shown in done.stdout + done.stderr) == (code, True), done.stdout + done.stderr


def test_the_command_prints_json(running_server: Server, checkout: Path) -> None:
    variables = {**os.environ, "LANDSCAPE_DATA_FOLDER": str(running_server.folder.root.parent)}
    variables.pop("NEO4J_URI", None)
    done = subprocess.run(
        [sys.executable, "-m", "app.commands", "cypher", "-", "--format", "json"],
        cwd=checkout,
        env=variables,
        capture_output=True,
        text=True,
        input="RETURN date('2024-02-29') AS day, [1, 2] AS list",
    )
    assert json.loads(done.stdout) == {
        "columns": ["day", "list"],
        "rows": [{"day": "2024-02-29", "list": [1, 2]}],
        "truncated": False,
    }
