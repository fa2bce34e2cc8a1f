"""The documents that were read: their text, where it is to hand, and the list of all places in it.

The list is ``units.csv``. It is made from the documents by ``run.py locators`` and kept with the
sheets, so that locators are checked, and a release has positions in the text, where no document is to hand.
"""

from __future__ import annotations

import csv
import hashlib
import io
from collections.abc import Callable, Iterable
from pathlib import Path

from loaders.errors import DataError, Problem, ToolError
from loaders.sources import briefing, hssib_report
from loaders.sources.csvw import read_metadata
from loaders.sources.locators import Located, Place
from loaders.sources.rows import Row
from loaders.sources.sheets import read_sheet
from ontology.terms import Ontology

GRAMMARS: dict[str, Callable[[str], list[Place]]] = {
    "hssib-report": hssib_report.places,
    "briefing": briefing.places,
}
"""Value of ``locator_grammar`` in sources.csv -> the function that cuts such a document into places."""

POSITIONS = "units.csv"


def read_document(source: Row, reference_folder: Path) -> Located:
    """The text of the document in a row of sources.csv, with its places.

    Raises ToolError where the file is not in ``reference_folder`` or cannot be read, and DataError where it
    is not the copy that was read (its SHA-256 is another).
    """
    path = reference_folder / source.text("file")
    try:
        raw = path.read_bytes()
    except OSError as error:
        raise ToolError(
            f"The document {source.text('id')} cannot be read from {path} ({error.strerror}).",
            "Set LANDSCAPE_REFERENCE_FOLDER to the folder that holds the documents.",
        ) from error
    if hashlib.sha256(raw).hexdigest() != source.text("sha256"):
        what = f"The file {source.text('file')} is not the copy that was read."
        do = "Put that copy back, or check every place in the new one and correct the hash."
        raise DataError([source.problem("sha256", what, do)])
    text = raw.decode("utf-8-sig")
    return Located(text, GRAMMARS[source.text("locator_grammar")](text))


def documents(sheets_folder: Path, reference_folder: Path, ontology: Ontology) -> dict[str, Located]:
    """Every document of sources.csv that has a grammar of locators: identifier -> its text and places.

    Reads sources.csv alone. Raises DataError where that sheet is faulty, else as ``read_document`` does.
    """
    metadata = read_metadata(sheets_folder)
    reading = read_sheet(sheets_folder, metadata.tables["sources.csv"], ontology.schemes)
    if reading.problems:
        raise DataError(reading.problems)
    return {
        row.text("id"): read_document(row, reference_folder)
        for row in sorted(reading.rows, key=lambda row: row.text("id"))
        if row["locator_grammar"] is not None
    }


def list_positions(found: dict[str, Located]) -> str:
    """The content of ``units.csv``: every place of every document, never its text."""
    sheet = io.StringIO(newline="")
    writer = csv.writer(sheet, lineterminator="\n")
    writer.writerow(("document", "locator", "start", "end", "sha256"))
    for document, located in sorted(found.items()):
        for unit in located.units():
            span = unit.span
            writer.writerow((document, unit.locator, span.start, span.end, span.sha256))
    return sheet.getvalue()


def write_positions(sheets_folder: Path, reference_folder: Path, ontology: Ontology) -> int:
    """Make ``units.csv`` anew and give the number of places. Raises as ``documents`` does."""
    found = documents(sheets_folder, reference_folder, ontology)
    beside = sheets_folder / f".{POSITIONS}.new"
    try:
        beside.write_text(list_positions(found), encoding="utf-8", newline="")
        beside.replace(sheets_folder / POSITIONS)
    except OSError as error:
        raise ToolError(
            f"{POSITIONS} cannot be written to {sheets_folder} ({error.strerror}).",
            "Give this user the right to write there.",
        ) from error
    return sum(len(located.units()) for located in found.values())


def unresolved(rows: Iterable[Row], column: str, found: dict[str, Located]) -> list[Problem]:
    """What is wrong with the locators of ``rows``; ``column`` names the document. Others are passed over."""
    problems = (
        found[row.text(column)].problem(row.text("locator"), row.file, row.number, "locator")
        for row in rows
        if row.text(column) in found
    )
    return [problem for problem in problems if problem is not None]
