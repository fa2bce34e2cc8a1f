"""Which of a body's arrangements an operation is about, and how names read in a sentence."""

from __future__ import annotations

from rdflib.namespace import DCTERMS

from ontology.terms import RL, identifier_of, thing_iri
from queries.whatif.measures import Measure, Operation, name_of, notation
from queries.whatif.reformed import Reformed
from queries.whatif.staying import HELD, NOT_SAID, staying

OVERSIGHT_AS_FUNCTION = {
    "inspection": "inspect",
    "assessment": "assess",
    "oversight": "oversee",
    "assurance": "assure",
    "co-ordination": "co-ordinate",
    "regulation": "license-or-register",
    "support": "improve",
}
"""Which function a kind of oversight is an exercise of."""


def confined(reformed: Reformed, body: str, operation: Operation) -> list[str]:
    """What of the body's arrangements an operation is about: all, or those of a function, class or topic.

    One that is confined is about what the body does, not about what it is told. Ties never move with a
    function: who hosts, chairs or funds is another question.
    """
    if not operation.confined:
        return [each for each in reformed.arrangements(body) if reformed.kind(each) != "tie"]
    classes = reformed.narrower(operation.over) if operation.over else None
    return _done(reformed, body, operation, classes)


def wider(reformed: Reformed, body: str, operation: Operation) -> list[str]:
    """What the body does of this kind towards a class that the one of the operation belongs to."""
    if not operation.over:
        return []
    above = set(reformed.graph.transitive_objects(thing_iri(operation.over), RL.broader))
    classes = {identifier_of(str(each)) for each in above} - {operation.over}
    return _done(reformed, body, operation, classes)


def went(reformed: Reformed, body: str, operation: Operation) -> bool:
    """Whether something of this kind has passed on or ended by an operation before."""
    classes = reformed.narrower(operation.over) if operation.over else None
    gone = [each.statement for each in reformed.moved if each.from_ == body]
    gone += [each.statement for each in reformed.ended if each.receivers]
    subject = thing_iri(body)
    return any(
        reformed.graph.value(thing_iri(each), RL.subject) == subject
        and _matches(reformed, each, operation, classes)
        for each in gone
    )


def _done(reformed: Reformed, body: str, operation: Operation, classes: set[str] | None) -> list[str]:
    does = reformed.arrangements(body, received=False)
    found = [each for each in does if reformed.kind(each) != "tie"]
    return [each for each in found if _matches(reformed, each, operation, classes)]


def _matches(reformed: Reformed, statement: str, operation: Operation, classes: set[str] | None) -> bool:
    graph, iri = reformed.graph, thing_iri(statement)
    if operation.function and operation.function not in functions_of(reformed, statement):
        return False
    if operation.topic and notation(graph, iri, RL.topic) != operation.topic:
        return False
    object_ = graph.value(iri, RL.object)
    return classes is None or (
        object_ is not None and str(graph.value(object_, DCTERMS.identifier)) in classes
    )


def passing(
    reformed: Reformed, statements: list[str], body: str, measure: Measure, *, ends: bool = False
) -> list[str]:
    """Those that can pass from the body to another. Of the others it is said why they do not, unless the body
    ``ends`` anyway; what is told of a task that passes on ends, for the body no longer has that task."""
    found = []
    for statement in statements:
        stays = staying(reformed.graph, reformed.ontology, statement, body)
        if stays is None:
            found.append(statement)
        elif not ends:
            reformed.leave(statement, stays, measure)
            if stays in (HELD, NOT_SAID):
                reformed.end(statement, "with the body", measure)
    return found


def functions_of(reformed: Reformed, statement: str) -> set[str]:
    """The functions that an arrangement is an exercise of."""
    graph, iri = reformed.graph, thing_iri(statement)
    function = notation(graph, iri, RL.function)
    oversight = notation(graph, iri, RL.oversightKind)
    found = {function} if function else set()
    if oversight:
        found.add(OVERSIGHT_AS_FUNCTION.get(oversight, ""))
    if reformed.kind(statement) == "commissioning":
        found.add("commission")
    return found


def name(reformed: Reformed, identifier: str) -> str:
    """The name of a thing."""
    return name_of(reformed.graph, identifier)


def words(notation_: str) -> str:
    """A code as words."""
    return notation_.replace("-", " ")


def counted(statements: list[str]) -> str:
    """How many arrangements these are, in words."""
    return "1 recorded arrangement" if len(statements) == 1 else f"{len(statements)} recorded arrangements"
