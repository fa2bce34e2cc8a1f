"""The table of settings: typed values, defaults for each platform, impossible values named."""

from __future__ import annotations

from dataclasses import fields
from pathlib import Path

import pytest

from loaders.errors import ToolError
from loaders.settings import TABLE, Settings


def test_table_and_attributes_are_the_same() -> None:
    assert [setting.name for setting in TABLE] == [field.name for field in fields(Settings)]
    assert len({setting.variable for setting in TABLE}) == len(TABLE)
    assert all(setting.help.endswith((".", "there.")) for setting in TABLE)


def test_defaults(tmp_path: Path) -> None:
    settings = Settings.from_environment({"HOME": str(tmp_path), "USERPROFILE": str(tmp_path)})
    assert settings.data_folder.name == "regulatory-landscape"
    assert tmp_path in settings.data_folder.parents
    assert settings.data_folder != settings.cache_folder
    assert settings.neo4j_uri is None and settings.reference_folder is None
    assert (settings.query_timeout_seconds, settings.query_row_limit) == (30, 10_000)


def test_values_are_typed(tmp_path: Path) -> None:
    settings = Settings.from_environment(
        {
            "LANDSCAPE_DATA_FOLDER": str(tmp_path),
            "LANDSCAPE_QUERY_TIMEOUT_SECONDS": "2.5",
            "LANDSCAPE_QUERY_ROW_LIMIT": " 7 ",
            "NEO4J_URI": "",
        }
    )
    assert settings.data_folder == tmp_path
    assert (settings.query_timeout_seconds, settings.query_row_limit) == (2.5, 7)
    assert settings.neo4j_uri is None


def test_an_override_wins(tmp_path: Path) -> None:
    settings = Settings.from_environment({"LANDSCAPE_EXPLORER_PORT": "nonsense"}, explorer_port=9)
    assert settings.explorer_port == 9
    with pytest.raises(TypeError, match="nonsense"):
        Settings.from_environment({}, nonsense=1)


@pytest.mark.parametrize(
    ("variable", "value"),
    [
        ("LANDSCAPE_QUERY_ROW_LIMIT", "many"),
        ("LANDSCAPE_QUERY_ROW_LIMIT", "0"),
        ("LANDSCAPE_QUERY_ROW_LIMIT", "2.5"),
        ("LANDSCAPE_QUERY_TIMEOUT_SECONDS", "nan"),
        ("LANDSCAPE_QUERY_TIMEOUT_SECONDS", "-1"),
        ("LANDSCAPE_EXPLORER_PORT", "65536"),
        ("LANDSCAPE_HEAP_MEGABYTES", "512m"),
        ("LANDSCAPE_DATA_FOLDER", __file__),
        ("LANDSCAPE_BROWSER", str(Path(__file__).parent)),
        ("LANDSCAPE_DATA_FOLDER", "~no-such-user-here/x"),
    ],
)
def test_an_impossible_value_names_the_variable(variable: str, value: str) -> None:
    with pytest.raises(ToolError, match=variable):
        Settings.from_environment({variable: value})


def test_a_password_is_never_shown() -> None:
    assert "letmein99" not in repr(Settings.from_environment({"NEO4J_PASSWORD": "letmein99"}))


@pytest.mark.parametrize("content", [None, "", "\n"])
def test_a_password_file_that_holds_none(tmp_path: Path, content: str | None) -> None:
    file = tmp_path / "secret"
    if content is not None:
        file.write_text(content, encoding="utf-8")
    settings = Settings.from_environment({"NEO4J_PASSWORD_FILE": str(file)})
    with pytest.raises(ToolError, match="password file"):
        settings.password()
