"""Trying measures out: a release's graph changed and gated, the difference asked of in Neo4j, rolled back."""

from __future__ import annotations

import datetime
import json
import tempfile
from collections.abc import Container, Sequence
from dataclasses import dataclass
from pathlib import Path

from rdflib import Graph

from loaders.collector import paused
from loaders.errors import DataError, ToolError
from loaders.gate import check
from loaders.gate.check import read_ontology
from loaders.progress import Progress, silent
from loaders.release.folder import release_folder
from loaders.release.projection import Projection
from loaders.release.reading import read_graph
from loaders.release.tables import write_tables
from loaders.release.whole import read_whole
from loaders.store.connection import WRITING, Store, TimedOutError
from loaders.store.difference import Difference, between_releases
from loaders.store.tables import ReleaseTables
from loaders.store.trial import trial
from ontology.terms import Ontology
from queries import catalogue as catalogues
from queries.asking import ask
from queries.catalogue import Catalogue
from queries.finding import Finding
from queries.whatif.clashes import refuse_clashes
from queries.whatif.measures import Measure, chosen, every_measure, name_of
from queries.whatif.operations import apply
from queries.whatif.outcome import Outcome, make_outcome
from queries.whatif.own_file import read_own
from queries.whatif.reformed import Reformed

STEPS = "Trying it out"
ANEW = "Build it anew with 'run.py build', and bring the store to it with 'run.py load'."


@paused()
def try_out(
    store: Store,
    measures: Sequence[str],
    as_at: datetime.date,
    own_file: Path | None = None,
    progress: Progress = silent,
    catalogue: Catalogue | None = None,
) -> Outcome:
    """What would come of these measures of the release, and of those in ``own_file``, on a day.

    The store is as before afterwards, and readers see it so all along. Raises ToolError on an unknown measure
    or one that has taken effect, on measures that contradict each other or name a body that does not exist on
    that day, where nothing is given, and where the store does not hold the release; DataError where the file
    is faulty or what comes out breaks a rule of the gate.
    """
    release, folder = held(store)
    progress(STEPS, 0, 5)
    ontology = read_ontology()
    _refuse_older(folder, ontology)
    graph = read_graph(folder)
    every = every_measure(graph)
    own = [] if own_file is None else read_own(own_file, store.settings.sheets_folder, graph, ontology, every)
    wanted = [*chosen(every, measures), *own]
    if not wanted:
        raise ToolError("No measure is given.", "Name one with --measure; 'run.py whatif' lists them.")
    refuse_clashes(graph, wanted, every, as_at)
    names = {each.target: name_of(graph, each.target) for one in wanted for each in one.operations}
    reformed = Reformed(graph, ontology, as_at)
    apply(reformed, wanted)
    progress(STEPS, 1, 5)
    if not reformed.differs:
        return make_outcome(reformed, wanted, {}, {}, release, names=names)
    difference = _difference(graph, ontology, folder)
    progress(STEPS, 3, 5)
    questions = catalogue or catalogues.load()
    before = answers(store, questions, as_at)
    progress(STEPS, 4, 5)
    left = Catalogue(
        {each.name: each for each in questions if each.name not in before.unanswered}, questions.version
    )
    after = trial(store, release, difference, lambda inside: answers(inside, left, as_at))
    progress(STEPS, 5, 5)
    unanswered = {**before.unanswered, **after.unanswered}
    then, now = (each.but(unanswered) for each in (after, before))
    return make_outcome(reformed, wanted, now, then, release, tuple(unanswered.values()), names)


def held(store: Store) -> tuple[str, Path]:
    """The release that the store holds, and its folder.

    Raises ToolError where there is no such folder, or the release in it cannot be read or is damaged.
    """
    release = store.release()
    if release is None:
        raise ToolError("The store holds no release yet.", "Run 'run.py load' first.")
    folder = release_folder(store.settings.data_folder, str(release["id"]))
    read_whole(folder, store.settings.data_folder)
    return str(release["id"]), folder


def measures_of(store: Store) -> tuple[Graph, dict[str, Measure]]:
    """The graph of the release that the store holds, and its measures by id. Raises as ``held`` does."""
    graph = read_graph(held(store)[1])
    return graph, every_measure(graph)


@dataclass(frozen=True)
class Answers:
    """Every finding by id; ``unanswered`` has a sentence for each question that was not answered whole."""

    findings: dict[str, Finding]
    unanswered: dict[str, str]

    def but(self, questions: Container[str]) -> dict[str, Finding]:
        """The findings by id, without those of these questions."""
        return {name: each for name, each in self.findings.items() if each.question not in questions}


def answers(store: Store, catalogue: Catalogue, as_at: datetime.date) -> Answers:
    """Every finding as at the day; questions on reform itself are left out, and those that need to be told
    what to look for. Raises ToolError where a question takes so long that the server ends a whole trial.
    """
    found: dict[str, Finding] = {}
    unanswered: dict[str, str] = {}
    for question in catalogue:
        if question.listing or question.kind == "reform":
            continue
        if any(not parameter.optional for parameter in question.parameters):
            continue
        try:
            asked = ask(store, question, as_at)
        except TimedOutError as error:
            if error.setting == WRITING:  # the trial's transaction is over
                raise
            unanswered[question.name] = f"Not answered, because it takes too long: {question.question}"
            continue
        if asked.truncated:
            unanswered[question.name] = (
                f"Not answered whole, because it has more than {len(asked.rows)} answers: {question.question}"
            )
        else:
            found.update({each.id: each for each in asked.findings})
    return Answers(found, unanswered)


def _refuse_older(folder: Path, ontology: Ontology) -> None:
    """Raise ToolError where the release was built with another version of the ontology than this one."""
    manifest = json.loads((folder / "manifest.json").read_text(encoding="utf-8"))
    built_with = manifest.get("versions", {}).get("ontology")
    if built_with != ontology.version:
        raise ToolError(
            f"The release {folder.name} was built with ontology {built_with}, and this program has ontology "
            f"{ontology.version}: what was tried on it would mix the two.",
            ANEW,
        )


def _difference(graph: Graph, ontology: Ontology, folder: Path) -> Difference:
    """What would change in the store.

    Raises DataError where the graph breaks a rule of the gate; ToolError where the release did so before it
    was changed, because it is older than the rules.
    """
    report = check(graph, ontology)
    if not report.passed:
        if not check(read_graph(folder), ontology).passed:
            raise ToolError(
                f"The release {folder.name} was built before the rules of the ontology became what they are: "
                "it does not keep to them, so nothing can be tried on it.",
                ANEW,
            )
        raise DataError(report.problems())
    projection = Projection(ontology)
    with tempfile.TemporaryDirectory(prefix="landscape-whatif-") as place:
        beside = Path(place)
        manifest = json.loads((folder / "manifest.json").read_text(encoding="utf-8"))
        files = {
            **write_tables(projection.tables(graph), projection),
            "constraints.json": json.dumps(projection.constraints),
            "manifest.json": json.dumps({**manifest, "id": "what-if"}),
        }
        for name, text in files.items():
            file = beside / name
            file.parent.mkdir(exist_ok=True)
            file.write_text(text, encoding="utf-8", newline="")
        return between_releases(ReleaseTables(folder), ReleaseTables(beside))
