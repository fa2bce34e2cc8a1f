"""The explorer as a reader starts it, on the real sheets and a real Neo4j, and a real browser."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, Page, Request, sync_playwright

from loaders.settings import Settings

CHECKOUT = Path(__file__).resolve().parent.parent.parent
NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "microsoft-edge", "msedge")
FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--lang=en-GB",
]
START_SECONDS = 300
PAINT_MILLISECONDS = 60_000

MODEL_CASE = "policy-assigns-practice-denies--integrated-care-boards--provider-collaboratives"
PAGES = {
    "findings": "/",
    "findings as at a day": "/?as-at=2024-10-11",
    "findings of one kind": "/?kind=gap",
    "finding": f"/finding?of={MODEL_CASE}",
    "finding as at a day": f"/finding?of={MODEL_CASE}&as-at=2024-10-11",
    "questions": "/questions",
    "question": "/questions?of=policy-assigns-practice-denies",
    "question with an answer": "/questions?of=who-is-told&p-event=maternal-death",
    "matrix": "/matrix",
    "matrix cell": "/matrix?of=nhs-england&function=assure",
    "function": "/matrix?function=inspect",
    "what if": "/what-if",
    "what if of one": "/what-if?scenario=delegation-of-specialised-commissioning",
    "recommendations": "/recommendations",
    "what changed": "/changes",
    "class": "/body?of=integrated-care-boards",
    "body": "/body?of=nhs-england",
    "rule": "/body?of=nhs-oversight-framework-read-2024",
    "bodies": "/body",
    "finder": "/body?find=nhs",
    "source": "/source?of=hssib-2025",
    "sources": "/source",
    "about": "/about",
}
"""Every page, by what it is."""


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if Path(__file__).parent in item.path.parents:
            item.add_marker(pytest.mark.browser)


def clean_environment(data_folder: Path, **more: str) -> dict[str, str]:
    """The environment for a process of ours: a data folder of its own, no other Neo4j.

    Each process of a run that shares the tests has a port of its own, so that no two ask for one at once.
    """
    kept = {name: value for name, value in os.environ.items() if not name.startswith("NEO4J_")}
    worker = int(os.environ.get("PYTEST_XDIST_WORKER", "gw0").removeprefix("gw"))
    own = {"LANDSCAPE_EXPLORER_PORT": str(8501 + 50 * worker)}
    return {**kept, **own, "LANDSCAPE_DATA_FOLDER": str(data_folder), "PYTHONPATH": str(CHECKOUT), **more}


def start_explorer(data_folder: Path, **more: str) -> tuple[subprocess.Popen[str], str, list[str]]:
    """``explore`` in a process of its own: the process, the explorer's address, and its lines so far."""
    process = subprocess.Popen(
        [sys.executable, "-P", "-m", "app.commands", "explore", "--no-open"],
        cwd=CHECKOUT,
        env=clean_environment(data_folder, **more),
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )
    assert process.stdout is not None
    lines: list[str] = []
    watchdog = threading.Timer(START_SECONDS, process.kill)
    watchdog.start()
    for line in process.stdout:
        lines.append(line)
        if line.startswith("The explorer is at "):
            watchdog.cancel()
            return process, line.split()[-1].rstrip("/"), lines
    watchdog.cancel()
    raise AssertionError("explore did not start:\n" + "".join(lines))


def stop_explorer(process: subprocess.Popen[str]) -> int:
    """Ctrl-C, as a reader would stop it; gives the exit code."""
    process.send_signal(signal.SIGINT)
    process.communicate(timeout=60)
    return process.returncode


@pytest.fixture(scope="package")
def sheets(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The real sheets, with a waiver of the model case."""
    folder = tmp_path_factory.mktemp("explored") / "sheets"
    shutil.copytree(CHECKOUT / "data", folder)
    with (folder / "waivers.csv").open("a", encoding="utf-8") as sheet:
        sheet.write(f"{MODEL_CASE},It is being settled.,The board,2199-03-31\n")
    return folder


@pytest.fixture(scope="package")
def explorer(tmp_path_factory: pytest.TempPathFactory, sheets: Path) -> Iterator[str]:
    """The address of an explorer that ``explore`` started."""
    folder = tmp_path_factory.mktemp("explorer")
    process, address, _ = start_explorer(folder, LANDSCAPE_SHEETS_FOLDER=str(sheets))
    yield address
    assert stop_explorer(process) == 0


def browser_path() -> str | None:
    """The browser that the settings name, else one of this machine; None: Playwright's own."""
    named = Settings.from_environment().browser
    return str(named) if named else next((path for path in map(shutil.which, NAMES) if path), None)


@pytest.fixture(scope="package")
def browser() -> Iterator[Browser]:
    """A browser with an empty profile."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=browser_path(), args=FLAGS)
        yield browser
        browser.close()


@dataclass
class Reader:
    """A reader with one tab. Every request that the tab makes is kept."""

    page: Page
    address: str
    requests: list[str] = field(default_factory=list)

    def open(self, path: str) -> Page:
        """Open a page cold and wait until it is painted."""
        self.page.goto(self.address + path)
        self.painted()
        return self.page

    def painted(self) -> None:
        """Wait until the page's foot is there, which comes last."""
        self.page.locator(".rl-foot").wait_for(timeout=PAINT_MILLISECONDS)
        self.page.locator('[data-testid="stApp"][data-test-script-state="notRunning"]').wait_for()

    @property
    def title(self) -> str:
        """The heading of the page."""
        return self.page.locator("h1").inner_text()

    def strangers(self) -> set[str]:
        """Hosts other than the explorer's that the tab asked for anything."""
        ours = urlsplit(self.address).netloc
        hosts = {
            urlsplit(url).netloc for url in self.requests if urlsplit(url).scheme not in ("data", "blob")
        }
        return hosts - {ours}


@pytest.fixture
def new_reader(browser: Browser, explorer: str) -> Iterator[Callable[[int], Reader]]:
    """Makes readers with screens of that width; afterwards, no request may have left the host."""
    readers: list[Reader] = []

    def make(width: int = 1280, address: str = explorer) -> Reader:
        context = browser.new_context(viewport={"width": width, "height": 900}, locale="en-GB")
        reader = Reader(context.new_page(), address)

        def keep(request: Request) -> None:
            reader.requests.append(request.url)

        context.on("request", keep)
        reader.page.on("websocket", lambda socket: reader.requests.append(socket.url))
        readers.append(reader)
        return reader

    yield make
    for reader in readers:
        assert reader.requests
        assert reader.strangers() == set()
        reader.page.context.close()


@pytest.fixture
def reader(new_reader: Callable[[int], Reader]) -> Reader:
    """A reader with a screen of 1280 pixels across."""
    return new_reader(1280)
