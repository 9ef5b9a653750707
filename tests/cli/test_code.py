"""A code question on the command line."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import TypeAlias

Run: TypeAlias = Callable[..., tuple[int, str, str]]


def test_a_code_question_is_shown_with_its_first_lines(run: Run) -> None:
    _, out, _ = run("show", "hinge.implement")
    assert "\n\ndef hinge(y, s):\n\nAnswer: For each sample max(0, 1 − y_true y_pred).\n" in out


def test_a_program_is_judged_from_standard_input(run: Run) -> None:
    program = "import numpy as np\ndef hinge(y, s):\n    return np.maximum(0, y * s)\n"
    status, out, err = run("grade", "hinge.implement", "-", "--json", stdin=program)
    assert (status, err) == (0, "")
    said = json.loads(out)
    assert (said["verdict"], said["read_as"]) == ("wrong", program)
    assert said["feedback"].startswith("Not quite: on ordinary numbers it is wrong.\n  y  ")
