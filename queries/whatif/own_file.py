"""A reader's own measures: a file of the same form as the sheet of operations."""

from __future__ import annotations

import dataclasses
from collections import defaultdict
from collections.abc import Mapping
from pathlib import Path

from rdflib import RDF, Graph

from loaders.errors import DataError, Problem, ToolError
from loaders.sources.cells import near
from loaders.sources.csvw import read_metadata
from loaders.sources.rows import Row
from loaders.sources.sheets import read_sheet
from ontology.terms import RL, Ontology, thing_iri
from queries.whatif.measures import Measure, Operation, ids_of

_REFERENCES = ("target", "from", "to", "over")


def read_own(
    file: Path, sheets: Path, graph: Graph, ontology: Ontology, every: Mapping[str, Measure]
) -> list[Measure]:
    """The measures in ``file``, which has the columns of operations.csv; what they name must be on record.

    ``sheets`` is the folder whose metadata describes that sheet, ``every`` the measures of the release. A
    measure is named by its cells in the column ``measure``, and its sentence is the first note that it has.
    Raises ToolError where there is no such file; DataError with every problem, each with its row and column.
    Nothing is tried then.
    """
    if not file.is_file():
        beside = [each.name for each in file.parent.glob("*.csv")]
        raise ToolError(
            f"There is no file {file}.", near(file.name, beside) or "Give the path of a CSV file."
        )
    table = dataclasses.replace(read_metadata(sheets).tables["operations.csv"], file=file.name)
    reading = read_sheet(file.parent, table, ontology.schemes)
    problems = list(reading.problems)
    if not problems and not reading.rows:
        problems.append(Problem(file.name, 0, "", "It has no row.", "Write one for each operation."))
    kinds = ontology.subclasses(RL.Thing) | ontology.subclasses(RL.Statement)
    known = {each for kind in kinds for each in ids_of(graph.subjects(RDF.type, kind))}
    made = {row.text("target") for row in reading.rows if row["operation"] == "create"}
    seen: dict[str, int] = {}
    for row in reading.rows:
        problems += _problems(row, known | made, graph, ontology, every, seen)
    if problems:
        raise DataError(problems)
    operations: defaultdict[str, list[Operation]] = defaultdict(list)
    for row in reading.rows:
        operations[row.text("measure")].append(_operation(row))
    return [
        Measure(
            id=identifier,
            text=next((each.note for each in listed if each.note), f"Your measure '{identifier}'"),
            status="own",
            reference=None,
            topic=None,
            instrument=None,
            asserted_by=None,
            depends_on=(),
            operations=tuple(sorted(listed, key=lambda each: (each.step, each.id))),
        )
        for identifier, listed in operations.items()
    ]


def _problems(
    row: Row,
    known: set[str],
    graph: Graph,
    ontology: Ontology,
    every: Mapping[str, Measure],
    seen: dict[str, int],
) -> list[Problem]:
    found = []
    identifier = row.text("id")
    if identifier in known or (thing_iri(identifier), RDF.type, None) in graph:
        found.append(
            row.problem("id", f"'{identifier}' is on record already.", "Give it another identifier.")
        )
    if seen.setdefault(identifier, row.number) != row.number:
        what = f"Row {seen[identifier]} has the same id: '{identifier}'."
        found.append(row.problem("id", what, "Change one of the two."))
    if row.text("measure") in every:
        what = f"'{row.text('measure')}' is a measure of the landscape itself."
        found.append(row.problem("measure", what, "Give yours another name, or add --measure for that one."))
    for column in _REFERENCES:
        given = row.text(column)
        if given and given not in known:
            what = f"There is no '{given}' on record."
            do = near(given, known) or "Correct it, or create it in an operation before."
            found.append(row.problem(column, what, do))
    over = row.text("over")
    if over and (thing_iri(over), RDF.type, RL.Class) not in graph and over in known:
        found.append(row.problem("over", f"'{over}' is no class of bodies.", "Name a class of classes.csv."))
    if row["operation"] == "create" and not row.text("new_name"):
        found.append(row.problem("new_name", "What is created has no name.", "Give it one."))
    return found


def _operation(row: Row) -> Operation:
    def cell(name: str) -> str | None:
        return row.text(name) or None

    return Operation(
        id=row.text("id"),
        measure=row.text("measure"),
        step=int(row.text("step")),
        operation=row.text("operation"),
        target=row.text("target"),
        from_=cell("from"),
        to=cell("to"),
        function=cell("function"),
        over=cell("over"),
        topic=cell("topic"),
        new_name=cell("new_name"),
        note=cell("note"),
    )
