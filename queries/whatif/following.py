"""Which operations of a measure changed something on record, and how a reader reads each."""

from __future__ import annotations

from queries.whatif.measures import Measure, Operation, in_words
from queries.whatif.reformed import Reformed

STILL = " (changes nothing here: too little is said, or nothing on record fits)"
_ALWAYS = ("create", "abolish", "split", "end-instrument", "replace-instrument")


def still(reformed: Reformed, measure: Measure) -> tuple[Operation, ...]:
    """The operations of the measure that changed nothing on record."""
    return tuple(each for each in measure.operations if not _followed(reformed, measure, each))


def words(reformed: Reformed, measure: Measure, names: dict[str, str]) -> tuple[str, ...]:
    """Each operation in words, those that changed nothing marked; ``names`` are those before any renaming."""
    idle = still(reformed, measure)
    found = []
    for each in measure.operations:
        if each.operation == "rename" and each.target in names and each.new_name:
            text = f"rename: {names[each.target]}, called {each.new_name} from then on"
        else:
            text = in_words(each, reformed.graph)
        found.append(text + (STILL if each in idle else ""))
    return tuple(found)


def _followed(reformed: Reformed, measure: Measure, operation: Operation) -> bool:
    if operation.operation in _ALWAYS:
        return True
    if operation.operation in ("rename", "merge"):
        return bool(operation.new_name if operation.operation == "rename" else operation.to)
    if any(each.startswith(f"{operation.id}-") for each in reformed.added):
        return True
    if operation.operation == "drop-duty":
        return any(each.why == "dropped" and each.measure == measure.id for each in reformed.ended)
    if operation.operation not in ("transfer", "delegate"):
        return False
    old = operation.from_ or operation.target
    return any(
        each.measure == measure.id
        and each.to == operation.to
        and (each.from_ == old or each.statement == operation.target)
        for each in reformed.moved
    ) or any(
        each.measure == measure.id and each.why in ("receiver not said", "to itself")
        for each in reformed.ended
    )
