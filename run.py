#!/usr/bin/env python3
"""Sets the project up and hands over to its command line: python3 run.py --help.

Standard library only. The first start makes .venv beside this file and installs what requirements.lock
lists, each file checked against its hash; later starts find that done. "python3 run.py test" also finds or
installs a browser and runs the tests; what follows goes to pytest, and --no-browser leaves the tests that
drive a browser out.

Exit codes: those of the command; 2 where the set-up itself cannot be done.
"""

import hashlib
import os
import platform
import shutil
import subprocess
import sys
import time
from pathlib import Path

LOWEST_PYTHON = (3, 11)
ROOT = Path(__file__).resolve().parent
VENV = ROOT / ".venv"
LOCK = ROOT / "requirements.lock"
INSTALLER_LOCK = ROOT / "requirements-uv.lock"
INSTALLED_MARK = VENV / "installed-lock.txt"
BROWSER_MARK = VENV / "browser.txt"
BROWSER_VARIABLE = "LANDSCAPE_BROWSER"
COULD_NOT_RUN = 2

BROWSER_NAMES = (
    "google-chrome",
    "google-chrome-stable",
    "chromium",
    "chromium-browser",
    "microsoft-edge",
    "microsoft-edge-stable",
    "chrome",
    "msedge",
)
BROWSER_PLACES = {
    "Darwin": (
        "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
        "/Applications/Chromium.app/Contents/MacOS/Chromium",
        "/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
    ),
    "Windows": (
        r"%ProgramFiles%\Google\Chrome\Application\chrome.exe",
        r"%ProgramFiles(x86)%\Google\Chrome\Application\chrome.exe",
        r"%LocalAppData%\Google\Chrome\Application\chrome.exe",
        r"%ProgramFiles(x86)%\Microsoft\Edge\Application\msedge.exe",
        r"%ProgramFiles%\Microsoft\Edge\Application\msedge.exe",
    ),
}
TRY_BROWSER = """
import sys
from playwright.sync_api import sync_playwright
with sync_playwright() as playwright:
    path = sys.argv[1] or playwright.chromium.executable_path
    browser = playwright.chromium.launch(executable_path=path, timeout=60_000)
    browser.new_page().goto("data:text/html,ok")
    browser.close()
    print(path)
"""


class SetUpError(Exception):
    """The set-up cannot go on; the message says why and what to do."""


def main(arguments):
    """Set up, then run the command.

    Gives the exit code (on Linux and macOS a command replaces this process).
    """
    try:
        check_python()
        set_up()
        if arguments == ["set-up"]:
            return 0
        if arguments[:1] == ["test"]:
            return test(arguments[1:])
        return hand_over(["-P", "-m", "app.commands", *arguments])
    except SetUpError as error:
        print(error, file=sys.stderr)
        return COULD_NOT_RUN
    except KeyboardInterrupt:
        print("Stopped.", file=sys.stderr)
        return 130


def check_python():
    """Raise SetUpError where this Python is too old."""
    if sys.version_info < LOWEST_PYTHON:
        wanted = ".".join(str(number) for number in LOWEST_PYTHON)
        raise SetUpError(
            f"This needs Python {wanted} or newer; {sys.executable} is Python {platform.python_version()}.\n"
            "Install a newer one and start run.py with it."
        )


def environment_python():
    """The path of the environment's Python."""
    return VENV / ("Scripts/python.exe" if os.name == "nt" else "bin/python")


def set_up():
    """Bring .venv to what the lock lists; nothing happens where it is there already."""
    try:
        wanted = hashlib.sha256(LOCK.read_bytes() + INSTALLER_LOCK.read_bytes()).hexdigest()
        wanted += f" python {sys.version_info[0]}.{sys.version_info[1]}"
        if environment_python().exists() and read(INSTALLED_MARK) == wanted:
            return
        began = time.monotonic()
        say(f"Setting up in {VENV} (once; about a minute on a quick line)")
        make_environment()
        python = str(environment_python())
        quiet = ["--quiet", "--disable-pip-version-check", "--no-input"]
        run_step(
            "Step 2 of 3: fetching the installer",
            8,
            [python, "-m", "pip", "install", *quiet, "--require-hashes", "-r", str(INSTALLER_LOCK)],
            "The installer could not be fetched.",
        )
        count = sum(1 for line in LOCK.read_text(encoding="utf-8").splitlines() if "==" in line)
        uv = [python, "-m", "uv", "--quiet", "pip", "install", "--python", python]
        run_step(
            f"Step 3 of 3: installing {count} packages",
            45,
            [*uv, "--require-hashes", "-r", str(LOCK)],
            "The packages could not be installed.",
        )
        INSTALLED_MARK.write_text(wanted, encoding="utf-8")
        say(f"Set up in {time.monotonic() - began:.0f} s.")
    except OSError as error:
        raise SetUpError(
            f"The environment {VENV} cannot be made ({error}).\n"
            "Check that this user may write there and that the disk has 2 GB free."
        ) from error


def make_environment():
    """Make .venv where it is missing, broken or of another Python."""
    if environment_python().exists() and version_of(environment_python()) == sys.version_info[:2]:
        return
    if not can_make_environments():
        install_venv_package()
    run_step(
        "Step 1 of 3: making the environment",
        8,
        [sys.executable, "-m", "venv", "--clear", str(VENV)],
        "Python could not make the environment.",
    )


def version_of(python):
    """Major and minor version of that environment's Python, None where it or its pip does not work."""
    code = "import sys, pip; print(*sys.version_info[:2])"
    try:
        done = subprocess.run(
            [str(python), "-c", code], capture_output=True, text=True, check=True, timeout=60
        )
    except (OSError, subprocess.SubprocessError):
        return None
    return tuple(int(number) for number in done.stdout.split())


def can_make_environments():
    """Whether this Python came with venv and ensurepip, which Debian puts into a package of their own."""
    code = "import venv, ensurepip"
    return subprocess.run([sys.executable, "-c", code], capture_output=True).returncode == 0


def install_venv_package():
    """Install Debian's python3-venv as root; say that it is missing where that cannot be done."""
    if is_root() and shutil.which("apt-get"):
        say("Installing the package python3-venv, which this Python came without")
        if apt_install("python3-venv") and can_make_environments():
            return
    raise SetUpError(
        "This Python came without venv and ensurepip, which make environments.\n"
        "Install the package python3-venv (Debian and Ubuntu: sudo apt-get install python3-venv), then run "
        "this again."
    )


def is_root():
    """Whether this process may install system packages."""
    return hasattr(os, "geteuid") and os.geteuid() == 0


def apt_install(package):
    """Install a Debian package; whether that worked."""
    environment = dict(os.environ, DEBIAN_FRONTEND="noninteractive")
    for command in (["update", "-q"], ["install", "-y", "-q", "--no-install-recommends", package]):
        done = subprocess.run(
            ["apt-get", *command], env=environment, stdout=sys.stderr, stdin=subprocess.DEVNULL
        )
    return done.returncode == 0


def run_step(what, usual_seconds, command, failure):
    """Run one step of the set-up, showing how far it is. Raises SetUpError where it fails."""
    environment = dict(os.environ, UV_PYTHON_DOWNLOADS="never")
    on_terminal = sys.stderr.isatty()
    say(what)
    began = said = time.monotonic()
    try:
        child = subprocess.Popen(
            command, env=environment, stdout=sys.stderr, stdin=subprocess.DEVNULL, cwd=str(ROOT)
        )
    except OSError as error:
        raise SetUpError(f"{failure} {error}") from error
    try:
        while child.poll() is None:
            time.sleep(0.1)
            now = time.monotonic()
            if now - said >= (1 if on_terminal else 10):
                said = now
                left = max(usual_seconds - (now - began), 0.1 * (now - began), 1)
                line = f"{what}: {now - began:.0f} s so far, about {left:.0f} s left"
                print(line, end="\r" if on_terminal else "\n", file=sys.stderr, flush=True)
    finally:
        if child.poll() is None:
            child.terminate()
            child.wait()
    if on_terminal and said > began:
        say(f"{what}: done in {time.monotonic() - began:.0f} s".ljust(100))
    if child.returncode != 0:
        raise SetUpError(
            f"{failure} Its own words are above.\n"
            "Check the network connection (a proxy goes into HTTPS_PROXY, its certificate into "
            "SSL_CERT_FILE) and run this again: what has arrived is kept."
        )


def hand_over(arguments):
    """Run the environment's Python on ``arguments``, in this process's place where the platform can."""
    python = str(environment_python())
    environment = dict(os.environ, PYTHONPATH=str(ROOT))
    if os.name != "nt":
        sys.stdout.flush()
        os.execve(python, [python, *arguments], environment)
    child = subprocess.Popen([python, *arguments], env=environment)
    while True:
        try:
            return child.wait()
        except KeyboardInterrupt:
            continue  # the command got it too and ends by itself


def test(arguments):
    """Run the tests with a browser that works. Raises SetUpError where there is none."""
    if "--no-browser" not in arguments:
        os.environ[BROWSER_VARIABLE] = working_browser()
    os.chdir(str(ROOT))
    return hand_over(
        [
            "-m",
            "pytest",
            "-n",
            "auto",
            "--maxprocesses",
            "4",
            "--dist",
            "loadfile",
            "--no-loadscope-reorder",
            *arguments,
        ]
    )


def working_browser():
    """The path of a browser that starts: one that is there, else Playwright's own, else Debian's as root."""
    asked = os.environ.get(BROWSER_VARIABLE, "").strip()
    if asked:
        return started(asked) or fail_browser(f"The browser that {BROWSER_VARIABLE} names does not start.")
    known = read(BROWSER_MARK)
    if known and Path(known).exists():
        return known
    found = first_working(installed_browsers()) or started("")
    if not found:
        say("No browser was found: letting Playwright fetch its own")
        python = str(environment_python())
        subprocess.run([python, "-m", "playwright", "install", "chromium"], stdout=sys.stderr)
        found = started("")
    if not found and is_root() and shutil.which("apt-get"):
        say("Installing Debian's chromium")
        apt_install("chromium")
        found = first_working(installed_browsers())
    if not found:
        fail_browser("No browser works here, and none could be installed.")
    BROWSER_MARK.write_text(found, encoding="utf-8")
    return found


def fail_browser(what):
    """Raise SetUpError with what a reader can do about a missing browser."""
    raise SetUpError(
        f"{what}\nInstall Chrome, Chromium or Edge, or set {BROWSER_VARIABLE} to the path of one, or leave "
        "the tests that need one out with --no-browser."
    )


def installed_browsers():
    """Paths of the browsers found in this platform's usual places."""
    paths = [shutil.which(name) for name in BROWSER_NAMES]
    paths += [os.path.expandvars(place) for place in BROWSER_PLACES.get(platform.system(), ())]
    return [path for path in paths if path and Path(path).exists()]


def first_working(paths):
    """The first of ``paths`` that starts, else None."""
    return next((path for path in paths if started(path)), None)


def started(path):
    """The path of that browser ("": Playwright's own) where it starts and opens a page, else None."""
    command = [str(environment_python()), "-c", TRY_BROWSER, path]
    try:
        done = subprocess.run(command, capture_output=True, text=True, timeout=180)
    except (OSError, subprocess.SubprocessError):
        return None
    return done.stdout.strip() if done.returncode == 0 else None


def read(path):
    """The text of a small file, "" where it is not there."""
    try:
        return path.read_text(encoding="utf-8").strip()
    except OSError:
        return ""


def say(text):
    """Tell the reader how far the set-up is."""
    print(text, file=sys.stderr, flush=True)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
