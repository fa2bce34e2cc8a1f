"""What each stage from the sheets to a filled store costs beside Neo4j's own start, in one run.

``python -m benchmarks.stages`` starts a local Neo4j in a folder of its own, reads the curated sheets, checks
them, makes and writes the release, and fills the store that was started. It prints each stage's seconds over
those of the start. Bound: all of them together at most 2.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TypeVar

from loaders.collector import paused
from loaders.gate import check
from loaders.gate.check import read_ontology
from loaders.release.contents import make_contents
from loaders.release.folder import write_release
from loaders.settings import Settings
from loaders.sources.curated import read_curated
from loaders.store import server as local
from loaders.store.jars import class_path
from loaders.store.load import open_loaded

BOUND = 2.0

Result = TypeVar("Result")


class _Clock:
    """Seconds of each stage, in the order in which they ran."""

    def __init__(self) -> None:
        self.seconds: dict[str, float] = {}

    def __call__(self, stage: str, work: Callable[[], Result]) -> Result:
        began = time.monotonic()
        result = work()
        self.seconds[stage] = time.monotonic() - began
        return result


def main(arguments: Sequence[str] | None = None) -> int:
    """Run and print; 0 where the bound is met, 1 where it is not."""
    argparse.ArgumentParser(description=__doc__).parse_args(arguments)
    clock = _Clock()
    with tempfile.TemporaryDirectory() as name:
        settings = Settings.from_environment({}, data_folder=Path(name))
        class_path(settings)  # the download, if there is one, is no part of a start
        server = clock("Neo4j's own start", lambda: local.start(settings))
        try:
            with paused():  # as in a build
                ontology = clock("ontology", read_ontology)
                curated = clock("sheets", lambda: read_curated(settings.sheets_folder, ontology))
                report = clock("gate", lambda: check(curated.graph, ontology, curated.origins))
                contents = clock("release", lambda: make_contents(curated.graph, ontology, report))
                folder = clock("release written", lambda: write_release(contents, settings.data_folder))
            store, loaded = clock("load", lambda: open_loaded(folder, settings))
            store.close()
        finally:
            local.stop_server(server)
    start = clock.seconds.pop("Neo4j's own start")
    print(f"Neo4j's own start: {start:.1f} s; {loaded}")
    for stage, seconds in clock.seconds.items():
        print(f"{stage}: {seconds:.2f} s, {seconds / start:.2f} of the start")
    together = sum(clock.seconds.values()) / start
    print(f"all stages over the start: {together:.2f} (at most {BOUND:g})")
    return 0 if together <= BOUND else 1


if __name__ == "__main__":
    sys.exit(main())
