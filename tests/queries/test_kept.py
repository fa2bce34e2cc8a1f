"""Today's findings as kept on disk: the same as asked anew; never those of another day, release or
catalogue.
"""

from __future__ import annotations

import dataclasses
import datetime
import json
from pathlib import Path

import pytest

from loaders.store.connection import Store
from queries.findings import all_findings, whole
from queries.kept import findings_today
from tests.conftest import TestStore, limited
from tests.queries.landscapes import AFTER, WITHIN
from tests.queries.test_findings import landscape  # noqa: F401

RELEASE = "2024-01-01-abc"


def test_what_comes_back_is_what_was_asked(landscape: Store, tmp_path: Path) -> None:  # noqa: F811
    asked = findings_today(landscape, RELEASE, AFTER, tmp_path)
    kept = findings_today(landscape, RELEASE, AFTER, tmp_path)
    assert asked.findings
    assert dataclasses.asdict(kept) == dataclasses.asdict(asked)
    assert kept == asked == whole(*all_findings(landscape, AFTER))


def test_nothing_is_asked_again_for_the_same_day(landscape: Store, store: TestStore, tmp_path: Path) -> None:  # noqa: F811
    asked = findings_today(landscape, RELEASE, AFTER, tmp_path)
    store.replace()
    assert findings_today(store.store, RELEASE, AFTER, tmp_path) == asked


@pytest.mark.parametrize("change", ["day", "release", "catalogue", "damage"])
def test_any_change_asks_anew(landscape: Store, store: TestStore, tmp_path: Path, change: str) -> None:  # noqa: F811
    day: datetime.date = AFTER
    findings_today(landscape, RELEASE, day, tmp_path)
    store.replace()
    file = tmp_path / "findings" / "today.json"
    kept = json.loads(file.read_text(encoding="utf-8"))
    if change == "catalogue":
        file.write_text(json.dumps({**kept, "catalogue": "another"}), encoding="utf-8")
    elif change == "damage":
        file.write_text(file.read_text(encoding="utf-8")[:-9], encoding="utf-8")
    release = "another" if change == "release" else RELEASE
    assert findings_today(store.store, release, WITHIN if change == "day" else day, tmp_path).findings == []


def test_a_folder_that_cannot_be_written_only_costs_time(landscape: Store, tmp_path: Path) -> None:  # noqa: F811
    blocked = tmp_path / "file"
    blocked.write_text("", encoding="utf-8")
    assert findings_today(landscape, RELEASE, AFTER, blocked) == whole(*all_findings(landscape, AFTER))


@pytest.mark.parametrize("then", [WITHIN, AFTER])
def test_a_later_day_is_answered_as_if_asked_anew(
    landscape: Store,  # noqa: F811
    tmp_path: Path,
    then: datetime.date,
) -> None:
    findings_today(landscape, RELEASE, then, tmp_path)
    later = AFTER + datetime.timedelta(days=40)
    assert findings_today(landscape, RELEASE, later, tmp_path) == whole(*all_findings(landscape, later))


def test_a_later_day_asks_nothing_where_no_date_lies_between(
    landscape: Store,  # noqa: F811
    store: TestStore,
    tmp_path: Path,
) -> None:
    asked = findings_today(landscape, RELEASE, AFTER, tmp_path)
    store.replace()
    later = findings_today(store.store, RELEASE, AFTER + datetime.timedelta(days=40), tmp_path)
    assert [each.id for each in later.findings] == [each.id for each in asked.findings] != []


def test_what_was_cut_is_kept_as_such(landscape: Store, store: TestStore, tmp_path: Path) -> None:  # noqa: F811
    asked = findings_today(limited(landscape, query_row_limit=1), RELEASE, AFTER, tmp_path)
    assert asked.cut
    assert f"“{asked.cut[0]}”" in asked.note
    store.replace()
    assert findings_today(store.store, RELEASE, AFTER, tmp_path) == asked
