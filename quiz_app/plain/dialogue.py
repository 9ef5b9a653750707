"""A session held line by line."""

from __future__ import annotations

import sys
from collections.abc import Callable
from contextlib import suppress

from quiz_app import paths
from quiz_app.bank.model import Card, CodeQuestion, FormulaReference, OpenQuestion
from quiz_app.errors import QuizError
from quiz_app.grading.hints import HINT_COST
from quiz_app.maths.algebra import Algebra
from quiz_app.maths.layout import UNICODE, Glyphs
from quiz_app.plain.asking import request, say_listing, usual
from quiz_app.plain.lines import Left, columns, printable, read, read_line, say, say_numbered
from quiz_app.practice import Session
from quiz_app.variants import Variant, texts

_COMMANDS = {
    short: word for word in (":hint", ":skip", ":try", ":new") for short in (word, word[:2])
}

_FORMULA_WIDTHS = (12, 78)


class _Turned(Exception):  # noqa: N818 - not a fault
    """The learner wants another question than the one they were asked."""


class Dialogue:
    """A session held line by line.

    In it ``:h`` asks for a hint, ``:s`` skips, ``:q`` leaves; after a wrong answer, ``:t`` asks
    the same again and ``:n`` with new numbers.
    """

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
            say(f"Type your answer; :h gives a hint for {HINT_COST}%, :s skips, :q leaves.")
            while (variant := session.next()) is not None:
                if session.is_retry:
                    say("\nThe same again; it does not count")
                else:
                    say(f"\nQuestion {len(session.attempts) + 1} of {session.total}")
                with suppress(_Turned):
                    self._ask(variant)
            session.finish()
        except Left:
            say("Everything you answered is kept.")
        if session.attempts:
            right = sum(attempt.verdict == "right" for attempt in session.attempts)
            say(f"\n{right} right of {len(session.attempts)}.")
        for fault in session.left_out:
            say(f"Left out: {fault}")

    def _ask(self, variant: Variant) -> None:
        say(texts.prompt(variant))
        say_listing(variant)
        judges_alone = isinstance(variant.item, OpenQuestion | Card)
        words = self._thoughts(variant) if judges_alone else None
        while True:
            answer = self._answer(variant)
            verdict = self._session.answer(answer, words)
            if verdict.outcome != "invalid":
                break
            say(verdict.feedback)
        if verdict.read_as != answer:
            say(f"Read as: {verdict.read_as}")
        say(verdict.feedback)
        if not judges_alone:
            self._explain(variant)
        if verdict.outcome != "right":
            self._offer_another_try()

    def _offer_another_try(self) -> None:
        session = self._session
        if session.can_retry:
            say("To try again with these numbers, type :t.")
        if session.can_renew:
            say("To have new numbers, type :n.")

    def _answer(self, variant: Variant) -> str:
        if isinstance(variant.item, CodeQuestion):
            from quiz_app.plain.code import read_code

            return read_code(variant.item, lambda: self._reply("> ", read_line))
        return self._reply(request(variant)) or usual(variant)

    def _thoughts(self, variant: Variant) -> str | None:
        """What the learner writes, if they write, before they see what would be right."""
        if isinstance(variant.item, Card):
            self._reply("(Enter turns the card) ")
            words = None
        else:
            words = self._reply("Your answer: ")
            if words:
                # What came through a pipe is not on the screen.
                say(f"You wrote: {printable(words)}")
            say("A model answer:")
        say(texts.model_answer(variant))
        self._explain(variant)
        say_numbered(texts.points(variant))
        return words

    def _explain(self, variant: Variant) -> None:
        say(texts.explanation(variant))
        if variant.item.formula is not None:
            # To derive it may take a moment, in which the verdict can be read.
            sys.stdout.flush()
            print("\n".join(self._drawn(variant.item.formula)))

    def _drawn(self, reference: FormulaReference) -> tuple[str, ...]:
        # NumPy comes with the losses; a session without formulas may do without it.
        from quiz_app import losses
        from quiz_app.formulas import FormulaCache, draw

        narrowest, widest = _FORMULA_WIDTHS
        width = max(narrowest, min(widest, columns()))
        formulas = FormulaCache(paths.formula_dir(), self._algebra)
        try:
            formula = formulas.formula(losses.get(reference.loss), reference.show)
        except QuizError as error:
            return (str(error),)
        return draw(formula, width, self._glyphs)

    def _reply(self, asked: str, read: Callable[[str], str] = read) -> str:
        """The learner's line, after any hints they ask for.

        Raises _Turned when they turn to another question.
        """
        while command := _COMMANDS.get(reply := read(asked)):
            if command == ":hint":
                say(self._session.hint() or "There are no more hints.")
            else:
                self._turn(command)
        return reply

    def _turn(self, command: str) -> None:
        """Do as the command says, if that can be done."""
        session = self._session
        if command == ":skip" and session.can_skip:
            session.skip()
        elif command == ":try" and session.can_retry:
            session.retry()
        elif command == ":new" and session.can_renew:
            session.renew()
        else:
            say("That cannot be done here.")
            return
        raise _Turned
