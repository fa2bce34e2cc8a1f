"""The landscape of the curated sheets, in the store."""

from __future__ import annotations

import dataclasses
from pathlib import Path

import pytest

from loaders.release import build_release
from loaders.settings import Settings
from loaders.store.connection import Store
from loaders.store.tables import ReleaseTables, parameters_of
from tests.conftest import TestStore
from tests.releases import MadeNode, MadeRelationship


@pytest.fixture(scope="session")
def curated_release(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of a release that is built from the curated sheets; its data folder holds nothing else."""
    settings = Settings.from_environment(data_folder=tmp_path_factory.mktemp("curated"))
    return build_release(settings).folder


@pytest.fixture(scope="session")
def curated(curated_release: Path) -> tuple[list[MadeNode], list[MadeRelationship]]:
    """Nodes and relationships of that release."""
    tables = ReleaseTables(curated_release)
    nodes = [MadeNode(each.id, each.labels, parameters_of(each.properties)) for each in tables.all_nodes()]
    links = [
        MadeRelationship(each.type, each.start, each.end, parameters_of(each.properties))
        for each in tables.all_relationships()
    ]
    return nodes, links


@pytest.fixture
def loaded(landscape: Store, curated_release: Path) -> Store:
    """The store with that release in it, and with the data folder where the release lies."""
    properties = ReleaseTables(curated_release).release_properties()
    landscape.write(
        lambda transaction: transaction.run("CREATE (r:Release) SET r = $all", all=properties).consume()
    )
    settings = dataclasses.replace(landscape.settings, data_folder=curated_release.parent.parent)
    return Store(landscape.driver, landscape.database, settings)


@pytest.fixture
def landscape(store: TestStore, curated: tuple[list[MadeNode], list[MadeRelationship]]) -> Store:
    return store.replace(*curated)
