"""``run.py validate``: whether the sheets may become a release; nothing is written."""

from __future__ import annotations

import datetime
import json
import sys
from collections.abc import Sequence
from typing import TYPE_CHECKING, Annotated

import typer

from app.commands.progress import shown_progress
from app.commands.waiver_warnings import waiver_warnings
from loaders.errors import DataError, Problem
from loaders.settings import Settings
from loaders.sources.waivers import expired, read_waivers

if TYPE_CHECKING:
    from loaders.gate import GateReport


def register(app: typer.Typer) -> None:
    """Add the command."""

    @app.command()
    def validate(
        as_at: Annotated[
            str | None,
            typer.Option(
                "--as-at",
                help="Fail on a waiver that has expired by this day, such as 2027-04-01; without it, one "
                "that has expired by today is only warned of.",
            ),
        ] = None,
        as_json: Annotated[bool, typer.Option("--json", help="Print the results for a program.")] = False,
        as_turtle: Annotated[
            bool, typer.Option("--turtle", help="Print the report as SHACL describes it.")
        ] = False,
    ) -> None:
        """Check the sheets: first that they can be read, then what the shapes say. Nothing is written.

        Exit code 0: a release can be built, warnings or not. 1: the data is bad, or a waiver has expired by
        the day given; every problem is listed with its sheet, row and column. 2: the check could not run.
        """
        from loaders.gate.check import check_sheets  # brings pySHACL, which takes a second

        day = _day(as_at)
        settings = Settings.from_environment()
        with shown_progress() as progress:
            report = check_sheets(settings, progress)
        waivers = read_waivers(settings.sheets_folder)
        failing = [] if as_at is None else expired(waivers, day)
        warnings = [each for each in waiver_warnings(waivers, settings, None, day) if each not in failing]
        if as_turtle:
            print(report.turtle(), end="")
            for problem in (*failing, *warnings):  # the report's vocabulary has no place for them
                print(problem, file=sys.stderr)
        elif as_json:
            print(json.dumps(_for_programs(report, failing, warnings), indent=2, ensure_ascii=False))
        if as_turtle or as_json:
            raise typer.Exit(0 if report.passed and not failing else DataError.exit_code)
        print_warnings(report)
        for problem in warnings:
            print(f"Warning: {problem}")
        if not report.passed or failing:
            raise DataError([*report.problems(), *failing])
        if report.unmet:
            print(f"Shapes that met nothing to check: {', '.join(report.unmet)}.")
        checked = len(report.focus_counts) - len(report.unmet)
        print(f"The sheets conform: {checked} of {len(report.focus_counts)} shapes had something to check.")


def _day(given: str | None) -> datetime.date:
    if given is None:
        return datetime.date.today()
    from queries.span import as_date  # brings the driver, which takes a second

    return as_date(given, "--as-at")


def print_warnings(report: GateReport) -> None:
    """Print what does not keep a release from being built, sorted by place."""
    for problem in sorted({report.problem(result) for result in report.warnings}):
        print(f"Warning: {problem}")


def _for_programs(
    report: GateReport, failing: Sequence[Problem], warnings: Sequence[Problem]
) -> dict[str, object]:
    """The report's results and then those on waivers, which no shape is behind."""
    found = [
        (result.severity.rpartition("#")[2], report.problem(result), result.shape)
        for result in report.results
    ]
    found += [("Violation", problem, "") for problem in failing]
    found += [("Warning", problem, "") for problem in warnings]
    return {
        "passed": report.passed and not failing,
        "results": [
            {
                "severity": severity,
                "sheet": problem.file,
                "row": problem.row,
                "column": problem.column,
                "what": problem.what,
                "do": problem.do,
                "shape": shape,
            }
            for severity, problem, shape in found
        ],
        "shapes_without_focus_node": list(report.unmet),
    }
