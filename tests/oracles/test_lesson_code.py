"""The code in lessons prints exactly what they say; each library's in one fresh Python."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from importlib.util import find_spec

import pytest

from quiz_app.bank.discovery import lesson_files
from quiz_app.lessons import read_lesson
from quiz_app.lessons.blocks import LIBRARIES
from quiz_app.lessons.model import Code
from quiz_app.paths import content_dir

# What each library needs besides itself.
NEEDS = {"keras": ("keras", "torch")}

RUN = """
import io, json, sys
from contextlib import redirect_stdout

printed = []
for code in json.load(sys.stdin):
    with redirect_stdout(io.StringIO()) as out:
        exec(compile(code, "<lesson>", "exec"), {"__name__": "__main__"})
    printed.append(out.getvalue())
json.dump(printed, sys.stdout)
"""


def code_of(library: str) -> dict[str, Code]:
    """Every piece of code for a library, by its lesson and its number there."""
    found = {}
    for path in lesson_files([content_dir()]):
        lesson, _ = read_lesson(path)
        assert lesson is not None
        blocks = (block for block in lesson.blocks if isinstance(block, Code))
        of_library = [block for block in blocks if block.library == library]
        found |= {f"{lesson.topic} {place}": block for place, block in enumerate(of_library)}
    return found


@pytest.mark.parametrize("library", LIBRARIES)
def test_code_prints_what_its_lesson_says(library: str) -> None:
    if not all(map(find_spec, NEEDS.get(library, (library,)))):
        pytest.skip(f"{library} is not installed")
    code = code_of(library)
    run = subprocess.run(
        [sys.executable, "-c", RUN],
        input=json.dumps([block.text for block in code.values()]),
        env={"KERAS_BACKEND": "torch"} | os.environ,
        capture_output=True,
        text=True,
        check=False,
    )
    assert run.returncode == 0, run.stderr
    printed = [text.rstrip("\n") for text in json.loads(run.stdout)]
    assert dict(zip(code, printed, strict=True)) == {
        name: block.output for name, block in code.items()
    }


def test_every_lesson_has_code_in_numpy() -> None:
    assert len({name.split()[0] for name in code_of("numpy")}) == len(lesson_files([content_dir()]))
