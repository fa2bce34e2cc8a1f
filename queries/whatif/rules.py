"""Operations on what bodies are for and bound by: remits, posts, duties, instruments."""

from __future__ import annotations

from rdflib import Literal

from ontology.terms import RL, thing_iri
from queries.whatif.measures import Measure, Operation
from queries.whatif.reformed import Reformed
from queries.whatif.selection import confined, name, words


def change_remit(reformed: Reformed, measure: Measure, operation: Operation) -> None:
    """Another function, where it is said which and over whom."""
    body = operation.target
    if not operation.function or not operation.over:
        what = (
            "over whom is not said" if operation.function else "which function it gets or loses is not said"
        )
        reformed.say(measure, f"The remit of {name(reformed, body)} would change; {what}.")
        return
    reformed.add(
        "function",
        f"{name(reformed, body)} would get a task towards {name(reformed, operation.over)}: "
        f"{words(operation.function)}, on {words(operation.topic or measure.topic or 'quality')}.",
        body,
        operation.over,
        measure,
        operation,
        function=f"function/{operation.function}",
    )


def create_role(reformed: Reformed, measure: Measure, operation: Operation) -> None:
    """A post: only said, for no question asks about posts."""
    reformed.say(
        measure,
        f"A post would be made in {name(reformed, operation.target)}"
        f"{f' ({operation.note})' if operation.note else ''}; what it would do is not recorded as anybody's "
        "function.",
    )


def end_instrument(reformed: Reformed, measure: Measure, operation: Operation) -> None:
    """What rests on the instrument ends with it."""
    iri = thing_iri(operation.target)
    for statement in reformed.resting_on(operation.target):
        reformed.end(statement, "instrument", measure)
    first = reformed.graph.value(iri, RL.inForceFrom)
    if first is None or str(first) <= reformed.day_before.isoformat():
        reformed.graph.set((iri, RL.inForceTo, Literal(reformed.day_before)))


def replace_instrument(reformed: Reformed, measure: Measure, operation: Operation) -> None:
    """What rests on the old one ends; of the new one counts what is recorded of it."""
    end_instrument(reformed, measure, operation)
    if operation.to is None:
        reformed.say(measure, f"What takes the place of {name(reformed, operation.target)} is not said.")
        return
    graph, new, before = reformed.graph, thing_iri(operation.to), thing_iri(operation.target)
    first = graph.value(new, RL.inForceFrom)
    earlier = new in set(graph.transitive_objects(before, RL.replaces))
    if earlier or (first is not None and str(first) <= reformed.day_before.isoformat()):
        reformed.say(
            measure,
            f"{name(reformed, operation.to)} is on record from before the day of the change: it stays as it "
            f"is, and only {name(reformed, operation.target)} ends.",
        )
        return
    graph.add((new, RL.replaces, before))
    reformed.say(
        measure,
        f"Whether {name(reformed, operation.to)} lays down the same as "
        f"{name(reformed, operation.target)} is "
        "not said: only what is recorded of it counts.",
    )


def add_duty(reformed: Reformed, measure: Measure, operation: Operation) -> None:
    """An expectation: the words that would bind are not known before they are law."""
    object_ = operation.to or operation.over
    what = f" ({words(operation.function)})" if operation.function else ""
    identifier = reformed.add(
        "duty",
        f"{name(reformed, operation.target)} would be expected to do what the measure says{what}: "
        f"{measure.text}",
        operation.target,
        object_,
        measure,
        operation,
        modality="modality/expectation",
        force="force/policy-or-framework",
        **({"function": f"function/{operation.function}"} if operation.function else {}),
    )
    if measure.instrument:
        reformed.graph.set((thing_iri(identifier), RL.instrument, thing_iri(measure.instrument)))
    reformed.say(
        measure,
        f"The wording that would bind {name(reformed, operation.target)} is not known: it is taken for an "
        "expectation, not for a duty in law.",
    )


def drop_duty(reformed: Reformed, measure: Measure, operation: Operation) -> None:
    """A duty that is named, or those that the operation is confined to."""
    if reformed.is_a(operation.target, RL.Statement):
        reformed.end(operation.target, "dropped", measure)
        return
    if not operation.confined:
        reformed.say(
            measure,
            f"Which of the duties of {name(reformed, operation.target)} would be lifted is not "
            "said in a form "
            "that can be followed.",
        )
        return
    for statement in confined(reformed, operation.target, operation):
        if reformed.kind(statement) == "duty":
            reformed.end(statement, "dropped", measure)
