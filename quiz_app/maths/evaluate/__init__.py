"""Values of expressions, in float64 and to many digits; no algebra."""

from quiz_app.maths.evaluate.errors import EvaluationError
from quiz_app.maths.evaluate.values import evaluate, evaluate_exactly

__all__ = ["EvaluationError", "evaluate", "evaluate_exactly"]
