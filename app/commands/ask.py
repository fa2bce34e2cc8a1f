"""``run.py ask``: the questions of the catalogue, and the answer to one of them."""

from __future__ import annotations

import dataclasses
import datetime
import json
import sys
from collections.abc import Sequence
from typing import TYPE_CHECKING, Annotated, Any

import typer

from app.commands.options import DateOption
from app.commands.output import Format, print_rows
from app.commands.progress import shown_progress
from loaders.errors import ToolError
from loaders.settings import Settings
from loaders.sources.waivers import read_waivers
from queries.waivers import counted, unmatched, waived, waiver_words

if TYPE_CHECKING:
    from queries.asking import Asked
    from queries.finding import Finding


def register(app: typer.Typer) -> None:
    """Add the command."""

    @app.command()
    def ask(
        name: Annotated[
            str | None, typer.Argument(help="The question's name; all are listed without it.")
        ] = None,
        as_at: DateOption = None,
        parameter: Annotated[
            list[str] | None,
            typer.Option("--parameter", "-p", help="name=value; may be given several times."),
        ] = None,
        form: Annotated[Format, typer.Option("--format", help="How to print the answer.")] = Format.TABLE,
        limit: Annotated[int | None, typer.Option("--limit", min=1, help="The most rows to fetch.")] = None,
        timeout: Annotated[
            float | None,
            typer.Option("--timeout", min=0.001, help="Seconds after which the server ends the query."),
        ] = None,
        markdown: Annotated[
            bool, typer.Option("--markdown", help="Print docs/questions.md instead.")
        ] = False,
    ) -> None:
        """Ask one of the tested questions; without a name, list them.

        Each finding is yes, no or not known as at the date. What is not known then is shown with the last
        date for which it is.
        """
        from queries import catalogue, documentation

        questions = catalogue.load()
        if markdown:
            print(documentation.documented(questions), end="")
        elif name is None:
            _list(questions, form)
        else:
            from loaders.store.connection import open_store  # the driver takes a second to import
            from queries.asking import ask as asking
            from queries.span import as_date, day_asked

            question = questions.question(name)
            today = datetime.date.today()
            day = None if as_at is None else as_date(as_at, "--as-at")
            settings = Settings.from_environment()
            waivers = read_waivers(settings.sheets_folder)
            with shown_progress() as progress:
                store = open_store(settings, progress)
            with store:
                if store.release() is None:
                    raise ToolError("The store holds no release yet.", "Run 'run.py load' first.")
                date = day_asked(store, day, "--as-at")
                answer = asking(
                    store, question, date, given(parameter or []), timeout_seconds=timeout, row_limit=limit
                )
            found = waived(answer.findings, waivers, date, today)
            answer = dataclasses.replace(answer, findings=found)
            _print(answer, form)
            if not parameter and not answer.truncated and date >= today:  # else it may only be left out here
                own = [each for each in waivers if each.finding.partition("--")[0] == name]
                for problem in unmatched(own, {each.id for each in found}, f"'{name}'"):
                    print(f"Warning: {problem}", file=sys.stderr)


def given(texts: Sequence[str]) -> dict[str, str]:
    """Parameters by name from ``name=value`` texts. Raises ToolError on one without a name or given twice."""
    values: dict[str, str] = {}
    for text in texts:
        name, equals, value = text.partition("=")
        if not equals or not name:
            raise ToolError(f"'{text}' is not a parameter.", "Write it as name=value, such as -p class=ICBs.")
        if name in values:
            raise ToolError(f"The parameter '{name}' is given twice.", "Give it once.")
        values[name] = value
    return values


def _list(questions: Any, form: Format) -> None:
    from queries.header import KINDS

    rows = [
        {"kind": KINDS[question.kind], "name": question.name, "question": question.question}
        for question in questions
    ]
    print_rows(["kind", "name", "question"], rows, form)


def _print(asked: Asked, form: Format) -> None:
    columns, rows = table(asked)
    if form is Format.JSON:
        json.dump(as_json(asked), sys.stdout, ensure_ascii=False, indent=2, default=_plain)
        sys.stdout.write("\n")
    elif form is Format.CSV:
        print_rows(columns, rows, form, truncated=asked.truncated)
        return
    elif asked.question.listing:
        _headline(asked)
        print_rows(columns, rows, form, truncated=asked.truncated)
    else:
        _headline(asked)
        for finding in asked.findings:
            _print_finding(finding)
        print(f"\n{counted(asked.findings)}")
        if asked.truncated:
            print(f"There are more: these are the first {len(asked.findings)}.")
        print(f"Before you rely on this: {_one_line(asked.question.caveat)}")
    if asked.truncated and (form is Format.JSON or not asked.question.listing):
        print(f"There are more rows: these are the first {len(asked.rows)}.", file=sys.stderr)


def table(asked: Asked) -> tuple[list[str], list[dict[str, Any]]]:
    """The answer as a table: for a finding its answer comes first, then the row; evidence with its places.

    No row gives one line that says "no" or "not known", and why.
    """
    own = [column.name for column in asked.question.columns]
    groups = [group.name for group in asked.question.evidence]
    if asked.question.listing:
        first: list[str] = []
    else:
        first = ["finding", "title", "answer", "contested", "known_from", "known_to", "reason", "caveat"]
        first += ["waived_until", "waived_by", "waived_because"]
    rows: list[dict[str, Any]] = []
    for index, row in enumerate(asked.rows):
        shown = {name: row[name] for name in own}
        for name in groups:
            claims = [asked.claims[each] for each in row[name] or [] if each in asked.claims]
            shown[name] = [f"{claim.text} [{claim.places}]" for claim in claims]
        if asked.findings:
            finding = asked.findings[index]
            shown |= {
                "finding": finding.id,
                "title": finding.title,
                "answer": finding.now.answer,
                "contested": finding.now.contested,
                "known_from": finding.known_from,
                "known_to": finding.known_to,
                "reason": finding.now.reason,
                "caveat": _one_line(finding.caveat),
            }
            if finding.waiver is not None:
                shown |= {
                    "waived_until": finding.waiver.expires,
                    "waived_by": finding.waiver.owner,
                    "waived_because": finding.waiver.reason,
                }
        rows.append(shown)
    if asked.empty is not None and first:
        rows.append({"answer": asked.empty.answer, "reason": _one_line(asked.empty.reason)})
    return [*first, *own, *groups], rows


def as_json(asked: Asked) -> dict[str, Any]:
    """The answer as a record for programs."""
    return {
        "question": asked.question.name,
        "version": asked.question.version,
        "as_at": asked.as_at,
        "parameters": asked.parameters,
        "truncated": asked.truncated,
        "empty": asked.empty,
        "caveat": _one_line(asked.question.caveat),
        "findings": asked.findings,
        "rows": asked.rows,
    }


def _headline(asked: Asked) -> None:
    from queries.wording import day

    chosen = ", ".join(f"{name} = {value}" for name, value in asked.parameters.items() if value is not None)
    print(f"{asked.question.question}\nAs at {day(asked.as_at)}{f', {chosen}' if chosen else ''}.")
    if asked.empty is not None:
        print(f"Answer: {asked.empty.answer}. {_one_line(asked.empty.reason)}")


def _print_finding(finding: Finding) -> None:
    now = finding.now
    contested = ", contested" if now.contested else ""
    print(f"\n* {finding.title}\n  {finding.summary}")
    print(f"  Answer: {now.answer}{contested}. {now.reason}")
    if now.answer != "yes" and finding.known_from and finding.known_to:
        from queries.wording import day

        print(f"  From {day(finding.known_from)} to {day(finding.known_to)}: yes{contested}.")
    if finding.waiver is not None:
        print(f"  {waiver_words(finding)}")
    for group in finding.groups:
        print(f"  {group.heading}:")
        for claim in group.claims:
            condition = f" (condition: {claim.condition})" if claim.condition else ""
            proposed = f" ({claim.lifecycle}, not in force)" if claim.proposed else ""
            print(f"    - {claim.text}{condition}{proposed} [{claim.places}]")
    one = finding.origins == 1
    print(f"  Rests on {finding.origins} origin{'' if one else 's'}. Sources of all that is shown:")
    for source in finding.sources:
        interest = f": {source.interest}" if source.interest else ""
        print(f"    {source.short_title}{interest}")


def _one_line(text: str) -> str:
    return " ".join(text.split())


def _plain(value: Any) -> Any:
    if isinstance(value, datetime.date):
        return value.isoformat()
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        return {each.name: getattr(value, each.name) for each in dataclasses.fields(value)}
    return dict(value)
