"""Speed and memory of every loss on a million numbers, beside NumPy, scikit-learn and PyTorch.

The rivals are the formula as typed into NumPy, which checks nothing, the metric of scikit-learn
and the function of PyTorch on one thread, where they are installed. All take their turns side by
side and the best of several rounds counts, in nanoseconds per number. Memory is the peak beyond
the result, in arrays of the size of ``y_pred``. Classwise losses get rows of ten. Run it as

    OMP_NUM_THREADS=1 python tests/benchmarks/losses.py [ROUNDS [LOSS ...]]
"""

from __future__ import annotations

import sys
import time
import tracemalloc

import numpy as np
from plain_formulas import SLOPES, VALUES

from quiz_app.losses import Domain, all_losses, get

try:
    import torch
    from torch.nn import functional
except ImportError:
    torch = None
try:
    from sklearn import metrics
except ImportError:
    metrics = None

_NUMBERS, _CLASSES = 1_000_000, 10
_TORCH = {
    "mean_squared_error": "mse_loss",
    "mean_absolute_error": "l1_loss",
    "huber": "huber_loss",
    "smooth_l1": "smooth_l1_loss",
    "binary_crossentropy": "binary_cross_entropy",
    "binary_crossentropy_from_logits": "binary_cross_entropy_with_logits",
    "logistic": "soft_margin_loss",
    "poisson_nll_from_log_rate": "poisson_nll_loss",
    "categorical_crossentropy_from_logits": "cross_entropy",
    "sparse_categorical_crossentropy_from_logits": "cross_entropy",
}
_SKLEARN = {
    "mean_squared_error": "mean_squared_error",
    "mean_absolute_error": "mean_absolute_error",
    "pinball": "mean_pinball_loss",
    "mean_absolute_percentage_error": "mean_absolute_percentage_error",
    "mean_squared_logarithmic_error": "mean_squared_log_error",
    "zero_one": "zero_one_loss",
    "binary_crossentropy": "log_loss",
    "brier": "brier_score_loss",
    "hinge": "hinge_loss",
    "poisson_deviance": "mean_poisson_deviance",
    "gamma_deviance": "mean_gamma_deviance",
}


def drawn(domain, chance, shape):
    """Numbers of the domain, the same share on either side of most kinks."""
    if domain == Domain.probabilities():
        return chance.dirichlet(np.ones(shape[-1]), size=shape[0])
    if domain.members:
        return chance.choice(domain.members, size=shape).astype(float)
    if domain.whole:
        return chance.integers(0, min(domain.high, _CLASSES), size=shape).astype(float)
    if np.isfinite(domain.low) and np.isfinite(domain.high):
        return chance.uniform(domain.low, domain.high, size=shape)
    low = domain.low if np.isfinite(domain.low) else -np.inf
    return chance.normal(size=shape) if low == -np.inf else low + chance.gamma(2.0, size=shape)


def samples(loss):
    """``y_true`` and ``y_pred`` of a million numbers."""
    chance = np.random.default_rng(0)
    shape = (_NUMBERS // _CLASSES, _CLASSES) if loss.classwise else (_NUMBERS,)
    labelled = loss.classwise and loss.y_true.whole
    y_true = drawn(loss.y_true, chance, shape[:1] if labelled else shape)
    if loss.task == "binary":
        y_true = np.round(y_true)
    return y_true, drawn(loss.y_pred, chance, shape)


def of_torch(loss, y_true, y_pred, what):
    """The function of PyTorch for one of the three columns, ready to be called."""
    function = getattr(functional, _TORCH[loss.name])
    labels = loss.classwise and loss.y_true.whole
    target = torch.from_numpy(y_true.astype(np.int64) if labels else y_true)
    prediction = torch.from_numpy(y_pred)
    if what != "gradient":
        reduction = {"per_sample": "none", "cost": "mean"}[what]
        return lambda: function(prediction, target, reduction=reduction)

    def gradient():
        leaf = prediction.detach().requires_grad_()
        function(leaf, target, reduction="sum").backward()
        return leaf.grad

    return gradient


def contenders(loss, y_true, y_pred, what):
    """Ours and its rivals, by name, for ``per_sample``, ``cost`` or ``gradient``."""
    found = {"ours": lambda: getattr(loss, what)(y_true, y_pred)}
    plain = (SLOPES if what == "gradient" else VALUES).get(loss.name)
    if plain and what == "cost":
        found["numpy"] = lambda: np.mean(plain(y_true, y_pred))
    elif plain:
        found["numpy"] = lambda: plain(y_true, y_pred)
    if torch and loss.name in _TORCH:
        found["torch"] = of_torch(loss, y_true, y_pred, what)
    if metrics and what == "cost" and loss.name in _SKLEARN:
        metric = getattr(metrics, _SKLEARN[loss.name])
        shown = np.where(y_pred > 0, 1.0, -1.0) if loss.name == "zero_one" else y_pred
        found["sklearn"] = lambda: metric(y_true, shown)
    return found


def nanoseconds(functions, rounds):
    """The best time of each, in turns, per number."""
    best = dict.fromkeys(functions, np.inf)
    for _ in range(rounds):
        for name, function in functions.items():
            start = time.perf_counter()
            function()
            best[name] = min(best[name], time.perf_counter() - start)
    return {name: seconds / _NUMBERS * 1e9 for name, seconds in best.items()}


def extra_arrays(function, size):
    """Peak memory beyond the result, in arrays of ``size`` bytes."""
    tracemalloc.start()
    result = function()
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    return (peak - getattr(result, "nbytes", 0)) / size


def main():
    """Print a line for each loss and call, and at the end those that miss a target."""
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else 7
    chosen = [get(name) for name in sys.argv[2:]] or all_losses()
    if torch:
        torch.set_num_threads(1)
    missed = []
    head = ("ours", "numpy", "torch", "sklearn")
    print(f"{'':<58}" + "".join(f"{name:>9}" for name in head) + "   ratio  extra")
    for loss in chosen:
        y_true, y_pred = samples(loss)
        for what in ("per_sample", "cost", "gradient"):
            functions = contenders(loss, y_true, y_pred, what)
            took = nanoseconds(functions, rounds)
            rivals = [took[name] for name in took if name != "ours"]
            ratio = took["ours"] / min(rivals) if rivals else np.nan
            extra = extra_arrays(functions["ours"], y_pred.nbytes)
            cells = "".join(f"{took[name]:9.2f}" if name in took else f"{'–':>9}" for name in head)
            call = f"{loss.name}.{what}"
            print(f"{call:<58}{cells}{ratio:8.2f}{extra:7.2f}", flush=True)
            if ratio > 2 or extra > 1:
                missed.append(call)
    print(f"above twice the fastest, or one array: {', '.join(missed) or 'none'}")


if __name__ == "__main__":
    main()
