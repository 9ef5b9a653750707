"""Whether a code question can be judged: its loss, its options, its first lines."""

from __future__ import annotations

import ast
from collections.abc import Iterator

from quiz_app.authoring.finding import Finding
from quiz_app.bank.expressions import clauses
from quiz_app.bank.model import CodeQuestion, Question
from quiz_app.bank.signature import parse_signature
from quiz_app.bank.wording import quoted
from quiz_app.errors import QuizError


def check_code(item: Question) -> Iterator[Finding]:
    """A loss that cannot be asked so, one without cases to try, and a start that is no start."""
    if not isinstance(item, CodeQuestion):
        return
    yield from _start_faults(item)
    # Cases are made with NumPy; most questions have none.
    from quiz_app.grading.code.cases import cases_of
    from quiz_app.grading.code.task import task_of

    try:
        task = task_of(item)
        cases = cases_of(task, seed=0)
    except QuizError as error:
        yield Finding(("against",), *clauses(error))
        return
    if not any(case.is_ordinary for case in cases):
        yield Finding(
            ("against",),
            f"no ordinary numbers are known that {quoted(task.loss.name)} accepts",
            "ask for another loss",
        )


def _start_faults(item: CodeQuestion) -> Iterator[Finding]:
    """Python is read here, never run."""
    if not item.start:
        return
    try:
        tree = ast.parse(item.start)
    except (SyntaxError, ValueError) as error:
        message = error.msg if isinstance(error, SyntaxError) else str(error)
        yield Finding(("start",), f"Python cannot read this: {message}", "mend it, or leave it out")
        return
    name = parse_signature(item.function).name
    if not any(isinstance(part, ast.FunctionDef) and part.name == name for part in tree.body):
        yield Finding(("start",), f"there is no function {quoted(name)} in this", "define it here")
