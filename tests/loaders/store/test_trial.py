"""A trial: its change is seen inside it and nowhere else, and nothing of it stays, however it ends."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import threading
import time
from typing import Any

import pytest

from loaders.errors import ToolError
from loaders.store.connection import Store
from loaders.store.difference import Difference
from loaders.store.lease import Lease
from loaders.store.tables import Node
from loaders.store.trial import trial
from tests.conftest import TestStore
from tests.releases import edge, node

RELEASE = "2025-07-01-aaaaaaaaaaaa"
COUNT = "MATCH (n:Organisation) RETURN count(n) AS count"
CONTENT = (
    "MATCH (n) OPTIONAL MATCH (n)-[r]->(m) RETURN labels(n) AS l, properties(n) AS p, type(r) AS t, m.id AS m"
)
HALF = Difference(
    deleted_nodes=[Node("a", ("Organisation",), ())],
    created_nodes=[Node("new", ("Organisation",), (("id", "new"),))],
    old_labels={"a": "Organisation"},
    new_labels={"new": "Organisation"},
)
BROKEN = Difference(
    created_nodes=HALF.created_nodes,
    deleted_nodes=[Node("nobody", ("Organisation",), ())],
    old_labels={"nobody": "Organisation"},
    new_labels=HALF.new_labels,
)

# what the process does that is killed in the middle of its trial
KILLED = """
import sys, time
from loaders.settings import Settings
from loaders.store.connection import Store, _driver
from loaders.store.trial import trial
from tests.loaders.store.test_trial import HALF, RELEASE
uri, user, password = sys.argv[1:4]
store = Store(_driver(uri, user, password), "neo4j", Settings.from_environment())
def inside(within):
    print(within.read("MATCH (n:Organisation {id: 'new'}) RETURN n.id AS id").rows, flush=True)
    time.sleep(60)
trial(store, RELEASE, HALF, inside)
"""


@pytest.fixture
def filled(store: TestStore) -> Store:
    return store.replace(
        [
            node("a", "Organisation", name="A"),
            node("b", "Organisation", name="B"),
            node(RELEASE, "Release", format=1, as_at="2025-07-01"),
        ],
        [edge("PART_OF", "a", "b")],
    )


def content(store: Store) -> list[str]:
    return sorted(str(row) for row in store.read(CONTENT).rows)


def test_the_change_is_seen_inside_and_by_nobody_else(filled: Store) -> None:
    before = content(filled)

    def work(inside: Store) -> tuple[list[str], list[str]]:
        ids = [row["id"] for row in inside.read("MATCH (n:Organisation) RETURN n.id AS id ORDER BY id").rows]
        return ids, content(filled)

    ids, outside = trial(filled, RELEASE, HALF, work)
    assert ids == ["b", "new"]
    assert outside == before
    assert content(filled) == before


def test_rows_inside_are_capped_and_said_to_be(filled: Store) -> None:
    for limit, truncated in ((1, True), (2, False)):
        answer = trial(
            filled,
            RELEASE,
            HALF,
            lambda inside, limit=limit: inside.read(
                "MATCH (n:Organisation) RETURN n.id AS id", row_limit=limit
            ),
        )
        assert (len(answer.rows), answer.truncated) == (limit, truncated)


@pytest.mark.parametrize("difference", [HALF, BROKEN])
def test_nothing_stays_after_an_error_in_the_middle(filled: Store, difference: Difference) -> None:
    before = content(filled)

    def work(inside: Store) -> None:
        raise RuntimeError("in the middle")

    with pytest.raises((RuntimeError, ToolError)):
        trial(filled, RELEASE, difference, work)
    assert content(filled) == before


def test_nothing_stays_after_a_kill(filled: Store, running_server: Any) -> None:
    before = content(filled)
    arguments = [running_server.uri, running_server.username, running_server.password]
    with subprocess.Popen(
        [sys.executable, "-c", KILLED, *arguments], stdout=subprocess.PIPE, text=True
    ) as process:
        assert process.stdout is not None
        assert process.stdout.readline().strip() == "[{'id': 'new'}]"
        os.kill(process.pid, signal.SIGKILL)
    trial(filled, RELEASE, Difference(), lambda inside: None)  # it waits until the server has noticed
    assert content(filled) == before


def test_a_second_trial_waits_for_the_first(filled: Store) -> None:
    order: list[str] = []

    def second() -> None:
        trial(filled, RELEASE, HALF, lambda inside: order.append("second"))

    def first(inside: Store) -> None:
        thread.start()
        time.sleep(1)
        order.append("first")

    thread = threading.Thread(target=second)
    trial(filled, RELEASE, HALF, first)
    thread.join(30)
    assert order == ["first", "second"]


def test_during_a_load_in_batches_it_stops_with_a_sentence(filled: Store) -> None:
    filled.write(Lease.new().take)
    with pytest.raises(ToolError, match="load into this database is under way"):
        trial(filled, RELEASE, HALF, content)


def test_a_store_that_holds_another_release_is_named(filled: Store) -> None:
    with pytest.raises(ToolError, match=f"holds release {RELEASE}, not another"):
        trial(filled, "another", HALF, content)
