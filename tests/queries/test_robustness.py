"""Which sources a finding would not survive losing, found by asking again without each."""

from __future__ import annotations

import datetime
import json
from collections.abc import Callable
from pathlib import Path

import pytest

from loaders.store.connection import Store
from loaders.store.tables import ReleaseTables
from queries import catalogue, findings, robustness
from queries.asking import ask
from queries.catalogue import Catalogue
from queries.findings import all_findings
from queries.leaving_out import LeavingOut
from queries.robustness import Loss, losses
from tests.conftest import TestStore, limited
from tests.queries.cases.builds import bodies, contested, stays
from tests.queries.landscapes import FIRST, LAST, WITHIN, Landscape
from tests.releases import edge, node, write_release

RELEASE = "2024-06-01-aaaaaaaaaaaa"
ALL = catalogue.load()
FEW = Catalogue(
    {
        name: ALL.question(name)
        for name in ("contested-oversight", "escalated-without-accountability", "same-function-same-class")
    },
    ALL.version,
)
"""Enough questions for what does not depend on which: each takes seconds when it is asked first."""


def filled(store: TestStore, tmp_path: Path, land: Landscape) -> tuple[Store, ReleaseTables]:
    folder = write_release(tmp_path / "releases", RELEASE, land.nodes.values(), land.edges)
    store.replace([*land.nodes.values(), node(RELEASE, "Release", format=1, as_at="2024-06-01")], land.edges)
    return store.store, ReleaseTables(folder)


def also(land: Landscape, supported: str, document: str) -> None:
    """A second document bears it out."""
    evidence = f"{supported}-evidence-2"
    land.nodes[evidence] = node(evidence, "Evidence", locator="9")
    land.edges += [edge("EVIDENCE", supported, evidence), edge("IN_DOCUMENT", evidence, document)]


def effects(
    store: TestStore, tmp_path: Path, land: Landscape, question: str, day: datetime.date = WITHIN
) -> dict[str, dict[str, str]]:
    """By finding: origin -> what becomes of it."""
    held, release = filled(store, tmp_path, land)
    found = ask(held, ALL.question(question), day).findings
    before = sorted(str(row) for row in held.read("MATCH (n) RETURN properties(n) AS p").rows)
    lost = losses(held, release, found, ALL)
    assert lost is not None
    assert sorted(str(row) for row in held.read("MATCH (n) RETURN properties(n) AS p").rows) == before
    return {name: {each.origin: each.effect for each in listed} for name, listed in lost.items()}


def two_holders(land: Landscape, document: str) -> None:
    bodies(land)
    for holder, place in (("centre", "report"), ("watcher", document)):
        land.say(f"{holder}-assures", "function", holder, "providers", function="assure", document=place)


OVERLAP = "same-function-same-class--assure--providers--safety"


def test_a_finding_falls_without_either_of_two_sources_that_it_takes_together(
    store: TestStore, tmp_path: Path
) -> None:
    land = Landscape()
    land.document("paper")
    two_holders(land, "paper")
    found = effects(store, tmp_path, land, "same-function-same-class")
    assert found == {OVERLAP: {"paper": "falls", "report": "falls"}}


def test_what_another_source_says_as_well_stands(store: TestStore, tmp_path: Path) -> None:
    land = Landscape()
    land.document("paper")
    two_holders(land, "report")
    for holder in ("centre", "watcher"):
        also(land, f"{holder}-assures", "paper")
    assert effects(store, tmp_path, land, "same-function-same-class") == {OVERLAP: {}}


def test_documents_that_repeat_one_origin_go_together(store: TestStore, tmp_path: Path) -> None:
    land = Landscape()
    land.document("echo", origin="report")
    two_holders(land, "report")
    for holder in ("centre", "watcher"):
        also(land, f"{holder}-assures", "echo")
    assert effects(store, tmp_path, land, "same-function-same-class") == {OVERLAP: {"report": "falls"}}


def test_a_dispute_that_only_one_source_reports_goes_with_it(store: TestStore, tmp_path: Path) -> None:
    land = Landscape()
    land.document("paper")
    two_holders(land, "report")
    land.position("objection", "centre-assures", "watcher", "disputes", document="paper")
    land.nodes["centre-assures"] = node(
        "centre-assures",
        "Statement",
        "FunctionAssignment",
        **{**land.nodes["centre-assures"].properties, "contested": True},
    )
    found = effects(store, tmp_path, land, "same-function-same-class")
    assert found == {OVERLAP: {"paper": "no longer contested", "report": "falls"}}


def test_where_the_answers_without_a_source_are_cut_nothing_is_said(store: TestStore, tmp_path: Path) -> None:
    land = Landscape()
    land.document("paper")
    bodies(land)
    for function, place in (("assure", "report"), ("assess", "report"), ("inspect", "paper")):
        for holder in ("centre", "watcher"):
            land.say(
                f"{holder}-{function}", "function", holder, "providers", function=function, document=place
            )
    held, release = filled(store, tmp_path, land)
    found = ask(held, ALL.question("same-function-same-class"), WITHIN).findings
    lost = losses(limited(held, query_row_limit=1), release, found, ALL)
    assert lost is not None
    fallen = {name.split("--")[1]: {each.origin: each.effect for each in lost[name]} for name in lost}
    assert fallen == {"assure": {"report": "falls"}, "assess": {"report": "falls"}}


def test_what_is_left_may_vouch_for_less_time(store: TestStore, tmp_path: Path) -> None:
    land = Landscape()
    land.document("paper", confirmed_to=FIRST)
    two_holders(land, "report")
    for holder in ("centre", "watcher"):
        also(land, f"{holder}-assures", "paper")
    found = effects(store, tmp_path, land, "same-function-same-class")
    assert found == {OVERLAP: {"report": "not known"}}


def test_what_rests_on_a_complete_list_is_not_known_without_the_list(
    store: TestStore, tmp_path: Path
) -> None:
    land = Landscape()
    land.document("register")
    stays(land)
    land.lists_completely("flow", "centre")
    land.lists_completely("flow", "boards")
    for made in [each for each in land.edges if each.type == "SOURCE"]:
        land.edges.remove(made)
        land.join("SOURCE", made.start, "register")
    found = effects(store, tmp_path, land, "feedback-not-recorded")
    (effect,) = found.values()
    assert effect["report"] == "falls"
    question = ALL.question("feedback-not-recorded")
    assert ("register" in effect) is bool(question.absence_of)


@pytest.mark.parametrize("build", [contested, stays])
def test_asking_only_what_shows_the_source_finds_the_same_as_asking_everything(
    store: TestStore, tmp_path: Path, build: Callable[[Landscape], None]
) -> None:
    land = Landscape()
    build(land)
    land.document("paper")
    land.say("beside", "function", "helper", "parts", function="inspect", document="paper")
    held, release = filled(store, tmp_path, land)
    found = all_findings(held, WITHIN, FEW)[1]
    quick = losses(held, release, found, FEW)
    leaving = LeavingOut(release)
    whole: dict[str, set[str]] = {each.id: set() for each in found}
    for origin in leaving.origins:
        without = leaving.difference(origin)
        gone = {each.id for each in without.deleted_nodes}
        kept = [each for each in land.nodes.values() if each.id not in gone]
        links = [each for each in land.edges if each.start not in gone and each.end not in gone]
        left = {each.id for each in all_findings(store.replace(kept, links), WITHIN, FEW)[1]}
        for each in found:
            if each.id not in left:
                whole[each.id].add(origin)
    assert quick is not None
    assert {name: {each.origin for each in listed} for name, listed in quick.items()} == whole


def test_it_is_kept_in_the_findings_file_and_worked_out_once(store: TestStore, tmp_path: Path) -> None:
    land = Landscape()
    two_holders(land, "report")
    held, _ = filled(store, tmp_path, land)
    there = Store(
        held.driver, held.database, type(held.settings)(**{**vars(held.settings), "data_folder": tmp_path})
    )
    release = held.release()
    assert release is not None
    file = findings.write(there, release, tmp_path)
    assert robustness.read_losses(file) == {}
    assert not robustness.work_out(there, file, stopped=lambda: True)
    assert robustness.work_out(there, file)
    expected = Loss("report", ("Report",), "Interest of the report.", "falls")
    assert robustness.read_losses(file)[OVERLAP] == (expected,)
    written = file.stat().st_mtime_ns
    assert robustness.work_out(there, file)
    assert file.stat().st_mtime_ns == written
    assert json.loads(file.read_text(encoding="utf-8"))["findings"]


def test_a_file_of_another_release_is_left_alone(store: TestStore, tmp_path: Path) -> None:
    held, _ = filled(store, tmp_path, Landscape())
    file = tmp_path / "other.json"
    content = {"release": "other", "catalogue": ALL.version, "as_at": LAST.isoformat(), "findings": []}
    file.write_text(json.dumps(content), encoding="utf-8")
    assert not robustness.work_out(held, file)
    assert "robustness" not in json.loads(file.read_text(encoding="utf-8"))
    assert not robustness.work_out(held, tmp_path / "nowhere.json")
