"""Authors' expressions are computed on the live losses, rightly and with one mistake."""

from __future__ import annotations

import math

import numpy as np
import pytest

from quiz_app.errors import QuizError
from quiz_app.variants.author_expression import author_expression
from quiz_app.variants.computing import Value, compute, known_mistakes, numeric

VALUES: dict[str, Value] = {
    "y": np.array([3.0, -0.5, 2.0, 7.0]),
    "p": np.array([2.5, 0.0, 2.1, 7.8]),
    "label": np.array([1.0, 0.0]),
    "z": np.array([2.0, -1.0]),
    "w": 0.5,
}

# The squared residuals are 0.25, 0.25, 0.01 and 0.64; the logistic losses log(1 + e^∓z).
LOGISTIC = (math.log1p(math.exp(-2)), math.log1p(math.exp(-1)))


def value(expression: str, *mistakes: str) -> Value:
    return compute(author_expression(expression), VALUES, frozenset(mistakes))


@pytest.mark.parametrize(
    ("expression", "expected"),
    [
        ("mse(y, p)", 0.2875),
        ("mse(y, p, reduction=sum)", 1.15),
        ("MSE(y, p)", 0.2875),
        ("sqrt(mse(y, p)) + w", math.sqrt(0.2875) + 0.5),
        ("per_sample(mse(y, p))", [0.25, 0.25, 0.01, 0.64]),
        ("gradient(mse(y, p))", [-1.0, 1.0, 0.2, 1.6]),
        ("gradient(mse(y, p))[0] / 4", -0.25),
        ("bce(label, z, from_logits=true)", sum(LOGISTIC) / 2),
        ("per_sample(bce(label, z, from_logits=true))", LOGISTIC),
        ("gradient(bce(label, z, from_logits=true))[1]", 1 / (1 + math.e)),
        ("bce(label, sigmoid(z), from_logits=false)", sum(LOGISTIC) / 2),
        ("huber(y, p, delta=w)", (0.125 + 0.125 + 0.005 + 0.5 * (0.8 - 0.25)) / 4),
        ("mse(per_sample(mse(y, p)), 0*y)", (2 * 0.25**2 + 0.01**2 + 0.64**2) / 4),
        ("huber(y, p, delta=mse([1], [2])) - mse(y, p)/2", 0.0),
    ],
)
def test_an_expression_has_the_value_worked_out_by_hand(
    expression: str, expected: float | list[float]
) -> None:
    assert value(expression) == pytest.approx(expected, abs=1e-12)


@pytest.mark.parametrize(
    ("expression", "mistake", "expected"),
    [
        ("mse(y, p)", "sum_instead_of_mean", 1.15),
        ("mse(y, p, reduction=sum)", "mean_instead_of_sum", 0.2875),
        ("100 * mse(y, p)", "halved", 14.375),
        ("mse(y, p) / mae(y, p)", "sum_instead_of_mean", 1.15 / 1.9),
        ("per_sample(mse(y, p))[3]", "absolute_instead_of_squared", 0.8),
        ("gradient(mse(y, p))[3]", "wrong_sign", -1.6),
        ("gradient(mse(y, p))[3]", "loss_instead_of_gradient", 0.64),
        ("w - 0.1*gradient(mse(w, 1))", "wrong_sign", 0.6),
        ("bce(label, z, from_logits=true)", "log2", sum(LOGISTIC) / 2 / math.log(2)),
        ("gradient(bce(label, z, from_logits=true))[1]", "loss_instead_of_gradient", LOGISTIC[1]),
    ],
)
def test_a_mistake_gives_the_value_worked_out_by_hand(
    expression: str, mistake: str, expected: float
) -> None:
    assert mistake in known_mistakes(author_expression(expression))
    assert float(np.asarray(value(expression, mistake)).reshape(())) == pytest.approx(expected)


def test_a_mistake_that_a_loss_does_not_know_changes_nothing() -> None:
    assert value("mse(y, p)", "log10") == value("mse(y, p)")


@pytest.mark.parametrize(
    ("expression", "known", "unknown"),
    [
        ("mse(y, p)", {"sum_instead_of_mean", "root", "halved"}, {"wrong_sign", "log2"}),
        ("per_sample(mse(y, p))[0]", {"halved"}, {"sum_instead_of_mean", "root", "n_minus_1"}),
        ("gradient(mse(y, p))[0]", {"wrong_sign", "loss_instead_of_gradient"}, {"halved"}),
        ("bce(label, z, from_logits=true)", {"no_sigmoid", "log2"}, {"swapped_arguments"}),
        ("bce(label, p, from_logits=false)", {"swapped_arguments", "log2"}, {"no_sigmoid"}),
        ("mse(y, p) + bce(label, w)", {"halved", "log2"}, {"wrong_sign"}),
        ("huber(y, p, delta=mse(y, p))", {"halved", "smooth_l1"}, {"log2"}),
        ("mse(gradient(bce(label, z)), p)", {"wrong_sign", "root"}, {"log2"}),
        ("y[0] + w", set(), {"sum_instead_of_mean"}),
    ],
)
def test_the_known_mistakes_are_those_of_the_losses_as_they_are_asked(
    expression: str, known: set[str], unknown: set[str]
) -> None:
    found = known_mistakes(author_expression(expression))
    assert known <= found.keys()
    assert not unknown & found.keys()


def test_every_known_mistake_has_a_sentence() -> None:
    expression = "mse(y, p) + gradient(bce(label, z))[0] + per_sample(huber(y, p))[0]"
    for say in known_mistakes(author_expression(expression)).values():
        assert say[0].isupper()
        assert say.endswith(".")


@pytest.mark.parametrize(
    ("expression", "problem"),
    [
        ("mse(y)", "A loss takes two arguments; mse has 1."),
        ("mse(y, p, w)", "A loss takes two arguments; mse has 3."),
        ("gradient(mse(y, p, reduction=sum))[0]", "Only a cost is reduced."),
        ("mse(y, p, reduction=w)", "The option reduction is a word."),
        ("bce(label, z, from_logits=1)", "The option from_logits is a word."),
        ("huber(y, p, delta=y)", "The option delta is not one number."),
        ("huber(y, p, dleta=1)", "huber has no parameter dleta."),
        ("mse(y, p, from_logits=true)", "mean_squared_error has no option from_logits."),
        ("mse(y, z)", "For mean_squared_error y_true has shape (4,)"),
        ("bce(label, z)", "y_pred[0] cannot be 2."),
        ("gradient(y)", "gradient "),
        ("bce(1, 0)", "The value of binary_crossentropy no. 1 is infinite."),
    ],
)
def test_a_loss_that_cannot_be_computed_is_an_error_that_says_why(
    expression: str, problem: str
) -> None:
    with pytest.raises(QuizError) as caught:
        value(expression)
    assert caught.value.problem.startswith(problem)


def test_the_given_values_are_not_changed() -> None:
    before = dict(VALUES)
    value("mse(y, p) + mae(y, p)")
    assert VALUES.keys() == before.keys()


def test_exact_text_becomes_numbers_of_the_same_nesting() -> None:
    assert numeric("-2.5") == -2.5
    assert np.array_equal(numeric((("1", "0.5"), ("2e-3", "4"))), [[1, 0.5], [0.002, 4]])
