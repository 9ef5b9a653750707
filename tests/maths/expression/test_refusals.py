"""Texts that are refused, what is said about them, and where."""

from __future__ import annotations

import pickle
import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quiz_app.maths.expression import ExpressionError, parse

REFUSED = [
    # nothing, or something missing
    ("", 0, "nothing to read"),
    ("  \n", 0, "nothing to read"),
    ("2*", 2, "After '2*' a term is missing"),
    ("*2", 0, "Before '*' a term is missing"),
    ("a + + * b", 6, "After 'a + +' a term is missing"),
    ("2^", 2, "After '2^' a term is missing"),
    ("()", 1, "brackets are empty"),
    ("[]", 1, "brackets are empty"),
    ("f(a,)", 4, "After 'f(a,' a term is missing"),
    ("log()", 0, "log takes 1 argument, not 0"),
    ("2 3", 2, "operator is missing before 3"),
    ("x 2", 2, "operator is missing before 2"),
    ("1.5.2", 3, "operator is missing before .2"),
    ("2½", 1, "operator is missing before 1/2"),
    # brackets and bars
    ("(a + b", 0, "'(' is never closed"),
    ("f(a, b", 1, "'(' is never closed"),
    ("[1, 2", 0, "'[' is never closed"),
    ("a + b)", 5, "')' was never opened"),
    ("(a]", 2, "'(' is closed by ']'"),
    ("|x", 0, "'|' is never closed"),
    ("‖x", 0, "'‖' is never closed"),
    ("{x}", 0, "Braces"),
    ("1{x<1}", 1, "Braces"),
    # commas
    ("0,5", 1, "Is this the decimal 0.5, or two values 0 and 5?"),
    ("x + (1,25)", 6, "Is this the decimal 1.25"),
    ("log(0,5)", 5, "Is this the decimal 0.5"),
    ("|0,5|", 2, "Is this the decimal 0.5"),
    ("1,234.5", 1, "cannot group"),
    ("a, b", 1, "not in a list"),
    # functions
    ("log(x, 2)", 0, "log takes 1 argument, not 2"),
    ("dot(x)", 0, "dot takes 2 arguments, not 1"),
    ("sum(x, k)", 0, "sum takes 1 or 3 arguments, not 2"),
    ("sum(x, 2, 3)", 0, "name of its index"),
    ("sum(x, e, 3)", 0, "name of its index"),
    ("max()", 0, "max takes at least 1 argument, not 0"),
    ("ln", 2, "After 'ln' an argument is missing"),
    ("ln * x", 2, "After 'ln' an argument is missing"),
    ("ln -x", 2, "After 'ln' an argument is missing"),
    ("max a", 3, "After 'max' an argument is missing"),
    ("ln 2(x)", 4, "How far 'ln' reaches"),
    ("√2(x)", 2, "How far '√' reaches"),
    ("log^2 x", 3, "between 'log' and its argument"),
    ("log² x", 3, "between 'log' and its argument"),
    ("log(x, base=2)", 7, "no option 'base'"),
    ("f(d=1, x)", 7, "follows a named option"),
    ("f(d=1, d=2)", 7, "given twice"),
    # conditions and positions
    ("a if b else c", 5, "must compare two terms"),
    ("a if x < 1", 10, "'else' is missing"),
    ("a else b", 2, "no 'if'"),
    ("0 < x < 1", 6, "Two comparisons"),
    ("1[x]", 2, "must compare two terms"),
    ("x[y < 1]", 2, "cannot be an index"),
    ("[y > 0]", 1, "cannot be an index or a value"),
    ("2[0]", 1, "cannot be indexed"),
    ("x%", 1, "only at the end of a number"),
    ("5%3", 1, "only at the end of a number"),
    ("x ≠ 1", 2, "≠"),
    ("x != 1", 2, "!"),
    ("n!", 1, "!"),
    ("a & b", 2, "cannot be joined"),
    # what could be meant for a machine
    ("a.b", 1, "A dot"),
    ("().__class__", 2, "A dot"),
    ("x.__class__", 1, "A dot"),
    ("__import__", 0, "Two underscores"),
    ("x__y", 1, "Two underscores"),
    ("_x", 0, "An underscore"),
    ("'a'", 0, "quotes"),
    ('"a"', 0, "quotes"),
    ("`id`", 0, "quotes"),
    ("\\lambda", 0, "backslash"),
    ("a; b", 1, "semicolon"),
    ("lambda: x", 6, "The sign :"),
    ("x = [i for i in y]; 1", 18, "semicolon"),
    ("a := 1", 2, "The sign :"),
    ("x @ y", 2, "The sign @"),
    ("$x", 0, "The sign $"),
    ("x # y", 2, "The sign #"),
    ("∑ x", 0, "sign for a sum"),
    ("Σ(x)", 0, "sign for a sum"),
    ("∂l", 0, "derivative"),
    ("∞", 0, "Infinity"),
    ("1 ± 2", 2, "±"),
    ("🙂", 0, "The sign"),
    # letters and characters that are not seen
    ("х + 1", 0, "The letter х (U+0445)"),
    ("é", 0, "The letter é"),
    ("y\N{COMBINING ACUTE ACCENT}", 1, "accent"),
    ("٣", 0, "The sign ٣"),
    ("x\x00", 1, "control character"),
    ("x\x07y", 1, "control character"),
    ("x\N{LINE SEPARATOR}y", 1, "control character"),
    ("\x1b[31mx", 0, "terminal escape"),
    ("x\x9b31m", 1, "terminal escape"),
    ("a\N{RIGHT-TO-LEFT OVERRIDE}b", 1, "direction of writing"),
    ("a\N{RIGHT-TO-LEFT MARK}b", 1, "direction of writing"),
    ("a\N{LEFT-TO-RIGHT ISOLATE}b", 1, "direction of writing"),
    ("a\N{ZERO WIDTH SPACE}b", 1, "invisible"),
    ("\N{ZERO WIDTH NO-BREAK SPACE}a", 0, "invisible"),
    ("a\N{SOFT HYPHEN}b", 1, "invisible"),
    ("\ud800", 0, "U+D800"),
    ("\ue000", 0, "U+E000"),
]


@pytest.mark.parametrize(("text", "offset", "said"), REFUSED)
def test_text_is_refused_at_its_place(text: str, offset: int, said: str) -> None:
    with pytest.raises(ExpressionError) as caught:
        parse(text)
    assert said in caught.value.problem
    assert caught.value.offset == offset


UNKNOWN = [
    ("q", {"y", "p"}, 0, "The names here are p, y."),
    ("2 + yhta", {"yhat", "y"}, 4, "Perhaps yhat is meant."),
    ("Y_TRUE", {"y_true"}, 0, "Perhaps y_true is meant."),
    ("sqr(y)", {"y"}, 0, "Perhaps sqrt is meant."),
    ("x", set(), 0, "Write numbers and functions only."),
    ("w", set("abcdfghijk"), 0, "Write one of the names that the question uses."),
    ("e⁻ᶻ", {"y"}, 1, "The names here are y."),
    ("sum(y[k], k, 3) + k", {"y"}, 18, "The names here are y."),
]


@pytest.mark.parametrize(("text", "names", "offset", "remedy"), UNKNOWN)
def test_an_unknown_name_is_refused_with_a_suggestion(
    text: str, names: set[str], offset: int, remedy: str
) -> None:
    with pytest.raises(ExpressionError) as caught:
        parse(text, names=names)
    assert caught.value.remedy == remedy
    assert caught.value.offset == offset


def test_a_given_function_needs_its_brackets() -> None:
    with pytest.raises(ExpressionError, match="After 'mse' an argument is missing"):
        parse("mse + 1", names=(), functions={"mse"})


def test_a_long_text_is_shown_only_around_the_fault() -> None:
    with pytest.raises(ExpressionError) as caught:
        parse("alpha + beta + gamma + delta*")
    assert caught.value.problem == "After '…mma + delta*' a term is missing."


def test_a_long_unknown_name_is_shown_shortened() -> None:
    with pytest.raises(ExpressionError) as caught:
        parse("q" * 400, names={"y"})
    assert caught.value.problem == f"'{'q' * 24}…' is not a name known here."


def test_a_decimal_comma_may_also_group_thousands() -> None:
    with pytest.raises(ExpressionError) as caught:
        parse("1,000")
    assert caught.value.remedy == "Write 1.000, 1000 or [1, 000]."


def test_the_error_survives_a_process_boundary() -> None:
    error = ExpressionError("This is wrong.", "Do that.", 7)
    again = pickle.loads(pickle.dumps(error))  # noqa: S301
    assert (again.problem, again.remedy, again.offset) == ("This is wrong.", "Do that.", 7)


ALPHABET = "xyzpek01289.,+-*/^%=<>()[]|√²⁻ᵢₖ½σλŷ_ \\'\"{};:\x1b\u200b\u202e"


@settings(deadline=None)
@given(
    st.one_of(st.text(max_size=60), st.text(alphabet=ALPHABET, max_size=40)),
    st.sampled_from([None, (), ("x", "y", "p")]),
)
def test_any_text_is_read_or_refused_in_clean_sentences(
    text: str, names: tuple[str, ...] | None
) -> None:
    error = refusal(text, names)
    if error is not None:
        shown = error.problem + error.remedy
        assert 0 <= error.offset <= len(text)
        assert error.problem.endswith((".", "?"))
        assert error.remedy.endswith(".")
        assert not [c for c in shown if unicodedata.category(c)[0] == "C"]


def refusal(text: str, names: tuple[str, ...] | None) -> ExpressionError | None:
    try:
        parse(text, names=names)
    except ExpressionError as error:
        return error
    return None
