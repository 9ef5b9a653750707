"""One grammar for mathematics: text to tree and back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quiz_app.lazily import exports

if TYPE_CHECKING:
    from quiz_app.maths.expression.completion import complete
    from quiz_app.maths.expression.errors import ExpressionError
    from quiz_app.maths.expression.free_names import names_in
    from quiz_app.maths.expression.parser import parse
    from quiz_app.maths.expression.tree import (
        Binary,
        Call,
        Compare,
        Conditional,
        Index,
        Indicator,
        Name,
        Negative,
        Number,
        Operator,
        Relation,
        Tree,
        Vector,
        children,
        map_children,
        rebuild,
        substitute,
        walk,
    )
    from quiz_app.maths.expression.vocabulary import CONSTANTS, FUNCTIONS, canonical_name
    from quiz_app.maths.expression.writer import write

__all__ = [
    "CONSTANTS",
    "FUNCTIONS",
    "Binary",
    "Call",
    "Compare",
    "Conditional",
    "ExpressionError",
    "Index",
    "Indicator",
    "Name",
    "Negative",
    "Number",
    "Operator",
    "Relation",
    "Tree",
    "Vector",
    "canonical_name",
    "children",
    "complete",
    "map_children",
    "names_in",
    "parse",
    "rebuild",
    "substitute",
    "walk",
    "write",
]

__getattr__ = exports(
    __name__,
    {
        "completion": ("complete",),
        "errors": ("ExpressionError",),
        "free_names": ("names_in",),
        "parser": ("parse",),
        "tree": (
            "Binary",
            "Call",
            "Compare",
            "Conditional",
            "Index",
            "Indicator",
            "Name",
            "Negative",
            "Number",
            "Operator",
            "Relation",
            "Tree",
            "Vector",
            "children",
            "map_children",
            "rebuild",
            "substitute",
            "walk",
        ),
        "vocabulary": ("CONSTANTS", "FUNCTIONS", "canonical_name"),
        "writer": ("write",),
    },
)
