"""A release: tables of nodes and relationships, Turtle, statements, report and manifest, written once.

The functions bring their libraries only when called: a start that builds nothing should not wait for them.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from loaders.progress import Progress, silent
from loaders.release.inputs import is_built
from loaders.settings import Settings

if TYPE_CHECKING:
    from loaders.release.build import BuiltRelease
    from loaders.sources.registers.given import Given

__all__ = ["build_release", "current_release", "is_up_to_date"]


def build_release(
    settings: Settings,
    progress: Progress = silent,
    registers: Mapping[str, Given] | None = None,
    sheets_only: bool = False,
) -> BuiltRelease:
    """Build a release from sheets and registers and switch to it; see ``loaders.release.build``."""
    from loaders.release.build import build_release as build

    return build(settings, progress, registers, sheets_only)


def current_release(settings: Settings) -> Path:
    """The folder of the release in use. Raises ToolError where there is none."""
    from loaders.release.folder import current_folder

    return current_folder(settings.data_folder)


def is_up_to_date(settings: Settings) -> bool:
    """Whether the release in use was built from the sheets, ontology and code that are there now."""
    return is_built(settings.sheets_folder, settings.data_folder)
