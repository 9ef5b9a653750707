"""Practice on one's own mistakes: the questions they were made on, then others that show them."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from random import Random

import pytest

from quiz_app.bank import Bank, read_bank_file
from quiz_app.errors import QuizError
from quiz_app.practice import start_on_mistakes
from quiz_app.practice.slips import in_words, planned_on_mistakes, recognisable
from quiz_app.progress import Clock, History, MistakeTally

NOON = datetime(2026, 11, 22, 12, tzinfo=UTC)

QUESTION = """\
  - id: {id}
    ask: number
    prompt: What?
    given: {{y: [1, 0], p: [0.5, 0.25]}}
    answer: {answer}
    mistakes: [{{name: own, answer: answer + 1, say: "{say}"}}]
"""


@pytest.fixture(scope="module")
def losses_bank(tmp_path_factory: pytest.TempPathFactory) -> Bank:
    """Two questions on the log loss, one on squares, one statement."""
    path = tmp_path_factory.mktemp("losses") / "losses.yaml"
    path.write_text(
        "topic: losses\ntitle: Losses\nquestions:\n"
        + QUESTION.format(id="bce", answer="binary_crossentropy(y, p)", say="You added one.")
        + QUESTION.format(id="bce.sum", answer="2 bce(y, p)", say="You added one.")
        + QUESTION.format(id="mse", answer="mse(y, p)", say="You added one to {answer - 1}.")
        + "  - {id: statement, ask: true_false, prompt: So?, answer: true}\n",
        encoding="utf-8",
    )
    bank_file, faults = read_bank_file(path)
    assert faults == ()
    assert bank_file is not None
    return Bank([bank_file])


def tally(name: str, **items: int) -> MistakeTally:
    return MistakeTally(name=name, times=sum(items.values()), last_at=NOON, items=items)


def test_a_question_shows_the_mistakes_of_its_losses_and_of_its_author(losses_bank: Bank) -> None:
    shown = recognisable(losses_bank.item("bce"))
    assert {"dropped_sign", "sum_instead_of_mean", "own"} <= shown.keys()
    assert recognisable(losses_bank.item("statement")) == {}


def test_a_mistake_is_told_in_the_sentence_that_mends_it(losses_bank: Bank) -> None:
    assert in_words(tally("dropped_sign", bce=1), losses_bank).startswith("You lost the minus")
    assert in_words(tally("own", bce=1), losses_bank) == "You added one."


@pytest.mark.parametrize("item", ["mse", "removed"])
def test_a_mistake_whose_sentence_cannot_be_told_is_named(losses_bank: Bank, item: str) -> None:
    assert in_words(tally("own", **{item: 1}), losses_bank) == "Own."


def planned(bank: Bank, *tallies: MistakeTally, length: int = 15) -> list[str]:
    chance = Random(7)  # noqa: S311 - numbers for tests
    return [i.id for i in planned_on_mistakes(tallies, bank.items.values(), chance, length)]


def test_where_a_mistake_was_made_most_often_comes_first(losses_bank: Bank) -> None:
    own = tally("sum_instead_of_mean", bce=1, mse=3)
    assert planned(losses_bank, own) == ["mse", "bce", "bce.sum"]
    assert planned(losses_bank, own, length=1) == ["mse"]


def test_a_question_of_the_same_loss_follows(losses_bank: Bank) -> None:
    assert planned(losses_bank, tally("dropped_sign", bce=1)) == ["bce", "bce.sum"]


def test_a_session_on_mistakes_needs_some(
    losses_bank: Bank, history: History, clock: Clock, chance: Random
) -> None:
    with pytest.raises(QuizError, match="No mistake of yours is known in the bank yet"):
        start_on_mistakes(losses_bank, history, clock, chance)


def test_a_mistake_that_was_made_is_practised(
    losses_bank: Bank, history: History, clock: Clock, chance: Random, start: Callable[..., object]
) -> None:
    session = start(losses_bank, history, clock, "bce")
    variant = session.next()
    (wrong,) = (mistake for mistake in variant.mistakes if mistake.name == "dropped_sign")
    session.answer(repr(wrong.value))
    on_mistakes = start_on_mistakes(losses_bank, history, clock, chance)
    assert on_mistakes.plan.mode == "mistakes"
    assert on_mistakes.plan.items == ("bce", "bce.sum")
