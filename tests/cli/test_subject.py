from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import nullcontext
from pathlib import Path
from typing import TypeAlias

import pytest

from quiz_app.cli import subject
from quiz_app.losses import all_losses
from quiz_app.maths.algebra import Algebra
from quiz_app.maths.layout import cell_width

Run: TypeAlias = Callable[..., tuple[int, str, str]]
Complaint: TypeAlias = Callable[..., tuple[int, str]]

_NAMES = [loss.name for loss in all_losses()]


@pytest.fixture(scope="module")
def one_algebra() -> Iterator[Algebra]:
    with Algebra() as algebra:
        yield algebra


def test_every_loss_is_listed_with_its_short_forms_and_task(run: Run) -> None:
    status, out, err = run("losses")
    assert (status, err) == (0, "")
    lines = out.splitlines()
    rows = [line.split() for line in lines]
    assert {row[0] for row in rows if row} >= set(_NAMES)
    assert ["mean_squared_error", "mse"] in rows
    assert ["binary_crossentropy", "bce,", "log_loss"] in rows
    headings = [line for line in lines if line and not line.startswith(" ")]
    assert headings[:2] == ["Regression", "Binary classification"]
    assert lines.index("Binary classification") < rows.index(["brier", "brier_score"])
    assert all(alias in out for loss in all_losses() for alias in loss.aliases)
    assert max(map(len, lines)) <= 78


@pytest.mark.parametrize("show", ["definition", "gradient", "hessian", "minimiser"])
@pytest.mark.parametrize("name", _NAMES)
def test_every_formula_is_set_in_every_notation(
    run: Run, name: str, show: str, one_algebra: Algebra, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(subject, "Algebra", lambda: nullcontext(one_algebra))
    pictures = {}
    for notation in ("unicode", "ascii", "latex"):
        status, out, err = run("formula", name, "--show", show, "--as", notation)
        assert (status, err) == (0, "")
        assert max(map(cell_width, out.splitlines())) <= 78
        pictures[notation] = out
    assert "=" in pictures["unicode"]
    assert "\N{REPLACEMENT CHARACTER}" not in pictures["unicode"]
    assert pictures["ascii"].isascii()
    assert "?" not in pictures["ascii"]
    latex = pictures["latex"]
    assert latex.startswith("\\begin{aligned}\n")
    assert latex.endswith("\n\\end{aligned}\n")
    assert latex.count("{") == latex.count("}")


def test_a_formula_is_the_definition_in_unicode_unless_something_else_is_asked(run: Run) -> None:
    assert run("formula", "mse") == (
        0,
        "Mean squared error: definition\n\n"
        "ℓ = (y − ŷ)²\n\n       1   n\nMSE = ╶─╴  Σ  (yᵢ − ŷᵢ)²\n       n  i=1\n",
        "",
    )


def test_a_gradient_in_ascii_is_that_of_the_loss(run: Run) -> None:
    _, out, _ = run("formula", "mse", "--show", "gradient", "--as", "ascii")
    assert out.splitlines()[0] == "Mean squared error: gradient"
    assert out.splitlines()[2:5] == ["  dl", "------- = 2 (yhat - y)", " dyhat"]


@pytest.mark.parametrize("name", _NAMES)
def test_every_loss_is_plotted_in_the_width_of_the_terminal(
    run: Run, name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "60")
    status, out, err = run("plot", name)
    assert (status, err) == (0, "")
    assert max(map(cell_width, out.splitlines())) <= 60
    assert out.count("\n") == 20


def test_losses_of_one_task_share_a_plot(run: Run) -> None:
    status, out, _ = run("plot", "mse", "mae", "huber")
    assert status == 0
    assert {"MSE", "MAE", "Huber"} <= set(out.replace(",", " ").split())


def test_a_plot_has_a_widest_size(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "300")
    assert max(map(cell_width, run("plot", "mse")[1].splitlines())) <= 100


def test_a_terminal_too_narrow_for_a_plot_is_told_so(
    complaint: Complaint, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "10")
    status, sentences = complaint("plot", "mse")
    assert status == 1
    assert "no room for a plot" in sentences


@pytest.mark.parametrize("words", [("formula", "hubber"), ("plot", "mse", "hubber")])
def test_an_unknown_loss_is_a_wrong_word(complaint: Complaint, words: tuple[str, ...]) -> None:
    assert complaint(*words) == (2, "There is no loss named 'hubber'. Did you mean 'huber'?")


def test_target_and_parameters_of_a_plot_can_be_set(run: Run) -> None:
    status, out, _ = run("plot", "mae", "huber", "--target", "-2", "--delta", "0.5")
    assert status == 0
    assert "MAE and Huber for y = −2" in out
    assert out != run("plot", "mae", "huber", "--target", "-2")[1]


def test_slopes_are_plotted_instead_of_losses(run: Run) -> None:
    _, out, _ = run("plot", "mse", "--slope")
    assert out.startswith("slope ")


def test_a_plot_can_be_written_into_a_file(run: Run, tmp_path: Path) -> None:
    file = tmp_path / "curves.svg"
    assert run("plot", "mse", "mae", "--svg", str(file)) == (0, "", "")
    assert file.read_text(encoding="utf-8").startswith("<svg ")
    assert ">MAE</text>" in file.read_text(encoding="utf-8")


def test_a_file_that_cannot_be_written_is_named(complaint: Complaint, tmp_path: Path) -> None:
    status, sentences = complaint("plot", "mse", "--svg", str(tmp_path / "none" / "a.svg"))
    assert status == 1
    assert sentences.endswith(
        "a.svg cannot be written (No such file or directory). Name another file."
    )


@pytest.mark.parametrize(
    ("words", "sentences"),
    [
        (("--delta", "x"), "'x' is not a number. Give one such as 0.5."),
        (
            ("--gamma", "1"),
            "None of these losses has a parameter gamma. Known parameters: delta.",
        ),
        (("--target", "nan"), "'nan' is not a number. Give one such as 0.5."),
    ],
)
def test_a_setting_that_makes_no_sense_is_a_wrong_word(
    complaint: Complaint, words: tuple[str, ...], sentences: str
) -> None:
    assert complaint("plot", "huber", *words) == (2, sentences)
