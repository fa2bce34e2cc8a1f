"""The outcome of a what-if on a page: grouped measures, before and after, nothing said that is not there."""

from __future__ import annotations

import dataclasses
import datetime

from app import reforms
from queries.whatif import report
from queries.whatif.measures import Measure
from queries.whatif.outcome import Change, Line, Outcome, Tried
from tests.app.examples import claim

DAY = datetime.date(2026, 11, 25)


def measure(identifier: str, reference: str | None, by: str = "dash-review") -> Measure:
    """A measure that moves nothing."""
    return Measure(identifier, f"Do {identifier}.", "proposed", reference, None, None, by, (), ())


def outcome(**lists: object) -> Outcome:
    """An outcome that says nothing but these lists."""
    given = {each.name: () for each in dataclasses.fields(Outcome)}
    return Outcome(**{**given, "release": "r", "as_at": DAY, "modelled": True, **lists})  # type: ignore[arg-type]


def change(title: str, **more: object) -> Change:
    """A finding that changes."""
    return Change("q--a", "q", "gap", title, "yes", DAY, "low", **more)  # type: ignore[arg-type]


def test_measures_stand_under_the_recommendation_that_puts_them_forward() -> None:
    made = [
        measure("x", None),
        measure("b", "Recommendation 10"),
        measure("a", "Recommendation 2"),
        measure("r", "Recommendation 2", "another-issuer"),
        measure("n", None),
    ]
    groups = reforms.grouped(made, ["n"])
    assert [(name, [each.id for each in found]) for name, found in groups] == [
        ("Recommendation 2", ["a"]),
        ("Recommendation 10", ["b"]),
        ("NHS England into the department", ["n"]),
        ("Other measures", ["x", "r"]),
    ]


def test_what_goes_is_linked_and_what_comes_has_no_page_yet() -> None:
    made = reforms.before_and_after(
        outcome(
            gaps_closed=(change("Filled gap"),),
            lapsed=(change("Old gap", falls_away=True), change("Theirs", passes_to="B")),
            overlaps_made=(change("New overlap"),),
            moved=(change("B is asked", instead="A is asked"),),
        )
    ).text
    assert "5 findings" in made
    assert made.count("would no longer be found") == 2
    assert 'href="/finding?of=q--a&amp;as-at=2026-11-25">Old gap' in made
    assert "what it rests on would end" in made
    assert "would pass to B" in made
    assert "Not found" in made
    assert ">New overlap" not in made.replace("would come about", "")[: made.index("Not found")]
    assert made.index("A is asked") < made.index("B is asked")


def test_a_line_on_record_leads_to_its_passage() -> None:
    lines = (Line("a", "Ward oversees trust.", "Report, 1.2 s3"), Line("new", "B does it.", ""))
    made = dict(reforms.lists(outcome(orphaned=lines), {"a": claim()}))
    shown = made["Duties and functions left without anybody (2)"].text
    assert 'href="https://example.org/r"' in shown
    assert "<li>B does it.</li>" in shown
    assert made["Reporting lines cut (none on record)"].text == "<p>None on record.</p>"


def test_what_is_not_modelled_never_reads_as_no_effect() -> None:
    made = reforms.export(outcome(modelled=False, unsaid=("Nothing moves.",)), "What if", ["m"])
    assert dict(made.facts)["In short"].startswith("Not modelled.")
    assert ("What the model cannot say", "Nothing moves.") in made.rows
    assert made.name == "what-if--m--as-at-2026-11-25--release-r"


def test_a_measure_on_what_is_not_on_record_yet_says_so_and_not_that_it_moves_nothing() -> None:
    tried = Tried("m", "Merge A into B.", "proposed", None, "", ("merge: A into B",))
    words = report.headline(outcome(modelled=False, measures=(tried,)))
    assert words.startswith("Not modelled as at 25 November 2026. These measures move a body")


def test_the_link_names_everything_that_was_chosen_and_the_day() -> None:
    assert reforms.permalink(["a", "b"], "s", DAY) == [
        ("scenario", "s"),
        ("m", "a"),
        ("m", "b"),
        ("as-at", "2026-11-25"),
    ]
