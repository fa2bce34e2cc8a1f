"""Names of places, on texts of our own in the form of both documents."""

from __future__ import annotations

import pytest

from loaders.sources import briefing, hssib_report
from loaders.sources.locators import Located

REPORT = """Investigation report

Mills and rivers

Theme:

  • Water,
  • Corn

About this report

Mills are old. Rivers are older.

Glossary

Organisational structures and roles
Oversight Watching mills. It never ends.
Safety Nobody is hurt.
Not even the cat.

Executive summary

Background

The first paragraph.

The second one. It goes on.

Findings

  • Wheels turn.
  • Wheels stop. Nobody knows why.

Safety recommendation R/2030/001:

Mend the wheel. It is the intent that it turns.

1. Background and context

1.1 The river

1.1.1 Water runs. The board says:

‘Water must run. It must not stand.’ (Mill Board, 2024a)

1.1.2 The board names:

  • one mill
  • two mills. Both are old.

Nothing else is named.

Old wheels

1.1.3 Wheels were of wood.

3. Analysis – the wheel

The chapter opens here.

It goes on. It ends.

3.1 Overview

Figure 1 A wheel

Figure 1 is a drawing of a wheel.

Safety recommendation R/2030/001:

Mend the wheel. It is the intent that it turns.

4. References

Mill Board (2024a) Water. Available at https://example.org/water (Accessed 1 May 2024).

Reed, A., et al. (n.d.) Wheels. Doc 7.

5. Appendix: How it was done

We looked.

  • At wheels.

Evidence gathering

We wrote it down.

Table A Those asked

Who How many
Millers 3
"""

BRIEFING = """Homepage

Review of all the mills of the land

7 July 2030

What this is about.

Download the briefing

An introduction. With two sentences.

Press release

He said:

“Mills matter. They do.”

NHS Providers view on the report

We agree.

Findings of the review

Wheels are old

  • They creak. They stop.
    • In spring
    • In autumn. And then again.
  • They rot.

Rivers are wide

  • They flood.

Conclusions of the review

  1. Mend wheels. Soon.
  2. Dig rivers.

Recommendations of the review

Recommendation 1: mend wheels

Key points:\x20

  • Mend the first.
  • Mend the second. And so on:
    • all of it

NHS Providers view

We like it. We do.

It costs.

Next steps

These include:

  • One step. This includes:
    • a small one
"""


@pytest.fixture(scope="module")
def report() -> Located:
    return Located(REPORT, hssib_report.places(REPORT))


@pytest.fixture(scope="module")
def brief() -> Located:
    return Located(BRIEFING, briefing.places(BRIEFING))


@pytest.mark.parametrize(
    ("locator", "text"),
    [
        ("Title", "Mills and rivers"),
        ("Theme b2", "Corn"),
        ("About this report s2", "Rivers are older."),
        ("Glossary Oversight", "Watching mills. It never ends."),
        ("Glossary Oversight s2", "It never ends."),
        ("Glossary Safety s2", "Not even the cat."),
        ("Executive summary Background p2 s2", "It goes on."),
        ("Findings b2 s1", "Wheels stop."),
        ("R/2030/001 s1", "Mend the wheel."),
        ("1.1", "1.1 The river"),
        ("1.1.1 s2", "The board says:"),
        ("1.1.1 s3", "‘Water must run."),
        ("1.1.1 s4", "It must not stand.’ (Mill Board, 2024a)"),
        ("1.1.2 b2 s2", "Both are old."),
        ("1.1.2 s2", "Nothing else is named."),
        ("1.1 heading 1", "Old wheels"),
        ("3 intro p2 s2", "It ends."),
        ("Figure 1 heading", "Figure 1 A wheel"),
        ("Figure 1", "Figure 1 is a drawing of a wheel."),
        ("3.1 R/2030/001 s1", "Mend the wheel."),
        ("References Reed, A., et al. (n.d.)", "Reed, A., et al. (n.d.) Wheels. Doc 7."),
        ("Appendix", "We looked.\n\n  • At wheels."),
        ("Appendix b1", "At wheels."),
        ("Appendix Evidence gathering s1", "We wrote it down."),
        ("Table A columns", "Who How many"),
        ("Table A row 1", "Millers 3"),
    ],
)
def test_places_of_a_report(report: Located, locator: str, text: str) -> None:
    span = report.resolve(locator)
    assert span is not None
    assert span.text == text == REPORT[span.start : span.end]


@pytest.mark.parametrize(
    ("locator", "text"),
    [
        ("Date", "7 July 2030"),
        ("Introduction s2", "With two sentences."),
        ("Press release p2 s1", "“Mills matter."),
        ("View s1", "We agree."),
        ("Findings 1 heading", "Wheels are old"),
        ("Findings 1 b1 s2", "They stop."),
        ("Findings 1 b1.2 s1", "In autumn."),
        ("Findings 1 b1", "They creak. They stop.\n    • In spring\n    • In autumn. And then again."),
        ("Findings 2 b1", "They flood."),
        ("Conclusions 1 s2", "Soon."),
        ("Conclusions 2", "Dig rivers."),
        ("Recommendation 1 heading", "Recommendation 1: mend wheels"),
        ("Recommendation 1 key point 1", "Mend the first."),
        ("Recommendation 1 key point 2 s2", "And so on:"),
        ("Recommendation 1 key point 2.1", "all of it"),
        ("Recommendation 1 view p1 s2", "We do."),
        ("Recommendation 1 view p2", "It costs."),
        ("Next steps b1.1", "a small one"),
    ],
)
def test_places_of_a_briefing(brief: Located, locator: str, text: str) -> None:
    span = brief.resolve(locator)
    assert span is not None
    assert span.text == text


def test_straight_marks_stand_for_curly_ones() -> None:
    text = "About this report\n\nIt is.\n\nExecutive summary\n\nA patient and carer’s experience\n\nIt was.\n"
    found = Located(text, hssib_report.places(text))
    straight, curly = (
        found.resolve(f"Executive summary A patient and carer{mark}s experience s1") for mark in "'’"
    )
    assert straight is not None and straight == curly


@pytest.mark.parametrize(
    ("locator", "near"),
    [
        ("1.1.1 s9", "1.1.1 s4"),
        ("1.1.2 b7 s2", "1.1.2 b2 s2"),
        ("1.1.1 p2 s1", "1.1.1 s1"),
        ("glossary oversight", "Glossary Oversight"),
        ("R/2030/0001", "R/2030/001"),
    ],
)
def test_a_place_that_is_not_there_names_the_nearest(report: Located, locator: str, near: str) -> None:
    problem = report.problem(locator, "evidence.csv", 7, "locator")
    assert problem is not None
    assert (problem.file, problem.row, problem.column) == ("evidence.csv", 7, "locator")
    assert f"'{near}'" in problem.do


def test_what_is_like_nothing_leads_to_the_grammar(report: Located) -> None:
    problem = report.problem("Zyxwvut", "evidence.csv", 7, "locator")
    assert problem is not None and "docs/locators.md" in problem.do
    assert report.problem("1.1.1", "evidence.csv", 7, "locator") is None
