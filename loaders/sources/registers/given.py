"""Which register files a command was given, and those kept from the build before."""

from __future__ import annotations

import hashlib
import json
import shutil
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from fnmatch import fnmatch
from pathlib import Path

from loaders.errors import ToolError
from loaders.sources.cells import near

_RECORD = "registers.json"


@dataclass(frozen=True)
class Given:
    """One file: ``register`` is the name in registers.csv, ``day`` the day it speaks of, or None."""

    register: str
    path: Path
    name: str
    day: date | None

    @property
    def sha256(self) -> str:
        """The hash of its bytes. ToolError where it cannot be read."""
        try:
            with self.path.open("rb") as stream:
                return hashlib.file_digest(stream, "sha256").hexdigest()
        except OSError as error:
            raise ToolError(
                f"The file {self.path} cannot be read ({error.strerror}).", "Give this user the right."
            ) from error


def parse(arguments: Iterable[str], patterns: Mapping[str, tuple[str, ...]]) -> dict[str, Given]:
    """The files that ``arguments`` name, by register.

    An argument is NAME=FILE, NAME@YYYY-MM-DD=FILE, or a file or folder whose files are known by their names;
    ``patterns`` maps each register to the patterns of its file names. Raises ToolError on anything else.
    """
    found: dict[str, Given] = {}
    for argument in arguments:
        for given in _argument(argument, patterns):
            other = found.setdefault(given.register, given)
            if other is not given:
                what = f"Two files are given for the register {given.register}: {other.path}, {given.path}."
                raise ToolError(what, "Give one of them.")
    return found


def _argument(argument: str, patterns: Mapping[str, tuple[str, ...]]) -> list[Given]:
    named, mark, rest = argument.partition("=")
    if not mark or Path(argument).exists():
        return _recognised(Path(argument), patterns)
    name, at, day = named.partition("@")
    if name not in patterns:
        hint = near(name, patterns) or f"The registers are: {', '.join(sorted(patterns))}."
        raise ToolError(f"There is no register '{name}'.", hint)
    on = None
    if at:
        try:
            on = date.fromisoformat(day)
        except ValueError:
            raise ToolError(f"'{day}' is not a day.", "Write it as YYYY-MM-DD.") from None
    path = Path(rest).expanduser()
    if path.is_dir():
        inside = [file for file in sorted(path.iterdir()) if _matches(file, patterns[name])]
        if len(inside) != 1:
            what = f"In the folder {path}, {len(inside)} files look like the register {name}."
            raise ToolError(what, f"Name the file: {name}={path}/FILE.")
        path = inside[0]
    return [Given(name, _file(path), path.name, on)]


def _recognised(path: Path, patterns: Mapping[str, tuple[str, ...]]) -> list[Given]:
    path = path.expanduser()
    if path.is_dir():
        return [
            Given(name, file, file.name, None)
            for file in sorted(path.iterdir())
            for name in sorted(patterns)
            if _matches(file, patterns[name])
        ]
    _file(path)
    found = [name for name in sorted(patterns) if _matches(path, patterns[name])]
    if len(found) != 1:
        what = f"Which register {path.name} is cannot be told from its name."
        raise ToolError(what, f"Write NAME={path}. The registers are: {', '.join(sorted(patterns))}.")
    return [Given(found[0], path, path.name, None)]


def _matches(file: Path, patterns: tuple[str, ...]) -> bool:
    return file.is_file() and any(fnmatch(file.name.lower(), pattern) for pattern in patterns)


def _file(path: Path) -> Path:
    if not path.is_file():
        raise ToolError(f"There is no file {path}.", "Check the path.")
    return path


def kept(folder: Path) -> dict[str, Given]:
    """The files that ``keep`` laid into ``folder``; none where it is not there."""
    try:
        record = json.loads((folder / _RECORD).read_text(encoding="utf-8"))
        return {
            name: Given(
                name,
                _file(folder / f"{name}.csv"),
                str(each["file"]),
                date.fromisoformat(each["day"]) if each["day"] else None,
            )
            for name, each in sorted(record.items())
        }
    except FileNotFoundError:
        return {}
    except (OSError, ValueError, KeyError, TypeError, AttributeError) as error:
        raise ToolError(
            f"The registers kept in {folder} cannot be read ({error}).",
            "Delete that folder, and give the registers again.",
        ) from error


def keep(files: Mapping[str, Given], folder: Path) -> None:
    """Copy ``files`` into ``folder``, so that the next build has them; others that were there go.

    The record is written last: where it stops half-way, the old record still fits or the copies are refused.
    """
    if not files:
        shutil.rmtree(folder, ignore_errors=True)
        return
    folder.mkdir(parents=True, exist_ok=True)
    for name, given in files.items():
        target = folder / f"{name}.csv"
        if given.path != target:
            beside = folder / f"{name}.csv.new"
            shutil.copyfile(given.path, beside)
            beside.replace(target)
    record = {
        name: {"file": given.name, "day": "" if given.day is None else str(given.day)}
        for name, given in sorted(files.items())
    }
    beside = folder / f"{_RECORD}.new"
    beside.write_text(json.dumps(record, indent=2) + "\n", encoding="utf-8")
    beside.replace(folder / _RECORD)
    for file in folder.glob("*.csv"):
        if file.stem not in files:
            file.unlink()
