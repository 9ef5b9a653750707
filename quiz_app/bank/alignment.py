"""Where a character of a scalar's text stands in the YAML that wrote it."""

from __future__ import annotations

_HEX_DIGITS = {"x": 2, "u": 4, "U": 8}


def source_offset(text: str, raw: str, style: str, offset: int) -> int:
    """The position in ``raw`` of the character ``offset`` of ``text``.

    Folding and indentation change nothing but white space, so the other characters of the text
    stand in the source in the same order, each as itself or as an escape. White space, and the
    end of the text, are placed after the character before them.
    """
    position = _opening(raw, style)
    for character in text[:offset]:
        if not character.isspace():
            position = _skip_space(raw, position, style)
            position += _width(raw, position, style)
    if offset < len(text) and not text[offset].isspace():
        position = _skip_space(raw, position, style)
    return position


def _opening(raw: str, style: str) -> int:
    """The length of the quote or of the block header before the text."""
    if style in ("literal", "folded"):
        return raw.find("\n") + 1
    return 0 if style == "plain" else 1


def _skip_space(raw: str, position: int, style: str) -> int:
    while position < len(raw):
        if raw[position].isspace():
            position += 1
        elif style == "double" and _is_escaped_space(raw, position):
            position += _width(raw, position, style)
        else:
            break
    return position


def _is_escaped_space(raw: str, position: int) -> bool:
    return raw[position] == "\\" and raw[position + 1 : position + 2] in tuple("\n \tntrvfN_LP")


def _width(raw: str, position: int, style: str) -> int:
    """How many characters of the source write the one character at ``position``."""
    if style == "single" and raw.startswith("''", position):
        return 2
    if style == "double" and raw.startswith("\\", position):
        return 2 + _HEX_DIGITS.get(raw[position + 1 : position + 2], 0)
    return 1
