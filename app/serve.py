"""The explorer's own process: brings in its libraries, waits until the landscape is loaded, then
serves pages.

Started by ``run.py explore`` while Neo4j starts. A line on standard input, the port, says that pages may be
served; its end says that whoever started this is gone, so that no explorer is left behind even after a kill.
"""

from __future__ import annotations

import os
import sys
import threading
from collections.abc import Sequence
from importlib import import_module
from pathlib import Path

MAIN = Path(__file__).resolve().parent / "main.py"
HEAVY = ("streamlit.web.cli", "streamlit.web.bootstrap", "streamlit", "queries.landscape")


def main(arguments: Sequence[str]) -> None:
    """Serve the pages with ``arguments`` for Streamlit once the port has come on standard input."""
    for module in HEAVY:
        import_module(module)
    port = b""
    while not port.endswith(b"\n"):
        read = _read()
        if not read:
            return
        port += read
    threading.Thread(target=_end_with_input, daemon=True).start()
    from streamlit.web.cli import main as streamlit

    streamlit(["run", str(MAIN), f"--server.port={int(port)}", *arguments])


def _read() -> bytes:
    """What has come on standard input; past Python's buffer, whose lock a thread would hold at the end."""
    return os.read(0, 64)


def _end_with_input() -> None:
    while _read():
        pass
    os._exit(0)


if __name__ == "__main__":
    main(sys.argv[1:])
