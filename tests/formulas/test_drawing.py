"""Formulas as pictures of text and as LaTeX."""

from __future__ import annotations

from pathlib import Path

import pytest

from quiz_app.formulas import Formula, FormulaCache, as_latex, derive, draw
from quiz_app.formulas.model import KINDS
from quiz_app.losses import Loss, all_losses, get
from quiz_app.maths.algebra import Algebra
from quiz_app.maths.layout import ASCII, UNICODE, Glyphs, cell_width

HUBER = """\
       ⎧ ½ r²            if |r| ≤ δ
ℓ(r) = ⎨
       ⎩ δ (|r| − ½ δ)   otherwise

         1   n
Huber = ╶─╴  Σ  ℓ(rᵢ)
         n  i=1

where r = y − ŷ"""

SUBGRADIENT = """\
 ∂ℓ
╶──╴ = −y 1[y z < 1]
 ∂z

at y z = 1 every slope between 0 and −y is a subgradient"""

LOGIT_OF_THE_MEAN = """\
           ȳ
c = log ╶─────╴
         1 − ȳ

           1   n
where ȳ = ╶─╴  Σ  yᵢ
           n  i=1

c is the constant whose prediction costs least
if every yᵢ is 0, no constant costs least: as c falls for ever, the cost falls
towards 0
if every yᵢ is 1, no constant costs least: as c rises for ever, the cost falls
towards 0"""

STEPS_TO_THE_MEAN = """
the cost of predicting c for every sample is
         1   n
  MSE = ╶─╴  Σ  (yᵢ − c)²
         n  i=1

and its slope in c, which is zero where it is least,
   ∂MSE     1   n
  ╶────╴ = ╶─╴  Σ  2 (c − yᵢ)
    ∂c      n  i=1

this is a line in y, so that only the mean of that counts:
  2 (c − ȳ) = 0

and solved for c:
  c = ȳ"""


@pytest.fixture(scope="module")
def formulas(cache_folder: Path, algebra: Algebra) -> FormulaCache:
    return FormulaCache(cache_folder / "formulas", algebra)


def picture(formula: Formula, width: int = 78, glyphs: Glyphs = UNICODE) -> str:
    return "\n".join(draw(formula, width, glyphs))


@pytest.mark.parametrize(
    ("name", "kind", "expected"),
    [
        ("huber", "definition", HUBER),
        ("hinge", "gradient", SUBGRADIENT),
        ("bce_with_logits", "minimiser", LOGIT_OF_THE_MEAN),
    ],
)
def test_pictures(name: str, kind: str, expected: str, algebra: Algebra) -> None:
    assert picture(derive(get(name), kind, algebra)) == expected


def test_the_steps_follow_a_formula_if_they_are_wanted(algebra: Algebra) -> None:
    formula = derive(get("mse"), "minimiser", algebra)
    result = "\n".join(draw(formula))
    assert "\n".join(draw(formula, steps=True)) == f"{result}\n{STEPS_TO_THE_MEAN}"


@pytest.mark.parametrize("loss", all_losses(), ids=lambda loss: loss.name)
@pytest.mark.parametrize("glyphs", [UNICODE, ASCII], ids=["unicode", "ascii"])
def test_nothing_is_wider_than_the_width(
    loss: Loss, glyphs: Glyphs, formulas: FormulaCache
) -> None:
    for kind in KINDS:
        formula = formulas.formula(loss, kind)
        for width in (24, 36, 78):
            for line in draw(formula, width, glyphs, steps=True):
                assert cell_width(line) <= width
                assert glyphs is UNICODE or line.isascii()


def test_what_cannot_be_broken_is_written_in_lines(algebra: Algebra) -> None:
    assert picture(derive(get("huber"), "minimiser", algebra), 36, ASCII).splitlines()[4:6] == [
        "where psi(r) = r if |r| <= delta,",
        "      otherwise delta sign(r)",
    ]


def test_latex_is_one_aligned_block(algebra: Algebra) -> None:
    remark = r"\text{at } y z = 1 \text{ every slope between } 0 \text{ and } -y"
    assert as_latex(derive(get("hinge"), "gradient", algebra)).splitlines() == [
        r"\begin{aligned}",
        r"\frac{\partial \ell}{\partial z} &= -y \mathbf{1}[y z < 1] \\",
        rf"& {remark} \text{{ is a subgradient}}",
        r"\end{aligned}",
    ]


@pytest.mark.parametrize("loss", all_losses(), ids=lambda loss: loss.name)
def test_latex_is_balanced(loss: Loss, algebra: Algebra) -> None:
    for kind in KINDS:
        source = as_latex(derive(loss, kind, algebra))
        assert source.count("{") == source.count("}")
        assert source.count(r"\begin{") == source.count(r"\end{")
        assert "{}" not in source
