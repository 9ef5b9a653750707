"""The algebra as a service: a worker process with a deadline for every request."""

# Pebble leaves some of its methods without types.
# mypy: untyped-calls-exclude=pebble

from __future__ import annotations

import sys
from collections.abc import Callable, Collection, Hashable, Mapping
from concurrent.futures import BrokenExecutor, CancelledError, Future
from contextlib import redirect_stderr
from functools import lru_cache
from threading import Lock
from typing import TYPE_CHECKING, Any, Generic, Literal, Self, TypeVar, cast
from weakref import WeakSet

from quiz_app.errors import QuizError
from quiz_app.maths.algebra.faults import AlgebraError, AlgebraTimeout

if TYPE_CHECKING:
    from pebble import ProcessPool

    from quiz_app.maths.expression import Compare, Index, Name, Tree

T = TypeVar("T")

DEADLINE = 10.0
"""Seconds of work that a request may take."""


class Pending(Generic[T]):
    """An answer that is being worked out."""

    def __init__(self, future: Future[T], deadline: float) -> None:
        self._future = future
        self._deadline = deadline

    def done(self) -> bool:
        """Whether ``result`` would return, or raise, at once."""
        return self._future.done()

    def cancel(self) -> bool:
        """Give up on the answer; work already begun is stopped. False if it is finished."""
        return self._future.cancel()

    def when_done(self, call: Callable[[Pending[T]], None]) -> None:
        """Call with this handle once it is done, on a thread of the service."""
        self._future.add_done_callback(lambda _: call(self))

    def result(self) -> T:
        """Wait for the answer.

        Raises:
            AlgebraTimeout: the deadline passed; the worker was stopped.
            AlgebraError: there is no answer, the request was cancelled, or the worker ended.
        """
        try:
            return self._future.result()
        except QuizError:
            raise
        except TimeoutError:
            raise AlgebraTimeout(
                f"The algebra took longer than {self._deadline:g} seconds and was stopped.",
                "Try a shorter expression.",
            ) from None
        except CancelledError:
            raise AlgebraError(
                "The request to the algebra was cancelled.", "Ask again if it is still wanted."
            ) from None
        except (OSError, BrokenExecutor):
            raise AlgebraError(
                "The process that does the algebra ended unexpectedly.",
                "Ask again; it is started anew.",
            ) from None


class Algebra:
    """Runs algebra in one process of its own, started on first need.

    Requests wait in line and never block the caller. Each has ``deadline`` seconds from the
    moment its work begins; then the process is killed and the next request gets a new one.
    """

    def __init__(self, deadline: float = DEADLINE) -> None:
        self.deadline = deadline
        self._pool: ProcessPool | None = None
        self._starting = Lock()
        self._unfinished: WeakSet[Future[Any]] = WeakSet()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Cancel what is asked for and end the process; a later request starts another."""
        with self._starting:
            pool, self._pool = self._pool, None
        for future in list(self._unfinished):
            future.cancel()
        if pool is not None:
            pool.stop()
            pool.join()

    def submit(self, work: Callable[..., T], *arguments: object) -> Pending[T]:
        """Have the process call ``work``, a function at the top of a module."""
        with self._starting:
            future = self._running_pool().schedule(work, arguments, timeout=self.deadline)
        self._unfinished.add(future)
        return Pending(future, self.deadline)

    def differentiate(
        self,
        tree: Tree,
        variable: Name | Index,
        times: int = 1,
        where: Mapping[str, Tree] | None = None,
        positive: Collection[str] = (),
    ) -> Pending[Tree]:
        """The derivative in ``variable``; abbreviations in ``where`` follow the chain rule."""
        abbreviations = tuple((where or {}).items())
        return self.submit(
            _DIFFERENTIATE, tree, variable, times, abbreviations, frozenset(positive)
        )

    def simplify(self, tree: Tree, positive: Collection[str] = ()) -> Pending[Tree]:
        """An equal expression with as few operations as can be found."""
        return self.submit(_SIMPLIFY, tree, frozenset(positive))

    def solve(
        self, tree: Tree, unknown: Name | Index, positive: Collection[str] = ()
    ) -> Pending[tuple[Tree, ...]]:
        """The values of ``unknown`` at which ``tree`` is zero; empty if none is found."""
        return self.submit(_SOLVE, tree, unknown, frozenset(positive))

    def affine(
        self, tree: Tree, variable: Name | Index, positive: Collection[str] = ()
    ) -> Pending[tuple[Tree, Tree] | None]:
        """Slope and intercept of ``tree`` in ``variable``; None if it is not a line."""
        return self.submit(_AFFINE, tree, variable, frozenset(positive))

    def limit(
        self, tree: Tree, variable: Name | Index, rising: bool, positive: Collection[str] = ()
    ) -> Pending[Tree | float | None]:
        """What ``tree`` tends to as ``variable`` rises, or falls, for ever; None if not found.

        A limit that is infinite is the float of that name.
        """
        return self.submit(_LIMIT, tree, variable, rising, frozenset(positive))

    def prove_equal(
        self, left: Tree, right: Tree, positive: Collection[str] = ()
    ) -> Pending[Literal[True] | None]:
        """True if the two are equal for all real names; None if no proof is found."""
        return self.submit(_PROVE_EQUAL, left, right, frozenset(positive))

    def arrange(self, relation: Compare) -> Pending[Compare]:
        """The relation with nothing subtracted on either side."""
        return self.submit(_ARRANGE, relation)

    def _running_pool(self) -> ProcessPool:
        if self._pool is None or not self._pool.active:
            import multiprocessing
            from multiprocessing import resource_tracker

            from pebble import ProcessPool

            # A full-screen interface puts an object without a file number in the place of
            # stderr, with which multiprocessing cannot start its tracker.
            with redirect_stderr(sys.__stderr__):
                resource_tracker.ensure_running()
            self._pool = ProcessPool(
                max_workers=1,
                initializer=_load,
                context=multiprocessing.get_context("spawn"),
            )
        return self._pool


class _Operation(Generic[T]):
    """A function of ``sympy_side`` by name, so that SymPy is loaded in the worker only."""

    def __init__(self, name: str) -> None:
        self.name = name

    def __call__(self, *arguments: Hashable) -> T:
        try:
            answer = cast("T", _answer(self.name, arguments))
        except QuizError:
            raise
        except Exception as fault:
            raise AlgebraError(
                f"SymPy cannot work with this expression ({type(fault).__name__}).",
                "Write it in a simpler form.",
            ) from fault
        return answer


@lru_cache(maxsize=10_000)
def _answer(name: str, arguments: tuple[Hashable, ...]) -> object:
    """What the worker answered before it need not work out again.

    The gradient, the Hessian and the minimiser of a loss ask much the same.
    """
    from quiz_app.maths.algebra import sympy_side

    answer: object = getattr(sympy_side, name)(*arguments)
    return answer


_DIFFERENTIATE: _Operation[Tree] = _Operation("differentiate")
_SIMPLIFY: _Operation[Tree] = _Operation("simplify")
_SOLVE: _Operation[tuple[Tree, ...]] = _Operation("solve")
_AFFINE: _Operation[tuple[Tree, Tree] | None] = _Operation("affine")
_LIMIT: _Operation[Tree | float | None] = _Operation("limit")
_PROVE_EQUAL: _Operation[Literal[True] | None] = _Operation("prove_equal")
_ARRANGE: _Operation[Compare] = _Operation("arrange")


def _load() -> None:
    """Load SymPy when the worker starts, so that no request pays for it with its deadline."""
    import quiz_app.maths.algebra.sympy_side  # noqa: F401
