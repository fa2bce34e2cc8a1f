"""The class archive: made from what a server used, used by the next, and never in the way."""

from __future__ import annotations

import sys
import threading
from dataclasses import replace
from pathlib import Path

import pytest

from loaders.settings import Settings
from loaders.store import jars
from loaders.store import server as local
from loaders.store.archive import archive_file
from loaders.store.connection import open_store


@pytest.fixture
def mine(store_settings: Settings, tmp_path: Path) -> Settings:
    """Settings of a machine that has Neo4j's program files and no archive yet."""
    jars.class_path(store_settings)
    cache = tmp_path / "cache"
    cache.mkdir()
    (cache / "neo4j-jars").symlink_to(store_settings.cache_folder / "neo4j-jars")
    return replace(store_settings, data_folder=tmp_path / "data", cache_folder=cache)


def answers(settings: Settings) -> str:
    """What the server of these settings has open while it answers, where the system says so."""
    with open_store(settings) as store:
        assert store.read("RETURN 1 AS one").rows == [{"one": 1}]
        server = local.find(settings)
        assert server is not None
        return Path(f"/proc/{server.process}/maps").read_text() if sys.platform == "linux" else ""


def test_made_while_a_server_runs_and_used_by_the_next(mine: Settings) -> None:
    archive = archive_file(mine, jars.class_path(mine))
    given_up, going_on = threading.Event(), threading.Event()
    given_up.set()
    assert not local.make_class_archive(mine, going_on), "no server has run yet"
    with open_store(mine) as store:
        assert not store.read("MATCH (n) RETURN n.id AS id").rows
        assert not local.make_class_archive(mine, given_up)
        assert [file.suffix for file in archive.parent.iterdir()] in ([".lock"], [".lock", ".part"]), (
            "given up, not failed: it is tried again"
        )
        assert local.make_class_archive(mine, going_on)
    assert not archive.with_suffix(".log").exists()
    used = answers(mine)
    if sys.platform == "linux":
        assert str(archive) in used
    archive.unlink()
    archive.write_bytes(b"not an archive")
    assert str(archive) not in answers(mine), "a broken one is left aside"
