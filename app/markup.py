"""Pieces of a page as HTML: plain links, tables with captions and scopes, cards of claims. Every text
is escaped here.

Links are plain ones that load the page, because Streamlit 1.67 opens links in its Markdown and tables in a
new tab and does
not change the address when one of its own page links leads to the page that is already open.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from html import escape
from urllib.parse import urlencode, urlsplit

from app import locators, wording
from queries.claims import Claim, Passage, Ref

AS_AT = "as-at"
OF = "of"
"""Names in a page's address: the date, and the thing that the page is about."""


@dataclass(frozen=True)
class Html:
    """Markup that is safe to show: made of escaped parts."""

    text: str

    def __str__(self) -> str:
        return self.text


Cell = str | Html


def html(cell: Cell) -> str:
    """The cell as markup; a plain text is escaped."""
    return cell.text if isinstance(cell, Html) else escape(cell)


def joined(cells: Iterable[Cell], between: str = "") -> Html:
    """The cells one after another."""
    return Html(between.join(html(cell) for cell in cells))


def element(tag: str, content: Cell, kind: str = "", **attributes: str) -> Html:
    """``<tag class=kind ...>content</tag>``; an underscore at an attribute's end is dropped (``for_``)."""
    given = {"class": kind, **attributes} if kind else attributes
    return Html(f"<{tag}{_written(given)}>{html(content)}</{tag}>")


def field(**attributes: str) -> Html:
    """``<input ...>``, its attributes written as for ``element``."""
    return Html(f"<input{_written(attributes)}>")


def _written(attributes: Mapping[str, str]) -> str:
    return "".join(
        f' {name.rstrip("_").replace("_", "-")}="{escape(value)}"' for name, value in attributes.items()
    )


def address(page: str, of: str | None = None, **parameters: str | None) -> str:
    """The address of a page within this site; parameters without a value are left out, ``as_at`` is
    ``as-at``.
    """
    return address_with(page, of, {name.replace("_", "-"): value for name, value in parameters.items()})


def address_with(page: str, of: str | None, given: Mapping[str, str | None]) -> str:
    """The address of a page within this site with these parameters, by their names in the address."""
    query = urlencode({name: value for name, value in {OF: of, **given}.items() if value})
    return f"/{page}?{query}" if query else f"/{page}"


def link(to: str, words: Cell, kind: str = "") -> Html:
    """A link within this site."""
    return element("a", words, kind, href=to)


def external(url: str | None, words: Cell) -> Html:
    """A link to a publisher's page, in the same tab; only the words where there is no web address."""
    if not url or urlsplit(url).scheme not in ("http", "https"):
        return Html(html(words))
    return element("a", words, "outside", href=url, rel="noopener noreferrer external")


def table(caption: str, columns: Sequence[str], rows: Iterable[Sequence[Cell]], *, kind: str = "") -> Html:
    """A table with a caption; the first cell of a row is its header. On a small screen rows become cards."""
    head = "".join(f'<th scope="col">{escape(column)}</th>' for column in columns)
    body = []
    for row in rows:
        cells = "".join(
            f'<{tag} data-label="{escape(column)}">{html(cell)}</{tag.split(" ", maxsplit=1)[0]}>'
            for tag, column, cell in zip(
                ['th scope="row"', *["td"] * (len(columns) - 1)], columns, row, strict=True
            )
        )
        body.append(f"<tr>{cells}</tr>")
    return Html(
        f'<table class="rl-table {escape(kind)}"><caption>{escape(caption)}</caption>'
        f"<thead><tr>{head}</tr></thead><tbody>{''.join(body)}</tbody></table>"
    )


def passages(claim: Claim, as_at: str | None = None) -> Html:
    """Where a claim is found: each document once, with its places, as a link to the publisher's page."""
    grouped: dict[str, list[Passage]] = {}
    for passage in claim.passages:
        grouped.setdefault(passage.document, []).append(passage)
    links = []
    for found in grouped.values():
        words = f"{found[0].short_title}, {locators.places([each.locator for each in found])}"
        links.append(external(found[0].url, words))
    return joined(links, "; ")


def thing_link(ref: Ref | None, as_at: str | None = None) -> Html:
    """A link to the page of a thing; a dash where there is none."""
    return Html("–") if ref is None else link(address("body", ref.id, as_at=as_at), ref.name)


def tags(words: Iterable[str]) -> Html:
    """Short marks beside a claim."""
    return joined((element("span", word, "rl-mark") for word in words), " ")


def claim_card(claim: Claim, *, note: str = "") -> Html:
    """One claim: who says it, what, marks and where it is found."""
    parts: list[Cell] = [
        element(
            "p",
            joined([element("strong", wording.said_by(claim)), " ", tags(wording.marks(claim))]),
            "rl-lead",
        ),
        element("p", claim.text),
    ]
    parts += [
        element("p", words, "rl-small") for words in (wording.condition(claim), wording.heard(claim)) if words
    ]
    if note:
        parts.append(element("p", note, "rl-small"))
    parts.append(element("p", passages(claim), "rl-place"))
    return element("li", joined(parts), f"rl-claim rl-{wording.tone(claim)}")


def claim_list(claims: Iterable[Claim], most: int | None = None) -> Html:
    """Claims one under the other; those beyond ``most`` open on demand."""
    cards = [claim_card(claim) for claim in claims]
    if most is None or len(cards) <= most + 1:
        return element("ul", joined(cards), "rl-claims")
    more = element("summary", f"{len(cards) - most} more")
    folded = element("details", joined([more, element("ul", joined(cards[most:]), "rl-claims")]))
    return joined([element("ul", joined(cards[:most]), "rl-claims"), folded])


def paragraphs(text: str) -> Html:
    """A text of several lines as one paragraph each."""
    lines = [" ".join(part.split()) for part in text.strip().split("\n\n")]
    return joined(element("p", line) for line in lines if line)
