"""Waived findings are marked and counted apart; what has expired does not count; no finding is left out."""

from __future__ import annotations

import datetime
import json
from pathlib import Path

import pytest

from loaders.errors import ToolError
from loaders.sources.waivers import WAIVERS, Waiver
from loaders.store.connection import Store
from queries import findings
from queries.waivers import counted, unmatched, unmatched_beside, waived, waiver_words
from tests.queries.landscapes import AFTER, WITHIN
from tests.queries.test_findings import DENIES, ID, landscape  # noqa: F401

DAY = datetime.timedelta(days=1)
RELEASE = {"id": "2026-01-01-abc", "as_at": AFTER.isoformat()}


def waiver(finding: str = ID, expires: datetime.date = AFTER) -> Waiver:
    return Waiver(finding, "It is being settled.", "The board", expires, 2)


def test_a_waived_finding_says_so_and_stays_in_its_place(landscape: Store) -> None:  # noqa: F811
    _, found = findings.all_findings(landscape, WITHIN)
    marked = waived(found, [waiver(), waiver("no-such-finding")], WITHIN, AFTER)
    assert [each.id for each in marked] == [each.id for each in found]
    assert [each.id for each in marked if each.waiver is not None] == [ID]
    told = {each.id: waiver_words(each) for each in marked}
    assert told.pop(ID) == "Waived until 1 January 2026 by The board: It is being settled."
    assert set(told.values()) <= {""}
    assert counted(marked) == f"{len(found)} finding{'s' if len(found) > 1 else ''}, 1 waived"
    assert "waived" not in counted(found)


@pytest.mark.parametrize(
    ("as_at", "today", "counts"),
    [
        (WITHIN, AFTER, True),
        (AFTER + DAY, AFTER, False),  # a later day is asked for
        (WITHIN, AFTER + DAY, False),  # it has expired, whichever day is asked for
    ],
)
def test_what_has_expired_counts_on_no_day(
    landscape: Store,  # noqa: F811
    as_at: datetime.date,
    today: datetime.date,
    counts: bool,
) -> None:
    marked = waived(findings.all_findings(landscape, as_at)[1], [waiver()], as_at, today)
    assert ID in {each.id for each in marked}
    assert [each.id for each in marked if each.waiver is not None] == ([ID] if counts else [])


def test_a_waiver_of_no_finding_names_the_nearest() -> None:
    known = {ID, f"{DENIES}--boards--others"}
    [problem] = unmatched([waiver(), waiver(f"{DENIES}--boards--group")], known, "release r")
    assert (problem.file, problem.row, problem.column) == (WAIVERS, 2, "finding")
    assert f"No finding of release r has the identifier '{DENIES}--boards--group'." in problem.what
    assert problem.do == f"Did you mean '{ID}'? If the finding has been resolved, delete the row."


def test_the_findings_file_has_the_waiver_and_loses_it_when_it_ends(
    landscape: Store,  # noqa: F811
    tmp_path: Path,
) -> None:
    file = findings.write(landscape, RELEASE, tmp_path)
    plain = file.read_text(encoding="utf-8")
    findings.mark(file, [waiver()], AFTER)
    noted = {each["id"]: each["waiver"] for each in json.loads(file.read_text(encoding="utf-8"))["findings"]}
    assert noted.pop(ID) == {
        "finding": ID,
        "reason": "It is being settled.",
        "owner": "The board",
        "expires": "2026-01-01",
        "row": 2,
    }
    assert set(noted.values()) <= {None}
    findings.mark(file, [waiver()], AFTER + DAY)
    assert file.read_text(encoding="utf-8") == plain


def test_waivers_are_held_against_the_findings_file(landscape: Store, tmp_path: Path) -> None:  # noqa: F811
    nobody = waiver("no-such-finding")
    file = tmp_path / "findings" / f"{RELEASE['id']}.json"
    assert unmatched_beside(file, RELEASE["id"], [nobody]) == []
    findings.write(landscape, RELEASE, tmp_path)
    [problem] = unmatched_beside(file, RELEASE["id"], [waiver(), nobody])
    assert f"No finding of release {RELEASE['id']} has" in problem.what


def test_a_file_that_is_none_of_findings_is_told(tmp_path: Path) -> None:
    file = tmp_path / "none.json"
    file.write_text("[]", encoding="utf-8")
    with pytest.raises(ToolError, match=r"none\.json"):
        findings.mark(file, [waiver()], AFTER)
