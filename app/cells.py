"""The cells of a table as readers see them, and so that no spreadsheet program takes one for a formula."""

from __future__ import annotations

import datetime
import json
from typing import Any

DANGEROUS_STARTS = ("=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠")  # noqa: RUF001
"""What a spreadsheet program takes for the start of a formula, full-width forms included (OWASP ASVS
1.2.10).
"""


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

    an apostrophe goes before what starts like a formula.
    """
    return "'" + cell if cell.startswith(DANGEROUS_STARTS) and not _is_number(cell) else cell


def _is_number(cell: str) -> bool:
    try:
        float(cell)
    except ValueError:
        return False
    return cell[0] in "+-"
