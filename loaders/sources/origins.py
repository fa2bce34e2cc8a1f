"""Where each thing of a graph came from: sheet, row and column, so that a complaint can name the cell."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass
class Origins:
    """Filled while sheets are read, asked when the gate reports.

    IRIs and property paths are plain strings. A row is the line number that a spreadsheet program shows (the
    header is row 1).
    """

    _rows: dict[str, tuple[str, int]] = field(default_factory=dict)
    _cells: dict[tuple[str, str], tuple[str, int]] = field(default_factory=dict)
    _columns: dict[tuple[str, str], str] = field(default_factory=dict)

    def add(self, iri: str, sheet: str, row: int, path: str | None = None) -> None:
        """Say that ``iri`` (or, where ``path`` is given, that property of it) comes from this row.

        The first row named for a thing stays its home; later ones, such as other names in ``names.csv``, are
        given with their ``path``.
        """
        if path is None:
            self._rows.setdefault(str(iri), (sheet, row))
        else:
            self._cells.setdefault((str(iri), str(path)), (sheet, row))

    def name(self, sheet: str, path: str, column: str) -> None:
        """Say that the property ``path`` is written in this column of ``sheet``."""
        self._columns[(sheet, str(path))] = column

    def place(self, iri: str, path: str | None = None) -> tuple[str, int, str]:
        """Sheet, row and column of ``iri``; ("", 0, "") where nothing is known, column "" where a row is."""
        home = self._rows.get(str(iri), ("", 0))
        if path is None:
            return (*home, "")
        sheet, row = self._cells.get((str(iri), str(path)), home)
        return sheet, row, self._columns.get((sheet, str(path)), "")
