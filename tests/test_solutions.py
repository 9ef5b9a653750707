"""Every code question that comes with the program can be answered, and not with its start."""

from __future__ import annotations

import os
import sys
import warnings
from pathlib import Path

import numpy as np
import pytest

from quiz_app.bank import read_bank_file
from quiz_app.bank.model import CodeQuestion
from quiz_app.grading import Verdict, grade
from quiz_app.grading.code import grade as grading
from quiz_app.grading.code import runner
from quiz_app.grading.code.sandbox import End, Limits, Run
from quiz_app.grading.stopping import Stop
from quiz_app.paths import content_dir
from quiz_app.variants import make_variant
from quiz_app.variants.code import starting_code

_SOLUTIONS = Path(__file__).parent / "solutions"
_NUMPY_FOLDER = str(Path(np.__file__).parents[1])


def _questions() -> dict[str, CodeQuestion]:
    """Those of the files whose text asks for code."""
    files = (f for f in content_dir().rglob("*.yaml") if "ask: code" in f.read_text("utf-8"))
    read = (read_bank_file(file)[0] for file in files)
    return {
        item.id: item
        for bank_file in read
        if bank_file is not None
        for item in bank_file.items
        if isinstance(item, CodeQuestion)
    }


QUESTIONS = _questions()
STARTED = {id_: item for id_, item in QUESTIONS.items() if item.start}


@pytest.fixture
def here(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Answers are run in this process: these are our own, and a process costs 0.3 s."""

    def run(answer: str, task: bytes, _: Limits, __: Stop) -> Run:
        (tmp_path / "answer.py").write_text(answer, "utf-8")
        (tmp_path / "task.json").write_bytes(task)
        results = tmp_path / "results"
        file = os.open(results, os.O_WRONLY | os.O_CREAT)
        try:
            with warnings.catch_warnings(action="ignore"):
                runner.main(_NUMPY_FOLDER, file)
            end: End = "done"
        except Exception:
            end = "crash"
        finally:
            os.close(file)
        return Run(end, tuple(results.read_bytes().splitlines()))

    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(sys, "path", [*sys.path])
    monkeypatch.setattr(sys, "dont_write_bytecode", True)
    monkeypatch.setattr(sys, "addaudithook", lambda _: None)
    monkeypatch.setattr(runner, "_limit", lambda _: None)
    monkeypatch.setattr(grading, "run", run)


def _solution(item: CodeQuestion) -> str:
    return (_SOLUTIONS / f"{item.id}.py").read_text("utf-8")


def _judged(item: CodeQuestion, answer: str) -> Verdict:
    return grade(make_variant(item, 0), answer)


@pytest.mark.usefixtures("here")
@pytest.mark.parametrize("item", QUESTIONS.values(), ids=QUESTIONS.keys())
def test_a_good_function_is_right(item: CodeQuestion) -> None:
    verdict = _judged(item, _solution(item))
    assert verdict.outcome == "right", verdict.feedback


@pytest.mark.usefixtures("here")
@pytest.mark.parametrize("item", STARTED.values(), ids=STARTED.keys())
def test_there_is_something_to_mend_in_a_start(item: CodeQuestion) -> None:
    verdict = _judged(item, f"{item.start}\n# Nothing was changed.\n")
    assert verdict.outcome in ("wrong", "partial"), verdict.feedback


def test_a_good_function_is_right_in_a_process_of_its_own() -> None:
    item = QUESTIONS["distillation.implement"]
    assert _judged(item, _solution(item)).outcome == "right"


def test_every_solution_belongs_to_a_question() -> None:
    assert {file.stem for file in _SOLUTIONS.glob("*.py")} == QUESTIONS.keys()


@pytest.mark.parametrize("item", QUESTIONS.values(), ids=QUESTIONS.keys())
def test_the_start_is_no_answer(item: CodeQuestion) -> None:
    assert _judged(item, starting_code(item)).outcome == "invalid"
