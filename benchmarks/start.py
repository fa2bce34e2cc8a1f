"""How long a second start of the explorer takes beside what it cannot do without, in one run.

``python -m benchmarks.start`` starts ``explore`` on a data folder that is filled already and waits until a
browser shows the first page; then it starts Neo4j alone on that folder, and a Streamlit page that says
hello alone; all with the class archive that a first ``explore`` makes in its first minute. Bound: the
first over the sum of the other two, at most 1.5.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
import tempfile
import threading
import time
import urllib.error
import urllib.request
from collections.abc import Sequence
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright

from app.commands.explore import free_port
from loaders.settings import Settings
from loaders.store import server as local
from tests.browser.conftest import (
    FLAGS,
    PAINT_MILLISECONDS,
    browser_path,
    start_explorer,
    stop_explorer,
)

BOUND = 1.5
HELLO = 'import streamlit as st\n\nst.title("Hello")\n'


def main(arguments: Sequence[str] | None = None) -> int:
    """Run and print; 0 where the bound is met, 1 where it is not."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument(
        "--rounds", type=int, default=3, help="each is measured so often; medians are compared"
    )
    rounds = parser.parse_args(arguments).rounds
    with tempfile.TemporaryDirectory() as name, sync_playwright() as playwright:
        folder = Path(name)
        browser = playwright.chromium.launch(executable_path=browser_path(), args=FLAGS)
        _second_start(folder / "data", browser)  # the first start: builds and loads
        local.make_class_archive(_settings(folder / "data"), threading.Event())
        measured = [
            (_second_start(folder / "data", browser), _neo4j(folder / "data"), _hello(folder, browser))
            for _ in range(rounds)
        ]
        browser.close()
    explore, neo4j, hello = (sorted(each)[rounds // 2] for each in zip(*measured, strict=True))
    ratio = explore / (neo4j + hello)
    print(f"second start of explore to its first page: {explore:.1f} s")
    print(f"Neo4j alone: {neo4j:.1f} s; a Streamlit page alone: {hello:.1f} s")
    print(f"ratio: {ratio:.2f} (at most {BOUND})")
    return 0 if ratio <= BOUND else 1


def _second_start(data_folder: Path, browser: Browser) -> float:
    began = time.monotonic()
    process, address, _ = start_explorer(data_folder)
    try:
        _painted(browser, address, ".rl-foot")
        return time.monotonic() - began
    finally:
        stop_explorer(process)


def _neo4j(data_folder: Path) -> float:
    settings = _settings(data_folder)
    began = time.monotonic()
    server = local.start(settings)
    seconds = time.monotonic() - began
    local.stop_server(server)
    return seconds


def _settings(data_folder: Path) -> Settings:
    return Settings.from_environment({}, data_folder=data_folder)


def _hello(folder: Path, browser: Browser) -> float:
    script = folder / "hello.py"
    script.write_text(HELLO, encoding="utf-8")
    port = free_port("127.0.0.1", 0)
    options = ["--server.headless=true", f"--server.port={port}", "--server.address=127.0.0.1"]
    began = time.monotonic()
    process = subprocess.Popen(
        [sys.executable, "-m", "streamlit", "run", str(script), *options, "--browser.gatherUsageStats=false"],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        address = f"http://127.0.0.1:{port}"
        while not _answers(f"{address}/_stcore/health"):
            time.sleep(0.05)
        _painted(browser, address, "h1")
        return time.monotonic() - began
    finally:
        process.terminate()
        process.wait()


def _answers(address: str) -> bool:
    try:
        with urllib.request.urlopen(address, timeout=2) as answer:
            return bool(answer.status == 200)
    except (urllib.error.URLError, OSError):
        return False


def _painted(browser: Browser, address: str, selector: str) -> None:
    page = browser.new_page()
    page.goto(address)
    page.locator(selector).first.wait_for(timeout=PAINT_MILLISECONDS)
    page.close()


if __name__ == "__main__":
    sys.exit(main())
