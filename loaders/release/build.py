"""A build: read the sheets, pass the gate, write the release, switch to it."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from rdflib import Graph

from loaders.errors import DataError
from loaders.gate import GateReport, check
from loaders.gate.check import read_ontology
from loaders.progress import Progress, silent
from loaders.release.contents import Counts, make_contents
from loaders.release.folder import write_release
from loaders.release.inputs import fingerprint, record
from loaders.settings import Settings
from loaders.sources.origins import Origins
from ontology.terms import Ontology


@dataclass(frozen=True)
class BuiltRelease:
    """A release that was built and switched to."""

    folder: Path
    id: str
    as_at: str
    counts: Counts
    report: GateReport


def build_release(settings: Settings, progress: Progress = silent) -> BuiltRelease:
    """Build a release from the sheets in ``settings.sheets_folder`` and make it the current one.

    Raises DataError with every problem found in the sheets, or every violation that the gate found; nothing
    is written then. Raises ToolError where a folder cannot be read or written. In both cases the release
    in use stays in use.
    """
    from loaders.sources.curated import read_curated

    inputs = fingerprint(settings.sheets_folder)
    progress("Building the release", 0, 3)
    ontology = read_ontology()
    curated = read_curated(settings.sheets_folder, ontology)
    progress("Building the release", 1, 3)
    built = build(curated.graph, ontology, curated.origins, settings.data_folder, progress)
    record(inputs, settings.data_folder, built.id)
    progress("Building the release", 3, 3)
    return built


def build(
    graph: Graph, ontology: Ontology, origins: Origins, data_folder: Path, progress: Progress = silent
) -> BuiltRelease:
    """Gate and release of a graph of data that has been read. Raises as ``build_release`` does."""
    report = check(graph, ontology, origins)
    if not report.passed:
        raise DataError(report.problems())
    progress("Building the release", 2, 3)
    contents = make_contents(graph, ontology, report)
    folder = write_release(contents, data_folder)
    return BuiltRelease(folder, contents.id, contents.as_at, contents.counts, report)
