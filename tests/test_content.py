"""The questions that come with the program are right, and know the mistakes they recognise."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from quiz_app.bank import read_bank_file
from quiz_app.bank.model import (
    ClozeQuestion,
    CodeQuestion,
    ExpressionQuestion,
    MatchQuestion,
    NumberQuestion,
    OrderQuestion,
    Question,
    TrueFalseQuestion,
)
from quiz_app.grading import grade
from quiz_app.paths import content_dir
from quiz_app.variants import Variant, make_variant, texts
from quiz_app.variants.listing import letter

SEEDS = range(20)

FILES = sorted(content_dir().rglob("*.yaml"))

# What a text holds when a value was not put in, or does not exist; y ∈ {0, 1} is a set.
LEFT_OVER = re.compile(r"(?<!∈ )\{[^{}]*\}|\b(?:nan|inf|undefined)\b|array\(|  ")


def name_of(file: Path) -> str:
    return file.relative_to(content_dir()).with_suffix("").as_posix()


def variants_of(item: Question) -> list[Variant]:
    """The variants of some seeds; of one where nothing differs from seed to seed."""
    differs = bool(item.given) or bool(make_variant(item, 0).order)
    return [make_variant(item, seed) for seed in (SEEDS if differs else SEEDS[:1])]


def test_there_is_content() -> None:
    assert len(FILES) >= 10


@pytest.mark.parametrize("file", FILES, ids=name_of)
def test_every_question_is_right(file: Path) -> None:
    bank_file, faults = read_bank_file(file)
    assert faults == ()
    assert bank_file is not None
    for item in bank_file.items:
        for variant in variants_of(item):
            assert_that_texts_are_filled(variant)
            assert_that_the_right_answer_counts(variant)
            if isinstance(item, NumberQuestion):
                assert_that_mistakes_are_named(variant)


def assert_that_texts_are_filled(variant: Variant) -> None:
    says = (mistake.say for mistake in variant.mistakes)
    for text in (*texts.every_text(variant), *says):
        assert not LEFT_OVER.search(text), f"{variant.item.id}, seed {variant.seed}: {text}"


def assert_that_the_right_answer_counts(variant: Variant) -> None:
    if isinstance(variant.item, CodeQuestion):
        return  # which is answered with a program, see test_solutions.py
    place = f"{variant.item.id}, seed {variant.seed}"
    assert grade(variant, right_answer(variant)).outcome == "right", place


def right_answer(variant: Variant) -> str:
    """What a learner types who knows everything."""
    item = variant.item
    shown = {part: place for place, part in enumerate(variant.order)}
    match item:
        case OrderQuestion(steps=steps):
            return ", ".join(str(shown[part] + 1) for part in range(len(steps)))
        case MatchQuestion(pairs=pairs):
            return " ".join(f"{n + 1}{letter(shown[n])}" for n in range(len(pairs)))
        case TrueFalseQuestion(reasons=reasons) if reasons:
            (right,) = (n for n, reason in enumerate(reasons) if reason.right)
            return f"{item.answer} {letter(shown[right])}"
        case ClozeQuestion():
            return texts.model_answer(variant)
        case ExpressionQuestion():
            return item.shown or item.answer
    options = texts.options(variant)
    places = [str(place) for place, option in enumerate(options, start=1) if option.right]
    points = [str(place) for place, _ in enumerate(texts.points(variant), start=1)]
    if variant.answer is not None:
        return repr(variant.answer)
    return ", ".join(places or points) or "good"


def assert_that_mistakes_are_named(variant: Variant) -> None:
    for mistake in variant.mistakes:
        verdict = grade(variant, repr(mistake.value))
        place = f"{variant.item.id}, seed {variant.seed}, {mistake.name}"
        assert verdict.outcome in ("wrong", "partial"), place
        assert mistake in verdict.mistakes, place
