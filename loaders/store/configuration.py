"""What the local Neo4j is told: its settings file and its Java machine's options."""

from __future__ import annotations

import sys
from pathlib import Path

from loaders.settings import Settings

HOST = "127.0.0.1"

COLLECTOR = "-XX:+UseSerialGC"
"""The Java machine's collector: the lightest. A class archive holds for one collector."""

OPENED_PACKAGES = ("java.nio", "java.io", "sun.nio.ch")
"""Packages of Java's own that Neo4j reaches into, as its own start script allows."""


def write_configuration(home: Path, port: int, settings: Settings) -> None:
    """Write ``conf/neo4j.conf`` of ``home``; Bolt alone, on loopback, at ``port``."""
    conf = home / "conf"
    conf.mkdir(exist_ok=True)
    (conf / "neo4j.conf").write_text(neo4j_conf(port, settings), encoding="utf-8")


def neo4j_conf(port: int, settings: Settings) -> str:
    """The text of ``neo4j.conf``.

    Neo4j refuses names that it does not know, so a test that starts it checks them.
    """
    milliseconds = max(1, round(settings.query_timeout_seconds * 1000))
    lines = [
        # Bolt on loopback, nothing else listens.
        "server.bolt.enabled=true",
        f"server.bolt.listen_address={HOST}:{port}",
        f"server.bolt.advertised_address={HOST}:{port}",
        "server.http.enabled=false",
        "server.https.enabled=false",
        "dbms.security.auth_enabled=true",
        # Readers: no endless query, no file of this machine, no address, no extension.
        f"db.transaction.timeout={milliseconds}ms",
        "dbms.security.allow_csv_import_from_file_urls=false",
        "internal.dbms.cypher_ip_blocklist=0.0.0.0/0,::/0",
        "dbms.security.procedures.allowlist=",
        "dbms.security.procedures.unrestricted=",
        # Small and quiet on a laptop.
        "dbms.usage_report.enabled=false",
        "db.tx_log.preallocate=false",
        "db.tx_log.rotation.retention_policy=keep_none",
        f"server.memory.pagecache.size={settings.page_cache_megabytes}m",
        # Ends in one second instead of ten.
        "internal.dbms.bolt.netty_server_shutdown_quiet_period=0",
        "internal.server.bolt.thread_pool_shutdown_wait_time=1s",
    ]
    return "\n".join(lines) + "\n"


def java_options(settings: Settings) -> list[str]:
    """Options of the server's Java machine."""
    opened = [f"--add-opens=java.base/{package}=ALL-UNNAMED" for package in OPENED_PACKAGES]
    return [
        COLLECTOR,
        f"-Xms{min(256, settings.heap_megabytes)}m",  # a small one is swept all through start and load
        f"-Xmx{settings.heap_megabytes}m",
        "-XX:-UsePerfData",
        "-XX:TieredStopAtLevel=1",
        "-Xrs",  # signals go to the launcher, which ends the server cleanly
        "--enable-native-access=ALL-UNNAMED",
        *opened,
    ]


def java_library(java_home: Path) -> Path:
    """The shared library of the Java machine at ``java_home``."""
    if sys.platform == "win32":
        return java_home / "bin" / "server" / "jvm.dll"
    return java_home / "lib" / "server" / ("libjvm.dylib" if sys.platform == "darwin" else "libjvm.so")
