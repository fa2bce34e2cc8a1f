"""Whether a folder holds a release that this program can read: there, of its format, and as it was built."""

from __future__ import annotations

import difflib
import hashlib
import json
from pathlib import Path
from typing import Any

from loaders.errors import ToolError
from loaders.release.statements import FORMAT

_BLOCK = 1 << 20


def read_whole(folder: Path, data_folder: Path) -> dict[str, Any]:
    """The manifest of the release in ``folder``.

    Raises ToolError, which names the nearest release in ``data_folder`` that can be read, where the folder
    holds none, or one of another format, or one of which a file is missing or was changed.
    """
    manifest = _manifest(folder)
    if manifest is None:
        raise ToolError(
            f"{folder} holds no release: it has no manifest.json that names one.",
            _instead(folder, data_folder, "Build one with 'run.py build'."),
        )
    identifier = manifest["id"]
    if manifest.get("format") != FORMAT:
        raise ToolError(
            f"The release {identifier} is of format {manifest.get('format')}; this program reads format "
            f"{FORMAT}.",
            _instead(folder, data_folder, "Build it anew from its sheets with 'run.py build'."),
        )
    faults = _faults(folder, manifest)
    if faults:
        more = f", nor are {len(faults) - 1} others" if len(faults) > 1 else ""
        raise ToolError(
            f"The release {identifier} is damaged: {faults[0]} is not as it was built{more}.",
            _instead(folder, data_folder, "Build it anew with 'run.py build'."),
        )
    return manifest


def readable(data_folder: Path) -> list[str]:
    """The ids of the releases in ``data_folder`` that are of this program's format, sorted."""
    found = []
    for file in sorted((data_folder / "releases").glob("[!.]*/manifest.json")):
        manifest = _manifest(file.parent)
        if manifest is not None and manifest.get("format") == FORMAT:
            found.append(file.parent.name)
    return found


def _instead(folder: Path, data_folder: Path, otherwise: str) -> str:
    others = [each for each in readable(data_folder) if each != folder.name]
    near = difflib.get_close_matches(folder.name, others, n=1, cutoff=0.0)
    return f"{otherwise} The nearest that can be read is '{near[0]}'." if near else otherwise


def _manifest(folder: Path) -> dict[str, Any] | None:
    """The manifest in ``folder``; None where there is none that names a release."""
    try:
        content = json.loads((folder / "manifest.json").read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return None
    return content if isinstance(content, dict) and isinstance(content.get("id"), str) else None


def _faults(folder: Path, manifest: dict[str, Any]) -> list[str]:
    """The files that are missing, or whose content is not that which the manifest has a hash of."""
    files = manifest.get("files")
    if not isinstance(files, dict) or not files:
        return ["manifest.json"]
    return [name for name, wanted in sorted(files.items()) if _hash(folder / name) != wanted]


def _hash(file: Path) -> str | None:
    digest = hashlib.sha256()
    try:
        with file.open("rb") as stream:
            while block := stream.read(_BLOCK):
                digest.update(block)
    except OSError:
        return None
    return digest.hexdigest()
