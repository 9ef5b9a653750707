"""Our attributes must not hide those that Textual keeps on the same objects."""

from __future__ import annotations

import ast
from pathlib import Path

from textual.app import App
from textual.screen import Screen
from textual.widgets import Input, Static

import quiz_app.tui

# Attributes that Textual means to be set.
_MEANT = {"theme", "title", "disabled", "display", "can_focus"}


def _assigned() -> set[tuple[str, str]]:
    """Every ``self.name = …`` in the interface, with its file."""
    found = set()
    for file in Path(quiz_app.tui.__path__[0]).rglob("*.py"):
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if (
                isinstance(node, ast.Attribute)
                and isinstance(node.ctx, ast.Store)
                and isinstance(node.value, ast.Name)
                and node.value.id == "self"
            ):
                found.add((file.name, node.attr))
    return found


def test_no_attribute_of_ours_is_one_of_textual() -> None:
    class Empty(App[None]):
        pass

    app = Empty()
    with app._context():
        taken = {name for thing in (app, Screen(), Static(), Input()) for name in dir(thing)}
    assert {(file, name) for file, name in _assigned() if name in taken - _MEANT} == set()
