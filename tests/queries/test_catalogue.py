"""The catalogue: its headers are read strictly, and each says what its query gives and takes."""

from __future__ import annotations

from pathlib import Path

import pytest

from loaders.errors import ToolError
from queries import catalogue
from queries.documentation import documented
from queries.header import KINDS
from queries.lookups import FOLDER, cypher_of

HEADER = """/*
name = "who-watches"
question = "Who watches whom?"
kind = "gap"
version = 1
definition = "Somebody watches somebody."
judgements = ["Watching is watching."]
caveat = "Not everybody was asked."
empty = "Nobody is said to watch."
severity = "low"
severity_reason = "It is an example."
title = "{watched:mid} is watched"
summary = "By {watcher}."
key = ["watched"]
about = "watched"
needs = ["oversight"]
[parameters.body]
type = "thing"
optional = true
help = "Only this body."
[columns.watcher]
type = "text"
help = "Who watches."
[columns.watched]
type = "id"
help = "Who is watched."
[evidence.said]
heading = "Who says so"
premise = true
*/
MATCH (s:Statement) WHERE s.known_from <= $as_at AND $body IS NULL
RETURN 'a' AS watcher, 'b' AS watched, [s.id] AS said
"""


def write(folder: Path, text: str, name: str = "who-watches", kind: str = "gap") -> Path:
    file = folder / "catalogue" / kind / f"{name}.cypher"
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, encoding="utf-8")
    return folder / "catalogue"


def test_a_question_is_read_from_its_header(tmp_path: Path) -> None:
    question = catalogue.load(write(tmp_path, HEADER)).question("who-watches")
    assert question.question == "Who watches whom?"
    assert [parameter.type for parameter in question.parameters] == ["thing"]
    assert question.evidence[0].premise
    assert question.cypher.startswith("MATCH")


@pytest.mark.parametrize(
    ("old", "new", "field"),
    [
        ('question = "Who watches whom?"', "", "question"),
        ('question = "Who watches whom?"', "question = 3", "question"),
        ('kind = "gap"', 'kind = "hole"', "kind"),
        ("version = 1", 'version = "one"', "version"),
        ('judgements = ["Watching is watching."]', "judgements = []", "judgements"),
        ('caveat = "Not everybody was asked."', 'caveat = " "', "caveat"),
        ('severity = "low"', 'severity = "grave"', "severity"),
        ('title = "{watched:mid} is watched"', 'title = "{watcher.name} watches"', "title"),
        ('title = "{watched:mid} is watched"', 'title = "{watchman} watches"', "title"),
        ('key = ["watched"]', 'key = ["watchdog"]', "key"),
        ('about = "watched"', 'about = "watcher"', "about"),
        ('type = "thing"', 'type = "body"', "parameters.body.type"),
        ("optional = true", 'optional = "yes"', "parameters.body.optional"),
        ("[parameters.body]", "[parameters.bodies]", "parameters.body"),
        ('help = "Who watches."', "", "columns.watcher.help"),
        ("[evidence.said]", "[evidence.watcher]", "evidence.watcher"),
        ("premise = true", "premise = false", "evidence"),
        ("premise = true", 'premise = true\nordered = "yes"', "evidence.said.ordered"),
        ('name = "who-watches"', 'name = "who-watches"\ncolour = "red"', "colour"),
    ],
)
def test_a_wrong_header_names_the_file_and_the_field(tmp_path: Path, old: str, new: str, field: str) -> None:
    assert old in HEADER
    folder = write(tmp_path, HEADER.replace(old, new, 1))
    with pytest.raises(ToolError) as caught:
        catalogue.load(folder)
    assert "catalogue/gap/who-watches.cypher" in caught.value.what
    assert f"'{field}'" in caught.value.what
    assert caught.value.do


@pytest.mark.parametrize("text", ["MATCH (n) RETURN n", "/* name = */ RETURN 1"])
def test_a_file_without_a_readable_header_is_named(tmp_path: Path, text: str) -> None:
    with pytest.raises(ToolError, match=r"catalogue/gap/who-watches\.cypher"):
        catalogue.load(write(tmp_path, text))


def test_name_and_folder_must_agree_with_the_header(tmp_path: Path) -> None:
    with pytest.raises(ToolError, match="'name' is 'who-watches'"):
        catalogue.load(write(tmp_path, HEADER, name="another"))
    (tmp_path / "catalogue" / "gap" / "another.cypher").unlink()
    with pytest.raises(ToolError, match="'kind' is 'gap'"):
        catalogue.load(write(tmp_path, HEADER, kind="overlap"))


def test_an_unknown_question_names_the_nearest() -> None:
    with pytest.raises(ToolError) as caught:
        catalogue.load().question("policy-assigns-practise-denies")
    assert "'policy-assigns-practice-denies'" in caught.value.do


def test_every_question_of_the_catalogue_can_be_read_and_every_kind_is_known() -> None:
    questions = list(catalogue.load())
    assert len(questions) >= 8
    assert {question.kind for question in questions} <= set(KINDS)


def test_no_query_writes_or_calls_a_procedure() -> None:
    queries = [question.cypher for question in catalogue.load()]
    queries += [cypher_of(file.stem) for file in sorted(FOLDER.glob("*.cypher"))]
    for cypher in queries:
        words = set(cypher.replace("(", " ").upper().split())
        assert not words & {"CREATE", "MERGE", "SET", "DELETE", "REMOVE", "LOAD", "DETACH", "FOREACH"}


def test_the_page_of_questions_is_the_one_that_the_headers_give(checkout: Path) -> None:
    page = (checkout / "docs" / "questions.md").read_text(encoding="utf-8")
    assert page == documented(catalogue.load()), "run: python3 run.py ask --markdown > docs/questions.md"


def test_every_field_of_a_header_is_described(checkout: Path) -> None:
    page = (checkout / "docs" / "adding-a-question.md").read_text(encoding="utf-8")
    fields = [line.split(" = ")[0] for line in HEADER.splitlines() if " = " in line and line[0].isalpha()]
    for field in [*fields, "absence_of", "least", "ordered", "newer_instruments", "body_ids"]:
        assert f"`{field}`" in page, f"docs/adding-a-question.md does not describe '{field}'"
