"""run.py: what it says and how it ends when the set-up cannot be done, and what it passes on."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

NEEDED = ("run.py", "requirements.lock", "requirements-uv.lock")


@pytest.fixture
def bare(checkout: Path, tmp_path: Path) -> Path:
    """A checkout in which nothing was set up yet."""
    for name in NEEDED:
        shutil.copy(checkout / name, tmp_path / name)
    return tmp_path


def run(
    folder: Path, *arguments: str, python: str = sys.executable, **variables: str
) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [python, str(folder / "run.py"), *arguments],
        env={**os.environ, **variables},
        capture_output=True,
        text=True,
        timeout=300,
    )


def test_a_second_start_does_nothing(checkout: Path) -> None:
    assert run(checkout, "set-up").returncode == 0
    second = run(checkout, "set-up")
    assert (second.returncode, second.stdout, second.stderr) == (0, "", "")


def test_exit_codes_and_folder_are_passed_on(checkout: Path, tmp_path: Path) -> None:
    assert run(checkout, "--help").returncode == 0
    assert run(checkout, "no-such-command").returncode == 2
    done = subprocess.run(
        [sys.executable, str(checkout / "run.py"), "load", "no-such-release"],
        cwd=tmp_path,
        env={**os.environ, "LANDSCAPE_DATA_FOLDER": str(tmp_path)},
        capture_output=True,
        text=True,
    )
    assert (done.returncode, "holds no release" in done.stderr) == (2, True)


def test_an_impossible_setting_is_named(checkout: Path) -> None:
    done = run(checkout, "status", LANDSCAPE_BOLT_PORT="many")
    assert (done.returncode, "LANDSCAPE_BOLT_PORT" in done.stderr) == (2, True)
    assert "Traceback" not in done.stderr


def test_a_python_without_venv(bare: Path, tmp_path: Path) -> None:
    """As Debian's bare package comes. Without apt-get, or the right to use it, it says what to install."""
    broken = tmp_path / "broken"
    broken.mkdir()
    (broken / "ensurepip.py").write_text("raise ImportError('not here')\n", encoding="utf-8")
    done = run(bare, "status", PYTHONPATH=str(broken), PATH=str(broken))
    assert done.returncode == 2
    assert "python3-venv" in done.stderr and "Traceback" not in done.stderr


def test_no_network(bare: Path) -> None:
    closed = "http://127.0.0.1:9"
    done = run(
        bare,
        "status",
        HTTPS_PROXY=closed,
        https_proxy=closed,
        PIP_RETRIES="0",
        PIP_FIND_LINKS="",
        PIP_NO_CACHE_DIR="1",
    )
    assert done.returncode == 2
    assert "The installer could not be fetched." in done.stderr
    assert "Check the network connection" in done.stderr and "Traceback" not in done.stderr


def test_an_old_python(bare: Path) -> None:
    text = (bare / "run.py").read_text(encoding="utf-8")
    (bare / "run.py").write_text(text.replace("LOWEST_PYTHON = (3, 11)", "LOWEST_PYTHON = (9, 1)"), "utf-8")
    done = run(bare, "status")
    assert done.returncode == 2
    assert "needs Python 9.1 or newer" in done.stderr


def test_a_browser_that_does_not_start(checkout: Path, tmp_path: Path) -> None:
    not_one = tmp_path / "chrome"
    not_one.write_text("#!/bin/sh\nexit 1\n", encoding="utf-8")
    not_one.chmod(0o755)
    done = run(checkout, "test", LANDSCAPE_BROWSER=str(not_one))
    assert done.returncode == 2
    assert "does not start" in done.stderr and "--no-browser" in done.stderr


@pytest.mark.parametrize("processes", ["0", "2"])
def test_what_is_left_out_is_said_last(checkout: Path, tmp_path: Path, processes: str) -> None:
    """Nothing is skipped silently: pytest's closing line counts it and says why."""
    (tmp_path / "test_some.py").write_text(
        "import pytest\n"
        "def test_plain(): pass\n"
        "@pytest.mark.browser\ndef test_screen(): pass\n"
        "@pytest.mark.reference\ndef test_document(): pass\n"
        "@pytest.mark.reference\ndef test_register(): pass\n",
        encoding="utf-8",
    )
    arguments = ["-c", str(checkout / "pyproject.toml"), "--rootdir", str(checkout), "-p", "tests.conftest"]
    done = subprocess.run(
        [sys.executable, "-m", "pytest", "-n", processes, *arguments, "--no-browser", str(tmp_path)],
        cwd=checkout,
        env={**os.environ, "LANDSCAPE_REFERENCE_FOLDER": ""},
        capture_output=True,
        text=True,
    )
    last = done.stdout.strip().splitlines()[-1]
    assert "1 passed" in last, done.stdout + done.stderr
    assert "2 left out (LANDSCAPE_REFERENCE_FOLDER is unset)" in last
    assert "1 left out (--no-browser)" in last


def test_what_is_left_out_is_no_report_to_others(checkout: Path) -> None:
    """Plugins that look at pytest's reports meet none that are only words."""
    done = subprocess.run(
        [
            sys.executable,
            "-m",
            "pytest",
            "-n",
            "0",
            "--no-browser",
            "tests/loaders/sources/test_documents.py",
        ],
        cwd=checkout,
        env={**os.environ, "LANDSCAPE_REFERENCE_FOLDER": ""},
        capture_output=True,
        text=True,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    assert "left out" in done.stdout.strip().splitlines()[-1]


def test_settings_are_documented(checkout: Path) -> None:
    from app.commands.settings import documented

    assert (checkout / "docs" / "settings.md").read_text(encoding="utf-8") == documented()
