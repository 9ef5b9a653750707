"""What a way of setting formulas must be able to do; boxes, one line and LaTeX are three."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Sequence
from typing import Generic

from quiz_app.maths.layout.glyphs import Fence, Sign
from quiz_app.maths.layout.piece import Piece, T


class Setter(ABC, Generic[T]):
    """Makes set material of type ``T`` out of letters and smaller material.

    ``slashed``: fractions are written with a slash instead of being stacked. ``as_written``:
    a half stays where it was written instead of standing in front, and a mean likewise.
    """

    slashed: bool
    as_written: bool = False

    @abstractmethod
    def small(self) -> Setter[T]:
        """The setter for indices and exponents."""

    @abstractmethod
    def text(self, text: str) -> T:
        """Characters as they are: digits, commas, words of a sentence."""

    @abstractmethod
    def letter(self, name: str) -> T:
        """A name without its subscript: ``y``, ``yhat``, ``lambda``, ``TP``."""

    @abstractmethod
    def word(self, function: str) -> T:
        """The name of a function."""

    def natural_logarithm(self) -> T:
        """The name of the logarithm of base e."""
        return self.word("log")

    @abstractmethod
    def number(self, digits: str) -> T:
        """A decimal such as ``0.25`` or ``2e-3``."""

    @abstractmethod
    def sign(self, sign: Sign) -> T:
        """A sign between two terms, with its spaces."""

    @abstractmethod
    def gap(self) -> T:
        """The space between two factors."""

    @abstractmethod
    def row(self, *parts: T) -> T:
        """The parts from left to right."""

    @abstractmethod
    def negated(self, operand: T) -> T:
        """A minus before ``operand``."""

    @abstractmethod
    def fenced(self, fence: Fence, inner: T) -> T:
        """``inner`` between brackets as tall as it is."""

    def grouped(self, inner: T, nesting: int) -> T:
        """``inner`` in brackets that keep it together, with so many levels of them inside."""
        return self.fenced("square" if nesting % 2 else "round", inner)

    @abstractmethod
    def fraction(self, over: T, under: T) -> T:
        """``over`` divided by ``under``, stacked unless ``slashed``."""

    @abstractmethod
    def common_fraction(self, over: str, under: str) -> T:
        """A half, thirds and quarters, small enough to stand in a line."""

    @abstractmethod
    def root(self, operand: Piece[T]) -> T:
        """The square root of ``operand``."""

    @abstractmethod
    def scripts(self, core: T, lower: Piece[T] | None, upper: Piece[T] | None) -> T:
        """``core`` with a subscript, a superscript or both."""

    @abstractmethod
    def raises(self, exponent: Piece[T]) -> bool:
        """Whether ``exponent`` is short enough to stand above e instead of inside ``exp(…)``."""

    @abstractmethod
    def total(self, limits: tuple[Piece[T], Piece[T]] | None) -> T:
        """Σ, with what stands below and above it."""

    @abstractmethod
    def under(self, words: str, below: Piece[T]) -> T:
        """Words such as ``arg min`` with ``below`` under them."""

    @abstractmethod
    def differential(self, order: Piece[T] | None) -> T:
        """The ∂ of a derivative, of second or higher order if one is given."""

    @abstractmethod
    def indicator(self, condition: T) -> T:
        """One where ``condition`` holds."""

    @abstractmethod
    def cases(self, rows: Sequence[tuple[T, T]], otherwise: T) -> T:
        """Values with the conditions they are taken under, and the remaining value."""

    @abstractmethod
    def matrix(self, rows: Sequence[Sequence[T]], numbers: bool) -> T:
        """A matrix in brackets; columns of numbers are aligned on the right."""
