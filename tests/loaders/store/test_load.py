"""Loading:

by bulk import, in batches and by difference, always to the same content; killed at every stage.
"""

from __future__ import annotations

import datetime
import json
import os
import shutil
import signal
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from loaders.errors import ToolError
from loaders.settings import Settings
from loaders.store import server as local
from loaders.store.connection import Store, open_store
from loaders.store.load import load_release
from tests.conftest import TestStore
from tests.releases import MadeNode, MadeRelationship, edge, node, seal, write_release

FIRST = "2025-07-01-aaaaaaaaaaaa"
SECOND = "2025-07-02-bbbbbbbbbbbb"

LABELS = ("Statement", "Organisation", "Concept")
EXTRA_LABELS = ("Duty", "Body", "Thing")


def small(change: bool = False, count: int = 60) -> tuple[list[MadeNode], list[MadeRelationship]]:
    """Some nodes and relationships of every type of value; ``change`` alters, adds and drops a few."""
    nodes = [
        node(
            f"s{i}",
            "Statement",
            "Duty" if i % 2 else "Oversight",
            text=f'Statement {i}, with "quotes", commas; and a line\nbreak'
            + (" changed" if change and i == 3 else ""),
            contested=i % 3 == 0,
            known_from=datetime.date(2024, 1, 1 + i % 28),
            known_to=None if i % 5 else datetime.date(2025, 7, 1),
            step=i,
            share=i / 4,
        )
        for i in range(count)
        if not (change and i == 7)
    ]
    nodes += [
        node(f"o{i}", "Organisation", "Thing", name=f"Bódy {i}", other_names=[f"B{i}", "=1+1"])
        for i in range(9)
    ]
    if change:
        nodes.append(node("o99", "Organisation", "Thing", name="New"))
    held = {one.id for one in nodes}
    links = [edge("SUBJECT", f"s{i}", f"o{i % 9}") for i in range(count)]
    links += [
        edge("OVERSEES", f"o{i}", f"o{(i + 1) % 9}", statement=f"s{i}", contested=bool(i % 2))
        for i in range(9)
    ]
    links += [edge("OVERSEES", "o1", "o2", statement="s50")]
    if change:
        links = [*links[2:], edge("OVERSEES", "o99", "o1", statement="s4")]
    return nodes, [one for one in links if one.start in held and one.end in held]


def content(store: Store) -> list[Any]:
    """Everything that the store holds, in an order of its own."""
    nodes = store.read(
        "MATCH (n) RETURN labels(n) AS labels, properties(n) AS properties", row_limit=10**6
    ).rows
    links = store.read(
        "MATCH (a)-[r]->(b) RETURN a.id AS start, type(r) AS type, b.id AS end, properties(r) AS properties",
        row_limit=10**6,
    ).rows
    plain = [{**row, "labels": sorted(row["labels"])} for row in nodes]
    return [sorted(json.dumps(row, sort_keys=True, default=str) for row in rows) for rows in (plain, links)]


@pytest.fixture
def remote(running_server: local.Server, store: TestStore, tmp_path: Path) -> Settings:
    """Settings under which the run's own Neo4j, empty now, is somebody's server elsewhere."""
    return Settings.from_environment(
        {},
        data_folder=tmp_path,
        neo4j_uri=running_server.uri,
        neo4j_username=running_server.username,
        neo4j_password=running_server.password,
    )


@pytest.mark.parametrize(("from_bytes", "how"), [(5_000_000, "one transaction"), (0, "batches")])
def test_fill_then_nothing_then_difference(
    remote: Settings, store: TestStore, tmp_path: Path, from_bytes: int, how: str
) -> None:
    remote = replace(remote, bulk_import_bytes=from_bytes)
    first = write_release(tmp_path / "releases", FIRST, *small())
    second = write_release(tmp_path / "releases", SECOND, *small(change=True))
    report = load_release(first, remote)
    assert (report.how, report.created_nodes, report.release) == (how, 69, FIRST)
    assert store.store.release() == {"id": FIRST, "format": 1, "as_at": "2025-07-01"}
    held = content(store.store)
    again = load_release(first, remote)
    assert again.how == "nothing to do"
    assert content(store.store) == held
    changed = load_release(second, remote)
    assert (changed.how, changed.previous) == ("difference", FIRST)
    assert (changed.created_nodes, changed.changed_nodes, changed.deleted_nodes) == (1, 1, 1)
    assert (changed.created_relationships, changed.deleted_relationships) == (1, 3)
    after = content(store.store)
    store.replace()
    load_release(second, remote)
    assert content(store.store) == after


def test_a_release_that_is_no_longer_there_is_read_from_the_store(
    remote: Settings, store: TestStore, tmp_path: Path
) -> None:
    first = write_release(tmp_path / "one", FIRST, *small())
    second = write_release(tmp_path / "two", SECOND, *small(change=True))
    load_release(first, remote)
    report = load_release(second, remote)
    assert (report.how, report.changed_nodes, report.deleted_nodes) == ("difference", 1, 1)
    after = content(store.store)
    store.replace()
    load_release(second, remote)
    assert content(store.store) == after


@pytest.mark.parametrize(
    "damage",
    [
        "MATCH (n:Statement {id: 's5'}) DETACH DELETE n",
        "MATCH (:Organisation {id: 'o1'})-[r:OVERSEES]->() DELETE r",
        "MATCH (a {id: 'o1'}), (b {id: 'o2'}) CREATE (a)-[:OVERSEES {statement: 's50'}]->(b)",
        "CREATE (:Statement {id: 'extra'})",
    ],
)
def test_a_store_that_was_changed_by_hand_is_put_right(
    remote: Settings, store: TestStore, tmp_path: Path, damage: str
) -> None:
    release = write_release(tmp_path / "releases", FIRST, *small())
    load_release(release, remote)
    held = content(store.store)
    store.store.write(lambda tx: tx.run(damage).consume())
    assert content(store.store) != held
    assert load_release(release, remote).how == "difference"
    assert content(store.store) == held


def test_a_foreign_database_is_left_alone(remote: Settings, store: TestStore, tmp_path: Path) -> None:
    release = write_release(tmp_path / "releases", FIRST, *small())
    store.replace([node("p1", "Person", name="Somebody")])
    held = content(store.store)
    with pytest.raises(ToolError, match="holds data that this project did not load"):
        load_release(release, remote)
    assert content(store.store) == held


def test_foreign_nodes_beside_ours_are_left_alone(remote: Settings, store: TestStore, tmp_path: Path) -> None:
    load_release(write_release(tmp_path / "releases", FIRST, *small()), remote)
    store.store.write(lambda tx: tx.run("CREATE (:Person {name: 'Somebody'})").consume())
    held = content(store.store)
    with pytest.raises(ToolError, match="a node \\(Person\\) that this project did not load"):
        load_release(write_release(tmp_path / "releases", SECOND, *small(change=True)), remote)
    assert content(store.store) == held


def test_another_load_under_way(remote: Settings, store: TestStore, tmp_path: Path) -> None:
    release = write_release(tmp_path / "releases", FIRST, *small())
    mark = (
        "CREATE (:LoadUnderWay {id: 'load', token: 'x', until: datetime() + duration({minutes: $minutes})})"
    )
    store.store.write(lambda tx: tx.run(mark, minutes=1).consume())
    with pytest.raises(ToolError, match="Another load into this database is under way"):
        load_release(release, remote)
    store.replace()
    store.store.write(lambda tx: tx.run(mark, minutes=-1).consume())
    assert load_release(release, remote).created_nodes == 69  # a fill that was killed is completed


@pytest.mark.parametrize("broken", ["no manifest", "ragged", "date", "dangling", "type", "twice"])
def test_a_folder_that_is_no_release(remote: Settings, store: TestStore, tmp_path: Path, broken: str) -> None:
    release = write_release(tmp_path / "releases", FIRST, *small())
    table = release / "nodes" / "Statement.csv"
    if broken == "no manifest":
        (release / "manifest.json").unlink()
    elif broken == "ragged":
        table.write_text(table.read_text("utf-8") + "s999,x\n", "utf-8")
    elif broken == "date":
        table.write_text(table.read_text("utf-8").replace("2024-01-02", "2024-13-02"), "utf-8")
    elif broken == "twice":
        table.write_text(table.read_text("utf-8") + table.read_text("utf-8").splitlines()[-1] + "\n", "utf-8")
    elif broken == "type":
        table.write_text(table.read_text("utf-8").replace(":date", ":point"), "utf-8")
    else:
        links = release / "relationships" / "SUBJECT.csv"
        links.write_text(links.read_text("utf-8") + "s1,nobody,SUBJECT\n", "utf-8")
    if broken != "no manifest":
        seal(release)
    with pytest.raises(ToolError):
        load_release(release, remote)
    assert store.store.release() is None


def test_a_damaged_release_is_refused(remote: Settings, store: TestStore, tmp_path: Path) -> None:
    release = write_release(tmp_path / "releases", FIRST, *small())
    table = release / "nodes" / "Statement.csv"
    table.write_text(table.read_text("utf-8").replace("2024-01-02", "2024-01-03"), "utf-8")
    with pytest.raises(ToolError, match=r"is damaged: nodes/Statement\.csv is not as it was built"):
        load_release(release, remote)
    assert store.store.release() is None


def test_a_release_of_another_format_is_refused(remote: Settings, store: TestStore, tmp_path: Path) -> None:
    release = write_release(tmp_path / "releases", FIRST, *small())
    manifest = json.loads((release / "manifest.json").read_text("utf-8"))
    (release / "manifest.json").write_text(json.dumps({**manifest, "format": 999}), "utf-8")
    with pytest.raises(ToolError, match="is of format 999"):
        load_release(release, remote)
    assert store.store.release() is None


def test_what_the_store_holds_is_looked_up_where_its_release_is_damaged(
    remote: Settings, store: TestStore, tmp_path: Path
) -> None:
    held = write_release(tmp_path / "releases", FIRST, *small())
    load_release(held, remote)
    table = held / "nodes" / "Statement.csv"
    was = 'Statement 3, with ""quotes"", commas; and a line\nbreak'
    assert was in table.read_text("utf-8")
    table.write_text(table.read_text("utf-8").replace(was, f"{was} changed"), "utf-8")
    wanted = write_release(tmp_path / "releases", SECOND, *small(change=True))
    load_release(wanted, remote)
    after = content(store.store)
    store.replace()
    load_release(wanted, remote)
    assert content(store.store) == after


identifiers = st.sampled_from([f"n{i}" for i in range(8)])
properties = st.fixed_dictionaries(
    {},
    optional={
        "name": st.text(
            st.characters(codec="utf-8", exclude_categories=("Cc", "Cs")), min_size=1, max_size=5
        ),
        "known_from": st.dates(datetime.date(1900, 1, 1), datetime.date(2100, 1, 1)),
        "step": st.integers(-(2**40), 2**40),
        # adding 0.0 leaves no -0.0: to the store it equals 0.0, so that setting it over one changes nothing
        "share": st.floats(allow_nan=False, allow_infinity=False, width=32).map(lambda share: share + 0.0),
        "contested": st.booleans(),
        "other_names": st.lists(st.sampled_from(["a", "b c", "é"]), min_size=1, max_size=3),
    },
)


@st.composite
def graphs(draw: st.DrawFn) -> tuple[list[MadeNode], list[MadeRelationship]]:
    ids = draw(st.lists(identifiers, min_size=1, max_size=8, unique=True))
    nodes = [
        MadeNode(
            one,
            (draw(st.sampled_from(LABELS)), *draw(st.lists(st.sampled_from(EXTRA_LABELS), unique=True))),
            draw(properties),
        )
        for one in ids
    ]
    ends = st.sampled_from(ids)
    links = draw(
        st.lists(
            st.tuples(
                st.sampled_from(["SUBJECT", "OVERSEES"]), ends, ends, st.sampled_from(["", "s1", "s2"])
            ),
            max_size=8,
            unique=True,
        )
    )
    return nodes, [
        MadeRelationship(kind, start, end, {"statement": statement} if statement else {})
        for kind, start, end, statement in links
    ]


@settings(max_examples=12, deadline=None, suppress_health_check=list(HealthCheck))
@given(before=graphs(), after=graphs(), beside=st.booleans())
def test_a_difference_gives_what_a_fill_gives(
    remote: Settings,
    store: TestStore,
    before: tuple[list[MadeNode], list[MadeRelationship]],
    after: tuple[list[MadeNode], list[MadeRelationship]],
    beside: bool,
) -> None:
    with tempfile.TemporaryDirectory() as folder:
        first = write_release(Path(folder) / "releases", FIRST, *before)
        second = write_release(Path(folder) / ("releases" if beside else "elsewhere"), SECOND, *after)
        store.replace()
        load_release(first, remote)
        load_release(second, remote)
        by_difference = content(store.store)
        store.replace()
        load_release(second, remote)
        assert by_difference == content(store.store)


LOADER = """
import sys
from pathlib import Path
from loaders.settings import Settings
from loaders.store.load import load_release
def told(what, done, total=None):
    print(what, done, flush=True)
print(load_release(Path(sys.argv[1]), Settings.from_environment(), told), flush=True)
"""


def killed_at(step: str, release: Path, local_settings: Settings, checkout: Path) -> None:
    """Load in a process of its own and kill it with -9 when it first says ``step``."""
    variables = {name: value for name, value in os.environ.items() if not name.startswith("NEO4J_")}
    variables["LANDSCAPE_DATA_FOLDER"] = str(local_settings.data_folder)
    variables["LANDSCAPE_BULK_IMPORT_BYTES"] = str(local_settings.bulk_import_bytes)
    child = subprocess.Popen(
        [sys.executable, "-c", LOADER, str(release)],
        cwd=checkout,
        env=variables,
        stdout=subprocess.PIPE,
        text=True,
    )
    assert child.stdout is not None
    said: list[str] = []
    for line in child.stdout:
        said.append(line)
        if line.startswith(step):
            os.kill(child.pid, signal.SIGKILL)
            break
    child.stdout.close()
    child.wait()
    assert child.returncode == -signal.SIGKILL, said


def test_a_local_store_through_every_kill(
    store_settings: Settings, remote: Settings, store: TestStore, tmp_path: Path, checkout: Path
) -> None:
    """Bulk import gives what a fill gives; a kill at any stage leaves the old release or the new one."""
    mine = replace(store_settings, data_folder=tmp_path / "data", bulk_import_bytes=0)
    first = write_release(tmp_path / "releases", FIRST, *small())
    second = write_release(tmp_path / "releases", SECOND, *small(change=True))
    load_release(first, remote)
    first_content = content(store.store)
    load_release(second, remote)
    second_content = content(store.store)

    killed_at("Importing the release", first, mine, checkout)
    killed_at("Starting Neo4j", first, mine, checkout)
    report = load_release(first, mine)
    assert (report.how, report.created_nodes) == ("bulk import", 69)
    assert local.find(mine) is None  # nothing was left running, nothing runs now
    assert len(list((tmp_path / "data" / "store").glob("home-*"))) == 1

    killed_at("Loading the changes", second, mine, checkout)
    with local.running(mine) as server:
        with open_store(mine) as held:
            assert content(held) in (first_content, second_content)
        load_release(second, mine)
        assert local.find(mine) == server  # it ran before, so it still runs
        os.kill(server.process, signal.SIGKILL)
    with open_store(mine) as held:
        assert content(held) == second_content
        assert held.release() == {"id": SECOND, "format": 1, "as_at": "2025-07-01"}
    shutil.rmtree(tmp_path / "data")


def test_a_small_release_killed_in_its_fill(store_settings: Settings, tmp_path: Path, checkout: Path) -> None:
    mine = replace(store_settings, data_folder=tmp_path / "data")
    first = write_release(tmp_path / "releases", FIRST, *small())
    killed_at("Filling the store", first, mine, checkout)
    with open_store(mine) as held:
        assert held.release() in (None, {"id": FIRST, "format": 1, "as_at": "2025-07-01"})
        report = load_release(first, mine)
        assert report.how in ("one transaction", "nothing to do")
        assert held.release() == {"id": FIRST, "format": 1, "as_at": "2025-07-01"}
        assert len(content(held)[0]) == 70


def test_ids_said_twice_are_refused_by_the_import(store_settings: Settings, tmp_path: Path) -> None:
    mine = replace(store_settings, data_folder=tmp_path / "data", bulk_import_bytes=0)
    twice: Sequence[MadeNode] = [node("a", "Class"), node("a", "Class")]
    with pytest.raises(ToolError, match=r"bulk import of .* failed"):
        load_release(write_release(tmp_path / "releases", FIRST, twice, []), mine)
    assert local.store_folder(mine).home() is None
