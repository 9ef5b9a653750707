"""A lesson on the screen: read from home, section by section, and on to its questions."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import TypeAlias

import pytest

from quiz_app.tui.app import QuizApp
from quiz_app.tui.screens.losses import LossesScreen
from quiz_app.tui.screens.session import SessionScreen

MakeApp: TypeAlias = Callable[..., QuizApp]
Settled: TypeAlias = Callable[..., Awaitable[str]]

LESSON = """\
---
topic: regression
---

# On [red]regression[/]

The cost is {mse([1, 3], [1, 1])}, see x[i] and [/].

## Intuition

```plot
mse huber
```

## Formulas

```formula
mse gradient
```

```derivation
huber.clip
```

- [mse.outliers] Why?

## Code

```python numpy
print([1])
```

```output
[1]
```
"""


@pytest.fixture
def lesson(small_bank_file: Path) -> None:
    small_bank_file.with_name("lesson.md").write_text(LESSON, encoding="utf-8")


@pytest.mark.usefixtures("lesson")
async def test_a_lesson_is_read_with_everything_alive(make_app: MakeApp, settled: Settled) -> None:
    async with make_app().run_test(size=(80, 100)) as pilot:
        await settled(pilot)
        shown = await settled(pilot, "down", "t")
        assert "On [red]regression[/]" in shown.splitlines()[0]
        assert "The cost is 2, see x[i] and [/]." in shown
        assert "MSE and Huber for y = 1" in shown
        assert "= 2 (ŷ − y)" in shown
        assert "1. " in shown
        assert "• [mse.outliers] Why?" in shown
        assert "  print([1])" in shown


@pytest.mark.usefixtures("lesson")
@pytest.mark.parametrize("size", [(40, 12), (80, 24)])
async def test_sections_are_a_key_apart(
    make_app: MakeApp, settled: Settled, size: tuple[int, int]
) -> None:
    async with make_app().run_test(size=size) as pilot:
        await settled(pilot)
        await settled(pilot, "down", "t")
        page = pilot.app.screen.query_one("#page")
        assert "Formulas" in await settled(pilot, "n", "n")
        above = await settled(pilot, "b")
        assert any("Intuition" in line for line in above.splitlines()[1:4])
        assert page.scroll_offset.y > 0
        await settled(pilot, "b")
        assert page.scroll_offset.y == 0


@pytest.mark.usefixtures("lesson")
async def test_a_lesson_leads_to_questions_and_losses(make_app: MakeApp, settled: Settled) -> None:
    async with make_app().run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        await settled(pilot, "down", "t", "l")
        assert isinstance(pilot.app.screen, LossesScreen)
        await settled(pilot, "q", "p")
        assert isinstance(pilot.app.screen, SessionScreen)


async def test_a_topic_without_a_lesson_says_so(make_app: MakeApp, settled: Settled) -> None:
    async with make_app().run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        await settled(pilot, "t")
        assert [note.message for note in pilot.app._notifications] == [
            "Choose one topic; each has a lesson of its own."
        ]
        assert "There is no lesson about Regression losses yet." in await settled(
            pilot, "down", "t"
        )
