"""The side of the algebra that knows SymPy: trees as SymPy expressions and back, and the work."""

from __future__ import annotations

from quiz_app.maths.algebra.sympy_side.operations import (
    affine,
    arrange,
    differentiate,
    limit,
    prove_equal,
    simplify,
    solve,
)

__all__ = ["affine", "arrange", "differentiate", "limit", "prove_equal", "simplify", "solve"]
