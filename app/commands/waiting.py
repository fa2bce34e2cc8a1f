"""``run.py waiting``: what is only remembered and waits to be read at its source."""

from __future__ import annotations

import typer

from loaders.settings import Settings


def register(app: typer.Typer) -> None:
    """Add the command."""

    @app.command()
    def waiting() -> None:
        """List the statements that are unverified: kept for curators, in no finding, answer or count."""
        from loaders.sources.sheets import read_sheets
        from ontology.terms import load

        sheets = read_sheets(Settings.from_environment().sheets_folder, load())
        found = [
            row
            for table in sheets.metadata.of_group("statement")
            for row in sheets.rows[table.sheet]
            if row["verification"] == "unverified"
        ]
        for row in found:
            note = f" ({row.text('note')})" if row["note"] is not None else ""
            print(f"{row.file}, row {row.number}: {row.text('text')}{note} [{row.text('id')}]")
        print(f"{len(found)} statements wait to be read at their source.")
