"""Asking a question: typed parameters, bound, in a READ session with a time-out and a cap on rows."""

from __future__ import annotations

import datetime
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from loaders.errors import ToolError
from loaders.store.connection import Store, TimedOutError
from queries.catalogue import nearest
from queries.claims import Claim, read_claims
from queries.finding import NO, NOT_KNOWN, Coverage, Finding, covered, make_finding
from queries.header import Parameter, Question
from queries.lookups import look_up, sentences
from queries.span import as_date, read_span


@dataclass(frozen=True)
class EmptyAnswer:
    """What it means that there is no row: ``answer`` is "no" or "not known", ``reason`` says why."""

    answer: str
    reason: str


@dataclass(frozen=True)
class Asked:
    """A question with its answer.

    ``rows`` are as the query gave them, with the columns of ``columns``; ``claims`` are all the statements
    and positions that their evidence columns name, by id. ``findings`` has one for each row, in the same
    order, and is empty for a listing. ``truncated``: there were more rows than the cap. ``empty`` where no
    row came.
    """

    question: Question
    as_at: datetime.date
    parameters: Mapping[str, Any]
    columns: tuple[str, ...]
    rows: list[dict[str, Any]]
    claims: Mapping[str, Claim]
    findings: list[Finding]
    truncated: bool
    empty: EmptyAnswer | None


def ask(
    store: Store,
    question: Question,
    as_at: datetime.date | str,
    parameters: Mapping[str, Any] | None = None,
    *,
    timeout_seconds: float | None = None,
    row_limit: int | None = None,
) -> Asked:
    """Ask ``question`` as at a date (or its ISO text). ``parameters`` by name, typed or as text.

    Raises ToolError on an unknown or missing parameter or an impossible value, naming the nearest possible
    one, and where the store refuses or cannot be reached; TimedOutError, which names the question, where it
    takes longer than the time-out.
    """
    try:
        return _ask(store, question, as_at, parameters or {}, timeout_seconds, row_limit)
    except TimedOutError as error:
        raise TimedOutError(
            f"The question '{question.name}' was not answered. {error.what}",
            f"Ask about one thing where it takes a parameter, or set {error.setting} higher.",
            error.setting,
        ) from error


def _ask(
    store: Store,
    question: Question,
    as_at: datetime.date | str,
    parameters: Mapping[str, Any],
    timeout_seconds: float | None,
    row_limit: int | None,
) -> Asked:
    date = as_date(as_at, "--as-at")
    values = bind(store, question, parameters)
    answer = store.read(question.cypher, {**values, "as_at": date}, timeout_seconds, row_limit)
    missing = {column.name for column in question.columns} | {group.name for group in question.evidence}
    missing -= set(answer.columns)
    if missing:
        raise ToolError(
            f"{question.file}: the query does not return '{sorted(missing)[0]}', which the header describes.",
            "Return it, or take it out of the header.",
        )
    ids = [each for row in answer.rows for group in question.evidence for each in row[group.name] or []]
    claims = read_claims(store, ids, date)
    findings: list[Finding] = []
    if not question.listing:
        coverage = _coverage(store, question, [row[question.about] for row in answer.rows if question.about])
        findings = [make_finding(question, row, claims, coverage, date) for row in answer.rows]
    empty = None if answer.rows else _empty(store, question, values, date)
    return Asked(
        question, date, values, answer.columns, answer.rows, claims, findings, answer.truncated, empty
    )


def bind(store: Store, question: Question, given: Mapping[str, Any]) -> dict[str, Any]:
    """Values for all of the question's parameters, None for those left out. Raises as ``ask`` does."""
    known = {parameter.name: parameter for parameter in question.parameters}
    for name in given:
        if name not in known:
            otherwise = f"It takes {', '.join(known)}." if known else "It takes none."
            raise ToolError(
                f"The question '{question.name}' has no parameter '{name}'.",
                nearest(name, list(known), otherwise),
            )
    values: dict[str, Any] = {}
    for name, parameter in known.items():
        value = given.get(name)
        if value is None or value == "":
            if not parameter.optional:
                raise ToolError(
                    f"The question '{question.name}' needs the parameter '{name}'.",
                    f"Give --parameter {name}=...: {parameter.help}",
                )
            values[name] = None
        else:
            values[name] = _typed(store, parameter, value)
    return values


def _typed(store: Store, parameter: Parameter, value: Any) -> Any:
    if parameter.type == "date":
        return read_span(store).checked(as_date(value, parameter.name), parameter.name)
    if parameter.type == "integer":
        try:
            return int(value)
        except (TypeError, ValueError) as error:
            raise ToolError(
                f"The parameter '{parameter.name}' is '{value}', which is not a whole number.", "Give one."
            ) from error
    if not isinstance(value, str):
        raise ToolError(f"The parameter '{parameter.name}' is not text.", "Give it as text.")
    if parameter.type == "thing":
        return resolve_thing(store, value, parameter.name)
    if parameter.type == "text":
        return value
    if parameter.statement:
        said = sentences(store, parameter.type)
        known = list(said)
        meant = next((each for each in known if said[each].lower() == value.strip().lower()), value)
    else:
        rows = look_up(store, "notations", scheme=parameter.type[8:])
        known = [row["notation"] for row in rows]
        called = {row["name"].lower(): row["notation"] for row in rows}
        wanted = " ".join(value.lower().split())
        meant = called.get(wanted, wanted.replace(" ", "-"))
    if meant in known:
        return meant
    raise ToolError(
        f"The parameter '{parameter.name}' is '{value}', which is not one of its values.",
        nearest(value, known, "" if len(known) > 30 else f"The values are {', '.join(known)}."),
    )


def resolve_thing(store: Store, given: str, name: str) -> str:
    """The id of the thing with that id, name or initials. Raises ToolError that names the nearest."""
    wanted = given.strip().lower()
    by_word: dict[str, set[str]] = {}
    for row in look_up(store, "names"):
        for word in (row["id"], row["name"], row["initials"], *(row["other_names"] or [])):
            if word:
                by_word.setdefault(word.lower(), set()).add(row["id"])
        if row["id"] == wanted:
            return wanted
    found = sorted(by_word.get(wanted, ()))
    if len(found) == 1:
        return found[0]
    if found:
        raise ToolError(
            f"The parameter '{name}' is '{given}', which is {' and '.join(found)}.", "Name one of them."
        )
    ids = sorted({each for group in by_word.values() for each in group})
    words = nearest(given, list(by_word), "")
    raise ToolError(
        f"The parameter '{name}' is '{given}', and nothing has that id, name or initials.",
        words
        or nearest(given, ids, "Look it up with 'run.py ask everything-on-a-body', or in the explorer."),
    )


def _coverage(store: Store, question: Question, things: Sequence[str]) -> list[Coverage]:
    if not things or not (question.absence_of or question.needs):
        return []
    return [Coverage(**row) for row in look_up(store, "completeness", ids=sorted(set(things)))]


def _empty(store: Store, question: Question, values: Mapping[str, Any], as_at: datetime.date) -> EmptyAnswer:
    """No row: a "no" only about a thing asked for by name, where what is needed is listed completely."""
    thing = values.get(question.about) if question.about else None
    if thing is None or not question.needs:
        return EmptyAnswer(NOT_KNOWN, question.empty)
    coverage = _coverage(store, question, [thing])
    topic = values.get("topic")
    periods = covered(coverage, thing, question.needs, {topic} if topic else set())
    if any(first <= as_at <= last for first, last in periods):
        reasons = sorted({each.reason for each in coverage if each.first <= as_at <= each.last})
        return EmptyAnswer(NO, " ".join(reasons))
    return EmptyAnswer(NOT_KNOWN, question.empty)
