"""Releases on disk: written beside the one in use, switched in one step, found again.

``<data folder>/releases/<id>/`` is a release, ``<data folder>/current`` holds the id of the one in use. A
folder gets its name only when it is whole: a build that is killed leaves nothing that could be taken for one.
"""

from __future__ import annotations

import difflib
import hashlib
import json
import os
import shutil
import tempfile
from pathlib import Path

from filelock import FileLock, Timeout

from loaders.errors import ToolError
from loaders.progress import Progress, silent
from loaders.release.contents import Contents

_UNFINISHED = ".building-"
_LOCK_SECONDS = 60.0


def write_release(
    contents: Contents, data_folder: Path, progress: Progress = silent, lock_seconds: float = _LOCK_SECONDS
) -> Path:
    """Write the release and make it the current one. Gives its folder.

    A release that is there already and whole is kept as it is. Raises ToolError where the folder cannot be
    written to or another build holds it for longer than ``lock_seconds``; the release in use then stays.
    """
    releases = data_folder / "releases"
    try:
        releases.mkdir(parents=True, exist_ok=True)
        with FileLock(data_folder / "build.lock", timeout=lock_seconds):
            for left_over in releases.glob(f"{_UNFINISHED}*"):
                shutil.rmtree(left_over, ignore_errors=True)
            folder = releases / contents.id
            if not _is_whole(folder, contents):
                _write(contents, releases, folder, progress)
            _switch(data_folder, contents.id)
    except Timeout as error:
        raise ToolError(
            f"Another build is writing to {data_folder}.", "Wait for it to end, then run this again."
        ) from error
    except OSError as error:
        raise ToolError(
            f"The release cannot be written to {data_folder} ({error}).",
            "Make room there, or set LANDSCAPE_DATA_FOLDER to a folder that you may write to.",
        ) from error
    return folder


def current_folder(data_folder: Path) -> Path:
    """The folder of the release in use. Raises ToolError where there is none."""
    try:
        identifier = (data_folder / "current").read_text(encoding="utf-8").strip()
    except FileNotFoundError as error:
        raise ToolError(
            f"There is no release in {data_folder} yet.", "Build one with 'run.py build'."
        ) from error
    except OSError as error:
        raise ToolError(
            f"The current release cannot be read from {data_folder} ({error}).",
            "Make the folder readable, or set LANDSCAPE_DATA_FOLDER to another.",
        ) from error
    folder = data_folder / "releases" / identifier
    if not identifier or not (folder / "manifest.json").is_file():
        raise ToolError(
            f"The current release '{identifier}' is not in {data_folder / 'releases'}.",
            "Build it anew with 'run.py build'.",
        )
    return folder


def release_folder(data_folder: Path, identifier: str) -> Path:
    """The folder of the release with that identifier. Raises ToolError, naming the nearest, where none is."""
    folder = data_folder / "releases" / identifier
    if (folder / "manifest.json").is_file():
        return folder
    there = sorted(file.parent.name for file in (data_folder / "releases").glob("[!.]*/manifest.json"))
    near = difflib.get_close_matches(identifier, there, n=1, cutoff=0.0)
    raise ToolError(
        f"There is no release '{identifier}' in {data_folder / 'releases'}.",
        f"The nearest is '{near[0]}'." if near else "Build one with 'run.py build'.",
    )


def _write(contents: Contents, releases: Path, folder: Path, progress: Progress) -> None:
    beside = Path(tempfile.mkdtemp(prefix=_UNFINISHED, dir=releases))
    beside.chmod(0o755)  # mkdtemp makes it the builder's alone; a server may run as another user
    for done, (name, text) in enumerate(contents.files.items(), start=1):
        file = beside / name
        file.parent.mkdir(exist_ok=True)
        with file.open("w", encoding="utf-8", newline="") as stream:
            stream.write(text)
            stream.flush()
            os.fsync(stream.fileno())
        progress("Writing the release", done, len(contents.files))
    if folder.exists():  # not whole, or we would not be here
        shutil.rmtree(folder)
    beside.replace(folder)


def _switch(data_folder: Path, identifier: str) -> None:
    beside = data_folder / "current.new"
    with beside.open("w", encoding="utf-8") as stream:
        stream.write(identifier + "\n")
        stream.flush()
        os.fsync(stream.fileno())
    beside.replace(data_folder / "current")


def _is_whole(folder: Path, contents: Contents) -> bool:
    try:
        manifest = (folder / "manifest.json").read_text(encoding="utf-8")
        if manifest != contents.files["manifest.json"]:
            return False
        hashes = {
            file.relative_to(folder).as_posix(): hashlib.sha256(file.read_bytes()).hexdigest()
            for file in folder.rglob("*")
            if file.is_file() and file.name != "manifest.json"
        }
        return bool(hashes == json.loads(manifest)["files"])
    except OSError:
        return False
