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


def _computed(row: Row) -> list[float]:
    given = row.inputs
    match row.kind:
        case "mse":
            return [get("mse").cost(given["y"], given["yhat"])]
        case "huber":
            return [get("huber").cost(0, given["e"], delta=float(given["delta"]))]
        case "bce_logits":
            return [get("bce").cost(given["y"], given["z"], from_logits=True)]
        case "bce_logits.gradient_z":
            return [float(get("bce_with_logits").gradient(given["y"], given["z"]))]
        case "bce_prob" | "bce_prob.mean":
            return [get("bce").cost(given["y"], given["p"])]
        case "softmax_ce":
            return [get("scce").cost(given["k"], given["z"], from_logits=True)]
        case "softmax_ce.soft":
            return [get("cce").cost(given["t"], given["z"], from_logits=True)]
        case "softmax_ce.gradient":
            return list(get("scce_with_logits").gradient(given["k"], given["z"]))
        case "hinge":
            return [get("hinge").cost(given["y"], given["s"])]
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
