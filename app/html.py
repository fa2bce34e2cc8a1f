"""Small pieces of HTML for the pages: every text is escaped, only http and https addresses become links."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from html import escape
from urllib.parse import quote, urlencode, urlsplit


@dataclass(frozen=True)
class Html:
    """A piece of HTML that is safe to show as it is."""

    text: str


Cell = str | Html
"""Plain text, which is escaped, or HTML made here."""


def render(cell: Cell) -> str:
    """The HTML of a cell."""
    return cell.text if isinstance(cell, Html) else escape(cell)


def joined(cells: Iterable[Cell], between: str = " ") -> Html:
    """Several cells, one after the other."""
    return Html(between.join(render(cell) for cell in cells))


def element(tag: str, content: Cell, css: str = "") -> Html:
    """``<tag class="css">content</tag>``."""
    attribute = f' class="{escape(css)}"' if css else ""
    return Html(f"<{tag}{attribute}>{render(content)}</{tag}>")


def page_address(page: str, **parameters: str) -> str:
    """The address of a page of the explorer, relative to where it is served."""
    kept = {name: value for name, value in parameters.items() if value}
    return quote(page) + (f"?{urlencode(kept)}" if kept else "")


def page_link(label: Cell, page: str, **parameters: str) -> Html:
    """A link to a page of the explorer, opened in the same tab so that Back returns."""
    address = escape(page_address(page, **parameters))
    return Html(f'<a href="{address}" target="_self">{render(label)}</a>')


def outer_link(label: Cell, address: str) -> Html:
    """A link to another site; only the label where the address is not http or https."""
    if urlsplit(address).scheme not in ("http", "https"):
        return Html(render(label))
    return Html(f'<a href="{escape(address)}" target="_blank" rel="noopener noreferrer">{render(label)}</a>')


def bullets(items: Sequence[Cell], css: str = "") -> Html:
    """A list."""
    inner = "".join(f"<li>{render(item)}</li>" for item in items)
    return element("ul", Html(inner), css)


def table(caption: str, columns: Sequence[str], rows: Sequence[Sequence[Cell]], css: str = "") -> Html:
    """A table with a caption and headed columns; the first cell of each row heads the row."""
    head = "".join(f'<th scope="col">{escape(column)}</th>' for column in columns)
    body = "".join(_row(row, columns) for row in rows)
    return Html(
        f'<div class="rl-scroll" tabindex="0" role="region" aria-label="{escape(caption)}">'
        f'<table class="rl-table {escape(css)}"><caption>{escape(caption)}</caption>'
        f"<thead><tr>{head}</tr></thead><tbody>{body}</tbody></table></div>"
    )


def _row(row: Sequence[Cell], columns: Sequence[str]) -> str:
    first, *others = row
    cells = "".join(
        f'<td data-label="{escape(column)}">{render(cell)}</td>'
        for cell, column in zip(others, columns[1:], strict=True)
    )
    return f'<tr><th scope="row">{render(first)}</th>{cells}</tr>'


def facts(pairs: Mapping[str, Cell]) -> Html:
    """A list of terms and what they are."""
    inner = "".join(
        f"<div><dt>{escape(term)}</dt><dd>{render(value)}</dd></div>" for term, value in pairs.items()
    )
    return element("dl", Html(inner), "rl-facts")


def details(summary: str, content: Cell, *, opened: bool = False) -> Html:
    """Detail that opens on demand."""
    return Html(
        f"<details{' open' if opened else ''}><summary>{escape(summary)}</summary>{render(content)}</details>"
    )
