"""Values known to 50 digits, over the whole range of float64."""

from __future__ import annotations

import csv
import json
import math
from pathlib import Path
from typing import NamedTuple

import numpy as np
import pytest
from numpy.typing import NDArray

from quiz_app.errors import QuizError
from quiz_app.losses import get

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
_OPTIONS = {"delta": "delta", "beta": "beta", "gamma": "gamma", "tau": "temperature", "q": "q"}

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
}
_OF_DISTRIBUTIONS = {"kl": "kl_divergence", "js": "jensen_shannon"}


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
    match kind:
        case "bce_logits.gradient_z":
            return [float(get("bce_with_logits").gradient(given["y"], given["z"]))]
        case "softmax_ce.gradient":
            return list(get("scce_with_logits").gradient(given["k"], given["z"]))
        case "gce":
            return [get("gce").cost(0, [given["p"], 1 - given["p"]], **options)]
        case unknown:
            raise AssertionError(f"no loss computes {unknown}")


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
