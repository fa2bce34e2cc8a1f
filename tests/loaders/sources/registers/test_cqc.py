"""Registered providers and locations, from the care directory."""

from __future__ import annotations

from pathlib import Path

from tests.loaders.sources.registers.extracts import (
    DIRECTORY,
    added,
    listed,
    loaded,
    ods,
    problems,
    written,
)


def test_providers_and_locations_are_told_apart(tmp_path: Path) -> None:
    found = {row["id"]: row for row in added(loaded(written(tmp_path, "cqc", DIRECTORY)), "organisations")}
    assert sorted(found) == [
        "cqc-1-20388583348",
        "cqc-1-4644914295",
        "cqc-location-1-20396518332",
        "cqc-location-rx601",
        "ods-rx6",
    ]
    assert found["cqc-1-4644914295"]["name"] == "@HomeDental Limited"
    assert found["cqc-location-rx601"]["part_of"] == "ods-rx6"
    assert found["cqc-1-20388583348"]["classes"] == ("registered-persons",)


def test_a_trust_of_another_register_becomes_a_registered_person_too(tmp_path: Path) -> None:
    name = "NORTH EAST AMBULANCE SERVICE NHS FOUNDATION TRUST"
    trusts = written(tmp_path, "etr", [ods("RX6", name, "Y63", "QHM", "20060701")])
    found = added(loaded(trusts, written(tmp_path, "cqc", DIRECTORY)), "organisations")
    (trust,) = [row for row in found if row["ods_code"] == "RX6"]
    assert trust["classes"] == ("nhs-trusts-and-foundation-trusts", "registered-persons")


def test_each_listing_is_a_statement_with_evidence(tmp_path: Path) -> None:
    found = loaded(written(tmp_path, "cqc", DIRECTORY))
    ties = {row["id"]: row for row in added(found, "ties")}
    location = ties["cqc-location-rx601-location-of-ods-rx6"]
    assert (location["tie"], location["object"]) == ("location-of", "ods-rx6")
    assert {row["supports"] for row in added(found, "evidence")} == set(ties)


def test_a_provider_with_two_names_is_refused(tmp_path: Path) -> None:
    rows = [*DIRECTORY, listed("Other", "1-4644914295", "Another Limited", "1-5")]
    (problem,) = problems(written(tmp_path, "cqc", rows))
    assert (problem.row, problem.column) == (5, "Provider name")


def test_a_location_with_two_names_is_refused(tmp_path: Path) -> None:
    rows = [*DIRECTORY, listed("Elsewhere", "1-20388583348", "Vim Vitae Holdings Limited", "1-20396518332")]
    (problem,) = problems(written(tmp_path, "cqc", rows))
    assert problem.row == 5 and "#HEALTH Crosby" in problem.what
