"""Where a body is recorded, once it or the board of its area has closed."""

from __future__ import annotations

from queries import catalogue
from queries.asking import ask
from tests.conftest import TestStore
from tests.queries.landscapes import AFTER, FIRST, WITHIN, Landscape

QUESTION = catalogue.load().question("recorded-area")


def test_a_body_that_closed_is_listed_as_ended_with_what_followed_it(store: TestStore) -> None:
    land = Landscape()
    land.things("Body", "region", "later", "watcher")
    land.things("Body", "board", closed=WITHIN)
    land.say("area", "tie", "board", "region", by="watcher", tie="in-area-of", known_to=WITHIN, ended=True)
    land.say("passing", "succession", "board", "later", by="watcher", valid_from=WITHIN)
    store.replace(land.nodes.values(), land.edges)
    (before,) = ask(store.store, QUESTION, FIRST, {"body": "board"}).rows
    assert (before["state"], before["went_to"]) == ("recorded", [])
    (after,) = ask(store.store, QUESTION, AFTER, {"body": "board"}).rows
    assert (after["state"], after["closed"], after["went_to"]) == ("ended: it has closed", WITHIN, ["Later"])
