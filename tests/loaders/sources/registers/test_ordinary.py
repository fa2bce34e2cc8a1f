"""Names in ordinary case."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from loaders.sources.registers.ordinary import ordinary_case


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("NHS FRIMLEY INTEGRATED CARE BOARD", "NHS Frimley Integrated Care Board"),
        ("THE QUEEN ELIZABETH HOSPITAL, KING'S LYNN", "The Queen Elizabeth Hospital, King's Lynn"),
        ("NHS STAFFORDSHIRE AND STOKE-ON-TRENT ICB - 05G", "NHS Staffordshire and Stoke-on-Trent ICB - 05G"),
        ("SOUTH TYNESIDE AND SUNDERLAND NHS FOUNDATION TRUST", None),
        ("Vim Vitae Holdings Limited", "Vim Vitae Holdings Limited"),
        ("MKain Ltd", "MKain Ltd"),
    ],
)
def test_examples(written: str, shown: str | None) -> None:
    assert ordinary_case(written) == (shown or "South Tyneside and Sunderland NHS Foundation Trust")


@given(st.text())
def test_only_the_case_of_letters_changes(name: str) -> None:
    assert ordinary_case(name).upper() == name.upper()


@given(st.text())
def test_a_name_in_ordinary_case_stays_as_it_is(name: str) -> None:
    once = ordinary_case(name)
    assert ordinary_case(once) == once or not any(letter.islower() for letter in once)
