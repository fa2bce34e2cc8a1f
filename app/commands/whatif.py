"""``run.py whatif``: reform measures tried out, and what the questions answer then."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from app.commands.options import DateOption, Form, FormOption, print_as
from app.commands.output import Format, print_rows
from app.commands.progress import shown_progress
from loaders.settings import Settings

if TYPE_CHECKING:
    from queries.whatif.measures import Measure


def register(app: typer.Typer) -> None:
    """Add the command."""

    @app.command()
    def whatif(
        scenario: Annotated[
            str | None, typer.Argument(help="A ready-made choice; all are listed without any.")
        ] = None,
        measure: Annotated[
            list[str] | None, typer.Option("--measure", "-m", help="A measure by its id; may be repeated.")
        ] = None,
        file: Annotated[
            Path | None,
            typer.Option(
                "--file", help="Measures of your own: a CSV file with the columns of operations.csv."
            ),
        ] = None,
        as_at: DateOption = None,
        form: FormOption = Form.TEXT,
    ) -> None:
        """Try reform measures out: what would move, end, open or close. Nothing is changed."""
        from loaders.store.connection import open_store
        from queries.span import as_date, day_asked
        from queries.whatif import report
        from queries.whatif.scenarios import scenario as named
        from queries.whatif.trying import measures_of, try_out

        given = None if as_at is None else as_date(as_at, "--as-at")
        choice = named(scenario) if scenario else None
        wanted = [*(choice.all_measures if choice else ()), *(measure or [])]
        with shown_progress() as progress:
            store = open_store(Settings.from_environment(), progress)
            with store:
                date = day_asked(store, given, "--as-at")
                if not wanted and file is None:
                    _list(measures_of(store)[1])
                    return
                outcome = try_out(store, wanted, date, file, progress)
        if choice is not None and not measure and file is None:
            outcome = report.of_choice(outcome, choice)
        writers = {Form.TEXT: report.as_text, Form.MARKDOWN: report.as_markdown, Form.JSON: report.as_json}
        print_as(form, outcome, writers)


def _list(measures: Mapping[str, Measure]) -> None:
    from queries.whatif.measures import OPEN
    from queries.whatif.scenarios import scenarios

    rows = [
        {"name": each.name, "what it is": "scenario", "says": each.title} for each in scenarios().values()
    ]
    for each in measures.values():
        if each.status in OPEN:
            moves = "" if each.operations else ", not modelled"
            rows.append({"name": each.id, "what it is": f"measure ({each.status}{moves})", "says": each.text})
    print_rows(["name", "what it is", "says"], rows, Format.TABLE)
