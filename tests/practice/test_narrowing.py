"""Several wrong answers to one question tell together which mistake it is."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from msgspec.structs import replace

from quiz_app.bank import Bank, read_bank_file
from quiz_app.grading import Verdict
from quiz_app.practice import Session
from quiz_app.practice.narrowing import most_telling, narrowed
from quiz_app.progress import Clock, History
from quiz_app.variants import Recognised, make_variant

Start = Callable[..., Session]

PLUS_TWO = Recognised("plus_two", 22.0, "You added two.")
PLUS_X = Recognised("plus_x", 22.0, "You added x.")
DOUBLED = Recognised("doubled", 22.0, "You doubled it.")


@pytest.fixture(scope="module")
def bank_of_slips(tmp_path_factory: pytest.TempPathFactory) -> Bank:
    """One question; where x is 2, two of its mistakes give the same number."""
    path = tmp_path_factory.mktemp("slips") / "slips.yaml"
    path.write_text(
        "topic: slips\ntitle: Slips\nquestions:\n"
        "  - id: slip\n    ask: number\n    prompt: Ten times {x}?\n"
        "    given: {x: {choice: [2, 2, 2, 3]}}\n    answer: 10 x\n"
        "    mistakes:\n"
        "      - {name: plus_two, answer: answer + 2, say: You added two.}\n"
        "      - {name: plus_x, answer: answer + x, say: You added x.}\n",
        encoding="utf-8",
    )
    bank_file, faults = read_bank_file(path)
    assert faults == ()
    assert bank_file is not None
    return Bank([bank_file])


def wrong(*mistakes: Recognised) -> Verdict:
    return Verdict(
        outcome="wrong", score=0.0, read_as="22", feedback="Not quite.", mistakes=mistakes
    )


@pytest.mark.parametrize(
    ("made", "suspects", "left", "told"),
    [
        ([PLUS_TWO, PLUS_X], set(), ["plus_two", "plus_x"], "Not quite."),
        (
            [PLUS_TWO, PLUS_X],
            {"plus_x"},
            ["plus_x"],
            "Not quite. Twice now, and one slip explains both of your answers: You added x.",
        ),
        (
            [PLUS_X],
            {"plus_two", "plus_x"},
            ["plus_x"],
            "Not quite. Twice now: your earlier answer comes of the same slip.",
        ),
        ([PLUS_X], {"plus_x"}, ["plus_x"], "Not quite. Twice now: it is the same slip as before."),
        ([PLUS_X], {"plus_two"}, ["plus_x"], "Not quite."),
        ([PLUS_TWO, PLUS_X], {"plus_two", "plus_x"}, ["plus_two", "plus_x"], "Not quite."),
        (
            [PLUS_TWO, PLUS_X, DOUBLED],
            {"plus_two", "plus_x"},
            ["plus_two", "plus_x"],
            "Not quite. With your earlier answer these remain: You added two. Or: You added x.",
        ),
    ],
)
def test_only_what_explains_the_earlier_answers_too_is_left(
    bank_of_slips: Bank, made: list[Recognised], suspects: set[str], left: list[str], told: str
) -> None:
    variant = replace(make_variant(bank_of_slips.item("slip"), 1), mistakes=tuple(made))
    verdict = narrowed(variant, wrong(*made), frozenset(suspects))
    assert [mistake.name for mistake in verdict.mistakes] == left
    assert verdict.feedback == told


def test_mistakes_made_together_are_not_held_against_earlier_ones(bank_of_slips: Bank) -> None:
    variant = make_variant(bank_of_slips.item("slip"), 1)
    together = wrong(*(replace(mistake, value=99.0) for mistake in variant.mistakes))
    assert narrowed(variant, together, frozenset({"plus_x"})) == together


def test_the_draw_tells_the_suspects_apart(bank_of_slips: Bank) -> None:
    item = bank_of_slips.item("slip")
    seeds = range(1, 40)
    alike = [seed for seed in seeds if make_variant(item, seed).values["x"] == "2"]
    assert most_telling(item, frozenset(), alike).seed == alike[0]
    assert most_telling(item, frozenset({"plus_x"}), alike).seed == alike[0]
    suspects = frozenset({"plus_two", "plus_x"})
    assert most_telling(item, suspects, alike).seed == alike[0]
    assert most_telling(item, suspects, [*alike, *seeds]).values["x"] == "3"


def test_a_question_returns_with_numbers_that_settle_which_mistake_it_was(
    bank_of_slips: Bank, history: History, clock: Clock, start: Start
) -> None:
    for seed in range(20):
        session = start(bank_of_slips, history, clock, "slip", seed=seed)
        first = session.next()
        assert first is not None
        if first.values["x"] != "2":
            continue
        assert len(session.answer("22").mistakes) == 2
        second = session.next()
        assert second is not None
        if second.values["x"] != "3":
            continue
        session.answer("33")
        assert [attempt.mistakes for attempt in session.attempts] == [
            ("plus_two", "plus_x"),
            ("plus_x",),
        ]
        return
    pytest.fail("no session met the numbers")
