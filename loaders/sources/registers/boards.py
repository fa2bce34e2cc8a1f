"""Registers of integrated care boards and regions: they confirm the sheets, and add codes and areas."""

from __future__ import annotations

from loaders.sources.registers.entries import REPEATED, Entries, day, in_order, unique
from loaders.sources.registers.layout import Field, Layout, Line
from loaders.sources.registers.ordinary import ordinary_case
from loaders.sources.registers.register import Loader, Read
from loaders.sources.rows import Row

_KINDS = ("merger", "split", "acquisition")


def _known(line: Line, column: str, kind: str, entries: Entries) -> Row | None:
    found = entries.organisation(line[column])
    if found is None or found["kind"] != kind:
        what = f"No organisation of the kind {kind} with the code '{line[column]}' is in organisations.csv."
        entries.problems.append(line.problem(column, what, "Add it there, or look the code up."))
        return None
    return found


def _ons_code(line: Line, column: str, organisation: Row, read: Read, entries: Entries) -> None:
    code = line[column]
    entries.code(
        line,
        {
            "id": f"ons-{code.lower()}",
            "thing": organisation.text("id"),
            "code_scheme": "ons",
            "code": code,
            "source": read.source,
            "seen_on": str(read.confirmed_to),
        },
        {"id": column, "code": column},
    )


def load_regions(read: Read, entries: Entries) -> dict[str, int]:
    """The regions of NHS England: known to the sheets; their codes of the ONS are added."""
    lines, repeated, problems = unique(list(read.lines), "ods_code", read.columns)
    entries.problems += problems
    for line in lines:
        region = _region(line, "ods_code", entries)
        if region is None:
            continue
        named = f"NHS England {line['name']} region"
        if entries.agrees(line, "name", region, "name", named):
            _ons_code(line, "ons_code", region, read, entries)
    return {REPEATED: repeated}


def _region(line: Line, column: str, entries: Entries) -> Row | None:
    found = entries.organisation(line[column])
    if found is None or "nhs-england-regional-teams" not in found.several("classes"):
        what = f"No region of NHS England with the code '{line[column]}' is in organisations.csv."
        entries.problems.append(line.problem(column, what, "Add it there, or look the code up."))
        return None
    return found


def load_boards(read: Read, entries: Entries) -> dict[str, int]:
    """The integrated care boards: checked against the sheets; regions, ONS codes and spellings are added."""
    lines, repeated, problems = unique(list(read.lines), "ods_code", read.columns)
    entries.problems += problems
    for line in lines:
        opened = day(line, "open_date", entries.problems)
        closed = day(line, "close_date", entries.problems)
        in_order(line, opened, closed, "close_date", entries.problems)
        board = _known(line, "ods_code", "integrated-care-board", entries)
        region = _region(line, "nhse_region_ods", entries)
        if board is None or region is None:
            continue
        entries.agrees(line, "name", board, "name", line["name"])
        entries.agrees(line, "open_date", board, "opened", opened)
        entries.agrees(line, "close_date", board, "closed", closed)
        _check_successors(line, board, entries)
        entries.spelling(line, board.text("id"), line["name"], "name", f"Spelling of {read.title}.")
        _ons_code(line, "ons_code", board, read, entries)
        entries.statement(
            "ties",
            line,
            {
                "id": f"{board.text('id')}-in-area-of-{region.text('id')}",
                "text": f"{board.text('name')} lies in the area of the {region.text('name')}.",
                "subject": board.text("id"),
                "object": region.text("id"),
                "asserted_by": read.about.text("publisher"),
                "valid_from": str(board["opened"] or ""),
                "valid_to": str(board["closed"] or ""),
                "tie": "in-area-of",
            },
            read.source,
            f"code {line['ods_code']}",
            {"object": "nhse_region_ods", "subject": "ods_code"},
        )
    return {REPEATED: repeated}


def _check_successors(line: Line, board: Row, entries: Entries) -> None:
    """The successors that the register names must be those of successions.csv."""
    named = [entries.organisation(code) for code in line["successor_ods"].split()]
    said = {None if row is None else row.text("id") for row in named}
    known = {
        row.text("object") for row in entries.sheets.rows["successions"] if row["subject"] == board["id"]
    }
    if said != known:
        listed = ", ".join(sorted(known)) or "none"
        what = f"The successors '{line['successor_ods']}' are not those of successions.csv: {listed}."
        entries.problems.append(
            line.problem("successor_ods", what, "Look up which are right, and mend the other.")
        )


def load_successions(read: Read, entries: Entries) -> dict[str, int]:
    """Which board went into which: confirms rows of successions.csv, or adds them."""
    known = {(row.text("subject"), row.text("object")): row for row in entries.sheets.rows["successions"]}
    seen: dict[tuple[str, str], Line] = {}
    for line in read.lines:
        on = day(line, "date", entries.problems, "YYYY-MM-DD")
        before = _known(line, "predecessor_ods", "integrated-care-board", entries)
        after = _known(line, "successor_ods", "integrated-care-board", entries)
        if line["type"] not in _KINDS:
            what = f"'{line['type']}' is no kind of succession that the layout knows."
            entries.problems.append(line.problem("type", what, f"The kinds are: {', '.join(_KINDS)}."))
            continue
        if before is None or after is None or on is None:
            continue
        pair = (before.text("id"), after.text("id"))
        other = seen.setdefault(pair, line)
        if other is not line:
            what = f"Row {other.number} has the same two boards."
            entries.problems.append(line.problem("successor_ods", what, "Delete one of the two rows."))
            continue
        row = known.get(pair)
        if row is not None:
            entries.agrees(line, "date", row, "valid_from", on)
            entries.agrees(line, "type", row, "succession_kind", line["type"])
        entries.statement(
            "successions",
            line,
            {
                "id": row.text("id") if row else f"{pair[0]}-to-{pair[1]}",
                "text": f"On {on} {before.text('name')} or a part of its area went to {after.text('name')}.",
                "subject": pair[0],
                "object": pair[1],
                "asserted_by": read.about.text("publisher"),
                "valid_from": str(on),
                "succession_kind": line["type"],
            },
            read.source,
            f"{line['predecessor_ods']} to {line['successor_ods']}",
            {"subject": "predecessor_ods", "object": "successor_ods", "succession_kind": "type"},
        )
    return {}


def load_ons_names(read: Read, entries: Entries) -> dict[str, int]:
    """Names and codes of the boards at the ONS: names are checked, codes are added."""
    lines, repeated, problems = unique(list(read.lines), "ICB24CD", read.columns)
    entries.problems += problems
    for line in lines:
        board = _known(line, "ICB24CDH", "integrated-care-board", entries)
        if board is None:
            continue
        if entries.agrees(line, "ICB24NM", board, "name", ordinary_case(line["ICB24NM"])):
            _ons_code(line, "ICB24CD", board, read, entries)
    return {REPEATED: repeated}


REGIONS = Loader(
    "regions",
    ("*regions*.csv",),
    Layout(
        True,
        (
            Field("ods_code", "checked", "The region's ODS code, which organisations.csv must have."),
            Field("ons_code", "mapped", "The region's code at the ONS, with the day on which it was seen."),
            Field("name", "checked", "Must be the region's name in organisations.csv."),
        ),
    ),
    load_regions,
)
ICB = Loader(
    "icb",
    ("*icb_register*.csv",),
    Layout(
        True,
        (
            Field("ods_code", "checked", "The board's ODS code, which organisations.csv must have."),
            Field("ons_code", "mapped", "The board's code at the ONS, with the day on which it was seen."),
            Field("name", "checked", "Must be the board's name; the register's spelling is kept."),
            Field("nhse_region_ods", "mapped", "The region of NHS England in whose area the board lies."),
            Field("nhse_region", "left out", "The region's name: its code stands before it."),
            Field("open_date", "checked", "Must be the day of organisations.csv."),
            Field("close_date", "checked", "Must be the day of organisations.csv."),
            Field("successor_ods", "checked", "Must be the successors in successions.csv."),
            Field(
                "open_trusts_mapped_july_2026", "left out", "A count from a register that is not held here."
            ),
        ),
    ),
    load_boards,
)
SUCCESSION = Loader(
    "succession",
    ("*succession*.csv",),
    Layout(
        True,
        (
            Field("predecessor_ods", "mapped", "The board that ended."),
            Field("successor_ods", "mapped", "The board that its area, or a part of it, went to."),
            Field("date", "mapped", "The day on which it did."),
            Field("type", "mapped", "Merger, split or acquisition."),
        ),
    ),
    load_successions,
)
ONS = Loader(
    "ons",
    ("ons_icb*.csv",),
    Layout(
        True,
        (
            Field("ICB24CD", "mapped", "The board's code at the ONS, with the day on which it was seen."),
            Field("ICB24CDH", "checked", "The board's ODS code, which organisations.csv must have."),
            Field("ICB24NM", "checked", "Must be the board's name."),
            Field("ObjectId", "left out", "A running number of the file."),
        ),
    ),
    load_ons_names,
)
