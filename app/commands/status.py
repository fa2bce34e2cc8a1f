"""``run.py status``: says whether the store runs, how to connect to it and what it holds."""

from __future__ import annotations

from typing import TYPE_CHECKING

import typer

from loaders.settings import Settings
from loaders.store import server

if TYPE_CHECKING:
    from loaders.store.connection import Store


def register(app: typer.Typer) -> None:
    """Add the command."""

    @app.command()
    def status() -> None:
        """Print the Bolt address, the user, where the password is, and the release that the store holds."""
        settings = Settings.from_environment()
        if settings.neo4j_uri is not None:
            from loaders.store.connection import connect_remote

            with connect_remote(settings) as store:
                print(f"Neo4j:     {settings.neo4j_uri} (NEO4J_URI)")
                print(f"User:      {settings.neo4j_username}")
                print(f"Database:  {settings.neo4j_database}")
                _describe_release(store)
            return
        describe(settings, server.find(settings))


def describe(settings: Settings, running: server.Server | None) -> None:
    """Print what ``status`` says of the local store; ``running`` is its server, None where none runs."""
    if running is None:
        print("Neo4j:     not running ('run.py start' starts it)")
        print(f"Folder:    {server.store_folder(settings).root}")
        return
    from loaders.store.connection import connect_local  # the driver takes a second to import

    print(f"Neo4j:     {running.uri} (process {running.process}; 'run.py stop' stops it)")
    print(f"User:      {running.username}")
    print(f"Password:  in {running.folder.password_file}")
    print(f"Folder:    {running.folder.root}")
    # not a context manager: the server that 'start' started is to go on
    store = connect_local(settings, running)
    try:
        _describe_release(store)
    finally:
        store.driver.close()


def _describe_release(store: Store) -> None:
    release = store.release()
    if release is not None:
        print(f"Release:   {release.get('id')} (as at {release.get('as_at')})")
    elif store.is_empty():
        print("Release:   none yet ('run.py load' loads one)")
    else:
        print("Release:   none, but the database is not empty")
