"""``run.py coverage``: which units of the documents have statements; writes the sheet coverage.csv anew."""

from __future__ import annotations

import typer

from loaders.settings import Settings


def register(app: typer.Typer) -> None:
    """Add the command to ``app``."""

    @app.command()
    def coverage() -> None:
        """List the statements of each paragraph, bullet, figure and table of the documents in coverage.csv.

        The reasons in that sheet are kept. Prints how much is accounted for, and what is not.
        """
        from loaders.sources.coverage import COVERAGE, share, write_coverage
        from loaders.sources.sheets import read_sheets
        from ontology.terms import load

        settings = Settings.from_environment()
        covered = write_coverage(settings.sheets_folder, read_sheets(settings.sheets_folder, load()))
        for document in dict.fromkeys(each.document for each in covered):
            units, stated, reasons = share(each for each in covered if each.document == document)
            print(f"{document}: {units} units, {stated} with statements, {reasons} with a reason for none")
        for each in covered:
            if not each.is_accounted_for:
                print(f"Neither statement nor reason: {each.document} {each.locator}")
        print(f"Written to {settings.sheets_folder / COVERAGE}.")
