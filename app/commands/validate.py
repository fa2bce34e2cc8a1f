"""``run.py validate``: whether the sheets may become a release; nothing is written."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Annotated

import typer

from app.commands.progress import shown_progress
from loaders.errors import DataError
from loaders.settings import Settings

if TYPE_CHECKING:
    from loaders.gate import GateReport


def register(app: typer.Typer) -> None:
    """Add the command."""

    @app.command()
    def validate(
        as_json: Annotated[bool, typer.Option("--json", help="Print the results for a program.")] = False,
        as_turtle: Annotated[
            bool, typer.Option("--turtle", help="Print the report as SHACL describes it.")
        ] = False,
    ) -> None:
        """Check the sheets: first that they can be read, then what the shapes say. Nothing is written.

        Exit code 0: a release can be built, warnings or not. 1: the data is bad; every problem is listed with
        its sheet, row and column. 2: the check could not run.
        """
        from loaders.gate.check import check_sheets  # brings pySHACL, which takes a second

        with shown_progress() as progress:
            report = check_sheets(Settings.from_environment(), progress)
        if as_turtle:
            print(report.turtle(), end="")
        elif as_json:
            print(json.dumps(_for_programs(report), indent=2, ensure_ascii=False))
        if as_turtle or as_json:
            raise typer.Exit(0 if report.passed else DataError.exit_code)
        print_warnings(report)
        if not report.passed:
            raise DataError(report.problems())
        if report.unmet:
            print(f"Shapes that met nothing to check: {', '.join(report.unmet)}.")
        checked = len(report.focus_counts) - len(report.unmet)
        print(f"The sheets conform: {checked} of {len(report.focus_counts)} shapes had something to check.")


def print_warnings(report: GateReport) -> None:
    """Print what does not keep a release from being built, sorted by place."""
    for problem in sorted({report.problem(result) for result in report.warnings}):
        print(f"Warning: {problem}")


def _for_programs(report: GateReport) -> dict[str, object]:
    return {
        "passed": report.passed,
        "results": [
            {
                "severity": result.severity.rpartition("#")[2],
                "sheet": problem.file,
                "row": problem.row,
                "column": problem.column,
                "what": problem.what,
                "do": problem.do,
                "shape": result.shape,
            }
            for result in report.results
            for problem in [report.problem(result)]
        ],
        "shapes_without_focus_node": list(report.unmet),
    }
