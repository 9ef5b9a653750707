"""The numbers of an exploration as they are written under its curves."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.content import Content

from quiz_app.tui.literal import literal

if TYPE_CHECKING:
    from quiz_app.formulas.exploration import Exploration
    from quiz_app.maths.layout import Glyphs


def dials(exploration: Exploration, glyphs: Glyphs) -> list[Content]:
    """``‹ŷ = 2.4›   y = 3    δ = 1``, marked by signs and in bold what the arrows turn."""
    from quiz_app.maths.layout.names import spelled
    from quiz_app.maths.layout.numbers import number_text

    shown = []
    for place, dial in enumerate(exploration.dials):
        value = number_text(dial.value, glyphs=glyphs)
        text = f"{spelled(dial.symbol, glyphs)} = {value}"
        if place == exploration.in_hand:
            shown.append(literal(marked(text, ascii_only=glyphs.ascii), "bold"))
        else:
            shown.append(literal(f" {text} "))
    return shown


def marked(text: str, *, ascii_only: bool) -> str:
    """The text between the signs for what is in hand."""
    return f"<{text}>" if ascii_only else f"‹{text}›"
