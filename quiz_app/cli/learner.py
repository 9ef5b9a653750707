"""Commands about what the learner did: stats."""

from __future__ import annotations

import json
from argparse import Namespace

from quiz_app.cli import places
from quiz_app.progress import Score


def stats(options: Namespace) -> int:
    """Print the score, by topic and in all."""
    with places.history(options) as history:
        overall = history.score()
        by_topic = history.scores_by_topic()
    if options.json:
        topics = {key: _as_data(score) for key, score in by_topic.items()}
        print(json.dumps({**_as_data(overall), "topics": topics}, indent=2))
    elif not overall.attempts:
        print("Nothing answered yet. Start with: quiz-app practice")
    else:
        _print_table([*by_topic.items(), ("in all", overall)])
    return 0


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
