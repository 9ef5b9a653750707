"""Values known to 50 digits, over the whole range of float64."""

from __future__ import annotations

import csv
import json
import math
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import NamedTuple, TypeAlias

import numpy as np
import pytest
from numpy.typing import NDArray

from quiz_app.errors import QuizError
from quiz_app.losses import get
from quiz_app.losses.stable import sigmoid, softmax, softplus

_TABLE = Path(__file__).with_name("numerics.tsv")


class Row(NamedTuple):
    kind: str
    inputs: dict[str, NDArray[np.generic]]
    expected: list[float]


def _rows() -> list[Row]:
    with _TABLE.open(encoding="utf-8", newline="") as lines:
        return [
            _row(line["loss"], json.loads(line["inputs"]), line["expected"])
            for line in csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE)
        ]


def _row(kind: str, inputs: dict[str, object], expected: str) -> Row:
    """The inputs in the type that the row asks for, the value rounded to float64."""
    dtype = str(inputs.pop("dtype", "float64"))
    values = json.loads(expected) if expected.startswith("[") else [expected]
    arrays = {name: np.asarray(value, dtype="float64") for name, value in inputs.items()}
    return Row(
        kind,
        {name: array.astype(dtype) for name, array in arrays.items()},
        [float(value) for value in values],
    )


_OF_A_RESIDUAL = {"huber", "log_cosh", "pseudo_huber", "smooth_l1"}
_OF_A_MARGIN = {"exponential": "exponential", "logistic_margin": "logistic"}
_OPTIONS = {
    **{name: name for name in ("delta", "beta", "gamma", "q")},
    "tau": "temperature",
    "eps": "label_smoothing",
}

# The loss of each other kind, with the names of its two arrays in the table.
_OF_TWO_ARRAYS = {
    "mse": ("mse", "y", "yhat"),
    "msle": ("msle", "y", "yhat"),
    "bce_logits": ("bce_with_logits", "y", "z"),
    "bce_prob": ("bce", "y", "p"),
    "bce_prob.mean": ("bce", "y", "p"),
    "brier": ("brier", "y", "p"),
    "focal_logits": ("focal_with_logits", "y", "z"),
    "focal_prob": ("focal", "y", "p"),
    "softmax_ce": ("scce_with_logits", "k", "z"),
    "softmax_ce.soft": ("cce_with_logits", "t", "z"),
    "hinge": ("hinge", "y", "s"),
    "kl_gauss_std": ("gaussian_kl", "mu", "logvar"),
    "poisson_nll": ("poisson_nll", "y", "mu"),
    "poisson_nll.log_input": ("poisson_nll_from_log_rate", "y", "z"),
    "poisson_deviance": ("poisson_deviance", "y", "mu"),
    "gamma_deviance": ("gamma_deviance", "y", "mu"),
    "info_nce": ("info_nce", "positive", "sim"),
    "dice": ("dice", "t", "p"),
    "cosine_distance": ("cosine_distance", "a", "b"),
    "gan_discriminator": ("gan_discriminator", "y", "z"),
    "multi_margin": ("multi_margin", "k", "z"),
}
_OF_DISTRIBUTIONS = {"kl": "kl_divergence", "js": "jensen_shannon"}


_Inputs: TypeAlias = Mapping[str, NDArray[np.generic]]
_Options: TypeAlias = Mapping[str, float]


def _smoothed(given: _Inputs, options: _Options) -> list[float]:
    one_hot = np.eye(given["z"].size)[int(given["k"])]
    loss = get("smoothed_categorical_crossentropy_from_logits")
    return [loss.cost(one_hot, given["z"], **options)]


def _of_probability(name: str) -> Callable[[_Inputs, _Options], list[float]]:
    """The loss of two classes, of which the first is right and has the probability p."""
    return lambda given, options: [get(name).cost(0, [given["p"], 1 - given["p"]], **options)]


# How the rest of the table is computed.
_OTHERWISE: Mapping[str, Callable[[_Inputs, _Options], list[float]]] = {
    "bce_logits.gradient_z": lambda given, _: [
        float(get("bce_with_logits").gradient(given["y"], given["z"]))
    ],
    "softmax_ce.gradient": lambda given, _: list(
        get("scce_with_logits").gradient(given["k"], given["z"])
    ),
    "softmax_ce.label_smoothing": _smoothed,
    "gce": _of_probability("gce"),
    "symmetric_crossentropy": _of_probability("symmetric_crossentropy"),
    "rmse": lambda given, _: [get("rmse").cost(np.zeros_like(given["e"]), given["e"])],
    "rmse.gradient": lambda given, _: list(
        get("rmse").gradient(given["e"], np.zeros_like(given["e"]))
    ),
    "cosine_distance.gradient": lambda given, _: list(
        get("cosine_distance").gradient(given["a"], given["b"])
    ),
    "gan_generator": lambda given, _: [get("gan_generator").cost(1, given["z"])],
    "gan_generator.gradient": lambda given, _: [
        float(get("gan_generator").gradient(1, given["z"]))
    ],
    "non_saturating_gan_generator": lambda given, _: [
        get("non_saturating_gan_generator").cost(1, given["z"])
    ],
    "sigmoid": lambda given, _: [float(sigmoid(given["x"]))],
    "softplus": lambda given, _: [float(softplus(given["x"]))],
    "logsumexp": lambda given, _: [
        float(given["z"].max() + softmax(given["z"][np.newaxis]).log_total[0])
    ],
}


def _computed(row: Row) -> list[float]:
    given, kind = row.inputs, row.kind
    options = {
        option: float(given[name])
        for name, option in _OPTIONS.items()
        if name in given and given[name].ndim == 0
    }
    if kind in _OF_A_RESIDUAL:
        return [get(kind).cost(0, given["e"], **options)]
    if kind in _OF_A_MARGIN:
        return [get(_OF_A_MARGIN[kind]).cost(1, given["m"])]
    if kind in _OF_DISTRIBUTIONS:
        return [get(_OF_DISTRIBUTIONS[kind]).cost(given["p"], given["q"])]
    if kind in _OF_TWO_ARRAYS:
        name, true, pred = _OF_TWO_ARRAYS[kind]
        return [get(name).cost(given[true], given[pred], **options)]
    return _OTHERWISE[kind](given, options)


_ROWS = _rows()
_IDS = [f"{row.kind}-{number}" for number, row in enumerate(_ROWS, start=2)]


@pytest.mark.filterwarnings("error")
@pytest.mark.parametrize("row", _ROWS, ids=_IDS)
def test_value_of_the_table_holds_to_thirteen_digits(row: Row) -> None:
    for computed, expected in zip(_computed(row), row.expected, strict=True):
        assert math.isclose(computed, expected, rel_tol=1e-13, abs_tol=0)


@pytest.mark.parametrize(
    "row", [row for row in _ROWS if row.kind == "softmax_ce"], ids=lambda row: str(row.inputs)
)
def test_one_hot_rows_cost_what_their_labels_cost(row: Row) -> None:
    one_hot = np.eye(row.inputs["z"].size)[int(row.inputs["k"])]
    cost = get("cce_with_logits").cost(one_hot, row.inputs["z"])
    assert math.isclose(cost, row.expected[0], rel_tol=1e-13, abs_tol=0)


def test_logits_at_both_ends_of_float64_give_no_nan() -> None:
    assert get("bce_with_logits").cost([0, 1], [-1e308, 1e308]) == 0.0
    assert get("cce_with_logits").cost([[1, 0]], [[1e308, -1e308]]) == 0.0


def test_a_list_against_a_column_is_refused_where_broadcasting_would_lie() -> None:
    with pytest.raises(QuizError, match=r"\(3,\).*\(3, 1\)"):
        get("mse").cost([1, 2, 3], [[1], [2], [3]])


@pytest.mark.parametrize(
    ("name", "true", "pred", "options"),
    [
        ("msle", 0, -1, {}),
        ("gamma_deviance", 0, 1, {}),
        ("smooth_l1", 0, 2, {"beta": 0}),
        ("cosine_distance", [0, 0], [1, 2], {}),
        ("dice", [0, 0], [0, 0], {}),
    ],
)
def test_what_has_no_value_is_refused(
    name: str, true: object, pred: object, options: dict[str, float]
) -> None:
    with pytest.raises(QuizError):
        get(name).cost(true, pred, **options)
