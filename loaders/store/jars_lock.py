"""Writes ``jars.lock`` anew: ``python -m loaders.store.jars_lock 5.26.30``. For who moves to another Neo4j.

The list is the run time of ``org.neo4j:neo4j`` with the versions that Neo4j's own build manages (a plain
Maven project that depends on it gets slightly older ones of a few libraries). It also holds what Neo4j's
bulk import (``org.neo4j.cli.AdminTool``) runs on. Each jar is fetched and its hash taken, so run it on a
network that you trust and read the difference before you commit it.
"""

from __future__ import annotations

import hashlib
import sys
import tempfile
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from jgo.maven import Dependency, MavenContext, PythonResolver

from loaders.store.jars import LOCK, REQUEST_TIMEOUT_SECONDS, THREADS, Jar


def resolve(version: str, folder: Path) -> list[Jar]:
    """The jars of that Neo4j's run time, sorted, each fetched into ``folder`` (a Maven cache) and hashed."""
    context = MavenContext(PythonResolver(), repo_cache=folder, timeout=REQUEST_TIMEOUT_SECONDS)
    roots, others = context.resolver.resolve([context.create_dependency(f"org.neo4j:neo4j:{version}")])
    with ThreadPoolExecutor(THREADS) as pool:
        return sorted(set(pool.map(_hashed, [*roots, *others])))


def _hashed(dependency: Dependency) -> Jar:
    artifact = dependency.artifact
    content = Path(artifact.resolve()).read_bytes()
    sha256 = hashlib.sha256(content).hexdigest()
    names = (artifact.groupId, artifact.artifactId, artifact.version, artifact.classifier)
    return Jar(*names, sha256, len(content))


def main(version: str) -> None:
    """Write the lock for ``version`` ("5.26.30")."""
    with tempfile.TemporaryDirectory() as folder:
        jars = resolve(version, Path(folder))
    lines = [
        f"# Run time of org.neo4j:neo4j:{version}. Written by: python -m loaders.store.jars_lock {version}"
    ]
    lines += ["# Maven coordinates (group:artifact:version[:classifier]), SHA-256, size in bytes."]
    lines += [f"{jar} {jar.sha256} {jar.size}" for jar in jars]
    LOCK.write_text("\n".join(lines) + "\n", encoding="utf-8")
    print(f"{LOCK.name}: {len(jars)} jars, {sum(jar.size for jar in jars) / 1e6:.0f} MB")


if __name__ == "__main__":
    main(sys.argv[1])
