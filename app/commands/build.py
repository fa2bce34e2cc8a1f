"""``run.py build``: makes a release from the sheets and switches to it; the store is not touched."""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from app.commands.progress import shown_progress
from app.commands.waiver_warnings import print_waiver_warnings
from loaders.settings import Settings
from loaders.sources.waivers import read_waivers

if TYPE_CHECKING:
    from loaders.release.changes import Changes
    from loaders.sources.registers import Loaded

_SHOWN = 20


def register(app: typer.Typer) -> None:
    """Add the command."""

    @app.command()
    def build(
        register: Annotated[
            list[str] | None,
            typer.Option(
                help="A register to load: NAME=FILE, NAME@YYYY-MM-DD=FILE with the day of the file, or a "
                "folder of files with their usual names. Can be given several times, and is used again by "
                "later builds."
            ),
        ] = None,
        sheets_only: Annotated[
            bool, typer.Option("--sheets-only", help="Leave out, and forget, registers given before.")
        ] = False,
        sources: Annotated[
            bool, typer.Option("--sources", help="Count the statements of every single source too.")
        ] = False,
    ) -> None:
        """Read sheets and registers, check them, write a release beside the one in use and switch to it."""
        from loaders.release import build_release
        from loaders.sources.registers import PATTERNS
        from loaders.sources.registers.given import parse

        with shown_progress() as progress:
            built = build_release(
                Settings.from_environment(), progress, parse(register or (), PATTERNS), sheets_only
            )
        if built.report.warnings:
            print(f"{len(built.report.warnings)} warnings; run.py validate lists them.")
        counts = built.counts
        total = sum(counts.statements.values())
        print(f"Release {built.id}, as at {built.as_at}, in {built.folder}")
        _print_table(built.folder, each_source=sources)
        print(f"{total:>7}  statements in all")
        print(f"{counts.contested:>7}  of them contested")
        print(f"{counts.undated:>7}  of them undated (their source gives no first or last day)")
        if counts.unverified:
            print(f"{counts.unverified:>7}  unverified, counted nowhere above; run.py waiting lists them")
        print(f"{sum(counts.nodes.values())} nodes, {sum(counts.relationships.values())} relationships")
        _print_registers(built.registers)
        _print_coverage(Settings.from_environment())
        _print_changes(built.changes)
        settings = Settings.from_environment()
        print_waiver_warnings(read_waivers(settings.sheets_folder), settings, built.id)


def _print_registers(registers: tuple[Loaded, ...]) -> None:
    for each in registers:
        left_out = "; ".join(f"{count:,} left out: {why}" for why, count in sorted(each.left_out.items()))
        print(f"Register {each.register}: {each.rows:,} rows of {each.file}{left_out and '; '}{left_out}")


def _print_changes(changes: Changes | None) -> None:
    """Against the release before: how many statements, and which of them are gone."""
    if changes is None:
        return
    if not changes:
        print("No statement differs from the release before.")
        return
    print(
        f"Against the release before: {len(changes.new)} statements new, {len(changes.changed)} changed, "
        f"{len(changes.ended)} ended, {len(changes.withdrawn)} withdrawn."
    )
    for name, text in changes.withdrawn[:_SHOWN]:
        print(f"  withdrawn: {text} [{name}]")
    if len(changes.withdrawn) > _SHOWN:
        print(f"  and {len(changes.withdrawn) - _SHOWN} more withdrawn")
    if changes.withdrawn:
        print("  Withdrawn means that their source no longer has them, not that they ended on some day.")


def _print_table(release: Path, *, each_source: bool) -> None:
    """Statements by kind and by document; one that rests on two documents counts in both.

    Documents that were read whole and registers have a column each; pages that were read for single facts
    share one, and have a line each where ``each_source``.
    """
    manifest = json.loads((release / "manifest.json").read_text(encoding="utf-8"))
    whole = [each["id"] for each in manifest["sources"] if each.get("kind") in ("read", "register")]
    counted: dict[str, Counter[str]] = {}
    documents: Counter[str] = Counter()
    with (release / "statements.jsonl").open(encoding="utf-8") as lines:
        for line in lines:
            statement = json.loads(line)
            if statement["verification"] == "unverified":
                continue
            cited = {each["document"] for each in statement["evidence"]}
            for position in statement["positions"]:
                cited |= {each["document"] for each in position["evidence"]}
            counts = counted.setdefault(statement["kind"], Counter())
            counts.update(["all", *cited])
            counts.update(["others"] if cited - {*whole} else [])
            documents.update(cited)
    columns = ["all", *(each for each in whole if documents[each]), "others"]
    print("  ".join(f"{column:>{max(7, len(column))}}" for column in columns))
    for kind, counts in sorted(counted.items(), key=lambda each: (-each[1]["all"], each[0])):
        shown = (f"{counts[column]:>{max(7, len(column))}}" for column in columns)
        print("  ".join(shown) + f"  {kind}")
    others = sorted(set(documents) - {*whole})
    if each_source:
        for document in others:
            print(f"{documents[document]:>7}  from {document}")
    elif others:
        print(f"others: {len(others)} pages that were read for single facts; build --sources counts each.")


def _print_coverage(settings: Settings) -> None:
    from loaders.sources.coverage import COVERAGE, as_sheet, coverage_of, share
    from loaders.sources.sheets import read_sheets
    from ontology.terms import load

    sheets = read_sheets(settings.sheets_folder, load())
    covered = coverage_of(sheets)
    for document in dict.fromkeys(each.document for each in covered):
        units, stated, reasons = share(each for each in covered if each.document == document)
        accounted = (stated + reasons) / units
        print(
            f"{document}: {accounted:.0%} of {units} units accounted for "
            f"({stated / units:.0%} with statements, {reasons / units:.0%} with a reason for none)"
        )
        said = [row for row in sheets.rows["completeness"] if row.text("source") == document]
        complete = sorted({row.text("kind") for row in said if row["complete"]})
        partly = len({row.text("kind") for row in said if not row["complete"]})
        print(
            f"  lists completely: {', '.join(complete) or 'nothing'}. Of {partly} kinds it does not: there, "
            "what is missing is not known."
        )
    if (settings.sheets_folder / COVERAGE).read_text(encoding="utf-8") != as_sheet(covered):
        print(f"{COVERAGE} is out of date. Run: python3 run.py coverage")
