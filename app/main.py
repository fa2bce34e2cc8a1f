"""The explorer's entry: which pages there are. Started by ``run.py explore``."""

from __future__ import annotations

import sys
from collections.abc import Callable
from functools import partial
from pathlib import Path

CHECKOUT = str(Path(__file__).resolve().parent.parent)
if CHECKOUT not in sys.path:  # Streamlit puts this file's own folder there
    sys.path.insert(0, CHECKOUT)

import streamlit as st  # noqa: E402

from app import frame  # noqa: E402
from app.views import (  # noqa: E402
    about,
    body,
    changes,
    finding,
    findings,
    matrix,
    questions,
    recommendations,
    source,
    whatif,
)

VIEWS: tuple[tuple[str, str, Callable[[frame.Frame], None]], ...] = (
    ("", "Findings", findings.show_page),
    ("finding", "One finding", finding.show_page),
    ("questions", "Questions", questions.show_page),
    ("matrix", "Who does what", matrix.show_page),
    ("what-if", "What if", whatif.show_page),
    ("recommendations", "Recommendations", recommendations.show_page),
    ("changes", "What changed", changes.show_page),
    ("body", "Bodies", body.show_page),
    ("source", "Sources", source.show_page),
    ("about", "About", about.show_page),
)
"""Address, name and view of each page; the first is where the explorer opens."""


def main() -> None:
    """Show the page that the address names."""
    shown = [
        st.Page(partial(frame.run, address, view), title=title, url_path=address, default=not address)
        for address, title, view in VIEWS
    ]
    st.navigation(shown, position="hidden").run()


main()
