"""The one family of errors a user may see: what is wrong, and what to do about it."""

from __future__ import annotations


class QuizError(Exception):
    """A fault that a person can mend.

    ``problem`` is one sentence saying what is wrong, ``remedy`` one saying what to do.
    Both end with a full stop and never hold a traceback.
    """

    def __init__(self, problem: str, remedy: str) -> None:
        super().__init__(problem, remedy)
        self.problem = problem
        self.remedy = remedy

    def __str__(self) -> str:
        return f"{self.problem} {self.remedy}"


class ContentError(QuizError):
    """A fault at one place of a content file; ``line`` and ``column`` count from one."""

    def __init__(self, path: str, line: int, column: int, problem: str, remedy: str) -> None:
        super().__init__(problem, remedy)
        self.path = path
        self.line = line
        self.column = column

    def __reduce__(self) -> tuple[type[ContentError], tuple[str, int, int, str, str]]:
        return (type(self), (self.path, self.line, self.column, self.problem, self.remedy))

    def __str__(self) -> str:
        return f"{self.path}:{self.line}:{self.column}: {self.problem}; {self.remedy}"
