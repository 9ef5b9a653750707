"""What holds for every loss: its numbers, its text and its formulas say the same."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from math import isfinite, isinf
from pathlib import Path
from typing import TypeAlias, get_args

import mpmath
import numpy as np
import pytest
from numpy.random import Generator
from numpy.typing import NDArray

from quiz_app.formulas import Equation, Formula, FormulaCache
from quiz_app.formulas.notation import Notation
from quiz_app.losses import Domain, Loss, Mistake, Reduction, all_losses
from quiz_app.maths.algebra import Algebra
from quiz_app.maths.evaluate import evaluate, evaluate_exactly
from quiz_app.maths.expression import Call, Index, Name, Tree, names_in, parse, substitute

Numbers: TypeAlias = NDArray[np.float64]
Function: TypeAlias = Callable[..., object]

CLASSES = 4
SAMPLES = 10
SEEDS = range(3)
STEP = mpmath.mpf("1e-15")

every_loss = pytest.mark.parametrize("loss", all_losses(), ids=lambda loss: loss.name)
every_seed = pytest.mark.parametrize("seed", SEEDS)


@pytest.fixture(scope="module")
def formulas(cache_folder: Path) -> Iterator[FormulaCache]:
    """Derived by this version of the program, each formula once."""
    with Algebra() as algebra:
        yield FormulaCache(cache_folder / "formulas", algebra)


# Generic data, drawn from what a loss declares.


@dataclass(frozen=True)
class Data:
    y_true: Numbers
    y_pred: Numbers
    parameters: dict[str, float]


def generic(loss: Loss, seed: int) -> Data:
    chance = np.random.default_rng([seed, len(loss.name)])
    return Data(
        drawn(loss.y_true, SAMPLES, chance),
        drawn(loss.y_pred, SAMPLES, chance),
        {
            parameter.name: float(drawn(parameter.domain, 1, chance)[0])
            for parameter in loss.parameters
        },
    )


def drawn(domain: Domain, count: int, chance: Generator) -> Numbers:
    """Values inside a domain, away from its ends; rows of them where it has a rule for rows."""
    if domain == Domain.probabilities():
        powers = np.exp(chance.normal(size=(count, CLASSES)))
        return powers / powers.sum(axis=1, keepdims=True)
    if domain.row_rule is not None:
        entries = drawn(replace(domain, row_rule=None), count * CLASSES, chance)
        return entries.reshape(count, CLASSES)
    if domain.members:
        return chance.choice(np.array(domain.members, dtype=float), size=count)
    if domain.whole:
        return chance.permutation(np.arange(count) % CLASSES).astype(float)
    if isinf(domain.low) and isinf(domain.high):
        return chance.normal(scale=2, size=count)
    if isinf(domain.high):
        return domain.low + chance.gamma(3, size=count)
    return domain.low + (domain.high - domain.low) * chance.uniform(0.05, 0.95, size=count)


# The definition as text, in numbers of fifty digits.


def exact_loss(loss: Loss, target: object, prediction: object, data: Data) -> mpmath.mpf:
    tree = substitute(parse(loss.definition), {n: parse(t) for n, t in loss.where.items()})
    values = {"y_true": target, "y_pred": prediction, "K": CLASSES, **data.parameters}
    return evaluate_exactly(tree, values, digits=50)


def exact_slopes(loss: Loss, target: object, prediction: Numbers, data: Data) -> list[mpmath.mpf]:
    """Central differences in every entry of one sample's prediction."""
    slopes = []
    with mpmath.workdps(60):
        for place in np.ndindex(prediction.shape):
            ends = []
            for step in (STEP, -STEP):
                moved = np.vectorize(mpmath.mpf, otypes=[object])(prediction)
                moved[place] += step
                ends.append(exact_loss(loss, target, moved, data))
            slopes.append((ends[0] - ends[1]) / (2 * STEP))
    return slopes


@every_loss
@every_seed
def test_the_numbers_agree_with_the_text(loss: Loss, seed: int) -> None:
    data = generic(loss, seed)
    losses = loss.per_sample(data.y_true, data.y_pred, **data.parameters)
    for got, target, prediction in zip(losses, data.y_true, data.y_pred, strict=True):
        exact = exact_loss(loss, target, prediction, data)
        assert abs(got - exact) <= mpmath.mpf("1e-12") * abs(exact)


@every_loss
@every_seed
def test_the_gradient_agrees_with_differences_of_the_text(loss: Loss, seed: int) -> None:
    data = generic(loss, seed)
    gradient = loss.gradient(data.y_true, data.y_pred, **data.parameters)
    for row, target, prediction in zip(gradient, data.y_true, data.y_pred, strict=True):
        for got, exact in zip(
            np.ravel(row), exact_slopes(loss, target, prediction, data), strict=True
        ):
            assert abs(got - exact) <= mpmath.mpf("1e-12") * max(1, abs(exact))


# Derived formulas, in numbers.


def values_of_sample(
    loss: Loss, formula: Formula, target: float, prediction: Numbers, data: Data
) -> dict[str, object]:
    """What the symbols of a formula stand for at one sample."""
    notation = Notation.of(loss)
    values: dict[str, object] = {
        notation.target.name: target,
        notation.prediction.name: prediction,
        "K": CLASSES,
        **parameters_of(loss, data),
    }
    for equation in formula.where:
        assert isinstance(equation.left, Name)
        values[equation.left.name] = evaluate_exactly(equation.right, values)
    return values


def parameters_of(loss: Loss, data: Data) -> dict[str, float]:
    """The parameters under the symbols that formulas write."""
    symbols = Notation.of(loss).parameters
    return {symbols[name].name: value for name, value in data.parameters.items()}


def positions(loss: Loss) -> list[dict[str, int]]:
    return [{"k": k} for k in range(CLASSES)] if loss.classwise else [{}]


@every_loss
@every_seed
def test_the_derived_gradient_agrees_with_the_numbers(
    loss: Loss, seed: int, formulas: FormulaCache
) -> None:
    data = generic(loss, seed)
    formula = formulas.formula(loss, "gradient")
    gradient = loss.gradient(data.y_true, data.y_pred, **data.parameters)
    for row, target, prediction in zip(gradient, data.y_true, data.y_pred, strict=True):
        values = values_of_sample(loss, formula, target, prediction, data)
        for got, place in zip(np.ravel(row), positions(loss), strict=True):
            exact = evaluate_exactly(formula.equations[0].right, values | place)
            assert abs(got - exact) <= mpmath.mpf("1e-12") * max(1, abs(exact))


@every_loss
@every_seed
def test_the_derived_hessian_agrees_with_differences_of_the_gradient(
    loss: Loss, seed: int, formulas: FormulaCache
) -> None:
    data = generic(loss, seed)
    gradient = formulas.formula(loss, "gradient")
    hessian = formulas.formula(loss, "hessian")

    def slope(target: float, moved: object, place: Mapping[str, int]) -> mpmath.mpf:
        values = values_of_sample(loss, gradient, target, moved, data)
        return evaluate_exactly(gradient.equations[0].right, values | place)

    target, prediction = data.y_true[0], np.asarray(data.y_pred[0])
    values = values_of_sample(loss, hessian, target, prediction, data)
    for place in positions(loss):
        for other in np.ndindex(prediction.shape):
            up, down = (np.vectorize(mpmath.mpf, otypes=[object])(prediction) for _ in "ud")
            with mpmath.workdps(60):
                up[other] += STEP
                down[other] -= STEP
                expected = (slope(target, up, place) - slope(target, down, place)) / (2 * STEP)
            both = {**place, "l": other[0]} if loss.classwise else place
            got = evaluate_exactly(hessian.equations[0].right, values | both)
            assert abs(got - expected) <= mpmath.mpf("1e-12") * max(1, abs(expected))


@every_loss
@every_seed
def test_no_constant_nearby_costs_less_than_the_minimiser(
    loss: Loss, seed: int, formulas: FormulaCache
) -> None:
    data = generic(loss, seed)
    formula = formulas.formula(loss, "minimiser")
    if formula.equations[0].left == Name(loss.short):  # no minimum is known, only the cost
        row = data.y_pred[0]
        known = {Notation.of(loss).target.name: data.y_true, "c": row, "n": SAMPLES, "K": CLASSES}
        got = evaluate(formula.equations[0].right, {**known, **parameters_of(loss, data)})
        everywhere = np.broadcast_to(row, data.y_pred.shape)
        assert got == pytest.approx(loss.cost(data.y_true, everywhere, **data.parameters))
        return
    if loss.row_is_data:  # of each row a constant of its own
        for row in data.y_true:
            mean = float(evaluate(formula.where[0].right, {"y": row, "K": CLASSES}))
            costs = [loss.cost(row, np.full(CLASSES, mean + step)) for step in (-1e-3, 0.0, 1e-3)]
            assert min(costs) == costs[1]
        return
    best = best_constant(loss, formula, data)
    chance = np.random.default_rng(seed)

    def cost(constant: Numbers) -> float:
        everywhere = np.broadcast_to(constant, (SAMPLES, *np.shape(constant)))
        return loss.cost(data.y_true, everywhere, **data.parameters)

    least = cost(best)
    assert isfinite(least)
    for distance in (1e-3, 1e-2, 1e-1, 1.0):
        for _ in range(10):
            neighbour = moved(best, loss.y_pred, distance, chance)
            assert cost(neighbour) >= least - 1e-14 * abs(least)


def moved(constant: Numbers, domain: Domain, distance: float, chance: Generator) -> Numbers:
    """A value of the domain about so far from another one."""
    away = constant + distance * chance.normal(size=np.shape(constant))
    if domain == Domain.probabilities():
        away = np.abs(away)
        return away / away.sum()
    return np.clip(away, domain.low, domain.high)


def best_constant(loss: Loss, formula: Formula, data: Data) -> Numbers:
    """The constant prediction, one number or a row, of which the formula speaks."""
    known, functions = vocabulary(loss, formula, data)
    (equation,) = formula.equations
    if name_of(equation.left) == "c":
        return np.asarray(entries(equation, known, functions))

    def total(constant: object, **place: int) -> float:
        return float(evaluate(equation.left, {**known, **place, "c": constant}, functions))

    if loss.classwise:
        return balanced_row(loss, data, lambda row, k: total(row, k=k))
    return np.asarray(root(total, *ends(loss, data)))


def vocabulary(
    loss: Loss, formula: Formula, data: Data
) -> tuple[dict[str, object], dict[str, Function]]:
    """The names and the functions that the formula is written with."""
    target = Notation.of(loss).target.name
    known: dict[str, object] = {
        target: data.y_true,
        "n": SAMPLES,
        "K": CLASSES,
        "a": 0.7,
        **parameters_of(loss, data),
    }
    functions: dict[str, Function] = {"median": median, "quantile": quantile}
    for equation in formula.where:
        if isinstance(equation.left, Call):
            functions[equation.left.function] = function_of(equation, known)
        else:
            known[name_of(equation.left)] = entries(equation, known, functions)
    return known, functions


@every_loss
def test_every_step_towards_the_minimiser_is_true(loss: Loss, formulas: FormulaCache) -> None:
    data = generic(loss, seed=0)
    formula = formulas.formula(loss, "minimiser")
    is_known = formula.steps and formula.equations[0].left != Name(loss.short)
    best = best_constant(loss, formula, data) if is_known else np.asarray(0.3)
    known, functions = vocabulary(loss, formula, data)
    known["c"] = best
    for place, label in enumerate(loss.y_true.members):
        known[f"q_{place}"] = np.mean(data.y_true == label)
    for step in formula.steps:
        name = name_of(step.equation.left)
        if name in {"lambda", "q"} and name not in names_in(step.equation.right):
            known[name] = evaluate(step.equation.right, known)
    if not isinstance(known.get("lambda"), float) and loss.y_pred == Domain.probabilities():
        return  # the multiplier has no value of its own
    functions[loss.short] = lambda constant: cost_everywhere(loss, data, constant)
    tied = loss.y_pred == Domain.probabilities()
    near = {**known, "c": best if tied else best + 0.01}
    for step in formula.steps:
        left, right = step.equation.left, step.equation.right
        match left:
            case Name(loss.short):
                expected, got = functions[loss.short](near["c"]), evaluate(right, near)
            case Call("derivative", (Name("ell"), _)):
                side = 1.0 if step.reason.terms[0].op == ">" else -1.0
                expected, got = loss.gradient(side, 0.0, **data.parameters), evaluate(right, near)
            case Call("derivative", (_, variable)):
                row = np.broadcast_to(near["c"], (SAMPLES, *np.shape(best)))
                expected = loss.gradient(data.y_true, row, **data.parameters).mean(axis=0)
                got = entries(Equation(variable, right), near, functions)
            case _ if step.equation in formula.equations:
                continue  # the constant was computed from it
            case _:
                k = {"k": 1}
                expected = evaluate(left, known | k, functions)
                got = evaluate(right, known | k, functions)
        assert got == pytest.approx(expected, rel=1e-9, abs=1e-9), step


def cost_everywhere(loss: Loss, data: Data, constant: Numbers) -> float:
    """The cost of predicting a constant for every sample."""
    everywhere = np.broadcast_to(constant, (SAMPLES, *np.shape(constant)))
    return loss.cost(data.y_true, everywhere, **data.parameters)


def median(values: Numbers, weights: Numbers | None = None) -> float:
    """A value with no more than half of the weight on either side."""
    if weights is None:
        return float(np.median(values))
    order = np.argsort(values)
    below = np.cumsum(weights[order])
    return float(values[order][np.searchsorted(below, below[-1] / 2)])


def quantile(values: Numbers, level: float) -> float:
    """The least value that is at least as great as a share ``level`` of them."""
    return float(np.quantile(values, level, method="inverted_cdf"))


def ends(loss: Loss, data: Data) -> tuple[float, float]:
    """Two constants between which the best one lies."""
    domain = loss.y_pred
    if not loss.y_true.members:
        return float(data.y_true.min()), float(data.y_true.max())
    if isinf(domain.low) and isinf(domain.high):
        return -40.0, 40.0
    margin = 1e-9 * (domain.high - domain.low)
    return domain.low + margin, domain.high - margin


def balanced_row(loss: Loss, data: Data, slope: Callable[[Numbers, int], float]) -> Numbers:
    """The row of entries that add up to one at which the slope is the same in all of them."""
    row = np.full(CLASSES, 1 / CLASSES)
    for _ in range(500):
        everywhere = np.broadcast_to(row, (SAMPLES, CLASSES))
        downhill = -loss.gradient(data.y_true, everywhere, **data.parameters).mean(axis=0)
        row = row * np.exp(downhill / max(1, np.abs(downhill).max()))
        row /= row.sum()
    assert np.ptp([slope(row, k) for k in range(CLASSES)]) < 1e-9
    return row


def name_of(tree: Tree) -> str | None:
    match tree:
        case Name(name) | Index(Name(name), _):
            return name
        case _:
            return None


def entries(
    equation: Equation, known: Mapping[str, object], functions: Mapping[str, Function]
) -> object:
    """The right side; for ``c[k] = …`` a list of them, one for every class k."""
    if isinstance(equation.left, Index):
        places = ({**known, "k": k} for k in range(CLASSES))
        return [evaluate(equation.right, values, functions) for values in places]
    return evaluate(equation.right, known, functions)


def function_of(equation: Equation, known: Mapping[str, object]) -> Function:
    """``psi(r) = …`` as a function."""
    (argument,) = equation.left.arguments
    return lambda value: evaluate(equation.right, {**known, argument.name: value})


def root(function: Callable[[float], float], low: float, high: float) -> float:
    """Where a monotonic function crosses zero, by halving."""
    if function(low) == 0:
        return low
    assert function(low) * function(high) < 0
    for _ in range(60):
        middle = (low + high) / 2
        if (function(middle) > 0) == (function(low) > 0):
            low = middle
        else:
            high = middle
    return low


@every_loss
@every_seed
def test_the_cost_is_written_over_the_samples_as_it_is_computed(
    loss: Loss, seed: int, formulas: FormulaCache
) -> None:
    data = generic(loss, seed)
    formula = formulas.formula(loss, "definition")
    of_loss, of_cost = formula.equations[0], formula.equations[-1]
    notation = Notation.of(loss)
    if loss.row_is_data:  # the loss of a row is its cost
        row = {"y": data.y_true[0], notation.prediction.name: data.y_pred[0], "K": CLASSES}
        (inside,) = formula.where
        row[name_of(inside.left)] = evaluate(inside.right, row)
        cost = loss.cost(data.y_true[0], data.y_pred[0])
        assert evaluate(of_cost.right, row) == pytest.approx(cost, rel=1e-13)
        return
    known: dict[str, object] = {
        notation.target.name: data.y_true,
        notation.prediction.name: data.y_pred,
        "n": SAMPLES,
        "K": CLASSES,
        **parameters_of(loss, data),
    }
    listed = {name.name for name in notation.listed}
    known |= {name: np.full(SAMPLES, known[name]) for name in listed}
    for equation in formula.where:
        known[name_of(equation.left)] = over_samples(loss, equation, known)
    functions: dict[str, Function] = {}
    if isinstance(of_loss.left, Call):
        functions[of_loss.left.function] = function_of(of_loss, known)
    got = evaluate(of_cost.right, known, functions)
    assert got == pytest.approx(loss.cost(data.y_true, data.y_pred, **data.parameters), rel=1e-13)


def over_samples(loss: Loss, equation: Equation, known: Mapping[str, object]) -> object:
    """What an abbreviation stands for in each sample; of rows it is computed one by one."""
    if not loss.classwise:
        return evaluate(equation.right, known)
    notation = Notation.of(loss)
    arrays = (notation.target.name, notation.prediction.name)
    samples = (
        {**known, **{array: known[array][sample] for array in arrays}} for sample in range(SAMPLES)
    )
    return np.array([evaluate(equation.right, values) for values in samples])


# Mistakes.


@every_loss
def test_every_mistake_can_be_made_and_mostly_differs_from_the_truth(loss: Loss) -> None:
    for mistake in loss.mistakes:
        differs = [
            abs(wrong - right) > 1e-6 * abs(right)
            for wrong, right in wrong_and_right(loss, mistake)
        ]
        assert sum(differs) > 0.8 * len(differs), mistake.name


def wrong_and_right(loss: Loss, mistake: Mistake) -> Iterator[tuple[float, float]]:
    """Costs of generic data; of single samples if the mistake needs data of a special kind."""
    drawn_data = [generic(loss, seed) for seed in range(20)]
    together = [costs for data in drawn_data for costs in outcomes(loss, mistake, data)]
    if not together:
        samples = (sample for data in drawn_data for sample in one_by_one(data))
        together = [costs for sample in samples for costs in outcomes(loss, mistake, sample)]
    yield from together


def one_by_one(data: Data) -> Iterator[Data]:
    for place in range(SAMPLES):
        here = slice(place, place + 1)
        yield Data(data.y_true[here], data.y_pred[here], data.parameters)


def outcomes(loss: Loss, mistake: Mistake, data: Data) -> Iterator[tuple[float, float]]:
    """Wrong and right cost under both reductions and in every coding of the labels.

    Where nothing costs anything, hardly any mistake can show.
    """
    for targets in codings(loss, data.y_true):
        arrays = (targets, data.y_pred)
        for reduction in get_args(Reduction):
            chosen = {"reduction": reduction, **data.parameters}
            wrong = loss.mistaken_cost(mistake, *arrays, **chosen)
            right = loss.cost(*arrays, **chosen)
            if isfinite(wrong) and right != 0:
                yield wrong, right


def codings(loss: Loss, targets: Numbers) -> Iterator[Numbers]:
    yield targets
    if loss.y_true.alternative:
        low, high = loss.y_true.alternative
        yield np.where(targets == max(loss.y_true.members), high, low)
