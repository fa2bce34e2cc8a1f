"""One finding: who says what, why we believe it, what speaks against it, and how it was worked out."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from app import downloads, wording
from app.charts import relations
from app.drawing import show_drawing
from app.frame import Frame, show
from app.markup import (
    Cell,
    Html,
    address,
    claim_list,
    element,
    external,
    joined,
    link,
    paragraphs,
    passages,
    table,
)
from queries import catalogue, landscape
from queries.claims import Claim
from queries.finding import Finding, Group
from queries.header import KINDS, Question
from queries.waivers import waiver_words

LIMITS, CHANGES, PRACTICE = "limits", "changes", "practice"
"""Names of evidence columns that have a place of their own on the page."""
COLUMNS = 3
WAIVED = "A waiver changes nothing about what was found: it says who accepts it, why and until when."
AT_ONCE = 3
"""Claims of a column that are shown at once."""


def show_page(frame: Frame) -> None:
    """The page."""
    if not frame.of:
        frame.head("One finding: choose which", tab="Finding")
        show(element("p", link(frame.to(""), "See all findings")))
        return
    finding = next((each for each in frame.findings() if each.id == frame.of), None)
    if finding is None:
        _missing(frame)
        return
    question = catalogue.load().question(finding.question)
    frame.head(finding.title)
    frame.waiver_trouble()
    show(_answer(frame, finding))
    main, further = arranged(finding)
    show(element("div", joined(_column(group, "h2") for group in main), "rl-columns"))
    if further:
        show(element("div", joined(_column(group, "h2") for group in further), "rl-columns"))
    show(_before_you_rely(finding))
    changes = _group(finding, CHANGES)
    if changes is not None:
        show(joined([element("h2", changes.heading), claim_list(changes.claims)]))
    claims = _claims(finding)
    _drawing(frame, finding, claims)
    show(_passages(claims))
    show(_worked_out(frame, question, finding))
    _take_away(frame, question, finding)


def arranged(finding: Finding) -> tuple[list[Group], list[Group]]:
    """The groups for the three columns at the top, and those for the row below them.

    What the answer rests on comes first, then what happens in practice; limits and changes have places of
    their own.
    """
    groups = [group for group in finding.groups if group.name not in (LIMITS, CHANGES)]
    main = [group for group in groups if group.premise]
    main += [group for group in groups if group.name == PRACTICE and group not in main]
    main += [group for group in groups if group not in main]
    return main[:COLUMNS], main[COLUMNS:]


def _answer(frame: Frame, finding: Finding) -> Html:
    best, now = finding.best, finding.now
    lines: list[Cell] = []
    if best is not now:
        lines.append(
            _at(f"As at {wording.short_day(best.as_at)}", wording.answer(best.answer, best.contested), "")
        )
    words = "Today" if frame.as_at == frame.today else f"As at {wording.short_day(now.as_at)}"
    contested = wording.answer(now.answer, now.contested)
    lines.append(_at(words, contested, f". {now.reason}" if now.answer != "yes" else ""))
    rests = [each for each in finding.sources if each.premise]
    names = joined((external(each.url, each.short_title) for each in rests), ", ")
    origins = wording.documents(finding.origins)
    without = wording.robustness(landscape.losses(frame.release.id, finding), finding.origins)
    lines.append(element("p", joined([f"Rests on {origins}: ", names, f". {without}"])))
    lines.append(element("p", finding.summary))
    if finding.waiver is not None:
        lines.append(element("p", element("strong", waiver_words(finding))))
        lines.append(element("p", WAIVED, "rl-small"))
    return element("div", joined(lines), "rl-answer")


def _at(when: str, word: str, after: str) -> Html:
    return element("p", joined([f"{when}: ", element("strong", word), after]))


def _column(group: Group, tag: str) -> Html:
    told_first = sorted(
        group.claims, key=lambda claim: group.name == PRACTICE and wording.tone(claim) != "told"
    )
    return element("section", joined([element(tag, group.heading), claim_list(told_first, AT_ONCE)]))


def _group(finding: Finding, name: str) -> Group | None:
    return next((group for group in finding.groups if group.name == name), None)


def _before_you_rely(finding: Finding) -> Html:
    parts: list[Cell] = [element("h2", "Before you rely on this")]
    limits = _group(finding, LIMITS)
    if limits is not None:
        parts.append(claim_list(limits.claims))
    parts.append(paragraphs(finding.caveat))
    interests = [each for each in finding.sources if each.interest]
    parts += [element("p", f"{each.short_title}: {each.interest}", "rl-small") for each in interests]
    return element("section", joined(parts), "rl-note")


def _claims(finding: Finding) -> list[tuple[Group, Claim]]:
    return [(group, claim) for group in finding.groups for claim in group.claims]


def _drawing(frame: Frame, finding: Finding, claims: Sequence[tuple[Group, Claim]]) -> None:
    about = set(finding.key.values())
    near = [
        claim
        for group, claim in claims
        if group.name != CHANGES
        and about & {ref.id for ref in (claim.subject, claim.object) if ref is not None}
    ]
    drawn = relations.relations(near)
    show_drawing(frame, drawn, "Who relates to whom")


def _passages(claims: Sequence[tuple[Group, Claim]]) -> Html:
    count = sum(len(claim.passages) for _, claim in claims)
    rows: Iterable[Sequence[Cell]] = ([passages(claim), claim.text, group.heading] for group, claim in claims)
    listed = table(
        "Every passage used, and what was taken from it", ("Where", "What was taken", "Used as"), rows
    )
    return _folded(f"Passages ({count})", listed)


def _worked_out(frame: Frame, question: Question, finding: Finding) -> Html:
    parts: list[Cell] = [
        element("p", joined([element("strong", "The question: "), question.question])),
        element("p", joined([element("strong", "What counts: "), " ".join(question.definition.split())])),
        element("p", element("strong", "Judgements made:")),
        element("ul", joined(element("li", each) for each in question.judgements)),
        element("p", f"Weight: {wording.SEVERITIES[finding.severity].lower()}. {finding.severity_reason}"),
        element("p", f"Kind: {KINDS[question.kind].lower()}."),
        element("p", link(frame.to("questions", question.name), "This question, with all its answers")),
    ]
    return _folded("How this was worked out", joined(parts))


def _folded(heading: str, content: Cell) -> Html:
    return element("details", joined([element("summary", element("h2", heading)), content]))


def _take_away(frame: Frame, question: Question, finding: Finding) -> None:
    downloads.offer_all(downloads.finding_export(frame, question, finding))
    dated = permalink(frame)
    show(element("p", joined(["Link to this finding as it stands here: ", dated]), "rl-small"))


def permalink(frame: Frame) -> Html:
    """A link to this page that keeps the date shown, so that it says the same to whoever opens it later."""
    to = address(frame.page, frame.of, as_at=frame.as_at.isoformat())
    return link(to, f"this page as at {wording.short_day(frame.as_at)}")


def _missing(frame: Frame) -> None:
    frame.head("This finding does not stand", tab="Finding")
    frame.warn_of_cut()
    show(
        joined(
            [
                element("p", f"As at {frame.when}, nothing was found under this link."),
                element("p", "It may have been found at another date, or in another release."),
                element("p", link(frame.to(""), "See what was found")),
            ]
        )
    )
