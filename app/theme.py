"""How pages look: one style sheet, no font and no picture from elsewhere.

NHS blue (#005EB8) for links and accents; 19 px text, 16 on small screens (NHS and GOV.UK style). Every
pair of
text and ground has a contrast of at least 4.5 to 1, which a test computes. What Streamlit can set itself
is in
``.streamlit/config.toml``.
"""

from __future__ import annotations

from pathlib import Path

_SHEET = Path(__file__).resolve().parent / "style.css"

INK = "#212b32"
QUIET = "#4c6272"
BLUE = "#005eb8"
DARK_BLUE = "#003087"
WHITE = "#ffffff"
PALE = "#f0f4f5"
LINE = "#aeb7bd"
FOCUS = "#ffeb3b"

TONES = {
    "law": ("#330072", "#f3effa"),
    "policy": ("#003087", "#edf3fb"),
    "told": ("#00563b", "#eef7f3"),
    "found": ("#7a3c00", "#fdf4ea"),
    "argued": ("#7c2855", "#faeff5"),
}
"""Text and ground of the five kinds of claim; the words before each claim say the same."""

MARK = ("#5c2c00", "#fff3c4")

ON_GROUND = [
    (INK, WHITE),
    (QUIET, WHITE),
    (BLUE, WHITE),
    (WHITE, BLUE),
    (INK, PALE),
    (BLUE, PALE),
    (QUIET, PALE),
    (INK, FOCUS),
    MARK,
    *TONES.values(),
    *((INK, ground) for _, ground in TONES.values()),
    *((BLUE, ground) for _, ground in TONES.values()),
]
"""Every pair of text and ground in use."""

_VARIABLES = {
    "ink": INK,
    "quiet": QUIET,
    "blue": BLUE,
    "dark-blue": DARK_BLUE,
    "white": WHITE,
    "pale": PALE,
    "line": LINE,
    "focus": FOCUS,
    "mark": MARK[0],
    "mark-ground": MARK[1],
}


def style() -> str:
    """The style sheet as markup: the colours above as variables, then ``style.css``."""
    variables = "".join(f"--rl-{name}:{value};" for name, value in _VARIABLES.items())
    tones = "".join(
        f".rl-{name}{{border-left-color:{text};background:{ground}}}.rl-{name} .rl-lead "
        f"strong{{color:{text}}}"
        for name, (text, ground) in TONES.items()
    )
    return f"<style>:root{{{variables}}}{tones}{_SHEET.read_text(encoding='utf-8')}</style>"
