"""Plain texts and formulas as HTML; whatever HTML would take for its own is escaped once."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape


def paragraphs(text: str) -> str:
    """A text with a blank line between any two paragraphs; line breaks are left to the style."""
    return "".join(f"<p>{_escaped(part)}</p>" for part in text.split("\n\n") if part.strip())


def bullets(texts: Iterable[str]) -> str:
    """A list without numbers; nothing for no texts."""
    items = "".join(f"<li>{_escaped(text)}</li>" for text in texts)
    return f"<ul>{items}</ul>" if items else ""


def displayed(latex: str) -> str:
    """A formula on lines of its own, for MathJax."""
    return rf"<div>\[{_escaped(latex)}\]</div>"


def picture(file_name: str) -> str:
    """An image file."""
    return f'<img src="{escape(file_name)}">'


def _escaped(text: str) -> str:
    return escape(text, quote=False)
