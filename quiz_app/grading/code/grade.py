"""Judging a function: it is called on every case, and its results held against the loss."""

from __future__ import annotations

from msgspec import Struct

from quiz_app.bank.model import CodeQuestion
from quiz_app.errors import QuizError
from quiz_app.grading.code.cases import Case, cases_of, sizes_compared
from quiz_app.grading.code.judge import first_failure, slips_made
from quiz_app.grading.code.sandbox import End, Limits, run
from quiz_app.grading.code.task import Task, task_of
from quiz_app.grading.code.wire import Fault, Report, read, written
from quiz_app.grading.code.words import ended_text, failure_text, fault_text
from quiz_app.grading.stopping import Stop, never
from quiz_app.grading.verdict import Verdict, invalid
from quiz_app.variants import Recognised, Variant
from quiz_app.variants.code import starting_code
from quiz_app.variants.computing import as_answer

_LONGEST = 20_000

# What a function that is right but loops over the samples is worth.
_LOOPED = 0.5


class _Tried(Struct, frozen=True):
    """What was tried, how that ended, and what came of it."""

    task: Task
    cases: tuple[Case, ...]
    end: End
    report: Report


def grade_code(
    variant: Variant,
    item: CodeQuestion,
    answer: str,
    stopped: Stop = never,
    limits: Limits | None = None,
) -> Verdict:
    """Right where every case is; a function that is right but not vectorised is right in part.

    Text that Python cannot read, or that does not hold the function, is invalid. Raises Stopped
    when the learner does not wait.
    """
    limits = limits or Limits()
    objection = _objection(item, answer)
    if objection:
        return invalid(objection)
    task = task_of(item)
    cases = cases_of(task, variant.seed)
    compared, more = sizes_compared(task, variant.seed)
    try:
        ran = run(answer, written(task.signature.name, cases, compared, limits), limits, stopped)
    except QuizError as error:
        return invalid(str(error))
    report = read(ran.lines, len(cases))
    if report.loading is not None and report.loading.fault is not None:
        return invalid(_not_loaded(task, report.loading.fault))
    tried = _Tried(task, cases, ran.end, report)
    wrong = _wrong(tried)
    if wrong is not None:
        feedback, made = wrong
        return Verdict(outcome="wrong", score=0.0, read_as=answer, feedback=feedback, mistakes=made)
    extra = _extra_steps(report)
    if not item.vectorised or extra < more:
        praise = ", and without a loop" if item.vectorised else ""
        return Verdict(
            outcome="right", score=1.0, read_as=answer, feedback=f"Right on every case{praise}."
        )
    return Verdict(
        outcome="partial",
        score=_LOOPED,
        read_as=answer,
        feedback="Right on every case, but it is not vectorised: "
        f"{more} more samples take {extra} more steps of Python. "
        "Let NumPy work on whole arrays.",
    )


def _objection(item: CodeQuestion, answer: str) -> str:
    """Why a text need not be run at all."""
    if not answer.strip() or answer.split() == starting_code(item).split():
        return "There is no answer yet. Write the body of the function."
    if len(answer) > _LONGEST:
        return f"This has {len(answer)} characters. Write at most {_LONGEST}."
    if "\0" in answer or any("\ud800" <= char <= "\udfff" for char in answer):
        return "This holds characters that no Python file can hold. Remove them."
    return ""


def _not_loaded(task: Task, fault: Fault) -> str:
    name = task.signature.name
    if fault.name == "LookupError" and fault.message == name:
        return f"There is no function {name} in this. Keep its first line as it was."
    return f"This cannot be run. {fault_text(fault)}."


def _wrong(tried: _Tried) -> tuple[str, tuple[Recognised, ...]] | None:
    """What is wrong first, and the mistakes that explain it; None where nothing is."""
    task, cases, report = tried.task, tried.cases, tried.report
    failure = first_failure(cases, report.results)
    if failure is not None:
        made = _recognised(tried) if failure.fail == "value" else ()
        says = " Or: ".join(mistake.say for mistake in made)
        return "\n".join(filter(None, (failure_text(task, failure), says))), made
    if report.loading is None:
        return ended_text(tried.end, "while it is loaded"), ()
    if len(report.results) < len(cases):
        return ended_text(tried.end, cases[len(report.results)].situation), ()
    return (ended_text(tried.end, "for many samples"), ()) if report.steps is None else None


def _recognised(tried: _Tried) -> tuple[Recognised, ...]:
    slips = slips_made(tried.task, tried.cases, tried.report.results)
    return tuple(
        Recognised(name, as_answer(numbers), tried.task.slips[name]) for name, numbers in slips
    )


def _extra_steps(report: Report) -> int:
    """How many more instructions many samples take than few."""
    few, many = report.steps or (0, 0)
    return many - few
