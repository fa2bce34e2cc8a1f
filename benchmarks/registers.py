"""What registers cost: a build with all of them over one from the sheets alone, and how it grows with rows.

``python -m benchmarks.registers`` needs the register files (LANDSCAPE_REFERENCE_FOLDER). It builds from the
sheets alone, with every register, and with the register of NHS trusts repeated 10 and 100 times under fresh
codes, in one run. It prints the first ratio, the rows that a second more of building takes in, and the cost
of a row at 100 times over that at 10 times. Bound of the last: 1.1, that is, linear growth.
"""

from __future__ import annotations

import argparse
import csv
import shutil
import sys
import tempfile
import time
from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path

from loaders.errors import ToolError
from loaders.release import build_release
from loaders.settings import Settings
from loaders.sources.registers import PATTERNS
from loaders.sources.registers.given import Given, parse

BOUND = 1.1
TIMES = (10, 100)


def main(arguments: Sequence[str] | None = None) -> int:
    """Run and print; 0 where the bound is met, 1 where it is not."""
    argparse.ArgumentParser(description=__doc__).parse_args(arguments)
    reference = Settings.from_environment().reference_folder
    if reference is None:
        raise ToolError("The register files are not there.", "Set LANDSCAPE_REFERENCE_FOLDER.")
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        sheets = _lenient(Settings.from_environment().sheets_folder, folder / "sheets")
        _seconds(sheets, folder, {})  # what only a first build costs is not a cost of the sheets
        alone = _seconds(sheets, folder, {})
        whole = _seconds(sheets, folder, parse([str(reference / "data")], PATTERNS))
        print(f"sheets alone: {alone:.1f} s; with all registers: {whole:.1f} s, {whole / alone:.2f} times")
        costs = []
        trusts = parse([f"etr={reference / 'data'}"], PATTERNS)["etr"].path
        for times in TIMES:
            file, rows = _repeated(trusts, times, folder)
            given = {"etr": Given("etr", file, file.name, date(2025, 7, 31))}
            more = _seconds(sheets, folder, given) - alone
            costs.append(more / rows)
            print(f"etr {times} times: {rows:,} rows, {more:.1f} s more, {rows / more:,.0f} rows a second")
    growth = costs[1] / costs[0]
    print(f"a row at {TIMES[1]} times over a row at {TIMES[0]} times: {growth:.2f} (at most {BOUND:g})")
    return 0 if growth <= BOUND else 1


def _lenient(sheets: Path, copy: Path) -> Path:
    """A copy of the sheets that expects any number of rows."""
    shutil.copytree(sheets, copy)
    with (copy / "registers.csv").open(encoding="utf-8", newline="") as stream:
        rows = list(csv.DictReader(stream))
    with (copy / "registers.csv").open("w", encoding="utf-8", newline="") as stream:
        writer = csv.DictWriter(stream, list(rows[0]), lineterminator="\n")
        writer.writeheader()
        writer.writerows({**row, "most": "10000000"} for row in rows)
    return copy


def _repeated(trusts: Path, times: int, folder: Path) -> tuple[Path, int]:
    """The register ``times`` over, each time under codes and names of its own."""
    with trusts.open(encoding="utf-8", newline="") as stream:
        rows = list(csv.reader(stream))
    file = folder / f"etr-{times}.csv"
    with file.open("w", encoding="utf-8", newline="") as stream:
        writer = csv.writer(stream, quoting=csv.QUOTE_ALL, lineterminator="\n")
        for number in range(times):
            for row in rows:
                code = f"{row[0]}{number:04d}"
                writer.writerow([code, f"{row[1]} {code}", *row[2:]])
    return file, len(rows) * times


def _seconds(sheets: Path, folder: Path, registers: Mapping[str, Given]) -> float:
    """How much of the processor's time a build takes, in a data folder of its own.

    A build is one process and waits for nothing, so that other work on the machine does not count.
    """
    with tempfile.TemporaryDirectory(dir=folder) as data:
        settings = Settings.from_environment(sheets_folder=sheets, data_folder=Path(data))
        began = time.process_time()
        build_release(settings, registers=registers)
        return time.process_time() - began


if __name__ == "__main__":
    sys.exit(main())
