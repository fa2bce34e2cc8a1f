"""What trying a reform out costs, and what it costs to know which findings would survive which loss.

``python -m benchmarks.whatif`` builds the landscape and loads it into a local Neo4j in a folder of its own.
It prints, in one run:

* a what-if of all nine recommendations over one gate and two passes of the catalogue: at most 1.5;
* robustness of every finding over one pass of the catalogue for each origin: at most 1.5.
"""

from __future__ import annotations

import argparse
import datetime
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TypeVar

from loaders.gate import check
from loaders.gate.check import read_ontology
from loaders.release import build_release
from loaders.release.reading import read_graph
from loaders.settings import Settings
from loaders.store.load import open_loaded
from loaders.store.tables import ReleaseTables
from queries import catalogue
from queries.findings import all_findings
from queries.leaving_out import LeavingOut
from queries.robustness import losses
from queries.whatif.scenarios import scenario
from queries.whatif.trying import answers, try_out

BOUND = 1.5

Result = TypeVar("Result")


def main(arguments: Sequence[str] | None = None) -> int:
    """Run and print; 0 where the bounds are met, 1 where one is not."""
    argparse.ArgumentParser(description=__doc__).parse_args(arguments)
    today, questions = datetime.date.today(), catalogue.load()
    with tempfile.TemporaryDirectory() as name:
        settings = Settings.from_environment({}, data_folder=Path(name))
        release = build_release(settings).folder
        store, _ = open_loaded(release, settings)
        with store:
            ontology, graph = read_ontology(), read_graph(release)
            measures = scenario("dash-all-nine").all_measures
            answers(store, questions, today)  # Neo4j plans every question once, ...
            try_out(store, measures, today)  # ... and once more where a transaction has changes of its own
            gate, _ = timed(lambda: check(graph, ontology))
            one, _ = timed(lambda: answers(store, questions, today))
            whatif, _ = timed(lambda: try_out(store, measures, today))
            tables = ReleaseTables(release)
            day = datetime.date.fromisoformat(str(tables.manifest["as_at"]))
            all_findings(store, day, questions)
            whole, (_, found) = timed(lambda: all_findings(store, day, questions))
            robust, _ = timed(lambda: losses(store, tables, found, questions))
            origins = len(LeavingOut(tables).origins)
    first = whatif / (gate + 2 * one)
    second = robust / (whole * origins)
    print(f"gate {gate:.2f} s, one pass of the catalogue {one:.2f} s, what-if of all nine {whatif:.2f} s")
    print(f"what-if over one gate and two passes: {first:.2f} (at most {BOUND:g})")
    print(f"{len(found)} findings, {origins} origins, one pass {whole:.2f} s, robustness {robust:.1f} s")
    print(f"robustness over one pass for each origin: {second:.2f} (at most {BOUND:g})")
    return 0 if max(first, second) <= BOUND else 1


def timed(work: Callable[[], Result]) -> tuple[float, Result]:
    """The seconds that it takes, and its result."""
    began = time.perf_counter()
    result = work()
    return time.perf_counter() - began, result


if __name__ == "__main__":
    sys.exit(main())
