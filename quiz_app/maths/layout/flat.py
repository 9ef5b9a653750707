"""Setting in one line of text, for running prose and narrow screens."""

from __future__ import annotations

from collections.abc import Sequence

from quiz_app.maths.layout.glyphs import Fence, Glyphs, caret, underscore
from quiz_app.maths.layout.lettering import Lettering
from quiz_app.maths.layout.piece import Binding, Piece


class Flat(Lettering[str]):
    """Sets formulas as a single line."""

    slashed = True

    def __init__(self, glyphs: Glyphs, *, as_written: bool = False) -> None:
        super().__init__(glyphs)
        self.as_written = as_written

    def small(self) -> Flat:
        """The same: there is nothing smaller in a line."""
        return self

    def text(self, text: str) -> str:
        """The characters that may be drawn."""
        return self.glyphs.literal(text)

    def row(self, *parts: str) -> str:
        """One after the other."""
        return "".join(parts)

    def negated(self, operand: str) -> str:
        """The minus directly before the operand."""
        return self.glyphs.minus + operand

    def fenced(self, fence: Fence, inner: str) -> str:
        """Ordinary brackets."""
        left, right = self.glyphs.fences[fence]
        return left.short + inner + right.short

    def grouped(self, inner: str, nesting: int) -> str:
        """Round brackets always, as the grammar reads them."""
        return self.fenced("round", inner)

    def fraction(self, over: str, under: str) -> str:
        """``a/b``."""
        return f"{over}/{under}"

    def scripts(self, core: str, lower: Piece[str] | None, upper: Piece[str] | None) -> str:
        """``pᵢ²``; where a small character is missing ``p_c^(a + b)``."""
        below = "" if lower is None else self._lowered(lower)
        above = "" if upper is None else self._raised(upper)
        return core + below + above

    def raises(self, exponent: Piece[str]) -> bool:
        """Whether the exponent can be written small, or needs no brackets."""
        small = self.glyphs.raised(exponent.body) or caret(exponent.body)
        return exponent.plain and small is not None

    def total(self, limits: tuple[Piece[str], Piece[str]] | None) -> str:
        """``Σᵢ₌₁ⁿ``, or ``Σ[i=1…C]`` where a small character is missing."""
        if limits is None:
            return self.glyphs.summation
        lower, upper = limits
        below, above = self.glyphs.lowered(lower.body), self.glyphs.raised(upper.body)
        if below and above and lower.plain and upper.plain:
            return self.glyphs.summation + below + above
        return f"{self.glyphs.summation}[{lower.body}{self.glyphs.ellipsis}{upper.body}]"

    def under(self, words: str, below: Piece[str]) -> str:
        """The words with a subscript."""
        return words + self._lowered(below)

    def cases(self, rows: Sequence[tuple[str, str]], otherwise: str) -> str:
        """``a if c, otherwise b``."""
        parts = [f"{value} if {condition}" for value, condition in rows]
        return ", ".join([*parts, f"otherwise {otherwise}"])

    def matrix(self, rows: Sequence[Sequence[str]], numbers: bool) -> str:
        """Rows in brackets, in brackets."""
        inner = [self.fenced("square", ", ".join(row)) for row in rows]
        return self.fenced("square", ", ".join(inner))

    def _lowered(self, piece: Piece[str]) -> str:
        small = self.glyphs.lowered(piece.body) if piece.plain else None
        return small or underscore(piece.body) or f"[{piece.body}]"

    def _raised(self, piece: Piece[str]) -> str:
        small = self.glyphs.raised(piece.body) if piece.plain else None
        atom = f"^{piece.body}" if piece.binding == Binding.ATOM else caret(piece.body)
        return small or atom or f"^({piece.body})"
