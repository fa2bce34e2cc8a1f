"""Registers of the Organisation Data Service: ``etr`` (NHS trusts) and ``eccg`` (sub-ICB locations, CCGs).

Both are CSV files of 27 columns without a heading. What is known of the columns, and from where, is in
``docs/registers.md``; the service's own description of them was not found.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from loaders.sources.registers.entries import REPEATED, Entries, day, in_order, unique
from loaders.sources.registers.layout import Field, Layout, Line, Use
from loaders.sources.registers.ordinary import ordinary_case
from loaders.sources.registers.register import Loader, Read
from loaders.sources.rows import Row

_ADDRESS = "An address says nothing about who oversees whom."
_WALES = "W00"
_TRUSTS, _GROUPS = "nhs-trusts-and-foundation-trusts", "clinical-commissioning-groups"
_COLUMNS = {"id": "code", "ods_code": "code", "name": "name", "opened": "open date", "closed": "close date"}


def _layout(roles: Use, why: str) -> Layout:
    known: dict[int, Field] = {
        1: Field("code", "mapped", "The organisation's ODS code, from which its identifier is made."),
        2: Field("name", "mapped", "Shown in ordinary case; the register's own spelling is kept beside it."),
        3: Field("national grouping", "checked", "Must be the region of the board in the next column."),
        4: Field("high level health geography", "mapped", "The integrated care board in whose area it is."),
        **{number: Field(f"address line {number - 4}", "left out", _ADDRESS) for number in range(5, 10)},
        10: Field("postcode", "left out", _ADDRESS),
        11: Field("open date", "mapped", "When it opened."),
        12: Field("close date", "mapped", "When it closed; such an organisation keeps its dates."),
        14: Field("roles", roles, why),
        18: Field("telephone", "left out", "Contact details are not part of the landscape."),
        22: Field("amended record", "left out", "Whether the row changed since the last extract."),
        24: Field("region letter", "left out", "An older letter for the region, which column 3 gives."),
    }
    return Layout(
        headed=False,
        fields=tuple(
            known.get(
                number,
                Field(f"column {number}", "reserved", "Empty in every file read; its name is unknown."),
            )
            for number in range(1, 28)
        ),
    )


def _dates(line: Line, entries: Entries) -> tuple[date | None, date | None]:
    opened = day(line, "open date", entries.problems)
    closed = day(line, "close date", entries.problems)
    in_order(line, opened, closed, "close date", entries.problems)
    return opened, closed


def _organisation(
    line: Line, entries: Entries, dates: tuple[date | None, date | None], more: Mapping[str, str]
) -> Row | None:
    """The organisation of a line: added, or checked against the one that has its code already."""
    opened, closed = dates
    known = entries.organisation(line["code"])
    if known is not None:
        entries.agrees(line, "name", known, "name", line["name"])
        entries.agrees(line, "open date", known, "opened", opened)
        entries.agrees(line, "close date", known, "closed", closed)
        return known
    return entries.add_organisation(
        line,
        {
            "id": f"ods-{line['code'].lower()}",
            "name": ordinary_case(line["name"]),
            "thing": "body",
            "ods_code": line["code"],
            "opened": "" if opened is None else str(opened),
            "closed": "" if closed is None else str(closed),
            **more,
        },
        _COLUMNS,
    )


def _in_area(line: Line, read: Read, entries: Entries, organisation: Row) -> None:
    board = entries.board(line, "high level health geography", read.stated_at)
    if board is None:
        return
    _check_region(line, entries, board)
    place = board.text("id")
    entries.statement(
        "ties",
        line,
        {
            "id": f"{organisation.text('id')}-in-area-of-{place}",
            "text": f"{read.title} has {organisation.text('name')} in the area of {board.text('name')}.",
            "subject": organisation.text("id"),
            "object": place,
            "asserted_by": read.about.text("publisher"),
            "tie": "in-area-of",
        },
        read.source,
        f"code {line['code']}",
        {"object": "high level health geography", "subject": "code", "text": "name"},
    )


def _check_region(line: Line, entries: Entries, board: Row) -> None:
    regions = entries.areas_of(board)
    region = entries.organisation(line["national grouping"])
    if regions and (region is None or region.text("id") not in regions):
        what = f"'{line['national grouping']}' is not the region of {board.text('name')}."
        entries.problems.append(
            line.problem("national grouping", what, "Look up which of the two codes is right.")
        )


def _listed(line: Line, read: Read, entries: Entries, organisation: Row, kind: str) -> None:
    """That the register lists it among the class ``kind``: for those of which it says nothing else."""
    opened, closed = organisation["opened"], organisation["closed"]
    ended = f" as closed on {closed}" if closed else ""
    entries.statement(
        "ties",
        line,
        {
            "id": f"{organisation.text('id')}-listed-as-one-of-{kind}",
            "text": f"{read.title} lists {organisation.text('name')}{ended}.",
            "subject": organisation.text("id"),
            "object": kind,
            "asserted_by": read.about.text("publisher"),
            "valid_from": str(opened or ""),
            "valid_to": str(closed or ""),
            "tie": "listed-as",
        },
        read.source,
        f"code {line['code']}",
        {"subject": "code", "text": "name", "valid_from": "open date", "valid_to": "close date"},
    )


def load_trusts(read: Read, entries: Entries) -> dict[str, int]:
    """NHS trusts and foundation trusts, each with the area in which the register has it."""
    left_out = {"in Wales (grouping W00)": 0}
    lines, repeated, problems = unique(list(read.lines), "code", read.columns)
    entries.problems += problems
    left_out[REPEATED] = repeated
    for line in lines:
        dates = _dates(line, entries)
        if line["national grouping"] == _WALES:
            left_out["in Wales (grouping W00)"] += 1
            continue
        foundation = "NHS FOUNDATION TRUST" in line["name"].upper()
        trust = _organisation(
            line,
            entries,
            dates,
            {
                "kind": "nhs-foundation-trust" if foundation else "nhs-trust",
                "classes": _TRUSTS,
            },
        )
        if trust is None:
            continue
        entries.spelling(line, trust.text("id"), line["name"], "name", f"Spelling of {read.title}.")
        if dates[1] is None:
            _in_area(line, read, entries, trust)
        else:
            _listed(line, read, entries, trust, _TRUSTS)
    return left_out


_SUB_ICB, _HUB, _REPORTING = "RO319", "RO218", "RO327"


def load_sub_icb_locations(read: Read, entries: Entries) -> dict[str, int]:
    """Sub-ICB locations, each in the area of its board, and clinical commissioning groups that closed."""
    hubs, reporting = "commissioning hubs (role RO218)", "reporting entities (role RO327)"
    left_out = {hubs: 0, reporting: 0}
    lines, repeated, problems = unique(list(read.lines), "code", read.columns)
    entries.problems += problems
    left_out[REPEATED] = repeated
    for line in lines:
        roles = set(filter(None, line["roles"].split("|")))
        dates = _dates(line, entries)
        if _SUB_ICB in roles:
            more = {"thing": "unit", "kind": "sub-icb-location"}
        elif _HUB in roles or _REPORTING in roles:
            left_out[hubs if _HUB in roles else reporting] += 1
            continue
        elif not roles and dates[1] is not None:
            more = {"kind": "clinical-commissioning-group", "classes": _GROUPS}
        else:
            what = f"The roles '{line['roles']}' of an open organisation are not known to this layout."
            entries.problems.append(line.problem("roles", what, "Look the roles up."))
            continue
        found = _organisation(line, entries, dates, more)
        if found is None:
            continue
        entries.spelling(line, found.text("id"), line["name"], "name", f"Spelling of {read.title}.")
        if dates[1] is None:
            _in_area(line, read, entries, found)
        else:
            _listed(line, read, entries, found, _GROUPS)
    return left_out


ETR = Loader("etr", ("*etr*.csv",), _layout("reserved", "Empty in the file read."), load_trusts)
ECCG = Loader(
    "eccg",
    ("*eccg*.csv",),
    _layout("mapped", "Tells sub-ICB locations from hubs, reporting entities and closed groups."),
    load_sub_icb_locations,
)
