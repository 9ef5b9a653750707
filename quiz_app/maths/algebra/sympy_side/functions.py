"""Functions whose derivatives stay in the words of the field."""

# SymPy carries no types: to the type checker its classes are Any, and so are their children.
# mypy: disallow-subclassing-any=False

from __future__ import annotations

import sympy


class _RealFunction(sympy.Function):
    """A function whose values are real numbers."""

    is_real = True


class Sigmoid(_RealFunction):
    """σ(x) = 1/(1 + e⁻ˣ), with σ' = σ (1 − σ)."""

    def fdiff(self, argindex: int = 1) -> sympy.Expr:
        """The derivative, which is the logistic differential equation."""
        return self * (1 - self)

    def inverse(self, argindex: int = 1) -> object:
        """The log-odds; SymPy solves through it."""
        return lambda share: sympy.log(share / (1 - share))

    def _eval_rewrite_as_exp(self, x: sympy.Expr, **hints: object) -> sympy.Expr:
        return 1 / (1 + sympy.exp(-x))


class Softplus(_RealFunction):
    """log(1 + eˣ), whose derivative is σ(x)."""

    def fdiff(self, argindex: int = 1) -> sympy.Expr:
        """The derivative."""
        return Sigmoid(self.args[0])

    def _eval_rewrite_as_exp(self, x: sympy.Expr, **hints: object) -> sympy.Expr:
        return sympy.log(1 + sympy.exp(x))


class LogSumExp(_RealFunction):
    """log Σₖ exp(zₖ/τ) of an array z, whose derivative in zⱼ is softmax(z/τ)ⱼ/τ."""

    def _eval_derivative(self, variable: sympy.Expr) -> sympy.Expr:
        array, temperature = self.args
        if not _is_entry_of(array, variable):
            return sympy.S.Zero
        return SoftmaxEntry(array, temperature, *variable.indices) / temperature


class SoftmaxEntry(_RealFunction):
    """softmax(z/τ)ₖ, whose derivative in zⱼ is softmax(z/τ)ₖ (1[j = k] − softmax(z/τ)ⱼ)/τ."""

    def _eval_derivative(self, variable: sympy.Expr) -> sympy.Expr:
        array, temperature, position = self.args
        if not _is_entry_of(array, variable):
            return sympy.S.Zero
        (other,) = variable.indices
        same = sympy.KroneckerDelta(position, other)
        return self * (same - SoftmaxEntry(array, temperature, other)) / temperature

    def _eval_rewrite_as_exp(
        self,
        array: sympy.Expr,
        temperature: sympy.Expr,
        position: sympy.Expr,
        **hints: object,
    ) -> sympy.Expr:
        entry = sympy.IndexedBase(array)[position]
        return sympy.exp(entry / temperature - LogSumExp(array, temperature))


class Total(_RealFunction):
    """The sum of a body over ``count`` values of an index."""

    @classmethod
    def eval(cls, body: sympy.Expr, index: sympy.Expr, count: sympy.Expr) -> sympy.Expr | None:
        """Nothing adds up to zero."""
        return sympy.S.Zero if body.is_zero else None

    def _eval_derivative(self, variable: sympy.Expr) -> sympy.Expr:
        body, index, count = self.args
        slope = sympy.expand(body.diff(variable))
        if not isinstance(variable, sympy.Indexed):
            return Total(slope, index, count)
        # 1[index = j] picks the one term in which the entry j of the array stands.
        (entry,) = variable.indices
        here = sympy.KroneckerDelta(index, entry)
        picked = slope.coeff(here)
        others = sympy.expand(slope - picked * here)
        return picked.subs(index, entry) + Total(others, index, count)


class Holds(_RealFunction):
    """1[condition], flat on both sides of its edge."""

    @classmethod
    def eval(cls, condition: sympy.Basic) -> sympy.Expr | None:
        """A condition that is decided is one or zero."""
        if condition in (sympy.true, sympy.false):
            return sympy.Integer(bool(condition))
        return None

    def _eval_derivative(self, variable: sympy.Expr) -> sympy.Expr:
        return sympy.S.Zero

    def _eval_power(self, exponent: sympy.Expr) -> sympy.Expr | None:
        return self if exponent.is_positive else None


def _is_entry_of(array: sympy.Expr, variable: sympy.Expr) -> bool:
    return isinstance(variable, sympy.Indexed) and variable.base.label == array
