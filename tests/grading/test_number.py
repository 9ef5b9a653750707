"""A number is right, or a mistake, or wrong, or cannot be read."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quiz_app.bank import Bank, read_bank_file
from quiz_app.grading import Verdict, grade
from quiz_app.variants import Variant, make_variant

MakeVariant = Callable[..., Variant]


def number(answer: object, tolerance: str = "1%") -> str:
    return f'ask: number\nprompt: a\nanswer: "{answer}"\ntolerance: {tolerance}'


@pytest.fixture
def mse(bank: Bank) -> Variant:
    """The mean of the squares 0.25, 0.25, 0.01 and 0.64, to within one percent."""
    return make_variant(bank.item("mse.by-hand"), 0)


@pytest.mark.parametrize(
    ("answer", "read_as"),
    [
        ("0.2875", "0.2875"),
        (" .2875 ", ".2875"),
        ("2.875e-1", "2.875×10⁻¹"),
        ("23/80", "23/80 = 0.2875"),
        ("28.75%", "28.75/100 = 0.2875"),
        ("1/4*(0.25+0.25+0.01+0.64)", "¼ (0.25 + 0.25 + 0.01 + 0.64) = 0.2875"),
        ("(0.25+0.25+0.01+0.64)/4", "(0.25 + 0.25 + 0.01 + 0.64)/4 = 0.2875"),
        ("mean([0.25, 0.25, 0.01, 0.64])", None),
        ("-ln(exp(-0.2875))", None),
        ("0.286", "0.286"),
        ("0.29", "0.29"),
    ],
)
def test_a_right_number_counts_in_every_form(
    mse: Variant, answer: str, read_as: str | None
) -> None:
    verdict = grade(mse, answer)
    assert (verdict.outcome, verdict.score, verdict.mistakes) == ("right", 1.0, ())
    assert verdict.feedback == "Right: the answer is 0.2875."
    assert read_as is None or verdict.read_as == read_as


def test_a_logarithm_is_right_for_a_cross_entropy(variant: MakeVariant) -> None:
    verdict = grade(variant(number("bce(1, 0.7)")), "-ln(0.7)")
    assert (verdict.outcome, verdict.read_as) == ("right", "−ln 0.7 = 0.356675")


@pytest.mark.parametrize(
    ("right", "tolerance", "accepted", "refused"),
    [
        ("200", "1%", ["198", "202"], ["197.9", "202.1", "-200"]),
        ("-200", "0.1%", ["-200.2"], ["-200.3", "200"]),
        ("0.25", "{absolute: 0.01}", ["0.24", "0.26"], ["0.2399", "0.2601"]),
        ("0", "{absolute: 0.01}", ["0", "0.01", "-0.01"], ["0.011"]),
        ("1/3", "{digits: 3}", ["0.333", "0.3335", "1/3"], ["0.332", "0.334"]),
        ("0.1 + 0.2 - 0.3", "1%", ["0", "1e-12"], ["0.001", "1e-7"]),
        ("2 - 2", "{digits: 2}", ["0"], ["0.001"]),
    ],
)
def test_the_tolerance_decides(
    variant: MakeVariant, right: str, tolerance: str, accepted: list[str], refused: list[str]
) -> None:
    question = variant(number(right, tolerance))
    assert {grade(question, answer).outcome for answer in accepted} == {"right"}
    assert {grade(question, answer).outcome for answer in refused} == {"wrong"}


@pytest.fixture(scope="module")
def drawn(tmp_path_factory: pytest.TempPathFactory) -> Variant:
    """A Huber question whose values differ from draw to draw."""
    path = tmp_path_factory.mktemp("bank") / "huber.yaml"
    path.write_text(
        "topic: t\ntitle: T\nquestions:\n"
        "  - id: huber\n    ask: number\n    prompt: a\n"
        "    given:\n"
        "      y: {uniform: [-3, 3], step: 0.5, size: 3}\n"
        "      p: {uniform: [-3, 3], step: 0.5, size: 3}\n"
        "    answer: huber(y, p, delta=1)\n",
        encoding="utf-8",
    )
    bank_file, _ = read_bank_file(path)
    assert bank_file is not None
    return make_variant(bank_file.items[0], 0)


@settings(deadline=None)
@given(seed=st.integers(0, 10**6))
def test_the_value_of_a_mistake_is_wrong_and_names_the_mistake(drawn: Variant, seed: int) -> None:
    question = make_variant(drawn.item, seed)
    assert len(question.mistakes) >= 5
    for mistake in question.mistakes:
        verdict = grade(question, repr(mistake.value))
        assert (verdict.outcome, verdict.score) == ("wrong", 0.0)
        assert mistake in verdict.mistakes


def test_one_mistake_is_explained(mse: Variant) -> None:
    verdict = grade(mse, "1.15")
    assert [mistake.name for mistake in verdict.mistakes] == ["sum_instead_of_mean"]
    assert verdict.feedback == (
        "Not quite: the answer is 0.2875. You added the losses up; their mean is asked for, "
        "so divide by the number of samples."
    )


def test_all_mistakes_that_give_the_number_are_told(variant: MakeVariant) -> None:
    mistakes = "mistakes:\n" + "".join(
        f"  - {{name: {name}, answer: '{value}', say: You took {name}.}}\n"
        for name, value in {"one": 2, "two": "2.001", "three": 3}.items()
    )
    verdict = grade(variant(f"{number(1)}\n{mistakes}"), "2")
    assert [mistake.name for mistake in verdict.mistakes] == ["one", "two"]
    assert verdict.feedback == (
        "Not quite: the answer is 1. Several slips give your number. "
        "You took one. Or: You took two."
    )


@pytest.mark.parametrize(
    ("right", "given", "compared"),
    [
        ("0.2875", "0.301", "4.7% too large"),
        ("0.2875", "0.28", "2.6% too small"),
        ("8", "1", "8 times too small"),
        ("8", "20", "2.5 times too large"),
        ("8", "16", "2 times too large"),
        ("8", "15.9", "99% too large"),
        ("-2", "-3", "50% too large in magnitude"),
        ("-2", "-0.25", "8 times too small in magnitude"),
        ("2", "-3", "of the opposite sign"),
        ("-2", "3", "of the opposite sign"),
        ("0", "-2", "2 too small"),
        ("0", "0.25", "0.25 too large"),
        ("0.5", "0", "0.5 too small"),
        ("1e10", "1e-320", "far too small"),
        ("1e-12", "1e300", "far too large"),
        ("-1", "-5000", "far too large in magnitude"),
    ],
)
def test_a_wrong_number_is_compared_with_the_right_one(
    variant: MakeVariant, right: str, given: str, compared: str
) -> None:
    verdict = grade(variant(number(right)), given)
    assert verdict.outcome == "wrong"
    assert verdict.feedback.endswith(f" Yours is {compared}.")


HOSTILE = {
    "import": "__import__('os').system('x')",
    "attribute": "().__class__.__bases__",
    "tower": "9**9**9**9",
    "brackets": "(" * 10_000,
    "closed brackets": "(" * 10_000 + "1" + ")" * 10_000,
    "signs": "-" * 1999 + "1",
    "megabyte": "1" * 1_000_000,
    "loop": "sum(k, k, 1000000000)",
    "nested loop": "sum(sum(k, k, 100000), m, 100000)",
    "huge": "10^1000 * 10^1000",
    "escape": "\x1b[31m1",
    "null": "1\x000",
    "direction": "1\u202e2",
    "format": "{answer}",
}


@pytest.mark.parametrize("answer", HOSTILE.values(), ids=HOSTILE.keys())
def test_a_hostile_answer_is_invalid_and_its_refusal_is_printable(
    mse: Variant, answer: str
) -> None:
    verdict = grade(mse, answer)
    assert_invalid(verdict)
    assert verdict.feedback.isprintable()
    assert len(verdict.feedback) < 200


@pytest.mark.parametrize(
    "answer",
    [
        *("", "   ", "\n", "x", "answer", "y_pred", "nan", "inf", "three", "½½", "1..2", "1 +"),
        *("1/0", "ln(0)", "sqrt(-1)", "1e400", "mse([1], [2])"),
        *("[1, 2]", "1 < 2", "1,5", "0.2875 nats", "0,5"),
    ],
)
def test_what_is_no_number_is_invalid(mse: Variant, answer: str) -> None:
    assert_invalid(grade(mse, answer))


def assert_invalid(verdict: Verdict) -> None:
    assert (verdict.outcome, verdict.score, verdict.mistakes) == ("invalid", 0.0, ())
    assert verdict.read_as == ""
    assert is_well_put(verdict.feedback)


def is_well_put(text: str) -> bool:
    """Whether a text reads like whole sentences, on one line."""
    begins, ends = not text[0].islower(), text.endswith(".")
    return begins and ends and not re.search(r"  |\n|[ .]\.(?![0-9])", text)


@settings(deadline=None)
@given(st.text(max_size=40) | st.text("0123456789.+-*/^()[]|%e, lnsqrt√½²<≤", max_size=25))
def test_no_text_is_an_exception(drawn: Variant, text: str) -> None:
    verdict = grade(drawn, text)
    assert verdict.outcome in ("right", "wrong", "invalid")
    assert verdict.feedback.endswith(".")


@pytest.mark.parametrize(
    ("answer", "feedback"),
    [
        ("", "There is no answer yet. Type one number, such as 0.25, 1/4 or -ln(0.7)."),
        (
            "[1, 2]",
            "One number is asked for, you gave two numbers. "
            "Type one number, such as 0.25, 1/4 or -ln(0.7).",
        ),
        ("2 3", "At character 3: After '2' an operator is missing before 3."),
        ("x", "'x' is not a name known here."),
    ],
)
def test_a_refusal_says_what_and_where(mse: Variant, answer: str, feedback: str) -> None:
    assert grade(mse, answer).feedback.startswith(feedback)


@pytest.mark.parametrize(
    ("right", "tolerance", "typed", "told"),
    [
        ("0.356675", "1%", "0.4", "That is the right number rounded to 1 digit; give at least 3."),
        (
            "0.5556",
            "0.1%",
            "0.56",
            "That is the right number rounded to 2 digits; give at least 3.",
        ),
        ("0.5556", "0.1%", "56%", "That is the right number rounded to 2 digits; give at least 3."),
        ("12.4", "1%", "12", "That is the right number rounded to 2 digits; give at least 3."),
        (
            "-0.0123",
            "1%",
            "-0.012",
            "That is the right number rounded to 2 digits; give at least 3.",
        ),
        (
            "1/3",
            "{digits: 3}",
            "0.33",
            "That is the right number rounded to 2 digits; give at least 3.",
        ),
    ],
)
def test_a_rounding_that_is_too_coarse_costs_nothing(
    variant: MakeVariant, right: str, tolerance: str, typed: str, told: str
) -> None:
    verdict = grade(variant(number(right, tolerance)), typed)
    assert_invalid(verdict)
    assert verdict.feedback == told


@pytest.mark.parametrize(
    ("right", "typed"),
    [
        ("0.7", "1"),  # rounded to a whole number, but not to one digit
        ("0.3567", "0.35"),  # cut off, not rounded
        ("0.3567", "7/20"),
        ("0.0049", "0"),
        ("0.5556", "0.560"),
        ("198.7", "200"),
    ],
)
def test_what_is_no_rounding_is_wrong(variant: MakeVariant, right: str, typed: str) -> None:
    assert grade(variant(number(right, "0.1%")), typed).outcome == "wrong"


def test_a_rounding_that_a_mistake_shares_is_wrong(variant: MakeVariant) -> None:
    mistake = "mistakes: [{name: near, answer: '0.362', say: Near.}]"
    question = variant(f"{number('0.3567', '0.1%')}\n{mistake}")
    assert grade(question, "0.36").outcome == "wrong"
    assert grade(question, "0.357").outcome == "right"


@pytest.mark.parametrize(
    ("answer", "in_other_unit", "name"),
    [
        ("-ln(0.7)", "-log2(0.7)", "bits"),
        ("-log2(0.7)", "-ln(0.7)", "nats"),
        ("cce([0, 1], [0.3, 0.7])", "-log2(0.7)", "log2"),
    ],
)
def test_bits_are_told_from_nats(
    variant: MakeVariant, answer: str, in_other_unit: str, name: str
) -> None:
    verdict = grade(variant(number(answer)), in_other_unit)
    assert verdict.outcome == "wrong"
    assert name in [mistake.name for mistake in verdict.mistakes]


def test_two_mistakes_made_together_are_both_named(variant: MakeVariant) -> None:
    given = "given: {y: [1, 0, 1], p: [0.7, 0.2, 0.4]}"
    question = variant(f"{number('bce(y, p)')}\n{given}")
    verdict = grade(question, "-log2(0.7) - log2(0.8) - log2(0.4)")
    assert [m.name for m in verdict.mistakes] == ["log2", "sum_instead_of_mean"]
    assert verdict.feedback == (
        "Not quite: the answer is 0.498703. Two slips meet here. "
        "You took the base-2 logarithm; the natural one is meant. "
        "You added the losses up; their mean is asked for, so divide by the number of samples."
    )


def test_a_pair_must_agree_to_every_digit_typed(variant: MakeVariant) -> None:
    given = "given: {y: [1, 0, 1], p: [0.7, 0.2, 0.4]}"
    question = variant(f"{number('bce(y, p)')}\n{given}")
    assert grade(question, "2.158").mistakes
    assert grade(question, "2.160").mistakes == ()
