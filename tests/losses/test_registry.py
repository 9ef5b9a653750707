"""Losses are found under their names and short forms."""

from __future__ import annotations

import subprocess
import sys

import pytest

import quiz_app.losses
from quiz_app.errors import QuizError
from quiz_app.losses import Loss, all_losses, get, is_loss

every_loss = pytest.mark.parametrize("loss", all_losses(), ids=lambda loss: loss.name)


def test_losses_come_in_the_order_of_learning() -> None:
    names = [loss.name for loss in all_losses()]
    tasks = [loss.task for loss in all_losses()]
    assert names[0] == "mean_squared_error"
    assert tasks[0] == "regression"
    for place, loss in enumerate(all_losses()):
        assert set(loss.builds_on) <= set(names[:place])


@every_loss
def test_convention_is_one_sentence_or_nothing(loss: Loss) -> None:
    assert not loss.convention or (
        loss.convention.endswith(".") and loss.convention.count(". ") == 0
    )


def test_no_name_belongs_to_two_losses() -> None:
    names = [name for loss in all_losses() for name in (loss.name, *loss.aliases)]
    assert len(set(names)) == len(names)


def test_each_loss_is_found_by_every_name_of_its_own_and_imported_by_the_full_one() -> None:
    for loss in all_losses():
        assert all(get(name) is loss for name in (loss.name, *loss.aliases))
        assert getattr(quiz_app.losses, loss.name) is loss
        assert loss.name in dir(quiz_app.losses)


def test_names_may_be_written_in_capitals() -> None:
    assert get("MSE") is get("mse")


def test_a_name_is_that_of_a_loss_exactly_when_it_can_be_got() -> None:
    assert is_loss("huber")
    assert is_loss("BCE")
    assert not is_loss("hubr")


@pytest.mark.parametrize(
    ("alias", "name"),
    [
        ("mse", "mean_squared_error"),
        ("mae", "mean_absolute_error"),
        ("bce", "binary_crossentropy"),
        ("log_loss", "binary_crossentropy"),
        ("bce_with_logits", "binary_crossentropy_from_logits"),
        ("cce", "categorical_crossentropy"),
        ("scce", "sparse_categorical_crossentropy"),
        ("mape", "mean_absolute_percentage_error"),
        ("msle", "mean_squared_logarithmic_error"),
        ("focal", "binary_focal_crossentropy"),
        ("kl", "kl_divergence"),
        ("ranknet", "bradley_terry"),
        ("gce", "generalised_crossentropy"),
    ],
)
def test_usual_short_forms_are_known(alias: str, name: str) -> None:
    assert get(alias).name == name


def test_unknown_loss_is_answered_with_the_nearest_name() -> None:
    with pytest.raises(QuizError) as raised:
        get("binary_cross_entropy")
    assert raised.value.problem == "There is no loss named 'binary_cross_entropy'."
    assert raised.value.remedy == "Did you mean 'binary_crossentropy'?"


def test_loss_unlike_any_other_is_answered_with_all_names() -> None:
    with pytest.raises(QuizError, match="'quiz-app losses' lists all of them"):
        get("xylophone")


def test_unknown_name_in_the_package_is_an_attribute_error() -> None:
    with pytest.raises(AttributeError, match="xylophone"):
        _ = quiz_app.losses.xylophone


def test_importing_the_losses_needs_no_algebra_and_no_screen() -> None:
    program = (
        "import sys, quiz_app.losses; "
        "print(sorted({'sympy', 'mpmath', 'textual', 'rich', 'scipy'} & set(sys.modules)))"
    )
    result = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True
    )
    assert result.stdout.strip() == "[]"
