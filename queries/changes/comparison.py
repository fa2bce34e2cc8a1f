"""Two releases compared: what happened to bodies and sources, to statements and to findings."""

from __future__ import annotations

from queries.changes.bodies import changes_of_bodies, changes_of_sources
from queries.changes.change import Changed, Release, grouped
from queries.changes.edition import Edition
from queries.changes.findings import changes_of_findings
from queries.changes.statements import changes_of_statements
from queries.wording import day


def between(old: Edition, new: Edition) -> Changed:
    """What the release ``new`` says otherwise than ``old``, worded. The same two give the same sentences."""
    statements, unchanged = changes_of_statements(old, new)
    found = [*changes_of_bodies(old, new), *changes_of_sources(old, new), *statements]
    life = None
    notes = _notes(old, new)
    if old.findings is not None and new.findings is not None:
        findings, life = changes_of_findings(old, new, statements)
        found += findings
        cut = sorted(old.findings.truncated | new.findings.truncated)
        notes += [
            f"The question '{name}' has more answers than are kept: its findings are not compared whole."
            for name in cut
        ]
    return Changed(
        Release(old.id, old.as_at.isoformat()),
        Release(new.id, new.as_at.isoformat()),
        grouped(found),
        tuple(notes),
        life,
        unchanged,
    )


def _notes(old: Edition, new: Edition) -> list[str]:
    notes = []
    if new.as_at < old.as_at:
        notes.append(
            f"The release named first is the later one: it is as at {day(old.as_at)}, the other as at "
            f"{day(new.as_at)}."
        )
    lacking = [each.lacking for each in (old, new) if each.findings is None]
    if lacking:
        notes += [*dict.fromkeys(lacking), "So bodies and statements are compared, and findings are not."]
    return notes
