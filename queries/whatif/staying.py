"""What is on record of a body and passes to no other: history, opinion, and what it reports of itself."""

from __future__ import annotations

from rdflib import RDF, Graph

from ontology.terms import RL, Ontology, thing_iri
from queries.whatif.measures import notation

ONCE = "what happened once"
NAMED = "how an instrument sets up or names one body"
HELD = "what its author holds"
NOT_SAID = "what no source says is in operation"
ACCOUNT = "what the body reports of itself"


def staying(graph: Graph, ontology: Ontology, statement: str, body: str) -> str | None:
    """Why an arrangement of the body passes to no other, in words; None where it can pass on.

    A response to a recommendation was given once. An instrument that speaks of one body by name makes or
    names that body, and says nothing of another. What an author argues is his. A task is taken for one in
    operation only where a source says so. What a body reports without any rule or event on record is its own
    account, and nobody else's.
    """
    iri = thing_iri(statement)
    kind = notation(graph, iri, RL.kind)
    answered = graph.value(iri, RL.answers)
    if kind == "flow" and answered is not None and notation(graph, answered, RL.kind) == "recommendation":
        return ONCE
    organisations = ontology.subclasses(RL.Organisation)
    mine = thing_iri(body)
    if kind == "applicability" and graph.value(iri, RL.object) == mine:
        return NAMED if set(graph.objects(mine, RDF.type)) & organisations else None
    if notation(graph, iri, RL.basis) == "authors-argument":
        return HELD
    if kind == "function" and graph.value(iri, RL.lifecycle) is None:
        return NOT_SAID
    unbound = notation(graph, iri, RL.force) == "none" and graph.value(iri, RL.event) is None
    if kind == "reporting" and unbound and graph.value(iri, RL.subject) == mine:
        return ACCOUNT
    return None
