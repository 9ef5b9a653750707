"""The script of the process in which a learner's function is called; it knows no right answer.

It is started as ``python -I -S -B runner.py NUMPY_FOLDER RESULT_FD`` in a folder that holds
``answer.py`` and ``task.json``, limits itself, and then writes one line of JSON for each step to
the result pipe. What comes out of that pipe is whatever the learner's code made of it.
"""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Callable, Mapping, Sequence
from types import FrameType, ModuleType
from typing import Any, TypeAlias

Json: TypeAlias = dict[str, Any]
Function: TypeAlias = Callable[..., object]

_ANSWER = "answer.py"
_LARGEST = 10_000
_LONGEST_MESSAGE = 300

_FORBIDDEN = {
    "start another program": (
        *("os.exec", "os.fork", "os.forkpty", "os.posix_spawn", "os.spawn", "os.system"),
        *("os.startfile", "pty.spawn", "subprocess.Popen", "os.kill", "os.killpg"),
    ),
    "use the network": ("socket.",),
    "leave Python": ("ctypes.",),
    "change files": (
        *("os.chflags", "os.chmod", "os.chown", "os.link", "os.mkdir", "os.remove", "os.rename"),
        *("os.rmdir", "os.symlink", "os.truncate", "os.utime", "shutil.", "tempfile."),
    ),
}


def main(numpy_folder: str, results: int) -> None:
    """Load the answer, call it on every case, and report each step as soon as it is known."""
    sys.path.append(numpy_folder)
    import numpy

    with open("task.json", encoding="utf-8") as file:  # noqa: PTH123 - less to import
        task = json.loads(file.read())
    calls, compared = (
        [_Call(call, numpy) for call in task[which]] for which in ("calls", "compared")
    )
    _limit(task["limits"])
    sys.addaudithook(_refuse)

    def report(line: Json) -> None:
        os.write(results, json.dumps(line).encode() + b"\n")

    try:
        function = _load(task["function"], numpy)
    except BaseException as error:
        report({"fault": _fault(error)})
        return
    report({"loaded": True})
    for call in calls:
        report(call.result(function))
    report({"steps": [call.steps(function) for call in compared]})


def _limit(limits: Mapping[str, int]) -> None:
    """Set the limits of the system; one that it does not know is left out."""
    import resource

    for name, amount in limits.items():
        kind = getattr(resource, name, None)
        if kind is not None:
            try:
                resource.setrlimit(kind, (amount, amount))
            except (ValueError, OSError):
                continue


def _refuse(event: str, arguments: tuple[object, ...]) -> None:
    """Raise PermissionError for what no loss needs, so that an accident is told as one."""
    if event == "open":
        mode = arguments[1]
        flags = arguments[2] if isinstance(arguments[2], int) else 0
        writes = flags & (os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC)
        if writes or (isinstance(mode, str) and set(mode) & set("wax+")):
            raise PermissionError("Code that is judged may not write files.")
        return
    for deed, events in _FORBIDDEN.items():
        if event.startswith(events):
            raise PermissionError(f"Code that is judged may not {deed}.")


def _load(name: str, numpy: ModuleType) -> Function:
    """Run the text of the answer as a module and take the function from it."""
    from importlib.util import module_from_spec, spec_from_file_location

    spec = spec_from_file_location("answer", _ANSWER)
    assert spec is not None
    assert spec.loader is not None
    module = module_from_spec(spec)
    vars(module).update({"np": numpy, "numpy": numpy})
    spec.loader.exec_module(module)
    function: object = vars(module).get(name)
    if not callable(function):
        raise LookupError(name)
    return function


class _Call:
    """A call with its arguments, which are made anew each time."""

    def __init__(self, call: Json, numpy: ModuleType) -> None:
        self._numpy = numpy
        self._arrays: Sequence[Json] = call["arrays"]
        self._options: Mapping[str, float] = call["options"]
        # Kept apart, because the learner's code may put other functions into NumPy.
        self._array, self._equal, self._asarray = numpy.array, numpy.array_equal, numpy.asarray

    def result(self, function: Function) -> Json:
        """What the function returns or raises, and which argument it changed."""
        arrays, untouched = self._made(), self._made()
        try:
            with self._numpy.errstate(all="ignore"):
                value = function(*arrays, **self._options)
            told = self._told(value)
        except BaseException as error:
            told = {"fault": _fault(error)}
        changed = [
            place
            for place, (array, before) in enumerate(zip(arrays, untouched, strict=True))
            if not self._equal(array, before)
        ]
        return {**told, "changed": changed}

    def steps(self, function: Function) -> int:
        """How many instructions of the learner's Python code are executed in the call."""
        count = 0

        def trace(frame: FrameType, event: str, _: object) -> Any:
            nonlocal count
            if not frame.f_code.co_filename.endswith(_ANSWER):
                return None
            frame.f_trace_opcodes = True
            count += event == "opcode"
            return trace

        arrays = self._made()
        sys.settrace(trace)
        try:
            with self._numpy.errstate(all="ignore"):
                function(*arrays, **self._options)
        finally:
            sys.settrace(None)
        return count

    def _made(self) -> list[Any]:
        return [
            self._array(array["data"], dtype=array["dtype"]).reshape(array["shape"])
            for array in self._arrays
        ]

    def _told(self, value: object) -> Json:
        if value is None:
            return {"nothing": True}
        array = self._asarray(value)
        told = {"type": type(value).__name__, "dtype": str(array.dtype), "shape": array.shape}
        if array.size <= _LARGEST and array.dtype.kind in "biuf":
            told["data"] = array.astype("<f8").tobytes().hex()
        return told


def _fault(error: BaseException) -> Json:
    """An exception as its name, its message, and the line of the answer that it came from."""
    line = getattr(error, "lineno", None) if isinstance(error, SyntaxError) else None
    trace = error.__traceback__
    while trace is not None:
        if trace.tb_frame.f_code.co_filename.endswith(_ANSWER):
            line = trace.tb_lineno
        trace = trace.tb_next
    message = error.msg if isinstance(error, SyntaxError) else str(error)
    return {"name": type(error).__name__, "message": message[:_LONGEST_MESSAGE], "line": line}


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]))
