"""The life of findings between two releases, each asked in a real store."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from pathlib import Path

import pytest

from loaders.sources.waivers import Waiver
from loaders.store.tables import ReleaseTables, parameters_of
from queries import catalogue, findings
from queries.catalogue import Catalogue
from queries.changes import Changed, between, open_edition
from tests.conftest import TestStore
from tests.graphs import Rows
from tests.queries.changes.releases import built, only, rows, without
from tests.releases import MadeNode, MadeRelationship

QUESTION = "contested-oversight"
FINDING = f"{QUESTION}--watcher--trusts"


def asked(store: TestStore, folder: Path, *versions: Rows, waivers: Sequence[Waiver] = ()) -> Changed:
    """The changes between releases of these rows, each with its findings; the last has the waivers."""
    known = catalogue.load()
    few = Catalogue({QUESTION: known.question(QUESTION)}, known.version)
    editions = []
    for each in versions:
        release = built(folder, each)
        tables = ReleaseTables(release)
        store.replace(
            [MadeNode(one.id, one.labels, parameters_of(one.properties)) for one in tables.all_nodes()],
            [
                MadeRelationship(one.type, one.start, one.end, parameters_of(one.properties))
                for one in tables.all_relationships()
            ],
        )
        file = findings.write(store.store, tables.release_properties(), folder, few)
        if each is versions[-1]:
            findings.mark(file, waivers, datetime.date(2024, 1, 1))
        editions.append(open_edition(release, folder))
    return between(*editions)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path


def test_a_finding_that_is_as_it_was_is_unchanged(store: TestStore, folder: Path) -> None:
    note = rows(ties_1={"note": "Another note"})
    changed = asked(store, folder, rows(), note)
    assert changed.life == {FINDING: "unchanged"}
    assert changed.of("finding") == ()


def test_a_finding_that_was_waived_since_is_unchanged(store: TestStore, folder: Path) -> None:
    waiver = Waiver(FINDING, "It is being settled.", "The board", datetime.date(2999, 1, 1), 2)
    changed = asked(store, folder, rows(), rows(ties_1={"note": "Another note"}), waivers=[waiver])
    assert "It is being settled." in next((folder / "findings").glob(f"{changed.new.id}*")).read_text()
    assert changed.life == {FINDING: "unchanged"}
    assert changed.of("finding") == ()


def test_a_finding_is_new_with_what_it_rests_on(store: TestStore, folder: Path) -> None:
    changed = asked(store, folder, without(rows(), "dispute"), rows())
    assert changed.life == {FINDING: "new"}
    assert only(changed, "finding", "new").id == FINDING


def test_a_finding_whose_evidence_was_withdrawn_is_no_longer_made_and_not_resolved(
    store: TestStore, folder: Path
) -> None:
    change = only(asked(store, folder, rows(), without(rows(), "dispute")), "finding", "dropped")
    assert change.gone
    assert change.id == FINDING


def test_a_finding_is_resolved_by_what_ended(store: TestStore, folder: Path) -> None:
    ended = rows(oversight_1={"valid_to": "2025-02-12"})
    change = only(asked(store, folder, rows(), ended), "finding", "resolved")
    assert change.gone
    assert any("ended" in each for each in change.details)


def test_a_finding_that_is_worded_otherwise_says_how_it_was(store: TestStore, folder: Path) -> None:
    changed = asked(store, folder, rows(), rows(trusts={"name": "Hospitals"}))
    change = only(changed, "finding", "changed")
    assert any("It was worded: " in each and "Trusts" in each for each in change.details)
    assert changed.life == {FINDING: "changed"}


def test_without_a_file_of_findings_it_is_said_and_the_rest_compared(folder: Path) -> None:
    editions = [open_edition(built(folder, each), folder) for each in (rows(), without(rows(), "ties-1"))]
    changed = between(*editions)
    assert changed.life is None
    assert any("findings" in each for each in changed.notes)
    assert changed.of("statement")
