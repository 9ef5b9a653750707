"""Cell widths and what may be drawn; Rich's table of widths is the judge."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rich.cells import cell_len

from quiz_app.maths.layout import ASCII, UNICODE, cell_width
from quiz_app.maths.layout.glyphs import Glyphs
from quiz_app.maths.layout.text import printable


def glyphs_of(glyphs: Glyphs) -> list[str]:
    brackets = [part for pair in glyphs.fences.values() for side in pair for part in side]
    tables = (
        glyphs.letters,
        glyphs.signs,
        glyphs.functions,
        glyphs.fractions,
        glyphs.superscripts,
        glyphs.subscripts,
    )
    single = [glyphs.minus, glyphs.summation, glyphs.root, glyphs.partial, glyphs.ellipsis]
    drawn = [sign for table in tables for sign in table.values()]
    return [*single, *glyphs.bar, *glyphs.brace, *brackets, *drawn, glyphs.infinity, glyphs.unknown]


@pytest.mark.parametrize("glyph", glyphs_of(UNICODE))
def test_a_unicode_glyph_takes_one_cell_and_lies_in_the_basic_plane(glyph: str) -> None:
    assert cell_width(glyph) == cell_len(glyph) == len(glyph) == 1
    assert ord(glyph) <= 0xFFFF


def test_ascii_glyphs_are_ascii() -> None:
    assert all(glyph.isascii() and glyph.isprintable() for glyph in glyphs_of(ASCII))


@pytest.mark.parametrize("text", ["", "abc", "ŷ − p̂", "損失 = ½", "θ̂ᵢ", "‖x‖₂", "Σᵢ₌₁ⁿ"])
def test_width_agrees_with_rich(text: str) -> None:
    assert cell_width(text) == cell_len(text)


@settings(deadline=None)
@given(st.text())
def test_whatever_comes_in_nothing_unprintable_comes_out(text: str) -> None:
    assert printable(text, "?").isprintable()
    assert len(printable(text, "?")) == len(text)
    assert UNICODE.literal(text).isprintable()
    assert ASCII.literal(text).isascii()
    assert ASCII.literal(text).isprintable()


def test_printable_text_stays_as_it_is() -> None:
    assert printable("損失 θ̂", "?") == "損失 θ̂"
