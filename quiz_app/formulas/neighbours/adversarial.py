"""How the losses of the two players of a GAN follow from others."""

from __future__ import annotations

import numpy as np

from quiz_app.formulas.neighbours.model import Relation
from quiz_app.losses.adversarial import (
    gan_discriminator,
    gan_generator,
    least_squares_gan,
    non_saturating_gan_generator,
    wasserstein_critic,
)
from quiz_app.losses.binary import binary_crossentropy_from_logits
from quiz_app.losses.margin import hinge
from quiz_app.losses.squared import half_squared_error
from quiz_app.losses.surrogates import perceptron

_discriminator = gan_discriminator.per_sample

RELATIONS = (
    Relation(
        gan_discriminator,
        binary_crossentropy_from_logits,
        "The binary cross-entropy on logits: telling real from generated is classifying.",
        "Discriminator",
        "BCE",
        lambda y, z, k: binary_crossentropy_from_logits.per_sample(y, z),
    ),
    Relation(
        gan_generator,
        gan_discriminator,
        "What the discriminator pays for a generated sample, the generator wins.",
        "Minimax",
        "−Discriminator(0, z)",
        lambda y, z, k: -_discriminator(np.zeros_like(z), z),
    ),
    Relation(
        non_saturating_gan_generator,
        gan_discriminator,
        "What the discriminator would pay, were the generated sample real.",
        "NonSaturating",
        "Discriminator(1, z)",
        lambda y, z, k: _discriminator(np.ones_like(z), z),
    ),
    Relation(
        least_squares_gan,
        half_squared_error,
        "Half the squared error of the score itself, without a sigmoid.",
        "LSGAN",
        "HSE",
        lambda y, z, k: half_squared_error.per_sample(y, z),
    ),
    Relation(
        wasserstein_critic,
        hinge,
        "The hinge stops at a margin of 1; a critic is never content.",
        "WGAN",
        "Hinge",
        lambda y, z, k: hinge.per_sample(y, z),
        sign="≤",
    ),
    Relation(
        perceptron,
        wasserstein_critic,
        "The critic, content as soon as the sign is right.",
        "Perceptron",
        "max(0, WGAN)",
        lambda y, z, k: np.maximum(0.0, wasserstein_critic.per_sample(y, z)),
    ),
)
