"""Shows how far a long step has come, with the time left; silent for steps of under two seconds."""

from __future__ import annotations

import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager

from rich.console import Console
from rich.progress import BarColumn, TaskID, TaskProgressColumn, TextColumn, TimeRemainingColumn
from rich.progress import Progress as Bars

from loaders.progress import Progress

QUIET_SECONDS = 1.5
LINE_EVERY_SECONDS = 5.0


class ShownProgress:
    """A ``loaders.progress.Progress`` that draws on standard error:

    bars on a terminal, else a line at times.
    """

    def __init__(self, console: Console) -> None:
        self._console = console
        self._bars = Bars(
            TextColumn("{task.description}"),
            BarColumn(),
            TaskProgressColumn(),
            TimeRemainingColumn(elapsed_when_finished=True),
            console=console,
            transient=False,
        )
        self._what = ""
        self._began = 0.0
        self._said = 0.0
        self._task: TaskID | None = None

    def __call__(self, what: str, done: float, total: float | None = None) -> None:
        """See ``loaders.progress.Progress``."""
        now = time.monotonic()
        if what != self._what:
            self.end()
            self._what, self._began, self._said = what, now, now
        if self._console.is_terminal:
            self._draw(now, done, total)
        elif now - self._said >= LINE_EVERY_SECONDS or (
            self._said > self._began and total is not None and done >= total
        ):
            self._said = now
            self._console.print(self._line(now, done, total), highlight=False)

    def _draw(self, now: float, done: float, total: float | None) -> None:
        if self._task is None:
            if now - self._began < QUIET_SECONDS:
                return
            self._bars.start()
            self._task = self._bars.add_task(self._what, total=total)
        self._bars.update(self._task, completed=done, total=total)

    def _line(self, now: float, done: float, total: float | None) -> str:
        passed = now - self._began
        if total is None or total <= 0:
            return f"{self._what}: {done:g} so far, {passed:.0f} s"
        share = min(done / total, 1.0)
        if share >= 1:
            return f"{self._what}: done in {passed:.0f} s"
        left = f", about {passed / share - passed:.0f} s left" if share > 0 else ""
        return f"{self._what}: {share:.0%}{left}"

    def end(self) -> None:
        """The step has ended, whether or not it said so."""
        if self._task is not None:
            self._bars.stop()
            self._bars.remove_task(self._task)
            self._task = None
        self._what = ""


@contextmanager
def shown_progress() -> Iterator[Progress]:
    """A progress for the block, drawn on standard error and put away after it."""
    shown = ShownProgress(Console(file=sys.stderr))
    try:
        yield shown
    finally:
        shown.end()
