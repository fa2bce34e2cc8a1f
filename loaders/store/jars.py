"""Neo4j's own program files: fetched once from a locked list, each checked, then kept in the user's cache.

Neo4j Community is licensed under the GPL, so none of it is part of this project: the user's machine fetches
it and runs it as a process of its own (``launcher.py``).
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable
from concurrent.futures import Future, ThreadPoolExecutor, as_completed
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from filelock import FileLock

from loaders.errors import ToolError
from loaders.progress import Progress, silent
from loaders.settings import Settings

if TYPE_CHECKING:
    from jgo.maven import MavenContext

LOCK = Path(__file__).with_name("jars.lock")
THREADS = 16
TRIES = 3
REQUEST_TIMEOUT_SECONDS = 60
OFFLINE_HELP = (
    "Check the network connection (a proxy goes into HTTPS_PROXY, its certificate into REQUESTS_CA_BUNDLE) "
    "and run the command again: what has arrived is kept. Or unpack Neo4j 5.26 Community and set NEO4J_HOME "
    "to its folder, or set NEO4J_URI to a Neo4j that is already there."
)


@dataclass(frozen=True, order=True)
class Jar:
    """One file of the lock: Maven coordinates, SHA-256 of its bytes in hexadecimal, size in bytes."""

    group: str
    artifact: str
    version: str
    classifier: str
    sha256: str
    size: int

    def __str__(self) -> str:
        parts = [self.group, self.artifact, self.version]
        return ":".join([*parts, self.classifier] if self.classifier else parts)


def read_lock(path: Path = LOCK) -> tuple[Jar, ...]:
    """The jars that the lock lists, in its order.

    One a line: coordinates, SHA-256, size; ``#`` opens a comment.
    """
    jars = []
    for line in path.read_text(encoding="utf-8").splitlines():
        if not line or line.startswith("#"):
            continue
        coordinates, sha256, size = line.split()
        group, artifact, version, *classifier = coordinates.split(":")
        jars.append(Jar(group, artifact, version, classifier[0] if classifier else "", sha256, int(size)))
    return tuple(jars)


def class_path(settings: Settings, progress: Progress = silent) -> list[Path]:
    """The jars that the local Neo4j runs on: those of ``neo4j_home`` where it is set, else the locked ones.

    The locked ones are fetched where the cache lacks them. Raises ToolError where neither can be had.
    """
    if settings.neo4j_home is not None:
        return _of_home(settings.neo4j_home)
    return fetch(read_lock(), settings.cache_folder / "neo4j-jars", progress)


def _of_home(home: Path) -> list[Path]:
    jars = sorted((home / "lib").glob("*.jar"))
    version = next((jar.stem.removeprefix("neo4j-kernel-") for jar in jars if _is_kernel(jar)), None)
    if version is None:
        raise ToolError(
            f"NEO4J_HOME is {home}, which is not an unpacked Neo4j: lib/neo4j-kernel-*.jar is not there.",
            "Set it to the folder that holds Neo4j's bin, conf and lib, or unset it to have Neo4j fetched.",
        )
    if not version.startswith("5.26."):
        raise ToolError(
            f"NEO4J_HOME is {home}, which holds Neo4j {version}; this project runs on 5.26.",
            "Unpack Neo4j 5.26 Community and set NEO4J_HOME to it, or unset it to have it fetched.",
        )
    return jars


def _is_kernel(jar: Path) -> bool:
    return jar.name.startswith("neo4j-kernel-") and jar.name.removeprefix("neo4j-kernel-")[:1].isdigit()


def fetch(jars: Iterable[Jar], folder: Path, progress: Progress = silent) -> list[Path]:
    """Paths of ``jars`` under ``folder``, in order, each there and checked against its SHA-256.

    A mark beside them remembers the sizes and times of files that were checked, so that a second call reads
    none of them again. Two processes may call it at once. Raises ToolError where a file cannot be had or is
    not the one that the lock names.
    """
    wanted = tuple(jars)
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with FileLock(folder / "fetch.lock"):
            return _fetch(wanted, folder, progress)
    except OSError as error:
        raise ToolError(
            f"Neo4j's program files cannot be kept in {folder} ({error}).",
            "Free some space or set LANDSCAPE_CACHE_FOLDER to a folder that this user may write to.",
        ) from error


def _fetch(jars: tuple[Jar, ...], folder: Path, progress: Progress) -> list[Path]:
    checked_file = folder / "checked.json"
    checked = _read_checked(checked_file)
    paths = [jar_path(folder, jar) for jar in jars]
    missing = [
        jar for jar, path in zip(jars, paths, strict=True) if checked.get(str(jar)) != _stamp(jar, path)
    ]
    if not missing:
        return paths
    from jgo.maven import MavenContext  # slow to import, and needed once only

    context = MavenContext(repo_cache=folder, timeout=REQUEST_TIMEOUT_SECONDS)
    total = sum(jar.size for jar in missing)
    done = 0
    progress("Fetching Neo4j's program files (bytes)", done, total)
    pool = ThreadPoolExecutor(THREADS)
    try:
        running: dict[Future[Path], Jar] = {pool.submit(_one, context, jar): jar for jar in missing}
        for future in as_completed(running):
            jar = running[future]
            checked[str(jar)] = _stamp(jar, future.result())
            done += jar.size
            progress("Fetching Neo4j's program files (bytes)", done, total)
    finally:
        pool.shutdown(wait=True, cancel_futures=True)
        beside = checked_file.with_suffix(".new")
        beside.write_text(json.dumps(checked, indent=0, sort_keys=True), encoding="utf-8")
        beside.replace(checked_file)
    return paths


def _read_checked(path: Path) -> dict[str, list[object]]:
    try:
        content = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return content if isinstance(content, dict) else {}


def _stamp(jar: Jar, path: Path) -> list[object]:
    """What tells that a file is still the one that was checked:

    its hash then, its size and time of change.
    """
    try:
        state = path.stat()
    except OSError:
        return []
    return [jar.sha256, state.st_size, state.st_mtime_ns]


def jar_path(folder: Path, jar: Jar) -> Path:
    """Where a Maven cache keeps it."""
    suffix = f"-{jar.classifier}" if jar.classifier else ""
    name = f"{jar.artifact}-{jar.version}{suffix}.jar"
    return folder.joinpath(*jar.group.split("."), jar.artifact, jar.version, name)


def _one(context: MavenContext, jar: Jar) -> Path:
    """Fetch one jar where it is missing or wrong, and check it.

    A file cut short by a kill is fetched again.
    """
    path = jar_path(context.repo_cache, jar)
    if path.exists() and _sha256(path) == jar.sha256:
        return path
    trouble: Exception | None = None
    for _ in range(TRIES):
        path.unlink(missing_ok=True)
        try:
            component = context.project(jar.group, jar.artifact).at_version(jar.version)
            component.artifact(jar.classifier).resolve()
        except Exception as error:  # jgo raises requests' errors, RuntimeError and OSError alike
            path.unlink(missing_ok=True)
            if isinstance(error, OSError) and error.errno is not None:
                raise
            trouble = error
            continue
        found = _sha256(path)
        if found == jar.sha256:
            return path
        path.unlink()
        trouble = ValueError(f"its SHA-256 is {found}, the lock says {jar.sha256}")
    reason = " ".join(str(trouble).split())[:300]
    raise ToolError(f"Neo4j's file {jar} could not be fetched: {reason}.", OFFLINE_HELP) from trouble


def _sha256(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
