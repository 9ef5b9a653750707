"""Every step of every derivation is right, and a wrong one is found out."""

from __future__ import annotations

import msgspec
import pytest

from quiz_app.errors import QuizError
from quiz_app.formulas.derivations import (
    Derivation,
    Step,
    Variable,
    all_derivations,
    derivation,
    derivations_of,
    draw_derivation,
)
from quiz_app.formulas.derivations.check import is_proven, wrong_steps
from quiz_app.losses import is_loss
from quiz_app.maths.algebra import Algebra
from quiz_app.maths.layout import ASCII, UNICODE, Glyphs, cell_width

ALL = pytest.mark.parametrize("each", all_derivations(), ids=lambda each: each.key)


def one_step(start: str, step: Step) -> Derivation:
    return Derivation(
        key="one",
        title="One step",
        left="ell",
        start=start,
        variables=(
            Variable("x", low=0.1),
            Variable("z", size=3),
            Variable("k", choices=(0, 1, 2)),
            Variable("K", choices=(3,)),
        ),
        steps=(step,),
    )


def step(expression: str, **options: str) -> Step:
    return msgspec.convert(
        {"expression": expression, "rule": "A rule", "why": "So it is.", **options}, Step
    )


@ALL
def test_every_step_follows_from_the_one_before(each: Derivation) -> None:
    assert wrong_steps(each) == ()


@ALL
def test_spoiling_any_step_is_noticed(each: Derivation) -> None:
    for place, right in enumerate(each.steps):
        slip = {"==": "+ 1/1000000", "<=": "- 20", ">=": "+ 20"}[right.link]
        wrong = msgspec.structs.replace(right, expression=f"({right.expression}) {slip}")
        steps = (*each.steps[:place], wrong, *each.steps[place + 1 :])
        assert wrong in wrong_steps(msgspec.structs.replace(each, steps=steps))


@pytest.mark.parametrize(
    ("start", "right", "wrong"),
    [
        ("log(x^2)", step("2*log(x)"), step("log(x)^2")),
        ("x^3", step("3*x^2", by="x"), step("3*x^3", by="x")),
        ("sum(z^2)", step("2*z[k]", by="z[k]"), step("z[k]", by="z[k]")),
        ("x", step("-log(x)", turned="-log(previous)"), step("log(x)", turned="-log(previous)")),
        ("sigmoid(x)", step("1", link="<="), step("1", link=">=")),
        ("-(1 - x)", step("x - 1"), step("1 - x")),
    ],
)
def test_a_right_step_is_told_from_a_wrong_one(start: str, right: Step, wrong: Step) -> None:
    assert wrong_steps(one_step(start, right)) == ()
    assert wrong_steps(one_step(start, wrong)) == (wrong,)


def test_the_algebra_proves_what_is_right_and_nothing_else(algebra: Algebra) -> None:
    for start, right, wrong in (
        ("log(x^2)", step("2*log(x)"), step("log(x)^2")),
        ("x^3", step("3*x^2", by="x"), step("3*x^3", by="x")),
    ):
        assert is_proven(one_step(start, right), right, algebra)
        assert not is_proven(one_step(start, wrong), wrong, algebra)


@pytest.mark.parametrize(
    "key",
    [
        "mse.linear",
        "bce.sigmoid",
        "log-cosh.tanh",
        "mse.gaussian",
        "mae.laplace",
        "gan.best-discriminator",
    ],
)
def test_the_algebra_proves_every_step_of_the_smooth_ones(key: str, algebra: Algebra) -> None:
    each = derivation(key)
    assert all(is_proven(each, step, algebra) for step in each.steps)


def test_a_step_belongs_to_its_derivation(algebra: Algebra) -> None:
    with pytest.raises(ValueError, match="not one of the derivation"):
        is_proven(derivation("mse.linear"), step("1"), algebra)


@ALL
def test_every_rule_is_named_every_reason_a_sentence_and_every_loss_known(each: Derivation) -> None:
    assert each.steps
    assert all(map(is_loss, each.losses))
    for each_step in each.steps:
        assert each_step.rule
        assert each_step.why.endswith(".")
    assert not each.remark or each.remark.endswith(".")


@ALL
@pytest.mark.parametrize("width", [36, 78])
@pytest.mark.parametrize("glyphs", [UNICODE, ASCII], ids=["unicode", "ascii"])
def test_a_drawing_keeps_to_its_width(each: Derivation, width: int, glyphs: Glyphs) -> None:
    lines = draw_derivation(each, width=width, glyphs=glyphs)
    assert max(map(cell_width, lines)) <= width
    assert glyphs is UNICODE or all(line.isascii() for line in lines)


def test_a_drawing_up_to_a_step_is_the_beginning_of_the_whole() -> None:
    each = derivation("bce.sigmoid")
    whole = draw_derivation(each)
    for count in range(len(each.steps)):
        part = draw_derivation(each, count)
        assert part == whole[: len(part)]
        assert len(part) < len(whole)
    assert any("σ(z) − y" in line for line in whole)


def test_derivations_are_found_by_key_and_by_loss() -> None:
    assert derivation("MSE.Linear").key == "mse.linear"
    assert [each.key for each in derivations_of("hinge")] == ["hinge.subgradient"]
    assert len({each.key for each in all_derivations()}) == len(all_derivations()) >= 11
    with pytest.raises(QuizError, match="There is no derivation"):
        derivation("nothing")
