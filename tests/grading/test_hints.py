"""Each hint takes a fifth of the score, and the verdict says so."""

from __future__ import annotations

import pytest

from quiz_app.grading import Outcome, Verdict
from quiz_app.grading.hints import after_hints


def judged(outcome: Outcome, score: float) -> Verdict:
    return Verdict(outcome=outcome, score=score, read_as="1", feedback="So it is.")


@pytest.mark.parametrize(
    ("hints", "score"), [(0, 1.0), (1, 0.8), (2, 0.6), (3, 0.4), (4, 0.4), (9, 0.4)]
)
def test_a_hint_costs_a_fifth_and_all_of_them_leave_two(hints: int, score: float) -> None:
    verdict = after_hints(judged("right", 1.0), hints)
    assert (verdict.outcome, verdict.score) == ("right", score)


def test_what_is_right_in_part_loses_its_share() -> None:
    verdict = after_hints(judged("partial", 0.5), 2)
    assert verdict.score == pytest.approx(0.3)
    assert verdict.feedback == "So it is. With two hints, this counts 0.3."


def test_a_wrong_answer_has_nothing_to_lose() -> None:
    assert after_hints(judged("wrong", 0.0), 2) == judged("wrong", 0.0)
