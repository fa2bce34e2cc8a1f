"""The local server:

one for each data folder, found again, ended with its owner, and every way it cannot start.
"""

from __future__ import annotations

import os
import shutil
import signal
import socket
import stat
import subprocess
import sys
import time
from dataclasses import replace
from pathlib import Path

import pytest
from neo4j.exceptions import ClientError

from loaders.errors import ToolError
from loaders.settings import Settings
from loaders.store import jars
from loaders.store import server as local
from loaders.store.connection import open_store

KEEPER = """
import os, sys, time
from loaders.settings import Settings
from loaders.store import server
started = server.start(Settings.from_environment())
print(started.process, flush=True)
time.sleep(600)
"""


def variables(settings: Settings, **more: str) -> dict[str, str]:
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("NEO4J_", "JAVA"))}
    return {**kept, "LANDSCAPE_DATA_FOLDER": str(settings.data_folder), **more}


def command(
    settings: Settings, checkout: Path, *arguments: str, **more: str
) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "app.commands", *arguments],
        cwd=checkout,
        env=variables(settings, **more),
        capture_output=True,
        text=True,
    )


def test_commands_find_it_and_stop_it(store_settings: Settings, tmp_path: Path, checkout: Path) -> None:
    """No Java and nothing else is needed from the system: PATH is empty throughout."""
    mine = replace(store_settings, data_folder=tmp_path / "data")
    empty = str(tmp_path / "nowhere")
    assert "not running" in command(mine, checkout, "status", PATH=empty).stdout
    assert command(mine, checkout, "stop").stdout == "No local Neo4j was running.\n"
    started = command(mine, checkout, "start", PATH=empty)
    assert started.returncode == 0, started.stderr
    server = local.find(mine)
    assert (
        server is not None
        and server.uri in started.stdout
        and str(server.folder.password_file) in started.stdout
    )
    assert server.password not in started.stdout
    if os.name != "nt":
        assert stat.S_IMODE(server.folder.password_file.stat().st_mode) == 0o600
        assert stat.S_IMODE(server.folder.root.stat().st_mode) == 0o700
    status = command(mine, checkout, "status").stdout
    assert server.uri in status and "none yet" in status
    with open_store(mine) as store:  # uses the one that runs, and leaves it running
        assert store.is_empty()
    assert local.find(mine) == server
    again = command(mine, checkout, "start")
    assert server.uri in again.stdout
    os.kill(server.process, signal.SIGKILL)
    given_up = time.monotonic() + 20  # a process of half a gigabyte takes a while to go
    while local.find(mine) is not None and time.monotonic() < given_up:
        time.sleep(0.1)
    assert local.find(mine) is None  # what the kill left behind misleads nobody
    restarted = command(mine, checkout, "start")
    assert server.uri in restarted.stdout, "the address stays the same"
    server = local.find(mine)
    assert server is not None
    server.folder.password_file.write_text("somebody changed it\n", encoding="utf-8")
    refused = command(mine, checkout, "status")
    assert (refused.returncode, "refused the user name or the password" in refused.stderr) == (2, True)
    assert command(mine, checkout, "stop").stdout == "The local Neo4j was stopped.\n"
    assert local.find(mine) is None


def test_it_ends_with_its_owner_and_starts_once(
    store_settings: Settings, tmp_path: Path, checkout: Path
) -> None:
    mine = replace(store_settings, data_folder=tmp_path / "data")
    owner, rival = (
        subprocess.Popen(
            [sys.executable, "-c", KEEPER],
            cwd=checkout,
            env=variables(mine),
            stdout=subprocess.PIPE,
            text=True,
        )
        for _ in range(2)
    )
    assert owner.stdout is not None and rival.stdout is not None
    assert owner.stdout.readline() == rival.stdout.readline(), "two commands at once share one server"
    for process in (owner, rival):
        process.kill()
        process.wait()
        process.stdout.close()  # type: ignore[union-attr]
    began = time.monotonic()
    assert local.find(mine) is None
    assert time.monotonic() - began < 60


def test_a_password_that_begins_with_a_dash(store_settings: Settings, tmp_path: Path) -> None:
    """One random password in 64 does."""
    mine = replace(store_settings, data_folder=tmp_path / "data")
    folder = local.store_folder(mine)
    folder.root.mkdir(parents=True)
    folder.password_file.write_text("-not--an-option\n", encoding="utf-8")
    with open_store(mine) as store:
        assert store.is_empty()


def test_a_taken_port(store_settings: Settings, tmp_path: Path) -> None:
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        listener.listen()
        port = int(listener.getsockname()[1])
        mine = replace(store_settings, data_folder=tmp_path / "data", bolt_port=port)
        with pytest.raises(ToolError, match=f"Port {port} on 127.0.0.1 is taken"):
            local.start(mine)


def test_a_folder_that_another_server_uses(
    running_server: local.Server, store_settings: Settings, tmp_path: Path
) -> None:
    """Another installation runs on the very files, unknown to the locks of this data folder."""
    mine = replace(store_settings, data_folder=tmp_path / "data")
    folder = local.store_folder(mine)
    folder.make()
    borrowed = folder.root / "home-borrowed"
    borrowed.symlink_to(running_server.home, target_is_directory=True)
    folder.use_home(borrowed)
    conf = running_server.home / "conf" / "neo4j.conf"
    before = conf.read_text(encoding="utf-8")
    try:
        with pytest.raises(ToolError, match="in use by another server"):
            local.start(mine)
    finally:
        conf.write_text(before, encoding="utf-8")


def test_a_folder_that_cannot_be_made(store_settings: Settings, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    with pytest.raises(ToolError, match="cannot be made or used"):
        local.start(replace(store_settings, data_folder=tmp_path / "file" / "data"))


def test_memory_that_is_not_there(store_settings: Settings, tmp_path: Path) -> None:
    mine = replace(store_settings, data_folder=tmp_path / "data", heap_megabytes=1_048_576 * 512)
    with pytest.raises(ToolError, match=r"could not get its memory|did not start"):
        local.start(mine)


def test_start_with_another_address_set(store_settings: Settings, checkout: Path) -> None:
    done = command(store_settings, checkout, "start", NEO4J_URI="bolt://127.0.0.1:1", NEO4J_PASSWORD="x" * 8)
    assert (done.returncode, "NEO4J_URI is set" in done.stderr) == (2, True)


def test_a_write_may_take_longer_than_the_server_lets_a_query(
    store_settings: Settings, tmp_path: Path
) -> None:
    """A transaction's own time-out wins over the server's, which is for readers."""
    mine = replace(store_settings, data_folder=tmp_path / "data", query_timeout_seconds=1.0)
    # takes seconds on any machine of today, where the server gives a reader one
    slow = "UNWIND range(1, 60000000) AS x WITH x WHERE x % 3 = 0 RETURN sum(sin(x)) AS y"
    with open_store(mine) as store:
        began = time.monotonic()
        assert store.write(lambda tx: tx.run(slow).single(strict=True)["y"]) is not None
        assert time.monotonic() - began > 3, "too quick to show anything"
        with store.driver.session() as session, pytest.raises(ClientError, match="terminated"):
            session.run("UNWIND range(1, 1000000000) AS x RETURN sum(sin(x)) AS y").consume()


def test_an_unpacked_neo4j_is_used_instead(store_settings: Settings, tmp_path: Path) -> None:
    home = tmp_path / "neo4j"
    (home / "lib").mkdir(parents=True)
    for jar in jars.class_path(store_settings):
        (home / "lib" / jar.name).hardlink_to(jar)
    mine = replace(
        store_settings, data_folder=tmp_path / "data", cache_folder=tmp_path / "cache", neo4j_home=home
    )
    with open_store(mine) as store:
        assert store.read("RETURN 1 AS one").rows == [{"one": 1}]
    assert not (tmp_path / "cache").exists(), "nothing was fetched"


@pytest.mark.parametrize(("kernel", "sentence"), [(None, "not an unpacked Neo4j"), ("4.4.1", "runs on 5.26")])
def test_a_home_that_is_none(
    store_settings: Settings, tmp_path: Path, kernel: str | None, sentence: str
) -> None:
    (tmp_path / "lib").mkdir()
    if kernel is not None:
        (tmp_path / "lib" / f"neo4j-kernel-{kernel}.jar").write_bytes(b"")
    with pytest.raises(ToolError, match=sentence):
        jars.class_path(replace(store_settings, neo4j_home=tmp_path))


def test_a_download_that_fails(
    store_settings: Settings, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A jar that is missing, cut short or another one is fetched anew; where that fails, it says so."""
    jars.class_path(store_settings)
    some = jars.read_lock()[:3]
    source = store_settings.cache_folder / "neo4j-jars"
    for jar in some:
        target = jars.jar_path(tmp_path, jar)
        target.parent.mkdir(parents=True)
        shutil.copy(jars.jar_path(source, jar), target)
    for name in ("HTTPS_PROXY", "https_proxy", "HTTP_PROXY", "http_proxy", "ALL_PROXY"):
        monkeypatch.setenv(name, "http://127.0.0.1:9")
    assert len(jars.fetch(some, tmp_path)) == 3
    cut = jars.jar_path(tmp_path, some[1])
    cut.write_bytes(cut.read_bytes()[:-1])
    with pytest.raises(ToolError, match="could not be fetched") as caught:
        jars.fetch(some, tmp_path)
    assert str(some[1]) in caught.value.what and "HTTPS_PROXY" in caught.value.do
    assert not cut.exists(), "a file that is not the locked one is never left to be used"


def test_the_launcher_alone_loads_neo4j(checkout: Path) -> None:
    """Neo4j Community is licensed under the GPL:

    it runs as a process of its own, apart from all other code.
    """
    files = [
        file
        for folder in ("app", "loaders", "ontology", "queries")
        for file in (checkout / folder).rglob("*.py")
    ]
    users = [file for file in files if "import jpype" in file.read_text(encoding="utf-8")]
    assert users == [checkout / "loaders" / "store" / "launcher.py"]
    lines = users[0].read_text(encoding="utf-8").splitlines()
    ours = [line for line in lines if line.startswith(("from ", "import ")) and "loaders" in line]
    assert ours == []
