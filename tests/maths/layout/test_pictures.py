"""The formulas of ``pictures.txt``, line by line as they are to be seen."""

from __future__ import annotations

from functools import reduce
from pathlib import Path

import pytest

from quiz_app.maths.expression import Compare, Tree, parse
from quiz_app.maths.layout import ASCII, UNICODE, Box, Glyphs, equation, latex, layout, one_line

GLYPHS = {"unicode": UNICODE, "ascii": ASCII}


def read_pictures() -> dict[str, dict[str, str]]:
    """For each formula its source and its pictures, by the words of their headings."""
    text = Path(__file__).with_name("pictures.txt").read_text(encoding="utf-8")
    pictures = {}
    for block in text.removeprefix("=== ").split("\n=== "):
        name, _, rest = block.partition("\n")
        source, *parts = rest.rstrip("\n").split("\n--- ")
        pictures[name] = {"source": source} | dict(part.split("\n", 1) for part in parts)
    return pictures


PICTURES = read_pictures()


def tree_of(source: str) -> Tree:
    sides = [parse(side) for side in source.split(" == ")]
    return reduce(lambda left, right: Compare("==", left, right), sides)


def seen(box: Box) -> str:
    return "\n".join(line.rstrip() for line in box.lines)


@pytest.mark.parametrize("style", GLYPHS)
@pytest.mark.parametrize("name", PICTURES)
def test_a_formula_is_set_as_on_paper(name: str, style: str) -> None:
    box = layout(tree_of(PICTURES[name]["source"]), GLYPHS[style])
    assert seen(box) == PICTURES[name][style]


@pytest.mark.parametrize("name", PICTURES)
def test_a_formula_is_written_in_one_line(name: str) -> None:
    tree = tree_of(PICTURES[name]["source"])
    assert one_line(tree) == PICTURES[name]["one line"]
    assert one_line(tree, ASCII) == PICTURES[name]["one line, ascii"]


@pytest.mark.parametrize("name", PICTURES)
def test_a_formula_has_its_latex(name: str) -> None:
    assert latex(tree_of(PICTURES[name]["source"])) == PICTURES[name]["latex"]


@pytest.mark.parametrize("glyphs", [UNICODE, ASCII])
def test_an_equation_is_its_two_sides_on_one_baseline(glyphs: Glyphs) -> None:
    left, right = parse("derivative(ell, p)"), parse("(p - y)/(p*(1 - p))")
    box = equation(left, right, glyphs)
    assert box == layout(Compare("==", left, right), glyphs)
    assert " = " in box.lines[box.baseline]
