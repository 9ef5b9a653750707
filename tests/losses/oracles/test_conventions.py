"""Every number in the table of conventions is what the library really gives."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from importlib import import_module
from math import isinf
from types import ModuleType
from typing import TypeAlias

import numpy as np
import pytest

from quiz_app.losses.conventions import Convention, Practice, all_conventions

pytestmark = pytest.mark.filterwarnings("ignore")

Names: TypeAlias = dict[str, object]

_SINGLE = 1e-5
_DOUBLE = 1e-6
_CASES = [(convention, each) for convention in all_conventions() for each in convention.practices]


def _needed(name: str) -> ModuleType:
    pytest.importorskip(name.partition(".")[0])
    return import_module(name)


def _pytorch(inputs: Mapping[str, np.ndarray]) -> Names:
    torch = _needed("torch")
    tensors = {name: torch.as_tensor(value) for name, value in inputs.items()}
    return {"torch": torch, "F": torch.nn.functional, **tensors}


def _keras(inputs: Mapping[str, np.ndarray]) -> Names:
    return {"keras": _needed("keras"), **inputs}


def _optax(inputs: Mapping[str, np.ndarray]) -> Names:
    optax, jax = _needed("optax"), _needed("jax")
    arrays = {name: jax.numpy.asarray(value) for name, value in inputs.items()}
    return {"optax": optax, "jax": jax, "jnp": jax.numpy, **arrays}


def _scikit_learn(inputs: Mapping[str, np.ndarray]) -> Names:
    metrics, special = _needed("sklearn.metrics"), _needed("scipy.special")
    import_module("sklearn.metrics.pairwise")
    return {"metrics": metrics, "special": special, "np": np, **inputs}


def _scipy(inputs: Mapping[str, np.ndarray]) -> Names:
    distance, stats = _needed("scipy.spatial.distance"), _needed("scipy.stats")
    return {"distance": distance, "stats": stats, **inputs}


_NAMES: Mapping[str, Callable[[Mapping[str, np.ndarray]], Names]] = {
    "PyTorch": _pytorch,
    "Keras": _keras,
    "optax": _optax,
    "scikit-learn": _scikit_learn,
    "SciPy": _scipy,
}


@pytest.mark.parametrize(
    ("convention", "practice"),
    _CASES,
    ids=[f"{convention.key}: {practice.call}" for convention, practice in _CASES],
)
def test_the_call_as_it_is_printed_gives_the_number(
    convention: Convention, practice: Practice
) -> None:
    inputs = {name: np.asarray(value) for name, value in convention.example.items()}
    names = _NAMES[practice.library](inputs)
    theirs = float(eval(practice.call, names))  # noqa: S307 - a call from the table
    ours = convention.number(practice)
    assert ours is not None
    if isinf(ours):
        assert theirs == ours
    else:
        within = _SINGLE if practice.library == "Keras" else _DOUBLE
        assert theirs == pytest.approx(ours, rel=within, abs=1e-12)
