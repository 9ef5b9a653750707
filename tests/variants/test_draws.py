"""What is drawn keeps to its range, step, size and kind."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quiz_app.bank.model import (
    Computed,
    Draw,
    Fixed,
    Item,
    Labels,
    Numbers,
    OneHot,
    Pick,
    Probabilities,
    Source,
    Uniform,
)
from quiz_app.variants.draws import Chance, drawn_values, plain_decimal

SEEDS = st.integers(0, 10**6)
SHAPES = st.sampled_from([(), (1,), (4,), (2, 3)])
# Class counts and steps of which at least so many classes fit into one.
CLASSES_AND_STEPS = st.sampled_from(
    [(2, "0.5"), (2, "0.05"), (3, "0.1"), (5, "0.2"), (20, "0.05"), (4, "0.001"), (3, "1e-6")]
)


def drawn(draw: Draw, seed: int, name: str = "x") -> Numbers:
    item = Item(id="i", topic="t", source=Source("t.yaml", 1, 1), given=((name, draw),))
    return drawn_values(item, seed, trial=0)[name]


def shape_of(numbers: Numbers) -> tuple[int, ...]:
    if isinstance(numbers, str):
        return ()
    (inner,) = {shape_of(part) for part in numbers}
    return (len(numbers), *inner)


def entries(numbers: Numbers) -> Iterator[str]:
    if isinstance(numbers, str):
        yield numbers
    else:
        for part in numbers:
            yield from entries(part)


def rows(numbers: Numbers) -> list[tuple[str, ...]]:
    """The rows of a matrix; a vector is one row."""
    assert isinstance(numbers, tuple)
    return [tuple(entries(row)) for row in (numbers if shape_of(numbers)[1:] else (numbers,))]


@settings(deadline=None)
@given(
    SEEDS, SHAPES, st.integers(-50, 50), st.integers(1, 40), st.sampled_from(["0.1", "0.5", "1"])
)
def test_a_uniform_value_is_a_whole_number_of_steps_inside_the_bounds(
    seed: int, shape: tuple[int, ...], low: int, steps: int, step: str
) -> None:
    high = low + steps * Decimal(step)
    values = drawn(Uniform(str(low), str(high), step, shape), seed)
    assert shape_of(values) == shape
    for text in entries(values):
        assert low <= Decimal(text) <= high
        assert (Decimal(text) - low) % Decimal(step) == 0


def test_a_uniform_value_reaches_both_bounds_and_every_step_between() -> None:
    values = {drawn(Uniform("-1", "1", "0.5"), seed) for seed in range(200)}
    assert values == {"-1", "-0.5", "0", "0.5", "1"}


@settings(deadline=None)
@given(SEEDS, SHAPES)
def test_a_choice_picks_the_written_values_as_they_are_written(
    seed: int, shape: tuple[int, ...]
) -> None:
    values = drawn(Pick(("0.10", "2e-3", "-7"), shape), seed)
    assert shape_of(values) == shape
    assert set(entries(values)) <= {"0.10", "2e-3", "-7"}


def test_every_value_of_a_choice_is_picked_now_and_then() -> None:
    assert {drawn(Pick(("1", "2", "3")), seed) for seed in range(100)} == {"1", "2", "3"}


@settings(deadline=None)
@given(SEEDS, CLASSES_AND_STEPS, st.sampled_from([None, 1, 3]))
def test_probabilities_are_positive_multiples_that_add_up_to_exactly_one(
    seed: int, classes_and_step: tuple[int, str], count: int | None
) -> None:
    classes, step = classes_and_step
    values = drawn(Probabilities(classes, step, count), seed)
    assert shape_of(values) == ((classes,) if count is None else (count, classes))
    for row in rows(values):
        assert sum(map(Decimal, row)) == 1
        assert all(Decimal(p) > 0 and Decimal(p) % Decimal(step) == 0 for p in row)


@settings(deadline=None)
@given(SEEDS, st.integers(2, 6), st.sampled_from([None, 1, 4]))
def test_a_one_hot_row_holds_a_single_one(seed: int, classes: int, count: int | None) -> None:
    values = drawn(OneHot(classes, count), seed)
    assert shape_of(values) == ((classes,) if count is None else (count, classes))
    for row in rows(values):
        assert sorted(row) == ["0"] * (classes - 1) + ["1"]


@settings(deadline=None)
@given(SEEDS, st.integers(2, 6), SHAPES)
def test_a_label_is_the_number_of_a_class_from_zero(
    seed: int, classes: int, shape: tuple[int, ...]
) -> None:
    values = drawn(Labels(classes, shape), seed)
    assert shape_of(values) == shape
    assert set(entries(values)) <= set(map(str, range(classes)))


@settings(deadline=None)
@given(SEEDS)
def test_a_fixed_value_is_as_it_was_written(seed: int) -> None:
    assert drawn(Fixed((("1", "0.50"), ("2e-3", "-4"))), seed) == (("1", "0.50"), ("2e-3", "-4"))


def test_a_computed_value_is_not_drawn() -> None:
    item = Item(
        id="i",
        topic="t",
        source=Source("t.yaml", 1, 1),
        given=(("x", Fixed("1")), ("y", Computed("x + 1"))),
    )
    assert drawn_values(item, seed=0, trial=0) == {"x": "1"}


def test_another_trial_and_another_question_draw_otherwise() -> None:
    wide = (("x", Uniform("0", "1", "0.000001")),)
    first, second = (
        Item(id=key, topic="t", source=Source("t.yaml", 1, 1), given=wide) for key in "ab"
    )
    values = [
        drawn_values(item, seed, trial)["x"]
        for item in (first, second)
        for seed in (0, 1)
        for trial in (0, 1)
    ]
    assert len(set(values)) == len(values)


@settings(deadline=None)
@given(st.text(), st.lists(st.integers(), max_size=8))
def test_shuffling_keeps_every_thing_once(key: str, things: list[int]) -> None:
    assert sorted(Chance(key).shuffled(tuple(things))) == sorted(things)


@pytest.mark.parametrize(
    ("number", "text"),
    [("1.50", "1.5"), ("-0.0", "0"), ("0E+3", "0"), ("1E+3", "1000"), ("-2.5E-7", "-0.00000025")],
)
def test_a_decimal_is_written_without_exponent_and_idle_zeros(number: str, text: str) -> None:
    assert plain_decimal(Decimal(number)) == text
