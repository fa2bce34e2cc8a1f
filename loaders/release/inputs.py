"""Whether the release in use was built from what is there now. Standard library only: every start asks."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from pathlib import Path

from loaders.settings import CHECKOUT

_RECORD = "built-from.json"
_CODE = ("ontology", "loaders/gate", "loaders/release", "loaders/sources")


def fingerprint(sheets_folder: Path) -> str:
    """A hash of everything that decides what a build gives: sheets, ontology and the code between them."""
    digest = hashlib.sha256()
    for file in _inputs(sheets_folder):
        content = file.read_bytes()
        digest.update(f"{file.name} {len(content)}\n".encode())
        digest.update(content)
    return digest.hexdigest()


def registers_folder(data_folder: Path) -> Path:
    """Where the register files are kept that a build was given."""
    return data_folder / "registers"


def is_built(sheets_folder: Path, data_folder: Path) -> bool:
    """Whether the current release was built from exactly these inputs and is still there."""
    try:
        record = json.loads((data_folder / _RECORD).read_text(encoding="utf-8"))
        current = (data_folder / "current").read_text(encoding="utf-8").strip()
    except (OSError, ValueError):
        return False
    there = (data_folder / "releases" / current / "manifest.json").is_file()
    wanted = {
        "release": current,
        "inputs": fingerprint(sheets_folder),
        "registers": _registers(data_folder),
    }
    return bool(there and record == wanted)


def record(inputs: str, data_folder: Path, release: str) -> None:
    """Note that this release was built from the inputs with this fingerprint, and the registers kept."""
    noted = {"release": release, "inputs": inputs, "registers": _registers(data_folder)}
    beside = data_folder / f"{_RECORD}.new"
    beside.write_text(json.dumps(noted) + "\n", encoding="utf-8")
    beside.replace(data_folder / _RECORD)


def _registers(data_folder: Path) -> dict[str, str]:
    """The hash of each register file that is kept."""
    return {
        file.name: hashlib.sha256(file.read_bytes()).hexdigest()
        for file in sorted(registers_folder(data_folder).glob("*.*"))
    }


def _inputs(sheets_folder: Path) -> Iterator[Path]:
    yield from sorted(file for file in sheets_folder.glob("*") if file.suffix in (".csv", ".json"))
    for room in _CODE:
        yield from sorted(file for file in (CHECKOUT / room).rglob("*") if file.suffix in (".py", ".ttl"))
    yield CHECKOUT / "pyproject.toml"
