"""A draw is accepted only if it tells every mistake from the right answer."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quiz_app.bank.model import (
    AuthorMistake,
    Computed,
    Fixed,
    NumberQuestion,
    Pick,
    Tolerance,
    Uniform,
)
from quiz_app.errors import QuizError
from quiz_app.variants.answer import Answer
from quiz_app.variants.drawing import Draw, accepted_draw
from quiz_app.variants.tolerance import allowance

Ask = Callable[..., NumberQuestion]

SAMPLES = Uniform("-3", "3", "0.5", (3,))
# With δ = 1 most draws make some mistakes of the Huber loss right by accident.
NARROW = Uniform("-2", "2", "0.5", (2,))


def values_by_mistake(draw: Draw) -> dict[str, Answer]:
    return {mistake.name: mistake.value for mistake in draw.mistakes}


@pytest.mark.parametrize(
    "tolerance", [Tolerance(), Tolerance("absolute", 0.05), Tolerance("digits", 2)]
)
@settings(deadline=None)
@given(seed=st.integers(0, 10**6))
def test_every_mistake_is_further_off_than_twice_the_tolerance(
    ask: Ask, tolerance: Tolerance, seed: int
) -> None:
    question = ask("huber(y, p, delta=1)", y=NARROW, p=NARROW, tolerance=tolerance)
    draw = accepted_draw(question, seed)
    assert len(draw.mistakes) >= 5
    for mistake in draw.mistakes:
        assert abs(mistake.value - draw.answer) > 2 * allowance(tolerance, draw.answer)


@settings(deadline=None)
@given(seed=st.integers(0, 10**6))
def test_the_answer_is_that_of_the_values_shown(ask: Ask, seed: int) -> None:
    draw = accepted_draw(ask("mse(y, p)", y=SAMPLES, p=SAMPLES), seed)
    y, p = draw.values["y"], draw.values["p"]
    squares = [(float(str(a)) - float(str(b))) ** 2 for a, b in zip(y, p, strict=True)]
    assert draw.answer == pytest.approx(sum(squares) / 3)
    assert values_by_mistake(draw)["sum_instead_of_mean"] == pytest.approx(sum(squares))


def test_the_sum_of_one_sample_is_no_mistake(ask: Ask) -> None:
    draw = accepted_draw(ask("mse(y, p)", y=Fixed(("3",)), p=Fixed(("1",))), 0)
    assert draw.answer == 4
    assert values_by_mistake(draw)["halved"] == 2
    assert "sum_instead_of_mean" not in values_by_mistake(draw)


def test_a_mistake_that_is_right_in_every_draw_is_dropped_and_the_others_stay(ask: Ask) -> None:
    question = ask("bce(y, p)", y=Fixed("1"), p=Uniform("0.1", "0.9", "0.1"))
    for seed in range(20):
        draw = accepted_draw(question, seed)
        assert "only_positive_term" not in values_by_mistake(draw)
        assert {"dropped_sign", "log2", "wrong_class"} <= values_by_mistake(draw).keys()


def test_a_mistake_that_is_right_only_now_and_then_is_always_recognised(ask: Ask) -> None:
    # For a residual of ±1 the square is the absolute value.
    question = ask("mse(y, p)", y=Fixed("0"), p=Pick(("1", "-1", "1", "-1", "1", "3")))
    for seed in range(50):
        draw = accepted_draw(question, seed)
        assert draw.answer == 9
        assert values_by_mistake(draw)["absolute_instead_of_squared"] == 3


def test_fixed_values_are_not_drawn_again_and_accidents_are_dropped(ask: Ask) -> None:
    draw = accepted_draw(ask("mse(y, p)", y=Fixed(("0", "0")), p=Fixed(("1", "-1"))), 5)
    assert draw.answer == 1
    assert "absolute_instead_of_squared" not in values_by_mistake(draw)
    assert values_by_mistake(draw)["signed_residuals"] == 0


def test_a_mistake_that_always_passes_is_an_error_that_names_it(ask: Ask) -> None:
    nearly = AuthorMistake("nearly", "1.005 * answer", "Nearly.")
    far = AuthorMistake("far", "3 * answer", "Far.")
    question = ask("mse(y, p)", nearly, far, y=SAMPLES, p=SAMPLES)
    with pytest.raises(QuizError) as caught:
        accepted_draw(question, 0)
    assert caught.value.problem == (
        "No draw of q tells every mistake from the right answer: nearly would pass."
    )


def test_a_mistake_that_passes_only_now_and_then_is_not_blamed(ask: Ask) -> None:
    nearly = AuthorMistake("nearly", "1.005 * answer", "Nearly.")
    question = ask("mse(y, p)", nearly, y=Fixed("0"), p=Pick(("1", "-1", "1", "3")))
    for seed in range(3):
        with pytest.raises(QuizError, match=r"answer: nearly would pass\."):
            accepted_draw(question, seed)


def test_a_mistake_of_the_author_that_is_always_right_is_an_error_too(ask: Ask) -> None:
    same = AuthorMistake("same", "mean((y - p)^2)", "The same.")
    with pytest.raises(QuizError, match="same would pass"):
        accepted_draw(ask("mse(y, p)", same, y=SAMPLES, p=SAMPLES), 0)
    with pytest.raises(QuizError, match="same would pass"):
        accepted_draw(ask("mse(y, p)", same, y=Fixed(("1", "5")), p=Fixed(("2", "3"))), 0)


def test_a_tolerance_that_no_draw_can_meet_is_an_error(ask: Ask) -> None:
    question = ask("mse(y, p)", y=SAMPLES, p=SAMPLES, tolerance=Tolerance("absolute", 1000.0))
    with pytest.raises(QuizError, match="would pass") as caught:
        accepted_draw(question, 0)
    assert "sum_instead_of_mean" in caught.value.problem
    assert "tolerance" in caught.value.remedy


def test_a_mistake_of_the_author_may_use_the_given_values_and_the_answer(ask: Ask) -> None:
    mistakes = (
        AuthorMistake("of_answer", "2*answer + 1", "Twice and one."),
        AuthorMistake("of_values", "sum(y) * 100", "A hundred sums."),
        AuthorMistake("of_losses", "1000 * mae(y, p, reduction=sum)", "A thousand."),
    )
    question = ask("mse(y, p)", *mistakes, y=Fixed(("3", "0")), p=Fixed(("1", "1")))
    found = values_by_mistake(accepted_draw(question, 0))
    assert {name: found[name] for name in ("of_answer", "of_values", "of_losses")} == {
        "of_answer": 6,
        "of_values": 300,
        "of_losses": 3000,
    }


def test_a_mistake_of_the_author_takes_the_place_of_the_one_of_that_name(ask: Ask) -> None:
    own = AuthorMistake("halved", "answer / 3", "Not a third.")
    draw = accepted_draw(ask("mse(y, p)", own, y=Fixed(("3", "0")), p=Fixed(("1", "1"))), 0)
    (halved,) = (mistake for mistake in draw.mistakes if mistake.name == "halved")
    assert halved.value == pytest.approx(2.5 / 3)
    assert halved.say == "Not a third."


def test_the_sentence_of_an_author_is_filled_in(ask: Ask) -> None:
    mistake = AuthorMistake("gap", "answer + 10", "The gap is {y - p},\nwritten {{y - p}}.")
    draw = accepted_draw(ask("mse(y, p)", mistake, y=Fixed("3"), p=Fixed("0.5")), 0)
    assert [m.say for m in draw.mistakes if m.name == "gap"] == ["The gap is 2.5, written {y - p}."]


def test_a_mistake_without_a_value_on_these_numbers_is_left_out(ask: Ask) -> None:
    mistakes = (
        AuthorMistake("root", "sqrt(p - y)", "Not the root."),
        AuthorMistake("array", "y * [1, 2]", "Not an array."),
    )
    draw = accepted_draw(ask("y - p", *mistakes, y=Fixed("3"), p=Fixed("1")), 0)
    assert draw.mistakes == ()


@pytest.mark.parametrize(
    ("answer", "value"),
    [
        ("[y, p]", (3, 1)),
        ("per_sample(mse([y, p], [0, 0]))", (9, 1)),
        ("[[y, p], [p, y - 3]]", ((3, 1), (1, 0))),
    ],
)
def test_an_answer_may_be_several_numbers(ask: Ask, answer: str, value: Answer) -> None:
    assert accepted_draw(ask(answer, y=Fixed("3"), p=Fixed("1")), 0).answer == value


def test_an_answer_of_three_axes_is_an_error(ask: Ask) -> None:
    with pytest.raises(QuizError, match=r"is an array of shape \(1, 1, 2\)"):
        accepted_draw(ask("[[[y, p]]]", y=Fixed("3"), p=Fixed("1")), 0)


@settings(deadline=None)
@given(seed=st.integers(0, 10**6))
def test_a_mistake_differs_from_the_right_answer_in_one_number_at_least(
    ask: Ask, seed: int
) -> None:
    question = ask("per_sample(huber(y, p, delta=1))", y=NARROW, p=NARROW)
    draw = accepted_draw(question, seed)
    assert draw.mistakes
    for mistake in draw.mistakes:
        distances = np.abs(np.subtract(mistake.value, draw.answer))
        assert (distances > 2 * 0.01 * np.abs(draw.answer)).any()


def test_a_mistake_of_another_shape_is_left_out(ask: Ask) -> None:
    mistakes = (AuthorMistake("mean", "mean(y)", "One."), AuthorMistake("more", "2*y", "Two."))
    draw = accepted_draw(ask("y - p", *mistakes, y=Fixed(("3", "2")), p=Fixed(("1", "1"))), 0)
    assert values_by_mistake(draw) == {"more": (6, 4)}


@pytest.mark.parametrize("answer", ["per_sample(mse(y, p))", "gradient(mse(y, p))", "[y + 3]"])
def test_an_array_of_one_number_is_that_number(ask: Ask, answer: str) -> None:
    assert accepted_draw(ask(answer, y=Fixed("1"), p=Fixed("3")), 0).answer == 4


def test_an_answer_without_a_value_is_an_error(ask: Ask) -> None:
    with pytest.raises(QuizError, match="logarithm of zero"):
        accepted_draw(ask("log(y)", y=Fixed("0")), 0)


def test_what_rounding_leaves_of_zero_is_zero(ask: Ask) -> None:
    draw = accepted_draw(ask("a + b - c", a=Fixed("0.1"), b=Fixed("0.2"), c=Fixed("0.3")), 0)
    assert draw.answer == 0


def test_computed_values_use_those_above_them(ask: Ask) -> None:
    question = ask(
        "q", y=Fixed(("1", "2")), r=Computed("y/8"), p=Computed("y - r"), q=Computed("sum(p)")
    )
    assert accepted_draw(question, 0).values == {
        "y": ("1", "2"),
        "r": ("0.125", "0.25"),
        "p": ("0.875", "1.75"),
        "q": "2.625",
    }
