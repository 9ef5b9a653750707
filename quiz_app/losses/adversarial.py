"""Losses of the two players of a GAN, on the score that the discriminator gives a sample."""

from __future__ import annotations

import numpy as np

from quiz_app.losses.definition import Loss
from quiz_app.losses.domain import Domain, FloatArray
from quiz_app.losses.margin import SIDES, side, signed_score
from quiz_app.losses.mistakes import OF_NEGATIVE_LOGARITHMS, Mistake
from quiz_app.losses.stable import sigmoid, softplus

_SYMBOLS = {"y_true": "y", "y_pred": "z"}
_REAL = Domain.real()
_SOURCE = Domain.values(0, 1)
_WANTED = Domain.values(1)


def _discriminator(y_true: FloatArray, z: FloatArray) -> FloatArray:
    """softplus(z) for a generated sample, softplus(−z) for a real one."""
    return softplus(np.where(y_true == 1, -z, z))


def _discriminator_slope(y_true: FloatArray, z: FloatArray) -> FloatArray:
    """σ(z) − y, from the sigmoid that does not cancel."""
    turn = np.where(y_true == 1, -1.0, 1.0)
    return turn * sigmoid(turn * z)


def _saturating(y_true: FloatArray, z: FloatArray) -> FloatArray:
    return -softplus(z)


def _non_saturating(y_true: FloatArray, z: FloatArray) -> FloatArray:
    return softplus(-z)


gan_discriminator = Loss(
    name="gan_discriminator",
    title="GAN discriminator loss",
    short="Discriminator",
    task="generative",
    definition="-y_true*log(sigmoid(y_pred)) - (1 - y_true)*log(1 - sigmoid(y_pred))",
    symbols=_SYMBOLS,
    y_true=_SOURCE,
    y_pred=_REAL,
    value=_discriminator,
    slope=_discriminator_slope,
    own_mistakes=(
        Mistake(
            "generator",
            "You charged as the generator is; the discriminator wants a generated sample at 0.",
            per_sample=lambda y_true, z: softplus(-z),
        ),
        Mistake(
            "labels_swapped",
            "You swapped the labels: 1 is a real sample, 0 a generated one.",
            per_sample=lambda y_true, z: _discriminator(1 - y_true, z),
        ),
        *OF_NEGATIVE_LOGARITHMS,
    ),
    builds_on=("binary_crossentropy_from_logits",),
    convention="y is 1 for a real sample and 0 for a generated one; D is σ(z).",
)

gan_generator = Loss(
    name="gan_generator",
    title="GAN generator loss (minimax, saturating)",
    short="Minimax",
    aliases=("minimax_generator", "saturating_gan_generator"),
    task="generative",
    definition="log(1 - sigmoid(y_pred))",
    symbols=_SYMBOLS,
    y_true=_WANTED,
    y_pred=_REAL,
    value=_saturating,
    slope=lambda y_true, z: -sigmoid(z),
    own_mistakes=(
        Mistake(
            "non_saturating",
            "You took −log D, the non-saturating loss; the minimax one is log(1 − D).",
            per_sample=_non_saturating,
        ),
        Mistake(
            "discriminator",
            "You took −log(1 − D), which the discriminator pays; the generator pays its opposite.",
            factor=-1.0,
        ),
        Mistake(
            "no_logarithm",
            "You took 1 − D itself; its logarithm is meant.",
            per_sample=lambda y_true, z: sigmoid(-z),
        ),
    ),
    builds_on=("gan_discriminator",),
    convention="Samples are generated and z is their score; y is 1, the verdict that is wanted.",
)

non_saturating_gan_generator = Loss(
    name="non_saturating_gan_generator",
    title="GAN generator loss (non-saturating)",
    short="NonSaturating",
    aliases=("non_saturating_generator",),
    task="generative",
    definition="-log(sigmoid(y_pred))",
    symbols=_SYMBOLS,
    y_true=_WANTED,
    y_pred=_REAL,
    value=_non_saturating,
    slope=lambda y_true, z: -sigmoid(-z),
    own_mistakes=(
        Mistake(
            "saturating",
            "You took log(1 − D), which saturates where D is near 0; this one is −log D.",
            per_sample=_saturating,
        ),
        Mistake(
            "discriminator",
            "You took −log(1 − D), which the discriminator pays for a generated sample.",
            per_sample=lambda y_true, z: softplus(z),
        ),
        *OF_NEGATIVE_LOGARITHMS,
    ),
    builds_on=("gan_generator",),
    convention="Samples are generated and z is their score; y is 1, the verdict that is wanted.",
)


def _least_squares(y_true: FloatArray, z: FloatArray) -> FloatArray:
    return np.square(z - y_true) / 2


def _squashed(y_true: FloatArray, z: FloatArray) -> FloatArray:
    return _least_squares(y_true, sigmoid(z))


least_squares_gan = Loss(
    name="least_squares_gan",
    title="Least-squares GAN loss",
    short="LSGAN",
    aliases=("lsgan",),
    task="generative",
    definition="(y_pred - y_true)^2/2",
    symbols=_SYMBOLS,
    y_true=_SOURCE,
    y_pred=_REAL,
    value=_least_squares,
    slope=lambda y_true, z: z - y_true,
    own_mistakes=(
        Mistake("not_halved", "You left out the factor ½ in front.", factor=2.0),
        Mistake(
            "squashed",
            "You passed the score through a sigmoid; here it is compared as it is.",
            per_sample=_squashed,
        ),
        Mistake(
            "labels_swapped",
            "You swapped the labels: 1 is a real sample, 0 a generated one.",
            per_sample=lambda y_true, z: _least_squares(1 - y_true, z),
        ),
    ),
    builds_on=("half_squared_error", "gan_discriminator"),
    convention="This is the discriminator's; the generator pays it for its samples with y = 1.",
)


def _critic(y_true: FloatArray, z: FloatArray) -> FloatArray:
    return -signed_score(y_true, z)


wasserstein_critic = Loss(
    name="wasserstein_critic",
    title="Wasserstein critic loss",
    short="WGAN",
    aliases=("wgan", "wasserstein_gan"),
    task="generative",
    definition="-y_true*y_pred",
    symbols=_SYMBOLS,
    y_true=SIDES,
    y_pred=_REAL,
    value=_critic,
    slope=lambda y_true, z: -side(y_true),
    own_mistakes=(
        Mistake(
            "wrong_sign",
            "You added the scores of real samples; the critic wants them high, so subtract them.",
            factor=-1.0,
        ),
        Mistake(
            "hinge",
            "You clipped 1 − y·z at zero, which is the hinge loss; a critic is not clipped.",
            per_sample=lambda y_true, z: np.maximum(0.0, 1 - signed_score(y_true, z)),
        ),
        Mistake(
            "logistic",
            "You took the log of a sigmoid; a critic gives a score, not a probability.",
            per_sample=lambda y_true, z: softplus(-signed_score(y_true, z)),
        ),
    ),
    builds_on=("hinge", "gan_discriminator"),
    convention="y is 1 for a real sample, −1 for a generated one; the critic must be 1-Lipschitz.",
)

LOSSES = (
    gan_discriminator,
    gan_generator,
    non_saturating_gan_generator,
    least_squares_gan,
    wasserstein_critic,
)
