"""What setting with terminal characters shares, in boxes and in one line."""

from __future__ import annotations

from typing import Generic

from quiz_app.maths.layout.glyphs import Glyphs, Sign
from quiz_app.maths.layout.names import spelled
from quiz_app.maths.layout.numbers import decimal_text
from quiz_app.maths.layout.piece import Binding, Piece, T
from quiz_app.maths.layout.setter import Setter


class Lettering(Setter[T], Generic[T]):
    """A setter whose letters and signs come from a set of glyphs."""

    def __init__(self, glyphs: Glyphs) -> None:
        self.glyphs = glyphs

    def letter(self, name: str) -> T:
        """Greek names as letters, accents on top: λ, ŷ."""
        return self.text(spelled(name, self.glyphs))

    def word(self, function: str) -> T:
        """The name as it is, or its sign: σ."""
        return self.text(self.glyphs.functions.get(function, function))

    def natural_logarithm(self) -> T:
        """``log`` or ``ln``, as the glyphs have it."""
        return self.text(self.glyphs.natural_logarithm)

    def number(self, digits: str) -> T:
        """The digits, a power of ten drawn as one."""
        return self.text(decimal_text(digits, self.glyphs))

    def sign(self, sign: Sign) -> T:
        """The sign with a space at each side."""
        return self.text(f" {self.glyphs.signs[sign]} ")

    def gap(self) -> T:
        """One blank."""
        return self.text(" ")

    def common_fraction(self, over: str, under: str) -> T:
        """½ and its like."""
        return self.text(self.glyphs.fractions[over, under])

    def root(self, operand: Piece[T]) -> T:
        """√x, with brackets around anything but a letter or number."""
        atom = operand.binding == Binding.ATOM and operand.plain and not self.glyphs.ascii
        inner = operand.body if atom else self.fenced("round", operand.body)
        return self.row(self.text(self.glyphs.root), inner)

    def differential(self, order: Piece[T] | None) -> T:
        """∂, ∂²."""
        partial = self.text(self.glyphs.partial)
        if order is None:
            return partial
        raised = self.scripts(partial, None, order)
        return self.row(raised, self.gap()) if self.glyphs.ascii else raised

    def indicator(self, condition: T) -> T:
        """``1[y z < 1]``."""
        return self.row(self.text("1"), self.fenced("square", condition))
