"""Formulas on disk: read when valid, derived again when not, never in the way."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import msgspec
import pytest

from quiz_app.formulas import Formula, FormulaCache, FormulaKind, derive
from quiz_app.formulas.cache import key_of
from quiz_app.formulas.model import KINDS
from quiz_app.losses import Loss, all_losses, get
from quiz_app.maths.algebra import Algebra

MSE = get("mse")


class Refusing(Algebra):
    """An algebra that must not be asked."""

    def submit(self, *_: object) -> object:
        raise AssertionError("the formula should have come from the disk")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "not yet" / "there"


def only_file(folder: Path) -> Path:
    (path,) = folder.iterdir()
    return path


def from_disk(folder: Path) -> Formula:
    return FormulaCache(folder, Refusing()).formula(MSE, "gradient")


def test_what_is_read_is_what_was_derived(folder: Path, algebra: Algebra) -> None:
    cold = FormulaCache(folder, algebra)
    warm = FormulaCache(folder, Refusing())
    for loss in all_losses()[::7]:
        for kind in KINDS:
            assert cold.formula(loss, kind) == warm.formula(loss, kind)


def test_formulas_of_one_loss_derived_side_by_side_are_all_kept(
    folder: Path, algebra: Algebra
) -> None:
    one, other = FormulaCache(folder, algebra), FormulaCache(folder, algebra)
    one.formula(MSE, "definition")
    other.formula(MSE, "gradient")
    one.formula(MSE, "hessian")
    warm = FormulaCache(folder, Refusing())
    kept: tuple[FormulaKind, ...] = ("definition", "gradient", "hessian")
    assert [warm.formula(MSE, kind).kind for kind in kept] == list(kept)


def test_nothing_is_left_in_the_folder_but_the_formula(folder: Path, algebra: Algebra) -> None:
    FormulaCache(folder, algebra).formula(MSE, "gradient")
    assert only_file(folder).name == "mean_squared_error.formulas"


def emptied(path: Path) -> None:
    path.write_bytes(b"")


def truncated(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:-20])


def overwritten(path: Path) -> None:
    path.write_bytes(b"\xff\xfe\x00 not MessagePack")


def of_another_shape(path: Path) -> None:
    path.write_bytes(msgspec.msgpack.encode({"key": 7, "value": []}))


def nested(path: Path) -> None:
    path.write_bytes(b"\x91" * 100_000)


def rekeyed(path: Path, key: bytes) -> None:
    data, ours = path.read_bytes(), key_of(MSE, "formulas").encode()
    assert ours in data
    path.write_bytes(data.replace(ours, key))


def of_another_key(path: Path) -> None:
    rekeyed(path, b"0" * 64)


def of_another_loss(path: Path) -> None:
    rekeyed(path, key_of(get("mae"), "formulas").encode())


def naming_an_unknown_node(path: Path) -> None:
    data = path.read_bytes()
    assert b"\xa4type\xa4name" in data
    path.write_bytes(data.replace(b"\xa4type\xa4name", b"\xa4type\xa4rule"))


@pytest.mark.parametrize(
    "damage",
    [
        emptied,
        truncated,
        overwritten,
        of_another_shape,
        nested,
        of_another_key,
        of_another_loss,
        naming_an_unknown_node,
    ],
    ids=lambda damage: damage.__name__,
)
def test_a_file_that_is_not_valid_is_replaced(
    damage: Callable[[Path], None], folder: Path, algebra: Algebra
) -> None:
    right = FormulaCache(folder, algebra).formula(MSE, "gradient")
    before = only_file(folder).read_bytes()
    damage(only_file(folder))
    assert only_file(folder).read_bytes() != before
    assert FormulaCache(folder, algebra).formula(MSE, "gradient") == right
    assert from_disk(folder) == right


def test_a_folder_that_cannot_be_written_is_no_error(tmp_path: Path, algebra: Algebra) -> None:
    blocked = tmp_path / "file"
    blocked.write_text("in the way")
    formula = FormulaCache(blocked / "cache", algebra).formula(MSE, "gradient")
    assert formula == derive(MSE, "gradient", algebra)


def test_a_folder_in_the_place_of_a_file_is_no_error(folder: Path, algebra: Algebra) -> None:
    (folder / "mean_squared_error.formulas").mkdir(parents=True)
    formula = FormulaCache(folder, algebra).formula(MSE, "gradient")
    assert formula == derive(MSE, "gradient", algebra)
    assert only_file(folder).is_dir()


def other_definition(loss: Loss) -> Loss:
    return replace(loss, definition="(y_true - y_pred)^2/2")


def other_abbreviation(loss: Loss) -> Loss:
    return replace(loss, where={"r": "y_pred - y_true"})


def other_symbols(loss: Loss) -> Loss:
    return replace(loss, symbols={"y_true": "t", "y_pred": "y"})


def other_targets(loss: Loss) -> Loss:
    return replace(loss, y_true=get("hinge").y_true)


def other_predictions(loss: Loss) -> Loss:
    return replace(loss, y_pred=get("bce").y_pred)


def other_parameters(loss: Loss) -> Loss:
    return replace(loss, parameters=get("huber").parameters)


@pytest.mark.parametrize(
    "change",
    [
        other_definition,
        other_abbreviation,
        other_symbols,
        other_targets,
        other_predictions,
        other_parameters,
    ],
    ids=lambda change: change.__name__,
)
def test_the_key_changes_with_all_that_a_formula_depends_on(
    change: Callable[[Loss], Loss],
) -> None:
    assert key_of(change(MSE), "gradient") != key_of(MSE, "gradient")


def test_the_key_changes_with_the_versions(monkeypatch: pytest.MonkeyPatch) -> None:
    before = key_of(MSE, "gradient")
    monkeypatch.setattr("quiz_app.__version__", "another")
    ours = key_of(MSE, "gradient")
    monkeypatch.setattr("quiz_app.formulas.cache._sympy_version", lambda: "another")
    assert len({before, ours, key_of(MSE, "gradient")}) == 3


def test_the_key_is_the_same_in_every_process() -> None:
    keys = {key_of(loss, kind) for loss in all_losses() for kind in KINDS}
    assert len(keys) == len(all_losses()) * len(KINDS)
    assert not any(" at 0x" in loss.y_pred.describe() for loss in all_losses())
