"""Conventions of losses of masks: smoothing, empty masks, and which errors weigh more."""

from __future__ import annotations

import numpy as np

from quiz_app.losses.conventions.model import KERAS, OPTAX, OURS, Convention, Practice
from quiz_app.losses.domain import FloatArray
from quiz_app.losses.overlap import dice, tversky
from quiz_app.losses.stable import sigmoid

_OURS_CALL = "dice(y_true, sigmoid(z))"
_KERAS_CALL = "keras.losses.dice(y_true, keras.ops.sigmoid(z))"
_OPTAX_CALL = "optax.losses.binary_dice_loss(z, y_true)[0]"


def _smoothed(y_true: FloatArray, z: FloatArray, above: float, below: float) -> float:
    """1 − (2I + above) / (T + P + below)."""
    p = sigmoid(z)
    both = 2 * np.sum(y_true * p)
    return float(1 - (both + above) / (np.sum(y_true) + np.sum(p) + below))


def _ours(y_true: FloatArray, z: FloatArray) -> float:
    return dice(y_true, sigmoid(z))


def _keras(y_true: FloatArray, z: FloatArray) -> float:
    return _smoothed(y_true, z, above=0.0, below=1e-7)


def _optax(y_true: FloatArray, z: FloatArray) -> float:
    return _smoothed(y_true, z, above=2.0, below=2.0)


_SMOOTHING = Convention(
    key="dice.smoothing",
    losses=("dice", "tversky"),
    question="Is the Dice quotient smoothed?",
    example={"y_true": ((1.0, 0.0, 0.0, 0.0),), "z": ((0.0, -1.0, -2.0, -2.0),)},
    ours=Practice(OURS, _OURS_CALL, "no", _ours),
    practices=(
        Practice(KERAS, _KERAS_CALL, "by 1e-7, and only below", _keras),
        Practice(OPTAX, _OPTAX_CALL, "by 2 above and below, so small masks cost less", _optax),
        Practice(
            OPTAX,
            "optax.losses.binary_dice_loss(z, y_true, smooth=0)[0]",
            "no, if told so",
            _ours,
        ),
    ),
)

_EMPTY = Convention(
    key="dice.empty",
    losses=("dice", "tversky"),
    question="What do two empty masks cost?",
    example={"y_true": ((0.0, 0.0),), "z": ((-1000.0, -1000.0),)},
    ours=Practice(OURS, _OURS_CALL, "an empty true mask has no overlap to speak of", _ours),
    practices=(
        Practice(KERAS, _KERAS_CALL, "everything: nothing over next to nothing is 0", _keras),
        Practice(OPTAX, _OPTAX_CALL, "nothing: what smooths is over itself", _optax),
    ),
)


def _as_documented(y_true: FloatArray, z: FloatArray, alpha: float, beta: float) -> float:
    return tversky(y_true, sigmoid(z), alpha=alpha, beta=beta)


_ALPHA = Convention(
    key="tversky.alpha",
    losses=("tversky",),
    question="Does α weigh what is predicted wrongly, or what is missed?",
    example={
        "y_true": ((1.0, 1.0, 0.0, 0.0),),
        "z": ((1.0, -1.0, -2.0, -2.0),),
        "alpha": 0.3,
        "beta": 0.7,
    },
    ours=Practice(
        OURS,
        "tversky(y_true, sigmoid(z), alpha=alpha, beta=beta)",
        "what is predicted wrongly",
        _as_documented,
    ),
    practices=(
        Practice(
            KERAS,
            "keras.losses.tversky(y_true, keras.ops.sigmoid(z), alpha=alpha, beta=beta)",
            "what is missed, whatever its documentation says",
            lambda y_true, z, alpha, beta: _as_documented(y_true, z, beta, alpha),
        ),
        Practice(
            OPTAX,
            "optax.losses.dice_loss(z[..., None], y_true[..., None], smooth=0, "
            "alpha=alpha, beta=beta)[0]",
            "what is predicted wrongly",
            _as_documented,
        ),
    ),
)

OVERLAPS = (_SMOOTHING, _EMPTY, _ALPHA)
