"""A Markdown file becomes a lesson, with its numbers computed and its faults placed."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TypeAlias

import pytest

from quiz_app.bank.model import FormulaReference
from quiz_app.lessons import Lesson, read_lesson
from quiz_app.lessons.blocks import plain
from quiz_app.lessons.live import figure
from quiz_app.lessons.model import (
    Block,
    Bullet,
    Bullets,
    Code,
    DerivationBlock,
    FormulaBlock,
    Heading,
    PlotBlock,
    Prose,
    QuestionLink,
    Span,
    Table,
)

Blocks: TypeAlias = Callable[[str], tuple[Block, ...]]

HEAD = "---\ntopic: regression\n---\n# Title\n\n"


def read(folder: Path, text: str) -> tuple[Lesson | None, list[str]]:
    """The lesson of a text, and its faults without the path."""
    file = folder / "lesson.md"
    file.write_text(text, encoding="utf-8")
    lesson, faults = read_lesson(file)
    return lesson, [str(fault).removeprefix(f"{file}:") for fault in faults]


@pytest.fixture
def blocks(tmp_path: Path) -> Blocks:
    """The blocks of some text without a fault."""

    def of(text: str) -> tuple[Block, ...]:
        lesson, faults = read(tmp_path, HEAD + text)
        assert faults == []
        assert lesson is not None
        assert (lesson.topic, lesson.title) == ("regression", "Title")
        return lesson.blocks

    return of


def test_text_has_its_styles_and_live_numbers(blocks: Blocks) -> None:
    (prose,) = blocks(
        "A **loss** of {huber([0], [3], delta=1)}, *not*\n`{x}` {{y}} {1/3:2} {2*3} and {2*4}.\n"
    )
    assert prose == Prose(
        (
            Span("A "),
            Span("loss", "strong"),
            Span(" of "),
            Span("2.5"),
            Span(", "),
            Span("not", "emphasis"),
            Span(" "),
            Span("{x}", "code"),
            Span(" "),
            Span("{"),
            Span("y"),
            Span("}"),
            Span(" "),
            Span("0.33"),
            Span(" "),
            Span("6"),
            Span(" and "),
            Span("8"),
            Span("."),
        )
    )


def test_what_is_no_part_of_the_format_is_text_like_any_other(blocks: Blocks) -> None:
    (prose,) = blocks("[a](b) ![c](d) <b>e</b> &amp; [red]f[/] \\* http://g.h\n")
    assert plain(prose.text) == "[a](b) ![c](d) <b>e</b> &amp; [red]f[/] * http://g.h"


def test_lists_and_tables_keep_their_shape(blocks: Blocks) -> None:
    bullets, table = blocks(
        "1. one\n2. two\n   - {1 + 2}\n\n| a | b |\n|---|---|\n| {\\|-1\\|} | `c` |\n"
    )
    assert bullets == Bullets(
        (
            Bullet("1.", 0, (Span("one"),)),
            Bullet("2.", 0, (Span("two"),)),
            Bullet("•", 1, (Span("3"),)),
        )
    )
    assert table == Table(((Span("a"),), (Span("b"),)), (((Span("1"),), (Span("c", "code"),)),))


def test_code_comes_with_what_it_prints_and_braces_in_it_are_its_own(blocks: Blocks) -> None:
    code, other = blocks(
        "```python numpy\nprint({})\n```\n\n```output\n{}\n```\n\n```text\n[a]\n```\n"
    )
    assert code == Code("print({})", "numpy", "{}")
    assert other == Code("[a]")


def test_live_blocks_name_what_is_worked_out(blocks: Blocks) -> None:
    found = blocks(
        "```formula\nmse\n```\n```formula\nhuber gradient\n```\n"
        "```plot\nmse huber --delta 2 --target -3 --slope\n```\n"
        "```derivation\nbce.sigmoid\n```\n"
    )
    plot = PlotBlock(("mean_squared_error", "huber"), (("delta", 2.0),), -3.0, slope=True)
    assert found == (
        FormulaBlock(FormulaReference("mean_squared_error", "definition")),
        FormulaBlock(FormulaReference("huber", "gradient")),
        plot,
        DerivationBlock("bce.sigmoid"),
    )
    drawing = figure(plot)
    assert (drawing.y_label, drawing.title) == ("slope", "MSE and Huber for y = −3")


def test_headings_make_sections(blocks: Blocks) -> None:
    assert blocks("## One\n### Two\n") == (Heading(2, "One"), Heading(3, "Two"))


def test_questions_are_told_from_the_words_about_them(tmp_path: Path) -> None:
    lesson, _ = read(tmp_path, f"{HEAD}- [mse.outliers] Why?\n- [0, 1] is a range\n- x[i] too\n")
    assert lesson is not None
    assert lesson.questions == (QuestionLink("mse.outliers", 6, 4),)
    assert lesson.blocks[0].items[0].text == (Span("[mse.outliers]", "code"), Span(" Why?"))


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("# Title\n", "1:1: the lesson does not say its topic"),
        ("---\ntopic: t\n---\nText\n", "4:1: the lesson has no title"),
        (f"{HEAD}one\ntwo {{1 +}}\n", "7:9: after '1 +' a term is missing"),
        (f"{HEAD}- a\n- b {{mse(1)}}\n", "7:6: a loss takes two arguments"),
        (f"{HEAD}a {{ b\n", "6:3: the brace '{' has no partner"),
        (f"{HEAD}{{y}}\n", "6:2: y has no value"),
        (f"{HEAD}| a |\n|---|\n| {{1/0}} |\n", "8:4: "),
        (f"{HEAD}```formula\nhubber\n```\n", "7:1: there is no loss"),
        (f"{HEAD}```formula\nhuber slope\n```\n", "7:1: this is not a loss and a kind"),
        (f"{HEAD}```plot\n--slope\n```\n", "7:1: this plot names no loss"),
        (f"{HEAD}```plot\nmse --delta\n```\n", "7:1: '' is not a number"),
        (f"{HEAD}```plot\nmse --delta 1\n```\n", "7:1: none of these losses has"),
        (f"{HEAD}```derivation\nbce\n```\n", "7:1: there is no derivation"),
        (f"{HEAD}```python\n1\n```\n", "6:1: this code names none of the libraries"),
        (f"{HEAD}```python numpy\n1\n```\ntext\n", "6:1: what this code prints is missing"),
        (f"{HEAD}```text\na\n{'b' * 75}\n```\n", "8:75: this line has over 74 characters"),
        (f"{HEAD}```ruby\n1\n```\n", "6:1: 'ruby' is not a kind of block"),
    ],
)
def test_a_fault_is_named_with_its_place(tmp_path: Path, text: str, fault: str) -> None:
    _, faults = read(tmp_path, text)
    assert [found[: len(fault)] for found in faults] == [fault]


def test_a_number_with_a_fault_stands_as_it_was_written(tmp_path: Path) -> None:
    lesson, faults = read(tmp_path, f"{HEAD}So {{sqroot(2)}} and {{2}}.\n")
    assert len(faults) == 1
    assert lesson is not None
    assert plain(lesson.blocks[0].text) == "So {sqroot(2)} and 2."


def test_a_file_with_a_thousand_faults_is_no_lesson(tmp_path: Path) -> None:
    lesson, faults = read(tmp_path, HEAD + "{y}\n" * 1200)
    assert lesson is None
    assert len(faults) == 1000
