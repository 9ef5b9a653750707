"""Commands about one question: show, grade."""

from __future__ import annotations

import json
import sys
from argparse import Namespace
from typing import TypeAlias

from quiz_app.bank.model import Card, CodeQuestion, FormulaReference, Numbers, kind
from quiz_app.cli import places
from quiz_app.cli.misuse import named_on_the_command_line
from quiz_app.grading import grade as graded
from quiz_app.variants import Variant, make_variant, texts
from quiz_app.variants.answer import Answer, answer_text
from quiz_app.variants.code import starting_code
from quiz_app.variants.listing import listing

# Significant digits of what a mistake gives, in words.
_DIGITS = 4

_Json: TypeAlias = str | int | float | list["_Json"] | dict[str, "_Json"]


def show(options: Namespace) -> int:
    """Print a question as it will be asked, its answer and its recognised mistakes."""
    variant = _variant(options)
    if options.json:
        _print_json(_question(variant))
        return 0
    print(texts.prompt(variant))
    for sign, text in listing(variant):
        print(f"  {sign}  {text}")
    if isinstance(variant.item, CodeQuestion):
        print(f"\n{starting_code(variant.item).rstrip()}")
    answer = _model_answer(variant)
    print("\nAnswer:", answer, sep="\n" if "\n" in answer else " ")
    for point in texts.points(variant):
        print(f"  - {point}")
    for mistake in variant.mistakes:
        print(f"  {answer_text(mistake.value, _DIGITS)}  {mistake.name}: {mistake.say}")
    if explanation := texts.explanation(variant):
        print(f"\n{explanation}")
    return 0


def grade(options: Namespace) -> int:
    """Print the verdict on one answer; 0 whatever it is."""
    variant = _variant(options)
    verdict = graded(variant, sys.stdin.read() if options.answer == "-" else options.answer)
    if options.json:
        _print_json(
            {
                "verdict": verdict.outcome,
                "score": verdict.score,
                "read_as": verdict.read_as,
                "feedback": verdict.feedback,
                "mistakes": [mistake.name for mistake in verdict.mistakes],
            }
        )
    else:
        print(f"{verdict.outcome}: {verdict.feedback}")
    return 0


def _variant(options: Namespace) -> Variant:
    bank = places.bank(options)
    with named_on_the_command_line():
        item = bank.item(options.id)
    return make_variant(item, options.seed)


def _question(variant: Variant) -> _Json:
    return {
        "id": variant.item.id,
        "kind": kind(variant.item),
        "seed": variant.seed,
        "prompt": texts.prompt(variant),
        "given": {name: _numbers(value) for name, value in variant.values.items()},
        "options": [option.text for option in texts.options(variant)],
        **_parts(variant),
        "answer": _model_answer(variant) if variant.answer is None else _answer(variant.answer),
        "mistakes": [
            {"name": mistake.name, "value": _answer(mistake.value), "say": mistake.say}
            for mistake in variant.mistakes
        ],
    }


def _parts(variant: Variant) -> dict[str, _Json]:
    """What only some kinds have: reasons, steps, the two sides of a matching, a first text."""
    item = variant.item
    parts: dict[str, list[_Json]] = {
        "reasons": [reason.text for reason in texts.reasons(variant)],
        "steps": list(texts.steps(variant)),
        "lefts": list(texts.lefts(variant)),
        "partners": list(texts.partners(variant)),
    }
    start = {"start": starting_code(item)} if isinstance(item, CodeQuestion) else {}
    return {**{name: listed for name, listed in parts.items() if listed}, **start}


def _numbers(drawn: Numbers) -> _Json:
    if isinstance(drawn, tuple):
        return [_numbers(part) for part in drawn]
    return int(drawn) if drawn.lstrip("-").isdecimal() else float(drawn)


def _answer(answer: Answer) -> _Json:
    return [_answer(part) for part in answer] if isinstance(answer, tuple) else answer


def _model_answer(variant: Variant) -> str:
    """The answer in words; the back of a card may be a formula, too."""
    item = variant.item
    words = texts.model_answer(variant)
    if not isinstance(item, Card) or item.formula is None:
        return words
    formula = _formula(item.formula)
    return f"{formula}\n\n{words}" if words else formula


def _formula(reference: FormulaReference) -> str:
    # NumPy comes with the losses; most questions are shown without a formula.
    from quiz_app.cli.subject import derived, drawn
    from quiz_app.losses import get

    return drawn(derived(get(reference.loss), reference.show))


def _print_json(data: _Json) -> None:
    """Print in ASCII, so that every program reads it alike, whatever the locale."""
    print(json.dumps(data, indent=2))
