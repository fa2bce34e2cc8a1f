"""``docs/questions.md``, generated from the headers of the catalogue."""

from __future__ import annotations

from queries.catalogue import Catalogue
from queries.header import KINDS, Question

INTRODUCTION = """# The questions

Written by `python3 run.py ask --markdown > docs/questions.md` from the headers in `queries/catalogue/`.

Every question is asked as at a date: `python3 run.py ask NAME --as-at 2025-02-13`. Only statements that were
known by then, and that have been checked, are candidates. A row is a finding: **yes** while every source
that it rests on vouches for it, **not known** otherwise, with the last date for which it is known. An empty
answer about a thing asked for by name is **no** only where a source lists completely what would have to be
there; everywhere else it is *not known*. Where a party disputes what a finding rests on, it is *contested*.
Listings give rows and no findings.
"""


def documented(catalogue: Catalogue) -> str:
    """The text of ``docs/questions.md``."""
    parts = [INTRODUCTION]
    for kind, heading in KINDS.items():
        questions = catalogue.of_kind(kind)
        if questions:
            parts.append(f"## {heading}\n")
            parts += [_question(question) for question in questions]
    return "\n".join(parts)


def _question(question: Question) -> str:
    lines = [f"### {question.name}", "", f"**{question.question}**", "", _line(question.definition), ""]
    lines += ["Judgement calls:", ""]
    lines += [f"* {_line(each)}" for each in question.judgements]
    lines += [
        "",
        f"Before you rely on it: {_line(question.caveat)}",
        "",
        f"An empty answer: {_line(question.empty)}",
    ]
    if question.absence_of:
        lines += ["", f"Rests on the absence of: {', '.join(question.absence_of)}."]
    if question.needs:
        lines += [
            "",
            f"An empty answer is a *no* where these are listed completely: {', '.join(question.needs)}.",
        ]
    if question.severity:
        lines += ["", f"Severity: {question.severity}. {_line(question.severity_reason)}"]
    if question.parameters:
        lines += ["", "| parameter | type | | |", "|---|---|---|---|"]
        for each in question.parameters:
            given = "optional" if each.optional else "needed"
            lines.append(f"| `{each.name}` | {each.type} | {given} | {_line(each.help)} |")
    lines += ["", "| column | type | |", "|---|---|---|"]
    lines += [f"| `{each.name}` | {each.type} | {_line(each.help)} |" for each in question.columns]
    lines += [
        f"| `{each.name}` | evidence | {each.heading}{' (the answer rests on it)' if each.premise else ''} |"
        for each in question.evidence
    ]
    return "\n".join([*lines, ""])


def _line(text: str) -> str:
    return " ".join(text.split())
