"""``run.py locators``: list every place of the documents anew, for the sheet units.csv."""

from __future__ import annotations

import typer

from loaders.errors import ToolError
from loaders.settings import Settings
from loaders.sources.documents import POSITIONS, write_positions
from ontology.terms import load


def register(app: typer.Typer) -> None:
    """Add the command to ``app``."""

    @app.command()
    def locators() -> None:
        """List every place of the documents (paragraph, bullet, sentence) and where it is in their text.

        Needs the documents in the folder that LANDSCAPE_REFERENCE_FOLDER names. Writes units.csv
        beside the sheets: the names and positions of places, never their words.
        """
        settings = Settings.from_environment()
        if settings.reference_folder is None:
            raise ToolError(
                "The places of the documents cannot be listed without the documents.",
                "Set LANDSCAPE_REFERENCE_FOLDER to the folder that holds them.",
            )
        count = write_positions(settings.sheets_folder, settings.reference_folder, load())
        print(f"{count} places listed in {settings.sheets_folder / POSITIONS}.")
