from __future__ import annotations

import pytest
import yaml

from quiz_app.bank.compose import compose
from quiz_app.bank.faults import Faults, TooManyFaultsError
from quiz_app.bank.nodes import ListNode, MappingNode, TextNode


def faults_of(text: str) -> list[tuple[int, int, str]]:
    faults = Faults("file.yaml")
    compose(text, faults)
    return [(error.line, error.column, error.problem) for error in faults.in_order()]


@pytest.fixture(params=["C", "Python"])
def either_loader(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    if request.param == "Python":
        monkeypatch.delattr(yaml, "CSafeLoader")
    elif not hasattr(yaml, "CSafeLoader"):
        pytest.skip("PyYAML was built without its C loader")


@pytest.mark.usefixtures("either_loader")
@pytest.mark.parametrize(
    "text", ["No", "on", "1:30", "1_000", "2026-01-01", "~", "null", "0x1F", ".inf", "1e3", "="]
)
def test_what_yaml_would_convert_stays_text(text: str) -> None:
    root = compose(f"key: {text}", Faults("file.yaml"))
    assert isinstance(root, MappingNode)
    value = root.get("key")
    assert isinstance(value, TextNode)
    assert value.text == text


def test_lists_and_mappings_keep_their_order_and_places() -> None:
    root = compose("a: [x, {b: y}]\nc:\n  - z\n", Faults("file.yaml"))
    assert isinstance(root, MappingNode)
    assert [key.text for key, _ in root.entries] == ["a", "c"]
    first, second = root.get("a"), root.get("c")
    assert isinstance(first, ListNode)
    assert isinstance(second, ListNode)
    assert [(item.place.line, item.place.column) for item in first.items] == [(1, 5), (1, 8)]
    assert [(item.place.line, item.place.column) for item in second.items] == [(3, 5)]


@pytest.mark.usefixtures("either_loader")
@pytest.mark.parametrize(
    ("text", "line", "column", "fragment"),
    [
        ("a: !!python/object/apply:os.system [ls]", 1, 4, "the tag "),
        ("a: !x 3", 1, 4, "the tag '!x'"),
        ("a: &b 3", 1, 4, "the anchor '&b'"),
        ("a: 1\nb: *c", 2, 4, "the alias '*c'"),
        ("a:\n  <<: {b: 1}", 2, 3, "merging"),
        ("a: 1\n---\nb: 1", 2, 1, "second document"),
        ("a: 1\nb: 2\na: 3", 3, 1, "the key 'a' already stands in line 1"),
        ("{a: 1}: 2", 1, 1, "a key must be a text"),
        ("a: {{b}}", 1, 5, "a key must be a text"),
        ("", 1, 1, "the file is empty"),
        ("# nothing\n", 1, 1, "the file is empty"),
        ('a: "x\\u200by"', 1, 6, "U+200B"),
        ('a: "\\e[31m"', 1, 5, "U+001B"),
        ("a: " + "[" * 21, 1, 24, "nested too deeply"),
    ],
)
def test_what_a_content_file_does_not_need_is_refused(
    text: str, line: int, column: int, fragment: str
) -> None:
    [(at_line, at_column, problem)] = faults_of(text)
    assert (at_line, at_column) == (line, column)
    assert fragment in problem


@pytest.mark.usefixtures("either_loader")
@pytest.mark.parametrize(
    ("text", "line", "column", "fragment"),
    [
        ("a: b: c", 1, 5, "': ' cannot stand here"),
        ("a: 1\n b: 2", 2, 3, "': ' cannot stand here"),
        ("a:\n\t- b", 2, 1, "a tab"),
        ("a: @b", 1, 4, "cannot begin with this character"),
        ("a: `b`", 1, 4, "cannot begin with this character"),
        ("a: 'b\n\nc: d", 1, 4, "not closed"),
        ("a: [1, 2\nb: 3\n", 1, 4, "'[' is not closed"),
        ("a: {b: 1\n", 1, 4, "'{' is not closed"),
        ("- a\nb: c", 2, 1, "not part of the list"),
        ("a: {b} is right", 1, 8, "cannot stand after"),
        ('a: "b" is right', 1, 8, "cannot stand after"),
        ("a: 1\nb\nc: 2", 2, 1, "no ': ' after its key"),
    ],
)
def test_a_syntax_error_is_one_fault_in_plain_words(
    text: str, line: int, column: int, fragment: str
) -> None:
    [(at_line, at_column, problem)] = faults_of(text)
    assert at_line == line
    assert fragment in problem
    # The two parsers agree about lines; the pure one is now and then a column further on.
    assert abs(at_column - column) <= 1


def test_an_unknown_escape_is_placed_at_its_backslash() -> None:
    [(line, column, problem)] = faults_of('a: "\\q"')
    assert (line, column) == (1, 5)
    assert "backslash" in problem


def test_every_tag_and_anchor_is_noted_and_reading_goes_on() -> None:
    faults = Faults("file.yaml")
    root = compose("a: !x 1\nb: &y 2\nc: 3", faults)
    assert len(faults) == 2
    assert isinstance(root, MappingNode)
    assert [key.text for key, _ in root.entries] == ["a", "b", "c"]


def test_a_bomb_of_aliases_is_refused_at_its_first_alias() -> None:
    levels = ["l0: &l0 [x, x, x, x, x, x, x, x, x]"]
    levels += [f"l{n}: &l{n} [{', '.join([f'*l{n - 1}'] * 9)}]" for n in range(1, 30)]
    problems = [problem for _, _, problem in faults_of("\n".join(levels))]
    assert problems == [
        "the anchor '&l0' is not read",
        "the anchor '&l1' is not read",
        "the alias '*l0' is not read",
    ]


def test_a_million_brackets_are_refused_at_the_first_that_is_too_deep() -> None:
    assert faults_of("[" * 1_000_000) == [(1, 22, "this is nested too deeply")]


def test_twenty_levels_are_read() -> None:
    assert faults_of("[" * 20 + "x" + "]" * 20) == []


def test_a_file_of_very_many_entries_is_refused() -> None:
    [(line, _, problem)] = faults_of("- x\n" * 100_001)
    assert line == 100_000
    assert "too many entries" in problem


def test_a_very_long_text_is_refused() -> None:
    assert faults_of("a: " + "x" * 20_000) == []
    assert faults_of("a: " + "x" * 20_001) == [(1, 4, "this text is over 20 000 characters long")]


def test_reading_ends_at_a_thousand_faults() -> None:
    faults = Faults("file.yaml")
    with pytest.raises(TooManyFaultsError):
        compose("- !x y\n" * 2000, faults)
    assert len(faults) == 1000
