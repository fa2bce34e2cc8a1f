"""``run.py load``: brings the store to a release."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from app.commands.progress import shown_progress
from loaders.settings import Settings


def register(app: typer.Typer) -> None:
    """Add the command."""

    @app.command()
    def load(
        release: Annotated[
            Path | None, typer.Argument(help="The release's folder; the current release where left out.")
        ] = None,
    ) -> None:
        """Load a release into the store. Loading one that it holds already changes nothing."""
        from loaders.store.load import load_release  # the driver takes a second to import

        settings = Settings.from_environment()
        with shown_progress() as progress:
            report = load_release(release or _current(settings), settings, progress)
        print(report)


def _current(settings: Settings) -> Path:
    from loaders.release import current_release  # only where needed: it brings the ontology's libraries

    return current_release(settings)
