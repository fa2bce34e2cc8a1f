"""Today's findings, kept beside the release so that the next start need not ask every question again.

They are kept for one release and one catalogue: a change of either asks anew. They serve a later day too
where no date on which an answer could change lies between the two. A file that cannot be read or written
only costs that time.
"""

from __future__ import annotations

import contextlib
import dataclasses
import datetime
import json
import os
from collections.abc import Mapping
from pathlib import Path
from types import UnionType
from typing import Any, Union, get_args, get_origin, get_type_hints

from loaders.store.connection import Store
from queries import catalogue
from queries.finding import Finding
from queries.findings import AllFindings, all_findings, whole
from queries.lookups import look_up

FORMAT = 2
_DATE = "date:"


def findings_today(store: Store, release: str, today: datetime.date, data_folder: Path) -> AllFindings:
    """All findings of the release as at ``today``, most serious first. Raises as ``ask`` does."""
    questions = catalogue.load()
    wanted = {"format": FORMAT, "release": release, "catalogue": questions.version}
    file = data_folder / "findings" / "today.json"
    kept = _read(file, wanted)
    if kept is not None and _still_so(store, kept[0], today):
        return dataclasses.replace(kept[1], findings=[_dated(each, today) for each in kept[1].findings])
    found = whole(*all_findings(store, today, questions))
    _write(file, {**wanted, "as_at": today.isoformat()}, found)
    return found


def _still_so(store: Store, then: datetime.date, today: datetime.date) -> bool:
    """Whether every answer of ``then`` is that of ``today``."""
    return then == today or (then < today and not look_up(store, "dates_between", first=then, last=today))


def _dated(finding: Finding, today: datetime.date) -> Finding:
    now, *earlier = finding.answers
    return dataclasses.replace(finding, answers=(dataclasses.replace(now, as_at=today), *earlier))


def _read(file: Path, wanted: Mapping[str, Any]) -> tuple[datetime.date, AllFindings] | None:
    """The day of the findings in ``file`` and they themselves; None where they are not what is ``wanted``."""
    try:
        kept = json.loads(file.read_text(encoding="utf-8"))
        if any(kept.get(name) != value for name, value in wanted.items()):
            return None
        date = datetime.date.fromisoformat(kept["as_at"])
        return date, AllFindings([_made(Finding, each) for each in kept["findings"]], tuple(kept["cut"]))
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return None


def _write(file: Path, wanted: Mapping[str, Any], found: AllFindings) -> None:
    beside = file.with_suffix(f".{os.getpid()}.part")
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        text = json.dumps({**wanted, **_plain(found)}, ensure_ascii=False)
        beside.write_text(text, encoding="utf-8")
        beside.replace(file)
    except OSError:
        with contextlib.suppress(OSError):
            beside.unlink()


def _plain(value: Any) -> Any:
    """The value in JSON's own types; a date is marked, so that it comes back as one."""
    if isinstance(value, datetime.date):
        return _DATE + value.isoformat()
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        return {each.name: _plain(getattr(value, each.name)) for each in dataclasses.fields(value)}
    if isinstance(value, Mapping):
        return {name: _plain(each) for name, each in value.items()}
    if isinstance(value, list | tuple):
        return [_plain(each) for each in value]
    return value


def _made(kind: Any, value: Any) -> Any:
    """``value`` of ``_plain`` as a ``kind``. Raises KeyError, TypeError, ValueError on another shape."""
    if isinstance(value, str) and value.startswith(_DATE):
        return datetime.date.fromisoformat(value[len(_DATE) :])
    if value is None:
        return None
    origin, parts = get_origin(kind), get_args(kind)
    if origin in (Union, UnionType):
        return _made(next(part for part in parts if part is not type(None)), value)
    if dataclasses.is_dataclass(kind) and isinstance(kind, type):
        hints = get_type_hints(kind)
        return kind(
            **{each.name: _made(hints[each.name], value[each.name]) for each in dataclasses.fields(kind)}
        )
    if origin is tuple:
        return tuple(_made(parts[0], each) for each in value)
    if isinstance(value, list):
        return [_made(Any, each) for each in value]
    if isinstance(value, dict):
        return {name: _made(Any, each) for name, each in value.items()}
    return value
