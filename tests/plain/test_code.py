"""A function typed line by line."""

from __future__ import annotations

from pathlib import Path

import pytest

from quiz_app.bank.model import CodeQuestion, Source
from quiz_app.plain.code import read_code

_ITEM = CodeQuestion(
    id="q", topic="t", source=Source("x", 1, 1), prompt="p", function="f(y, p)", against="mse"
)


def test_lines_keep_their_indentation_and_end_with_a_full_stop() -> None:
    lines = iter(["def f(y, p):", "    return 1.", "", "."])
    assert read_code(_ITEM, lambda: next(lines)) == "def f(y, p):\n    return 1.\n\n"


def test_the_editor_is_given_what_was_typed_and_its_text_is_the_answer(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    editor = tmp_path / "editor"
    editor.write_text("#!/bin/sh\necho 'more' >> \"$1\"\n", encoding="utf-8")
    editor.chmod(0o700)
    monkeypatch.setenv("VISUAL", str(editor))
    lines = iter(["def f(y, p):\n", ":e"])
    assert read_code(_ITEM, lambda: next(lines)) == "def f(y, p):\nmore\n"


def test_without_an_editor_the_typing_goes_on(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.delenv("VISUAL", raising=False)
    monkeypatch.delenv("EDITOR", raising=False)
    lines = iter(["a", ":e", "b", "."])
    assert read_code(_ITEM, lambda: next(lines)) == "a\nb\n"
    assert "No editor is set." in capsys.readouterr().out
