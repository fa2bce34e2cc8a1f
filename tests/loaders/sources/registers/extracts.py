"""Small register files in the layouts of the real ones, and the sheets that they are loaded over.

The rows of ``TRUSTS`` and ``LOCATIONS`` are from the reports etr (July 2025) and eccg (December 2025) of
the Organisation Data Service, NHS England; those of ``DIRECTORY`` from the care directory of the Care Quality
Commission. Contains public sector information licensed under the Open Government Licence v3.0. Addresses and
telephone numbers are left out.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Mapping
from dataclasses import replace
from functools import cache
from pathlib import Path

from loaders.errors import DataError, Problem
from loaders.settings import CHECKOUT
from loaders.sources.registers import LOADERS, Loaded, with_registers
from loaders.sources.registers.given import Given, parse
from loaders.sources.rows import Sheets
from loaders.sources.sheets import read_sheets
from ontology.terms import load

Rows = list[list[str]]


def ods(
    code: str, name: str, region: str, board: str, opened: str, closed: str = "", roles: str = ""
) -> list[str]:
    """A row of 27 columns, as etr and eccg have them."""
    row = [""] * 27
    row[0], row[1], row[2], row[3], row[10], row[11], row[13] = (
        code,
        name,
        region,
        board,
        opened,
        closed,
        roles,
    )
    row[21] = "0"
    return row


TRUSTS: Rows = [
    ods("G6V2S", "NORTH LONDON NHS FOUNDATION TRUST", "Y56", "QMJ", "20241101"),
    ods("R0A", "MANCHESTER UNIVERSITY NHS FOUNDATION TRUST", "Y62", "QOP", "20171001"),
    ods("R1C", "SOLENT NHS TRUST", "Y59", "QRL", "20110401", "20240930"),
    ods("RJ1", "GUY'S AND ST THOMAS' NHS FOUNDATION TRUST", "Y56", "QKK", "19930401"),
    ods("RYT", "PUBLIC HEALTH WALES NHS TRUST", "W00", "Q99", "20091001"),
]
LOCATIONS: Rows = [
    ods("00C", "NHS DARLINGTON CCG", "Y63", "QHM", "20130401", "20200331"),
    ods("00L", "NHS NORTH EAST AND NORTH CUMBRIA ICB - 00L", "Y63", "QHM", "20130401", "", "RO319"),
    ods("13Q", "NATIONAL COMMISSIONING HUB 1", "Y63", "QWO", "20130401", "", "RO218"),
    ods("A4R1E", "NEWHAM - SUB-ICB REPORTING ENTITY", "Y56", "QMF", "20240401", "", "RO327"),
]
_PROVIDER, _LOCATION = "CQC Provider ID (for office use only)", "CQC Location ID (for office use only)"


def listed(name: str, provider: str, provider_name: str, location: str = "") -> list[str]:
    """A row of the care directory."""
    given = {"Name": name, _PROVIDER: provider, _LOCATION: location, "Provider name": provider_name}
    return [given.get(column, "") for column in LOADERS["cqc"].layout.names]


DIRECTORY: Rows = [
    list(LOADERS["cqc"].layout.names),
    listed("#HEALTH Crosby", "1-20388583348", "Vim Vitae Holdings Limited", "1-20396518332"),
    listed("@HomeDental Limited", "1-4644914295", "@HomeDental Limited"),
    listed(
        "Ambulance Headquarters, Bernicia House",
        "RX6",
        "North East Ambulance Service NHS Foundation Trust",
        "RX601",
    ),
]


@cache
def sheets() -> Sheets:
    """The project's own sheets without their codes, with any number of rows expected of every register."""
    found = read_sheets(CHECKOUT / "data", load())
    lenient = tuple(
        replace(row, cells={**row.cells, "least": 0, "most": 10_000_000}) for row in found.rows["registers"]
    )
    return Sheets(found.metadata, {**found.rows, "registers": lenient, "codes": ()})


def written(folder: Path, register: str, rows: Iterable[Iterable[str]]) -> Given:
    """A file of these rows, given for a register with a day."""
    text = io.StringIO()
    csv.writer(text, quoting=csv.QUOTE_ALL, lineterminator="\n").writerows(rows)
    return laid(folder, register, text.getvalue().encode())


def laid(folder: Path, register: str, content: bytes) -> Given:
    """A file of these bytes, given for a register with a day."""
    path = folder / f"{register}.csv"
    path.write_bytes(content)
    return parse([f"{register}@2025-07-31={path}"], {name: each.files for name, each in LOADERS.items()})[
        register
    ]


def loaded(*files: Given, over: Sheets | None = None, last: Mapping[str, int] | None = None) -> Sheets:
    """The sheets with these registers."""
    return report(*files, over=over, last=last)[0]


def report(
    *files: Given, over: Sheets | None = None, last: Mapping[str, int] | None = None
) -> tuple[Sheets, tuple[Loaded, ...]]:
    """The sheets with these registers, and what became of each."""
    return with_registers(over or sheets(), {each.register: each for each in files}, load(), last)


def problems(
    *files: Given, over: Sheets | None = None, last: Mapping[str, int] | None = None
) -> list[Problem]:
    """Everything that is wrong with these registers; empty where nothing is."""
    try:
        loaded(*files, over=over, last=last)
    except DataError as error:
        return list(error.problems)
    return []


def added(found: Sheets, sheet: str) -> list[dict[str, object]]:
    """The rows that a sheet has and had not before, as plain cells."""
    before = len(sheets().rows[sheet])
    return [dict(row.cells) for row in found.rows[sheet][before:]]
