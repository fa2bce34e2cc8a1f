"""What the gate found, in words for people and in Turtle for programs."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from rdflib import Literal, URIRef
from rdflib.namespace import SH

from loaders.errors import Problem
from loaders.gate.result import Result
from loaders.sources.origins import Origins
from ontology.terms import ID, Ontology, identifier_of


@dataclass(frozen=True)
class GateReport:
    """All results, sorted, and how many nodes each shape with a target looked at.

    Results of severity Violation keep a release from being built; warnings and notes are only shown.
    """

    results: tuple[Result, ...]
    focus_counts: Mapping[str, int]
    ontology: Ontology
    origins: Origins

    @property
    def violations(self) -> tuple[Result, ...]:
        """The results that keep a release from being built."""
        return tuple(result for result in self.results if result.severity == str(SH.Violation))

    @property
    def warnings(self) -> tuple[Result, ...]:
        """The results that do not."""
        return tuple(result for result in self.results if result.severity != str(SH.Violation))

    @property
    def passed(self) -> bool:
        """Whether a release may be built."""
        return not self.violations

    @property
    def unmet(self) -> tuple[str, ...]:
        """The shapes, by local name, that met no node: a rule that checks nothing, or data not there yet."""
        return tuple(
            sorted(shape.rpartition("/")[2] for shape, count in self.focus_counts.items() if not count)
        )

    def problems(self) -> list[Problem]:
        """The violations, each with its sheet, row and column, sorted."""
        return sorted({self.problem(result) for result in self.violations})

    def problem(self, result: Result) -> Problem:
        """One result in words. Where no row is known, the thing's identifier stands for the sheet."""
        path = result.first_path
        sheet, row, column = self.origins.place(result.focus, path)
        what, do = self._words(result)
        if path is not None and not column:
            column = self.ontology.graph_name(URIRef(path))
        return Problem(file=sheet or short(result.focus), row=row, column=column, what=what, do=do)

    def _words(self, result: Result) -> tuple[str, str]:
        said = " ".join(result.messages).replace(str(ID), "")
        value = _shown(result.value)
        component = result.component.rpartition("#")[2].removesuffix("ConstraintComponent")
        what = {
            "MinCount": "A value is missing.",
            "MaxCount": "There is more than one value.",
            "Class": f"'{value}' is of another sort, or not there.",
            "Datatype": f"'{value}' is of another datatype.",
            "Pattern": f"'{value}' is not in the form asked for.",
            "In": f"'{value}' is not one of the values allowed.",
            "MinInclusive": f"'{value}' is too small.",
            "LessThanOrEquals": f"'{value}' is out of order.",
            "LessThan": f"'{value}' is out of order.",
            "Disjoint": f"'{value}' is named twice.",
        }.get(component)
        return (said, "") if what is None else (what, said)

    def turtle(self) -> str:
        """The report as SHACL describes it (3.6): the same bytes for the same results."""
        lines = [
            "@prefix sh: <http://www.w3.org/ns/shacl#> .",
            "@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .",
            "",
            "<urn:landscape:report> a sh:ValidationReport ;",
            f"    sh:conforms {'false' if self.results else 'true'}",
        ]
        for number in range(1, len(self.results) + 1):
            lines[-1] += " ;"
            lines.append(f"    sh:result <urn:landscape:result:{number}>")
        lines[-1] += " ."
        for number, result in enumerate(self.results, start=1):
            lines += ["", f"<urn:landscape:result:{number}> a sh:ValidationResult ;"]
            lines.append(f"    sh:focusNode {_iri(result.focus)} ;")
            if result.path:
                lines.append(f"    sh:resultPath {result.path} ;")
            if result.value:
                lines.append(f"    sh:value {result.value} ;")
            lines.append(f"    sh:sourceConstraintComponent {_iri(result.component)} ;")
            lines.append(f"    sh:sourceShape {_iri(result.shape)} ;")
            if result.constraint:
                lines.append(f"    sh:sourceConstraint {_iri(result.constraint)} ;")
            lines += [f"    sh:resultMessage {Literal(message).n3()} ;" for message in result.messages]
            lines.append(f"    sh:resultSeverity {_iri(result.severity)} .")
        return "\n".join(lines) + "\n"


def short(iri: str) -> str:
    """The identifier in one of our IRIs, any other as it is."""
    try:
        return identifier_of(iri)
    except ValueError:
        return iri


def _iri(text: str) -> str:
    return text if text == "[]" else URIRef(text).n3()


def _shown(value: str) -> str:
    if value.startswith("<"):
        return short(value[1:-1])
    return value.rpartition('"')[0].removeprefix('"') if value.startswith('"') else value
