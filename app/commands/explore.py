"""``run.py explore``: builds and loads what has changed, starts the explorer and stops all of it together."""

from __future__ import annotations

import datetime
import http.client
import json
import os
import signal
import socket
import subprocess
import sys
import threading
import time
import webbrowser
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager, nullcontext
from functools import partial
from importlib import import_module
from pathlib import Path
from types import FrameType
from typing import TYPE_CHECKING, Annotated

import typer

from app.commands.progress import shown_progress
from loaders.errors import ToolError
from loaders.progress import Progress
from loaders.settings import CHECKOUT, Settings
from loaders.sources.waivers import read_waivers

if TYPE_CHECKING:
    from loaders.store.connection import Store

START_SECONDS = 120.0
STOP_SECONDS = 10.0
FIRST_PAGES_SECONDS = 20.0
EVERYWHERE = ("0.0.0.0", "::")


def register(app: typer.Typer) -> None:
    """Add the command."""

    @app.command()
    def explore(
        open_browser: Annotated[
            bool, typer.Option("--open/--no-open", help="Open the explorer in the browser.")
        ] = True,
    ) -> None:
        """Build what has changed, load it into Neo4j and open the explorer; Ctrl-C stops all of it."""
        run(Settings.from_environment(), open_browser=open_browser)


def run(settings: Settings, *, open_browser: bool) -> None:
    """Start the explorer and wait until Ctrl-C (or a polite kill) ends it.

    Raises DataError where the sheets are bad, ToolError where something cannot be started or ends by itself.
    """
    with _until_interrupted(), shown_progress() as progress:
        _build(settings, progress)
        with _explorer(settings) as explorer:
            store = _load(settings, progress)
            try:
                findings = _write_findings(store, settings, progress)
                shown = explorer.serve(free_port(settings.explorer_host, settings.explorer_port), progress)
                print(f"The explorer is at {shown}\nCtrl-C stops it.", flush=True)
                if open_browser and _has_screen():
                    webbrowser.open(shown)
                with _robustness(store, findings), _quicker_next_time(settings):
                    explorer.wait()
            finally:
                store.close()


def free_port(host: str, wanted: int) -> int:
    """``wanted`` where it is free on ``host``, else another free port. Raises ToolError on an
    impossible host.
    """
    for port in (wanted, 0):
        try:
            family = socket.AF_INET6 if ":" in host else socket.AF_INET
            with socket.socket(family, socket.SOCK_STREAM) as trial:
                if os.name != "nt":
                    trial.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
                trial.bind((host, port))
                return int(trial.getsockname()[1])
        except OSError as error:
            if port == 0:
                raise ToolError(
                    f"The explorer cannot listen on '{host}' ({error.strerror or error}).",
                    "Set LANDSCAPE_EXPLORER_HOST to an address of this machine, or unset it.",
                ) from error
            print(
                f"Port {wanted} cannot be used ({error.strerror or error}): taking another.", file=sys.stderr
            )
    raise AssertionError("unreachable")


class Explorer:
    """The process that serves the pages; its own words go into ``log``."""

    def __init__(self, process: subprocess.Popen[bytes], host: str, log: Path) -> None:
        self.process = process
        self.host = host
        self.log = log

    def serve(self, port: int, progress: Progress) -> str:
        """Let it serve pages on ``port``, wait until it does, and give its address.

        Raises ToolError where it ends or takes too long.
        """
        assert self.process.stdin is not None
        try:
            self.process.stdin.write(f"{port}\n".encode())
            self.process.stdin.flush()
        except OSError as error:
            raise self._ended() from error
        began = time.monotonic()
        while not self._answers(port):
            passed = time.monotonic() - began
            if self.process.poll() is not None:
                raise self._ended()
            if passed > START_SECONDS:
                raise ToolError(
                    f"The explorer did not start within {START_SECONDS:.0f} seconds.",
                    f"Its own words are in {self.log}.",
                )
            progress("Starting the explorer", min(passed, 9.0), 10.0)
            time.sleep(0.1)
        progress("Starting the explorer", 10.0, 10.0)
        if self.process.poll() is not None:  # another program took the port and answered in its place
            raise self._ended()
        return f"http://{_reachable(self.host)}:{port}/"

    def wait(self) -> None:
        """Wait for its end, which only an error or Ctrl-C brings. Raises ToolError where it ended by
        itself.
        """
        self.process.wait()
        raise self._ended()

    def stop(self) -> None:
        """End it, politely first."""
        if self.process.poll() is None:
            self.process.terminate()
            try:
                self.process.wait(STOP_SECONDS)
            except subprocess.TimeoutExpired:
                self.process.kill()
                self.process.wait()
        if self.process.stdin is not None:
            self.process.stdin.close()

    def _answers(self, port: int) -> bool:
        connection = http.client.HTTPConnection(_reachable(self.host).strip("[]"), port, timeout=2)
        try:
            connection.request("GET", "/_stcore/health")
            return connection.getresponse().status == http.HTTPStatus.OK
        except OSError:
            return False
        finally:
            connection.close()

    def _ended(self) -> ToolError:
        try:
            last = self.log.read_text(encoding="utf-8", errors="replace").strip().splitlines()[-1:]
        except OSError:
            last = []
        words = f" Its last words: {last[0].strip()}" if last else ""
        return ToolError(
            f"The explorer ended by itself (code {self.process.poll()}).{words}",
            f"All of its words are in {self.log}. Start it again with: python3 run.py explore",
        )


@contextmanager
def _explorer(settings: Settings) -> Iterator[Explorer]:
    """The explorer's process, which brings in its libraries while the store starts; ended after the block."""
    log = settings.data_folder / "explorer.log"
    new_group = 0x200 if os.name == "nt" else 0  # CREATE_NEW_PROCESS_GROUP: Ctrl-C is for this process alone
    try:
        settings.data_folder.mkdir(parents=True, exist_ok=True)
        out = log.open("wb")
    except OSError as error:
        raise ToolError(
            f"{log} cannot be written ({error.strerror}).",
            "Make that folder writable, or set LANDSCAPE_DATA_FOLDER to one that is.",
        ) from error
    with out:
        process = subprocess.Popen(
            [sys.executable, "-P", "-m", "app.serve", f"--server.address={settings.explorer_host}"],
            cwd=CHECKOUT,
            env={**os.environ, "PYTHONPATH": str(CHECKOUT)},
            stdin=subprocess.PIPE,
            stdout=out,
            stderr=subprocess.STDOUT,
            start_new_session=os.name != "nt",
            creationflags=new_group,
        )
    explorer = Explorer(process, settings.explorer_host, log)
    try:
        yield explorer
    finally:
        explorer.stop()


def _build(settings: Settings, progress: Progress) -> None:
    from loaders.release import is_up_to_date

    if is_up_to_date(settings):
        return
    from loaders.release import build_release

    built = build_release(settings, progress)
    print(f"Built release {built.id}.", flush=True)


def _load(settings: Settings, progress: Progress) -> Store:
    from loaders.store import server as local

    identifier = (settings.data_folder / "current").read_text(encoding="utf-8").strip()
    server: local.Server | None = None
    if settings.neo4j_uri is None and local.store_folder(settings).home() is not None:
        # the driver is brought in while Neo4j starts
        threading.Thread(target=import_module, args=("loaders.store.load",), daemon=True).start()
        server = local.start(settings, progress)
    from loaders.store.load import open_loaded

    store, report = open_loaded(settings.data_folder / "releases" / identifier, settings, progress, server)
    if report.how != "nothing to do":
        print(report, flush=True)
    return store


def _write_findings(store: Store, settings: Settings, progress: Progress) -> Path:
    """Ask the catalogue and write the answers beside the release, unless that is done; gives the file."""
    from queries import catalogue, findings, landscape

    release = store.release()
    assert release is not None  # it was loaded just now
    file = settings.data_folder / "findings" / f"{release['id']}.json"
    waivers, today = read_waivers(settings.sheets_folder), datetime.date.today()
    try:
        kept = json.loads(file.read_text(encoding="utf-8"))
        if (kept["release"], kept["catalogue"]) == (release["id"], catalogue.load().version):
            findings.mark(file, waivers, today)
            return file
    except (OSError, ValueError, KeyError):
        pass
    progress("Asking the questions", 0, 2)
    findings.write(store, release, settings.data_folder)
    findings.mark(file, waivers, today)
    progress("Asking the questions", 1, 2)
    landscape.findings(store, str(release["id"]), today)
    progress("Asking the questions", 2, 2)
    return file


@contextmanager
def _in_background(work: Callable[[threading.Event], object]) -> Iterator[None]:
    """During the block, ``work`` is done once the first pages have been shown.

    The event that it is given is set when the block ends; the block then waits for it to stop.
    """
    ended = threading.Event()

    def wait_and_work() -> None:
        if not ended.wait(FIRST_PAGES_SECONDS):
            work(ended)

    worker = threading.Thread(target=wait_and_work, daemon=True)
    worker.start()
    try:
        yield
    finally:
        ended.set()
        worker.join()


def _robustness(store: Store, file: Path) -> AbstractContextManager[None]:
    """During the block, which sources each finding would not survive losing is worked out and kept."""

    def work(ended: threading.Event) -> None:
        from queries import robustness

        try:
            robustness.work_out(store, file, stopped=ended.is_set)
        except ToolError as error:  # the pages do without; the next start tries again
            print(f"{error.what} {error.do}", file=sys.stderr)

    return _in_background(work)


def _quicker_next_time(settings: Settings) -> AbstractContextManager[None]:
    """During the block, the local Neo4j's class archive is made, where there is a local Neo4j."""
    if settings.neo4j_uri is not None:
        return nullcontext()
    from loaders.store.server import make_class_archive

    return _in_background(partial(make_class_archive, settings))


@contextmanager
def _until_interrupted() -> Iterator[None]:
    """Ctrl-C and a polite kill end the block in order, and are no error."""

    def interrupt(number: int, frame: FrameType | None) -> None:
        raise KeyboardInterrupt

    before = {number: signal.signal(number, interrupt) for number in (signal.SIGINT, signal.SIGTERM)}
    try:
        yield
    except KeyboardInterrupt:
        print("\nThe explorer has stopped.", file=sys.stderr)
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)


def _reachable(host: str) -> str:
    if host in EVERYWHERE:
        return "127.0.0.1"
    return f"[{host}]" if ":" in host else host


def _has_screen() -> bool:
    """Whether a browser would open a window rather than take over this terminal."""
    if os.name == "nt" or sys.platform == "darwin":
        return True
    return bool(
        os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY") or os.environ.get("WSL_DISTRO_NAME")
    )
