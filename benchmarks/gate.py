"""How much faster the gate is than pySHACL alone on the same graph, in one run on one machine.

``python -m benchmarks.gate`` prints the ratio of processor seconds on a generated graph of 20,000 triples
with 100 seeded violations of 20 kinds, and whether both found the same. Bound: at least 5.
``--triples 200000 --ours`` leaves pySHACL alone out and shows how the gate grows; ``--sheets`` takes the
curated sheets instead.
"""

from __future__ import annotations

import argparse
import resource
import sys
import time
from collections.abc import Callable, Sequence
from typing import TypeVar

from rdflib import Graph

from loaders.gate import check
from loaders.gate.check import plain, with_ontology
from loaders.settings import CHECKOUT
from loaders.sources.curated import read_curated
from ontology.terms import load
from tests.examples import KINDS, good_rows
from tests.graphs import Rows, graph_of

BOUND = 5.0
TRIPLES = 20_000
VIOLATIONS = 100
STATEMENTS_PER_THING = 8

# what is seeded, in turn: sheet and the cells that break one rule
SEEDS: tuple[tuple[str, dict[str, str]], ...] = (
    ("oversight", {"force": ""}),
    ("oversight", {"oversight_kind": "nonsense"}),
    ("functions", {"function": ""}),
    ("functions", {"basis": "interview-account"}),
    ("delegations", {"lifecycle": "ended"}),
    ("delegations", {"accountable": "nobody"}),
    ("ties", {"tie": "funds|chairs"}),
    ("ties", {"stated_at": "2025-03-01"}),
    ("commissioning", {"subject": "report"}),
    ("duties", {"modality": "duty"}),
    ("duties", {"valid_from": "2025-02-02", "valid_to": "2025-02-01"}),
    ("applicability", {"subject": "trusts"}),
    ("reporting", {"system": "watcher"}),
    ("flows", {"answers": "duties-1"}),
    ("escalation", {"tier_to": "ministry"}),
    ("recommendations", {"response_owed": ""}),
    ("accounts", {"asserted_by": "trusts"}),
    ("reforms", {"valid_from": "2024-12-01"}),
    ("limitations", {"object": ""}),
    ("definitions", {"term": ""}),
)

Result = TypeVar("Result")


def generate(triples: int, violations: int = VIOLATIONS) -> Graph:
    """A graph of about this many triples: every kind of statement in turn, with that many broken rows."""
    per_round = 680  # triples that one statement of each kind brings, with its share of things
    rounds = max(1, round((triples - 1_200) / per_round))
    rows = good_rows()
    seeded: dict[tuple[str, int], dict[str, str]] = {}
    for number in range(violations):
        sheet, cells = SEEDS[number % len(SEEDS)]
        seeded[sheet, number // len(SEEDS) % rounds] = {
            **seeded.get((sheet, number // len(SEEDS)), {}),
            **cells,
        }
    for number in range(rounds):
        _add_round(rows, number, seeded)
    return graph_of(rows).graph


def _add_round(rows: Rows, number: int, seeded: dict[tuple[str, int], dict[str, str]]) -> None:
    body = f"body-{number}"
    rows["organisations"] += [
        {"id": f"{body}-{each}", "name": f"Body {number} {each}", "thing": "body", "kind": "other"}
        for each in range(max(1, len(KINDS) // STATEMENTS_PER_THING))
    ]
    for sheet in KINDS:
        row = dict(rows[sheet][0])
        row |= {"id": f"{sheet.replace('_', '-')}-made-{number}", "text": f"What {sheet} {number} say."}
        if row["subject"] == "watcher":
            row["subject"] = f"{body}-0"
        row.update(seeded.get((sheet, number), {}))
        rows[sheet].append(row)
        rows["evidence"].append(
            {"supports": row["id"], "document": "report", "locator": f"3 s{number}", "cites": "cited-report"}
        )
    rows["operations"].append(
        {**rows["operations"][0], "id": f"step-made-{number}", "measure": f"reforms-made-{number}"}
    )
    rows["positions"].append(
        {**rows["positions"][0], "id": f"dispute-made-{number}", "statement": f"oversight-made-{number}"}
    )
    rows["evidence"].append(
        {"supports": f"dispute-made-{number}", "document": "report", "locator": f"4 s{number}"}
    )


def _timed(work: Callable[[], Result]) -> tuple[Result, float]:
    started = time.process_time()
    result = work()
    return result, time.process_time() - started


def main(arguments: Sequence[str] | None = None) -> int:
    """Run and print; 0 where the bound is met (or nothing is compared), 1 where it is not."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--triples", type=int, default=TRIPLES, help="size of the generated graph")
    parser.add_argument("--ours", action="store_true", help="leave pySHACL alone out")
    parser.add_argument("--sheets", action="store_true", help="check the curated sheets instead; no bound")
    options = parser.parse_args(arguments)
    ontology = load()
    graph = read_curated(CHECKOUT / "data", ontology).graph if options.sheets else generate(options.triples)
    print(f"triples: {len(graph)}")
    report, ours = _timed(lambda: check(graph, ontology))
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    print(f"gate: {ours:.1f} s, {len(report.results)} results, {peak} MiB at most")
    if options.ours:
        return 0
    theirs_found, theirs = _timed(lambda: plain(with_ontology(graph, ontology), ontology.shapes))
    agree = set(theirs_found) == set(report.results)
    print(f"pySHACL alone: {theirs:.1f} s, {'the same results' if agree else 'OTHER RESULTS'}")
    ratio = theirs / ours
    print(f"ratio: {ratio:.1f}" + ("" if options.sheets else f" (at least {BOUND:g})"))
    return 0 if agree and (options.sheets or ratio >= BOUND) else 1


if __name__ == "__main__":
    sys.exit(main())
