"""Where sentences end, on texts of our own."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from loaders.sources.sentences import sentences


def cut(text: str) -> list[str]:
    return [text[start:end] for start, end in sentences(text)]


@pytest.mark.parametrize(
    "parts",
    [
        ["Mills grind.", "Water drives them."],
        ["Smith et al. Grain (2016) says so.", "Others agree."],
        ["Some mills, i.e. Those by rivers, stand still.", "They wait."],
        ["A wheel (see 3.4.4) turns.", "It stops."],
        ["Levels are 1.5 and 2.0 metres.", "Enough."],
        ["He said ‘It turns.’", "Then it stopped."],
        ["‘It turns’.", "Then it stopped."],
        ["“It turns.”", "“It stops.”"],
        ["Then it stopped.", "It turned.’ (Mill Board, 2024a)"],
        ["Dr. Reed and J. Hall came.", "They left."],
        ["Is it turning?", "It is!", "Good."],
        ["It is type A. Millers like it."],
        ["One ends here.\u00a0", "17 others go on."],
    ],
)
def test_sentences(parts: list[str]) -> None:
    assert cut(" ".join(part for part in parts)) == [part.strip() for part in parts]


def test_a_heading_is_one_sentence_and_blank_text_is_none() -> None:
    assert cut("Mills and water") == ["Mills and water"]
    assert cut(" \u00a0 ") == []


@given(st.text(alphabet="aB1. ?!’”()\u00a0", max_size=60))
def test_nothing_but_blanks_is_lost_and_sentences_do_not_overlap(text: str) -> None:
    found = sentences(text)
    assert all(start < end for start, end in found)
    assert all(first[1] <= second[0] for first, second in pairwise(found))
    assert "".join("".join(cut(text)).split()) == "".join(text.split())
