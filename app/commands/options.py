"""Options and forms that several commands share: how sentences are printed, the date asked about."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from enum import StrEnum
from typing import Annotated, TypeVar

import typer

T = TypeVar("T")


class Form(StrEnum):
    """How sentences are printed."""

    TEXT = "text"
    MARKDOWN = "markdown"
    JSON = "json"


FormOption = Annotated[Form, typer.Option("--format", help="How to print it.")]
DateOption = Annotated[
    str | None, typer.Option("--as-at", help="The date, such as 2025-07-01; today where left out.")
]


def print_as(form: Form, content: T, writers: Mapping[Form, Callable[[T], str]]) -> None:
    """Print ``content`` as the writer of that form words it; every writer ends with a line's end."""
    print(writers[form](content), end="")
