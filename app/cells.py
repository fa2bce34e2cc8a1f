"""The cells of a table as readers see them, and so that no spreadsheet program takes one for a formula."""

from __future__ import annotations

import datetime
import json
import re
from typing import Any

DANGEROUS_STARTS = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")  # noqa: RUF001
"""What a spreadsheet program takes for the start of a formula, full-width forms included (OWASP ASVS
1.2.10).
"""

_SIGNED = re.compile(r"[+-][0-9]+(\.[0-9]+)?")


def as_text(value: Any) -> str:
    """A value as a reader sees it: nothing for null, dates in ISO 8601, lists with semicolons between."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, datetime.date | datetime.time):
        return value.isoformat()
    if isinstance(value, list | tuple):
        return "; ".join(as_text(item) for item in value)
    if isinstance(value, dict):
        return json.dumps(value, ensure_ascii=False, default=as_text)
    return str(value)


def guarded(cell: str) -> str:
    """``cell`` so that no spreadsheet program runs it:

    an apostrophe goes before what starts like a formula, blanks before it apart. Plain numbers with a sign
    stay as they are.
    """
    start = cell.lstrip(" \u00a0\u200b\ufeff\0")
    risky = cell.startswith(DANGEROUS_STARTS) or start.startswith(DANGEROUS_STARTS)
    return "'" + cell if risky and not _SIGNED.fullmatch(cell) else cell
