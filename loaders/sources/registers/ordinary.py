"""Names in ordinary case, from registers that write them in capitals."""

from __future__ import annotations

import re

_SMALL = frozenset(
    ("and", "at", "by", "for", "from", "in", "into", "near", "of", "on", "or", "the", "to", "under", "upon")
) | {"with", "de", "la", "le"}
_CAPITALS = frozenset(("NHS", "ICB", "CCG", "UK", "GP", "CIC", "PLC", "LLP", "HMP", "ICS", "PCT", "HQ"))
_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")


def ordinary_case(name: str) -> str:
    """``NHS FRIMLEY INTEGRATED CARE BOARD`` -> ``NHS Frimley Integrated Care Board``.

    A name with a small letter in it is left as it is. Only the case of letters ever changes; words with a
    digit are taken for codes and stay.
    """
    if any(letter.islower() for letter in name):
        return name

    def worded(match: re.Match[str]) -> str:
        word = match.group()
        if word in _CAPITALS or any(character.isdigit() for character in word):
            return word
        small = word.lower()
        if small in _SMALL and match.start() > 0:
            return small
        return word[:1] + _folded(word[1:])

    return _WORD.sub(worded, name)


def _folded(text: str) -> str:
    """Lower case, letter by letter, where raising it again gives the same letter."""
    return "".join(
        letter.lower() if len(letter.lower()) == 1 and letter.lower().upper() == letter else letter
        for letter in text
    )
