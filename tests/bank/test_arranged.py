"""Steps, pairs, gaps and reasons are read, and what cannot be asked is named at its place."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from quiz_app.bank.model import (
    ClozeQuestion,
    Gap,
    MatchQuestion,
    Option,
    OrderQuestion,
    Pair,
    Question,
    Step,
    Tolerance,
    TrueFalseQuestion,
)
from quiz_app.errors import ContentError

ReadItem = Callable[[str], Question]
FaultsOf = Callable[[str], list[ContentError]]

ORDER = "id: q\nask: order\nprompt: p\n"
MATCH = "id: q\nask: match\nprompt: p\n"
CLOZE = "id: q\nask: cloze\nprompt: A ___ and a ___.\n"
STATEMENT = "id: q\nask: true_false\nprompt: p\nanswer: true\n"


def test_a_plain_step_needs_the_one_above_and_a_named_need_replaces_that(
    read_item: ReadItem,
) -> None:
    question = read_item(
        ORDER + "steps:\n  - one\n  - {text: two, name: b}\n  - three\n"
        "  - {text: four, after: [b]}\n  - {text: five, after: []}"
    )
    assert isinstance(question, OrderQuestion)
    assert question.steps == (
        Step("one"),
        Step("two", (0,)),
        Step("three", (1,)),
        Step("four", (1,)),
        Step("five"),
    )


def test_pairs_and_others_are_read(read_item: ReadItem) -> None:
    question = read_item(
        MATCH + "pairs: [{left: MSE, right: mean, because: So.}, {left: MAE, right: median}]\n"
        "others: [mode]"
    )
    assert isinstance(question, MatchQuestion)
    assert question.pairs == (Pair("MSE", "mean", "So."), Pair("MAE", "median"))
    assert question.others == ("mode",)


def test_a_gap_is_a_word_some_words_or_an_expression(read_item: ReadItem) -> None:
    question = read_item(
        'id: q\nask: cloze\nprompt: "___, ___ and ___."\ngiven: {p: 0.5}\n'
        "gaps: [mean, [median, 0.5-quantile], {expression: -1/p, tolerance: 2%}]"
    )
    assert isinstance(question, ClozeQuestion)
    assert question.gaps == (
        Gap(words=("mean",)),
        Gap(words=("median", "0.5-quantile")),
        Gap(expression="-1/p", tolerance=Tolerance("relative", 0.02)),
    )


def test_a_statement_may_have_reasons(read_item: ReadItem) -> None:
    question = read_item(STATEMENT + "reasons: [{text: a, right: true}, {text: b, because: c}]")
    assert isinstance(question, TrueFalseQuestion)
    assert question.reasons == (Option("a", right=True), Option("b", because="c"))


@pytest.mark.parametrize(
    ("lines", "place", "message"),
    [
        (ORDER + "steps: [a]", "7:12", "this list of steps is too short"),
        (ORDER + "steps: [a, b, a]", "7:19", "two steps read 'a'; change one of them"),
        (
            ORDER + "steps: [a, {text: b, after: []}]",
            "7:12",
            "any order of these steps is right; say with 'after' what a step needs",
        ),
        (
            ORDER + "steps: [{text: a, name: log}, {text: b, after: [lgo]}]",
            "7:53",
            "no step above is named 'lgo'; did you mean 'log'",
        ),
        (
            ORDER + "steps: [{text: a, name: x, after: [y]}, {text: b, name: y, after: [x]}]",
            "7:40",
            "no step above is named 'y'; write the steps in a right order",
        ),
        (
            ORDER + "steps: [{text: a, name: x}, {text: b, name: x}]",
            "7:49",
            "two steps are named 'x'",
        ),
        (ORDER + f"steps: {[f's{n}' for n in range(13)]}", "7:12", "there are over 12 steps"),
        (ORDER + "steps: [a, '{x}']", "7:18", "'x' is not a given name"),
        (
            MATCH + "pairs: [{left: a, right: c}, {left: a, right: d}]",
            "7:41",
            "two pairs read 'a'",
        ),
        (
            MATCH + "pairs: [{left: a, right: c}, {left: b, right: c}]",
            "7:51",
            "two partners read 'c'",
        ),
        (
            MATCH + "pairs: [{left: a, right: c}, {left: b, right: d}]\nothers: [d]",
            "8:14",
            "two partners read 'd'",
        ),
        (MATCH + "pairs: [{left: a, right: c}]", "7:12", "this list of pairs is too short"),
        (CLOZE + "gaps: [a]", "6:13", "the prompt has 2 gaps, and 1 are given"),
        (
            CLOZE + "gaps: [a, 0.5]",
            "7:15",
            "a gap for the number '0.5' would take it in no other form; write {expression: 0.5}",
        ),
        (CLOZE + "gaps: [a, b;c]", "7:15", "a semicolon parts the answers"),
        (CLOZE + "gaps: [a, []]", "7:15", "this list of words is too short"),
        (CLOZE + "gaps: [a, {expression: x}]", "7:28", "'x' is not a given name"),
        (
            CLOZE + "gaps: [a, {expression: 'mse(p, 0)', variables: {p: {uniform: [0, 1]}}}]",
            "7:28",
            "this asks a loss, which is no formula to be read",
        ),
        (STATEMENT + "reasons: [{text: a}, {text: b}]", "8:14", "exactly one reason is right"),
        (
            STATEMENT + "reasons: [{text: a, right: true}, {text: a}]",
            "8:46",
            "two reasons read 'a'",
        ),
    ],
)
def test_a_fault_is_named_where_it_stands(
    faults_of: FaultsOf, lines: str, place: str, message: str
) -> None:
    [fault] = faults_of(lines)
    assert f"{fault.line}:{fault.column}" == place
    assert message in f"{fault.problem}; {fault.remedy}"
