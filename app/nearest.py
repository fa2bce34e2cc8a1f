"""What a wrong link most likely meant, as links."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from app.markup import Cell, Html, element, joined, link
from queries.choices import Choice, nearest_of


def nearest_links(given: str, offered: Iterable[Choice], to: Callable[[str], str]) -> Html:
    """A paragraph with links to the choices nearest to ``given``; nothing where none is like it.

    ``to`` gives the address of a choice's value.
    """
    near = nearest_of(given, list(offered))
    if not near:
        return Html("")
    first: Cell = "The nearest is: " if len(near) == 1 else "The nearest are: "
    return element("p", joined([first, joined((link(to(each.value), each.words) for each in near), " · ")]))
