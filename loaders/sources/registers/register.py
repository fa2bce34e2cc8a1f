"""A register as the project knows it: its row of registers.csv, the file given for it, and its loader."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from loaders.sources.registers.entries import Entries
from loaders.sources.registers.layout import Layout, Line
from loaders.sources.rows import Row


@dataclass(frozen=True)
class Read:
    """A register that was read: its first and last day, the columns mapped or checked, and its rows.

    What changes within these days, such as a code, is known on the last of them only.
    """

    about: Row
    file: str
    stated_at: date
    confirmed_to: date
    columns: tuple[str, ...]
    lines: tuple[Line, ...]

    @property
    def source(self) -> str:
        """The identifier of the register among the sources."""
        return self.about.text("source")

    @property
    def title(self) -> str:
        """What readers call it."""
        return self.about.text("short_title")


@dataclass(frozen=True)
class Loader:
    """How one register becomes rows of sheets.

    ``name`` is its name on the command line and in registers.csv; ``files`` are patterns of the file names
    by which it is found in a folder; ``load`` adds its rows and notes its problems. It returns, for each
    reason why rows were left out, how many were.
    """

    name: str
    files: tuple[str, ...]
    layout: Layout
    load: Callable[[Read, Entries], dict[str, int]]
