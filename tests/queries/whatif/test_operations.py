"""Each operation does what docs/what-if.md says, and what comes out passes the gate."""

from __future__ import annotations

from pathlib import Path

from ontology.terms import RL, load, thing_iri
from queries.whatif.measures import in_words, notation
from queries.whatif.operations import apply
from tests.queries.whatif.reforming import DAY, ended, landscape, measure, moved, reformed, said

DOES = {"oversight-1", "functions-1", "delegations-1", "commissioning-1", "duties-1"}
TELLS = {"reporting-1", "flows-1", "escalation-1"}


def test_an_abolished_body_closes_the_day_before_and_what_it_does_ends() -> None:
    result = reformed({"operation": "abolish", "target": "watcher"})
    assert ended(result, "no receiver") >= DOES | TELLS
    assert moved(result) == set()
    assert str(result.graph.value(thing_iri("watcher"), RL.closed)) == "2024-12-31"
    assert result.arrangements("watcher") == []


def test_what_moves_first_is_not_orphaned_by_the_end_of_the_body() -> None:
    result = reformed(
        {"operation": "abolish", "target": "watcher"},
        {"operation": "transfer", "target": "watcher", "to": "parent", "function": "assure"},
    )
    assert moved(result) == {"functions-1"}
    assert "functions-1" not in ended(result, "no receiver")
    assert "duties-1" in ended(result, "no receiver")


def test_what_moves_keeps_its_force_condition_and_clause_and_is_not_known_for_longer() -> None:
    result = reformed({"operation": "transfer", "target": "watcher", "to": "parent"})
    new = next(each.new for each in result.moved if each.statement == "oversight-1")
    assert new is not None
    old, copy = thing_iri("oversight-1"), thing_iri(new)
    for path in (RL.force, RL.condition, RL.instrument, RL.topic, RL.oversightKind):
        assert result.graph.value(copy, path) == result.graph.value(old, path)
    assert str(result.graph.value(copy, RL.knownTo)) == "2025-02-13"
    assert str(result.graph.value(copy, RL.subject)) == str(thing_iri("parent"))
    assert notation(result.graph, copy, RL.basis) == "forecast"


def test_a_dispute_stays_with_what_was_disputed() -> None:
    result = reformed({"operation": "transfer", "target": "watcher", "to": "parent"})
    new = next(each.new for each in result.moved if each.statement == "oversight-1")
    assert str(result.graph.value(thing_iri(str(new)), RL.contested)) == "false"
    assert str(result.graph.value(thing_iri("oversight-1"), RL.contested)) == "true"


def test_a_transfer_leaves_ties_and_what_others_said() -> None:
    result = reformed({"operation": "transfer", "target": "watcher", "to": "parent"})
    assert moved(result) == DOES | TELLS | {"handovers-1"}
    assert "ties-1" in result.arrangements("watcher")


def test_a_transfer_confined_to_a_function_moves_only_what_exercises_it() -> None:
    for function, expected in (
        ("assure", {"functions-1"}),
        ("oversee", {"oversight-1", "delegations-1"}),
        ("commission", {"commissioning-1"}),
        ("assess", {"duties-1"}),
    ):
        result = reformed(
            {"operation": "transfer", "target": "watcher", "to": "parent", "function": function}
        )
        assert moved(result) == expected
        assert said(result, "tells or is told goes along")


def test_a_transfer_confined_to_a_class_takes_in_narrower_classes_and_no_others() -> None:
    for over in ("trusts", "watchers"):
        operation = {"operation": "transfer", "target": "watcher", "to": "parent", "over": over}
        assert "functions-1" in moved(reformed(operation))
    other = reformed(
        {"operation": "transfer", "target": "watcher", "to": "parent", "over": "trusts"},
        functions_1={"object": "parent"},
        **{"delegations_1": {"object": "watchers"}},
    )
    assert "functions-1" not in moved(other)
    assert "delegations-1" not in moved(other)


def test_a_transfer_confined_to_a_topic_leaves_other_topics() -> None:
    for topic, expected in (("safety", True), ("quality", False)):
        result = reformed({"operation": "transfer", "target": "watcher", "to": "parent", "topic": topic})
        assert ("functions-1" in moved(result)) is expected
    assert said(result, "nothing recorded moves by this part")


def test_several_receivers_without_a_division_get_nothing() -> None:
    result = reformed(
        {"operation": "transfer", "target": "watcher", "to": "parent"},
        {"operation": "transfer", "target": "watcher", "to": "watchers"},
    )
    assert moved(result) == set()
    assert ended(result, "receiver not said") >= DOES
    assert {each.receivers for each in result.ended} == {("parent", "watchers")}
    assert said(result, "is not said: none of them is given any")


def test_a_part_that_is_given_to_several_is_given_to_none_of_them() -> None:
    one = {"operation": "transfer", "target": "watcher", "to": "parent", "function": "assure"}
    for other in ({**one, "to": "watchers"}, {**one, "to": "watchers", "over": "trusts"}):
        result = reformed(one, other)
        assert moved(result) == set()
        assert ended(result, "receiver not said") == {"functions-1"}
        assert [each.receivers for each in result.ended] == [("parent", "watchers")]
        assert said(result, "Which of Parent and Watchers takes on")
        assert not said(result, "nothing recorded moves")
    apart = reformed(one, {**one, "to": "watchers", "function": "assess"})
    assert moved(apart) == {"functions-1", "duties-1"}


def test_what_is_recorded_of_a_wider_class_is_named_and_left() -> None:
    operation = {"operation": "transfer", "target": "watcher", "to": "parent", "function": "assure"}
    result = reformed({**operation, "over": "trusts"}, functions_1={"object": "watchers"})
    assert moved(result) == set()
    assert said(result, "of the wider class it is: What functions say.")
    assert not said(result, "nothing recorded moves")
    other = reformed({**operation, "over": "trusts", "function": "train"})
    assert said(other, "nothing recorded moves by this part")


def test_a_part_that_went_with_the_whole_is_not_said_to_be_missing() -> None:
    whole = {"operation": "transfer", "target": "watcher", "to": "parent"}
    result = reformed(whole, {**whole, "function": "assure"})
    assert "functions-1" in moved(result)
    assert not said(result, "nothing recorded moves")


def test_a_merger_moves_everything_and_ends_what_would_join_a_body_to_itself() -> None:
    result = reformed(
        {"operation": "merge", "target": "watcher", "to": "parent"}, ties_1={"object": "parent"}
    )
    assert moved(result) >= DOES | TELLS
    assert ended(result, "to itself") == {"ties-1"}
    assert str(result.graph.value(thing_iri("log"), RL.operator)) == str(thing_iri("parent"))
    assert result.graph.value(thing_iri("watcher"), RL.closed) is not None


def test_what_does_not_hold_of_a_body_goes_with_the_whole_of_it_and_not_with_a_part() -> None:
    change = {"duties_1": {"polarity": "does-not-hold"}}
    whole = reformed({"operation": "merge", "target": "watcher", "to": "parent"}, **change)
    assert "duties-1" in moved(whole)
    part = reformed(
        {"operation": "transfer", "target": "watcher", "to": "parent", "function": "assess"}, **change
    )
    assert moved(part) == set()
    none = reformed({"operation": "abolish", "target": "watcher"}, **change)
    assert ended(none, "with the body") == {"duties-1"}


def test_what_the_other_body_has_already_is_not_said_twice() -> None:
    before = landscape()
    apply(
        before,
        [measure("x", {"operation": "transfer", "target": "watcher", "to": "parent", "function": "assure"})],
    )
    new = before.moved[0].new
    assert new is not None
    again = landscape()
    graph = again.graph
    for path, value in before.graph.predicate_objects(thing_iri(new)):
        graph.add((thing_iri("parents-own"), path, value))
    apply(
        again,
        [measure("y", {"operation": "transfer", "target": "watcher", "to": "parent", "function": "assure"})],
    )
    assert [each.new for each in again.moved] == [None]


def test_the_parts_of_a_split_get_what_is_said_to_be_theirs() -> None:
    result = reformed(
        {"operation": "split", "target": "watcher", "to": "parent", "function": "assure"},
        {"operation": "split", "target": "watcher", "to": "watchers"},
    )
    assert moved(result) == {"functions-1"}
    assert "duties-1" in ended(result, "receiver not said")
    assert result.graph.value(thing_iri("watcher"), RL.closed) is not None


def test_a_new_body_opens_on_the_day_and_can_take_something_on() -> None:
    result = reformed(
        {"operation": "create", "target": "council", "new_name": "Council"},
        {"operation": "transfer", "target": "watcher", "to": "council", "function": "assure"},
    )
    assert str(result.graph.value(thing_iri("council"), RL.opened)) == DAY.isoformat()
    assert moved(result) == {"functions-1"}


def test_a_renamed_body_stays_findable_by_its_old_name() -> None:
    result = reformed({"operation": "rename", "target": "watcher", "new_name": "Overseer"})
    names = {str(each) for each in result.graph.objects(thing_iri("watcher"), RL.otherNames)}
    assert "Watcher" in names
    assert moved(result) == ended(result, "no receiver") == set()


def test_a_delegation_is_recorded_and_leaves_accountability_open() -> None:
    result = reformed({"operation": "delegate", "target": "commissioning-1", "to": "parent"}, **{})
    assert moved(result) == {"commissioning-1"}
    assert result.added == []  # which function it is the statement does not say
    assert said(result, "Which function")
    named = reformed(
        {"operation": "delegate", "target": "commissioning-1", "to": "parent", "function": "commission"}
    )
    assert len(named.added) == 1
    assert said(named, "Who stays accountable")


def test_a_delegation_on_record_stays_and_nobody_is_given_power_over_itself() -> None:
    result = reformed(
        {"operation": "delegate", "target": "watcher", "to": "trusts", "function": "oversee"},
    )
    assert {"delegations-1", "oversight-1"} <= set(result.arrangements("watcher"))
    assert moved(result) == set()
    assert result.ended == []
    assert said(result, "delegated to Trusts already: What delegations say.")
    assert said(result, "about Trusts itself: What oversight say.")
    elsewhere = reformed(
        {"operation": "delegate", "target": "watcher", "to": "parent", "function": "oversee"}
    )
    assert moved(elsewhere) == {"oversight-1"}
    named = reformed({"operation": "delegate", "target": "delegations-1", "to": "parent"})
    assert (moved(named), named.added) == (set(), [])
    assert said(named, "is a delegation already")


def test_a_body_delegates_nothing_where_no_function_is_named() -> None:
    for part in ({}, {"over": "trusts"}):
        result = reformed({"operation": "delegate", "target": "watcher", "to": "parent", **part})
        assert not result.differs
        assert said(result, "Which function Watcher delegates is not said")


def test_a_new_host_takes_the_place_of_the_old_one() -> None:
    result = reformed(
        {"operation": "change-host", "target": "watcher", "to": "parent"},
        ties_1={"subject": "trusts", "object": "watcher", "tie": "hosts"},
    )
    assert ended(result, "replaced") == {"ties-1"}
    assert len(result.added) == 1


def test_whether_a_body_goes_on_answering_to_the_other_is_not_assumed() -> None:
    change = {"ties_1": {"subject": "watcher", "object": "trusts", "tie": "accountable-to"}}
    operation = {"operation": "change-accountability", "target": "watcher", "to": "parent"}
    open_ = reformed(operation, **change)
    assert "ties-1" in open_.arrangements("watcher")
    assert said(open_, "goes on answering")
    named = reformed({**operation, "from_": "trusts"}, **change)
    assert ended(named, "replaced") == {"ties-1"}


def test_the_line_that_is_named_ends_also_where_the_new_one_is_there() -> None:
    ties = {"ties_1": {"subject": "watcher", "object": "trusts", "tie": "accountable-to"}}
    operation = {"operation": "change-accountability", "target": "watcher", "to": "parent"}
    result = reformed(operation, {**operation, "from_": "trusts"}, **ties)
    assert ended(result, "replaced") == {"ties-1"}
    assert len(result.added) == 1
    wrong = reformed({**operation, "from_": "watchers"}, **ties)
    assert wrong.ended == []
    assert said(wrong, "That Watcher answers to Watchers is not on record")


def test_a_host_that_is_wrongly_named_cannot_be_replaced() -> None:
    ties = {"ties_1": {"subject": "trusts", "object": "watcher", "tie": "hosts"}}
    operation = {"operation": "change-host", "target": "watcher", "to": "parent", "from_": "watchers"}
    wrong = reformed(operation, **ties)
    assert not wrong.differs
    assert said(wrong, "cannot be followed: Trusts is on record as its host, and not Watchers")
    unknown = reformed(operation)
    assert len(unknown.added) == 1
    assert said(unknown, "That Watchers hosts Watcher is not on record")
    right = reformed({**operation, "from_": "trusts"}, **ties)
    assert ended(right, "replaced") == {"ties-1"}


def test_a_remit_changes_only_where_function_and_class_are_said() -> None:
    vague = reformed({"operation": "change-remit", "target": "watcher", "function": "inspect"})
    assert vague.added == []
    assert said(vague, "over whom is not said")
    clear = reformed(
        {"operation": "change-remit", "target": "watcher", "function": "inspect", "over": "trusts"}
    )
    assert len(clear.added) == 1
    assert clear.added[0] in clear.arrangements("watcher")


def test_a_post_is_only_said() -> None:
    result = reformed({"operation": "create-role", "target": "watcher"})
    assert result.added == []
    assert said(result, "A post would be made")


def test_what_rests_on_an_instrument_ends_with_it() -> None:
    result = reformed({"operation": "end-instrument", "target": "guide"})
    assert ended(result, "instrument") >= DOES | {"applicability-1"}
    assert str(result.graph.value(thing_iri("guide"), RL.inForceTo)) == "2024-12-31"


def test_what_replaces_an_instrument_is_not_taken_to_say_the_same() -> None:
    result = reformed({"operation": "replace-instrument", "target": "guide"})
    assert ended(result, "instrument") >= DOES
    assert said(result, "takes the place")


def test_an_instrument_that_was_there_before_takes_no_place_that_the_gate_would_refuse() -> None:
    result = reformed({"operation": "replace-instrument", "target": "guide", "to": "old-guide"})
    assert ended(result, "instrument") >= DOES
    assert said(result, "is on record from before the day of the change")


def test_a_new_duty_is_an_expectation_until_its_words_are_law() -> None:
    result = reformed({"operation": "add-duty", "target": "watcher", "function": "train", "over": "trusts"})
    (added,) = result.added
    assert notation(result.graph, thing_iri(added), RL.modality) == "expectation"
    assert said(result, "not for a duty in law")


def test_a_duty_is_dropped_only_where_it_is_said_which() -> None:
    assert ended(reformed({"operation": "drop-duty", "target": "duties-1"}), "dropped") == {"duties-1"}
    confined = reformed({"operation": "drop-duty", "target": "watcher", "function": "assess"})
    assert ended(confined, "dropped") == {"duties-1"}
    vague = reformed({"operation": "drop-duty", "target": "watcher"})
    assert ended(vague, "dropped") == set()
    assert said(vague, "Which of the duties")


def test_what_is_unverified_ended_or_only_proposed_is_left_alone() -> None:
    for change in (
        {"verification": "unverified"},
        {"lifecycle": "proposed", "force": "none", "instrument": ""},
        {"valid_to": "2024-11-01"},
    ):
        result = reformed({"operation": "abolish", "target": "watcher"}, functions_1=change)
        assert "functions-1" not in ended(result, "no receiver")


def test_a_task_that_passes_to_many_has_nobody_for_the_whole() -> None:
    result = reformed({"operation": "transfer", "target": "watcher", "to": "watchers", "function": "assure"})
    assert said(result, "each of many would do")


def test_a_measure_without_operations_is_not_modelled() -> None:
    result = landscape()
    apply(result, [measure("talk")])
    assert said(result, "Not modelled: Do talk.")
    assert not (result.moved or result.ended or result.added)


def test_what_an_operation_rests_on_is_told_with_it() -> None:
    graph = landscape().graph
    reading = "That it is the parent is our reading"
    one = measure("one", {"operation": "merge", "target": "watcher", "to": "parent", "note": reading})
    assert in_words(one.operations[0], graph) == f"merge: Watcher, to Parent. Note: {reading}"
    bare = measure("bare", {"operation": "merge", "target": "watcher", "to": "parent"})
    assert in_words(bare.operations[0], graph) == "merge: Watcher, to Parent"


def test_every_operation_of_the_scheme_is_described(checkout: Path) -> None:
    page = (checkout / "docs" / "what-if.md").read_text(encoding="utf-8")
    for each in load().schemes["operation"]:
        assert f"| `{each}` |" in page
