"""``run.py build``: makes a release from the sheets and switches to it; the store is not touched."""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path

import typer

from app.commands.progress import shown_progress
from loaders.settings import Settings


def register(app: typer.Typer) -> None:
    """Add the command."""

    @app.command()
    def build() -> None:
        """Read the sheets, check them, write a release beside the one in use and switch to it."""
        from app.commands.validate import print_warnings
        from loaders.release import build_release

        with shown_progress() as progress:
            built = build_release(Settings.from_environment(), progress)
        print_warnings(built.report)
        counts = built.counts
        total = sum(counts.statements.values())
        print(f"Release {built.id}, as at {built.as_at}, in {built.folder}")
        _print_table(built.folder)
        print(f"{total:>7}  statements in all")
        print(f"{counts.contested:>7}  of them contested")
        print(f"{counts.undated:>7}  of them undated (their source gives no first or last day)")
        print(f"{sum(counts.nodes.values())} nodes, {sum(counts.relationships.values())} relationships")
        _print_coverage(Settings.from_environment())


def _print_table(release: Path) -> None:
    """Statements by kind and by document; one that rests on two documents counts in both."""
    counted: dict[str, Counter[str]] = {}
    documents: Counter[str] = Counter()
    with (release / "statements.jsonl").open(encoding="utf-8") as lines:
        for line in lines:
            statement = json.loads(line)
            cited = {each["document"] for each in statement["evidence"]}
            for position in statement["positions"]:
                cited |= {each["document"] for each in position["evidence"]}
            counted.setdefault(statement["kind"], Counter()).update(["all", *cited])
            documents.update(cited)
    print("    all" + "".join(f"  {document:>18}" for document in sorted(documents)))
    for kind, counts in sorted(counted.items(), key=lambda each: (-each[1]["all"], each[0])):
        shown = "".join(f"  {counts[document]:>18}" for document in sorted(documents))
        print(f"{counts['all']:>7}{shown}  {kind}")


def _print_coverage(settings: Settings) -> None:
    from loaders.sources.coverage import COVERAGE, as_sheet, coverage_of, share
    from loaders.sources.sheets import read_sheets
    from ontology.terms import load

    covered = coverage_of(read_sheets(settings.sheets_folder, load()))
    for document in dict.fromkeys(each.document for each in covered):
        units, stated, reasons = share(each for each in covered if each.document == document)
        accounted = (stated + reasons) / units
        print(
            f"{document}: {accounted:.0%} of {units} units accounted for "
            f"({stated / units:.0%} with statements, {reasons / units:.0%} with a reason for none)"
        )
    if (settings.sheets_folder / COVERAGE).read_text(encoding="utf-8") != as_sheet(covered):
        print(f"{COVERAGE} is out of date. Run: python3 run.py coverage")
