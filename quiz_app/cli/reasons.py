"""Commands that reason about losses: properties, derive, conventions."""

from __future__ import annotations

import json
from argparse import Namespace
from collections.abc import Iterable
from math import isfinite
from textwrap import TextWrapper, wrap

from quiz_app import losses, paths
from quiz_app.cli import streams
from quiz_app.cli.misuse import named_on_the_command_line
from quiz_app.cli.subject import print_latex
from quiz_app.formulas.derivations import (
    all_derivations,
    derivation,
    derivation_as_latex,
    draw_derivation,
)
from quiz_app.formulas.properties import Property, PropertyCache
from quiz_app.losses.conventions import Convention, all_conventions, conventions_of
from quiz_app.maths.algebra import Algebra
from quiz_app.maths.layout import ASCII, UNICODE

_TEXT = TextWrapper(76, initial_indent="  ", subsequent_indent="  ")
_CALL = TextWrapper(78, initial_indent=" " * 4, subsequent_indent=" " * 6, break_on_hyphens=False)


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
    if notation == "latex":
        print_latex(derivation_as_latex(chosen))
        return 0
    in_unicode = streams.shows_unicode() if notation is None else notation == "unicode"
    print(chosen.title, "", sep="\n")
    print("\n".join(draw_derivation(chosen, glyphs=UNICODE if in_unicode else ASCII)))
    return 0


def conventions(options: Namespace) -> int:
    """Print where libraries differ, about one loss or all of them, each with its number."""
    with named_on_the_command_line():
        loss = None if options.loss is None else losses.get(options.loss)
    found = all_conventions() if loss is None else conventions_of(loss.name)
    if options.json:
        print(json.dumps([_fields(each) for each in found], indent=2))
        return 0
    parts = [_table(each) for each in found]
    if loss is not None:
        parts.insert(0, wrap(loss.convention or "Nothing is known on which libraries differ.", 78))
    print("\n\n".join("\n".join(part) for part in parts))
    return 0


def _table(convention: Convention) -> Iterable[str]:
    yield convention.question
    yield from _TEXT.wrap(convention.given)
    for practice in (convention.ours, *convention.practices):
        yield f"  {practice.library:<12}  {convention.answer(practice):<10}  {practice.says}"
        yield from _CALL.wrap(practice.call)


def _fields(convention: Convention) -> dict[str, object]:
    return {
        "key": convention.key,
        "losses": convention.losses,
        "question": convention.question,
        "example": dict(convention.example),
        "practices": [
            {
                "library": practice.library,
                "call": practice.call,
                "says": practice.says,
                "value": _as_json(convention.number(practice)),
            }
            for practice in (convention.ours, *convention.practices)
        ],
    }


def _as_json(number: float | None) -> float | str:
    """A number; in words what JSON has no number for."""
    if number is None:
        return "refused"
    return number if isfinite(number) else str(number)


def _lines(answer: Property) -> Iterable[str]:
    yield f"{answer.verdict}: {answer.name} ({answer.how})"
    yield from _TEXT.wrap(answer.says)
    yield from _TEXT.wrap(answer.evidence)
