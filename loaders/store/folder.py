"""Where the local store keeps what: one folder, ``store`` in the data folder.

``current``      text: the name of the home folder in use
``home-*``       home folders of Neo4j; one is in use, another may be being filled beside it
``password``     the user neo4j's password, readable by this user only
``server.json``  what others are to know of the server that runs now (see ``launcher.py``)
``server.log``   what the server printed since it was last started
``classes.lst``  the Java classes that the server used, where the cache has no archive of them
``server.lock``, ``start.lock``, ``load.lock``: held by the server that runs, by who starts one, by who loads
``owner-*.lock``: held by a process as long as it lives, on which a server's life depends
"""

from __future__ import annotations

import os
import secrets
import shutil
from dataclasses import dataclass
from pathlib import Path

from loaders.errors import ToolError

PASSWORD_BYTES = 24


@dataclass(frozen=True)
class StoreFolder:
    """The store's folder at ``root``; nothing is made until a method that says so is called."""

    root: Path

    @property
    def password_file(self) -> Path:
        return self.root / "password"

    @property
    def state_file(self) -> Path:
        return self.root / "server.json"

    @property
    def stop_file(self) -> Path:
        return self.root / "server.stop"

    @property
    def log_file(self) -> Path:
        return self.root / "server.log"

    @property
    def last_start_file(self) -> Path:
        return self.root / "last-start.json"

    @property
    def class_list(self) -> Path:
        return self.root / "classes.lst"

    @property
    def server_lock(self) -> Path:
        return self.root / "server.lock"

    @property
    def start_lock(self) -> Path:
        return self.root / "start.lock"

    @property
    def load_lock(self) -> Path:
        return self.root / "load.lock"

    def make(self) -> None:
        """Make the folder, closed to other users. Raises ToolError where this user may not."""
        try:
            self.root.mkdir(parents=True, exist_ok=True)
            self.root.chmod(0o700)
        except OSError as error:
            raise ToolError(
                f"The store's folder {self.root} cannot be made or used ({error.strerror}).",
                "Set LANDSCAPE_DATA_FOLDER to a folder that this user may write to.",
            ) from error

    def home(self) -> Path | None:
        """The home folder in use, None where nothing was ever loaded or started."""
        try:
            home = self.root / (self.root / "current").read_text(encoding="utf-8").strip()
        except FileNotFoundError:
            return None
        return home if home.is_dir() else None

    def new_home(self) -> Path:
        """A fresh, empty home folder beside the one in use."""
        home = self.root / f"home-{secrets.token_hex(4)}"
        home.mkdir()
        return home

    def use_home(self, home: Path) -> None:
        """From now on ``home`` is the one in use: a single rename, so a kill leaves the one or the other."""
        beside = self.root / "current.new"
        beside.write_text(home.name, encoding="utf-8")
        beside.replace(self.root / "current")

    def sweep(self, *keep: Path) -> None:
        """Remove the home folders that are neither in use nor in ``keep``. Call with the load lock held."""
        in_use = self.home()
        for home in self.root.glob("home-*"):
            if home != in_use and home not in keep:
                shutil.rmtree(home, ignore_errors=True)

    def password(self) -> str:
        """The local store's password; made at random the first time."""
        try:
            return self.password_file.read_text(encoding="utf-8").strip()
        except FileNotFoundError:
            password = secrets.token_urlsafe(PASSWORD_BYTES)
        beside = self.root / f"password.{os.getpid()}"
        descriptor = os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with os.fdopen(descriptor, "w", encoding="utf-8") as file:
            file.write(password + "\n")
        beside.replace(self.password_file)
        return password
