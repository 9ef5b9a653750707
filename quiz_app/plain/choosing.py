"""What to practise, asked line by line."""

from __future__ import annotations

from random import Random

from quiz_app.bank.bank import Bank
from quiz_app.plain.lines import Left, read, say, say_numbered
from quiz_app.practice import Session, start_session, unfinished_session
from quiz_app.progress import Clock, History


def chosen_session(bank: Bank, history: History, clock: Clock, chance: Random) -> Session | None:
    """The session left unfinished, or one on the topic that is chosen; None when neither is."""
    try:
        left = unfinished_session(bank, history, clock)
        if left is not None and _wants_to_continue(left):
            return left
        topic = _chosen_topic(bank)
    except Left:
        return None
    return start_session(bank, history, clock, chance, topic)


def _wants_to_continue(session: Session) -> bool:
    answered = f"{len(session.attempts)} of {session.total} answered"
    return read(f"Continue the session you left ({answered})? [Y/n] ").lower() not in {"n", "no"}


def _chosen_topic(bank: Bank) -> tuple[str, ...]:
    """The key of the topic that the learner chooses; none stands for all."""
    say_numbered(f"{topic.title} ({len(bank.in_topic(topic.key))})" for topic in bank.topics)
    keys = {str(number): topic.key for number, topic in enumerate(bank.topics, start=1)}
    while choice := read("Which topic? (Enter for all) "):
        if choice in keys:
            return (keys[choice],)
        say(f"Give a number from 1 to {len(keys)}.")
    return ()
