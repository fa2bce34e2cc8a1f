"""The directory of the Care Quality Commission: who is registered with it, and where they give care."""

from __future__ import annotations

from loaders.sources.registers.entries import REPEATED, Entries, unique
from loaders.sources.registers.layout import Field, Layout, Line
from loaders.sources.registers.ordinary import ordinary_case
from loaders.sources.registers.register import Loader, Read
from loaders.sources.rows import Row

_PROVIDER = "CQC Provider ID (for office use only)"
_LOCATION = "CQC Location ID (for office use only)"
_ADDRESS = "An address says nothing about who oversees whom."
_CLASS = "registered-persons"


def load_directory(read: Read, entries: Entries) -> dict[str, int]:
    """Registered providers, and the locations at which each gives care."""
    providers: dict[str, Row] = {}
    for line in read.lines:
        _provider(line, read, entries, providers)
    locations, repeated, problems = unique(
        [line for line in read.lines if line[_LOCATION]], _LOCATION, read.columns
    )
    entries.problems += problems
    for line in locations:
        provider = providers.get(line[_PROVIDER])
        if provider is not None:
            _location(line, read, entries, provider)
    return {REPEATED: repeated}


def _provider(line: Line, read: Read, entries: Entries, providers: dict[str, Row]) -> None:
    code = line[_PROVIDER]
    if not code or not line["Provider name"]:
        column = "Provider name" if code else _PROVIDER
        entries.problems.append(line.problem(column, "The cell is empty.", "Look the provider up."))
        return
    name = ordinary_case(line["Provider name"])
    known = providers.get(code)
    if known is not None:
        entries.agrees(line, "Provider name", known, "name", name)
        return
    organisation = entries.organisation(code)
    if organisation is None:
        ods = {"ods_code": code} if "-" not in code else {}
        organisation = entries.add_organisation(
            line,
            {
                "id": f"{'ods' if ods else 'cqc'}-{code.lower()}",
                "name": name,
                "thing": "body",
                "kind": "registered-provider",
                "classes": _CLASS,
                **ods,
            },
            {"id": _PROVIDER, "name": "Provider name"},
        )
        if organisation is None:
            return
    else:
        organisation = entries.classify(organisation, _CLASS)
    providers[code] = organisation
    if line["Provider name"] != organisation.text("name"):
        reason = f"Spelling of {read.title}."
        entries.spelling(line, organisation.text("id"), line["Provider name"], "Provider name", reason)
    text = f"{read.title} lists {organisation.text('name')} as a registered provider."
    _listed(line, read, entries, organisation, _CLASS, "listed-as", text)


def _location(line: Line, read: Read, entries: Entries, provider: Row) -> None:
    code = line[_LOCATION]
    location = entries.add(
        "organisations",
        line,
        {
            "id": f"cqc-location-{code.lower()}",
            "name": ordinary_case(line["Name"]),
            "thing": "unit",
            "kind": "registered-location",
            "part_of": provider.text("id"),
        },
        {"id": _LOCATION, "name": "Name", "part_of": _PROVIDER},
    )
    if location is not None:
        text = f"{read.title} lists {location.text('name')} as a location of {provider.text('name')}."
        _listed(line, read, entries, location, provider.text("id"), "location-of", text)


def _listed(
    line: Line, read: Read, entries: Entries, organisation: Row, other: str, tie: str, text: str
) -> None:
    code = line[_LOCATION] if tie == "location-of" else line[_PROVIDER]
    entries.statement(
        "ties",
        line,
        {
            "id": f"{organisation.text('id')}-{tie}-{other}",
            "text": text,
            "subject": organisation.text("id"),
            "object": other,
            "asserted_by": read.about.text("publisher"),
            "tie": tie,
        },
        read.source,
        f"identifier {code}",
        {"subject": _LOCATION if tie == "location-of" else _PROVIDER, "object": _PROVIDER, "text": "Name"},
    )


CQC = Loader(
    "cqc",
    ("cqc_directory*.csv",),
    Layout(
        True,
        (
            Field("Name", "mapped", "The location's name; in a row without a location, the provider's."),
            Field("Address 1", "left out", _ADDRESS),
            Field("Address 2", "left out", _ADDRESS),
            Field("Town/City", "left out", _ADDRESS),
            Field("County", "left out", _ADDRESS),
            Field("Postcode", "left out", _ADDRESS),
            Field(_PROVIDER, "mapped", "Identifies the provider; an ODS code where the provider has one."),
            Field(_LOCATION, "mapped", "Identifies the location; empty in rows of providers alone."),
            Field("Website", "left out", "Contact details are not part of the landscape."),
            Field("Local authority", "left out", "Whose area it lies in is not who oversees it."),
            Field("Region", "left out", "Regions of the government, not those of NHS England."),
            Field("Report publication date", "left out", "Ratings and reports are not loaded."),
            Field("URL", "left out", "Follows from the identifier."),
            Field("Also known as", "left out", "Trading names, which the register does not check."),
            Field("Specialisms/services", "left out", "Services are not part of the landscape yet."),
            Field("Service types", "left out", "Services are not part of the landscape yet."),
            Field("Provider name", "mapped", "The provider's name."),
        ),
    ),
    load_directory,
)
