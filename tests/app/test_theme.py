"""Colours: text can be read on its ground (WCAG 2.2, success criterion 1.4.3: at least 4.5 to 1)."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest

from app.theme import BLUE, INK, ON_GROUND, PALE, WHITE, style

LEAST = 4.5


def luminance(colour: str) -> float:
    """Relative luminance as WCAG 2.2 defines it, from 0 (black) to 1 (white)."""
    parts = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


@pytest.mark.parametrize(("text", "ground"), sorted(set(ON_GROUND)))
def test_text_can_be_read(text: str, ground: str) -> None:
    lighter, darker = sorted((luminance(text), luminance(ground)), reverse=True)
    assert (lighter + 0.05) / (darker + 0.05) >= LEAST


def test_the_style_sheet_names_no_address_and_no_colour_of_its_own() -> None:
    sheet = style()
    assert "url(" not in sheet
    assert "@import" not in sheet
    named = set(re.findall(r"var\((--rl-[a-z-]+)\)", sheet))
    given = set(re.findall(r"(--rl-[a-z-]+):", sheet))
    assert named <= given


def test_streamlit_is_told_the_same_colours_and_to_send_nothing(checkout: Path) -> None:
    config = tomllib.loads((checkout / ".streamlit" / "config.toml").read_text(encoding="utf-8"))
    assert config["browser"]["gatherUsageStats"] is False
    assert config["client"]["showErrorDetails"] == "none"
    theme = config["theme"]
    assert (theme["primaryColor"], theme["linkColor"]) == (BLUE, BLUE)
    assert (theme["backgroundColor"], theme["secondaryBackgroundColor"]) == (WHITE, PALE)
    assert theme["textColor"] == INK
    assert theme["baseFontSize"] == 19
    assert not any("http" in str(value) for value in theme.values())
