"""The questions that come with the program are right, and know the mistakes they recognise."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from quiz_app.bank import read_bank_file
from quiz_app.bank.model import NumberQuestion, Question
from quiz_app.grading import grade
from quiz_app.paths import content_dir
from quiz_app.variants import Variant, make_variant, texts

SEEDS = range(20)

FILES = sorted(content_dir().rglob("*.yaml"))

# What a text holds when a value was not put in, or does not exist.
LEFT_OVER = re.compile(r"\{[^{}]*\}|\b(?:nan|inf|undefined)\b|array\(|  ")


def name_of(file: Path) -> str:
    return file.relative_to(content_dir()).with_suffix("").as_posix()


def variants_of(item: Question) -> list[Variant]:
    """The variants of some seeds; of one where nothing differs from seed to seed."""
    differs = bool(item.given) or hasattr(item, "options")
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
    options = texts.options(variant)
    places = [str(place) for place, option in enumerate(options, start=1) if option.right]
    points = [str(place) for place, _ in enumerate(texts.points(variant), start=1)]
    if variant.answer is not None:
        answer = repr(variant.answer)
    else:
        answer = ", ".join(places or points) or "good"
    assert grade(variant, answer).outcome == "right", f"{variant.item.id}, seed {variant.seed}"


def assert_that_mistakes_are_named(variant: Variant) -> None:
    for mistake in variant.mistakes:
        verdict = grade(variant, repr(mistake.value))
        place = f"{variant.item.id}, seed {variant.seed}, {mistake.name}"
        assert verdict.outcome == "wrong", place
        assert mistake in verdict.mistakes, place
