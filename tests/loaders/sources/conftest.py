"""The small world that tests of the sheets damage."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.loaders.sources.world import World


@pytest.fixture
def world(tmp_path: Path) -> World:
    """A folder of sheets without a fault."""
    return World(tmp_path / "data")
