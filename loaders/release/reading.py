"""A release's graph, read back from its Turtle."""

from __future__ import annotations

from pathlib import Path

import pyoxigraph as ox
from rdflib import Graph

from loaders.collector import paused
from loaders.errors import ToolError
from loaders.gate.across import rdf_term
from loaders.memory import MemoryGraph
from ontology.terms import ID


@paused()
def read_graph(folder: Path) -> Graph:
    """The data of the release in ``folder``, as the gate and the projection take them: without concepts.

    Raises ToolError where the folder holds no release.
    """
    graph = MemoryGraph()
    try:
        for quad in ox.parse(path=str(folder / "landscape.ttl"), format=ox.RdfFormat.TURTLE):
            if isinstance(quad.subject, ox.NamedNode) and quad.subject.value.startswith(str(ID)):
                graph.add((rdf_term(quad.subject), rdf_term(quad.predicate), rdf_term(quad.object)))
    except (OSError, SyntaxError) as error:
        raise ToolError(
            f"The release in {folder} cannot be read ({error}).",
            "Build it anew with 'run.py build', then load it.",
        ) from error
    return graph
