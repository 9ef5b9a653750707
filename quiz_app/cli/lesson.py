"""The command that teaches: lesson."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Iterator

from quiz_app import losses, paths
from quiz_app.bank.bank import Bank
from quiz_app.bank.model import FormulaReference
from quiz_app.cli import places, streams
from quiz_app.cli.misuse import named_on_the_command_line
from quiz_app.formulas import FormulaCache, draw
from quiz_app.formulas.derivations import derivation, draw_derivation
from quiz_app.lessons import Lesson, drawn, lesson_of, taught_topics
from quiz_app.lessons.live import figure
from quiz_app.lessons.model import (
    Block,
    DerivationBlock,
    FormulaBlock,
    Heading,
    PlotBlock,
)
from quiz_app.maths.algebra import Algebra
from quiz_app.maths.layout import ASCII, UNICODE, cell_width
from quiz_app.maths.plot import GlyphSet

_WIDTH = 78
_PLOT_HEIGHT = 18
_UNDERLINES = {1: "=", 2: "-", 3: "~"}


def lesson(options: Namespace) -> int:
    """Print the lesson of a topic; without one, the topics that have a lesson."""
    bank = places.bank(options)
    if options.topic is None:
        _print_topics(bank)
        return 0
    with named_on_the_command_line():
        found = lesson_of(options.topic, bank)
    with Algebra() as algebra:
        for line in _lines(found, algebra):
            print(line.rstrip())
    return 0


def _print_topics(bank: Bank) -> None:
    topics = taught_topics(bank)
    width = max((len(topic.key) for topic in topics), default=0)
    for topic in topics:
        print(f"{topic.key:<{width}}  {topic.title}")


def _lines(found: Lesson, algebra: Algebra) -> Iterator[str]:
    """The blocks with a blank line between any two."""
    yield from _headed(found.title, 1)
    for block in found.blocks:
        yield ""
        yield from _block(block, algebra)


def _block(block: Block, algebra: Algebra) -> Iterator[str]:
    in_unicode = streams.shows_unicode()
    glyphs = UNICODE if in_unicode else ASCII
    match block:
        case Heading(level, text):
            yield from _headed(text, level)
        case FormulaBlock(FormulaReference(loss, show)):
            formulas = FormulaCache(paths.formula_dir(), algebra)
            yield from draw(formulas.formula(losses.get(loss), show), _WIDTH, glyphs)
        case PlotBlock():
            signs: GlyphSet = "unicode" if in_unicode else "ascii"
            yield from figure(block).draw(width=_WIDTH, height=_PLOT_HEIGHT, glyphs=signs).lines
        case DerivationBlock(key):
            yield from draw_derivation(derivation(key), width=_WIDTH, glyphs=glyphs)
        case _:
            for line in drawn(block, _WIDTH):
                yield "".join(span.text for span in line)


def _headed(text: str, level: int) -> Iterator[str]:
    yield text
    yield _UNDERLINES[level] * cell_width(text)
