"""Whatever a file or a learner says is shown as it is."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import TypeAlias

import pytest
from msgspec.structs import replace

from quiz_app.bank.bank import Bank
from quiz_app.bank.model import BankFile, ChoiceQuestion, Option, Source, Topic
from quiz_app.tui.app import QuizApp
from quiz_app.tui.context import Context
from quiz_app.tui.literal import literal

Settled: TypeAlias = Callable[..., Awaitable[str]]

HOSTILE = [
    "list[int] of x[i] and y[0]",
    "unbalanced [/] and [/b]",
    "[red]not red[/red]",
    "[@click=app.quit]stay[/]",
    "[link=http://e]z[/link]",
    "x[$primary] \\[x] [b",
    "{curly} %s :smile: `code` *stars*",
]


@pytest.mark.parametrize("text", HOSTILE)
async def test_text_from_a_file_is_never_markup(
    text: str, context: Context, settled: Settled
) -> None:
    question = ChoiceQuestion(
        id="hostile",
        topic="t",
        source=Source("t.yaml", 1, 1),
        prompt=text.replace("{", "{{").replace("}", "}}"),
        options=(
            Option(text.replace("{", "{{").replace("}", "}}") + " (right)", right=True),
            Option("no", because=text.replace("{", "{{").replace("}", "}}")),
        ),
        shuffle=False,
    )
    hostile = replace(context, bank=Bank([BankFile(Topic("t", text), (question,))]))
    async with QuizApp(hostile).run_test(size=(80, 24)) as pilot:
        title = text[:26]
        assert title in await settled(pilot)
        assert (await settled(pilot, "enter")).count(text) == 2
        assert (await settled(pilot, "2")).count(text) >= 3


def test_control_characters_never_reach_the_terminal() -> None:
    assert literal("a\x1b[31mb\u202ec\x07\nd").plain == "a[31mbc\nd"
