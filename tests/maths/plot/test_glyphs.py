from __future__ import annotations

import pytest

from quiz_app.maths.plot.glyphs import glyphs_of


@pytest.mark.parametrize(
    ("text", "spelled"),
    [
        ("prediction ŷ", "prediction yhat"),
        ("δ = −1…2", "delta = -1...2"),
        ("Ω", "Omega"),
        ("naïve", "naive"),
        ("x²", "x2"),
        ("損失", "??"),
        ("a\tb", "ab"),
    ],
)
def test_ascii_spells_what_it_does_not_have(text: str, spelled: str) -> None:
    assert glyphs_of("ascii").text(text, 40) == spelled


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("prediction ŷ", "prediction ŷ"),
        ("y\u0302", "ŷ"),
        ("θ\u0302", "θ"),
        ("損", "?"),
        ("a\nb", "ab"),
    ],
)
def test_unicode_keeps_to_one_cell_a_character(text: str, shown: str) -> None:
    assert glyphs_of("unicode").text(text, 40) == shown


def test_a_text_without_room_is_shortened() -> None:
    assert glyphs_of("unicode").text("cross-entropy", 6) == "cross…"
    assert glyphs_of("ascii").text("cross-entropy", 6) == "cro..."
    assert glyphs_of("ascii").text("cross-entropy", 2) == ".."
