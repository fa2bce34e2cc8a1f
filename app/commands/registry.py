"""Which commands there are. A new one is a module in this folder with ``register(app)``, and a name here."""

from __future__ import annotations

from importlib import import_module

import typer

COMMANDS: tuple[str, ...] = (
    "explore",
    "validate",
    "build",
    "load",
    "ask",
    "changes",
    "recommendations",
    "whatif",
    "cypher",
    "start",
    "stop",
    "status",
    "locators",
    "coverage",
    "waiting",
    "settings",
)
"""Modules of this folder, in the order in which the help shows them."""


def command_line() -> typer.Typer:
    """The command line with every command registered."""
    app = typer.Typer(
        name="run.py",
        help="Who oversees, regulates and reports to whom in England's health and care, with evidence.",
        no_args_is_help=True,
        add_completion=False,
        pretty_exceptions_enable=False,
        context_settings={"help_option_names": ["-h", "--help"]},
    )
    for name in COMMANDS:
        import_module(f"app.commands.{name}").register(app)
    return app
