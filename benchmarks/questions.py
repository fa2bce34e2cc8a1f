"""What each question costs beside ``RETURN 1`` in the same run, and how that grows with the landscape.

``python -m benchmarks.questions`` builds the landscape, loads it into a local Neo4j in a folder of its own,
and asks every question, those that need a parameter with one that fits. For each it prints the first time
(Neo4j has to plan it) and the best of the next ones, as multiples of ``RETURN 1``: of the query alone, and
with the claims that its answer shows. Then it imports a landscape ``--times`` as large, made of copies under
other names, and prints how much longer each query takes there.

Bounds, on the query alone: warm, the slowest at most 200 times, the median at most 20 times; growth at most
1.1 times the growth of the landscape.
"""

from __future__ import annotations

import argparse
import csv
import datetime
import json
import math
import shutil
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from loaders.release import build_release
from loaders.settings import Settings
from loaders.store.connection import Store, TimedOutError
from loaders.store.load import open_loaded
from queries import catalogue
from queries.asking import ask, bind
from queries.header import Question
from tests.releases import seal

SLOWEST, MEDIAN, GROWTH = 200.0, 20.0, 1.1
AGAIN = 5
NO_LIMIT = 1_000_000
GIVEN = {
    "body": "nhs-england",
    "class": "healthcare-providers",
    "event": "maternal-death",
    "party": "nhs-providers",
    "from": "integrated-care-boards",
    "to": "nhs-england",
    "instrument": "nhs-act-2006",
}
"""What is asked for where a question needs to be told: things of which there is much on record."""
CANNOT = {
    "measures-that-touch": (
        math.inf,
        "each measure is listed with all who do the same on its topic, which copies share, so that its "
        "answer grows by the square; the limit on time bounds it",
    ),
    "risks-and-supports": (
        2.0,
        "its rows hold many lists, all are sorted before the first is handed over, and half of the time is "
        "the handing over of some 7,000; the limit on rows bounds it",
    ),
}
"""Questions that grow by more: by how much for each copy at most, and why."""
SHARED = ("Concept",)
"""Labels of nodes that copies share."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run and print; 0 where the bounds are met, 1 where one is not."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--times", type=int, default=100, help="how many times as large; 0 leaves it out")
    given = parser.parse_args(arguments)
    good = True
    with tempfile.TemporaryDirectory() as name:
        settings = Settings.from_environment(
            {}, data_folder=Path(name) / "small", query_timeout_seconds=1800, heap_megabytes=2048
        )
        release = build_release(settings).folder
        store, _ = open_loaded(release, settings)
        with store:
            small, good = costs(store)
            asked = {each.name: bind(store, each, told(each)) for each in catalogue.load()}
        if given.times:
            usual = Settings.from_environment({}).query_timeout_seconds
            large = replace(settings, data_folder=Path(name) / "large", query_timeout_seconds=usual)
            folder = large.data_folder / "releases" / "large"
            copies(release, folder, given.times)
            store, report = open_loaded(folder, large)
            print(f"\n{given.times} times as large: {report}")
            with store:
                good = growth(store, small, asked, given.times) and good
    return 0 if good else 1


def costs(store: Store) -> tuple[dict[str, float], bool]:
    """Print what each question costs on the whole data; its warm seconds by name, and whether all is well."""
    day = datetime.date.today()
    store.read("RETURN 1 AS one")
    one = statistics.median(timed(lambda: store.read("RETURN 1 AS one")) for _ in range(50))
    print(
        f"RETURN 1: {one * 1000:.2f} ms. In multiples of it: first, warm, warm with all that is shown, rows"
    )
    warm: dict[str, float] = {}
    for question in catalogue.load():
        parameters = told(question)
        values = {**bind(store, question, parameters), "as_at": day}

        def query(text: str = question.cypher, values: dict[str, Any] = values) -> Any:
            return store.read(text, values, None, NO_LIMIT)

        first = timed(query)
        warm[question.name] = min(timed(query) for _ in range(AGAIN))
        whole = min(
            timed(lambda q=question, p=parameters: ask(store, q, day, p, row_limit=NO_LIMIT))
            for _ in range(2)
        )
        rows = len(query().rows)
        shown = [f"{seconds / one:.0f}" for seconds in (first, warm[question.name], whole)]
        print(f"  {question.name}: {', '.join(shown)}, {rows} rows")
    slowest = max(warm, key=lambda name: warm[name])
    top, middle = warm[slowest] / one, statistics.median(warm.values()) / one
    print(f"slowest warm: {slowest}, {top:.0f} times (at most {SLOWEST:g})")
    print(f"median warm: {middle:.1f} times (at most {MEDIAN:g})")
    return warm, top <= SLOWEST and middle <= MEDIAN


def growth(store: Store, small: dict[str, float], asked: dict[str, dict[str, Any]], times: int) -> bool:
    """Print how much longer each query takes on the larger landscape; whether none grows by too much.

    One that the store's time limit ends is said to be: the limit bounds it, and a reader is told so.
    """
    day = datetime.date.today()
    ratios: dict[str, float] = {}
    for question in catalogue.load():
        values = {**asked[question.name], "as_at": day}

        def query(text: str = question.cypher, values: dict[str, Any] = values) -> Any:
            return store.read(text, values, None, NO_LIMIT)

        try:
            query()
            ratios[question.name] = min(timed(query) for _ in range(AGAIN)) / small[question.name]
        except TimedOutError:
            ratios[question.name] = math.inf
            limit = store.settings.query_timeout_seconds
            print(f"  {question.name}: ended by the limit of {limit:g} s", flush=True)
        else:
            print(f"  {question.name}: {ratios[question.name]:.0f} times as long", flush=True)
    bound = GROWTH * times
    over = sorted(name for name, ratio in ratios.items() if ratio > bound)
    print(f"grow by more than {bound:g} times: {', '.join(over) or 'none'}")
    for name in sorted(set(over) & CANNOT.keys()):
        print(f"  {name} cannot do otherwise: {CANNOT[name][1]} (at most {CANNOT[name][0] * times:g} times)")
    return all(name in CANNOT and ratios[name] <= CANNOT[name][0] * times for name in over)


def told(question: Question) -> dict[str, str]:
    """Values for the parameters that the question needs. Raises KeyError where none is at hand."""
    found = {}
    for parameter in question.parameters:
        if not parameter.optional:
            by_type = {"integer": "1", "date": "2025-01-01"}
            found[parameter.name] = by_type.get(parameter.type) or GIVEN[parameter.name]
    return found


def copies(release: Path, folder: Path, times: int) -> None:
    """Write a release with ``times`` as much in it: the first copy under the names there are."""
    shared = set()
    for label in SHARED:
        shared |= {row[0] for row in rows(release / "nodes" / f"{label}.csv")}
    for part in ("nodes", "relationships"):
        (folder / part).mkdir(parents=True)
        for file in sorted((release / part).glob("*.csv")):
            if file.stem in SHARED:
                shutil.copy(file, folder / part / file.name)
                continue
            header, *body = rows(file)
            ends = [at for at, cell in enumerate(header) if cell.endswith(("ID", "ID(id)"))]
            own = header.index("statement:string") if "statement:string" in header else None
            with (folder / part / file.name).open("w", encoding="utf-8", newline="") as stream:
                writer = csv.writer(stream, lineterminator="\n")
                writer.writerow(header)
                for number in range(times):
                    for row in body:
                        copy = list(row)
                        for at in (*ends, *(() if own is None else (own,))):
                            if number and copy[at] not in shared:
                                copy[at] = f"{copy[at]}-copy-{number}"
                        if number == 0 or any(copy[at] != row[at] for at in ends):
                            writer.writerow(copy)
    (folder / "constraints.json").write_bytes((release / "constraints.json").read_bytes())
    manifest = json.loads((release / "manifest.json").read_text(encoding="utf-8"))
    (folder / "manifest.json").write_text(json.dumps({**manifest, "id": "large"}), encoding="utf-8")
    seal(folder)


def rows(file: Path) -> Iterator[list[str]]:
    """The rows of one table, header first."""
    with file.open(encoding="utf-8", newline="") as stream:
        yield from csv.reader(stream)


def timed(work: Callable[[], object]) -> float:
    """The seconds that it takes."""
    began = time.perf_counter()
    work()
    return time.perf_counter() - began


if __name__ == "__main__":
    sys.exit(main())
