from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quiz_app.bank.template import Placeholder, TemplateError, parse_template


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("", ()),
        ("plain", ("plain",)),
        ("a {y} b", ("a ", Placeholder("y", None, 3), " b")),
        ("{y:3}", (Placeholder("y", 3, 1),)),
        ("{ y : 12 }", (Placeholder("y", 12, 2),)),
        (
            "{z[k]} and {1[y < 1]}",
            (Placeholder("z[k]", None, 1), " and ", Placeholder("1[y < 1]", None, 12)),
        ),
        ("{{0, 1}}", ("{0, 1}",)),
        ("{{{y}}}", ("{", Placeholder("y", None, 3), "}")),
        ("{a}{b}", (Placeholder("a", None, 1), Placeholder("b", None, 4))),
        ("two\n{y}", ("two\n", Placeholder("y", None, 5))),
    ],
)
def test_a_text_is_taken_apart_at_its_braces(
    text: str, parts: tuple[str | Placeholder, ...]
) -> None:
    assert parse_template(text) == parts


@pytest.mark.parametrize(
    ("text", "offset", "fragment"),
    [
        ("a {y", 2, "'{' has no partner"),
        ("a {b {c}", 2, "'{' has no partner"),
        ("a } b", 2, "'}' has no partner"),
        ("{{y}", 3, "'}' has no partner"),
        ("a {}", 2, "Nothing stands between"),
        ("a {  }", 2, "Nothing stands between"),
        ("a {:3}", 2, "Nothing stands between"),
        ("{y:}", 3, "significant digits"),
        ("{y:0}", 3, "significant digits"),
        ("{y:16}", 3, "significant digits"),
        ("{y:.2f}", 3, "significant digits"),
    ],
)
def test_braces_that_do_not_fit_are_refused_at_their_place(
    text: str, offset: int, fragment: str
) -> None:
    with pytest.raises(TemplateError) as caught:
        parse_template(text)
    assert caught.value.offset == offset
    assert fragment in caught.value.problem
    assert caught.value.problem.endswith(".")
    assert caught.value.remedy.endswith(".")


@given(st.text())
def test_doubled_braces_write_any_text(text: str) -> None:
    written = text.replace("{", "{{").replace("}", "}}")
    assert "".join(str(part) for part in parse_template(written)) == text


@given(st.lists(st.sampled_from(["ab", "{{", "}}", "{a}", "{ b:3 }", "é\n"])))
def test_a_placeholder_stands_at_its_offset(pieces: list[str]) -> None:
    text = "".join(pieces)
    for part in parse_template(text):
        if isinstance(part, Placeholder):
            assert text.startswith(part.expression, part.offset)
