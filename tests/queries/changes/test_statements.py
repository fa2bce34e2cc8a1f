"""Bodies and statements between two real releases: what happened, and in which words."""

from __future__ import annotations

from pathlib import Path

from tests.queries.changes.releases import compared, only, rows, sorts, without


def test_a_release_compared_with_itself_has_no_changes(tmp_path: Path) -> None:
    changed = compared(tmp_path, rows(), rows())
    assert not changed
    assert changed.unchanged_statements > 20
    assert "run.py load" in changed.notes[0]


def test_a_statement_that_ended_is_told_apart_from_one_that_was_withdrawn(tmp_path: Path) -> None:
    old, new = rows(), without(rows(functions_1={"valid_to": "2025-01-31"}), "ties-1")
    changed = compared(tmp_path, old, new)
    assert sorts(changed) == [("statement", "ended", 1), ("statement", "withdrawn", 1)]
    ended = only(changed, "statement", "ended")
    assert ended.text.startswith("Until 31 January 2025: What functions say. [The report, 2 s")
    assert ended.details == ()
    withdrawn = only(changed, "statement", "withdrawn")
    assert withdrawn.text.startswith("What ties say.")
    assert withdrawn.gone
    assert "Until" not in withdrawn.text
    [group] = [each for each in changed.groups if each.happened == "withdrawn"]
    assert "no end is known" in group.note


def test_a_change_names_the_respect_in_the_words_of_readers(tmp_path: Path) -> None:
    changed = compared(tmp_path, rows(), rows(duties_1={"strength": "may", "condition": "if asked"}))
    change = only(changed, "statement", "changed")
    assert 'How strongly it is worded: now "may"; before, "should".' in change.details
    assert 'Condition: now "if asked"; before, not stated.' in change.details
    assert "(Condition: if asked)" in change.text


def test_a_remark_for_curators_is_no_change(tmp_path: Path) -> None:
    assert not compared(tmp_path, rows(), rows(duties_1={"note": "Another note"}))


def test_a_party_that_comes_to_dispute_is_named_with_what_it_says(tmp_path: Path) -> None:
    changed = compared(tmp_path, without(rows(), "dispute"), rows())
    change = only(changed, "statement", "changed")
    assert "New: Trusts heard disputes it: They say no." in change.details
    assert "Disputed by a party." in change.details


def test_what_was_not_checked_is_not_compared_until_it_is(tmp_path: Path) -> None:
    unverified = rows(duties_1={"verification": "unverified"})
    changed = compared(tmp_path, unverified, rows())
    assert sorts(changed) == [("statement", "new", 1)]
    assert only(changed, "statement", "new").details == ("It was waiting to be checked at its source.",)
    back = only(compared(tmp_path, rows(), unverified), "statement", "withdrawn")
    assert back.details == ("It is back among those that wait to be checked.",)


def test_a_succession_is_one_sentence_with_its_day_and_its_place(tmp_path: Path) -> None:
    changed = compared(tmp_path, without(rows(), "successions-1"), rows())
    change = only(changed, "body", "succeeded")
    assert change.text.startswith("From 1 January 2024, Forerunner ")
    assert change.text.endswith("]")
    assert change.details == ("Its last day was 31 December 2023.",)
    assert change.statements == ("successions-1",)


def test_a_conditional_succession_is_no_event(tmp_path: Path) -> None:
    conditional = rows(successions_1={"condition": "if Parliament approves"})
    changed = compared(tmp_path, without(rows(), "successions-1"), conditional)
    assert sorts(changed) == [("statement", "new", 1)]


def test_a_body_that_closed_has_its_last_day_and_no_invented_heir(tmp_path: Path) -> None:
    changed = compared(tmp_path, rows(parent={"closed": ""}), rows(parent={"closed": "2025-01-31"}))
    change = only(changed, "body", "closed")
    assert change.text == "From 1 February 2025, there is no Parent: its last day was 31 January 2025."
    assert change.details == ("What it passed on, and to whom, is not on record.",)
    to_come = only(compared(tmp_path, rows(parent={"closed": ""}), rows()), "body", "closed")
    assert to_come.text == "Parent is to close: its last day is given as 1 January 2090."


def test_a_day_that_passes_between_two_releases_is_told(tmp_path: Path) -> None:
    dates = {"closed": "2025-03-31"}
    later = {"published": "2025-06-01", "confirmed_to": "2025-06-01"}
    changed = compared(tmp_path, rows(parent=dates), rows(parent=dates, report=later))
    change = only(changed, "body", "closed")
    assert change.text.startswith("From 1 April 2025, there is no Parent")
    assert any("has passed since" in each for each in change.details)
    source = only(changed, "source", "changed")
    assert source.text == (
        "The report vouches for what it says until 1 June 2025; before, until 13 February 2025."
    )


def test_new_names_and_new_bodies_are_told(tmp_path: Path) -> None:
    old, new = rows(), rows(watcher={"name": "Night Watcher"})
    new["organisations"].append(
        {"id": "late", "name": "Late", "thing": "body", "kind": "other", "opened": "2025-02-10"}
    )
    new["organisations"].append({"id": "early", "name": "Early", "thing": "body", "kind": "other"})
    later = {"published": "2025-02-13"}
    old["sources"][0].update({**later, "published": "2025-02-01"})
    changed = compared(tmp_path, old, new)
    assert only(changed, "body", "changed").text == "Watcher is now on record as Night Watcher."
    assert only(changed, "body", "opened").text == "From 10 February 2025, there is Late."
    assert only(changed, "body", "recorded").text == "Early is on record for the first time."
