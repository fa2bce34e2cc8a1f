"""A build: read sheets and registers, pass the gate, write the release, switch to it."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

from rdflib import Graph

from loaders.collector import paused
from loaders.errors import DataError, ToolError
from loaders.gate import GateReport, check
from loaders.gate.check import read_ontology
from loaders.progress import Progress, silent
from loaders.release.changes import Changes, between
from loaders.release.contents import Counts, make_contents
from loaders.release.folder import current_folder, write_release
from loaders.release.inputs import fingerprint, record, registers_folder
from loaders.settings import Settings
from loaders.sources.origins import Origins
from loaders.sources.registers import Loaded
from loaders.sources.registers.given import Given, keep, kept
from ontology.terms import Ontology


@dataclass(frozen=True)
class BuiltRelease:
    """A release that was built and switched to.

    ``registers`` says what became of each register; ``changes`` compares with the release that was in use
    before, None where there was none.
    """

    folder: Path
    id: str
    as_at: str
    counts: Counts
    report: GateReport
    registers: tuple[Loaded, ...] = ()
    changes: Changes | None = None


@paused()
def build_release(
    settings: Settings,
    progress: Progress = silent,
    registers: Mapping[str, Given] | None = None,
    sheets_only: bool = False,
) -> BuiltRelease:
    """Build a release from the sheets in ``settings.sheets_folder`` and make it the current one.

    ``registers`` are the files given for registers, by name; those given to an earlier build are used again,
    unless ``sheets_only``, which forgets them. Raises DataError with every problem found in sheets and
    registers, or every violation that the gate found; nothing is written then. Raises ToolError where a
    folder cannot be read or written. In both cases the release in use stays in use.
    """
    from loaders.sources.curated import read_curated

    folder = registers_folder(settings.data_folder)
    files = {**({} if sheets_only else kept(folder)), **(registers or {})}
    progress("Building the release", 0, 3)
    ontology = read_ontology()
    before = _before(settings.data_folder)
    curated = read_curated(settings.sheets_folder, ontology, files, _rows(before))
    progress("Building the release", 1, 3)

    def passed() -> None:
        if registers or sheets_only:
            keep(files, folder)

    inputs = fingerprint(settings.sheets_folder)
    built = build(curated.graph, ontology, curated.origins, settings.data_folder, progress, passed)
    record(inputs, settings.data_folder, built.id)
    progress("Building the release", 3, 3)
    return BuiltRelease(
        built.folder,
        built.id,
        built.as_at,
        built.counts,
        built.report,
        curated.registers,
        None if before is None else _changes(before, built.folder),
    )


def build(
    graph: Graph,
    ontology: Ontology,
    origins: Origins,
    data_folder: Path,
    progress: Progress = silent,
    passed: Callable[[], None] = lambda: None,
) -> BuiltRelease:
    """Gate and release of a graph of data that has been read; ``passed`` is called between the two.

    Raises as ``build_release`` does.
    """
    report = check(graph, ontology, origins)
    if not report.passed:
        raise DataError(report.problems())
    progress("Building the release", 2, 3)
    contents = make_contents(graph, ontology, report)
    passed()
    folder = write_release(contents, data_folder)
    return BuiltRelease(folder, contents.id, contents.as_at, contents.counts, report)


def _before(data_folder: Path) -> Path | None:
    try:
        return current_folder(data_folder)
    except ToolError:
        return None


def _rows(release: Path | None) -> dict[str, int]:
    """How many rows each register had in this release, by its identifier as a source."""
    if release is None:
        return {}
    try:
        manifest = json.loads((release / "manifest.json").read_text(encoding="utf-8"))
        return {source["id"]: int(source["rows"]) for source in manifest["sources"] if "rows" in source}
    except (OSError, ValueError, KeyError, TypeError):
        return {}


def _changes(before: Path, after: Path) -> Changes | None:
    try:
        with (
            (before / "statements.jsonl").open(encoding="utf-8") as old,
            (after / "statements.jsonl").open(encoding="utf-8") as new,
        ):
            return between(old, new)
    except (OSError, ValueError, KeyError):
        return None
