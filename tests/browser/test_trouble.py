"""When there is nothing to show: the page says what is wrong and what to do, and shows no inner workings."""

from __future__ import annotations

import datetime
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests.browser.conftest import CHECKOUT, Reader, clean_environment
from tests.conftest import TestStore
from tests.queries.cases.builds import bodies
from tests.queries.landscapes import Landscape


@contextmanager
def serving(environment: dict[str, str]) -> Iterator[str]:
    """The pages alone, without what ``explore`` does before; gives their address."""
    with socket.socket() as trial:
        trial.bind(("127.0.0.1", 0))
        port = trial.getsockname()[1]
    process = subprocess.Popen(
        [sys.executable, "-P", "-m", "app.serve", "--server.address=127.0.0.1"],
        cwd=CHECKOUT,
        env=environment,
        stdin=subprocess.PIPE,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    assert process.stdin is not None
    process.stdin.write(f"{port}\n".encode())
    process.stdin.flush()
    address = f"http://127.0.0.1:{port}"
    for _ in range(600):
        try:
            urllib.request.urlopen(f"{address}/_stcore/health", timeout=2).close()
            break
        except OSError:
            time.sleep(0.1)
    yield address
    process.stdin.close()  # whoever started it is gone, and so it ends
    process.wait(timeout=30)


def test_a_store_that_cannot_be_reached(new_reader: Callable[..., Reader], tmp_path: Path) -> None:
    environment = clean_environment(tmp_path, NEO4J_URI="bolt://127.0.0.1:1", NEO4J_PASSWORD="not-a-secret")
    with serving(environment) as address:
        page = new_reader(1280, address).page
        page.goto(address + "/finding?of=x")
        alert = page.get_by_role("alert").filter(has_text="This page cannot be shown")
        alert.wait_for(timeout=60_000)
        assert "cannot be reached" in alert.inner_text()
        assert "Check that it runs and that the address is right" in alert.inner_text()
        assert alert.get_by_role("link", name="Try again").get_attribute("href") == "/finding?of=x"
        assert "Traceback" not in page.content()
        assert page.title() == "This page cannot be shown – Regulatory landscape"


def test_a_store_without_a_release(new_reader: Callable[..., Reader], store: TestStore) -> None:
    with serving(clean_environment(store.settings.data_folder)) as address:
        page = new_reader(390, address).page
        page.goto(address)
        page.get_by_role("heading", name="There is nothing to show yet").wait_for(timeout=60_000)
        page.locator(".stMain").get_by_text("python3 run.py explore").wait_for(timeout=10_000)


def test_a_date_of_which_nothing_speaks(new_reader: Callable[..., Reader], store: TestStore) -> None:
    store.store.write(lambda work: work.run(RELEASE).consume())
    with serving(clean_environment(store.settings.data_folder)) as address:
        page = new_reader(1280, address).page
        page.goto(address + "/questions?of=who-is-told&as-at=1850-01-01")
        alert = page.get_by_role("alert").filter(has_text="This page cannot be shown")
        alert.wait_for(timeout=60_000)
        assert "1 January 1850 lies before the days that can be asked about" in alert.inner_text()
        today = datetime.date.today().isoformat()
        nearest = alert.get_by_role("link", name="Show this page as at").first.get_attribute("href")
        assert nearest == f"/questions?of=who-is-told&as-at={today}"
        assert "Traceback" not in page.content()


def test_a_part_of_an_answer_is_marked_as_such(new_reader: Callable[..., Reader], store: TestStore) -> None:
    land = Landscape()
    bodies(land)
    for number in range(3):
        land.things("Class", f"group-{number}")
        told = {"by": "boards-heard", "basis": "interview-account"}
        land.say(f"told-{number}", "oversight", "boards", f"group-{number}", **told)
    store.replace(land.nodes.values(), land.edges)
    store.store.write(lambda work: work.run(RELEASE).consume())
    environment = clean_environment(store.settings.data_folder, LANDSCAPE_QUERY_ROW_LIMIT="1")
    day = "as-at=2024-06-01"
    with serving(environment) as address:
        reader = new_reader(1280, address)
        page = reader.open(f"/questions?of=everything-on-a-body&p-body=boards&{day}")
        assert "This is not the whole answer" in page.locator(".rl-answer").inner_text()
        with page.expect_download() as download:
            page.get_by_role("button", name="Download CSV").click()
        assert download.value.suggested_filename.endswith("--part-only.csv")
        assert "Not the whole answer" in Path(download.value.path()).read_text(encoding="utf-8")
        page.goto(f"{address}/?{day}")  # every question is asked, which takes long on a slow machine
        page.get_by_text("Not all findings are here").wait_for(timeout=240_000)
        for to in (f"/body?of=boards&{day}", f"/questions?{day}", f"/finding?of=x&{day}"):
            page = reader.open(to)
            assert "Not all findings are here" in page.locator(".rl-note").first.inner_text()
        page = reader.open(f"/body?of=boards&{day}")
        assert page.get_by_text("There is more on record than can be read at once").count() == 1
        assert page.get_by_text("Nothing was taken from the sources read under").count() == 0


RELEASE = "CREATE (:Release {id: 'old', format: 1, as_at: '2024-01-01'})"


@pytest.mark.parametrize("newer", [True, False])
def test_a_newer_release_is_announced(
    new_reader: Callable[..., Reader], store: TestStore, newer: bool
) -> None:
    store.store.write(lambda work: work.run(RELEASE).consume())
    current = store.settings.data_folder / "current"
    current.write_text("new" if newer else "old", encoding="utf-8")
    try:
        with serving(clean_environment(store.settings.data_folder)) as address:
            reader = new_reader(1280, address)
            page = reader.open("/")
            assert page.get_by_text("A newer release has been built").count() == newer
            assert "Nothing was found as at" in page.locator(".stMain").inner_text()
    finally:
        current.unlink()
