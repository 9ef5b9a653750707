"""Losses and their slopes as one types them into NumPy: no check, no care for digits lost."""

from __future__ import annotations

import numpy as np
from numpy import abs, exp, log, maximum, sign, sqrt, where  # noqa: A004 - as in a notebook


def _sigmoid(z):
    return 1 / (1 + exp(-z))


def _softplus(z):
    return log(1 + exp(z))


def _softmax(z):
    powers = exp(z)
    return powers / powers.sum(axis=1, keepdims=True)


def _logsumexp(z):
    return log(exp(z).sum(axis=1))


def _at(y, rows):
    return rows[np.arange(len(rows)), y.astype(int)]


def _hot(y, rows):
    return (y[:, None] == np.arange(rows.shape[1])).astype(float)


def _true(y, p):
    return where(y == 1, p, 1 - p)


def _smooth(y, classes):
    return 0.9 * y + 0.1 / classes


def _bce(y, p):
    return -(y * log(p) + (1 - y) * log(1 - p))


def _bce_slope(y, p):
    return (1 - y) / (1 - p) - y / p


def _overlap_sizes(y, p):
    return (y * p).sum(axis=1), y.sum(axis=1), p.sum(axis=1)


def _dice(y, p):
    overlap, true, predicted = _overlap_sizes(y, p)
    return 1 - 2 * overlap / (true + predicted)


def _distillation(t, z):
    p = _softmax(t / 2)
    return 4 * (_logsumexp(z / 2) - _logsumexp(t / 2) + (p * (t - z) / 2).sum(axis=1))


def _row_root(y, p):
    return sqrt(((y - p) ** 2).mean(axis=1))


def _cosine(a, b):
    lengths = sqrt((a**2).sum(axis=1)) * sqrt((b**2).sum(axis=1))
    return 1 - (a * b).sum(axis=1) / lengths


def _cosine_slope(a, b):
    length = sqrt((b**2).sum(axis=1, keepdims=True))
    across = b / length * (1 - _cosine(a, b))[:, None]
    return (across - a / sqrt((a**2).sum(axis=1, keepdims=True))) / length


def _too_near(y, z):
    return (1 + z - _at(y, z)[:, None]) * (1 - _hot(y, z))


def _multi_margin_slope(y, z):
    near = (_too_near(y, z) > 0).astype(float)
    return (near - _hot(y, z) * near.sum(axis=1, keepdims=True)) / z.shape[1]


def _tversky(y, p):
    overlap = (y * p).sum(axis=1)
    return 1 - overlap / (overlap + 0.5 * ((1 - y) * p + y * (1 - p)).sum(axis=1))


def _dice_slope(y, p):
    overlap, true, predicted = _overlap_sizes(y, p)
    whole = (true + predicted)[:, None]
    return 2 * (overlap[:, None] / whole - y) / whole


def _js(p, q):
    return (p * log(2 * p / (p + q)) + q * log(2 * q / (p + q))).sum(axis=1) / 2


VALUES = {
    "mean_squared_error": lambda y, p: (y - p) ** 2,
    "half_squared_error": lambda y, p: (y - p) ** 2 / 2,
    "root_mean_squared_error": _row_root,
    "mean_absolute_error": lambda y, p: abs(y - p),
    "huber": lambda y, p: where(abs(y - p) <= 1, (y - p) ** 2 / 2, abs(y - p) - 0.5),
    "smooth_l1": lambda y, p: where(abs(y - p) < 1, (y - p) ** 2 / 2, abs(y - p) - 0.5),
    "log_cosh": lambda y, p: log(np.cosh(y - p)),
    "pseudo_huber": lambda y, p: sqrt(1 + (y - p) ** 2) - 1,
    "pinball": lambda y, p: where(y >= p, 0.5 * (y - p), -0.5 * (y - p)),
    "epsilon_insensitive": lambda y, p: maximum(0, abs(y - p) - 0.1),
    "squared_epsilon_insensitive": lambda y, p: maximum(0, abs(y - p) - 0.1) ** 2,
    "mean_absolute_percentage_error": lambda y, p: abs(y - p) / y,
    "mean_squared_logarithmic_error": lambda y, p: (log(1 + y) - log(1 + p)) ** 2,
    "zero_one": lambda y, z: (y * z <= 0).astype(float),
    "binary_crossentropy": _bce,
    "binary_crossentropy_from_logits": lambda y, z: _softplus(z) - y * z,
    "weighted_binary_crossentropy": lambda y, p: -(2 * y * log(p) + (1 - y) * log(1 - p)),
    "weighted_binary_crossentropy_from_logits": (
        lambda y, z: 2 * y * _softplus(-z) + (1 - y) * _softplus(z)
    ),
    "categorical_crossentropy": lambda y, p: -(y * log(p)).sum(axis=1),
    "categorical_crossentropy_from_logits": lambda y, z: _logsumexp(z) - (y * z).sum(axis=1),
    "sparse_categorical_crossentropy": lambda y, p: -log(_at(y, p)),
    "sparse_categorical_crossentropy_from_logits": lambda y, z: _logsumexp(z) - _at(y, z),
    "smoothed_binary_crossentropy": lambda y, p: _bce(_smooth(y, 2), p),
    "smoothed_binary_crossentropy_from_logits": lambda y, z: _softplus(z) - _smooth(y, 2) * z,
    "smoothed_categorical_crossentropy": lambda y, p: -(_smooth(y, 10) * log(p)).sum(axis=1),
    "smoothed_categorical_crossentropy_from_logits": (
        lambda y, z: _logsumexp(z) - (_smooth(y, 10) * z).sum(axis=1)
    ),
    "brier": lambda y, p: (y - p) ** 2,
    "binary_focal_crossentropy": lambda y, p: -((1 - _true(y, p)) ** 2) * log(_true(y, p)),
    "binary_focal_crossentropy_from_logits": (
        lambda y, z: _sigmoid(-(2 * y - 1) * z) ** 2 * _softplus(-(2 * y - 1) * z)
    ),
    "hinge": lambda y, z: maximum(0, 1 - y * z),
    "squared_hinge": lambda y, z: maximum(0, 1 - y * z) ** 2,
    "perceptron": lambda y, z: maximum(0, -y * z),
    "logistic": lambda y, z: _softplus(-y * z),
    "exponential": lambda y, z: exp(-y * z),
    "kl_divergence": lambda p, q: (p * log(p / q)).sum(axis=1),
    "jensen_shannon": _js,
    "gaussian_nll": lambda y, m: (y - m) ** 2 / 2,
    "poisson_nll": lambda y, m: m - y * log(m),
    "poisson_nll_from_log_rate": lambda y, z: exp(z) - y * z,
    "poisson_deviance": lambda y, m: 2 * (y * log(y / m) - y + m),
    "gamma_deviance": lambda y, m: 2 * (log(m / y) + y / m - 1),
    "tweedie_deviance": lambda y, m: 2 * (-4 * y**0.5 + 2 * y * m**-0.5 + 2 * m**0.5),
    "multi_margin": lambda y, z: maximum(0, _too_near(y, z)).mean(axis=1),
    "cosine_distance": _cosine,
    "tversky": _tversky,
    "gan_discriminator": lambda y, z: _softplus(z) - y * z,
    "gan_generator": lambda y, z: -_softplus(z),
    "non_saturating_gan_generator": lambda y, z: _softplus(-z),
    "least_squares_gan": lambda y, z: (z - y) ** 2 / 2,
    "wasserstein_critic": lambda y, z: -y * z,
    "symmetric_crossentropy": lambda y, p: -0.1 * log(_at(y, p)) + 4 * (1 - _at(y, p)),
    "contrastive": lambda y, d: y * d**2 + (1 - y) * maximum(0, 1 - d) ** 2,
    "triplet": lambda p, d: maximum(0, p - d + 1),
    "info_nce": lambda y, z: _logsumexp(z / 0.1) - _at(y, z) / 0.1,
    "dice": _dice,
    "gaussian_kl": lambda m, s: (m**2 + exp(s) - 1 - s) / 2,
    "margin_ranking": lambda y, d: maximum(0, 1 - y * d),
    "bradley_terry": lambda y, d: -log(_sigmoid(y * d)),
    "dpo": lambda y, d: -log(_sigmoid(0.1 * y * d)),
    "distillation": _distillation,
    "generalised_crossentropy": lambda y, p: (1 - _at(y, p) ** 0.7) / 0.7,
}

SLOPES = {
    "mean_squared_error": lambda y, p: 2 * (p - y),
    "half_squared_error": lambda y, p: p - y,
    "root_mean_squared_error": lambda y, p: (p - y) / (_row_root(y, p)[:, None] * p.shape[1]),
    "zero_one": lambda y, z: np.zeros_like(z),
    "mean_absolute_error": lambda y, p: sign(p - y),
    "huber": lambda y, p: where(abs(p - y) <= 1, p - y, sign(p - y)),
    "smooth_l1": lambda y, p: where(abs(p - y) < 1, p - y, sign(p - y)),
    "log_cosh": lambda y, p: np.tanh(p - y),
    "pseudo_huber": lambda y, p: (p - y) / sqrt(1 + (p - y) ** 2),
    "pinball": lambda y, p: where(y > p, -0.5, 0.5),
    "epsilon_insensitive": lambda y, p: where(abs(y - p) > 0.1, sign(p - y), 0),
    "squared_epsilon_insensitive": (lambda y, p: 2 * maximum(0, abs(y - p) - 0.1) * sign(p - y)),
    "mean_absolute_percentage_error": lambda y, p: sign(p - y) / y,
    "mean_squared_logarithmic_error": lambda y, p: -2 * (log(1 + y) - log(1 + p)) / (1 + p),
    "binary_crossentropy": _bce_slope,
    "binary_crossentropy_from_logits": lambda y, z: _sigmoid(z) - y,
    "weighted_binary_crossentropy": lambda y, p: (1 - y) / (1 - p) - 2 * y / p,
    "weighted_binary_crossentropy_from_logits": (
        lambda y, z: (1 - y) * _sigmoid(z) - 2 * y * _sigmoid(-z)
    ),
    "categorical_crossentropy": lambda y, p: -y / p,
    "categorical_crossentropy_from_logits": lambda y, z: _softmax(z) - y,
    "sparse_categorical_crossentropy": lambda y, p: -_hot(y, p) / p,
    "sparse_categorical_crossentropy_from_logits": lambda y, z: _softmax(z) - _hot(y, z),
    "smoothed_binary_crossentropy": lambda y, p: _bce_slope(_smooth(y, 2), p),
    "smoothed_binary_crossentropy_from_logits": lambda y, z: _sigmoid(z) - _smooth(y, 2),
    "smoothed_categorical_crossentropy": lambda y, p: -_smooth(y, 10) / p,
    "smoothed_categorical_crossentropy_from_logits": lambda y, z: _softmax(z) - _smooth(y, 10),
    "brier": lambda y, p: 2 * (p - y),
    "hinge": lambda y, z: where(y * z < 1, -y, 0),
    "squared_hinge": lambda y, z: -2 * y * maximum(0, 1 - y * z),
    "perceptron": lambda y, z: where(y * z < 0, -y, 0),
    "logistic": lambda y, z: -y * _sigmoid(-y * z),
    "exponential": lambda y, z: -y * exp(-y * z),
    "kl_divergence": lambda p, q: -p / q,
    "jensen_shannon": lambda p, q: log(2 * q / (p + q)) / 2,
    "gaussian_nll": lambda y, m: m - y,
    "poisson_nll": lambda y, m: 1 - y / m,
    "poisson_nll_from_log_rate": lambda y, z: exp(z) - y,
    "poisson_deviance": lambda y, m: 2 * (1 - y / m),
    "gamma_deviance": lambda y, m: 2 * (m - y) / m**2,
    "tweedie_deviance": lambda y, m: 2 * (m - y) / m**1.5,
    "multi_margin": _multi_margin_slope,
    "cosine_distance": _cosine_slope,
    "dice": _dice_slope,
    "gan_discriminator": lambda y, z: _sigmoid(z) - y,
    "gan_generator": lambda y, z: -_sigmoid(z),
    "non_saturating_gan_generator": lambda y, z: -_sigmoid(-z),
    "tversky": _dice_slope,
    "least_squares_gan": lambda y, z: z - y,
    "wasserstein_critic": lambda y, z: -y,
    "symmetric_crossentropy": lambda y, p: -_hot(y, p) * (0.1 / p + 4),
    "generalised_crossentropy": lambda y, p: -_hot(y, p) * p ** (0.7 - 1),
    "contrastive": lambda y, d: 2 * y * d - 2 * (1 - y) * maximum(0, 1 - d),
    "triplet": lambda p, d: where(p - d + 1 > 0, -1.0, 0.0),
    "info_nce": lambda y, z: (_softmax(z / 0.1) - _hot(y, z)) / 0.1,
    "gaussian_kl": lambda m, s: (exp(s) - 1) / 2,
    "margin_ranking": lambda y, d: where(y * d < 1, -y, 0),
    "bradley_terry": lambda y, d: -y * _sigmoid(-y * d),
    "dpo": lambda y, d: -0.1 * y * _sigmoid(-0.1 * y * d),
    "distillation": lambda t, z: 2 * (_softmax(z / 2) - _softmax(t / 2)),
}
