from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from importlib import metadata
from pathlib import Path
from typing import TypeAlias

import pytest

from quiz_app import paths

Run: TypeAlias = Callable[..., tuple[int, str, str]]


def test_the_places_are_those_of_environment_and_options(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("QUIZ_APP_CACHE", str(tmp_path / "cache"))
    shipped = paths.content_dir()
    assert run("paths") == (
        0,
        f"content   {shipped}\n"
        f"history   {tmp_path / 'data'}\n"
        f"caches    {tmp_path / 'cache'}\n"
        f"settings  {tmp_path / 'settings.toml'}\n",
        "",
    )
    status, out, _ = run("paths", "--content", str(tmp_path), "--data", str(tmp_path / "mine"))
    assert status == 0
    assert out.splitlines()[:3] == [
        f"content   {shipped}",
        f"content   {tmp_path}",
        f"history   {tmp_path / 'mine'}",
    ]
    assert not (tmp_path / "mine").exists()


@pytest.mark.parametrize("words", [["paths"], ["--version"], ["stats"]])
def test_small_commands_load_nothing_heavy(words: list[str]) -> None:
    code = (
        "import sys, contextlib\nfrom quiz_app.cli import main\n"
        f"with contextlib.suppress(SystemExit): main({words})\n"
        "print(*{name.split('.')[0] for name in sys.modules})"
    )
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    loaded = set(run.stdout.splitlines()[-1].split())
    assert not loaded & {"textual", "rich", "numpy", "sympy", "mpmath", "yaml", "pebble"}


def test_all_is_well_on_a_healthy_machine(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.setenv("NO_COLOR", "1")
    status, out, err = run("doctor")
    assert (status, err) == (0, "")
    lines = out.splitlines()
    assert [line.split()[:2] for line in lines] == [
        ["ok", part] for part in ("program", "terminal", "content", "history", "algebra")
    ]
    assert "sympy" in lines[0]
    assert "xterm" in lines[1]
    assert "without colour" in lines[1]
    assert "questions and cards in" in lines[2]


def test_a_broken_part_does_not_hide_the_others(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def missing(name: str) -> str:
        raise metadata.PackageNotFoundError(name)

    monkeypatch.setenv("QUIZ_APP_CACHE", str(tmp_path / "cache"))
    monkeypatch.setattr(metadata, "version", missing)
    (tmp_path / "broken.yaml").write_text("title: T", encoding="utf-8")
    (tmp_path / "data").mkdir()
    (tmp_path / "data" / "history.sqlite3").write_bytes(b"not a database, though long " * 100)
    status, out, err = run("doctor", "--content", str(tmp_path))
    assert (status, err) == (1, "")
    signs = {line.split()[1]: line.split()[0] for line in out.splitlines()}
    assert signs == {
        "program": "FAULT",
        "terminal": "ok",
        "content": "FAULT",
        "history": "FAULT",
        "algebra": "ok",
    }
    assert f"{tmp_path}/broken.yaml:1:1: " in out
    assert "history.sqlite3 is damaged." in out
