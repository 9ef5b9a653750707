"""A function typed line by line, or written in the learner's own editor."""

from __future__ import annotations

from collections.abc import Callable

from quiz_app.bank.model import CodeQuestion
from quiz_app.editor import edited
from quiz_app.errors import QuizError
from quiz_app.plain.lines import say
from quiz_app.variants.code import starting_code

_END = "."
_EDIT = ":e"


def read_code(item: CodeQuestion, read_one: Callable[[], str]) -> str:
    """The text that is typed, line by line, up to a single full stop, or left in the editor.

    What ``read_one`` raises, such as Left, ends it.
    """
    start = starting_code(item)
    print(start.rstrip())
    say(f"Type the whole function, then a line with only {_END} (or {_EDIT} for your editor).")
    lines: list[str] = []
    while (line := read_one()).strip() != _END:
        if line.strip() == _EDIT:
            try:
                return edited("\n".join(lines) or start, "answer.py")
            except QuizError as error:
                say(str(error))
        else:
            lines.append(line)
    return "\n".join(lines) + "\n"
