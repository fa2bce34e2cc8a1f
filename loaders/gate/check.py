"""The check itself: core SHACL by pySHACL, rules across records by one query each."""

from __future__ import annotations

import pyshacl
from pyshacl.errors import ReportableRuntimeError
from rdflib import Graph
from rdflib.namespace import SH

from loaders.errors import ToolError
from loaders.gate.across import is_off, run
from loaders.gate.focus import TARGETS, focus_nodes, shapes_with_targets
from loaders.gate.report import GateReport
from loaders.gate.result import Result, read_results
from loaders.memory import MemoryGraph
from loaders.progress import Progress, silent
from loaders.settings import Settings
from loaders.sources.origins import Origins
from ontology.terms import Ontology, OntologyError, load


def check(graph: Graph, ontology: Ontology, origins: Origins | None = None) -> GateReport:
    """Check the data in ``graph`` against the ontology's shapes.

    ``graph`` holds data only: classes and concepts are added here, and it is not changed. ``origins`` says
    which sheet and row each thing came from. Raises ToolError where a shape cannot be run at all.
    """
    whole = with_ontology(graph, ontology)
    shapes = ontology.shapes
    results = [*_core(whole, shapes), *run(whole, shapes)]
    return GateReport(
        results=tuple(sorted(set(results), key=_order)),
        focus_counts={
            str(shape): len(focus_nodes(shape, shapes, whole)) for shape in shapes_with_targets(shapes)
        },
        ontology=ontology,
        origins=origins or Origins(),
    )


def check_sheets(settings: Settings, progress: Progress = silent) -> GateReport:
    """Read the sheets in ``settings.sheets_folder`` and check them. Nothing is written.

    Raises DataError where they cannot be read, ToolError where the check cannot run.
    """
    from loaders.sources.curated import read_curated

    progress("Checking the sheets", 0, 2)
    ontology = read_ontology()
    curated = read_curated(settings.sheets_folder, ontology)
    progress("Checking the sheets", 1, 2)
    report = check(curated.graph, ontology, curated.origins)
    progress("Checking the sheets", 2, 2)
    return report


def read_ontology() -> Ontology:
    """The project's ontology. Raises ToolError, naming the file, where it cannot be read."""
    try:
        return load()
    except OntologyError as error:
        raise ToolError(str(error), "Mend that file of ontology/.") from error


def with_ontology(graph: Graph, ontology: Ontology) -> MemoryGraph:
    """A new graph of the data with the classes and concepts that shapes refer to."""
    whole = MemoryGraph.beginning_with(graph)
    for triple in ontology.graph:
        whole.add(triple)
    return whole


def plain(graph: Graph, shapes: Graph) -> list[Result]:
    """The results of pySHACL alone, with which ours must agree, over ``graph`` with its classes.

    Raises ToolError where pySHACL cannot run the shapes.
    """
    try:
        _, report, text = pyshacl.validate(graph, shacl_graph=shapes, inplace=True, advanced=False)
    except ReportableRuntimeError as error:
        raise _not_runnable(str(error)) from error
    if not isinstance(report, Graph):  # pySHACL gives an exception in its place where it could not run
        raise _not_runnable(text)
    return list(read_results(report, shapes))


def _not_runnable(why: str) -> ToolError:
    return ToolError(
        f"The shapes cannot be run: {' '.join(why.split())}",
        "Mend the shape that is named, in ontology/shapes/.",
    )


def _core(graph: MemoryGraph, shapes: Graph) -> list[Result]:
    """Core SHACL, with the property shapes of a targeting shape taking on its targets.

    pySHACL runs a property shape that stands within another anew for every node, one that has targets of its
    own once for all of them. The results are the same: those of sh:property are the property shape's own
    (SHACL 4.8.1), and it never hands down its deactivation or severity (2.1.4, 2.1.6).
    """
    core = Graph()
    for triple in shapes:
        if triple[1] != SH.sparql:
            subject, path, value = triple
            core.add((graph.own(subject), graph.own(path), graph.own(value)))
    for shape in shapes_with_targets(shapes):
        used_elsewhere = (None, None, shape) in core
        if (shape, SH.path, None) in core or used_elsewhere or is_off(core, shape):
            continue
        for within in list(core.objects(shape, SH.property)):
            core.remove((shape, SH.property, within))
            for target in TARGETS:
                for aim in core.objects(shape, target):
                    core.add((within, target, aim))
    return plain(graph, core)


def _order(result: Result) -> tuple[str, ...]:
    return (
        result.severity,
        result.focus,
        result.path,
        result.shape,
        result.component,
        result.value,
        *result.messages,
    )
