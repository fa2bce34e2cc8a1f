"""``run.py settings``: lists every setting, from the one table in ``loaders/settings.py``."""

from __future__ import annotations

from typing import Annotated

import typer

from app.commands.output import Format, print_rows
from loaders.settings import TABLE, Settings

INTRODUCTION = """# Settings

Written by `python3 run.py settings --markdown > docs/settings.md` from the table in `loaders/settings.py`.
Every setting is an environment variable; an empty one counts as unset.

| variable | default | unit | what it does |
|---|---|---|---|
"""


def register(app: typer.Typer) -> None:
    """Add the command."""

    @app.command()
    def settings(
        markdown: Annotated[bool, typer.Option("--markdown", help="Print docs/settings.md instead.")] = False,
        form: Annotated[Format, typer.Option("--format", help="How to print the table.")] = Format.TABLE,
    ) -> None:
        """List every setting: its environment variable, value in force, default, unit and meaning."""
        if markdown:
            print(documented(), end="")
            return
        current = Settings.from_environment()
        rows = [
            {
                "variable": setting.variable,
                "value": "***"
                if setting.kind == "secret" and getattr(current, setting.name)
                else getattr(current, setting.name),
                "default": setting.default,
                "unit": setting.unit,
                "help": setting.help,
            }
            for setting in TABLE
        ]
        print_rows(["variable", "value", "default", "unit", "help"], rows, form)


def documented() -> str:
    """The text of ``docs/settings.md``."""
    lines = [
        f"| `{setting.variable}` | {f'`{setting.default}`' if setting.default else 'unset'} | {setting.unit} "
        f"| {setting.help} |"
        for setting in TABLE
    ]
    return INTRODUCTION + "\n".join(lines) + "\n"
