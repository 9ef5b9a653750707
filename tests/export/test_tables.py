from __future__ import annotations

import csv
import json
from collections.abc import Iterator
from datetime import UTC, datetime
from io import StringIO

import pytest

from quiz_app.bank.bank import Bank
from quiz_app.export import attempts, questions
from quiz_app.export.tables import Cell, Row, write_csv, write_json
from quiz_app.formulas import FormulaCache
from quiz_app.progress import Attempt

ATTEMPT = Attempt(
    id="a1",
    session="s1",
    item="mse.by-hand",
    topic="regression",
    kind="number",
    seed=1 << 80,
    answered_at=datetime(2026, 11, 22, 12, tzinfo=UTC),
    answer="-ln(0.7)",
    verdict="wrong",
    score=0.5,
    mistakes=("sum", "half"),
)


def _in_csv(value: Cell) -> str:
    stream = StringIO(newline="")
    write_csv(("x",), [{"x": value}], stream)
    _, row = csv.reader(StringIO(stream.getvalue(), newline=""))
    return row[0]


@pytest.mark.parametrize("text", ["=1+1", "+a", "-ln(0.7)", "@cmd", "\t=1", "\r=1", "＝1+1", "-"])
def test_what_a_spreadsheet_would_compute_is_marked_as_text(text: str) -> None:
    assert _in_csv(text) == f"'{text}"


@pytest.mark.parametrize("text", ["-0.5", "+2", "-1e-3", "a=b", "", "1, 2\n3", 'say "yes"', "−1"])
def test_numbers_and_other_texts_stay_as_they_are(text: str) -> None:
    assert _in_csv(text) == text


def test_a_number_is_written_in_full_and_a_list_in_lines() -> None:
    assert float(_in_csv(-0.1 - 0.2)) == -0.1 - 0.2
    assert _in_csv(("a", "b")) == "a\nb"
    assert _in_csv(None) == ""


def test_a_table_of_questions_has_their_answers(signs: Bank, formulas: FormulaCache) -> None:
    stream = StringIO()
    items = signs.items.values()
    assert write_json(questions.COLUMNS, questions.question_rows(items, formulas), stream) == 3
    card, number, choice = json.loads(stream.getvalue())
    assert card["formula"].startswith(r"\begin{aligned}")
    assert number["answer"] == float(number["prompt"].split()[2]) + 1
    assert (choice["kind"], choice["answer"]) == ("choice", "-2")
    assert {option[3:] for option in choice["options"]} == {"-2", "=1+1"}


def test_every_column_of_an_attempt_is_kept() -> None:
    stream = StringIO()
    write_json(attempts.COLUMNS, attempts.attempt_rows([ATTEMPT]), stream)
    (row,) = json.loads(stream.getvalue())
    row["answered_at"] = datetime.fromisoformat(row["answered_at"])
    assert Attempt(**{**row, "mistakes": tuple(row["mistakes"])}) == ATTEMPT


def test_no_rows_are_an_empty_list() -> None:
    stream = StringIO()
    assert write_json(("x",), [], stream) == 0
    assert json.loads(stream.getvalue()) == []


def test_a_row_is_written_before_the_next_is_asked_for() -> None:
    stream = StringIO(newline="")

    def rows() -> Iterator[Row]:
        yield {"x": 1}
        assert stream.getvalue() == "x\r\n1\r\n"
        yield {"x": 2}

    assert write_csv(("x",), rows(), stream) == 2
