"""``run.py start``:

starts the local Neo4j and leaves it running, for Neo4j's own tools and other programs.
"""

from __future__ import annotations

import typer

from app.commands.progress import shown_progress
from app.commands.status import describe
from loaders.errors import ToolError
from loaders.settings import Settings
from loaders.store import server


def register(app: typer.Typer) -> None:
    """Add the command."""

    @app.command()
    def start() -> None:
        """Start the local Neo4j and leave it running until 'stop'; print how to connect to it."""
        settings = Settings.from_environment()
        if settings.neo4j_uri is not None:
            raise ToolError(
                f"NEO4J_URI is set to {settings.neo4j_uri}, so there is no local Neo4j to start.",
                "Unset it to use a local one.",
            )
        with shown_progress() as progress:
            running = server.start(settings, progress, tied=False)
        describe(settings, running)
