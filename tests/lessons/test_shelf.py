"""A lesson is found beside the questions of its topic."""

from __future__ import annotations

from pathlib import Path

import pytest

from quiz_app.bank import Bank
from quiz_app.errors import ContentError, QuizError
from quiz_app.lessons import lesson_of, taught_topics

LESSON = "---\ntopic: regression\n---\n# On regression\n"


def test_a_lesson_is_found_by_its_topic(bank: Bank, small_bank_file: Path) -> None:
    assert taught_topics(bank) == ()
    with pytest.raises(QuizError, match="There is no lesson about Regression losses yet"):
        lesson_of("regression", bank)
    small_bank_file.with_name("lesson.md").write_text(LESSON, encoding="utf-8")
    assert lesson_of("regression", bank).title == "On regression"
    assert taught_topics(bank) == bank.topics


def test_a_lesson_about_another_topic_is_passed_over(bank: Bank, small_bank_file: Path) -> None:
    other = LESSON.replace("regression", "margin")
    small_bank_file.with_name("lesson.md").write_text(other, encoding="utf-8")
    assert taught_topics(bank) == ()


def test_a_lesson_that_cannot_be_read_says_why(bank: Bank, small_bank_file: Path) -> None:
    small_bank_file.with_name("lesson.md").write_text(LESSON.replace("# ", ""), encoding="utf-8")
    with pytest.raises(ContentError, match=r"lesson\.md:4:1: the lesson has no title"):
        lesson_of("regression", bank)
