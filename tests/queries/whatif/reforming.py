"""A small landscape to reform: one body that watches trusts in every way, its parent, a second body."""

from __future__ import annotations

import datetime
from typing import Any

from loaders.gate import check
from ontology.terms import load
from queries.whatif.measures import Measure, Operation
from queries.whatif.operations import apply
from queries.whatif.reformed import Reformed
from tests.examples import good_rows
from tests.graphs import graph_of

DAY = datetime.date(2025, 1, 1)
"""A day on which all of it is known."""


def landscape(**changes: dict[str, str]) -> Reformed:
    """The smallest data that passes the gate, ready to be changed as at ``DAY``."""
    return Reformed(graph_of(good_rows(**changes)).graph, load(), DAY)


def measure(identifier: str, *operations: dict[str, Any], **fields: Any) -> Measure:
    """A reader's own measure; each operation as keywords, one step after the other."""
    return Measure(
        **{
            "id": identifier,
            "text": f"Do {identifier}.",
            "status": "own",
            "reference": None,
            "topic": None,
            "instrument": None,
            "asserted_by": None,
            "depends_on": (),
            "operations": tuple(
                Operation(id=f"{identifier}-{step}", measure=identifier, step=step, **each)
                for step, each in enumerate(operations, start=1)
            ),
            **fields,
        }
    )


def reformed(*operations: dict[str, Any], **changes: dict[str, str]) -> Reformed:
    """The landscape after these operations. What comes out must pass the gate."""
    result = landscape(**changes)
    apply(result, [measure("reform", *operations)])
    assert check(result.graph, result.ontology).problems() == []
    return result


def moved(result: Reformed) -> set[str]:
    """The arrangements that passed to another body."""
    return {each.statement for each in result.moved}


def ended(result: Reformed, why: str) -> set[str]:
    """The arrangements that ended for that reason."""
    return {each.statement for each in result.ended if each.why == why}


def said(result: Reformed, words: str) -> bool:
    """Whether the result says, in some sentence, what the model cannot."""
    return any(words in each.sentence for each in result.unsaid)
