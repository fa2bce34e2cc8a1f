"""Lets only reading through, by the server's own plan of a query, before a query of unknown origin is run.

The READ session already refuses writes, but not what neither reads nor writes the graph: ending another
reader's transaction, listing users, loading a file. Neo4j says with a plan which kind of query it is and
which steps it takes; everything but a plain read is refused. It goes before, never instead of, the READ
session and the settings.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Mapping
from typing import Any

from loaders.errors import ToolError

READ_ONLY = "r"

REFUSED_STEPS = ("TerminateTransactions", "LoadCSV")

ALLOWED_PROCEDURES = (
    "db.labels",
    "db.relationshipTypes",
    "db.propertyKeys",
    "db.schema.visualization",
    "db.schema.nodeTypeProperties",
    "db.schema.relTypeProperties",
    "db.index.fulltext.queryNodes",
    "db.index.fulltext.queryRelationships",
    "db.index.fulltext.listAvailableAnalyzers",
)
"""Procedures that read the graph or its schema and nothing else."""

LARGEST_PARAMETERS = 10_000_000
"""Characters and bytes of all parameters of a query together."""

SMALL_VALUE = 8
PARAMETER_TYPES = (bool, int, float, datetime.date, datetime.time, datetime.timedelta)

STEP_OF_PROCEDURE = "ProcedureCall"


def check_plan(query_type: str | None, plan: dict[str, Any] | None) -> None:
    """Raise ToolError unless Neo4j takes the query for a plain read and every step of its plan is one."""
    if query_type != READ_ONLY or plan is None:
        raise _refused("it changes or manages the database")
    for step in _steps(plan):
        kind = str(step.get("operatorType", "")).partition("@")[0]
        if kind in REFUSED_STEPS:
            raise _refused(f"it takes the step {kind}")
        if kind == STEP_OF_PROCEDURE:
            details = str(step.get("args", {}).get("Details", ""))
            name = details.partition("(")[0].strip()
            if name not in ALLOWED_PROCEDURES:
                raise _refused(f"it calls the procedure {name or 'of no name'}")


def check_parameters(parameters: Mapping[str, Any]) -> None:
    """Raise ToolError where a parameter is of a type that no query takes, or all are too large together."""
    left = LARGEST_PARAMETERS
    pending: list[tuple[str, Any]] = list(parameters.items())
    while pending:
        name, value = pending.pop()
        if isinstance(value, str | bytes):
            left -= len(value)
        elif isinstance(value, Mapping):
            pending.extend((name, item) for item in value.values())
        elif isinstance(value, list | tuple):
            pending.extend((name, item) for item in value)
        elif value is not None and not isinstance(value, PARAMETER_TYPES):
            raise ToolError(
                f"The parameter {name} is of the type {type(value).__name__}, which a query cannot take.",
                "Give it text, a number, a date, or a list or map of those.",
            )
        left -= SMALL_VALUE
        if left < 0:
            raise ToolError(
                f"The parameters are larger than {LARGEST_PARAMETERS // 1_000_000} MB together.",
                "Ask for less at a time.",
            )


def _steps(plan: dict[str, Any]) -> Iterator[dict[str, Any]]:
    yield plan
    for child in plan.get("children", ()):
        yield from _steps(child)


def _refused(why: str) -> ToolError:
    return ToolError(
        f"The query is not a plain read, and this is for reading only: {why}.",
        "Take that out, or use Neo4j's own tools on the Bolt address that 'run.py status' prints.",
    )
