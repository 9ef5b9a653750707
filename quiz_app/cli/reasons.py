"""Commands that reason about losses: properties, derive."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Iterable
from textwrap import TextWrapper

from quiz_app import losses, paths
from quiz_app.cli import streams
from quiz_app.cli.misuse import named_on_the_command_line
from quiz_app.formulas.derivations import all_derivations, derivation, draw_derivation
from quiz_app.formulas.properties import Property, PropertyCache
from quiz_app.maths.algebra import Algebra
from quiz_app.maths.layout import ASCII, UNICODE

_TEXT = TextWrapper(76, initial_indent="  ", subsequent_indent="  ")


def properties(options: Namespace) -> int:
    """Print what a loss is like, each answer with how it is known and by what."""
    with named_on_the_command_line():
        loss = losses.get(options.loss)
    with Algebra() as algebra:
        found = PropertyCache(paths.formula_dir(), algebra).properties(loss)
    print(loss.title)
    for answer in found:
        print("\n".join(("", *_lines(answer))))
    return 0


def derive(options: Namespace) -> int:
    """Print a derivation, or the list of all of them."""
    if options.key is None:
        width = max(len(each.key) for each in all_derivations())
        for each in all_derivations():
            print(f"{each.key:<{width}}  {each.title}")
        return 0
    with named_on_the_command_line():
        chosen = derivation(options.key)
    notation: str | None = options.notation
    in_unicode = streams.shows_unicode() if notation is None else notation == "unicode"
    print(chosen.title, "", sep="\n")
    print("\n".join(draw_derivation(chosen, glyphs=UNICODE if in_unicode else ASCII)))
    return 0


def _lines(answer: Property) -> Iterable[str]:
    yield f"{'Yes' if answer.holds else 'No'}: {answer.name} ({answer.how})"
    yield from _TEXT.wrap(answer.says)
    yield from _TEXT.wrap(answer.evidence)
