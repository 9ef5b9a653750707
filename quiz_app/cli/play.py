"""Commands that practise: the application, practice, review."""

from __future__ import annotations

import os
import sys
from argparse import Namespace
from collections.abc import Callable
from functools import partial
from random import SystemRandom

from quiz_app.bank.bank import Bank
from quiz_app.cli import places, streams
from quiz_app.cli.misuse import named_on_the_command_line
from quiz_app.maths.algebra import Algebra
from quiz_app.practice import Session, start_on_mistakes, start_session
from quiz_app.progress import History


def home(options: Namespace) -> int:
    """The application, from its home screen."""
    with places.history(options) as history:
        bank = places.bank(options)
        if not _is_plain(options):
            return _on_screen(bank, history)
        from quiz_app.plain import chosen_session

        session = chosen_session(bank, history, places.now, SystemRandom())
        return 0 if session is None else _line_by_line(session)


def practice(options: Namespace) -> int:
    """A session that opens on its first question."""
    if options.mistakes:
        return _session(options, start_on_mistakes)
    return _session(options, start_session)


def review(options: Namespace) -> int:
    """A session of cards alone."""
    return _session(options, partial(start_session, cards_only=True))


def _session(options: Namespace, start: Callable[..., Session]) -> int:
    with places.history(options) as history:
        bank = places.bank(options)
        with named_on_the_command_line():
            bank.named(options.topics)
        session = start(bank, history, places.now, SystemRandom(), options.topics)
        return _line_by_line(session) if _is_plain(options) else _on_screen(bank, history, session)


def _line_by_line(session: Session) -> int:
    from quiz_app.maths.layout import ASCII, UNICODE
    from quiz_app.plain import Dialogue

    with Algebra() as algebra:
        Dialogue(session, algebra, UNICODE if streams.shows_unicode() else ASCII).hold()
    return 0


def _on_screen(bank: Bank, history: History, session: Session | None = None) -> int:
    from quiz_app.tui.app import QuizApp
    from quiz_app.tui.context import Context

    with Algebra() as algebra:
        in_ascii = not streams.shows_unicode()
        context = Context(bank, history, places.now, SystemRandom(), algebra, ascii=in_ascii)
        app = QuizApp(context, session)
        app.run()
        if app.fault is not None:
            raise app.fault
    return app.return_code or 0


def _is_plain(options: Namespace) -> bool:
    """Line by line where asked for, and where no screen can be drawn."""
    drawable = sys.stdin.isatty() and sys.stdout.isatty() and os.environ.get("TERM") != "dumb"
    return bool(options.plain) or not drawable
