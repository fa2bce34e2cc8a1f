"""``run.py cypher``: an analyst's own question. READ session, time-out and row cap enforced by the server."""

from __future__ import annotations

import datetime
import json
import sys
from collections.abc import Sequence
from typing import Annotated, Any

import typer

from app.commands.output import Format, print_rows
from app.commands.progress import shown_progress
from loaders.errors import ToolError
from loaders.settings import Settings
from loaders.sources.cells import near

KNOWN = {
    "label": "CALL db.labels() YIELD label RETURN label AS name",
    "relationship type": "CALL db.relationshipTypes() YIELD relationshipType RETURN relationshipType AS name",
    "property": "CALL db.propertyKeys() YIELD propertyKey RETURN propertyKey AS name",
}
"""How to ask for all names of each kind."""
MOST_NAMES = 10_000


def register(app: typer.Typer) -> None:
    """Add the command."""

    @app.command()
    def cypher(
        query: Annotated[
            str, typer.Argument(help="The query in Cypher 5; '-' reads it from standard input.")
        ],
        parameter: Annotated[
            list[str] | None,
            typer.Option("--parameter", "-p", help="name=value; the value in JSON, or a date, or else text."),
        ] = None,
        form: Annotated[Format, typer.Option("--format", help="How to print the rows.")] = Format.TABLE,
        limit: Annotated[int | None, typer.Option("--limit", min=1, help="The most rows to fetch.")] = None,
        timeout: Annotated[
            float | None,
            typer.Option("--timeout", min=0.001, help="Seconds after which the server ends the query."),
        ] = None,
    ) -> None:
        """Ask your own question in Cypher: read-only, timed and capped."""
        from loaders.store.connection import open_store  # the driver takes a second to import

        settings = Settings.from_environment()
        text = sys.stdin.read() if query == "-" else query
        values = parameters(parameter or [])
        with shown_progress() as progress:
            store = open_store(settings, progress)
        with store:
            answer = store.read(text, values, timeout_seconds=timeout, row_limit=limit, untrusted=True)
            for kind, name in answer.unknown:
                known = [str(row["name"]) for row in store.read(KNOWN[kind], row_limit=MOST_NAMES).rows]
                typer.echo(
                    f"Warning: the store has no {kind} '{name}'. {near(name, known)}".rstrip(), err=True
                )
        print_rows(answer.columns, answer.rows, form, truncated=answer.truncated)


def parameters(given: Sequence[str]) -> dict[str, Any]:
    """Parameters by name from ``name=value`` texts. Values are data: nothing in them is ever run.

    A value is JSON where it reads as JSON, a date where it is one in ISO 8601, else text. Raises ToolError on
    a text without a name.
    """
    values: dict[str, Any] = {}
    for text in given:
        name, equals, value = text.partition("=")
        if not equals or not name.isidentifier():
            raise ToolError(
                f"'{text}' is not a parameter.", "Write it as name=value, such as -p body=nhs-england."
            )
        values[name] = _value(value)
    return values


def _value(text: str) -> Any:
    try:
        return datetime.date.fromisoformat(text) if len(text) == 10 else json.loads(text)
    except ValueError:
        return text
