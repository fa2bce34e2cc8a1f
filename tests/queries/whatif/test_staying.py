"""What does not pass on with a body: history, opinion, its own accounts, and ties with a part."""

from __future__ import annotations

import pytest

from tests.queries.whatif.reforming import ended, moved, reformed, said

WHOLE = {"operation": "transfer", "target": "watcher", "to": "parent"}
MERGER = {"operation": "merge", "target": "watcher", "to": "parent"}
END = {"operation": "abolish", "target": "watcher"}

RESPONSE = {"flows_1": {"answers": "recommendations-1"}}
NAMED = {"applicability_1": {"object": "watcher"}}
HELD = {"functions_1": {"basis": "authors-argument"}}
NOT_SAID = {"functions_1": {"lifecycle": ""}}
ACCOUNT = {"reporting_1": {"force": "none", "instrument": "", "event": ""}}


@pytest.mark.parametrize("part", [{"function": "assure"}, {"over": "trusts"}, {"topic": "safety"}])
def test_ties_stay_also_where_only_a_part_passes_on(part: dict[str, str]) -> None:
    change = {"ties_1": {"tie": "chairs"}}
    result = reformed({**WHOLE, **part}, **change)
    assert "functions-1" in moved(result)
    assert "ties-1" in result.arrangements("watcher")


@pytest.mark.parametrize(
    ("statement", "change", "why"),
    [
        ("flows-1", RESPONSE, "what happened once"),
        ("applicability-1", NAMED, "how an instrument sets up or names one body"),
        ("functions-1", HELD, "what its author holds"),
        ("functions-1", NOT_SAID, "what no source says is in operation"),
        ("reporting-1", ACCOUNT, "what the body reports of itself"),
    ],
)
def test_what_is_history_opinion_or_its_own_account_does_not_pass_on_and_is_listed(
    statement: str, change: dict[str, dict[str, str]], why: str
) -> None:
    result = reformed(WHOLE, **change)
    assert statement not in moved(result)
    told = statement == "functions-1"
    assert (statement in ended(result, "with the body")) is told
    assert (statement in result.arrangements("watcher")) is not told
    assert said(result, why)
    assert statement in moved(reformed(WHOLE)) or statement == "applicability-1"


def test_a_response_to_a_recommendation_was_given_whatever_becomes_of_the_body() -> None:
    for operation in (MERGER, END):
        result = reformed(operation, **RESPONSE)
        assert "flows-1" not in moved(result) | {each.statement for each in result.ended}
        assert said(result, "what happened once")
    assert "flows-1" in moved(reformed(MERGER))  # feedback on what is reported goes on


@pytest.mark.parametrize(
    ("statement", "change"), [("applicability-1", NAMED), ("functions-1", HELD), ("functions-1", NOT_SAID)]
)
def test_what_sets_up_the_body_or_was_held_of_it_ends_with_it_and_leaves_no_task(
    statement: str, change: dict[str, dict[str, str]]
) -> None:
    for operation in (MERGER, END):
        result = reformed(operation, **change)
        assert statement in ended(result, "with the body")
        assert statement not in moved(result)


def test_what_a_body_reports_of_itself_is_cut_when_it_ends() -> None:
    result = reformed({"operation": "transfer", "target": "watcher", "to": "watchers"}, {**END}, **ACCOUNT)
    assert "reporting-1" not in moved(result)
    assert "reporting-1" in ended(result, "no receiver")
    told = {"reporting_1": {**ACCOUNT["reporting_1"], "subject": "trusts", "object": "watcher"}}
    assert "reporting-1" in moved(reformed(WHOLE, **told))


def test_several_receivers_do_not_leave_history_without_a_holder() -> None:
    other = {"operation": "transfer", "target": "watcher", "to": "watchers"}
    result = reformed(WHOLE, other, **RESPONSE, **NAMED)
    assert "ties-1" in result.arrangements("watcher")
    assert not {"flows-1", "applicability-1"} & ended(result, "receiver not said")
