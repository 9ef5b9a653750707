from __future__ import annotations

import pytest

from quiz_app.bank.bank import Bank
from quiz_app.bank.model import BankFile, Card, Source, Topic
from quiz_app.errors import ContentError, QuizError


def card(id: str, topic: str = "t") -> Card:  # noqa: A002
    return Card(id=id, topic=topic, source=Source("f.yaml", 1, 1), front="a", back="b")


BANK = Bank(
    [
        BankFile(Topic("t", "T"), (card("mse.definition"), card("mae.definition"))),
        BankFile(Topic("empty", "Nothing"), ()),
    ]
)


def test_an_item_is_found_by_its_id() -> None:
    assert BANK.item("mae.definition") == card("mae.definition")


def test_an_unknown_id_is_answered_with_the_nearest() -> None:
    with pytest.raises(QuizError) as caught:
        BANK.item("mse.defintion")
    assert caught.value.problem == "There is no question or card 'mse.defintion'."
    assert caught.value.remedy == "Did you mean 'mse.definition'?"


def test_an_unknown_topic_is_an_error() -> None:
    with pytest.raises(QuizError, match="Did you mean 'empty'"):
        BANK.in_topic("emtpy")


def test_a_topic_without_items_is_a_topic() -> None:
    assert [topic.key for topic in BANK.topics] == ["t", "empty"]
    assert BANK.in_topic("empty") == ()
    assert BANK.topic("empty").title == "Nothing"


def test_faults_are_sorted_by_place() -> None:
    places = [("b", 1, 1), ("a", 10, 1), ("a", 2, 7), ("a", 2, 3)]
    bank = Bank([], [ContentError(*place, "p", "r") for place in places])
    assert [(f.path, f.line, f.column) for f in bank.faults] == sorted(places)
