from __future__ import annotations

from collections.abc import Callable

import pytest

from quiz_app.bank.model import (
    AuthorMistake,
    ChoiceQuestion,
    ChoicesQuestion,
    Fixed,
    FormulaReference,
    NumberQuestion,
    OpenQuestion,
    Option,
    Question,
    Source,
    TrueFalseQuestion,
)
from quiz_app.errors import ContentError


def test_a_number_question_is_read_with_all_its_keys(
    read_item: Callable[[str], Question],
) -> None:
    question = read_item("""
        id: mse.by-hand
        ask: number
        difficulty: 1
        prompt: |
          A model predicts {y_pred}.
          What is it for {{y}}?
        given:
          y_true: [1, 2]
          y_pred: [0, 2]
        answer: mean_squared_error(y_true, y_pred)
        mistakes:
          - {name: half, answer: "mse(y_true, y_pred)/2", say: "Not halved; see {y_true[0]}."}
        hints: ["Start from {y_true}.", Average.]
        explain: The residuals {y_true - y_pred} give {answer:3}.
        formula: {loss: mean_squared_error, show: gradient}
    """)
    assert isinstance(question, NumberQuestion)
    assert question.id == "mse.by-hand"
    assert question.topic == "t"
    assert (question.source.line, question.source.column) == (4, 5)
    assert question.source.path.endswith("one.yaml")
    assert question.difficulty == 1
    assert question.prompt == "A model predicts {y_pred}.\nWhat is it for {{y}}?"
    assert question.given == (("y_true", Fixed(("1", "2"))), ("y_pred", Fixed(("0", "2"))))
    assert question.answer == "mean_squared_error(y_true, y_pred)"
    assert question.mistakes == (
        AuthorMistake("half", "mse(y_true, y_pred)/2", "Not halved; see {y_true[0]}."),
    )
    assert question.hints == ("Start from {y_true}.", "Average.")
    assert question.explain == "The residuals {y_true - y_pred} give {answer:3}."
    assert question.formula == FormulaReference("mean_squared_error", "gradient")


def test_a_choice_question_is_read(read_item: Callable[[str], Question]) -> None:
    question = read_item("""
        id: q
        ask: choice
        prompt: Which one?
        shuffle: false
        options:
          - {text: MAE, right: true}
          - {text: No, because: It is not.}
    """)
    assert isinstance(question, ChoiceQuestion)
    assert question.options == (Option("MAE", True), Option("No", False, "It is not."))
    assert question.shuffle is False
    assert question.difficulty == 2


def test_a_choices_question_may_have_several_right_options(
    read_item: Callable[[str], Question],
) -> None:
    question = read_item("""
        id: q
        ask: choices
        prompt: Which ones?
        options: [{text: a, right: true}, {text: b, right: true}, {text: c}]
    """)
    assert isinstance(question, ChoicesQuestion)
    assert [option.right for option in question.options] == [True, True, False]
    assert question.shuffle is True


def test_a_true_false_question_is_read(read_item: Callable[[str], Question]) -> None:
    question = read_item("id: q\nask: true_false\nprompt: So?\nanswer: false")
    assert isinstance(question, TrueFalseQuestion)
    assert question.answer is False


def test_an_open_question_is_read(read_item: Callable[[str], Question]) -> None:
    question = read_item("id: q\nask: open\nprompt: Why?\nanswer: Because.\npoints: [one, two]")
    assert isinstance(question, OpenQuestion)
    assert (question.answer, question.points) == ("Because.", ("one", "two"))


def test_option_words_are_not_taken_for_names(read_item: Callable[[str], Question]) -> None:
    question = read_item("""
        id: q
        ask: number
        prompt: So?
        given: {y: 1, z: 2, d: 1}
        answer: bce(y, z, from_logits=true, reduction=sum) + huber(y, z, delta=d)
    """)
    assert isinstance(question, NumberQuestion)
    assert "from_logits=true" in question.answer


def test_the_index_of_a_sum_needs_no_given_value(read_item: Callable[[str], Question]) -> None:
    question = read_item("""
        id: q
        ask: number
        prompt: So?
        given: {p: [0.5, 0.5], K: 2}
        answer: -sum(p[k]*log(p[k]), k, K) + e*pi
    """)
    assert isinstance(question, NumberQuestion)


NUMBER = "id: q\nask: number\nprompt: What?\nanswer: 1\n"
CHOICE = "id: q\nask: choice\nprompt: Which?\noptions: "
CHOICES = "id: q\nask: choices\nprompt: Which?\noptions: "
TRUE_FALSE = "id: q\nask: true_false\nprompt: So?\nanswer: "
OPEN = "id: q\nask: open\nprompt: Why?\nanswer: So.\n"
MISSPELT = "'dificulty' is not a key of a number question; did you mean 'difficulty'"


@pytest.mark.parametrize(
    ("lines", "place", "message"),
    [
        (NUMBER + "dificulty: 1", "8:5", MISSPELT),
        (NUMBER + "difficulty: 6", "8:17", "a whole number from 1 to 5 is expected here, not '6'"),
        (NUMBER + "difficulty: '1'", "8:17", "expected here, not '1'; write one of these, without"),
        (NUMBER + "difficulty: ١", "8:17", "a whole number from 1 to 5"),
        (NUMBER + "hints: Think.", "8:12", "a list of hints is expected here, not 'Think.'; begin"),
        (NUMBER + "hints: []", "8:12", "this list of hints is too short; give at least 1"),
        (NUMBER + "explain:", "8:13", "the text is missing; write one here"),
        (NUMBER + "explain: {y}", "8:14", "a text is expected here, not a mapping; put a text"),
        (NUMBER + "explain: See {answr}.", "8:19", "not a given name; did you mean 'answer'"),
        (NUMBER + "explain: See {answer", "8:18", "'{' has no partner; close or remove it"),
        (NUMBER + "explain: |\n  One\n  two {1 +}.", "10:15", "after '1 +' a term is missing;"),
        (NUMBER + "formula: {show: all, loss: mse}", "8:21", "'all' is not a formula of a loss"),
        (NUMBER + "formula: {show: gradeint, loss: mse}", "8:21", "did you mean 'gradient'"),
        (NUMBER + "formula: {show: gradient}", "8:14", "a formula needs 'loss'; add 'loss: …'"),
        (NUMBER + "mistakes: [{name: a, say: b}]", "8:16", "a mistake needs 'answer'"),
        (NUMBER + "mistakes: [{name: a, say: b, answer: x}]", "8:42", "'x' is not a given name"),
        (NUMBER + "explain: '" + "{answer}" * 101 + "'", "8:816", "over 100 placeholders"),
        ("id: q\nask: number\nprompt: Is it {y}?\nanswer: 1", "6:20", "'y' is not a given name"),
        ("id: q\nask: number\nprompt: Is it {answer}?\nanswer: 1", "6:20", "'answer' is not"),
        ("id: q\nask: number\nprompt: What?\nanswer: 2*(1", "7:15", "the bracket '(' is never"),
        ("id: q\nask: number\nanswer: 1", "4:5", "needs 'prompt'; add 'prompt: …'"),
        ("id: q\nask: number\npromt: What?\nanswer: 1", "6:5", "'promt' is not a key of a number"),
        ("id: Mse\nask: open\nprompt: p\nanswer: a\npoints: [b]", "4:9", "'Mse' cannot be an id"),
        ("id: q\nask: numbr\nprompt: p", "5:10", "kind of question; did you mean 'number'"),
        ("id: q\nask: poem\nprompt: p", "5:10", "known are number, "),
        ("id: q\nprompt: p", "4:5", "a question needs 'ask'; say what to ask for: number"),
        ("just a text", "4:5", "a question is expected here, not 'just a text'"),
        (CHOICE + "[{text: a, right: true}]", "7:14", "this list of options is too short"),
        (CHOICE + "[{text: a}, {text: b}]", "7:14", "exactly one right option, this has 0; mark"),
        (CHOICE + "[{text: a, right: yes}, {text: b, right: true}]", "7:32", "here, not 'yes'"),
        (CHOICE + "[{text: a, right: true}, {text: a}]", "7:46", "two options read 'a'"),
        (CHOICES + "[{text: a}, {text: b}]", "7:14", "no option is right"),
        (TRUE_FALSE + "yes", "7:13", "true or false is expected here, not 'yes'"),
        (TRUE_FALSE + "true\nexplain: '{answer}'", "8:16", "'answer' is not a given name"),
        (OPEN + "points: []", "8:13", "this list of points is too short"),
    ],
)
def test_a_fault_is_named_where_it_stands(
    faults_of: Callable[[str], list[ContentError]], lines: str, place: str, message: str
) -> None:
    [fault] = faults_of(lines)
    assert f"{fault.line}:{fault.column}" == place
    assert message in f"{fault.problem}; {fault.remedy}"


def test_a_choice_with_two_right_options_is_one_of_choices(
    faults_of: Callable[[str], list[ContentError]],
) -> None:
    [fault] = faults_of(CHOICE + "[{text: a, right: true}, {text: b, right: true}]")
    assert "this has 2" in fault.problem
    assert "ask: choices" in fault.remedy


def test_all_faults_of_a_question_are_named_at_once(
    faults_of: Callable[[str], list[ContentError]],
) -> None:
    faults = faults_of("""
        id: A
        ask: number
        prompt: What of {x} and {z}?
        given: {y: {uniform: [1, 0]}}
        dificulty: 1
        answer: y + w
        hints: ['Ask {v}.']
    """)
    assert [(fault.line, fault.column) for fault in faults] == [
        (4, 9),
        (6, 22),
        (6, 30),
        (7, 26),
        (8, 5),
        (9, 17),
        (10, 19),
    ]


def test_an_item_knows_its_source(read_item: Callable[[str], Question]) -> None:
    question = read_item("ask: open\nid: q\nprompt: p\nanswer: a\npoints: [b]")
    assert question.source == Source(question.source.path, 4, 5)
