"""A release is whole or not there; the one in use serves until another is whole."""

from __future__ import annotations

import datetime
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from filelock import FileLock

from loaders.errors import DataError, ToolError
from loaders.release import current_release, is_up_to_date
from loaders.release.build import build
from loaders.release.contents import Contents
from loaders.release.folder import current_folder, write_release
from loaders.release.inputs import fingerprint, record
from loaders.settings import CHECKOUT, Settings
from loaders.store.tables import ReleaseTables
from ontology.terms import load
from tests.examples import good_rows
from tests.graphs import Rows, graph_of


def built(data_folder: Path, rows: Rows) -> Path:
    draft = graph_of(rows)
    return build(draft.graph, load(), draft.origins, data_folder).folder


def files(folder: Path) -> dict[str, bytes]:
    return {
        file.relative_to(folder).as_posix(): file.read_bytes() for file in folder.rglob("*") if file.is_file()
    }


def test_a_build_writes_a_release_and_switches_to_it(tmp_path: Path) -> None:
    folder = built(tmp_path, good_rows())
    assert current_folder(tmp_path) == folder
    manifest = json.loads((folder / "manifest.json").read_text())
    assert set(files(folder)) == {*manifest["files"], "manifest.json"}
    assert {"landscape.ttl", "statements.jsonl", "shacl-report.ttl", "constraints.json"} <= set(files(folder))


def test_the_store_reads_the_tables_as_they_are_meant(tmp_path: Path) -> None:
    tables = ReleaseTables(built(tmp_path, good_rows()))
    nodes = {each.id: (each.labels, dict(each.properties)) for each in tables.all_nodes()}
    labels, properties = nodes["oversight-1"]
    assert labels == ("Statement", "Oversight")
    assert properties["known_from"] == datetime.date(2024, 10, 11)
    assert properties["contested"] is True
    assert "valid_from" not in properties
    assert nodes["heard-trusts"][1]["number"] == 3
    assert nodes["watcher"][1]["other_names"] == ("The Watcher",)
    links = list(tables.all_relationships())
    assert {end for each in links for end in (each.start, each.end)} <= set(nodes)
    assert len(set(links)) == len(links)


def test_the_same_input_gives_the_same_bytes_in_another_folder(tmp_path: Path) -> None:
    one, two = built(tmp_path / "one", good_rows()), built(tmp_path / "two", good_rows())
    assert one.name == two.name
    assert files(one) == files(two)


def test_bad_data_leaves_the_release_in_use(tmp_path: Path) -> None:
    before = built(tmp_path, good_rows())
    with pytest.raises(DataError, match="function"):
        built(tmp_path, good_rows(functions_1={"function": ""}))
    assert current_folder(tmp_path) == before
    assert [each.name for each in (tmp_path / "releases").iterdir()] == [before.name]


def test_a_release_that_is_there_is_kept_and_a_damaged_one_is_written_anew(tmp_path: Path) -> None:
    folder = built(tmp_path, good_rows())
    written = files(folder)
    (folder / "nodes" / "Stray.csv").write_text("id:ID,:LABEL\n")
    (folder / "landscape.ttl").write_text("")
    built(tmp_path, good_rows())
    assert files(folder) == written


def test_a_build_that_is_killed_leaves_nothing_and_the_next_one_cleans_up(tmp_path: Path) -> None:
    before = built(tmp_path, good_rows())
    script = (
        "import os, sys; from pathlib import Path; from loaders.release.folder import write_release;"
        "from loaders.release.contents import Contents, Counts;"
        "die = lambda what, done, total: os._exit(9) if done == 2 else None;"
        "write_release(Contents('2030-01-01-x', '2030-01-01', Counts({}, {}, {}, 0, 0, 0),"
        " {'a': 'a', 'b': 'b', 'manifest.json': '{}'}), Path(sys.argv[1]), die)"
    )
    ended = subprocess.run([sys.executable, "-c", script, str(tmp_path)], cwd=CHECKOUT, check=False)
    assert ended.returncode == 9
    assert current_folder(tmp_path) == before
    assert len(list((tmp_path / "releases").iterdir())) == 2
    after = built(tmp_path, good_rows(ties_1={"note": "Changed"}))
    assert current_folder(tmp_path) == after
    assert {each.name for each in (tmp_path / "releases").iterdir()} == {before.name, after.name}


def test_a_second_build_at_the_same_time_is_refused(tmp_path: Path, contents: Contents) -> None:
    with (
        FileLock(tmp_path / "build.lock"),
        pytest.raises(ToolError, match="Another build"),
    ):
        write_release(contents, tmp_path, lock_seconds=0.1)


def test_a_folder_that_cannot_be_written_to_is_said_to_be(tmp_path: Path, contents: Contents) -> None:
    (tmp_path / "releases").write_text("a file")
    with pytest.raises(ToolError, match="cannot be written"):
        write_release(contents, tmp_path)


def test_without_a_release_the_reader_is_told_to_build_one(tmp_path: Path) -> None:
    with pytest.raises(ToolError, match=r"run\.py build"):
        current_release(Settings.from_environment({}, data_folder=tmp_path))
    (tmp_path / "current").write_text("2030-01-01-gone\n")
    with pytest.raises(ToolError, match="is not in"):
        current_release(Settings.from_environment({}, data_folder=tmp_path))


def test_a_change_of_a_sheet_is_noticed(tmp_path: Path) -> None:
    sheets = tmp_path / "sheets"
    sheets.mkdir()
    (sheets / "duties.csv").write_text("id\n")
    settings = Settings.from_environment({}, data_folder=tmp_path / "data", sheets_folder=sheets)
    assert not is_up_to_date(settings)
    folder = built(settings.data_folder, good_rows())
    record(fingerprint(sheets), settings.data_folder, folder.name)
    assert is_up_to_date(settings)
    (sheets / "duties.csv").write_text("id\none\n")
    assert not is_up_to_date(settings)


def test_asking_whether_a_release_is_up_to_date_loads_no_library() -> None:
    script = (
        "import sys; from loaders.release import is_up_to_date; from loaders.settings import Settings;"
        "is_up_to_date(Settings.from_environment());"
        "sys.exit(any(name in sys.modules for name in ('rdflib', 'pyshacl', 'pyoxigraph', 'neo4j')))"
    )
    assert (
        subprocess.run(
            [sys.executable, "-c", script], cwd=CHECKOUT, env={**os.environ}, check=False
        ).returncode
        == 0
    )


@pytest.fixture(scope="module")
def contents() -> Contents:
    from loaders.gate import check
    from loaders.release.contents import make_contents

    graph = graph_of(good_rows()).graph
    return make_contents(graph, load(), check(graph, load()))
