"""Keys over all sheets: identifiers used once, references that lead somewhere, evidence for every claim."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from loaders.errors import Problem
from loaders.sources.cells import near
from loaders.sources.csvw import Metadata
from loaders.sources.rows import Reading, Row

_GENERATED = re.compile(r"-asserted$|-evidence-\d+$")
"""Endings of the identifiers that loading gives to first positions and to evidence."""


def check_keys(metadata: Metadata, readings: Mapping[str, Reading]) -> list[Problem]:
    """Every problem of keys in ``readings`` (file -> its reading).

    What could not be read is not taken for missing: references into such a sheet are not judged.
    """
    homes = _homes(metadata, readings)
    return [
        *duplicates(readings),
        *_identifiers(metadata, readings, homes),
        *_references(metadata, readings, homes),
        *_unsupported(metadata, readings),
    ]


def _homes(metadata: Metadata, readings: Mapping[str, Reading]) -> dict[str, list[Row]]:
    """Identifier -> the rows, over all sheets, that have it as theirs."""
    homes: dict[str, list[Row]] = {}
    for table in metadata.tables.values():
        if table.identified:
            for row in readings[table.file].rows:
                if row["id"] is not None:
                    homes.setdefault(row.text("id"), []).append(row)
    return homes


def duplicates(readings: Mapping[str, Reading]) -> Iterable[Problem]:
    """Rows that have the key of a row before them in the same sheet."""
    for reading in readings.values():
        first: dict[tuple[str, ...], Row] = {}
        columns = reading.table.key
        for row in reading.rows:
            key = tuple(row.text(column) for column in columns)
            if not all(key):
                continue
            other = first.setdefault(key, row)
            if other is not row:
                named = " and ".join(columns)
                what = f"Row {other.number} has the same {named}: '{', '.join(key)}'."
                yield row.problem(columns[-1], what, "Change one of the two rows, or delete one.")


def _identifiers(
    metadata: Metadata, readings: Mapping[str, Reading], homes: Mapping[str, list[Row]]
) -> Iterable[Problem]:
    retired = {row.text("id"): row for file in metadata.files("retired") for row in readings[file].rows}
    for identifier, rows in homes.items():
        for row in rows:
            elsewhere = next((other for other in rows if other.file != row.file), None)
            if elsewhere is not None:
                what = f"'{identifier}' is also the identifier of {elsewhere.file}, row {elsewhere.number}."
                yield row.problem("id", what, "Give one of the two another identifier: each is used once.")
            if identifier in retired:
                gone = retired[identifier]
                what = f"'{identifier}' was retired ({gone.file}, row {gone.number}): {gone.text('reason')}"
                yield row.problem("id", what, "Use another identifier: a retired one is never used again.")
            if _GENERATED.search(identifier):
                what = f"'{identifier}' has an ending that loading uses for positions and evidence."
                yield row.problem("id", what, "Give it another ending.")


def _references(
    metadata: Metadata, readings: Mapping[str, Reading], homes: Mapping[str, list[Row]]
) -> Iterable[Problem]:
    identifiers: dict[tuple[str, ...], set[str]] = {}
    for reading in readings.values():
        for column in reading.table.columns:
            if not column.references:
                continue
            files = tuple(file for reference in column.references for file in metadata.files(reference))
            if not all(readings[file].whole for file in files):
                continue
            targets = identifiers.get(files)
            if targets is None:
                targets = {row.text("id") for file in files for row in readings[file].rows}
                identifiers[files] = targets
            where = ", ".join(files) if len(files) < 8 else "any sheet of statements"
            for row in reading.rows:
                found = row[column.name]
                for given in found if isinstance(found, tuple) else (found,):
                    if isinstance(given, str) and given not in targets:
                        yield _dangling(row, column.name, given, where, targets, homes)


def _dangling(
    row: Row, column: str, given: str, where: str, targets: set[str], homes: Mapping[str, list[Row]]
) -> Problem:
    hint = near(given, targets)
    elsewhere = homes.get(given)
    if elsewhere:
        what = (
            f"'{given}' is in {elsewhere[0].file}, row {elsewhere[0].number}, but this column takes: {where}."
        )
        return row.problem(column, what, hint or "Name one of those.")
    return row.problem(
        column, f"There is no '{given}' in {where}.", hint or "Add it there, or correct it here."
    )


def _unsupported(metadata: Metadata, readings: Mapping[str, Reading]) -> Iterable[Problem]:
    evidence = readings.get("evidence.csv")
    if evidence is None or not evidence.whole:
        return
    supported = {row.text("supports") for row in evidence.rows}
    for group in ("statement", "position"):
        for table in metadata.of_group(group):
            for row in readings[table.file].rows:
                if row["id"] is not None and row.text("id") not in supported:
                    what = f"No row of {evidence.table.file} supports this {group}."
                    do = "Add one that names it, the document and the place in the document."
                    yield row.problem("id", what, do)
