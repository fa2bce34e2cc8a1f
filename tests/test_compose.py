"""The compose file: valid by a parser of the Compose Specification, and safe by our own rules."""

from __future__ import annotations

import json
import os
import re
import subprocess
from pathlib import Path
from typing import Any

import pytest
import yaml
from compose_spec import PyCompose

from loaders.store.jars import read_lock

SERVICES = ("neo4j", "loader", "explorer")


@pytest.fixture
def compose(checkout: Path) -> PyCompose:
    """The file, parsed; YAML's own merges are applied first, as every client does."""
    content = yaml.safe_load((checkout / "docker-compose.yml").read_text(encoding="utf-8"))
    parsed = PyCompose.from_json(json.dumps(content))
    parsed.validate()
    return parsed


@pytest.fixture(params=SERVICES)
def service(request: pytest.FixtureRequest, compose: PyCompose) -> Any:
    return compose.get_service(request.param)


def test_the_services_are_these(compose: PyCompose) -> None:
    assert sorted(compose.service_names()) == sorted(SERVICES)


def test_every_container_is_confined(service: Any) -> None:
    assert service.read_only is True
    assert set(service.cap_drop) == {"ALL"}
    assert not service.cap_add
    assert "no-new-privileges:true" in service.security_opt
    assert service.mem_limit and service.pids_limit
    assert not service.privileged and service.network_mode is None


def test_ports_are_on_loopback(service: Any) -> None:
    assert all(str(port).startswith("127.0.0.1:") for port in service.ports or ())


def test_nobody_is_root(compose: PyCompose, checkout: Path) -> None:
    neo4j = compose.get_service("neo4j")
    assert neo4j is not None and neo4j.user == "7474:7474"
    users = re.findall(r"^USER (\S+)$", (checkout / "Dockerfile").read_text("utf-8"), re.MULTILINE)
    assert users and users[-1] != "root"


def test_images_are_pinned(compose: PyCompose, checkout: Path) -> None:
    neo4j = compose.get_service("neo4j")
    assert neo4j is not None
    locked = next(jar.version for jar in read_lock() if (jar.group, jar.artifact) == ("org.neo4j", "neo4j"))
    assert neo4j.image == f"neo4j:{locked}-community"
    bases = re.findall(r"^FROM (\S+)", (checkout / "Dockerfile").read_text("utf-8"), re.MULTILINE)
    assert bases and all(re.search(r":\d+\.\d+\.\d+", base) for base in bases)


def test_there_is_no_default_password(checkout: Path) -> None:
    text = (checkout / "docker-compose.yml").read_text("utf-8")
    uses = re.findall(r"\$\{NEO4J_PASSWORD[^}]*\}", text)
    assert len(uses) == 2 and all(use.startswith("${NEO4J_PASSWORD:?") for use in uses)


def test_the_database_is_ready_before_it_is_filled_and_filled_before_it_is_shown(compose: PyCompose) -> None:
    services = compose.to_dict()["services"]
    assert "RETURN 1" in json.dumps(services["neo4j"]["healthcheck"])
    assert services["loader"]["depends_on"]["neo4j"]["condition"] == "service_healthy"
    waits = services["explorer"]["depends_on"]
    assert waits["loader"]["condition"] == "service_completed_successfully"
    assert services["loader"]["restart"] in ("no", False)


def test_the_database_has_a_network_without_a_way_out(compose: PyCompose) -> None:
    content = compose.to_dict()
    assert content["networks"]["database"]["internal"] is True
    assert list(content["services"]["loader"]["networks"]) == ["database"]


def test_settings_of_the_container_are_those_of_the_local_server(compose: PyCompose) -> None:
    """What keeps readers safe on a laptop keeps them safe in the container."""
    from loaders.settings import Settings
    from loaders.store.configuration import neo4j_conf

    given = dict(line.split("=", 1) for line in neo4j_conf(7687, Settings.from_environment({})).splitlines())
    neo4j = compose.get_service("neo4j")
    assert neo4j is not None
    shared = (
        "dbms.security.allow_csv_import_from_file_urls",
        "internal.dbms.cypher_ip_blocklist",
        "dbms.usage_report.enabled",
        "server.http.enabled",
    )
    for name in shared:
        variable = "NEO4J_" + name.replace("_", "__").replace(".", "_")
        assert neo4j.environment[variable] == given[name]


def test_the_image_can_be_set_up_from_what_it_copies_first(checkout: Path, tmp_path: Path) -> None:
    """Step one of the Dockerfile copies just these; run.py must need nothing else to find its environment
    made.
    """
    copied = re.findall(
        r"^COPY (?!\. \.)(.+) \S+$", (checkout / "Dockerfile").read_text("utf-8"), re.MULTILINE
    )
    for name in " ".join(copied).split():
        assert (checkout / name).is_file(), name
    done = subprocess.run(
        ["python3", str(checkout / "run.py"), "set-up"], env=dict(os.environ), capture_output=True, text=True
    )
    assert done.returncode == 0, done.stderr
