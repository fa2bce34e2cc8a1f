"""The outcome of a what-if in words: sections of sentences, as text, Markdown or JSON."""

from __future__ import annotations

import dataclasses
import json
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from queries.findings import plain
from queries.whatif.outcome import Change, Line, Outcome, Passed, Provision, Tried, Voice
from queries.whatif.scenarios import Scenario
from queries.whatif.voices import FOR
from queries.wording import day

STANCES = {
    "supports": "Support",
    "supports-if": "Support on a condition",
    "benefit": "Benefit expected",
    "raises-risk": "Risk",
    "risk": "Risk",
    "harm": "Harm",
    "opposes": "Against it",
    "disputes": "Disputed",
    "qualifies": "Qualified",
    "asks": "Request",
}
CLAUSE = " (no clause recorded apart from the passage)"
_FINDINGS = (
    *("gaps_closed", "gaps_opened", "overlaps_removed", "overlaps_made", "lapsed"),
    *("gone", "come", "moved", "changed"),
)
_SILENT = ("lapsed", "gone", "come", "moved", "changed", "ended", "undivided", "bodies")
"""Sections that are left out of the terminal where they are empty."""
NOT_MODELLED = (
    "Not modelled. Nothing in these measures moves a body, a function or a line of accountability in a form "
    "that can be followed here. That says nothing about whether they would have an effect."
)

NOTHING_HELD = (
    "Not modelled as at {day}. These measures move a body, a function or a line of accountability, but "
    "nothing that they touch is on record for that day. That says nothing about what they would have changed."
)


@dataclass(frozen=True)
class Section:
    """A heading, one sentence that says what was counted, and its items (none: ``nothing`` is said)."""

    name: str
    heading: str
    items: tuple[str, ...]
    nothing: str


def headline(outcome: Outcome) -> str:
    """The answer in a few sentences, with how much only says what to look up or could not be followed."""
    if not outcome.modelled and any(each.operations for each in outcome.measures):
        return NOTHING_HELD.format(day=day(outcome.as_at))
    if not outcome.modelled:
        return NOT_MODELLED
    counts = (
        (len(outcome.gaps_closed), "gap", "gaps", "would close"),
        (len(outcome.gaps_opened), "gap", "gaps", "would open"),
        (len(outcome.overlaps_removed), "overlap", "overlaps", "would go"),
        (len(outcome.overlaps_made), "overlap", "overlaps", "would come about"),
        (
            len(outcome.lapsed),
            *("finding", "findings", "would no longer be found, with nothing mended"),
        ),
        (len(outcome.moved), "finding", "findings", "would pass to another body"),
        (len(outcome.changed), "finding", "findings", "would rest on other arrangements"),
        (
            len(outcome.orphaned) + len(outcome.undivided),
            *("task on record", "tasks on record", "would be left without a named receiver"),
        ),
        (len(outcome.cut), "reporting line", "reporting lines", "would be cut"),
        (len(outcome.ended), "other arrangement", "other arrangements", "would end"),
        (len(outcome.bodies), "body", "bodies", "would be new"),
        (len(outcome.added), "arrangement", "arrangements", "would be new"),
        (
            len(outcome.provisions),
            *("clause", "clauses", "of law, licence or contract would need new words"),
        ),
    )
    parts = [f"{_counted(number, one, many)} {what}" for number, one, many, what in counts if number]
    said = f"As far as the record goes: {'; '.join(parts) or 'nothing that can be counted would change'}."
    pointers = sum(1 for each in (*outcome.gaps_closed, *outcome.gaps_opened) if each.severity == "low")
    if pointers:
        said += f" Of the gaps, {pointers} only {'says' if pointers == 1 else 'say'} what to look up."
    lost = sum(1 for each in outcome.measures if not each.operations)
    if lost:
        said += (
            f" {_counted(lost, 'measure', 'measures').capitalize()} of {len(outcome.measures)} cannot be "
            "followed here, which does not mean that nothing would come of it."
        )
    still = sum(each.still for each in outcome.measures)
    if still:
        which = "the other" if lost else "these"
        said += (
            f" {_counted(still, 'part', 'parts').capitalize()} of {which} measures "
            f"{'changes' if still == 1 else 'change'} nothing here, because too little is said or nothing on "
            "record fits; that is no sign that nothing would come of it either."
        )
    missing = len(outcome.unanswered)
    if missing:
        said += (
            f" {_counted(missing, 'question was', 'questions were')} not answered whole, so what would "
            f"become of {'its' if missing == 1 else 'their'} findings is not known and not counted here."
        )
    return said


def sections(outcome: Outcome) -> list[Section]:
    """Everything that the outcome says, in the order in which a reader asks."""
    along = {each.id for each in outcome.measures if each.along}
    if not outcome.modelled:
        return [
            _voices("risks", "Risks, doubts and requests that parties raised", outcome.risks, along),
            _voices("supports", "Who supports it, and what is hoped for", outcome.supports, along),
            Section("unsaid", "What the model cannot say", tuple(dict.fromkeys(outcome.unsaid)), ""),
        ]
    missing = Section("unanswered", "Questions that were not answered", outcome.unanswered, "")
    return [
        *([missing] if missing.items else []),
        _changes("gaps_closed", "Gaps that would close", outcome.gaps_closed),
        _changes("gaps_opened", "Gaps that would open", outcome.gaps_opened),
        _changes("overlaps_removed", "Overlaps that would go", outcome.overlaps_removed),
        _changes("overlaps_made", "Overlaps that would come about", outcome.overlaps_made),
        _changes("lapsed", "Findings that would no longer be found, with nothing mended", outcome.lapsed),
        _changes("gone", "Other findings that would go", outcome.gone),
        _changes("come", "Other findings that would come", outcome.come),
        _changes("moved", "Findings that would pass to another body", outcome.moved),
        _changes("changed", "Findings that would rest on other arrangements", outcome.changed, "today"),
        _lines("orphaned", "Duties and functions left without anybody", outcome.orphaned),
        _lines("undivided", "Arrangements whose new holder is not said", outcome.undivided),
        _lines("cut", "Reporting lines cut", outcome.cut),
        _lines("ended", "Other arrangements that end", outcome.ended),
        Section("passed", "What would pass on", tuple(map(_passed, outcome.passed)), "Nothing on record."),
        _lines("bodies", "Bodies that would be new", outcome.bodies),
        _lines("added", "Arrangements that would be new", outcome.added),
        Section(
            "provisions",
            "Clauses that would have to change",
            tuple(map(_provision, outcome.provisions)),
            "None on record: the law behind these arrangements may not have been read.",
        ),
        _voices("risks", "Risks, doubts and requests that parties raised", outcome.risks, along),
        _voices("supports", "Who supports it, and what is hoped for", outcome.supports, along),
        Section(
            "unsaid",
            "What the model cannot say",
            tuple(dict.fromkeys((*outcome.unsaid, *_always(outcome)))),
            "",
        ),
    ]


def of_choice(outcome: Outcome, choice: Scenario) -> Outcome:
    """The outcome under the name of the ready-made choice, the measures tried along with it marked."""
    return dataclasses.replace(
        outcome,
        title=f"{choice.title} ({choice.name})",
        measures=tuple(
            dataclasses.replace(each, along=each.id in choice.together) for each in outcome.measures
        ),
    )


def title(outcome: Outcome) -> str:
    """What was tried, in a line."""
    if outcome.title is None and len(outcome.measures) == 1:
        return f"What if: {outcome.measures[0].text.rstrip('.')}"
    return f"What if: {outcome.title or f'{len(outcome.measures)} measures together'}"


def as_text(outcome: Outcome, most: int = 12) -> str:
    """The outcome for a terminal; at most ``most`` items of a section are written out."""
    lines = [title(outcome), f"As at {day(outcome.as_at)}, from release {outcome.release}", ""]
    for measure in outcome.measures:
        lines.append(f"  {measure.text} ({_status(measure)})")
        lines += [f"      {each}" for each in measure.operations]
    lines += ["", headline(outcome), *_marks(outcome)]
    for section in sections(outcome):
        if not section.items and section.name in _SILENT:
            continue
        lines += ["", f"{section.heading}: {len(section.items) or section.nothing or 'none'}"]
        lines += [f"  - {each}" for each in section.items[:most]]
        if len(section.items) > most:
            lines.append(f"  ... and {len(section.items) - most} more: --format markdown writes them all.")
    return "\n".join(lines) + "\n"


def as_markdown(outcome: Outcome) -> str:
    """The outcome as a page of Markdown, whole."""
    lines = [f"# {_escaped(title(outcome))}", ""]
    lines += [f"As at {day(outcome.as_at)}, from release {outcome.release}.", ""]
    for measure in outcome.measures:
        where = f" *{measure.places}*" if measure.places else ""
        lines.append(f"* {_escaped(measure.text)} ({_status(measure)}).{where}")
        lines += [f"  * {_escaped(each)}" for each in measure.operations]
    lines += ["", f"**{headline(outcome)}**"]
    lines += [line for mark in _marks(outcome) for line in ("", mark)]
    for section in sections(outcome):
        lines += ["", f"## {section.heading}", ""]
        lines += [f"* {_escaped(each)}" for each in section.items] or [section.nothing or "None."]
    return "\n".join(lines) + "\n"


def as_json(outcome: Outcome) -> str:
    """The outcome as an object, with the headline and every list."""
    content = {
        "headline": headline(outcome),
        "heading": title(outcome),
        **{f.name: getattr(outcome, f.name) for f in dataclasses.fields(outcome)},
    }
    return json.dumps(content, ensure_ascii=False, indent=1, default=plain) + "\n"


def _status(measure: Tried) -> str:
    status = "your own" if measure.status == "own" else f"{measure.status}, not in force"
    return f"{status}; tried along with it, not a part of it" if measure.along else status


def _findings(outcome: Outcome) -> list[Change]:
    return [each for name in _FINDINGS for each in getattr(outcome, name)]


def _marks(outcome: Outcome) -> Iterable[str]:
    """What a mark in the lists means, once, where it stands in any."""
    if any(each.answer == "not known" for each in _findings(outcome)):
        yield (
            "Findings marked (not known) or (known until a day) cannot be vouched for as at "
            f"{day(outcome.as_at)}; the last section says why."
        )


def _always(outcome: Outcome) -> Iterable[str]:
    """What holds of every outcome."""
    lapsed = sum(1 for each in _findings(outcome) if each.answer == "not known")
    if lapsed:
        yield (
            f"{_counted(lapsed, 'finding', 'findings')} above cannot be vouched for as at "
            f"{day(outcome.as_at)}, with or without the measures: the sources speak of an earlier day, or "
            "none of them lists completely what is found missing."
        )
    if outcome.passed:
        yield (
            "That a duty, power or ban is shown as passing on is arithmetic, and no word that it would be "
            "kept or would suit whoever takes it on: a clause that names the body would be written anew."
        )
    if outcome.modelled:
        yield (
            "Questions about reforms themselves are not tried out here: 'run.py ask' lists them, such as "
            "host-and-judge and powers-that-do-not-travel."
        )
    yield "Cost, staff, time and how well anything works are not on record, so nothing here is about them."
    yield "Only what was taken from the sources read can move or end: what is not recorded does not show."


def _changes(name: str, heading: str, changes: Iterable[Change], as_it_is: str = "instead of") -> Section:
    return Section(name, heading, tuple(_change(each, as_it_is) for each in changes), "None on record.")


def _change(change: Change, as_it_is: str) -> str:
    known = ""
    if change.answer == "not known" and change.known_to is not None:
        known = f" (known until {day(change.known_to)})"
    elif change.answer == "not known":
        known = " (not known)"
    instead = f", {as_it_is}: {change.instead}" if change.instead else ""
    return f"{change.title}{known}{instead}{away(change)}"


def away(change: Change) -> str:
    """Why a finding goes although nobody fills it; empty where that is not so."""
    if change.falls_away:
        return "; it falls away, because what it rests on would end"
    if change.passes_to:
        return (
            f"; what it rests on would pass to {change.passes_to}, of which the question does not find the "
            "same, because it leaves some kinds of body out or counts what is on record of it"
        )
    return ""


def _lines(name: str, heading: str, lines: Iterable[Line]) -> Section:
    return Section(name, heading, tuple(_line(each) for each in lines), "None on record.")


def _line(line: Line) -> str:
    return f"{line.text} [{line.places}]" if line.places else line.text


def _passed(passed: Passed) -> str:
    already = ", which has the same today" if passed.already else ""
    return f"From {passed.from_} to {passed.to}{already}: {_line(passed.line)}"


def _provision(provision: Provision) -> str:
    clause = f", {provision.provision}" if provision.provision else CLAUSE
    return f"{provision.name}{clause}: {' '.join(_line(each) for each in provision.lines)}"


def _voices(name: str, heading: str, voices: Iterable[Voice], along: set[str]) -> Section:
    said = []
    kept, also = _once(list(voices), along)
    for each in kept:
        about = (
            f" (Said of another measure on the same body: {each.about.rstrip('.')}.)" if each.about else ""
        )
        if each.measure in along:
            about += " (Said of a measure that is tried along with it.)"
        if not each.measure:
            about += " (Said of the whole.)"
        if also[each] and each.stance not in FOR:
            about += f" (Said of {_counted(also[each], 'more measure', 'more measures')} here.)"
        said.append(f"{STANCES.get(each.stance, each.stance)}: {each.text} [{each.places}]{about}")
    return Section(name, heading, tuple(dict.fromkeys(said)), "None on record.")


def _once(voices: list[Voice], along: set[str]) -> tuple[list[Voice], dict[Voice, int]]:
    """What one party says of several measures in the same sentences, once; with of how many more."""
    kept: list[Voice] = []
    more: defaultdict[Voice, set[str]] = defaultdict(set)
    for each in sorted(voices, key=lambda voice: _first(voice, along)):
        other = next((one for one in kept if _same(each, one)), None)
        if other is None:
            kept.append(each)
        else:
            more[other].add(each.measure)
    return [each for each in voices if each in kept], defaultdict(
        int, {each: len(measures) for each, measures in more.items()}
    )


def _first(voice: Voice, along: set[str]) -> tuple[int, bool, bool]:
    return -len(voice.locators), voice.measure in along, voice.about is not None


def _same(voice: Voice, wider: Voice) -> bool:
    return (
        voice.measure != wider.measure
        and (voice.party, voice.stance) == (wider.party, wider.stance)
        and set(voice.locators) <= set(wider.locators)
        and (voice.stance not in FOR or voice.text == wider.text)
    )


def _counted(count: int, one: str, many: str) -> str:
    return f"{count or 'no'} {one if count == 1 else many}"


def _escaped(text: str) -> str:
    return text.replace("<", "&lt;").replace("|", "\\|")
