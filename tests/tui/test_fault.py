"""What happens when the program itself is at fault."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import TypeAlias

import pytest

from quiz_app.tui.app import QuizApp
from quiz_app.tui.screens.home import HomeScreen

MakeApp: TypeAlias = Callable[..., QuizApp]
Settled: TypeAlias = Callable[..., Awaitable[str]]


async def test_an_unforeseen_error_ends_the_application_without_a_traceback(
    make_app: MakeApp, settled: Settled, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(screen: HomeScreen) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr(HomeScreen, "action_losses", broken)
    app = make_app()
    with pytest.raises(ZeroDivisionError):  # noqa: PT012 - raised when the application ends
        async with app.run_test(size=(80, 24)) as pilot:
            await settled(pilot)
            await pilot.press("l")
    assert isinstance(app.fault, ZeroDivisionError)
    assert app._exit_renderables == []
