"""What all tests share: which are left out and said to be, and one real local Neo4j for the whole run."""

from __future__ import annotations

import dataclasses
import os
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import pytest

from loaders.settings import Settings
from loaders.store import server as local
from loaders.store.connection import Answer, Store, connect_local
from loaders.store.tables import Constraint, Node, Relationship, properties_of
from loaders.store.writing import constraint_statement, fill
from tests.releases import MadeNode, MadeRelationship

MAIN_LABELS = (
    "Statement",
    "Position",
    "Evidence",
    "Organisation",
    "Class",
    "Sample",
    "Instrument",
    "System",
    "Case",
    "Document",
    "Concept",
    "Operation",
    "Completeness",
    "Grouping",
    "Code",
)
LEFT_OUT: pytest.StashKey[dict[str, int]] = pytest.StashKey()


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--no-browser", action="store_true", help="leave out the tests that drive a browser")


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Leave out what this run cannot or shall not do; the closing line counts it and says why."""
    reasons: dict[str, str] = {}
    if Settings.from_environment().reference_folder is None:
        reasons["reference"] = "left out (LANDSCAPE_REFERENCE_FOLDER is unset)"
    if config.getoption("--no-browser"):
        reasons["browser"] = "left out (--no-browser)"
    left_out: Counter[str] = Counter()
    kept: list[pytest.Item] = []
    for item in items:
        marker = next((marker for marker in reasons if item.get_closest_marker(marker)), None)
        if marker is None:
            kept.append(item)
        else:
            left_out[reasons[marker]] += 1
    items[:] = kept
    config.stash[LEFT_OUT] = left_out


def pytest_sessionfinish(session: pytest.Session) -> None:
    """Where several processes share the tests, each tells the first one what was left out."""
    told: dict[str, Any] | None = getattr(session.config, "workeroutput", None)
    if told is not None:
        told["left out"] = dict(session.config.stash.get(LEFT_OUT, {}))


@pytest.hookimpl(optionalhook=True)
def pytest_testnodedown(node: Any) -> None:
    """The first process hears it: all of them found the same tests, so the last word stands."""
    node.config.stash[LEFT_OUT] = getattr(node, "workeroutput", {}).get("left out", {})


@pytest.hookimpl(trylast=True)  # others take what is in ``stats`` for reports
def pytest_terminal_summary(terminalreporter: Any, config: pytest.Config) -> None:
    """Add what was left out to pytest's closing line: '3 left out (...)'."""
    for reason, count in config.stash.get(LEFT_OUT, {}).items():
        terminalreporter.stats[reason] = [reason] * count


class TestStore:
    """A store for one test: empty at first, filled at once by ``replace``."""

    __test__ = False

    def __init__(self, store: Store) -> None:
        self.store = store
        self.settings = store.settings

    def replace(
        self, nodes: Iterable[MadeNode] = (), relationships: Iterable[MadeRelationship] = ()
    ) -> Store:
        """Put exactly these into the store in place of what it holds, and give the connection to it."""
        made = [
            Node(one.id, tuple(one.labels), properties_of({"id": one.id, **_present(one.properties)}))
            for one in nodes
        ]
        links = [
            Relationship(one.type, one.start, one.end, properties_of(_present(one.properties)))
            for one in relationships
        ]

        def work(transaction: Any) -> None:
            transaction.run("MATCH (n) DETACH DELETE n").consume()
            fill(transaction, made, links)

        self.store.write(work)
        return self.store

    def read(self, cypher: str, **parameters: Any) -> Answer:
        """Ask the store in Cypher."""
        return self.store.read(cypher, parameters)


def limited(store: Store, **settings: Any) -> Store:
    """The same store, for a reader with other settings."""
    return Store(store.driver, store.database, dataclasses.replace(store.settings, **settings))


def _present(properties: Any) -> dict[str, Any]:
    return {name: value for name, value in properties.items() if value is not None}


@pytest.fixture(scope="session")
def store_settings(tmp_path_factory: pytest.TempPathFactory) -> Settings:
    """Settings of the run's own data folder; Neo4j's program files come from the user's cache."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith("NEO4J_")}
    return Settings.from_environment(kept, data_folder=tmp_path_factory.mktemp("data"))


@pytest.fixture(scope="session")
def running_server(store_settings: Settings) -> Iterator[local.Server]:
    """One local Neo4j for the whole run."""
    with local.running(store_settings) as server:
        yield server


@pytest.fixture(scope="session")
def session_store(store_settings: Settings, running_server: local.Server) -> Iterator[Store]:
    """The connection to the run's Neo4j, with a unique constraint for each main label."""
    store = connect_local(store_settings, running_server)
    for label in MAIN_LABELS:
        store.run_schema(constraint_statement(Constraint(label, "id")))
    yield store
    store.driver.close()


@pytest.fixture
def store(session_store: Store) -> TestStore:
    """A store that is empty when the test begins."""
    test_store = TestStore(session_store)
    test_store.replace()
    return test_store


@pytest.fixture
def checkout() -> Path:
    """The folder that holds the project."""
    return Path(__file__).resolve().parent.parent
