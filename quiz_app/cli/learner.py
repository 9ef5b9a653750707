"""Commands about what the learner did: stats."""

from __future__ import annotations

import json
from argparse import Namespace
from collections.abc import Sequence

from quiz_app.cli import places
from quiz_app.progress import MistakeTally, Score

# As many as a learner works on at a time.
_MISTAKES = 10


def stats(options: Namespace) -> int:
    """Print the score, by topic and in all, and the commonest mistakes."""
    with places.history(options) as history:
        overall = history.score()
        by_topic = history.scores_by_topic()
        tallies = history.commonest_mistakes(_MISTAKES)
    mistakes = _in_words(tallies, options)
    if options.json:
        topics = {key: _as_data(score) for key, score in by_topic.items()}
        made = [_mistake_as_data(tally, say) for tally, say in mistakes]
        print(json.dumps({**_as_data(overall), "topics": topics, "mistakes": made}, indent=2))
    elif not overall.attempts:
        print("Nothing answered yet. Start with: quiz-app practice")
    else:
        _print_table([*by_topic.items(), ("in all", overall)])
        if mistakes:
            print("\nYour commonest mistakes (practise them with: quiz-app practice --mistakes)")
        for tally, say in mistakes:
            print(f"{tally.times:>4} × {say}")
    return 0


def _in_words(
    tallies: Sequence[MistakeTally], options: Namespace
) -> list[tuple[MistakeTally, str]]:
    """Each mistake with its sentence; only where there are some, the bank is read."""
    if not tallies:
        return []
    from quiz_app.practice.slips import in_words

    bank = places.read_bank(options)
    return [(tally, in_words(tally, bank)) for tally in tallies]


def _print_table(rows: list[tuple[str, Score]]) -> None:
    width = max(len(name) for name, _ in rows)
    print(f"{'topic':<{width}}  answers  right  share  days in a row")
    for name, score in rows:
        share = f"{score.share:.0%}" if score.share is not None else "–"
        print(
            f"{name:<{width}}  {score.attempts:>7}  {score.right:>5}  {share:>5}"
            f"  {score.streak:>13}"
        )


def _as_data(score: Score) -> dict[str, int | float | None]:
    return {
        "attempts": score.attempts,
        "right": score.right,
        "share": score.share,
        "streak": score.streak,
        "today": score.today,
    }


def _mistake_as_data(tally: MistakeTally, say: str) -> dict[str, str | int | dict[str, int]]:
    return {
        "name": tally.name,
        "say": say,
        "times": tally.times,
        "last": tally.last_at.isoformat(),
        "items": tally.items,
    }
