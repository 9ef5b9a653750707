"""What functions, constants and relations are called here, and what they are in SymPy."""

from __future__ import annotations

import sympy

from quiz_app.maths.algebra.sympy_side.functions import Sigmoid, Softplus
from quiz_app.maths.expression.tree import Relation

FUNCTIONS: dict[str, type[sympy.Function]] = {
    "abs": sympy.Abs,
    "cosh": sympy.cosh,
    "exp": sympy.exp,
    "log": sympy.log,
    "max": sympy.Max,
    "min": sympy.Min,
    "sigmoid": Sigmoid,
    "sign": sympy.sign,
    "sinh": sympy.sinh,
    "softplus": Softplus,
    "sqrt": sympy.sqrt,
    "tanh": sympy.tanh,
}
CONSTANTS = {"e": sympy.E, "pi": sympy.pi}
RELATIONS: dict[Relation, type[sympy.core.relational.Relational]] = {
    "<": sympy.StrictLessThan,
    "<=": sympy.LessThan,
    ">": sympy.StrictGreaterThan,
    ">=": sympy.GreaterThan,
    "==": sympy.Equality,
}
