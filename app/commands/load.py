"""``run.py load``: brings the store to a release, and asks the catalogue once of what it then holds."""

from __future__ import annotations

import datetime
from pathlib import Path
from typing import Annotated

import typer

from app.commands.progress import shown_progress
from app.commands.waiver_warnings import print_waiver_warnings
from loaders.settings import Settings
from loaders.sources.waivers import read_waivers


def register(app: typer.Typer) -> None:
    """Add the command."""

    @app.command()
    def load(
        release: Annotated[
            Path | None, typer.Argument(help="The release's folder; the current release where left out.")
        ] = None,
        quick: Annotated[
            bool,
            typer.Option(
                "--quick",
                help="Leave out which sources each finding would not survive losing (a minute or so).",
            ),
        ] = False,
    ) -> None:
        """Load a release into the store, and write its findings. Loading one again changes nothing."""
        from loaders.store.load import open_loaded  # the driver takes a second to import
        from queries import findings, robustness

        settings = Settings.from_environment()
        waivers = read_waivers(settings.sheets_folder)
        with shown_progress() as progress:
            store, report = open_loaded(release or _current(settings), settings, progress)
            with store:
                held = store.release()
                assert held is not None, "a store that was just loaded names its release"
                file = findings.write(store, held, settings.data_folder)
                findings.mark(file, waivers, datetime.date.today())
                if not quick:
                    robustness.work_out(store, file, progress)
        print(report)
        print(f"Findings as at {held['as_at']}: {file}")
        print_waiver_warnings(waivers, settings, str(held["id"]))


def _current(settings: Settings) -> Path:
    from loaders.release import current_release  # only where needed: it brings the ontology's libraries

    return current_release(settings)
