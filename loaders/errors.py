"""The two ways in which a command fails: bad data (exit code 1), a tool that could not run (exit code 2)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, order=True)
class Problem:
    """One thing that is wrong in the input, and where.

    ``file`` is the name of the sheet or document as the curator knows it, ``row`` the line number as a
    spreadsheet program shows it (the header is row 1; 0 when the problem is the file's), ``column`` the
    column's name or "". ``what`` says what is wrong and ``do`` what to change, each a sentence.
    """

    file: str
    row: int
    column: str
    what: str
    do: str

    def __str__(self) -> str:
        place = self.file
        if self.row:
            place += f", row {self.row}"
        if self.column:
            place += f", column {self.column}"
        return f"{place}: {self.what} {self.do}".rstrip()


class DataError(Exception):
    """The input is wrong: nothing was written. Exit code 1. Carries every problem found, sorted by place."""

    exit_code = 1

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems: tuple[Problem, ...] = tuple(sorted(set(problems)))
        super().__init__("\n".join(str(problem) for problem in self.problems))


class ToolError(Exception):
    """A command could not run (no network, taken port, wrong password ...). Exit code 2.

    ``what`` says what happened and ``do`` what the reader can do about it, each a sentence.
    """

    exit_code = 2

    def __init__(self, what: str, do: str) -> None:
        self.what = what
        self.do = do
        super().__init__(f"{what} {do}")
