"""Commands about the losses themselves: losses, formula, plot."""

from __future__ import annotations

import shutil
from argparse import Namespace
from itertools import zip_longest
from pathlib import Path
from textwrap import TextWrapper, wrap

from quiz_app import losses as subject
from quiz_app import paths
from quiz_app.cli import streams
from quiz_app.cli.misuse import named_on_the_command_line
from quiz_app.cli.spelling import in_ascii
from quiz_app.errors import QuizError
from quiz_app.formulas import Formula, FormulaCache, FormulaKind, as_latex, draw
from quiz_app.formulas.curves import Figure, loss_figure, slope_figure
from quiz_app.losses import Loss
from quiz_app.losses.tasks import by_task
from quiz_app.maths.algebra import Algebra
from quiz_app.maths.layout import ASCII, UNICODE

_PLOT_HEIGHT = 20
_WIDEST = 78
_WIDEST_PLOT = 100

# LaTeX may be broken at any blank, and only there.
_LATEX = TextWrapper(
    _WIDEST, subsequent_indent="  ", break_long_words=False, break_on_hyphens=False
)


def losses(options: Namespace) -> int:
    """Print every loss and its short forms, in groups by task."""
    for place, (title, group) in enumerate(by_task(subject.all_losses()).items()):
        print(*([""] if place else []), title, sep="\n")
        width = max(len(loss.name) for loss in group)
        for loss in group:
            names = wrap(", ".join(loss.aliases), _WIDEST - width - 4) or [""]
            for name, aliases in zip_longest((loss.name,), names, fillvalue=""):
                print(f"  {name:<{width}}  {aliases}".rstrip())
    return 0


def formula(options: Namespace) -> int:
    """Print a formula, derived from the loss's definition where it is not the definition."""
    loss = _named(options.loss)
    found = derived(loss, options.show)
    if options.notation == "latex":
        print_latex(as_latex(found))
    else:
        title = f"{loss.title}: {options.show}"
        print(title if options.notation != "ascii" else in_ascii(title), "", sep="\n")
        print(drawn(found, options.notation, steps=True))
    return 0


def plot(options: Namespace) -> int:
    """Draw losses, or their slopes, against the prediction: in the terminal or into a file."""
    figure = _figure(options)
    if options.svg is not None:
        _write(options.svg, figure.svg())
        return 0
    picture = figure.draw(
        width=min(shutil.get_terminal_size((80, 24)).columns, _WIDEST_PLOT),
        height=_PLOT_HEIGHT,
        glyphs="unicode" if streams.shows_unicode() else "ascii",
    )
    print("\n".join(line.rstrip() for line in picture.lines))
    return 0


def print_latex(text: str) -> None:
    """Print LaTeX in lines of a terminal's width."""
    for line in text.splitlines():
        print(_LATEX.fill(line))


def derived(loss: Loss, show: FormulaKind) -> Formula:
    """A formula of a loss, from the cache where it was derived before."""
    with Algebra() as algebra:
        return FormulaCache(paths.formula_dir(), algebra).formula(loss, show)


def drawn(found: Formula, notation: str | None = None, *, steps: bool = False) -> str:
    """A formula in lines of text: ``unicode`` or ``ascii``, or None for what can be shown.

    The ``steps`` that lead to it follow if they are wanted.
    """
    in_unicode = streams.shows_unicode() if notation is None else notation == "unicode"
    return "\n".join(draw(found, _WIDEST, UNICODE if in_unicode else ASCII, steps=steps))


def _figure(options: Namespace) -> Figure:
    make = slope_figure if options.slope else loss_figure
    with named_on_the_command_line():
        return make(
            [subject.get(name) for name in options.losses],
            target=options.target,
            parameters=dict(options.parameters),
        )


def _write(file: Path, text: str) -> None:
    try:
        file.write_text(text, encoding="utf-8")
    except OSError as error:
        raise QuizError(
            f"{file} cannot be written ({error.strerror}).", "Name another file."
        ) from error


def _named(name: str) -> Loss:
    with named_on_the_command_line():
        return subject.get(name)
