"""Expression questions in files."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from quiz_app.bank.model import AuthorMistake, ExpressionQuestion, Question, Variable
from quiz_app.errors import ContentError

QUESTION = """
    id: q
    ask: expression
    prompt: Which?
    variables: {{z: {{uniform: [-5, pi], open: true}}, λ: {{choice: [0, 1/2]}}, p: sigmoid(z)}}
    answer: {answer}
    {rest}
"""


def test_an_expression_question_is_read_with_all_its_keys(
    read_item: Callable[[str], Question],
) -> None:
    mistakes = 'mistakes: [{name: m, answer: "2answer", say: No.}]'
    rest = f"up_to: factor\n    in_terms_of: [p, lambda]\n    {mistakes}"
    question = read_item(QUESTION.format(answer="p*lambda", rest=rest))
    assert isinstance(question, ExpressionQuestion)
    assert question.variables == (
        Variable("z", "-5", "pi", open=True),
        Variable("lambda", values=("0", "1/2")),
        Variable("p", expression="sigmoid(z)"),
    )
    assert (question.up_to, question.in_terms_of) == ("factor", ("p", "lambda"))
    assert question.mistakes == (AuthorMistake("m", "2answer", "No."),)


@pytest.mark.parametrize(
    ("answer", "rest", "problem"),
    [
        ("q", "", "'q' is not a given name"),
        ("mse(z, p)", "", "this asks a loss, which is no formula to be read"),
        ("p", "up_to: konstant", "'konstant' is not a freedom"),
        ("p", "in_terms_of: [w]", "'w' is not a variable"),
        ("answer", "", "'answer' is not a given name"),
    ],
)
def test_a_fault_is_told(
    faults_of: Callable[[str], list[ContentError]], answer: str, rest: str, problem: str
) -> None:
    (fault,) = faults_of(QUESTION.format(answer=answer, rest=rest))
    assert fault.problem == problem
