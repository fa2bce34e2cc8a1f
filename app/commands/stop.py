"""``run.py stop``: stops the local Neo4j of this data folder."""

from __future__ import annotations

import typer

from loaders.settings import Settings
from loaders.store import server


def register(app: typer.Typer) -> None:
    """Add the command."""

    @app.command()
    def stop() -> None:
        """Stop the local Neo4j, whichever command started it."""
        stopped = server.stop(Settings.from_environment())
        print("The local Neo4j was stopped." if stopped else "No local Neo4j was running.")
