"""Would a finding survive the loss of a source? Found by asking again with each origin left out.

Each origin's statements are taken out of the store in a transaction that is rolled back, by the same means as
a what-if, and the questions are asked again whose findings show something of that origin. A finding is looked
at as at the last day for which it is known.
"""

from __future__ import annotations

import datetime
import json
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

from loaders.progress import Progress, silent
from loaders.release.folder import release_folder
from loaders.store.connection import Store
from loaders.store.tables import ReleaseTables
from loaders.store.trial import trial
from queries import catalogue as catalogues
from queries.asking import ask
from queries.catalogue import Catalogue
from queries.finding import Finding
from queries.findings import all_findings, put
from queries.leaving_out import LeavingOut

FALLS, LAPSES, SETTLES, ARISES = "falls", "not known", "no longer contested", "contested"
UNREAD = "not among the answers that could be read"
STEP = "Asking again without each source"


@dataclass(frozen=True)
class Loss:
    """What becomes of a finding without one origin.

    ``effect``: "falls" (it is not found any more), "not known", "no longer contested" or "contested".
    ``titles`` are the documents of that origin, ``interest`` what their author has at stake.
    """

    origin: str
    titles: tuple[str, ...]
    interest: str | None
    effect: str


def losses(
    store: Store,
    release: ReleaseTables,
    findings: Sequence[Finding],
    catalogue: Catalogue,
    progress: Progress = silent,
    stopped: Callable[[], bool] = lambda: False,
) -> dict[str, tuple[Loss, ...]] | None:
    """For each finding, by id, the origins without which it would change, sorted; () where there is none.

    Left out is a finding of which that cannot be said, because the answers without an origin were cut.
    ``stopped`` is asked before each origin; None is given where it says so. Raises ToolError as ``trial``.
    """
    leaving = LeavingOut(release)
    by_origin = _by_origin(findings, catalogue, leaving)
    found: dict[str, list[Loss]] = {each.id: [] for each in findings}
    unread: set[str] = set()
    for done, (origin, touched) in enumerate(sorted(by_origin.items())):
        if stopped():
            return None
        progress(STEP, done, len(by_origin))
        effects = trial(store, release.id, leaving.difference(origin), partial(_effects, touched, catalogue))
        for identifier, effect in effects.items():
            if effect == UNREAD:
                unread.add(identifier)
            found[identifier].append(Loss(origin, leaving.titles(origin), leaving.interest(origin), effect))
    progress(STEP, len(by_origin), len(by_origin))
    return {identifier: tuple(each) for identifier, each in found.items() if identifier not in unread}


def work_out(
    store: Store,
    file: Path,
    progress: Progress = silent,
    stopped: Callable[[], bool] = lambda: False,
) -> bool:
    """Add to a findings file what each of its findings would lose; give whether it says so now.

    Nothing is done where it does already. False: the file is not there or of another release than the store
    holds, or ``stopped`` said so. Raises ToolError as ``losses``, and where the file cannot be written.
    """
    try:
        kept = json.loads(file.read_text(encoding="utf-8"))
        as_at = datetime.date.fromisoformat(kept["as_at"])
    except (OSError, ValueError, TypeError, KeyError):
        return False
    release, catalogue = store.release(), catalogues.load()
    if release is None or (kept["release"], kept["catalogue"]) != (release["id"], catalogue.version):
        return False
    if "robustness" in kept:
        return True
    tables = ReleaseTables(release_folder(store.settings.data_folder, str(release["id"])))
    found = losses(store, tables, all_findings(store, as_at, catalogue)[1], catalogue, progress, stopped)
    if found is None:
        return False
    put(file, {**kept, "robustness": as_plain(found)})
    return True


def read_losses(file: Path) -> dict[str, tuple[Loss, ...]]:
    """What a findings file says of robustness, by finding; empty where it does not say or cannot be read."""
    try:
        kept = json.loads(file.read_text(encoding="utf-8")).get("robustness") or {}
        return {
            identifier: tuple(Loss(**{**each, "titles": tuple(each["titles"])}) for each in listed)
            for identifier, listed in kept.items()
        }
    except (OSError, ValueError, TypeError, KeyError, AttributeError):
        return {}


def _by_origin(
    findings: Iterable[Finding], catalogue: Catalogue, leaving: LeavingOut
) -> dict[str, list[Finding]]:
    """The findings that show something of each origin, or rest on what it disputes or lists completely."""
    found: defaultdict[str, list[Finding]] = defaultdict(list)
    for finding in findings:
        question = catalogue.questions[finding.question]
        origins = {source.origin for source in finding.sources}
        origins |= leaving.holding(
            claim.id for group in finding.groups if group.premise for claim in group.claims
        )
        if question.absence_of:
            origins |= leaving.listing([finding.key[question.about]])
        for origin in origins:
            found[origin].append(finding)
    return found


def _effects(findings: Sequence[Finding], catalogue: Catalogue, inside: Store) -> dict[str, str]:
    """What became of these findings, each as at its own day; those that are as before are left out."""
    asked: defaultdict[tuple[str, datetime.date], list[Finding]] = defaultdict(list)
    for finding in findings:
        asked[finding.question, finding.best.as_at].append(finding)
    effects = {}
    for (name, day), group in asked.items():
        asked_now = ask(inside, catalogue.questions[name], day)
        after = {each.id: each for each in asked_now.findings}
        for finding in group:
            cut = asked_now.truncated and finding.id not in after
            effect = UNREAD if cut else _effect(finding, after.get(finding.id))
            if effect is not None:
                effects[finding.id] = effect
    return effects


def _effect(before: Finding, after: Finding | None) -> str | None:
    if after is None:
        return FALLS
    if after.now.answer != before.best.answer:
        return LAPSES
    if after.now.contested != before.best.contested:
        return ARISES if after.now.contested else SETTLES
    return None


def as_plain(found: Mapping[str, Iterable[Loss]]) -> dict[str, list[dict[str, Any]]]:
    """Losses in JSON's own types."""
    return {
        identifier: [
            {
                "origin": each.origin,
                "titles": list(each.titles),
                "interest": each.interest,
                "effect": each.effect,
            }
            for each in listed
        ]
        for identifier, listed in found.items()
    }
