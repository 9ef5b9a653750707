"""The rooms of the house: who may know whom, and what is loaded when."""

from __future__ import annotations

import ast
import subprocess
import sys
from pathlib import Path

import pytest

_ROOT = Path(__file__).parents[1]


def _loaded_by(statement: str) -> set[str]:
    """The top-level modules that a fresh Python has after a statement."""
    code = f"import sys\n{statement}\nprint(*{{name.split('.')[0] for name in sys.modules}})"
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    return set(run.stdout.split())


@pytest.mark.parametrize(
    ("module", "unwanted"),
    [
        (
            "quiz_app.cli",
            {"textual", "rich", "numpy", "sympy", "mpmath", "yaml", "pebble", "markdown_it"},
        ),
        ("quiz_app.tui.app", {"numpy", "sympy", "mpmath", "yaml", "pebble", "markdown_it"}),
        (
            "quiz_app.tui.screens.session",
            {"numpy", "sympy", "mpmath", "yaml", "pebble", "markdown_it"},
        ),
        (
            "quiz_app.practice",
            {"textual", "numpy", "sympy", "mpmath", "yaml", "pebble", "markdown_it"},
        ),
        ("quiz_app.maths.algebra", {"numpy", "sympy"}),
    ],
)
def test_importing_a_room_loads_nothing_heavy(module: str, unwanted: set[str]) -> None:
    assert not _loaded_by(f"import {module}") & unwanted


def test_every_room_knows_only_those_below_it() -> None:
    run = subprocess.run(
        [Path(sys.executable).parent / "lint-imports", "--no-cache"],
        cwd=_ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert run.returncode == 0, run.stdout


def test_no_text_can_reach_an_evaluator() -> None:
    forbidden = {"eval", "exec", "sympify", "parse_expr", "load", "unsafe_load", "full_load"}
    for file in (_ROOT / "quiz_app").rglob("*.py"):
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call):
                called = node.func
                name = called.attr if isinstance(called, ast.Attribute) else ""
                name = called.id if isinstance(called, ast.Name) else name
                assert name not in forbidden, f"{file}:{node.lineno} calls {name}"
