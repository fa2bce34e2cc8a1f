"""What a load costs beside Neo4j's own bulk import, and a change beside a full load, in one run.

``python -m benchmarks.load`` makes a release of 30,000 nodes and 100,000 relationships and prints:

* full load (constraints included, the server's start left out) over Neo4j's own bulk import of the same
  files: at most 1.5;
* load of a change of 1 % over a full load by Bolt: at most 0.15.
"""

from __future__ import annotations

import argparse
import random
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path

from loaders.settings import Settings
from loaders.store import server as local
from loaders.store.bulk import import_tables
from loaders.store.jars import class_path
from loaders.store.load import load_release
from loaders.store.tables import ReleaseTables
from tests.releases import MadeNode, MadeRelationship, edge, node, write_release

NODES, RELATIONSHIPS, CHANGED = 30_000, 100_000, 0.01
IMPORT_BOUND, CHANGE_BOUND = 1.5, 0.15
LABELS = ("Statement", "Organisation", "Evidence", "Position")
TYPES = ("SUBJECT", "OBJECT", "EVIDENCE", "POSITION", "TOPIC")


def generate(changed: float) -> tuple[list[MadeNode], list[MadeRelationship]]:
    """The release's nodes and relationships; that share of them differs from what ``generate(0)`` gives."""
    source = random.Random(1)
    nodes = [
        node(
            f"n{number}",
            LABELS[number % len(LABELS)],
            name=f"Node {number}" + (" changed" if number < NODES * changed else ""),
            text="A claim of usual length about one body and another, with its condition and its date.",
            size=number,
        )
        for number in range(NODES)
    ]
    ends = {
        (source.randrange(NODES), source.randrange(NODES), TYPES[number % len(TYPES)])
        for number in range(RELATIONSHIPS)
    }
    moved = RELATIONSHIPS * changed
    relationships = [
        edge(kind, f"n{start}", f"n{(end + 1) % NODES if number < moved else end}", weight=number)
        for number, (start, end, kind) in enumerate(sorted(ends))
    ]
    return nodes, relationships


def main(arguments: Sequence[str] | None = None) -> int:
    """Run and print; 0 where both bounds are met, 1 where one is not."""
    argparse.ArgumentParser(description=__doc__).parse_args(arguments)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        whole = write_release(folder / "releases", "whole", *generate(0))
        changed = write_release(folder / "releases", "changed", *generate(CHANGED))
        alone = _import_alone(whole, folder / "home")
        full = load_release(whole, Settings.from_environment({}, data_folder=folder / "bulk")).seconds
        by_bolt, change = _by_bolt(whole, changed, folder / "bolt")
    print(f"Neo4j's own bulk import: {alone:.1f} s; full load, server start apart: {full:.1f} s")
    print(f"full load by Bolt: {by_bolt:.1f} s; load of a change of {CHANGED:.0%}: {change:.1f} s")
    print(f"full load over bulk import: {full / alone:.2f} (at most {IMPORT_BOUND})")
    print(f"change over full load by Bolt: {change / by_bolt:.3f} (at most {CHANGE_BOUND})")
    return 0 if full / alone <= IMPORT_BOUND and change / by_bolt <= CHANGE_BOUND else 1


def _import_alone(release: Path, home: Path) -> float:
    settings = Settings.from_environment({})
    home.mkdir()
    jars = class_path(settings)
    began = time.monotonic()
    import_tables(ReleaseTables(release), home, jars, settings)
    return time.monotonic() - began


def _by_bolt(whole: Path, changed: Path, data_folder: Path) -> tuple[float, float]:
    own = Settings.from_environment({}, data_folder=data_folder)
    server = local.start(own)
    try:
        remote = Settings.from_environment(
            {"NEO4J_URI": server.uri, "NEO4J_PASSWORD": server.password}, data_folder=data_folder / "client"
        )
        return load_release(whole, remote).seconds, load_release(changed, remote).seconds
    finally:
        local.stop_server(server)


if __name__ == "__main__":
    sys.exit(main())
