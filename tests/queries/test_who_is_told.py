"""In which order the question who-is-told answers, and whom it reaches."""

from __future__ import annotations

from typing import Any

from queries import catalogue
from queries.asking import ask
from tests.conftest import TestStore
from tests.queries.landscapes import WITHIN, Landscape

QUESTION = catalogue.load().question("who-is-told")


def landscape() -> Landscape:
    land = Landscape()
    land.things("Class", "trusts", "doctors", "coroners", "watchers")
    for event in ("death", "mishap"):
        land.concept("event", event)
    return land


def telling(land: Landscape, identifier: str, to: str = "watchers", **properties: Any) -> None:
    said = {"event": "death", "strength": "must", "force": "regulations", **properties}
    subject = said.pop("subject", "trusts")
    land.say(identifier, "reporting", subject, to, by="watchers", **said)
    land.join("EVENT", identifier, f"event/{said['event']}")


def answered(store: TestStore, land: Landscape, **values: str) -> list[str]:
    store.replace(land.nodes.values(), land.edges)
    return [row["claim"][0] for row in ask(store.store, QUESTION, WITHIN, values).rows]


def test_what_is_due_at_once_comes_first_and_what_has_no_time_last(store: TestStore) -> None:
    land = landscape()
    telling(land, "whenever")
    telling(land, "by-june", how_soon="by 30 June after the year")
    telling(land, "months", deadline="P2M")
    telling(land, "working-days", how_soon="five working days")
    telling(land, "days", deadline="P14D")
    telling(land, "hours", deadline="PT72H")
    telling(land, "at-once", how_soon="without delay")
    assert answered(store, land, event="death") == [
        "at-once", "hours", "working-days", "days", "months", "by-june", "whenever",
    ]  # fmt: skip


def test_of_one_time_law_comes_before_contract_policy_and_what_is_voluntary(store: TestStore) -> None:
    land = landscape()
    for force in ("voluntary", "guidance", "policy-or-framework", "contract", "statute"):
        telling(land, force, force=force, deadline="PT24H")
    assert answered(store, land, event="death") == [
        "statute", "contract", "policy-or-framework", "guidance", "voluntary",
    ]  # fmt: skip


def test_an_exception_stands_below_its_requirement(store: TestStore) -> None:
    land = landscape()
    telling(land, "later", deadline="PT24H")
    telling(land, "exception", polarity="does-not-hold")
    telling(land, "duty", how_soon="without delay")
    telling(land, "to-another", to="coroners", how_soon="without delay")
    assert answered(store, land, event="death") == ["to-another", "duty", "exception", "later"]


def test_what_a_body_is_told_stands_below_what_it_tells(store: TestStore) -> None:
    land = landscape()
    telling(land, "told", subject="watchers", to="trusts", how_soon="without delay")
    telling(land, "tells")
    assert answered(store, land, body="trusts") == ["tells", "told"]


def test_a_duty_of_those_who_work_there_is_listed_as_theirs(store: TestStore) -> None:
    land = landscape()
    telling(land, "certifying", subject="doctors", to="coroners")
    land.things("Class", "maternity-units")
    land.join("BROADER", "maternity-units", "trusts")
    assert answered(store, land, body="maternity-units") == []
    land.join("HAS_STAFF", "trusts", "doctors")
    store.replace(land.nodes.values(), land.edges)
    (row,) = ask(store.store, QUESTION, WITHIN, {"body": "maternity-units"}).rows
    assert (row["applies"], row["from_name"]) == ("laid on those who work there: Doctors", "Doctors")
