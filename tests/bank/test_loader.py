from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from quiz_app.bank.file import read_bank_file
from quiz_app.bank.loader import load_banks
from quiz_app.bank.model import Card, FormulaReference, Topic
from quiz_app.errors import QuizError

Write = Callable[[str, str], Path]

GOOD = """
topic: {topic}
title: {title}
questions:
  - {{id: {id}, ask: open, prompt: Why?, answer: So., points: [one]}}
"""


def good(topic: str, id: str, title: str = "Title") -> str:  # noqa: A002
    return GOOD.format(topic=topic, id=id, title=title)


def test_a_file_gives_its_topic_and_its_items(write: Write) -> None:
    path = write(
        "regression.yaml",
        """
        # yaml-language-server: $schema=../question-bank.schema.json
        topic: regression
        title: Regression losses
        about: Numbers predicted.
        cards:
          - id: mse.definition
            front: Write the MSE.
            formula: {loss: mean_squared_error}
            note: It is a mean.
          - {id: loss, front: A loss?, back: One sample.}
        questions:
          - {id: why, ask: open, prompt: Why?, answer: So., points: [one]}
        """,
    )
    bank_file, faults = read_bank_file(path)
    assert faults == ()
    assert bank_file is not None
    assert bank_file.topic == Topic("regression", "Regression losses", "Numbers predicted.")
    assert [item.id for item in bank_file.items] == ["mse.definition", "loss", "why"]
    card = bank_file.items[0]
    assert isinstance(card, Card)
    assert (card.front, card.back, card.explain) == ("Write the MSE.", "", "It is a mean.")
    assert card.formula == FormulaReference("mean_squared_error", "definition")


def test_an_item_with_a_fault_is_left_out_and_its_neighbours_stay(write: Write) -> None:
    path = write(
        "mixed.yaml",
        """
        topic: t
        title: T
        cards:
          - {id: good-card, front: a, back: b}
          - {id: bad-card, front: a}
        questions:
          - {id: bad, ask: open, prompt: Why?, answer: So.}
          - {id: good, ask: open, prompt: Why?, answer: So., points: [one]}
        """,
    )
    bank_file, faults = read_bank_file(path)
    assert bank_file is not None
    assert [item.id for item in bank_file.items] == ["good-card", "good"]
    assert [str(fault) for fault in faults] == [
        f"{path}:5:5: a card needs 'back' or 'formula'; add one of them",
        f"{path}:7:5: an open question needs 'points'; add 'points: …'",
    ]


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("title: T", [(1, 1)]),
        ("topic: T\ntitle: T", [(1, 8)]),
        ("topic: t\ntitle:", [(2, 7)]),
        ("topic: t\ntitle: T\nquestion: []", [(3, 1)]),
        ("- a\n- b", [(1, 1)]),
        ("topic: [\ntitle: T", [(1, 8)]),
        ("topic: T\ntitle: T\ncards: [{id: a, front: b}]", [(1, 8), (3, 9)]),
        ("topic: t\ntitle: T\ncards: 3\nquestions: {a: b}", [(3, 8), (4, 12)]),
    ],
)
def test_a_fault_of_the_file_itself_is_placed(
    write: Write, text: str, places: list[tuple[int, int]]
) -> None:
    _, faults = read_bank_file(write("file.yaml", text))
    assert [(fault.line, fault.column) for fault in faults] == places


def test_faults_of_one_file_end_at_a_thousand(write: Write) -> None:
    path = write("many.yaml", "topic: t\ntitle: T\nquestions:\n" + "- {}\n" * 1500)
    bank_file, faults = read_bank_file(path)
    assert bank_file is None
    assert len(faults) == 1000


def test_a_repeated_id_in_one_file_names_both_places(write: Write) -> None:
    items = "\n".join(["  - {id: same, front: a, back: b}"] * 2)
    path = write("twice.yaml", f"topic: t\ntitle: T\ncards:\n{items}\n")
    bank_file, [fault] = read_bank_file(path)
    assert bank_file is not None
    assert len(bank_file.items) == 1
    assert (fault.line, fault.column) == (5, 5)
    assert f"{path}:4:5" in fault.problem


def test_files_at_any_depth_are_read_in_order_and_others_passed_over(write: Write) -> None:
    write("b/two.yml", good("b", "two"))
    write("a/deep/one.yaml", good("a", "one"))
    for name in (".hidden.yaml", ".git/x.yaml", "README.yaml", "notes.txt", "readme.yml"):
        write(name, "not: [content")
    folder = write("c.yaml", good("c", "three")).parent
    bank = load_banks([folder], None)
    assert bank.faults == ()
    assert list(bank.items) == ["one", "two", "three"]


def test_a_folder_named_twice_is_read_once(write: Write) -> None:
    folder = write("a/one.yaml", good("a", "one")).parent.parent
    bank = load_banks([folder, folder / "a", folder / "."], None)
    assert bank.faults == ()
    assert list(bank.items) == ["one"]


def test_files_of_one_topic_are_merged_under_the_first_title(write: Write) -> None:
    write("t/1.yaml", good("t", "one", "First"))
    folder = write("t/2.yaml", good("t", "two", "Second")).parent
    bank = load_banks([folder], None)
    assert bank.topics == (Topic("t", "First"),)
    assert [item.id for item in bank.in_topic("t")] == ["one", "two"]


def test_a_repeated_id_across_files_names_both_places(write: Write) -> None:
    first = write("1.yaml", good("t", "same"))
    second = write("2.yaml", good("t", "same"))
    bank = load_banks([first.parent], None)
    assert bank.item("same").source.path == str(first)
    [fault] = bank.faults
    assert (fault.path, fault.line, fault.column) == (str(second), 4, 5)
    assert f"{first}:4:5" in fault.problem


def test_one_bad_file_never_stops_the_others(write: Write) -> None:
    write("1.yaml", "topic: [")
    write("2.yaml", good("t", "one"))
    folder = write("3.yaml", "\x00").parent
    bank = load_banks([folder], None)
    assert list(bank.items) == ["one"]
    assert [Path(fault.path).name for fault in bank.faults] == ["1.yaml", "3.yaml"]


def test_a_pipe_is_a_fault_and_is_not_waited_for(write: Write) -> None:
    folder = write("1.yaml", good("t", "one")).parent
    os.mkfifo(folder / "2.yaml")
    [fault] = load_banks([folder], None).faults
    assert (fault.line, fault.column) == (1, 1)
    assert "not a file" in fault.problem


def test_a_missing_folder_is_an_error_that_names_it(tmp_path: Path) -> None:
    with pytest.raises(QuizError, match="absent does not exist"):
        load_banks([tmp_path / "absent"], None)
