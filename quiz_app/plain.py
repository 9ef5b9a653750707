"""The same session as a dialogue, line by line: for pipes, plain terminals and screen readers."""

from __future__ import annotations

import re
import shutil
import sys
import textwrap
from collections.abc import Iterable
from random import Random

from quiz_app import paths
from quiz_app.bank.bank import Bank
from quiz_app.bank.model import Card, ChoicesQuestion, FormulaReference, OpenQuestion
from quiz_app.errors import QuizError
from quiz_app.grading.selfgraded import CARD_GRADES
from quiz_app.maths.algebra import Algebra
from quiz_app.maths.layout import UNICODE, Glyphs
from quiz_app.practice import Session, start_session, unfinished_session
from quiz_app.progress import Clock, History
from quiz_app.variants import Variant, texts

_WIDEST = 90
_FORMULA_WIDTHS = (12, 78)

# What a numbered or listed line begins with; the lines it is wrapped into stand below its text.
_LIST_SIGN = re.compile(r" *(?:[0-9]+  |- )?")


class _Left(Exception):  # noqa: N818 - not a fault: the learner goes
    """The learner has left, or the input has ended."""


def chosen_session(bank: Bank, history: History, clock: Clock, chance: Random) -> Session | None:
    """The session left unfinished, or one on the topic that is chosen; None when neither is."""
    try:
        left = unfinished_session(bank, history, clock)
        if left is not None and _wants_to_continue(left):
            return left
        topic = _chosen_topic(bank)
    except _Left:
        return None
    return start_session(bank, history, clock, chance, topic)


class Dialogue:
    """A session held line by line, in which ``:h`` asks for a hint and ``:q`` leaves."""

    def __init__(self, session: Session, algebra: Algebra, glyphs: Glyphs = UNICODE) -> None:
        self._session = session
        self._algebra = algebra
        self._glyphs = glyphs

    def hold(self) -> None:
        """Ask every question; whoever leaves early keeps what was answered.

        Raises QuizError when an answer cannot be recorded.
        """
        session = self._session
        try:
            _say("Type your answer; :h gives a hint, :q leaves.")
            while (variant := session.next()) is not None:
                _say(f"\nQuestion {len(session.attempts) + 1} of {session.total}")
                self._ask(variant)
            session.finish()
        except _Left:
            _say("Everything you answered is kept.")
        if session.attempts:
            right = sum(attempt.verdict == "right" for attempt in session.attempts)
            _say(f"\n{right} right of {len(session.attempts)}.")
        for fault in session.left_out:
            _say(f"Left out: {fault}")

    def _ask(self, variant: Variant) -> None:
        _say(texts.prompt(variant))
        _say_numbered(option.text for option in texts.options(variant))
        judges_alone = isinstance(variant.item, OpenQuestion | Card)
        words = self._thoughts(variant) if judges_alone else None
        while True:
            answer = self._reply(_request(variant)) or _usual(variant)
            verdict = self._session.answer(answer, words)
            if verdict.outcome != "invalid":
                break
            _say(verdict.feedback)
        if verdict.read_as != answer:
            _say(f"Read as: {verdict.read_as}")
        _say(verdict.feedback)
        if not judges_alone:
            self._explain(variant)

    def _thoughts(self, variant: Variant) -> str | None:
        """What the learner writes, if they write, before they see what would be right."""
        if isinstance(variant.item, Card):
            self._reply("(Enter turns the card) ")
            words = None
        else:
            words = self._reply("Your answer: ")
            _say("A model answer:")
        _say(texts.model_answer(variant))
        self._explain(variant)
        _say_numbered(texts.points(variant))
        return words

    def _explain(self, variant: Variant) -> None:
        _say(texts.explanation(variant))
        if variant.item.formula is not None:
            # To derive it may take a moment, in which the verdict can be read.
            sys.stdout.flush()
            print("\n".join(self._drawn(variant.item.formula)))

    def _drawn(self, reference: FormulaReference) -> tuple[str, ...]:
        # NumPy comes with the losses; a session without formulas may do without it.
        from quiz_app import losses
        from quiz_app.formulas import FormulaCache, draw

        narrowest, widest = _FORMULA_WIDTHS
        width = max(narrowest, min(widest, _columns()))
        formulas = FormulaCache(paths.formula_dir(), self._algebra)
        try:
            formula = formulas.formula(losses.get(reference.loss), reference.show)
        except QuizError as error:
            return (str(error),)
        return draw(formula, width, self._glyphs)

    def _reply(self, request: str) -> str:
        """The learner's line, after any hints they ask for."""
        while (reply := _read(request)) in {":h", ":hint"}:
            _say(self._session.hint() or "There are no more hints.")
        return reply


def _request(variant: Variant) -> str:
    """What the learner is asked to type, to be judged."""
    match variant.item:
        case Card():
            grades = ", ".join(f"{n} {name}" for n, name in enumerate(CARD_GRADES, start=1))
            return f"How well did you know it? ({grades}; Enter for good) "
        case OpenQuestion():
            return "Which points did you make? (such as 1, 2; Enter for none) "
        case ChoicesQuestion():
            return "Your choices (such as 1, 3): "
        case _:
            return "Your answer: "


def _usual(variant: Variant) -> str:
    """What an empty line stands for."""
    return "good" if isinstance(variant.item, Card) else ""


def _wants_to_continue(session: Session) -> bool:
    answered = f"{len(session.attempts)} of {session.total} answered"
    return _read(f"Continue the session you left ({answered})? [Y/n] ").lower() not in {"n", "no"}


def _chosen_topic(bank: Bank) -> tuple[str, ...]:
    """The key of the topic that the learner chooses; none stands for all."""
    _say_numbered(f"{topic.title} ({len(bank.in_topic(topic.key))})" for topic in bank.topics)
    keys = {str(number): topic.key for number, topic in enumerate(bank.topics, start=1)}
    while choice := _read("Which topic? (Enter for all) "):
        if choice in keys:
            return (keys[choice],)
        _say(f"Give a number from 1 to {len(keys)}.")
    return ()


def _say_numbered(lines: Iterable[str]) -> None:
    for number, text in enumerate(lines, start=1):
        _say(f"  {number}  {text}")


def _say(text: str) -> None:
    width = min(_WIDEST, _columns())
    for line in text.splitlines():
        sign = _LIST_SIGN.match(line)
        indent = " " * sign.end() if sign else ""
        # Numbers and expressions stay whole.
        print(
            textwrap.fill(
                line,
                width,
                subsequent_indent=indent,
                break_long_words=False,
                break_on_hyphens=False,
            )
        )


def _columns() -> int:
    return shutil.get_terminal_size((80, 24)).columns


def _read(request: str) -> str:
    print(request, end="", flush=True)
    line = sys.stdin.readline()
    if not sys.stdin.isatty():
        # Nobody pressed Enter on the screen.
        print()
    if not line or line.strip() in {":q", ":quit"}:
        raise _Left
    return line.strip()
