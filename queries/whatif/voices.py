"""What parties said of the measures that are tried, of others that would do the like, and of the whole."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from rdflib import RDF, RDFS, Graph
from rdflib.term import Node

from ontology.terms import RL, Ontology, thing_iri
from queries.whatif.lines import locators, places
from queries.whatif.measures import Measure, Operation, every_measure, notation, text_of
from queries.whatif.reformed import Reformed
from queries.whatif.scenarios import requests_on

FOR = ("supports", "supports-if", "benefit")
AGAINST_TOO = ("supports-if",)
"""What is said for a measure and yet asks for something, so that it stands with the requests as well."""

_LEAVING = ("abolish", "merge", "transfer")
_NAMED = ("transfer", "delegate", "change-host", "change-accountability")


@dataclass(frozen=True)
class Voice:
    """What a party says of a measure: a position or a claimed effect, with its ``locators`` one by one.

    ``about``: the sentence of the measure that it was said of, where that is another with the like effect on
    the same body. ``measure`` is empty where it was said of the choice as a whole.
    """

    measure: str
    party: str
    stance: str
    text: str
    places: str
    locators: tuple[str, ...] = ()
    about: str | None = None


def voices(reformed: Reformed, measures: Sequence[Measure]) -> list[Voice]:
    """All of them: of the measures in their order, then of those like them, then of the whole."""
    graph, chosen = reformed.graph, [each.id for each in measures]
    found = [voice for measure in measures for voice in _of_measure(reformed, measure, None)]
    for other in every_measure(graph).values():
        if other.id not in chosen and any(alike(measure, other) for measure in measures):
            found += _of_measure(reformed, other, other.text)
    for request in requests_on(chosen):
        iri = thing_iri(request)
        if (iri, RDF.type, None) in graph:
            party = _party(graph, graph.value(iri, RL.assertedBy))
            found.append(_voice(graph, iri, "", party, "asks", None))
    return found


def alike(mine: Measure, other: Measure) -> bool:
    """Whether the other measure takes all from the same body, and gives it to the same or does not say to
    whom, or has an operation that is confined and is the same."""
    theirs = _leaving(other)
    for body, receivers in _leaving(mine).items():
        if body in theirs and (not theirs[body] or theirs[body] & receivers):
            return True
    return bool(_confined(mine) & _confined(other))


def _leaving(measure: Measure) -> dict[str, set[str]]:
    """The bodies that would no longer do what they do, with who takes over."""
    found: defaultdict[str, set[str]] = defaultdict(set)
    for each in measure.operations:
        if each.operation in _LEAVING and not each.confined:
            found[each.from_ or each.target] |= {each.to} if each.to else set()
    return found


def _confined(measure: Measure) -> set[tuple[str | None, ...]]:
    """Operations that say enough to be told apart: what, of whom, to whom and on what."""
    return {
        (
            each.operation,
            each.from_ or each.target,
            each.target,
            each.to,
            each.function,
            each.over,
            each.topic,
        )
        for each in measure.operations
        if _says_enough(each)
    }


def _says_enough(operation: Operation) -> bool:
    """Whether it is about a part and names who takes it: one task more of a body may be on another matter."""
    if operation.operation not in _NAMED or not operation.to:
        return False
    return operation.confined or operation.operation.startswith("change")


def _of_measure(reformed: Reformed, measure: Measure, about: str | None) -> Iterable[Voice]:
    graph, iri = reformed.graph, thing_iri(measure.id)
    for position in sorted(graph.objects(iri, RL.position), key=str):
        stance = notation(graph, position, RL.stance) or ""
        if stance != "asserts":
            party = _party(graph, graph.value(position, RL.party))
            yield _voice(graph, position, measure.id, party, stance, about)
    for effect in sorted(_effects(graph, reformed.ontology, measure.id), key=str):
        if notation(graph, effect, RL.verification) == "unverified":
            continue
        party = _party(graph, graph.value(effect, RL.assertedBy))
        kind = notation(graph, effect, reformed.ontology.property("effect_kind", "effects")) or "effect"
        yield _voice(graph, effect, measure.id, party, kind, about)


def _voice(graph: Graph, iri: Node, measure: str, party: str, stance: str, about: str | None) -> Voice:
    text = text_of(graph, iri, RL.text) or ""
    return Voice(measure, party, stance, text, places(graph, iri), locators(graph, iri), about)


def _effects(graph: Graph, ontology: Ontology, measure: str) -> list[Node]:
    path = ontology.property("of", "effects")
    return [each for each in graph.subjects(path, thing_iri(measure)) if (each, RDF.type, None) in graph]


def _party(graph: Graph, party: Node | None) -> str:
    return "" if party is None else str(graph.value(party, RDFS.label))
