"""Every setting of the project: one table, read from environment variables. Standard library only.

``run.py`` reads it before anything is installed, the command line takes its help from it, and
``docs/settings.md`` is generated from it, so a setting is described in one place.
"""

from __future__ import annotations

import math
import os
import sys
from collections.abc import Mapping
from dataclasses import dataclass, fields
from pathlib import Path
from typing import Any, Literal

from loaders.errors import ToolError

Kind = Literal["folder", "file", "text", "secret", "whole number", "number"]

CHECKOUT = Path(__file__).resolve().parent.parent
"""The folder that holds the project: settings that have no place of their own start from it."""

APPLICATION = "regulatory-landscape"


@dataclass(frozen=True)
class Setting:
    """One row of the table.

    ``default`` is the value as a reader would type it ("" where the setting is unset by default, and words in
    angle brackets where it depends on the machine). ``unit`` is "" where the value has none. ``low`` and
    ``high`` are the bounds of a number, both included.
    """

    name: str
    variable: str
    kind: Kind
    default: str
    unit: str
    help: str
    low: float = -math.inf
    high: float = math.inf


TABLE: tuple[Setting, ...] = (
    Setting(
        "data_folder",
        "LANDSCAPE_DATA_FOLDER",
        "folder",
        "<the user's data folder>/regulatory-landscape",
        "",
        "Where releases, findings and the local Neo4j store are kept.",
    ),
    Setting(
        "cache_folder",
        "LANDSCAPE_CACHE_FOLDER",
        "folder",
        "<the user's cache folder>/regulatory-landscape",
        "",
        "Where Neo4j's own program files are kept once downloaded. Safe to delete: they are fetched again.",
    ),
    Setting(
        "sheets_folder",
        "LANDSCAPE_SHEETS_FOLDER",
        "folder",
        "<the checkout>/data",
        "",
        "The curated sheets that a release is built from.",
    ),
    Setting(
        "reference_folder",
        "LANDSCAPE_REFERENCE_FOLDER",
        "folder",
        "",
        "",
        "The folder that holds the source documents and register files. Tests marked 'reference' need it and "
        "are left out, and counted, where it is unset.",
    ),
    Setting(
        "neo4j_home",
        "NEO4J_HOME",
        "folder",
        "",
        "",
        "An unpacked Neo4j 5.26 Community whose program files are used instead of downloading them.",
    ),
    Setting(
        "neo4j_uri",
        "NEO4J_URI",
        "text",
        "",
        "",
        "A Neo4j that is already there (bolt://, neo4j://, neo4j+s:// ...). Unset: a local one is started.",
    ),
    Setting("neo4j_username", "NEO4J_USERNAME", "text", "neo4j", "", "The user at NEO4J_URI."),
    Setting("neo4j_password", "NEO4J_PASSWORD", "secret", "", "", "That user's password."),
    Setting(
        "neo4j_password_file",
        "NEO4J_PASSWORD_FILE",
        "file",
        "",
        "",
        "A file that holds that user's password, read where NEO4J_PASSWORD is unset.",
    ),
    Setting("neo4j_database", "NEO4J_DATABASE", "text", "neo4j", "", "The database at NEO4J_URI."),
    Setting(
        "query_timeout_seconds",
        "LANDSCAPE_QUERY_TIMEOUT_SECONDS",
        "number",
        "30",
        "seconds",
        "How long a reader's query may run before the server ends it.",
        low=0.001,
        high=86_400,
    ),
    Setting(
        "query_row_limit",
        "LANDSCAPE_QUERY_ROW_LIMIT",
        "whole number",
        "10000",
        "rows",
        "How many rows a query may give back; an answer that was cut says so.",
        low=1,
        high=10_000_000,
    ),
    Setting(
        "write_timeout_seconds",
        "LANDSCAPE_WRITE_TIMEOUT_SECONDS",
        "number",
        "1800",
        "seconds",
        "How long one transaction of a load may run.",
        low=1,
        high=86_400,
    ),
    Setting(
        "bulk_import_bytes",
        "LANDSCAPE_BULK_IMPORT_BYTES",
        "whole number",
        "5000000",
        "bytes",
        "From this size of a release's tables an empty store is filled by Neo4j's bulk import, or in batches "
        "at NEO4J_URI; below it in one transaction.",
        low=0,
        high=1_000_000_000_000,
    ),
    Setting(
        "start_timeout_seconds",
        "LANDSCAPE_START_TIMEOUT_SECONDS",
        "number",
        "180",
        "seconds",
        "How long the local Neo4j may take to start.",
        low=1,
        high=3_600,
    ),
    Setting(
        "heap_megabytes",
        "LANDSCAPE_HEAP_MEGABYTES",
        "whole number",
        "512",
        "megabytes",
        "The most memory that the local Neo4j's Java heap may take.",
        low=256,
        high=1_048_576,
    ),
    Setting(
        "page_cache_megabytes",
        "LANDSCAPE_PAGE_CACHE_MEGABYTES",
        "whole number",
        "128",
        "megabytes",
        "The memory in which the local Neo4j keeps pages of its store.",
        low=8,
        high=1_048_576,
    ),
    Setting(
        "bolt_port",
        "LANDSCAPE_BOLT_PORT",
        "whole number",
        "0",
        "",
        "The port of the local Neo4j on 127.0.0.1; 0 takes a free one.",
        low=0,
        high=65_535,
    ),
    Setting(
        "explorer_host",
        "LANDSCAPE_EXPLORER_HOST",
        "text",
        "127.0.0.1",
        "",
        "The address on which the explorer listens. Any but loopback needs a proxy with a log-in before it.",
    ),
    Setting(
        "explorer_port",
        "LANDSCAPE_EXPLORER_PORT",
        "whole number",
        "8501",
        "",
        "The port of the explorer.",
        low=1,
        high=65_535,
    ),
    Setting(
        "browser",
        "LANDSCAPE_BROWSER",
        "file",
        "",
        "",
        "The Chrome, Chromium or Edge program that the tests drive. Unset: looked for in the usual places.",
    ),
)


@dataclass(frozen=True)
class Settings:
    """The settings in force, typed. One attribute for each row of ``TABLE``, which says what each means."""

    data_folder: Path
    cache_folder: Path
    sheets_folder: Path
    reference_folder: Path | None
    neo4j_home: Path | None
    neo4j_uri: str | None
    neo4j_username: str
    neo4j_password: str | None
    neo4j_password_file: Path | None
    neo4j_database: str
    query_timeout_seconds: float
    query_row_limit: int
    write_timeout_seconds: float
    bulk_import_bytes: int
    start_timeout_seconds: float
    heap_megabytes: int
    page_cache_megabytes: int
    bolt_port: int
    explorer_host: str
    explorer_port: int
    browser: Path | None

    @classmethod
    def from_environment(cls, env: Mapping[str, str] | None = None, **overrides: Any) -> Settings:
        """The settings that ``env`` (the process's environment where None) gives.

        ``overrides`` are attributes by name, already typed, which win over the environment. An empty variable
        counts as unset. Raises ToolError, naming the variable, on a value that the setting cannot take;
        TypeError on an override that is not a setting.
        """
        variables = os.environ if env is None else env
        unknown = set(overrides) - {field.name for field in fields(cls)}
        if unknown:
            raise TypeError(f"No such setting: {', '.join(sorted(unknown))}")
        values: dict[str, Any] = {}
        for setting in TABLE:
            if setting.name in overrides:
                values[setting.name] = overrides[setting.name]
                continue
            text = variables.get(setting.variable, "").strip()
            values[setting.name] = _typed(setting, text) if text else _default(setting, variables)
        return cls(**values)

    def password(self) -> str | None:
        """The password for ``neo4j_uri``, from the variable or from the file; None where neither is set.

        Raises ToolError where the file cannot be read or is empty.
        """
        if self.neo4j_password is not None or self.neo4j_password_file is None:
            return self.neo4j_password
        try:
            password = self.neo4j_password_file.read_text(encoding="utf-8").strip()
        except (OSError, UnicodeDecodeError) as error:
            raise ToolError(
                f"The password file {self.neo4j_password_file} cannot be read ({error}).",
                "Set NEO4J_PASSWORD_FILE to a readable file, or set NEO4J_PASSWORD.",
            ) from error
        if not password:
            raise ToolError(
                f"The password file {self.neo4j_password_file} is empty.",
                "Write the password into it, or set NEO4J_PASSWORD.",
            )
        return password

    def __repr__(self) -> str:
        shown = (
            f"{field.name}={'***' if field.name == 'neo4j_password' else repr(getattr(self, field.name))}"
            for field in fields(self)
        )
        return f"Settings({', '.join(shown)})"


def _typed(setting: Setting, text: str) -> Path | str | int | float:
    if setting.kind in ("folder", "file"):
        try:
            path = Path(text).expanduser().absolute()
        except RuntimeError as error:
            raise _impossible(setting, text, "names a user whose home folder is not known") from error
        if setting.kind == "folder" and path.exists() and not path.is_dir():
            raise _impossible(setting, text, "is a file, not a folder")
        if setting.kind == "file" and path.is_dir():
            raise _impossible(setting, text, "is a folder, not a file")
        return path
    if setting.kind in ("whole number", "number"):
        return _number(setting, text)
    return text


def _number(setting: Setting, text: str) -> int | float:
    number: int | float
    try:
        number = int(text) if setting.kind == "whole number" else float(text)
    except ValueError as error:
        raise _impossible(setting, text, f"is not a {setting.kind}") from error
    if not setting.low <= number <= setting.high:  # also refuses nan
        unit = f" {setting.unit}" if setting.unit else ""
        raise _impossible(setting, text, f"is not between {setting.low:g} and {setting.high:g}{unit}")
    return number


def _impossible(setting: Setting, text: str, why: str) -> ToolError:
    shown = "The value" if setting.kind == "secret" else f"'{text}'"
    default = f" (default: {setting.default})" if setting.default else ""
    return ToolError(
        f"The environment variable {setting.variable} cannot be used: {shown} {why}.",
        f"Change it or unset it{default}. {setting.help}",
    )


def _default(setting: Setting, env: Mapping[str, str]) -> Path | str | int | float | None:
    if setting.name == "data_folder":
        return _user_folder(setting, env, "data")
    if setting.name == "cache_folder":
        return _user_folder(setting, env, "cache")
    if setting.name == "sheets_folder":
        return CHECKOUT / "data"
    return _typed(setting, setting.default) if setting.default else None


def _user_folder(setting: Setting, env: Mapping[str, str], use: Literal["data", "cache"]) -> Path:
    """The folder in which this platform keeps a user's files of that use.

    Linux follows the XDG Base Directory Specification, which says to ignore a relative path in its variables.
    """
    xdg = env.get("XDG_DATA_HOME" if use == "data" else "XDG_CACHE_HOME", "")
    if sys.platform == "win32":
        local = env.get("LOCALAPPDATA", "")
        base = Path(local) if local else _home(setting, env) / "AppData" / "Local"
        return base / APPLICATION / "cache" if use == "cache" else base / APPLICATION
    if sys.platform == "darwin":
        library = _home(setting, env) / "Library"
        return library / ("Application Support" if use == "data" else "Caches") / APPLICATION
    if xdg and Path(xdg).is_absolute():
        return Path(xdg) / APPLICATION
    return _home(setting, env) / (".local/share" if use == "data" else ".cache") / APPLICATION


def _home(setting: Setting, env: Mapping[str, str]) -> Path:
    home = env.get("USERPROFILE" if sys.platform == "win32" else "HOME", "")
    if home:
        return Path(home)
    try:
        return Path.home()
    except RuntimeError as error:
        raise ToolError(
            "This user's home folder is not known.",
            f"Set {setting.variable} to a folder that this user may write to.",
        ) from error
