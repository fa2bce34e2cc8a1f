"""``run.py changes``: what one release says otherwise than another, in sentences."""

from __future__ import annotations

from functools import partial
from typing import Annotated

import typer

from app.commands.options import Form, FormOption, print_as
from loaders.settings import Settings

_SHOWN = 50


def register(app: typer.Typer) -> None:
    """Add the command."""

    @app.command()
    def changes(
        old: Annotated[
            str, typer.Argument(help="The earlier release: its id, the start of it, or its folder.")
        ],
        new: Annotated[str, typer.Argument(help="The later one; the one in use where left out.")] = "current",
        form: FormOption = Form.TEXT,
        limit: Annotated[
            int, typer.Option("--limit", min=1, help="The most changes shown under a heading; JSON has all.")
        ] = _SHOWN,
    ) -> None:
        """Say what changed between two releases: bodies, sources, statements, and findings.

        Findings are compared where both releases have a file of them, which 'run.py load' writes. A
        statement that was withdrawn is told apart from one that ended on a known day.
        """
        from app.changed import as_json, as_markdown, as_text
        from queries.changes import between, find, open_edition

        folder = Settings.from_environment().data_folder
        changed = between(*(open_edition(find(folder, each), folder) for each in (old, new)))
        text, markdown = (partial(each, most=limit) for each in (as_text, as_markdown))
        print_as(form, changed, {Form.TEXT: text, Form.MARKDOWN: markdown, Form.JSON: as_json})
