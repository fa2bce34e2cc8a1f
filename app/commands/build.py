"""``run.py build``: makes a release from the sheets and switches to it; the store is not touched."""

from __future__ import annotations

import typer

from app.commands.progress import shown_progress
from loaders.settings import Settings


def register(app: typer.Typer) -> None:
    """Add the command."""

    @app.command()
    def build() -> None:
        """Read the sheets, check them, write a release beside the one in use and switch to it."""
        from app.commands.validate import print_warnings
        from loaders.release import build_release

        with shown_progress() as progress:
            built = build_release(Settings.from_environment(), progress)
        print_warnings(built.report)
        counts = built.counts
        total = sum(counts.statements.values())
        print(f"Release {built.id}, as at {built.as_at}, in {built.folder}")
        print(f"{total} statements:")
        for kind, count in sorted(counts.statements.items(), key=lambda each: (-each[1], each[0])):
            print(f"{count:>7}  {kind}")
        print(f"{counts.contested:>7}  of them contested")
        print(f"{counts.undated:>7}  of them undated (their source gives no first or last day)")
        print(f"{sum(counts.nodes.values())} nodes, {sum(counts.relationships.values())} relationships")
