"""The value of an expression, in float64 or to many digits."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import ArrayLike, NDArray

from quiz_app.maths.evaluate.evaluator import Evaluator
from quiz_app.maths.evaluate.floats import FloatBackend
from quiz_app.maths.expression.tree import Tree

if TYPE_CHECKING:
    import mpmath

_NOTHING: Mapping[str, ArrayLike] = MappingProxyType({})
_NO_FUNCTIONS: Mapping[str, Callable[..., ArrayLike]] = MappingProxyType({})


def evaluate(
    tree: Tree,
    values: Mapping[str, ArrayLike] = _NOTHING,
    functions: Mapping[str, Callable[..., ArrayLike]] = _NO_FUNCTIONS,
    *,
    strict: bool = True,
) -> float | NDArray[np.float64]:
    """The value of a tree in float64: a float, or an array where a value is one.

    Everything works entry by entry on arrays of one shape and on single numbers, which fit any
    shape; nothing else is broadcast. ``sum``, ``mean``, ``norm``, ``dot`` and ``min`` or ``max``
    of one argument run over all entries, ``softmax`` and ``logsumexp`` along the last axis.
    ``z[k]`` and ``sum(body, k, K)`` count from zero. 0·(±∞) is 0, so that 0·log 0 is.

    ``functions`` are called with their arguments evaluated; a named option is passed as a
    number, as True or False for ``true`` or ``false``, or as text for a word such as ``sum``.

    Raises EvaluationError when a value does not exist or is not finite; unless ``strict`` is
    False, which leaves nan and infinity. Values that are missing and shapes that do not fit
    are errors in both cases. No NumPy warning is shown.
    """
    with np.errstate(all="ignore"):
        result = Evaluator(FloatBackend(), values, functions, strict=strict).result(tree)
    return float(result) if result.ndim == 0 else np.asarray(result, dtype=np.float64)


def evaluate_exactly(
    tree: Tree, values: Mapping[str, object] = _NOTHING, digits: int = 50
) -> mpmath.mpf | NDArray[np.object_]:
    """The value of a tree to ``digits`` digits: an mpmath number, or an object array of them.

    ``values`` may hold int, float, Fraction, decimal text and mpmath numbers, alone or nested;
    decimals in the tree are exact. Otherwise as ``evaluate``; exp of more than ±10⁷ counts as
    infinite or zero, so that no power takes long.

    Raises EvaluationError when a value does not exist or is not finite.
    """
    # mpmath is imported only where it is needed, as that takes longer than most evaluations.
    from quiz_app.maths.evaluate.exact import ExactBackend

    with np.errstate(all="ignore"):
        result = Evaluator(ExactBackend(digits), values, {}, strict=True).result(tree)
    return result[()] if result.ndim == 0 else np.asarray(result, dtype=np.object_)
