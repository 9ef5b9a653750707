"""Which words mean something: functions, constants, and the names known in one place."""

from __future__ import annotations

import math
from collections.abc import Collection
from difflib import get_close_matches

from quiz_app.maths.expression.errors import ExpressionError
from quiz_app.maths.expression.tokens import tokens

CONSTANTS = frozenset({"e", "pi"})

_ELEMENTWISE = (
    *("exp", "log", "log2", "log10", "sqrt", "abs", "sign"),
    *("sigmoid", "logit", "softplus", "tanh", "cosh", "sinh", "relu"),
)

_OF_ARRAYS = ("softmax", "logsumexp", "mean", "norm")

ONE_ARGUMENT = frozenset((*_ELEMENTWISE, *_OF_ARRAYS))

# How many arguments each function takes; None stands for one or more.
ARGUMENT_COUNTS: dict[str, tuple[int, ...] | None] = {
    **dict.fromkeys(ONE_ARGUMENT, (1,)),
    "sum": (1, 3),
    "dot": (2,),
    "min": None,
    "max": None,
}

FUNCTIONS = frozenset(ARGUMENT_COUNTS)

_LONGEST_RUN = 100

SYNONYMS = {"ln": "log", "expit": "sigmoid"}


def takes(function: str, count: int) -> bool:
    """Whether a built-in function can have that many arguments."""
    allowed = ARGUMENT_COUNTS[function]
    return count >= 1 if allowed is None else count in allowed


def canonical_name(text: str) -> str:
    """The one spelling of a name: ``lambda`` for λ, ``yhat_i`` for ŷᵢ; other text as it is."""
    try:
        first, *rest = tokens(text)
    except ExpressionError:
        return text
    return first.text if first.kind == "name" and len(rest) == 1 else text


class Vocabulary:
    """The words that may be used, ``names=None`` allowing every name.

    ``functions`` are callable besides the built-in ones.
    """

    def __init__(self, names: Collection[str] | None, functions: Collection[str]) -> None:
        self.names = None if names is None else frozenset(map(canonical_name, names))
        self.extra = frozenset(functions)

    def function(self, word: str) -> str | None:
        """The function that the word calls, built in or given, under its one name."""
        name = SYNONYMS.get(word, word)
        return name if name in FUNCTIONS or name in self.extra else None

    def knows(self, word: str) -> bool:
        """Whether the word may be used at all."""
        if self.names is None or word in self.names or word in CONSTANTS:
            return True
        return self.function(word) is not None

    def is_open(self, word: str) -> bool:
        """Whether a bracket right after the word makes it a function to be judged later."""
        return self.names is None and word not in CONSTANTS

    def split(self, run: str, bound: Collection[str] = ()) -> tuple[str, ...] | None:
        """A run of letters as the fewest known words side by side: ``yz`` is y, z.

        ``bound`` are names known only here. None if the run is very long or has a part that
        nobody knows.
        """
        if len(run) > _LONGEST_RUN:
            return None
        known = (self.names or frozenset()) | CONSTANTS | FUNCTIONS | SYNONYMS.keys()
        longest_first = sorted(known.union(self.extra, bound), key=lambda word: (-len(word), word))
        # From the end backwards: the fewest words from each place on, and the first of them.
        fewest: list[float] = [math.inf] * len(run) + [0]
        first = [""] * len(run)
        for start in reversed(range(len(run))):
            for word in longest_first:
                end = start + len(word)
                if run.startswith(word, start) and fewest[end] + 1 < fewest[start]:
                    fewest[start], first[start] = fewest[end] + 1, word
        if fewest[0] == math.inf:
            return None
        parts: list[str] = []
        start = 0
        while start < len(run):
            parts.append(first[start])
            start += len(first[start])
        return tuple(parts)

    def nearest(self, word: str, bound: Collection[str] = ()) -> str | None:
        """The known word most like an unknown one, if one is like it."""
        known = sorted((self.names or frozenset()) | FUNCTIONS | self.extra.union(bound))
        lowered = {name.lower(): name for name in known}
        close = get_close_matches(word.lower(), lowered, n=1, cutoff=0.6)
        return lowered[close[0]] if close else None
