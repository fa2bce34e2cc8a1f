"""The sheets' metadata file: CSV on the Web (W3C), as typed objects. Nothing else defines the columns.

Read by hand rather than with the PyPI library ``csvw``, which keeps no row numbers as spreadsheet programs
show them, stops at a table's first fault, knows no keys that point into one of several sheets, and
brings ten dependencies. The file is plain CSVW, so that any CSVW tool can check and convert the sheets.
https://www.w3.org/TR/tabular-metadata/
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from loaders.errors import DataError, Problem

FILE = "landscape-metadata.json"

_RL = "https://w3id.org/regulatory-landscape/ontology#"
_DATATYPES = ("string", "date", "integer", "boolean", "duration", "anyURI")

WIDER = {"actor": ("actor", "thing")}
"""Group of sheets -> the groups that its rows belong to; a group that is not named here is only itself."""


@dataclass(frozen=True)
class Column:
    """One column.

    ``label`` is its name in plain words. ``datatype`` is one of CSVW's (string, date, integer, boolean,
    duration, anyURI). ``pattern`` is the form that a value must have and ``longest`` the most characters that
    it may have, each None where any will do. ``scheme`` names the concept scheme that values come from, or is
    "". ``references`` names what values refer to: sheets ("classes.csv") or groups of sheets ("thing",
    "actor", "statement", "position"); empty where they refer to nothing.
    """

    name: str
    label: str
    description: str
    datatype: str
    pattern: re.Pattern[str] | None
    minimum: int | None
    required: bool
    separator: str | None
    scheme: str
    references: tuple[str, ...]
    longest: int | None = None


@dataclass(frozen=True)
class Table:
    """One sheet: ``sheet`` is its name without .csv, ``key`` the columns that tell its rows apart."""

    file: str
    title: str
    description: str
    group: str
    columns: tuple[Column, ...]
    key: tuple[str, ...]

    @property
    def sheet(self) -> str:
        """The file's name without .csv."""
        return self.file.removesuffix(".csv")

    def column(self, name: str) -> Column:
        """The column with this name. KeyError where there is none."""
        for column in self.columns:
            if column.name == name:
                return column
        raise KeyError(name)

    @property
    def identified(self) -> bool:
        """Whether rows have an identifier of their own, unique over all sheets."""
        return self.key == ("id",) and self.group != "retired"


@dataclass(frozen=True)
class Metadata:
    """All sheets: file name -> table, in the order of the file."""

    title: str
    description: str
    tables: Mapping[str, Table]

    def files(self, reference: str) -> tuple[str, ...]:
        """The sheets that a reference may point into: itself, or all of the group that it names."""
        if reference in self.tables:
            return (reference,)
        return tuple(
            table.file
            for table in self.tables.values()
            if reference in WIDER.get(table.group, (table.group,))
        )

    def of_group(self, group: str) -> tuple[Table, ...]:
        """The tables of exactly this group."""
        return tuple(table for table in self.tables.values() if table.group == group)


def read_metadata(folder: Path) -> Metadata:
    """Read ``landscape-metadata.json`` of ``folder``. Raises DataError where it is missing or faulty."""
    try:
        found = json.loads((folder / FILE).read_text(encoding="utf-8"))
        return _metadata(found)
    except OSError as error:
        raise _bad(f"The description of the sheets cannot be read ({error.strerror}).") from error
    except (ValueError, RecursionError) as error:
        raise _bad(f"The description of the sheets is not JSON in UTF-8 ({error}).") from error
    except (KeyError, TypeError, AttributeError, re.error) as error:
        raise _bad(f"The description of the sheets is not as it must be ({error!r}).") from error


def _bad(what: str) -> DataError:
    return DataError([Problem(FILE, 0, "", what, "Restore it from version control.")])


def _metadata(found: Any) -> Metadata:
    tables = [_table(table) for table in found["tables"]]
    metadata = Metadata(
        title=found["dc:title"],
        description=found["dc:description"],
        tables={table.file: table for table in tables},
    )
    for table in tables:
        for column in table.columns:
            for reference in column.references:
                if not metadata.files(reference):
                    raise KeyError(f"{table.file}, {column.name}: {reference}")
    return metadata


def _table(found: Any) -> Table:
    schema = found["tableSchema"]
    key = schema["primaryKey"]
    targets = {
        each["columnReference"]: each["reference"]["resource"] for each in schema.get("foreignKeys", [])
    }
    table = Table(
        file=found["url"],
        title=found["dc:title"],
        description=found["dc:description"],
        group=found[f"{_RL}group"],
        columns=tuple(_column(column, targets) for column in schema["columns"]),
        key=(key,) if isinstance(key, str) else tuple(key),
    )
    for name in (*table.key, *targets):
        table.column(name)
    return table


def _column(found: Any, targets: Mapping[str, str]) -> Column:
    datatype = found["datatype"]
    detail = datatype if isinstance(datatype, dict) else {"base": datatype}
    if detail["base"] not in _DATATYPES:
        raise KeyError(f"datatype {detail['base']}")
    name = found["name"]
    form = detail.get("format")
    target = targets.get(name)
    return Column(
        name=name,
        label=found["titles"][-1],
        description=found["dc:description"],
        datatype=detail["base"],
        pattern=re.compile(form) if form and detail["base"] in ("string", "anyURI") else None,
        minimum=detail.get("minimum"),
        required=found.get("required", False),
        separator=found.get("separator"),
        scheme=found.get(f"{_RL}scheme", ""),
        references=(target,) if target else tuple(found.get(f"{_RL}references", ())),
        longest=detail.get("maxLength"),
    )
