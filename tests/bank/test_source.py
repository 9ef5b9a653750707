from __future__ import annotations

from pathlib import Path

import pytest

from quiz_app.bank.source import read_source
from quiz_app.errors import ContentError


def written(folder: Path, content: bytes) -> Path:
    path = folder / "file.yaml"
    path.write_bytes(content)
    return path


def test_line_ends_and_a_byte_order_mark_leave_no_trace(tmp_path: Path) -> None:
    path = written(tmp_path, b"\xef\xbb\xbfa: 1\r\nb: 2\rc: 3\n")
    assert read_source(path) == "a: 1\nb: 2\nc: 3\n"


@pytest.mark.parametrize(
    ("content", "line", "column", "fragment"),
    [
        (b"a: 1\nb: \xff", 2, 4, "not UTF-8"),
        ("a: é".encode("latin-1"), 1, 4, "not UTF-8"),
        ("a: b".encode("utf-16"), 1, 1, "not UTF-8"),
        (b"a: \x1b[31m", 1, 4, "U+001B"),
        (b"a: 1\nbc\x00", 2, 3, "U+0000"),
        ("a: é\u202eb".encode(), 1, 5, "U+202E"),
        ("a: \u200b".encode(), 1, 4, "U+200B"),
        ("a: \u2028".encode(), 1, 4, "U+2028"),
        ("a: \x85".encode(), 1, 4, "U+0085"),
        (b"x" * 2_000_001, 1, 1, "over 2 MB"),
    ],
)
def test_what_is_not_plain_text_is_refused_at_its_place(
    tmp_path: Path, content: bytes, line: int, column: int, fragment: str
) -> None:
    with pytest.raises(ContentError) as caught:
        read_source(written(tmp_path, content))
    assert (caught.value.line, caught.value.column) == (line, column)
    assert fragment in caught.value.problem


def test_mathematics_and_emoji_are_plain_text(tmp_path: Path) -> None:
    text = "a: ŷ − δ ≤ ½ ∑ 𝔼 🎯"
    assert read_source(written(tmp_path, text.encode())) == text


@pytest.mark.parametrize("name", ["absent.yaml", "."])
def test_what_is_no_file_is_a_fault_at_the_start(tmp_path: Path, name: str) -> None:
    with pytest.raises(ContentError, match="not a file") as caught:
        read_source(tmp_path / name)
    assert (caught.value.line, caught.value.column) == (1, 1)


def test_a_file_that_cannot_be_opened_is_a_fault_with_the_reason(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise PermissionError(13, "Permission denied")

    path = written(tmp_path, b"a: 1")
    monkeypatch.setattr(Path, "open", refuse)
    with pytest.raises(ContentError, match="permission denied"):
        read_source(path)
