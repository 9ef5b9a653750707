"""Boxes: rectangles of text with a baseline, and how they are put together."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Literal, TypeAlias

from quiz_app.maths.layout.text import cell_width

Alignment: TypeAlias = Literal["left", "centre", "right"]


@dataclass(frozen=True, slots=True)
class Box:
    """Lines of one cell width; ``lines[baseline]`` is the row that neighbours align with."""

    lines: tuple[str, ...]
    baseline: int = 0

    @property
    def width(self) -> int:
        """The width of every line, in cells."""
        return cell_width(self.lines[0])

    @property
    def height(self) -> int:
        """The number of lines, at least one."""
        return len(self.lines)

    @property
    def depth(self) -> int:
        """The number of lines below the baseline."""
        return len(self.lines) - 1 - self.baseline

    def __str__(self) -> str:
        return "\n".join(self.lines)

    def padded(self, left: int = 0, right: int = 0) -> Box:
        """The box with blank columns at its sides."""
        if not left and not right:
            return self
        before, after = " " * left, " " * right
        return Box(tuple(before + line + after for line in self.lines), self.baseline)

    def widened(self, width: int, alignment: Alignment) -> Box:
        """The box, at least ``width`` cells wide; an odd cell of centring goes to the right."""
        missing = max(0, width - self.width)
        match alignment:
            case "left":
                return self.padded(right=missing)
            case "centre":
                return self.padded(missing // 2, missing - missing // 2)
            case "right":
                return self.padded(left=missing)

    def heightened(self, above: int, below: int) -> Box:
        """The box with at least so many lines above and below its baseline."""
        top, bottom = max(0, above - self.baseline), max(0, below - self.depth)
        if not top and not bottom:
            return self
        blank = (" " * self.width,)
        return Box(blank * top + self.lines + blank * bottom, self.baseline + top)

    def centred(self) -> Box:
        """The same lines with the baseline on the middle one, the upper of two."""
        return Box(self.lines, (self.height - 1) // 2)


_BLANK = Box(("",))


def beside(*boxes: Box) -> Box:
    """The boxes from left to right on a common baseline."""
    above = max(box.baseline for box in boxes)
    below = max(box.depth for box in boxes)
    if not above and not below:
        return Box(("".join(box.lines[0] for box in boxes),))
    columns = [box.heightened(above, below).lines for box in boxes]
    return Box(tuple(map("".join, zip(*columns, strict=True))), above)


def above(boxes: Sequence[Box], baseline: int, alignment: Alignment = "centre") -> Box:
    """The boxes from top to bottom; the baseline is the one of ``boxes[baseline]``."""
    width = max(box.width for box in boxes)
    lines = [line for box in boxes for line in box.widened(width, alignment).lines]
    return Box(tuple(lines), sum(box.height for box in boxes[:baseline]) + boxes[baseline].baseline)


def annotated(core: Box, blocks: Sequence[tuple[int, Sequence[str]]]) -> Box:
    """The box with blocks of lines at its right, each from a row counted from the box's top."""
    top = min(0, *(row for row, _ in blocks))
    bottom = max(core.height, *(row + len(lines) for row, lines in blocks))
    width = max(cell_width(line) for _, lines in blocks for line in lines)
    column = [" " * width] * (bottom - top)
    for row, lines in blocks:
        for offset, line in enumerate(lines):
            column[row - top + offset] = line + " " * (width - cell_width(line))
    return beside(core, Box(tuple(column), core.baseline - top))


def separated(boxes: Sequence[Box]) -> Box:
    """The boxes from top to bottom on the left, a blank line between two tall ones.

    The baseline is the one of the first.
    """
    rows = [boxes[0]]
    for upper, lower in pairwise(boxes):
        rows += [_BLANK, lower] if upper.height > 1 and lower.height > 1 else [lower]
    return above(rows, 0, "left")


def grid(rows: Sequence[Sequence[Box]], alignments: Sequence[Alignment], gap: int) -> Box:
    """The boxes in aligned columns ``gap`` cells apart, with blank lines if one is tall.

    The baseline is the middle line.
    """
    widths = [max(box.width for box in column) for column in zip(*rows, strict=True)]
    lines = []
    for row in rows:
        cells = [
            box.widened(width, alignment).padded(left=gap if position else 0)
            for position, (box, width, alignment) in enumerate(
                zip(row, widths, alignments, strict=True)
            )
        ]
        lines.append(beside(*cells))
    if any(line.height > 1 for line in lines):
        lines = [part for line in lines for part in (line, _BLANK)][:-1]
    return above(lines, 0, "left").centred()
