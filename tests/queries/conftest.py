"""The landscape of the curated sheets, in the store."""

from __future__ import annotations

import pytest

from loaders.release import build_release
from loaders.settings import Settings
from loaders.store.connection import Store
from loaders.store.tables import ReleaseTables, parameters_of
from tests.conftest import TestStore
from tests.releases import MadeNode, MadeRelationship


@pytest.fixture(scope="session")
def curated(
    tmp_path_factory: pytest.TempPathFactory,
) -> tuple[list[MadeNode], list[MadeRelationship]]:
    """Nodes and relationships of a release that is built from the curated sheets."""
    settings = Settings.from_environment(data_folder=tmp_path_factory.mktemp("curated"))
    tables = ReleaseTables(build_release(settings).folder)
    nodes = [MadeNode(each.id, each.labels, parameters_of(each.properties)) for each in tables.all_nodes()]
    links = [
        MadeRelationship(each.type, each.start, each.end, parameters_of(each.properties))
        for each in tables.all_relationships()
    ]
    return nodes, links


@pytest.fixture
def landscape(store: TestStore, curated: tuple[list[MadeNode], list[MadeRelationship]]) -> Store:
    return store.replace(*curated)
