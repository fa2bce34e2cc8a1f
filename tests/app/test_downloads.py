"""Tables as files: what Excel needs, nothing that it would run, one row for each claim and document."""

from __future__ import annotations

import csv
import io

from app.downloads import CLAIM_COLUMNS, claim_rows
from app.exports import as_csv
from tests.app.examples import claim, passage


def test_a_file_opens_in_a_spreadsheet_program_and_runs_nothing() -> None:
    made = as_csv(("=a", "b"), [["=1+1", "@x"], [None, ["é", "–"]]])
    assert made.startswith(b"\xef\xbb\xbf")
    rows = list(csv.reader(io.StringIO(made.decode("utf-8-sig"), newline="")))
    assert rows == [["'=a", "b"], ["'=1+1", "'@x"], ["", "é; –"]]


def test_a_claim_from_two_documents_is_two_rows() -> None:
    twice = claim(passages=(passage("1.2 s3"), passage("4", document="other", url=None)))
    rows = [dict(zip(CLAIM_COLUMNS, row, strict=True)) for row in claim_rows("Policy", [twice])]
    assert [row["Place"] for row in rows] == ["1.2, sentence 3", "4"]
    assert rows[0]["Heading"] == "Policy"
    assert rows[0]["Known until"] == "11 October 2024"


def test_a_claim_without_a_passage_is_not_lost() -> None:
    assert [row[2] for row in claim_rows("Policy", [claim(passages=())])] == ["Ward oversees trust."]
