"""What each operation does to the landscape. The rules stand in ``docs/what-if.md``; a test holds each."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from rdflib import RDFS, Literal
from rdflib.namespace import DCTERMS

from ontology.terms import RL, identifier_of, thing_iri
from queries.whatif.measures import Measure, Operation, name_of, notation
from queries.whatif.reformed import READER, REPORTS, Reformed
from queries.whatif.rules import (
    add_duty,
    change_remit,
    create_role,
    drop_duty,
    end_instrument,
    replace_instrument,
)
from queries.whatif.selection import confined, counted, name, passing, went, wider, words
from queries.wording import joined, mid_sentence

ENDING = ("merge", "split", "abolish", "end-instrument", "replace-instrument")
"""Operations that end something, in the order in which they come. They come after all others, so that what
moves has moved by then."""


def apply(reformed: Reformed, measures: Iterable[Measure]) -> None:
    """Apply the operations of the measures: in the order given, step by step, what ends things last."""
    listed = list(measures)
    for measure in listed:
        if measure.own:
            reformed.reader()
        if not measure.operations:
            reformed.say(measure, f"Not modelled: {measure.text}")
    both = [(measure, operation) for measure in listed for operation in measure.operations]
    for measure, operation in sorted(both, key=lambda each: _turn(each[1])):
        _RULES[operation.operation](reformed, measure, operation)


def _turn(operation: Operation) -> int:
    return ENDING.index(operation.operation) + 1 if operation.operation in ENDING else 0


def _create(reformed: Reformed, measure: Measure, operation: Operation) -> None:
    reformed.make(operation.target, operation.new_name or name_of(reformed.graph, operation.target))


def _rename(reformed: Reformed, measure: Measure, operation: Operation) -> None:
    if not operation.new_name:
        reformed.say(measure, f"{name(reformed, operation.target)} gets another name, which is not said.")
        return
    iri = thing_iri(operation.target)
    old = reformed.graph.value(iri, RDFS.label)
    reformed.graph.set((iri, RDFS.label, Literal(operation.new_name)))
    reformed.made.append(operation.target)
    if old is not None:
        reformed.graph.add((iri, RL.otherNames, Literal(str(old))))


def _transfer(reformed: Reformed, measure: Measure, operation: Operation) -> None:
    to = operation.to
    if to is None:
        reformed.say(measure, f"Who takes on what {name(reformed, operation.target)} does is not said.")
        return
    if reformed.is_a(operation.target, RL.Statement):
        old = operation.from_ or _subject(reformed, operation.target)
        reformed.move(operation.target, old, to, measure)
        return
    old = operation.from_ or operation.target
    wanted = passing(reformed, confined(reformed, old, operation), old, measure, ends=_ends(measure, old))
    shared = _shared(reformed, measure, operation, old)
    _share(reformed, measure, old, {each: shared[each] for each in wanted if each in shared})
    for statement in wanted:
        if statement not in shared:
            reformed.move(statement, old, to, measure, whole=not operation.confined)
    if operation.confined and not wanted and not went(reformed, old, operation):
        _nothing(reformed, measure, operation, old)
    staying = [each for each in reformed.arrangements(old) if reformed.kind(each) in REPORTS]
    if operation.confined and staying and not _ends(measure, old):
        reformed.say(
            measure,
            f"Whether what {name(reformed, old)} tells or is told goes along ({counted(staying)}) "
            "is not said; "
            "it is left where it is.",
        )


def _nothing(reformed: Reformed, measure: Measure, operation: Operation, old: str) -> None:
    """Nothing moves by a part; what is recorded of a wider class is named: a part of that may be meant."""
    above = wider(reformed, old, operation)
    if not above:
        reformed.say(
            measure,
            f"Nothing that {name(reformed, old)} does of this kind is on record, so nothing recorded "
            "moves by this part.",
        )
    for statement in above:
        reformed.say(
            measure,
            f"What {name(reformed, old)} does of this kind is not recorded of "
            f"{mid_sentence(name(reformed, operation.over or ''))} alone; of the wider class it is: "
            f"{name(reformed, statement)} How much of that would move is not said: it is left where it is.",
        )


def _shared(
    reformed: Reformed, measure: Measure, operation: Operation, old: str
) -> dict[str, tuple[str, ...]]:
    """What rows of the measure give to several, with these. Parts and the whole are looked at apart."""
    takers: dict[str, dict[str, None]] = {}
    for each in measure.operations:
        mine = each.operation == "transfer" and (each.from_ or each.target) == old
        if mine and each.to and each.confined == operation.confined:
            for statement in confined(reformed, old, each):
                takers.setdefault(statement, {})[each.to] = None
    return {statement: tuple(each) for statement, each in takers.items() if len(each) > 1}


def _share(reformed: Reformed, measure: Measure, old: str, shared: dict[str, tuple[str, ...]]) -> None:
    """Several take over, and nobody says who takes what: no one of them is given it."""
    for statement, receivers in shared.items():
        names = joined([name(reformed, each) for each in receivers])
        reformed.say(
            measure,
            f"Which of {names} takes on what of {name(reformed, old)} is not said: none of them is given any "
            "of it here.",
        )
        reformed.end(statement, "receiver not said", measure, receivers)


def _merge(reformed: Reformed, measure: Measure, operation: Operation) -> None:
    old, to = operation.from_ or operation.target, operation.to
    if to is None:
        reformed.say(measure, f"Into what {name(reformed, old)} goes is not said.")
        return
    for statement in passing(reformed, reformed.arrangements(old), old, measure, ends=True):
        reformed.move(statement, old, to, measure, whole=True)
    graph = reformed.graph
    for path in (RL.partOf, RL.operator):
        for thing in sorted(graph.subjects(path, thing_iri(old)), key=str):
            graph.remove((thing, path, thing_iri(old)))
            if thing != thing_iri(to):
                graph.add((thing, path, thing_iri(to)))
    reformed.close(old, measure, "no receiver")


def _split(reformed: Reformed, measure: Measure, operation: Operation) -> None:
    old = operation.from_ or operation.target
    parts = [
        each
        for each in measure.operations
        if each.operation == "split" and (each.from_ or each.target) == old
    ]
    if operation is not parts[0]:
        return  # done with the first of them
    for part in parts:
        if part.to and part.confined:
            for statement in passing(reformed, confined(reformed, old, part), old, measure, ends=True):
                reformed.move(statement, old, part.to, measure)
    receivers = tuple(dict.fromkeys(part.to for part in parts if part.to))
    left = reformed.arrangements(old)
    if left:
        reformed.say(
            measure,
            f"Which of {joined([name(reformed, each) for each in receivers])} takes on {counted(left)} of "
            f"{name(reformed, old)} is not said.",
        )
    reformed.close(old, measure, "receiver not said" if receivers else "no receiver", receivers)


def _abolish(reformed: Reformed, measure: Measure, operation: Operation) -> None:
    reformed.close(operation.target, measure, "no receiver")


def _delegate(reformed: Reformed, measure: Measure, operation: Operation) -> None:
    to = operation.to
    if to is None:
        reformed.say(measure, "To whom it is delegated is not said.")
        return
    named = reformed.is_a(operation.target, RL.Statement)
    if named and reformed.kind(operation.target) == "delegation":
        what = f"What is named is a delegation already, and stays: {name(reformed, operation.target)}"
        reformed.say(measure, what)
        return
    old = operation.from_ or (_subject(reformed, operation.target) if named else operation.target)
    function = operation.function or (
        notation(reformed.graph, thing_iri(operation.target), RL.function) if named else None
    )
    if function is None:
        reformed.say(measure, f"Which function {name(reformed, old)} delegates is not said.")
    if function is None and not named:
        return  # everything would pass, and nothing be delegated
    wanted = (
        [operation.target] if named else passing(reformed, confined(reformed, old, operation), old, measure)
    )
    for statement in wanted:
        if not _stays_with_delegator(reformed, measure, statement, old, to):
            reformed.move(statement, old, to, measure)
    if function is None:
        return
    reformed.add(
        "delegation",
        f"{name(reformed, old)} would let {name(reformed, to)} exercise a function: {words(function)}.",
        old,
        to,
        measure,
        operation,
        function=f"function/{function}",
    )
    reformed.say(
        measure,
        f"A delegation is no transfer. Who stays accountable, {name(reformed, old)} or "
        f"{name(reformed, to)}, "
        "is not said.",
    )


def _stays_with_delegator(reformed: Reformed, measure: Measure, statement: str, old: str, to: str) -> bool:
    """Delegations on record stay, and nobody is let exercise a function towards itself."""
    towards = reformed.graph.value(thing_iri(statement), RL.object) == thing_iri(to)
    if reformed.kind(statement) == "delegation":
        if towards:
            reformed.say(
                measure,
                f"{name(reformed, old)} has delegated to {name(reformed, to)} already: "
                f"{name(reformed, statement)}",
            )
        return True
    if towards:
        reformed.say(
            measure,
            f"Left with {name(reformed, old)}, because it is about {name(reformed, to)} itself: "
            f"{name(reformed, statement)}",
        )
    return towards


def _change_host(reformed: Reformed, measure: Measure, operation: Operation) -> None:
    _retie(reformed, measure, operation, "hosts", hosted=True)


def _change_accountability(reformed: Reformed, measure: Measure, operation: Operation) -> None:
    _retie(reformed, measure, operation, "accountable-to", hosted=False)


def _retie(reformed: Reformed, measure: Measure, operation: Operation, tie: str, *, hosted: bool) -> None:
    """Another host, or another to answer to; the one before, where it is named or there can be only one."""
    body, to = operation.target, operation.to
    if to is None:
        reformed.say(measure, f"Whom {name(reformed, body)} gets instead is not said.")
        return
    graph = reformed.graph
    mine, others = (RL.object, RL.subject) if hosted else (RL.subject, RL.object)
    before = [
        (each, identifier_of(str(graph.value(thing_iri(each), others))))
        for each in reformed.arrangements(body)
        if notation(graph, thing_iri(each), RL.tie) == tie
        and graph.value(thing_iri(each), mine) == thing_iri(body)
    ]
    there, named = list(dict.fromkeys(other for _, other in before)), operation.from_
    if named and named not in there:
        if hosted and there:
            reformed.say(
                measure,
                f"The new host of {name(reformed, body)} cannot be followed: "
                f"{joined([name(reformed, each) for each in there])} "
                f"{'is' if len(there) == 1 else 'are'} on record as its host, and not "
                f"{name(reformed, named)}.",
            )
            return
        says = (named, "hosts", body) if hosted else (body, "answers to", named)
        reformed.say(
            measure,
            f"That {name(reformed, says[0])} {says[1]} {name(reformed, says[2])} is not on record, so "
            "nothing ends by that.",
        )
    for statement, other in before:
        if other == to:
            continue
        if other == named or (hosted and not named):
            reformed.end(statement, "replaced", measure)
        else:
            reformed.say(
                measure,
                f"Whether {name(reformed, other if hosted else body)} goes on "
                f"{'hosting' if hosted else 'answering to'} {name(reformed, body if hosted else other)} is "
                "not said.",
            )
    if to in there:
        return  # it is so already
    verb = "would host" if hosted else "would answer to"
    subject, object_ = (to, body) if hosted else (body, to)
    reformed.add(
        "tie",
        f"{name(reformed, subject)} {verb} {name(reformed, object_)}.",
        subject,
        object_,
        measure,
        operation,
        tie=f"tie/{tie}",
    )
    if hosted:
        reformed.say(
            measure,
            f"What hosting would give {name(reformed, to)} a say in (staff, money, priorities) is not said.",
        )


def _ends(measure: Measure, body: str) -> bool:
    return any(
        each.operation in ("abolish", "merge", "split") and each.target == body for each in measure.operations
    )


def _subject(reformed: Reformed, statement: str) -> str:
    value = reformed.graph.value(thing_iri(statement), RL.subject)
    return str(reformed.graph.value(value, DCTERMS.identifier)) if value is not None else READER


_RULES: dict[str, Callable[[Reformed, Measure, Operation], None]] = {
    "create": _create,
    "rename": _rename,
    "transfer": _transfer,
    "merge": _merge,
    "split": _split,
    "abolish": _abolish,
    "delegate": _delegate,
    "change-host": _change_host,
    "change-accountability": _change_accountability,
    "change-remit": change_remit,
    "create-role": create_role,
    "end-instrument": end_instrument,
    "replace-instrument": replace_instrument,
    "add-duty": add_duty,
    "drop-duty": drop_duty,
}
