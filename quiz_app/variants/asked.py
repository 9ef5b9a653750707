"""In which names a formula is asked for, on which domain, and what does not matter."""

from __future__ import annotations

from functools import lru_cache

from quiz_app.bank.model import ExpressionQuestion, Variable

_FREEDOM = {
    "": "",
    "constant": " An added constant does not matter.",
    "factor": " A constant positive factor does not matter.",
}


def asked_for(item: ExpressionQuestion) -> str:
    """``Answer in p and y, for 0 < p < 1 and y ∈ {0, 1}.``"""
    names = _series([formula_text(name) for name in names_allowed(item)])
    return f"Answer in {names}, {domain(item.variables)}.{_FREEDOM[item.up_to]}"


def names_allowed(item: ExpressionQuestion) -> tuple[str, ...]:
    """The names in which an answer is to be written."""
    return item.in_terms_of or tuple(variable.name for variable in item.variables)


def domain(variables: tuple[Variable, ...]) -> str:
    """``for 0 < p < 1 and y ∈ {0, 1}``, computed variables last: ``with p = σ(z)``."""
    free = _series([_bounds(variable) for variable in variables if not variable.expression])
    computed = [
        f"{formula_text(variable.name)} = {formula_text(variable.expression)}"
        for variable in variables
        if variable.expression
    ]
    return f"for {free}" + (f", with {_series(computed)}" if computed else "")


def _bounds(variable: Variable) -> str:
    name = formula_text(variable.name)
    if variable.values:
        return f"{name} ∈ {{{', '.join(map(formula_text, variable.values))}}}"
    sign = "<" if variable.open else "≤"
    return f"{formula_text(variable.low)} {sign} {name} {sign} {formula_text(variable.high)}"


@lru_cache(maxsize=512)
def formula_text(text: str) -> str:
    """A formula as written in a file, set on one line."""
    from quiz_app.maths.expression import parse
    from quiz_app.maths.layout import one_line

    return one_line(parse(text))


def _series(words: list[str]) -> str:
    *others, last = words
    return f"{', '.join(others)} and {last}" if others else last
