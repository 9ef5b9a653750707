"""Setting in boxes, as on paper: stacked fractions, limits above and below, tall brackets."""

from __future__ import annotations

from collections.abc import Sequence

from quiz_app.maths.layout.box import Alignment, Box, above, annotated, beside, grid
from quiz_app.maths.layout.glyphs import Fence, Glyphs, Sign, caret, underscore
from quiz_app.maths.layout.lettering import Lettering
from quiz_app.maths.layout.piece import Piece

_LONGEST_EXPONENT_OF_E = 4
_CASE_GAP = 3
_COLUMN_GAP = 2
_TALL_COLUMN_GAP = 3


class Stacked(Lettering[Box]):
    """Sets formulas as boxes."""

    def __init__(self, glyphs: Glyphs, *, slashed: bool = False, as_written: bool = False) -> None:
        super().__init__(glyphs)
        self.slashed = slashed
        self.as_written = as_written

    def small(self) -> Stacked:
        """Boxes with slashed fractions."""
        return Stacked(self.glyphs, slashed=True, as_written=self.as_written)

    def text(self, text: str) -> Box:
        """One line."""
        return Box((self.glyphs.literal(text),))

    def row(self, *parts: Box) -> Box:
        """Side by side on the baseline."""
        return beside(*parts)

    def prefix(self, sign: Sign) -> Box:
        """A sign at the beginning of a row, with the space after it."""
        return self.text(f"{self.glyphs.signs[sign]} ")

    def negated(self, operand: Box) -> Box:
        """The minus on the baseline, at a distance from bars and tall brackets."""
        first = operand.lines[operand.baseline][:1]
        spaced = operand.height > 1 and not first.isalnum() and first != " "
        return beside(Box((self.glyphs.minus + " " * spaced,)), operand)

    def fenced(self, fence: Fence, inner: Box) -> Box:
        """Brackets as tall as the box."""
        left, right = self.glyphs.fences[fence]
        height, baseline = inner.height, inner.baseline
        return beside(Box(left.rows(height), baseline), inner, Box(right.rows(height), baseline))

    def fraction(self, over: Box, under: Box) -> Box:
        """A bar on the baseline between the two, or a slash."""
        if self.slashed:
            return beside(over, self.text("/"), under)
        left, middle, right = self.glyphs.bar
        bar = Box((left + middle * max(over.width, under.width) + right,))
        return above([over, bar, under], 1)

    def scripts(self, core: Box, lower: Piece[Box] | None, upper: Piece[Box] | None) -> Box:
        """Small characters in the same row where they exist, else rows above and below."""
        one_row = core.height == 1
        # A ^ or _ at the corner of a tall bracket would be taken for a part of it.
        small = one_row or not self.glyphs.ascii
        lowered = self._lowered(lower) if lower is not None and small else None
        raised = self._raised(upper) if upper is not None and small else None
        if one_row and (lower is None or lowered) and (upper is None or raised):
            return beside(core, Box(((lowered or "") + (raised or ""),)))
        blocks: list[tuple[int, tuple[str, ...]]] = []
        if upper is not None:
            blocks.append((0, (raised,)) if raised else (-upper.body.height, upper.body.lines))
        if lower is not None:
            last = core.height - 1
            blocks.append((last, (lowered,)) if lowered else (last + 1, lower.body.lines))
        return annotated(core, blocks)

    def raises(self, exponent: Piece[Box]) -> bool:
        """Whether the exponent is a line that is short or can be written small."""
        box = exponent.body
        short = box.width <= _LONGEST_EXPONENT_OF_E
        return box.height == 1 and (short or self._raised(exponent) is not None)

    def total(self, limits: tuple[Piece[Box], Piece[Box]] | None) -> Box:
        """Σ on the baseline, its limits centred above and below."""
        sigma = self.text(self.glyphs.summation)
        if limits is None:
            return sigma
        lower, upper = limits
        return above([upper.body, sigma, lower.body], 1)

    def under(self, words: str, below: Piece[Box]) -> Box:
        """The words on the baseline."""
        return above([self.text(words), below.body], 0)

    def cases(self, rows: Sequence[tuple[Box, Box]], otherwise: Box) -> Box:
        """A brace over all rows, values and conditions in columns."""
        entries = [(value, beside(self.text("if "), condition)) for value, condition in rows]
        entries.append((otherwise, self.text("otherwise")))
        body = grid(entries, ("left", "left"), _CASE_GAP)
        if body.height == 2:
            body = above([Box((line,)) for line in (body.lines[0], "", body.lines[1])], 1, "left")
        top, straight, middle, bottom = self.glyphs.brace
        brace = [top, *[straight] * (body.height - 2), bottom]
        brace[body.baseline] = middle
        return beside(Box(tuple(brace), body.baseline), body.padded(left=1))

    def matrix(self, rows: Sequence[Sequence[Box]], numbers: bool) -> Box:
        """Tall brackets around aligned columns."""
        tall = any(entry.height > 1 for row in rows for entry in row)
        gap = _TALL_COLUMN_GAP if tall else _COLUMN_GAP
        alignment: Alignment = "right" if numbers else "centre"
        return self.fenced("square", grid(rows, [alignment] * len(rows[0]), gap))

    def _raised(self, piece: Piece[Box]) -> str | None:
        """The piece as a superscript in the same row, None if that cannot be."""
        spell = caret if self.glyphs.ascii else self.glyphs.raised
        return spell(piece.body.lines[0]) if piece.plain else None

    def _lowered(self, piece: Piece[Box]) -> str | None:
        """The piece as a subscript in the same row, None if that cannot be."""
        spell = underscore if self.glyphs.ascii else self.glyphs.lowered
        return spell(piece.body.lines[0]) if piece.plain else None
