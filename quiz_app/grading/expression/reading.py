"""A typed formula, read into a tree of one value at each point."""

from __future__ import annotations

from collections.abc import Collection

from quiz_app.errors import QuizError
from quiz_app.maths.expression import Call, Compare, Index, Tree, Vector, parse, walk

# Of one number they say nothing, and of many points they would say something else.
_OF_LISTS = frozenset({"mean", "norm", "dot", "softmax", "logsumexp"})
_OF_SEVERAL = frozenset({"sum", "min", "max"})


def read_formula(text: str, names: Collection[str]) -> Tree:
    """The tree of a learner's formula in these names.

    Raises QuizError for what cannot be read, and for lists and what is computed of them.
    """
    if not text.strip():
        raise QuizError("There is no answer yet.", f"Type a formula in {', '.join(names)}.")
    tree = parse(text, names=names)
    if isinstance(tree, Compare):
        raise QuizError("This is an equation, not a formula.", "Type its right side only.")
    for part in walk(tree):
        match part:
            case Vector() | Index():
                raise QuizError(
                    "There are no lists here: every name is one number.", "Write it without [ ]."
                )
            case Call(function, arguments) if function in _OF_LISTS or (
                function in _OF_SEVERAL and len(arguments) == 1
            ):
                raise QuizError(
                    f"There is nothing to take the {function} of: every name is one number.",
                    "Write the formula of one sample.",
                )
            case _:
                pass
    return tree
