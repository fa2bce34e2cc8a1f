"""What a reader may choose for a question's parameters, and which choice a wrong value was nearest to."""

from __future__ import annotations

import difflib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from loaders.errors import ToolError
from loaders.store.connection import Store
from queries.header import Parameter, Question
from queries.lookups import look_up, sentences
from queries.span import Span, as_date
from queries.wording import day

NEAREST = 3
_LIKE = 0.55


@dataclass(frozen=True)
class Choice:
    """A value with the words that readers see for it; ``also``: other names by which it may be given."""

    value: str
    words: str
    also: tuple[str, ...] = ()

    @property
    def names(self) -> tuple[str, ...]:
        """Everything by which it may be given."""
        return (self.value, self.words, *self.also)


@dataclass(frozen=True)
class Problem:
    """What is wrong with something given, as a sentence, and the choices that it may have meant.

    ``parameter``: where it was given, None where the question has no such parameter.
    """

    parameter: str | None
    what: str
    nearest: tuple[Choice, ...] = ()


@dataclass(frozen=True)
class Given:
    """What a reader gave: ``values`` as ``ask`` takes them, what is wrong, and what is still to be chosen."""

    values: Mapping[str, Any]
    problems: tuple[Problem, ...]
    missing: tuple[Parameter, ...]


def choices(store: Store, scheme: str) -> tuple[Choice, ...]:
    """The values of a concept scheme by their labels; of "thing" everything that has a name, by its name.

    Of "statement" and ``statement:<kind>`` the statements that count, by their sentences.
    """
    if scheme == "thing":
        found = [
            Choice(
                row["id"], row["name"], tuple(filter(None, [row["initials"], *(row["other_names"] or [])]))
            )
            for row in look_up(store, "names")
        ]
    elif scheme.partition(":")[0] == "statement":
        found = [Choice(identifier, text) for identifier, text in sentences(store, scheme).items()]
    else:
        found = [Choice(row["notation"], row["name"]) for row in look_up(store, "notations", scheme=scheme)]
    return tuple(sorted(found, key=lambda each: (each.words.lower(), each.value)))


def scheme_of(parameter: Parameter) -> str | None:
    """The scheme whose values a parameter takes; None where anything may be typed.

    "thing" for a thing, and for a statement its type.
    """
    if parameter.type == "thing" or parameter.statement:
        return parameter.type
    return parameter.type[8:] if parameter.type.startswith("concept:") else None


def read_given(
    question: Question,
    given: Mapping[str, str],
    offered: Mapping[str, Sequence[Choice]],
    prefix: str = "",
    span: Span | None = None,
) -> Given:
    """What ``given`` says, by the parameters' names with ``prefix`` before them.

    ``offered`` has the choices of each scheme in use; ``span`` the days that can be asked about, all where
    None.
    """
    known = {prefix + parameter.name: parameter for parameter in question.parameters}
    problems = [_unknown(name, known) for name in given if name not in known]
    values: dict[str, Any] = {}
    missing = []
    for field, parameter in known.items():
        name, text = parameter.name, given.get(field, "").strip()
        if not text:
            if not parameter.optional:
                missing.append(parameter)
            continue
        scheme = scheme_of(parameter)
        if scheme is not None:
            meant = _meant(text, offered[scheme])
            if len(meant) == 1:
                values[name] = meant[0].value
            else:
                problems.append(_no_choice(name, text, meant, offered[scheme]))
        elif parameter.type == "integer":
            if text.isascii() and text.removeprefix("-").isdigit() and len(text) < 10:
                values[name] = int(text)
            else:
                problems.append(Problem(name, f"“{text}” is not a whole number."))
        elif parameter.type == "date":
            try:
                date = as_date(text, name)
            except ToolError as error:
                problems.append(Problem(name, f"“{text}” is not a date. {error.do}"))
                continue
            near = date if span is None else span.nearest(date)
            if span is None or near == date:
                values[name] = date
            else:
                problems.append(Problem(name, span.outside(date), (Choice(near.isoformat(), day(near)),)))
        else:
            values[name] = text
    return Given(values, tuple(problems), tuple(missing))


def nearest_of(text: str, offered: Sequence[Choice]) -> tuple[Choice, ...]:
    """The choices that ``text`` most likely means: alike in writing, else with it in their name."""
    by_name: dict[str, Choice] = {}
    for choice in offered:
        for name in choice.names:
            by_name.setdefault(name.lower(), choice)
    wanted = text.lower()
    close = [by_name[name] for name in difflib.get_close_matches(wanted, by_name, 2 * NEAREST, _LIKE)]
    close += sorted(
        (each for name, each in by_name.items() if wanted in name), key=lambda each: len(each.words)
    )
    return tuple(dict.fromkeys(close))[:NEAREST]


def _meant(text: str, offered: Sequence[Choice]) -> list[Choice]:
    """The choice whose value it is, else all those that have it as a name."""
    exact = [each for each in offered if each.value == text]
    wanted = text.lower()
    return exact or [each for each in offered if wanted in (name.lower() for name in each.names)]


def _no_choice(name: str, text: str, meant: Sequence[Choice], offered: Sequence[Choice]) -> Problem:
    if meant:
        return Problem(name, f"“{text}” is the name of {len(meant)} things.", tuple(meant[:NEAREST]))
    return Problem(name, f"Nothing to choose here is called “{text}”.", nearest_of(text, offered))


def _unknown(name: str, known: Mapping[str, Parameter]) -> Problem:
    close = difflib.get_close_matches(name.lower(), known, 1, _LIKE)
    return Problem(
        None,
        f"The link has “{name}” in it, which this question does not ask for, so it is not used.",
        tuple(Choice(each, each) for each in close),
    )
