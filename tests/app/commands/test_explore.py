"""``explore`` from the first start to Ctrl-C: what is done once, what is not done again, what is left
behind.
"""

from __future__ import annotations

import re
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from pathlib import Path

import pytest

from app.commands.explore import free_port
from loaders.errors import ToolError
from loaders.settings import CHECKOUT
from tests.browser.conftest import clean_environment, start_explorer, stop_explorer


def running(data_folder: Path) -> list[str]:
    """Command lines of processes that mention the data folder, or that serve pages for it."""
    found = []
    for entry in Path("/proc").glob("[0-9]*"):
        try:
            environment = (entry / "environ").read_bytes()
            line = (entry / "cmdline").read_bytes().replace(b"\0", b" ").decode()
        except OSError:
            continue
        if f"LANDSCAPE_DATA_FOLDER={data_folder}".encode() in environment and line:
            found.append(line)
    return found


def test_first_start_second_start_and_the_end_of_both(tmp_path: Path) -> None:
    process, address, lines = start_explorer(tmp_path)
    said = "".join(lines)
    assert "Built release" in said
    assert "Loaded release" in said
    assert urllib.request.urlopen(f"{address}/_stcore/health", timeout=5).status == 200
    findings = list((tmp_path / "findings").glob("20*.json"))
    assert len(findings) == 1
    assert stop_explorer(process) == 0
    wait_for_nobody(tmp_path)

    written = findings[0].stat().st_mtime_ns
    process, address, lines = start_explorer(tmp_path)
    said = "".join(lines)
    assert not re.search("Built|Loaded|Asking|Warning", said)
    assert findings[0].stat().st_mtime_ns == written
    process.kill()
    process.communicate()
    wait_for_nobody(tmp_path)
    with pytest.raises(OSError):
        urllib.request.urlopen(f"{address}/_stcore/health", timeout=5)


def wait_for_nobody(data_folder: Path) -> None:
    """Wait until no process of that data folder is left; they may take some seconds to notice."""
    if not Path("/proc").exists():
        return
    for _ in range(300):
        if not running(data_folder):
            return
        time.sleep(0.1)
    assert running(data_folder) == []


def test_bad_sheets_are_named_and_nothing_is_started(tmp_path: Path) -> None:
    (tmp_path / "sheets").mkdir()
    done = subprocess.run(
        [sys.executable, "-P", "-m", "app.commands", "explore", "--no-open"],
        cwd=CHECKOUT,
        env=clean_environment(tmp_path / "data", LANDSCAPE_SHEETS_FOLDER=str(tmp_path / "sheets")),
        capture_output=True,
        text=True,
        timeout=120,
    )
    assert done.returncode in (1, 2)
    assert "sheets" in done.stderr
    assert "Traceback" not in done.stderr
    assert "The explorer is at" not in done.stdout


def test_a_port_that_is_taken_is_left_alone(capsys: pytest.CaptureFixture[str]) -> None:
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        taken = other.getsockname()[1]
        assert free_port("127.0.0.1", taken) != taken
    assert f"Port {taken} cannot be used" in capsys.readouterr().err


def test_an_address_that_is_not_ours_is_named() -> None:
    with pytest.raises(ToolError, match=r"cannot listen on '192\.0\.2\.1'") as error:
        free_port("192.0.2.1", 8501)
    assert "LANDSCAPE_EXPLORER_HOST" in error.value.do


def wait_until_it_listens(process: int, number: int) -> None:
    """Wait until the process has a handler of its own for that signal, which a busy machine delays."""
    status = Path(f"/proc/{process}/status")
    for _ in range(600):
        caught = re.search(r"^SigCgt:\s*([0-9a-f]+)$", status.read_text(encoding="utf-8"), re.MULTILINE)
        if caught and int(caught[1], 16) >> (number - 1) & 1:
            return
        time.sleep(0.1)
    raise AssertionError("it never listened")


def test_a_polite_kill_ends_it_in_order_too(tmp_path: Path) -> None:
    """A container is stopped with SIGTERM, here before anything has been built."""
    process = subprocess.Popen(
        [sys.executable, "-P", "-m", "app.commands", "explore", "--no-open"],
        cwd=CHECKOUT,
        env=clean_environment(tmp_path),
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )
    wait_until_it_listens(process.pid, signal.SIGTERM)
    process.send_signal(signal.SIGTERM)
    said = process.communicate(timeout=60)[0]
    assert process.returncode == 0, said
    assert "The explorer has stopped." in said
    wait_for_nobody(tmp_path)
