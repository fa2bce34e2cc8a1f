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
from queries.whatif.measures import Measure, Operation, ids_of, notation
from queries.whatif.reformed import ARRANGEMENTS
from queries.wording import joined

_REFERENCES = ("target", "from", "to", "over")

_BODY, _CLASS, _INSTRUMENT = "a body", "a class", "an instrument"
_ARRANGEMENT, _DUTY = "an arrangement", "a duty"
_WHO = (_BODY, _CLASS)
_TAKES: Mapping[str, Mapping[str, tuple[str, ...]]] = {
    "abolish": {"target": _WHO},
    "merge": {"target": _WHO, "from": _WHO, "to": (_BODY,)},
    "split": {"target": _WHO, "from": _WHO, "to": _WHO},
    "rename": {"target": _WHO},
    "transfer": {"target": (*_WHO, _ARRANGEMENT), "from": _WHO, "to": _WHO},
    "delegate": {"target": (*_WHO, _ARRANGEMENT), "from": _WHO, "to": _WHO},
    "change-host": {"target": (_BODY,), "from": (_BODY,), "to": (_BODY,)},
    "change-accountability": {"target": _WHO, "from": _WHO, "to": _WHO},
    "change-remit": {"target": _WHO},
    "create-role": {"target": _WHO},
    "end-instrument": {"target": (_INSTRUMENT,)},
    "replace-instrument": {"target": (_INSTRUMENT,), "to": (_INSTRUMENT,)},
    "add-duty": {"target": _WHO, "to": _WHO},
    "drop-duty": {"target": (*_WHO, _DUTY)},
}
"""What each operation is done to, who has it before and who afterwards."""

_NEEDS: Mapping[str, tuple[str, ...]] = {
    "create": ("new_name",),
    "rename": ("new_name",),
    **dict.fromkeys(("merge", "transfer", "delegate", "change-host", "change-accountability"), ("to",)),
}
_LACKS = {"new_name": "no name is given", "to": "who has it afterwards is not said"}


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
        problems += _problems(row, known, made, graph, ontology, every, seen)
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
    on_record: set[str],
    made: set[str],
    graph: Graph,
    ontology: Ontology,
    every: Mapping[str, Measure],
    seen: dict[str, int],
) -> list[Problem]:
    found = []
    known = on_record | made
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
    operation = row.text("operation")
    for column in _NEEDS.get(operation, ()):
        if not row.text(column):
            what = f"For '{operation}' {_LACKS[column]}."
            found.append(row.problem(column, what, f"Fill the column {column}."))
    target = row.text("target")
    if operation == "create" and target in on_record - _planned(graph, every):
        what = f"'{target}' is on record already."
        found.append(row.problem("target", what, "Give what is created another identifier."))
    for column, takes in _TAKES.get(operation, {}).items():
        given = row.text(column)
        if given not in on_record:
            continue  # empty, unknown, or a body that the file creates
        kinds = _kinds(given, graph, ontology)
        if not kinds & set(takes):
            said = joined(list(takes), "or")
            what = f"'{operation}' takes {said} here, and '{given}' is none."
            found.append(row.problem(column, what, f"Name {said}."))
    before = row.text("from") or target
    if operation not in ("create", "rename") and row.text("to") and row.text("to") == before:
        what = f"'{before}' is on both sides of '{operation}'."
        found.append(row.problem("to", what, "Name another as the one that has it afterwards."))
    return found


def _planned(graph: Graph, every: Mapping[str, Measure]) -> set[str]:
    """What is on record only because a measure would create it."""
    made = {each.target for one in every.values() for each in one.operations if each.operation == "create"}
    return {each for each in made if graph.value(thing_iri(each), RL.opened) is None}


def _kinds(identifier: str, graph: Graph, ontology: Ontology) -> set[str]:
    """What a thing or statement on record can be taken for."""
    iri = thing_iri(identifier)
    types = set(graph.objects(iri, RDF.type))
    kind = notation(graph, iri, RL.kind)
    found = {
        word
        for word, class_ in ((_BODY, RL.Organisation), (_CLASS, RL.Class), (_INSTRUMENT, RL.Instrument))
        if types & ontology.subclasses(class_)
    }
    if types & ontology.subclasses(RL.Statement):
        found |= {_ARRANGEMENT} if kind in ARRANGEMENTS else set()
        found |= {_DUTY} if kind == "duty" else set()
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
