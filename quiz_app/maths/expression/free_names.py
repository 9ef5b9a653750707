"""Which names a tree leaves open."""

from __future__ import annotations

from quiz_app.maths.expression.tree import Call, Name, Tree, children
from quiz_app.maths.expression.vocabulary import CONSTANTS, FUNCTIONS

_OPTION_WORDS = FUNCTIONS | {"true", "false"}


def names_in(tree: Tree) -> frozenset[str]:
    """The names that need a value.

    Left out are e and pi, the index inside a sum of three arguments, and the words that name
    the choice of an option, such as ``true`` and ``sum``.
    """
    match tree:
        case Name(name):
            return frozenset({name}) - CONSTANTS
        case Call("sum", (body, Name(index), count)):
            return names_in(body) - {index} | names_in(count)
        case Call(_, arguments, options):
            chosen = frozenset[str]().union(*(names_in(value) for _, value in options))
            return _joined(arguments) | chosen - _OPTION_WORDS
        case _:
            return _joined(children(tree))


def _joined(trees: tuple[Tree, ...]) -> frozenset[str]:
    return frozenset[str]().union(*map(names_in, trees))
