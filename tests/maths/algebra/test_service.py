"""The algebra's process: its deadline, its crashes, and what it does not load."""

from __future__ import annotations

import os
import subprocess
import sys
import threading
import time
from collections.abc import Iterator

import pytest

from quiz_app.maths.algebra import Algebra, AlgebraError, AlgebraTimeout, Pending
from quiz_app.maths.algebra.service import DEADLINE
from quiz_app.maths.expression import Compare, Name, parse, write

LONGER_THAN_ANY_TEST = 3600.0


@pytest.fixture(scope="module")
def algebra() -> Iterator[Algebra]:
    """One service for all tests: whatever happened to it, the next request must be answered."""
    with Algebra() as service:
        yield service


@pytest.fixture
def hasty(algebra: Algebra) -> Iterator[Algebra]:
    """The same service while it has next to no patience."""
    algebra.deadline = 0.05
    yield algebra
    algebra.deadline = DEADLINE


def test_a_request_is_answered_by_another_process(algebra: Algebra) -> None:
    assert algebra.submit(os.getpid).result() != os.getpid()


def test_the_process_is_kept_between_requests(algebra: Algebra) -> None:
    assert algebra.submit(os.getpid).result() == algebra.submit(os.getpid).result()


def test_every_operation_is_offered(algebra: Algebra) -> None:
    x = Name("x")
    line = algebra.affine(parse("2*x + y"), x).result()
    assert line is not None
    assert [write(part) for part in line] == ["2", "y"]
    assert write(algebra.differentiate(parse("r^2"), x, 2, {"r": parse("3*x")}).result()) == "18"
    assert write(algebra.simplify(parse("x + x")).result()) == "2*x"
    assert [write(root) for root in algebra.solve(parse("x - y"), x).result()] == ["y"]
    assert algebra.prove_equal(parse("(x+1)^2"), parse("x^2 + 2*x + 1")).result() is True
    relation = Compare(">", parse("1 - x*y"), parse("0"))
    assert write(algebra.arrange(relation).result()) == "x*y < 1"


def test_an_overrun_is_stopped_and_the_next_request_is_answered(hasty: Algebra) -> None:
    with pytest.raises(AlgebraTimeout, match=r"longer than 0\.05 seconds"):
        hasty.submit(time.sleep, LONGER_THAN_ANY_TEST).result()
    hasty.deadline = DEADLINE
    assert hasty.submit(abs, -1).result() == 1


def test_work_that_never_comes_back_to_the_interpreter_is_stopped_too(hasty: Algebra) -> None:
    with pytest.raises(AlgebraTimeout):
        hasty.submit(pow, 7, 10**9).result()


def test_a_crash_is_one_sentence_and_the_next_request_is_answered(algebra: Algebra) -> None:
    with pytest.raises(AlgebraError, match="ended unexpectedly"):
        algebra.submit(os._exit, 3).result()
    assert algebra.submit(abs, -1).result() == 1


def test_a_request_that_waits_behind_a_crash_is_answered(algebra: Algebra) -> None:
    crashing = algebra.submit(os._exit, 3)
    waiting = algebra.submit(abs, -1)
    with pytest.raises(AlgebraError):
        crashing.result()
    assert waiting.result() == 1


def test_a_running_request_can_be_cancelled(algebra: Algebra) -> None:
    pending = algebra.submit(time.sleep, LONGER_THAN_ANY_TEST)
    assert pending.cancel()
    with pytest.raises(AlgebraError, match="cancelled"):
        pending.result()
    assert algebra.submit(abs, -1).result() == 1


def test_what_is_finished_cannot_be_cancelled(algebra: Algebra) -> None:
    pending = algebra.submit(abs, -1)
    pending.result()
    assert pending.done()
    assert not pending.cancel()


def test_the_callback_gets_the_finished_handle(algebra: Algebra) -> None:
    finished = threading.Event()
    handles: list[Pending[int]] = []

    def keep(handle: Pending[int]) -> None:
        handles.append(handle)
        finished.set()

    pending = algebra.submit(abs, -1)
    pending.when_done(keep)
    assert finished.wait(30)
    assert handles == [pending]
    assert handles[0].result() == 1


def test_closing_releases_whoever_waits() -> None:
    algebra = Algebra()
    pending = algebra.submit(time.sleep, LONGER_THAN_ANY_TEST)
    algebra.close()
    with pytest.raises(AlgebraError, match="cancelled"):
        pending.result()


def test_closing_twice_or_unused_is_harmless() -> None:
    algebra = Algebra()
    algebra.close()
    algebra.close()


def test_a_closed_service_starts_anew() -> None:
    with Algebra() as algebra:
        worker = algebra.submit(os.getpid).result()
        algebra.close()
        assert algebra.submit(os.getpid).result() != worker


def test_an_error_of_the_algebra_arrives_as_it_was_raised(algebra: Algebra) -> None:
    with pytest.raises(AlgebraError) as caught:
        algebra.differentiate(parse("norm(x)"), Name("x")).result()
    assert caught.value.problem == "The algebra does not know the function norm in this form."
    assert caught.value.remedy.endswith(".")


def test_a_fault_inside_sympy_is_a_user_error(algebra: Algebra) -> None:
    with pytest.raises(
        AlgebraError, match=r"SymPy cannot work with this expression \(ValueError\)"
    ):
        algebra.simplify(parse("max(1/0, x)")).result()


def test_importing_the_service_loads_neither_sympy_nor_numpy_nor_the_pool() -> None:
    program = (
        "import sys, quiz_app.maths.algebra; "
        "print(*sorted({'sympy', 'numpy', 'pebble'} & set(sys.modules)))"
    )
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True
    )
    assert done.stdout.strip() == ""


def test_the_asking_process_does_not_load_sympy() -> None:
    program = """
import sys
from quiz_app.maths.algebra import Algebra
from quiz_app.maths.expression import Name, parse, write
if __name__ == "__main__":
    with Algebra() as algebra:
        print(write(algebra.differentiate(parse("x^2"), Name("x")).result()))
    print("sympy" in sys.modules)
"""
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True
    )
    assert done.stdout.split("\n") == ["2*x", "False", ""]
