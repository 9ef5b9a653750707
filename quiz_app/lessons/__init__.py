"""Lessons: Markdown files with live numbers, formulas and plots in them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quiz_app.lazily import exports

if TYPE_CHECKING:
    from quiz_app.lessons.drawing import drawn
    from quiz_app.lessons.file import read_lesson
    from quiz_app.lessons.model import Lesson
    from quiz_app.lessons.shelf import lesson_of, taught_topics

__all__ = ["Lesson", "drawn", "lesson_of", "read_lesson", "taught_topics"]

__getattr__ = exports(
    __name__,
    {
        "drawing": ("drawn",),
        "file": ("read_lesson",),
        "model": ("Lesson",),
        "shelf": ("lesson_of", "taught_topics"),
    },
)
