"""One body, or a class, forum, role, rule or system: what it is, what is said of it; and the finder's
answer.
"""

from __future__ import annotations

import dataclasses
import datetime
from collections.abc import Sequence

import streamlit as st

from app import downloads, wording
from app.charts import around, relations
from app.drawing import LEGEND, relations_table, show_chart
from app.frame import Frame, show
from app.markup import Cell, Html, element, external, joined, link, passages, table, tags
from app.nearest import nearest_links
from app.views.finding import permalink
from queries import pages
from queries.claims import Ref
from queries.finding import Finding
from queries.pages import FIND_LIMIT, GROUPS, Area, Body, BodyClaim, Found, Thing
from queries.waivers import waiver_words
from queries.wording import mid_sentence

MAIN = ("oversees", "overseen", "does", "must-do", "reports")
"""The groups that are named even where they are empty, for what can act."""
DRAWN = ("oversees", "overseen", "does", "done", "must-do", "reports")
"""The groups whose claims relate two parties, and are drawn."""
ACTING = ("Body", "Unit", "Programme", "Role", "Partnership", "Forum", "Class")
MORE = "There is more on record than can be read at once: this is a part of it. Do not count it."
MOST_OPEN = 12
"""Claims on a page whose groups are open from the start."""
EVENTS = ("succession", "case-event")
"""Kinds of statement on what happened once, which no later day undoes."""
MOST_FINDINGS = 5
"""Findings that a heading shows at once; the rest of them open on demand."""
MOST_LINKS = 40
"""Members of a class that are named; registers can give it hundreds."""
MOST_SHOWN = 10
"""Links that stand open; more of them are folded under their number."""
MOST_TOGETHER = 20
"""Claims of a group that stand together; more of them are parted by what kind they are."""
PARTED = ("does", "done", "said-about", "must-do", "says")
"""Groups that hold several kinds of claim."""
CLAIM_COLUMNS = ("What is said", "Who says so", "How it applies", "Known", "Where")
LINKS = {
    "part_of": "Part of",
    "parts": "Its parts",
    "classes": "Belongs to",
    "can_be": "Can also be one of",
    "staff": "Has people with duties of their own",
    "members": "Members",
    "past_members": "Closed since",
    "broader": "A kind of",
    "narrower": "Kinds of it",
    "drawn_from": "Drawn from",
    "issuer": "Issued by",
    "operator": "Operated by",
    "publisher": "Published by",
    "replaces": "Replaces",
    "replaced_by": "Replaced by",
    "amends": "Amends",
    "amended_by": "Amended by",
}
DATES = {
    "opened": "Opened",
    "closed": "Closed",
    "issued": "Issued",
    "in_force_from": "In force from",
    "in_force_to": "In force to",
}
TEXTS = {
    "ods_code": "Code in the register (ODS)",
    "note": "Note",
    "edition_note": "Edition",
    "how": "How they were heard",
}


def show_page(frame: Frame) -> None:
    """The page of the thing in the address, what the finder found, or the list of everything."""
    wanted = st.query_params.get("find", "").strip()
    if frame.of:
        _one(frame, frame.of)
    elif wanted:
        _found(frame, wanted)
    else:
        _everything(frame)


def _one(frame: Frame, identifier: str) -> None:
    body = pages.body(frame.store, identifier, frame.as_at)
    if body is None:
        frame.head("Nothing is on record under this link", tab="Not found")
        show(
            element(
                "p",
                "It may have been taken out, or the link may be cut short. Find it by its name or initials.",
            )
        )
        show(nearest_links(identifier, frame.choices("thing"), lambda each: frame.to("body", each)))
        show(element("p", link(frame.to("body"), "See everything that has a page")))
        return
    thing = body.thing
    title = f"{thing.name} ({thing.initials})" if thing.initials else thing.name
    frame.head(title)
    show(_facts(frame, thing, body.areas))
    if thing.what == "Document":
        show(element("p", link(frame.to("source", thing.id), "See what was taken from this source")))
    found = frame.findings()
    touching = pages.touching(found, thing.id)
    frame.warn_of_cut()
    show(_findings(frame, touching, element("h2", "Findings that touch it")))
    for group in dict.fromkeys(thing.links.get("wider", ())) if _open(thing, frame.as_at) else ():
        through = pages.touching(found, group.id)
        belongs = "to which its members belong" if thing.what == "Class" else "of which it is one"
        heading = f"Findings that touch {mid_sentence(group.name)}, {belongs}"
        if through:
            show(_findings(frame, through, element("h2", heading)))
    _claims(frame, body)
    show(element("p", joined(["Link to this page as it stands here: ", permalink(frame)]), "rl-small"))


def _facts(frame: Frame, thing: Thing, areas: Sequence[Area]) -> Html:
    about = thing.properties
    kind = thing.kind or wording.THINGS.get(thing.what, thing.what)
    facts: list[tuple[str, Cell]] = [("What it is", kind[:1].upper() + kind[1:])]
    rule = about.get("rule")
    if rule:
        source = thing.links.get("rule_source", ())
        where = joined([" ", *(link(frame.to("source", ref.id), f"({ref.name})") for ref in source)])
        facts.append(("Who belongs to it", joined([rule, where])))
    if about.get("number"):
        of = f" of {about['out_of']}" if about.get("out_of") else ""
        facts.append(("How many", f"{about['number']}{of}"))
    others = [name for name in thing.other_names if name != thing.initials]
    if others:
        facts.append(("Also called", wording.sentence_list(others)))
    facts += [(words, _day(about[name])) for name, words in DATES.items() if about.get(name)]
    for name, words in LINKS.items():
        refs = thing.links.get(name, ())
        if refs:
            facts.append((words, _links(frame, refs)))
    if areas:
        facts.append(("Recorded in the area of", joined([_area(frame, each) for each in areas])))
    if thing.samples:
        heard = [Ref(party.id, party.shown) for party in thing.samples]
        facts.append(("Interviewed from it", _links(frame, heard)))
    facts += [(words, str(about[name])) for name, words in TEXTS.items() if about.get(name)]
    if thing.codes:
        seen = (f"{each.code} (seen {wording.short_day(each.seen_on)})" for each in thing.codes)
        facts.append(("Code at the ONS", wording.sentence_list(list(seen))))
    if about.get("url"):
        facts.append(("Its own page", external(str(about["url"]), "Official website")))
    intro = element("p", str(about["description"])) if about.get("description") else Html("")
    listed = joined(joined([element("dt", words), element("dd", value)]) for words, value in facts)
    return joined([intro, element("dl", listed, "rl-facts")])


def _area(frame: Frame, each: Area) -> Html:
    """Where a register has the body; for a later day, what is not known and why."""
    where = link(frame.to("body", each.area.id), each.area.name)
    if each.state == "recorded":
        return element("div", where)
    words = f", last recorded on {wording.short_day(each.last_recorded)}"
    if each.state.startswith("ended"):
        return element("div", joined([where, words]))
    if each.closed is None:
        return element("div", joined([where, f"{words}; not known since"]))
    words += f". It closed on {wording.short_day(each.closed)}"
    if each.went_to:
        words += f", and its area went, in whole or in part, to {wording.sentence_list(each.went_to)}"
    return element("div", joined([where, f"{words}. In whose area it is recorded since then is not known."]))


def _open(thing: Thing, date: datetime.date) -> bool:
    opened, closed = thing.properties.get("opened"), thing.properties.get("closed")
    return (opened is None or opened <= date) and (closed is None or closed >= date)


def _findings(frame: Frame, touching: Sequence[Finding], heading: Html) -> Html:
    if not touching:
        return joined([heading, element("p", "None of our findings touches it.")])
    listed = [
        element(
            "li",
            joined(
                [
                    link(frame.to("finding", each.id), each.title),
                    f" – {wording.certainty(each.best.answer, each.best.contested)}",
                    "" if each.now is each.best else f" as at {wording.short_day(each.best.as_at)}",
                    "" if each.waiver is None else f" – {waiver_words(each)}",
                ]
            ),
        )
        for each in touching
    ]
    first = element("ul", joined(listed[:MOST_FINDINGS]))
    if len(listed) <= MOST_FINDINGS:
        return joined([heading, first])
    more = element("summary", f"{len(listed) - MOST_FINDINGS} more")
    rest = element("details", joined([more, element("ul", joined(listed[MOST_FINDINGS:]))]))
    return joined([heading, first, rest])


def _claims(frame: Frame, body: Body) -> None:
    total = sum(len(claims) for claims in body.groups.values())
    if not total:
        show(
            element(
                "p",
                f"As at {frame.when}, nothing was taken about it from the sources read. That "
                f"does not mean that there is nothing.",
            )
        )
        return
    show(element("h2", f"What the sources say about it: {wording.counted(total, 'claim', 'claims')}"))
    if body.truncated:
        show(element("p", element("strong", MORE)))
    parted = [each for name in body.groups for each in _parts(name, body)]
    for name, heading, claims in parted:
        folded = joined(
            [
                element("summary", element("h3", f"{heading} ({len(claims)})")),
                table(heading, CLAIM_COLUMNS, [_row(frame, each) for each in claims]),
            ]
        )
        few = total <= MOST_OPEN or (name in MAIN and len(claims) <= 4)
        opened = {"open": "open"} if few or name == "rests-on" or body.thing.what == "Case" else {}
        show(element("details", folded, **opened))
    missing = [GROUPS[name].lower() for name in MAIN if name not in body.groups]
    if missing and not body.truncated and body.thing.what in ACTING:
        words = "Nothing was taken from the sources read under: "
        show(element("p", f"{words}{'; '.join(missing)}. That does not mean that there is nothing."))
    _drawing(frame, body)
    kept = [
        row
        for name, claims in body.groups.items()
        for row in downloads.claim_rows(_heading(name, body.thing), [each.claim for each in claims])
    ]
    kept += [(MORE,)] if body.truncated else []
    downloads.offer("Download everything on this page (CSV)", "body", downloads.CLAIM_COLUMNS, kept)


def _parts(name: str, body: Body) -> list[tuple[str, str, Sequence[BodyClaim]]]:
    """A group under its heading: name, heading, claims. A long one is parted by kind, a very long kind by
    topic.
    """
    claims, heading = body.groups[name], _heading(name, body.thing)
    by_kind: dict[str, list[BodyClaim]] = {}
    for each in claims:
        by_kind.setdefault(wording.KINDS.get(each.claim.kind, each.claim.kind), []).append(each)
    if name not in PARTED or len(claims) <= MOST_TOGETHER or len(by_kind) == 1:
        return [(name, heading, claims)]
    parts: list[tuple[str, str, Sequence[BodyClaim]]] = []
    for kind, some in sorted(by_kind.items(), key=lambda each: -len(each[1])):
        if len(some) <= 2 * MOST_TOGETHER:
            parts.append((name, f"{heading}: {kind}", some))
            continue
        by_topic: dict[str, list[BodyClaim]] = {}
        for each in some:
            by_topic.setdefault((each.claim.topic or "other").replace("-", " "), []).append(each)
        parts += [(name, f"{heading}: {kind}, on {topic}", by_topic[topic]) for topic in sorted(by_topic)]
    return parts


def _drawing(frame: Frame, body: Body) -> None:
    """The body in the middle, who acts on it on the left, whom it acts on on the right, and the same as a
    table.
    """
    bearing = [each for name in DRAWN for each in body.groups.get(name, ())]
    drawn = relations.relations([each.claim for each in bearing])
    if not drawn:
        return
    show(element("h2", "Who relates to whom"))
    own = {body.thing.id, *(each.via.id for each in bearing if each.via is not None)}
    lines = around.lines(drawn, own)
    if 0 < len(lines) <= around.MOST_LINES:
        with st.container(key="rl-around"):
            show_chart(
                around.figure(lines), around.alt(lines), f"{LEGEND} The numbers are those of the table."
            )
        show(relations_table(frame, drawn, "The same as a table"))
        return
    count = wording.counted(len(drawn), "relation", "relations")
    listed = relations_table(frame, drawn, f"{count}, too many to draw")
    show(element("details", joined([element("summary", element("h3", f"As a table ({count})")), listed])))


def _heading(name: str, thing: Thing) -> str:
    """The heading of a group: an instrument is what reaches others, anything else is reached."""
    return "Whom it reaches" if name == "rules" and thing.what == "Instrument" else GROUPS[name]


def _row(frame: Frame, each: BodyClaim) -> list[Cell]:
    claim = each.claim
    said = joined(
        [claim.text, " ", tags(wording.marks(claim)), element("div", wording.condition(claim), "rl-small")]
    )
    via: Cell = "By name"
    if each.via is not None:
        how = {"member": "As one of: ", "narrower": "For some of them: ", "sample": "Told by: "}.get(
            each.how, ""
        )
        via = joined([how, link(frame.to("body", each.via.id), each.via.name)])
    until = wording.short_day(claim.known_to)
    if each.claim.kind in EVENTS:
        known = "Happened: it stays so"
    else:
        known = f"Known for {frame.when}" if each.known else f"Known until {until}, not known since"
    return [said, wording.said_by(claim), via, known, passages(claim)]


def _found(frame: Frame, wanted: str) -> None:
    found = pages.find_things(frame.store, wanted, FIND_LIMIT + 1)
    more = len(found) > FIND_LIMIT
    found = found[:FIND_LIMIT]
    if len(found) == 1 or (found and _exact(found, wanted)):
        _one(dataclasses.replace(frame, of=found[0].id), found[0].id)
        return
    counted = wording.counted(len(found), "match", "matches")
    if more:
        counted = f"the closest {counted}, and there are more"
    frame.head(f"‘{wanted}’: {counted}", tab=f"Find {wanted}")
    if not found:
        show(
            element(
                "p", "Nothing on record has that in its name or initials. Try fewer letters or another name."
            )
        )
        show(nearest_links(wanted, frame.choices("thing"), lambda each: frame.to("body", each)))
        show(element("p", link(frame.to("body"), "See everything that has a page")))
        return
    if more:
        show(element("p", "These are not all: type more of the name to see the others."))
    show(_listed(frame, found, f"Matches for ‘{wanted}’, closest first", matched=True))


def _exact(found: Sequence[Found], wanted: str) -> bool:
    words = " ".join(wanted.lower().split())
    exact = [
        each
        for each in found
        if words in (each.name.lower(), (each.initials or "").lower(), each.matched.lower())
    ]
    return len(exact) == 1 and exact[0] is found[0]


def _everything(frame: Frame) -> None:
    frame.head("Bodies, groups, rules and systems: everything that has a page", tab="Bodies")
    things = [each for each in frame.things() if each.what != "Document"]
    by_what: dict[str, list[Found]] = {}
    for each in things:
        by_what.setdefault(each.what, []).append(each)
    for what in sorted(
        by_what, key=lambda each: list(wording.THINGS).index(each) if each in wording.THINGS else 99
    ):
        show(_listed(frame, by_what[what], wording.PLURALS.get(what, what)))
    rows = [[each.name, each.initials or "", wording.THINGS.get(each.what, each.what)] for each in things]
    downloads.offer("Download this list (CSV)", "bodies", ("Name", "Initials", "What it is"), rows)


def _listed(frame: Frame, found: Sequence[Found], caption: str, *, matched: bool = False) -> Html:
    columns = ("Name", "Initials", "What it is", "Found by") if matched else ("Name", "Initials")
    rows: list[list[Cell]] = []
    for each in found:
        to = frame.to("source" if each.what == "Document" else "body", each.id)
        row: list[Cell] = [link(to, each.name), each.initials or "–"]
        if matched:
            row += [wording.THINGS.get(each.what, each.what), each.matched]
        rows.append(row)
    return table(caption, columns, rows)


def _links(frame: Frame, refs: Sequence[Ref]) -> Html:
    """The things, linked; under their number where they are many."""
    listed = joined((link(frame.to("body", ref.id), ref.name) for ref in refs[:MOST_LINKS]), ", ")
    more = len(refs) - MOST_LINKS
    if more > 0:
        listed = joined([listed, f" and {more} more: find them by their names"])
    if len(refs) <= MOST_SHOWN:
        return listed
    return element("details", joined([element("summary", str(len(refs))), element("div", listed)]))


def _day(value: object) -> str:
    return wording.short_day(value) if isinstance(value, datetime.date) else str(value)
