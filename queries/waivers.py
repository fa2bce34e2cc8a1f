"""Findings and the waivers of them: a waived finding is shown and counted as one, never left out.

A waiver that has expired never counts again, and one that will have expired by a later day that is asked for
does not count there: it is reckoned by that day or by today, whichever is later.
"""

from __future__ import annotations

import dataclasses
import datetime
import json
from collections.abc import Collection, Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from loaders.errors import Problem
from loaders.sources.cells import near
from loaders.sources.waivers import WAIVERS, Waiver
from queries.wording import day

if TYPE_CHECKING:  # the driver behind it takes a second to import, and a check of sheets needs no store
    from queries.finding import Finding


def counting(waivers: Iterable[Waiver], as_at: datetime.date, today: datetime.date) -> dict[str, Waiver]:
    """The waivers that count for an answer as at that day, by the finding's id."""
    return {each.finding: each for each in waivers if each.counts(max(as_at, today))}


def waived(
    findings: Iterable[Finding], waivers: Iterable[Waiver], as_at: datetime.date, today: datetime.date
) -> list[Finding]:
    """The findings in their order, each with its waiver where one counts as at that day."""
    by_finding = counting(waivers, as_at, today)
    return [dataclasses.replace(each, waiver=by_finding.get(each.id)) for each in findings]


def waiver_words(finding: Finding) -> str:
    """How it is marked: "Waived until 31 March 2027 by the board: It waits for guidance."; else ""."""
    each = finding.waiver
    return "" if each is None else f"Waived until {day(each.expires)} by {each.owner}: {each.reason}"


def counted(findings: Collection[Finding]) -> str:
    """How many there are, and how many of them are waived: "12 findings, 1 waived"."""
    count = f"{len(findings)} finding{'' if len(findings) == 1 else 's'}"
    apart = sum(each.waiver is not None for each in findings)
    return f"{count}, {apart} waived" if apart else count


def unmatched(waivers: Iterable[Waiver], known: Collection[str], where: str) -> list[Problem]:
    """A problem for each waiver whose finding is not among ``known``, naming the nearest that is.

    ``where`` says what has those findings, such as "release 2026-11-22-abc". It is no error: the finding may
    have been resolved.
    """
    return [
        Problem(
            WAIVERS,
            each.row,
            "finding",
            f"No finding of {where} has the identifier '{each.finding}'.",
            f"{near(each.finding, known, 1)} If the finding has been resolved, delete the row.".strip(),
        )
        for each in waivers
        if each.finding not in known
    ]


def unmatched_beside(file: Path, release: str, waivers: Collection[Waiver]) -> list[Problem]:
    """The same of the findings in a release's file of them; none where there is no such file."""
    if not waivers:
        return []
    try:
        known = {each["id"] for each in json.loads(file.read_text(encoding="utf-8"))["findings"]}
    except (OSError, ValueError, KeyError, TypeError):
        return []
    return unmatched(waivers, known, f"release {release}")
