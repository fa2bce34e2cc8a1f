"""``run.py recommendations``: the register of recommendations as at a date."""

from __future__ import annotations

import dataclasses
import json
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

import typer

from app.cells import as_text as cell_text
from app.commands.options import DateOption
from app.commands.output import Format, print_rows
from app.commands.progress import shown_progress
from loaders.errors import ToolError
from loaders.settings import Settings

if TYPE_CHECKING:
    from queries.recommendations import Recommendation

FEW = 12
"""Choices that are all named where a wrong one was given."""


class Form(StrEnum):
    """How the register is printed."""

    TEXT = "text"
    MARKDOWN = "markdown"
    CSV = "csv"
    JSON = "json"


def register(app: typer.Typer) -> None:
    """Add the command."""

    @app.command()
    def recommendations(
        as_at: DateOption = None,
        issuer: Annotated[str | None, typer.Option(help="Only those of this issuer (id or name).")] = None,
        addressee: Annotated[str | None, typer.Option(help="Only those made to this body or class.")] = None,
        topic: Annotated[str | None, typer.Option(help="Only those on this topic.")] = None,
        form: Annotated[Form, typer.Option("--format", help="How to print it.")] = Form.TEXT,
    ) -> None:
        """Print who recommended what to whom, what was answered, and what is alike, with the reasons."""
        from app import register as printed
        from loaders.store.connection import open_store
        from queries.recommendations import register as registered
        from queries.span import as_date, day_asked

        given = None if as_at is None else as_date(as_at, "--as-at")
        with shown_progress() as progress:
            store = open_store(Settings.from_environment(), progress)
        with store:
            if store.release() is None:
                raise ToolError("The store holds no release yet.", "Run 'run.py load' first.")
            date = day_asked(store, given, "--as-at")
            found = registered(store, date)
        for name, wanted in (("issuer", issuer), ("addressee", addressee), ("topic", topic)):
            if wanted is not None:
                found = _only(found, name, wanted)
        if form is Form.CSV:
            print_rows(printed.COLUMNS, printed.rows(found), Format.CSV)
        elif form is Form.JSON:
            content = {"as_at": date, "recommendations": [dataclasses.asdict(each) for each in found]}
            print(json.dumps(content, ensure_ascii=False, indent=2, default=cell_text))
        elif form is Form.MARKDOWN:
            print(printed.as_markdown(found, date), end="")
        else:
            print(printed.as_text(found, date), end="")


def _only(found: list[Recommendation], name: str, wanted: str) -> list[Recommendation]:
    """Those with this issuer, addressee or topic. Raises ToolError that names the nearest there is."""
    from queries.catalogue import nearest
    from queries.wording import joined

    words: dict[str, list[Recommendation]] = {}
    for each in found:
        value = getattr(each, name)
        named = (value,) if isinstance(value, str) else (value.id, value.name) if value else ()
        for word in {word.lower() for word in named}:
            words.setdefault(word, []).append(each)
    if wanted.lower() in words:
        return words[wanted.lower()]
    few = f"It holds {joined([repr(word) for word in sorted(words)])}." if len(words) <= FEW else ""
    raise ToolError(
        f"Nothing in the register has the {name} '{wanted}'.",
        nearest(wanted, sorted(words), few or "'run.py recommendations' lists all."),
    )
