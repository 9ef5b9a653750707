"""Formulas as lines of text and as LaTeX."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import zip_longest
from textwrap import wrap
from typing import NamedTuple

from quiz_app.formulas.model import Equation, Formula, Remark, Step
from quiz_app.maths.expression.tree import Compare
from quiz_app.maths.layout import UNICODE, Glyphs, fit, latex, one_line

WIDTH = 78
_WHERE = "where "
_INDENT = "  "


class _Picture(NamedTuple):
    """Lines of text and the one among them that neighbours align with."""

    lines: tuple[str, ...]
    baseline: int


def draw(
    formula: Formula, width: int = WIDTH, glyphs: Glyphs = UNICODE, *, steps: bool = False
) -> tuple[str, ...]:
    """The formula in lines of at most ``width`` cells: equations, abbreviations, remarks.

    The ``steps`` that lead to it follow if they are wanted. ``width`` is at least 12.
    """
    pictures = [_picture(equation, width, glyphs) for equation in formula.equations]
    pictures += [_meaning(equation, width, glyphs) for equation in formula.where]
    remarks = [line for remark in formula.remarks for line in _sentence(remark, width, glyphs)]
    reasoning = [
        line
        for step in (formula.steps if steps else ())
        for line in _drawn_step(step, width, glyphs)
    ]
    return (*_stacked(pictures), *([""] if remarks else []), *remarks, *reasoning)


def as_latex(formula: Formula) -> str:
    """The formula for mathematics mode; it needs ``amsmath``."""
    rows = [f"{latex(equation.left)} &= {latex(equation.right)}" for equation in formula.equations]
    rows += [
        rf"\text{{{_WHERE}}} {latex(equation.left)} &= {latex(equation.right)}"
        for equation in formula.where
    ]
    rows += [f"& {_latex_sentence(remark)}" for remark in formula.remarks]
    for step in formula.steps:
        equation = step.equation
        rows.append(f"& {_latex_sentence(step.reason)}")
        rows.append(f"{latex(equation.left)} &= {latex(equation.right)}")
    return "\n".join((r"\begin{aligned}", " \\\\\n".join(rows), r"\end{aligned}"))


def _picture(equation: Equation, width: int, glyphs: Glyphs) -> _Picture:
    """The equation set as on paper; written in lines like a sentence where that is too wide."""
    tree = Compare("==", equation.left, equation.right)
    box = fit(tree, width, glyphs)
    if box.width <= width:
        return _Picture(tuple(line.rstrip() for line in box.lines), box.baseline)
    return _Picture(tuple(wrap(one_line(tree, glyphs), width)), 0)


def _meaning(equation: Equation, width: int, glyphs: Glyphs) -> _Picture:
    """The equation behind the word "where"."""
    lines, baseline = _picture(equation, width - len(_WHERE), glyphs)
    indents = (_WHERE if row == baseline else " " * len(_WHERE) for row in range(len(lines)))
    return _Picture(
        tuple((indent + line).rstrip() for indent, line in zip(indents, lines, strict=True)),
        baseline,
    )


def _drawn_step(step: Step, width: int, glyphs: Glyphs) -> Iterator[str]:
    """A blank line, the reason, and the equation beneath it."""
    yield ""
    yield from _sentence(step.reason, width, glyphs)
    for line in _picture(step.equation, width - len(_INDENT), glyphs).lines:
        yield (_INDENT + line).rstrip()


def _stacked(pictures: list[_Picture]) -> Iterator[str]:
    """The pictures with a blank line between any two of which one is tall."""
    for picture, following in zip_longest(pictures, pictures[1:]):
        yield from picture.lines
        if following and max(len(picture.lines), len(following.lines)) > 1:
            yield ""


def _sentence(remark: Remark, width: int, glyphs: Glyphs) -> list[str]:
    terms = (one_line(term, glyphs) for term in remark.terms)
    return wrap(remark.words.format(*terms), width)


def _latex_sentence(remark: Remark) -> str:
    words = (rf"\text{{{part}}}" if part else "" for part in remark.words.split("{}"))
    terms = map(latex, remark.terms)
    return " ".join(
        piece for pair in zip_longest(words, terms, fillvalue="") for piece in pair if piece
    )
