"""Runs a local Neo4j server in this process until told to stop. Started by ``server.py`` as a child.

Neo4j Community is licensed under the GPL: this is the only module that loads it, it runs as a process of
its own, imports nothing of this project, and talks to the rest over Bolt and through the files named below.

One line of JSON comes in on standard input:

``class_path``  list of jars            ``library``  path of the Java virtual machine's shared library
``options``     list of Java options    ``home``     Neo4j's home folder, with ``conf/neo4j.conf`` in it
``lock``        file locked for as long as this process lives: who finds it locked knows that a server runs
``state``       file written once Bolt answers, removed at the end: ``announce`` and this process's id
``stop``        file whose appearance asks this process to end
``announce``    object: what others are to know of this server
``password``    first password of the user neo4j, set where the home has none yet
``tied``        true: end when standard input closes, that is, when the process that started this one has
                ended; a later line "stay" lifts that
"""

from __future__ import annotations

import json
import os
import signal
import sys
import threading
import time
import traceback
from pathlib import Path
from typing import Any

import jpype  # type: ignore[import-untyped]
from filelock import FileLock, Timeout

LOCK_WAIT_SECONDS = 5.0
POLL_SECONDS = 0.05

stopping = threading.Event()


def main() -> int:
    """Serve until asked to stop. Returns the exit code: 0 after a clean stop, 3 where the lock is taken."""
    for name in ("SIGTERM", "SIGINT", "SIGHUP", "SIGBREAK"):
        number = getattr(signal, name, None)
        if number is not None:
            signal.signal(number, lambda *_: stopping.set())
    plan = json.loads(sys.stdin.readline())
    if plan["tied"]:
        threading.Thread(target=_wait_for_end_of_input, args=(plan,), daemon=True).start()
    lock = FileLock(plan["lock"])
    try:
        lock.acquire(timeout=LOCK_WAIT_SECONDS)
    except Timeout:
        print("LockTaken: another server runs on this folder", file=sys.stderr)
        return 3
    with lock:
        return _serve(plan)


def _wait_for_end_of_input(plan: dict[str, Any]) -> None:
    state = Path(plan["state"])
    if sys.stdin.readline().strip() == "stay":
        plan["announce"].pop("owner", None)
        if state.exists():
            _write_beside(state, {**plan["announce"], "process": os.getpid()})
    else:
        stopping.set()
        state.unlink(missing_ok=True)  # at once, so that nobody begins to use a server that ends


def _serve(plan: dict[str, Any]) -> int:
    state, stop = Path(plan["state"]), Path(plan["stop"])
    home = Path(plan["home"])
    jpype.startJVM(
        plan["library"], *plan["options"], classpath=plan["class_path"], convertStrings=True, interrupt=False
    )
    java_path = jpype.JClass("java.nio.file.Path")
    if not any((home / "data" / known).exists() for known in ("dbms/auth.ini", "databases/system")):
        _set_first_password(java_path, home, plan["password"])
    builder = jpype.JClass("org.neo4j.dbms.api.DatabaseManagementServiceBuilder")(java_path.of(str(home)))
    service = builder.loadPropertiesFromFile(java_path.of(str(home / "conf" / "neo4j.conf"))).build()
    try:
        if not stopping.is_set():
            _write_beside(state, {**plan["announce"], "process": os.getpid()})
        while not stopping.is_set() and not stop.exists():
            time.sleep(POLL_SECONDS)
    finally:
        state.unlink(missing_ok=True)
        service.shutdown()
        stop.unlink(missing_ok=True)
    return 0


def _set_first_password(java_path: Any, home: Path, password: str) -> None:
    """Neo4j's own tool writes the password's hash into the home: the server never runs with a known one."""
    context = jpype.JClass("org.neo4j.cli.ExecutionContext")(
        java_path.of(str(home)), java_path.of(str(home / "conf"))
    )
    tool = jpype.JClass("org.neo4j.cli.AdminTool")
    # after "--" a password that begins with a dash is no option
    code = tool.execute(context, "dbms", "set-initial-password", "--", password)
    if code != 0:
        raise RuntimeError(f"Neo4j's tool could not set the first password (exit code {code})")


def _write_beside(path: Path, content: dict[str, Any]) -> None:
    beside = path.with_name(path.name + ".new")
    beside.write_text(json.dumps(content), encoding="utf-8")
    beside.replace(path)


if __name__ == "__main__":
    code = 1
    try:
        code = main()
    except BaseException:
        traceback.print_exc()
    sys.stderr.flush()
    os._exit(code)  # the Java machine's own threads would hold the process for seconds
