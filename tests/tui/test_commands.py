"""The table of commands is the only place where keys are given to screens."""

from __future__ import annotations

import importlib
import pkgutil

import pytest

import quiz_app.tui.screens
from quiz_app.tui.commands import COMMANDS, commands_of
from quiz_app.tui.page import Page

SCREENS = [
    screen
    for module in pkgutil.iter_modules(quiz_app.tui.screens.__path__)
    for screen in vars(importlib.import_module(f"quiz_app.tui.screens.{module.name}")).values()
    if isinstance(screen, type) and issubclass(screen, Page) and screen is not Page
]


@pytest.mark.parametrize("screen", SCREENS, ids=lambda screen: screen.__name__)
def test_every_command_of_a_screen_is_an_action_of_it(screen: type[Page]) -> None:
    assert screen.SECTION in COMMANDS
    for command in commands_of(screen.SECTION):
        action = command.action.partition("(")[0]
        if not action.startswith("app."):
            assert hasattr(screen, f"action_{action}")


@pytest.mark.parametrize("section", COMMANDS)
def test_no_key_of_a_screen_means_two_things(section: str) -> None:
    keys = [key for command in COMMANDS[section] for key in command.keys.split(",")]
    assert len(keys) == len(set(keys))
    assert all(command.about.endswith(".") for command in COMMANDS[section])
