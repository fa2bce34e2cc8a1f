"""Whatever is done to a sheet, the reader reads it or says what is wrong, with the file and the row."""

from __future__ import annotations

import tempfile
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from loaders.errors import DataError
from tests.loaders.sources.world import CELLS, METADATA, World

SHEETS = st.sampled_from(sorted(CELLS))
BYTES = st.one_of(
    st.binary(max_size=12), st.text(max_size=12).map(lambda text: text.encode("utf-8", "replace"))
)
CELL = st.one_of(
    st.text(max_size=30),
    st.sampled_from(
        ["", "3/4/2026", "1E+05", "TRUE", "'=1", "=1", "mill-trust", "#REF!", "|", '"', "2026-02-31"]
    ),
)


def judge(world: World) -> None:
    """The reader's answer, whatever it is, must be of the promised kind, and the folder as it was."""
    before = {path.name: path.read_bytes() for path in world.folder.iterdir()}
    try:
        world.read()
    except DataError as error:
        assert error.problems
        for problem in error.problems:
            assert problem.file in METADATA.tables
            assert problem.row >= 0 and problem.what and problem.do
            about_the_file = "column" not in problem.what and problem.row == 0
            assert problem.row > 0 or about_the_file
    assert {path.name: path.read_bytes() for path in world.folder.iterdir()} == before


@settings(max_examples=60, deadline=None)
@given(sheet=SHEETS, start=st.floats(0, 1), length=st.integers(0, 40), put=BYTES)
def test_damaged_bytes(sheet: str, start: float, length: int, put: bytes) -> None:
    with tempfile.TemporaryDirectory() as folder:
        world = World(Path(folder))
        raw = world.path(sheet).read_bytes()
        at = int(start * len(raw))
        world.path(sheet).write_bytes(raw[:at] + put + raw[at + length :])
        judge(world)


@settings(max_examples=60, deadline=None)
@given(sheet=SHEETS, data=st.data())
def test_damaged_cells(sheet: str, data: st.DataObject) -> None:
    with tempfile.TemporaryDirectory() as folder:
        world = World(Path(folder))
        grid = world.grid(sheet)
        for _ in range(data.draw(st.integers(1, 3))):
            row = data.draw(st.integers(0, len(grid) - 1))
            column = data.draw(st.integers(0, len(grid[row])))
            if column == len(grid[row]):
                grid[row].append(data.draw(CELL))
            else:
                grid[row][column] = data.draw(CELL)
        world.lay(sheet, grid)
        judge(world)


@settings(max_examples=30, deadline=None)
@given(sheet=SHEETS, order=st.randoms(use_true_random=False), drop=st.booleans())
def test_rows_shuffled_doubled_and_dropped(sheet: str, order: object, drop: bool) -> None:
    with tempfile.TemporaryDirectory() as folder:
        world = World(Path(folder))
        grid = world.grid(sheet)
        grid += grid[1:]
        order.shuffle(grid)  # type: ignore[attr-defined]
        world.lay(sheet, grid[1:] if drop else grid)
        judge(world)
