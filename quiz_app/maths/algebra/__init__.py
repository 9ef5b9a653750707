"""Algebra on expressions: derivatives, solutions and proofs, in a process of its own."""

from __future__ import annotations

from quiz_app.maths.algebra.faults import AlgebraError, AlgebraTimeout
from quiz_app.maths.algebra.service import Algebra, Pending

__all__ = ["Algebra", "AlgebraError", "AlgebraTimeout", "Pending"]
