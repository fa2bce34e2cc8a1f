"""What registers add to the sheets: typed rows, each with the place in the register that it came from."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date

from loaders.errors import Problem
from loaders.sources.cells import GUARDED, CellError, Value, near, value
from loaders.sources.registers.layout import Line
from loaders.sources.rows import Row, Sheets
from ontology.terms import Ontology

REGISTERED = {
    "topic": "leadership-and-management",
    "polarity": "holds",
    "force": "none",
    "strength": "describes",
    "basis": "register-entry",
    "verification": "checked",
}
"""What all statements of registers have in common: a register records, it rules nothing."""

REPEATED = "the same row again"
"""Why rows are left out that say what another row says."""


class Entries:
    """Collects the rows that registers give, over one set of sheets.

    ``rows`` maps a sheet to the rows to add to it; ``problems`` is everything wrong with the registers.
    """

    def __init__(self, sheets: Sheets, ontology: Ontology) -> None:
        self.sheets = sheets
        self.ontology = ontology
        self.rows: dict[str, list[Row]] = {}
        self.problems: list[Problem] = []
        self._by_code = {
            row.text("ods_code"): row for row in sheets.rows["organisations"] if row["ods_code"] is not None
        }
        self._places: dict[str, int] = {}
        self._statements = {
            row.text("id")
            for table in sheets.metadata.of_group("statement")
            for row in sheets.rows[table.sheet]
        }
        self._areas: dict[str, set[str]] = {}
        for row in sheets.rows["ties"]:
            if row["tie"] == "in-area-of":
                self._areas.setdefault(row.text("subject"), set()).add(row.text("object"))
        self._named = {(row.text("thing"), row.text("name")) for row in sheets.rows["names"]}
        self._codes = {row.text("id") for row in sheets.rows["codes"]}

    def add(
        self, sheet: str, line: Line, cells: Mapping[str, str], columns: Mapping[str, str] | None = None
    ) -> Row | None:
        """Add a row to ``sheet``; ``columns`` says from which column of the register each of its cells is.

        A cell that its column does not take becomes a problem of the register's cell, and None is returned.
        """
        table = self.sheets.table(sheet)
        named = columns or {}
        typed: dict[str, Value] = {}
        faults = []
        for column in table.columns:
            given = cells.get(column.name, "")
            text = f"'{given}" if given[:1] in GUARDED and given else given
            concepts = tuple(self.ontology.schemes.get(column.scheme, ())) if column.scheme else ()
            try:
                typed[column.name] = value(text, column, concepts)
            except CellError as error:
                faults.append(line.problem(named.get(column.name, column.name), error.what, error.do))
        if faults:
            self.problems += faults
            return None
        row = Row(line.file, line.number, typed, named)
        self.rows.setdefault(sheet, []).append(row)
        return row

    def organisation(self, code: str) -> Row | None:
        """The organisation with this ODS code, from the sheets or from a register read before."""
        return self._by_code.get(code)

    def known_codes(self) -> list[str]:
        """All ODS codes that an organisation has."""
        return sorted(self._by_code)

    def add_organisation(
        self, line: Line, cells: Mapping[str, str], columns: Mapping[str, str]
    ) -> Row | None:
        """Add an organisation that no sheet and no register named before."""
        row = self.add("organisations", line, cells, columns)
        if row is None:
            return None
        self._places[row.text("id")] = len(self.rows["organisations"]) - 1
        if row["ods_code"] is not None:
            self._by_code[row.text("ods_code")] = row
        return row

    def classify(self, organisation: Row, name: str) -> Row:
        """Put an organisation that a register gave into one more class."""
        classes = organisation.several("classes")
        place = self._places.get(organisation.text("id"))
        if name in classes or place is None:
            return organisation
        changed = replace(
            organisation, cells={**organisation.cells, "classes": tuple(sorted({*classes, name}))}
        )
        self.rows["organisations"][place] = changed
        if changed["ods_code"] is not None:
            self._by_code[changed.text("ods_code")] = changed
        return changed

    def spelling(self, line: Line, organisation: str, name: str, column: str, reason: str) -> None:
        """Keep the register's own spelling of a name, once."""
        if (organisation, name) not in self._named:
            self._named.add((organisation, name))
            cells = {"thing": organisation, "name": name, "reason": reason}
            self.add("names", line, cells, {"name": column})

    def code(self, line: Line, cells: Mapping[str, str], columns: Mapping[str, str]) -> None:
        """Add a code of another issuer, once."""
        if cells["id"] not in self._codes:
            self._codes.add(cells["id"])
            self.add("codes", line, cells, columns)

    def statement(
        self,
        sheet: str,
        line: Line,
        cells: Mapping[str, str],
        source: str,
        locator: str,
        columns: Mapping[str, str] | None = None,
    ) -> None:
        """Add a statement with its evidence; where the sheets have it already, the evidence alone."""
        identifier = cells["id"]
        if identifier not in self._statements:
            if self.add(sheet, line, {**REGISTERED, **cells}, columns) is None:
                return
            self._statements.add(identifier)
            if cells.get("tie") == "in-area-of":
                self._areas.setdefault(cells["subject"], set()).add(cells["object"])
        self.add("evidence", line, {"supports": identifier, "document": source, "locator": locator})

    def areas_of(self, organisation: Row) -> set[str]:
        """The identifiers of what the organisation is recorded in the area of."""
        return self._areas.get(organisation.text("id"), set())

    def board(self, line: Line, column: str, day: date | None = None) -> Row | None:
        """The integrated care board whose code stands in ``column``; otherwise a problem, and None.

        Where ``day`` is given, the board must have been there on that day.
        """
        found = self._by_code.get(line[column])
        if found is None or found["kind"] != "integrated-care-board":
            what = f"No integrated care board with the code '{line[column]}' is known."
            boards = [code for code, row in self._by_code.items() if row["kind"] == "integrated-care-board"]
            do = near(line[column], boards) or "Add it to organisations.csv, or look the code up."
            self.problems.append(line.problem(column, what, do))
            return None
        closed = found["closed"]
        if day is not None and isinstance(closed, date) and closed < day:
            what = f"{found.text('name')} closed on {closed}, before the register's day, {day}."
            self.problems.append(line.problem(column, what, "Look up which of the two days is right."))
            return None
        return found

    def agrees(self, line: Line, column: str, organisation: Row, cell: str, said: Value) -> bool:
        """Whether the register says of a curated organisation what its row says; otherwise a problem."""
        known = organisation[cell]
        if isinstance(said, str) and isinstance(known, str):
            same = said.casefold() == known.casefold()
        else:
            same = said == known
        if not same:
            shown = "nothing" if said is None else f"'{said}'"
            there = "nothing" if known is None else f"'{known}'"
            what = f"The register says {shown}; {organisation.file}, row {organisation.number}, says {there}."
            self.problems.append(line.problem(column, what, "Look up which is right, and mend the other."))
        return same


def unique(lines: list[Line], code: str, compared: tuple[str, ...]) -> tuple[list[Line], int, list[Problem]]:
    """The lines whose ``code`` was not there before, how many only repeat one, and what is wrong with others.

    A line repeats another where the two say the same in all columns of ``compared``.
    """
    first: dict[str, Line] = {}
    repeated = 0
    problems = []
    for line in lines:
        other = first.setdefault(line[code], line)
        if other is line:
            continue
        column = next((name for name in compared if line[name] != other[name]), None)
        if column is None:
            repeated += 1
            continue
        what = (
            f"Row {other.number} has the same code, '{line[code]}', with another {column}: '{other[column]}'."
        )
        problems.append(line.problem(code, what, "Look up which row is right, and delete the other."))
    return list(first.values()), repeated, problems


def day(line: Line, column: str, problems: list[Problem], form: str = "YYYYMMDD") -> date | None:
    """The date in a cell written as ``form`` (YYYYMMDD or YYYY-MM-DD); None where it is empty or wrong."""
    text = line[column]
    if not text:
        return None
    digits = text.replace("-", "") if form == "YYYY-MM-DD" else text
    separated = form == "YYYY-MM-DD" and len(text) == 10 and text[4] == text[7] == "-"
    if len(digits) == 8 and digits.isascii() and digits.isdecimal() and (form == "YYYYMMDD" or separated):
        try:
            found = date(int(digits[:4]), int(digits[4:6]), int(digits[6:]))
        except ValueError:
            problems.append(line.problem(column, f"There is no day {text}.", "Look the date up."))
            return None
        if 1800 <= found.year < 2200:
            return found
        problems.append(line.problem(column, f"The year of {text} cannot be meant.", "Look the date up."))
        return None
    problems.append(line.problem(column, f"'{text}' is not a date.", f"Write it as {form}."))
    return None


def in_order(
    line: Line, opened: date | None, closed: date | None, column: str, problems: list[Problem]
) -> None:
    """Note a close date that comes before the open date."""
    if opened and closed and closed < opened:
        what = f"It closes on {closed}, before it opens on {opened}."
        problems.append(line.problem(column, what, "Look both dates up."))
