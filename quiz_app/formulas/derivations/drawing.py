"""A derivation as lines of text, whole or up to a step, and as LaTeX."""

from __future__ import annotations

from collections.abc import Iterator
from textwrap import wrap

from quiz_app.formulas.derivations.model import Derivation
from quiz_app.maths.expression.tree import Tree
from quiz_app.maths.layout import UNICODE, Glyphs, fit, latex, one_line

WIDTH = 78
_INDENT = "   "
_SPECIAL = {ord(sign): f"\\{sign}" for sign in "&%$#_{}"}


def draw_derivation(
    derivation: Derivation,
    steps: int | None = None,
    width: int = WIDTH,
    glyphs: Glyphs = UNICODE,
) -> tuple[str, ...]:
    """The start, then each step as its rule, the reason and the expression; then the remark.

    Without ``steps`` all of them, else so many, and the remark only with the last. No line is
    wider than ``width`` cells, which is at least 30.
    """
    count = len(derivation.steps) if steps is None else steps
    start, *lines = derivation.lines
    drawn = list(_formula(start, width, glyphs))
    shown = zip(derivation.steps[:count], lines, strict=False)
    for number, (step, line) in enumerate(shown, start=1):
        drawn += ["", *_indented(wrap(step.rule, width - len(_INDENT)), f"{number}. ")]
        drawn += [*_indented(wrap(step.why, width - len(_INDENT))), ""]
        drawn += _formula(line, width, glyphs)
    if derivation.remark and count == len(derivation.steps):
        drawn += ["", *wrap(derivation.remark, width)]
    return tuple(drawn)


def derivation_as_latex(derivation: Derivation) -> str:
    """All steps for mathematics mode, each below its rule; it needs ``amsmath``."""
    start, *lines = (latex(line) for line in derivation.lines)
    rows = [f"& {start}"]
    for number, (step, line) in enumerate(zip(derivation.steps, lines, strict=True), start=1):
        rows += [rf"& \text{{{number}. {step.rule.translate(_SPECIAL)}}}", f"& {line}"]
    return "\n".join((r"\begin{aligned}", " \\\\\n".join(rows), r"\end{aligned}"))


def _formula(tree: Tree, width: int, glyphs: Glyphs) -> Iterator[str]:
    """Set as on paper; in lines like a sentence where that is too wide."""
    room = width - len(_INDENT)
    box = fit(tree, room, glyphs)
    return _indented(
        [line.rstrip() for line in box.lines]
        if box.width <= room
        else wrap(one_line(tree, glyphs), room)
    )


def _indented(lines: list[str], first: str = _INDENT) -> Iterator[str]:
    for place, line in enumerate(lines):
        yield f"{first if place == 0 else _INDENT}{line}".rstrip()
