"""The life of findings from one release to the next: new, changed, unchanged, resolved, and why."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from queries.changes.change import Change
from queries.changes.edition import Edition
from queries.changes.recorded import Recorded, RecordedFinding
from queries.wording import day

_WHY = {
    "begun": "took effect since",
    "ended": "ended",
    "new": "new on record",
    "changed": "recorded otherwise than before",
    "withdrawn": "withdrawn, no end of it known",
}
_MOST_NAMED = 5


def changes_of_findings(
    old: Edition, new: Edition, statements: Iterable[Change]
) -> tuple[list[Change], dict[str, str]]:
    """The changes of findings, and "new", "changed" or "unchanged" for each finding of the new release."""
    before, after = old.findings, new.findings
    assert before is not None and after is not None
    causes = {each.id: each for each in statements}
    found: list[Change] = []
    life: dict[str, str] = {}
    for name, finding in after.findings.items():
        then = before.findings.get(name)
        if then is None:
            life[name] = "new"
            found.append(_new(finding, before, after, causes))
            continue
        details = _differences(then, finding, causes)
        life[name] = "changed" if details else "unchanged"
        if details:
            details += _question(finding.question, before, after)
            found.append(_change("changed", finding, details, causes))
    found += [
        _gone(finding, before, after, causes)
        for name, finding in before.findings.items()
        if name not in after.findings
    ]
    return found, life


def _new(finding: RecordedFinding, before: Recorded, after: Recorded, causes: Mapping[str, Change]) -> Change:
    details = [f"The answer: {_said(finding, after)}."]
    if finding.question not in before.versions:
        details.append("Its question was not asked of the earlier release: what it finds may be older.")
    elif finding.question in before.truncated:
        details.append("The earlier release may have had it too: its answers were cut off.")
    else:
        details += _question(finding.question, before, after)
        details += _because("It rests on", finding, causes)
    return _change("new", finding, details, causes)


def _gone(
    finding: RecordedFinding, before: Recorded, after: Recorded, causes: Mapping[str, Change]
) -> Change:
    """A finding that is no longer there: resolved only where something in the landscape accounts for it."""
    if finding.question not in after.versions:
        reason = "Its question is no longer asked: whether it still holds is not known."
        return _change("dropped", finding, [reason], causes, gone=True)
    if finding.question in after.truncated:
        reason = "Whether it still holds is not known: the answers to its question were cut off."
        return _change("dropped", finding, [reason], causes, gone=True)
    own = _causes_of(finding, causes)
    since = [] if own else _since(finding, causes)
    details = [f"It was: {_said(finding, before)}."]
    details += _because("It rested on", finding, causes)
    if since:
        details.append("All that it rested on is as it was. New on record about the same, which may be why:")
        details += [each.text for each in since[:_MOST_NAMED]]
        if len(since) > _MOST_NAMED:
            details.append(f"And {len(since) - _MOST_NAMED} more.")
    elif not own:
        details.append("All that it rested on is as it was, and nothing new on record is about the same.")
    details += _question(finding.question, before, after)
    ended = any(each.happened == "ended" for each in own)
    happened = "resolved" if ended or since else "dropped"
    return _change(happened, finding, details, causes, gone=True)


def _since(finding: RecordedFinding, causes: Mapping[str, Change]) -> list[Change]:
    """What is new on record about what the finding touches, what began first."""
    about = {ref.id for ref in finding.touches}
    found = [
        each
        for each in causes.values()
        if each.happened in ("begun", "new") and about & {ref.id for ref in each.things}
    ]
    return sorted(found, key=lambda each: (each.happened, each.id))


def _differences(then: RecordedFinding, now: RecordedFinding, causes: Mapping[str, Change]) -> list[str]:
    """Sentences on how the answer, its wording, its weight and its evidence differ."""
    found = []
    if (then.answer, then.contested) != (now.answer, now.contested):
        found.append(
            f"The answer was {_short(then.answer, then.contested)}; it is now "
            f"{_short(now.answer, now.contested)}. {now.reason}"
        )
    elif (then.best, then.best_as_at) != (now.best, now.best_as_at):
        found.append(
            f"The last day for which it is known was {day(then.best_as_at)}; it is now {day(now.best_as_at)}."
        )
    if then.severity != now.severity:
        found.append(f"Its weight was {then.severity}; it is now {now.severity}.")
    if then.title != now.title:
        found.append(f"It was worded: {then.title}")
    elif then.summary != now.summary:
        found.append(f"Its summary was: {then.summary}")
    for role, before, after in (
        ("rests on", then.premises, now.premises),
        ("takes note of", then.others, now.others),
    ):
        for name, claim in after.items():
            if name not in before:
                found.append(f"It now also {role}: {claim.text} [{'; '.join(sorted(claim.places))}]")
            elif claim != before[name]:
                found.append(f"What it {role} is recorded otherwise than before: {claim.text}")
        for name, claim in before.items():
            if name not in after:
                cause = causes.get(claim.statement)
                why = f" ({_WHY[cause.happened]})" if cause else ""
                found.append(f"It no longer {role}{why}: {claim.text}")
    return found


def _causes_of(finding: RecordedFinding, causes: Mapping[str, Change]) -> list[Change]:
    statements = dict.fromkeys(claim.statement for claim in finding.premises.values())
    return [causes[each] for each in statements if each in causes]


def _because(start: str, finding: RecordedFinding, causes: Mapping[str, Change]) -> list[str]:
    found = []
    for each in _causes_of(finding, causes):
        found.append(f"{start} ({_WHY[each.happened]}): {each.text}")
        found += each.details
    return found


def _question(name: str, before: Recorded, after: Recorded) -> list[str]:
    then, now = before.versions.get(name), after.versions.get(name)
    if then == now:
        return []
    return [f"Its question was changed (version {then} to {now}), which may be the reason."]


def _said(finding: RecordedFinding, recorded: Recorded) -> str:
    said = f"as at {day(recorded.as_at)}, {_short(finding.answer, finding.contested)}"
    if finding.best_as_at != recorded.as_at:
        said += f"; as at {day(finding.best_as_at)}, {_short(finding.best, finding.contested)}"
    return said


def _short(answer: str, contested: bool) -> str:
    return f"{answer}, contested" if contested else answer


def _change(
    happened: str,
    finding: RecordedFinding,
    details: list[str],
    causes: Mapping[str, Change],
    *,
    gone: bool = False,
) -> Change:
    return Change(
        "finding",
        happened,
        finding.id,
        finding.title,
        tuple(dict.fromkeys(details)),
        finding.touches,
        tuple(each.id for each in _causes_of(finding, causes)),
        gone,
    )
