"""The dialogue, held over the small bank with the learner's lines given beforehand."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from io import StringIO
from pathlib import Path
from random import Random
from typing import TypeAlias

import pytest

from quiz_app.bank.bank import Bank
from quiz_app.bank.file import read_bank_file
from quiz_app.errors import QuizError
from quiz_app.formulas import FormulaCache
from quiz_app.maths.algebra import Algebra
from quiz_app.maths.layout import ASCII, Glyphs
from quiz_app.plain import Dialogue, chosen_session
from quiz_app.practice import Session, unfinished_session
from quiz_app.progress import Attempt, Clock, History, SessionPlan, StoredSession

Sitting: TypeAlias = Callable[..., Session]
Talk: TypeAlias = Callable[..., str]
Choose: TypeAlias = Callable[..., Session | None]


@pytest.fixture(autouse=True)
def shared_cache(monkeypatch: pytest.MonkeyPatch, cache_folder: Path) -> None:
    monkeypatch.setenv("QUIZ_APP_CACHE", str(cache_folder))


@pytest.fixture
def algebra() -> Iterator[Algebra]:
    with Algebra() as service:
        yield service


@pytest.fixture
def sitting(bank: Bank, history: History, clock: Clock) -> Sitting:
    """A session over the items that are named, in their order."""

    def make(*items: str) -> Session:
        plan = SessionPlan(
            id="sitting",
            mode="practice",
            topics=("regression",),
            seed=1,
            items=items,
            started_at=clock(),
        )
        history.start_session(plan)
        return Session(StoredSession(plan, ()), bank, history, clock)

    return make


@pytest.fixture
def talk(
    algebra: Algebra, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> Talk:
    """Hold a session with some lines typed; what was said, without the line on how to leave."""

    def hold(session: Session, *lines: str, **glyphs: Glyphs) -> str:
        monkeypatch.setattr("sys.stdin", StringIO("".join(f"{line}\n" for line in lines)))
        Dialogue(session, algebra, **glyphs).hold()
        first, _, said = capsys.readouterr().out.partition("leaves.\n")
        assert " ".join(first.split()) == "Type your answer; :h gives a hint for 20%, :s skips, :q"
        return said

    return hold


@pytest.fixture
def choose(bank: Bank, history: History, clock: Clock, monkeypatch: pytest.MonkeyPatch) -> Choose:
    """Choose a session with some lines typed."""

    def call(*lines: str) -> Session | None:
        monkeypatch.setattr("sys.stdin", StringIO("".join(f"{line}\n" for line in lines)))
        return chosen_session(bank, history, clock, Random(7))  # noqa: S311 - numbers for tests

    return call


def test_a_number_is_asked_explained_and_its_formula_drawn(
    sitting: Sitting, talk: Talk, history: History
) -> None:
    said = talk(sitting("mse.by-hand"), "23/80")
    assert said == (
        "\nQuestion 1 of 1\n"
        "A model predicts [2.5, 0, 2.1, 7.8] for [3, −0.5, 2, 7]. What is the mean\n"
        "squared error?\n"
        "Your answer: \n"
        "Read as: 23/80 = 0.2875\n"
        "Right: the answer is 0.2875.\n"
        "The residuals are [0.5, −0.5, −0.1, −0.8]; squared and averaged they give\n"
        "0.2875.\n"
        "ℓ = (y − ŷ)²\n"
        "\n"
        "       1   n\n"
        "MSE = ╶─╴  Σ  (yᵢ − ŷᵢ)²\n"
        "       n  i=1\n"
        "\n1 right of 1.\n"
    )
    [attempt] = history.attempts()
    assert (attempt.item, attempt.answer, attempt.verdict) == ("mse.by-hand", "23/80", "right")


def test_a_mistake_is_named_and_the_question_returns(sitting: Sitting, talk: Talk) -> None:
    said = talk(sitting("mse.by-hand"), "1.15", "0.2875")
    assert "Not quite: the answer is 0.2875. You added the losses up;" in said
    assert "Question 2 of 2" in said
    assert said.endswith("\n1 right of 2.\n")


def test_what_cannot_be_read_is_asked_again_and_costs_nothing(
    sitting: Sitting, talk: Talk, history: History
) -> None:
    said = talk(sitting("mse.by-hand"), "", "foo", "2 +", "0.2875")
    assert said.count("Your answer: ") == 4
    assert "'foo' is not a name known here." in said
    assert said.endswith("\n1 right of 1.\n")
    assert len(history.attempts()) == 1


def test_hints_are_given_one_by_one_and_counted(
    sitting: Sitting, talk: Talk, history: History
) -> None:
    said = talk(sitting("mse.by-hand"), ":h", ":hint", ":h", "0.2875")
    assert said.count("Your answer: \nStart from the residuals.\n") == 1
    assert said.count("Your answer: \nSquare, then average.\n") == 1
    assert said.count("Your answer: \nThere are no more hints.\n") == 1
    assert history.attempts()[0].hints == 2


def _number_of(option: str, said: str) -> str:
    [line] = [line for line in said.splitlines() if line.endswith(f"  {option}")]
    return line.split()[0]


def test_a_choice_is_made_by_number(sitting: Sitting, talk: Talk) -> None:
    session = sitting("mse.outliers")
    said = talk(session)
    assert "\n  1  " in said
    assert talk(session, "9", _number_of("MAE", said)).endswith("\n1 right of 1.\n")


def test_several_options_are_chosen_at_once(sitting: Sitting, talk: Talk) -> None:
    session = sitting("convex")
    said = talk(session)
    assert said.count("Your choices (such as 1, 3): ") == 1
    both = f"{_number_of('MSE', said)}, {_number_of('MAE', said)}"
    said = talk(session, both)
    assert "Read as: " in said
    assert said.endswith("\n1 right of 1.\n")


def test_a_statement_is_answered_with_a_word(sitting: Sitting, talk: Talk) -> None:
    said = talk(sitting("huber.smooth"), "maybe", "f")
    assert "  1  True\n  2  False\nYour answer: \n" in said
    assert "Read as: False\nRight.\nIt is a parabola there.\n" in said


@pytest.mark.parametrize(
    ("question", "request_", "lines", "verdict"),
    [
        (
            "ask: order\nsteps: [a, b]",
            "Your order (such as 2, 1, 3): ",
            ["2", "2 1"],
            "Right: each",
        ),
        (
            "ask: match\npairs: [{left: a, right: c}, {left: b, right: d}]",
            "What belongs together (such as 1b 2a): ",
            ["1", "ba"],
            "Right.",
        ),
        (
            "ask: cloze\ngaps: [mean, {expression: 1/4}]",
            "What belongs into the gaps (set apart by ;, and ? for one unknown): ",
            ["mean", "mean; 0.25"],
            "Right.",
        ),
        (
            "ask: true_false\nanswer: true\nreasons: [{text: a, right: true}, {text: b}]",
            "Your answer and its reason (such as t a): ",
            ["t", "t a"],
            "Right",
        ),
    ],
    ids=["order", "match", "cloze", "true_false"],
)
def test_what_is_arranged_is_asked_in_one_line(
    tmp_path: Path,
    history: History,
    clock: Clock,
    talk: Talk,
    question: str,
    request_: str,
    lines: list[str],
    verdict: str,
) -> None:
    file = tmp_path / "arranged.yaml"
    body = f"id: q\nprompt: A ___ and ___.\n{question}".replace("\n", "\n    ")
    file.write_text(f"topic: t\ntitle: T\nquestions:\n  - {body}\n", encoding="utf-8")
    read, faults = read_bank_file(file)
    assert faults == ()
    assert read is not None
    plan = SessionPlan(
        id="one", mode="practice", topics=("t",), seed=1, items=("q",), started_at=clock()
    )
    said = talk(Session(StoredSession(plan, ()), Bank([read]), history, clock), *lines)
    assert said.count(request_) == 2
    assert verdict in said


def test_an_open_question_keeps_the_words_while_the_points_are_asked_again(
    sitting: Sitting, talk: Talk, history: History
) -> None:
    said = talk(sitting("loss-or-cost"), "One sample each.", "7", "1, 2")
    assert said.count("Your answer: ") == 1
    assert said.count("Which points did you make? (such as 1, 2; Enter for none) ") == 2
    assert (
        "You wrote: One sample each.\n"
        "A model answer:\nA loss scores one sample; a cost aggregates the losses over the data.\n"
        "  1  one sample\n  2  an aggregate over the data\n"
    ) in said
    [attempt] = history.attempts()
    assert (attempt.answer, attempt.verdict, attempt.score) == ("One sample each.", "right", 1)


def test_no_point_made_is_an_empty_line(sitting: Sitting, talk: Talk, history: History) -> None:
    talk(sitting("loss-or-cost"), "No idea.", "")
    assert [attempt.verdict for attempt in history.attempts()] == ["wrong"]


def test_a_card_is_turned_once_and_graded(sitting: Sitting, talk: Talk, history: History) -> None:
    said = talk(sitting("mse.card"), "", "5", "4")
    assert said.count("(Enter turns the card) ") == 1
    assert said.count("The mean of the squared residuals.") == 1
    assert said.count("MSE = ") == 1
    assert said.count("How well did you know it? (1 again, 2 hard, 3 good, 4 easy; Enter") == 2
    assert [attempt.answer for attempt in history.attempts()] == ["4"]


def test_an_empty_line_grades_a_card_as_good(
    sitting: Sitting, talk: Talk, history: History
) -> None:
    assert "Read as" not in talk(sitting("mse.card"), "", "")
    assert [(a.answer, a.verdict) for a in history.attempts()] == [("good", "right")]


@pytest.mark.parametrize(
    "lines",
    [["f", ":q"], ["f", ":quit"], ["f"], ["f", "", ":q"], ["f", ""]],
    ids=["q", "quit", "end", "q at the grade", "end at the grade"],
)
def test_whoever_leaves_keeps_what_was_answered(
    sitting: Sitting,
    talk: Talk,
    lines: list[str],
    bank: Bank,
    history: History,
    clock: Clock,
) -> None:
    said = talk(sitting("huber.smooth", "mse.card"), *lines)
    assert said.endswith("\nEverything you answered is kept.\n\n1 right of 1.\n")
    left = unfinished_session(bank, history, clock)
    assert left is not None
    assert [attempt.item for attempt in left.attempts] == ["huber.smooth"]


def test_whoever_leaves_at_once_gets_no_score(sitting: Sitting, talk: Talk) -> None:
    assert talk(sitting("huber.smooth"), ":q").endswith("\nEverything you answered is kept.\n")


@pytest.mark.parametrize("item", ["mse.by-hand", "mse.outliers", "convex", "huber.smooth"])
def test_no_control_character_of_an_answer_comes_back(
    sitting: Sitting, talk: Talk, item: str
) -> None:
    hostile = ["\x1b[2J\x07", "1\x00", "\x9b31m", "\u202e1", "\x1b]0;title\x07", "a\x08b", "\x7f"]
    said = talk(sitting(item), *hostile)
    assert said.replace("\n", "").isprintable()


@pytest.mark.parametrize("item", ["loss-or-cost", "mse.card"])
def test_no_control_character_of_free_words_comes_back(
    sitting: Sitting, talk: Talk, item: str
) -> None:
    said = talk(sitting(item), "\x1b[2J\x07", "\x1b[31m", "1\x00")
    assert said.replace("\n", "").isprintable()


def test_lines_are_as_wide_as_the_terminal(
    sitting: Sitting, talk: Talk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "40")
    said = talk(sitting("mse.by-hand", "mse.outliers"), "1.15", "1")
    assert max(map(len, said.splitlines())) <= 40
    monkeypatch.setenv("COLUMNS", "400")
    assert max(map(len, talk(sitting("mse.by-hand"), "1.15").splitlines())) <= 90


def test_formulas_are_ascii_where_the_terminal_is(sitting: Sitting, talk: Talk) -> None:
    said = talk(sitting("mse.card"), "", "", glyphs=ASCII)
    assert "l = (y - yhat)^2" in said


def test_a_formula_that_cannot_be_derived_stops_nobody(
    sitting: Sitting, talk: Talk, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object) -> None:
        raise QuizError("This takes too long.", "Try again later.")

    monkeypatch.setattr(FormulaCache, "formula", fail)
    said = talk(sitting("mse.card"), "", "")
    assert "This takes too long. Try again later.\n" in said
    assert said.endswith("\n1 right of 1.\n")


def test_an_answer_that_cannot_be_recorded_is_not_passed_over(
    sitting: Sitting, talk: Talk, history: History, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(_: Attempt) -> None:
        raise QuizError("There is no room left.", "Free some space.")

    monkeypatch.setattr(history, "record", fail)
    with pytest.raises(QuizError, match="no room left"):
        talk(sitting("huber.smooth"), "f")


def test_a_question_that_cannot_be_drawn_is_said_at_the_end(sitting: Sitting, talk: Talk) -> None:
    session = sitting("huber.smooth")
    session.left_out.append(QuizError("It has no value.", "Check it."))
    assert talk(session, "f").endswith("\n1 right of 1.\nLeft out: It has no value. Check it.\n")


def test_a_topic_is_chosen_by_its_number(
    choose: Choose, capsys: pytest.CaptureFixture[str]
) -> None:
    session = choose("0", "x", "9" * 5000, "1")
    said = capsys.readouterr().out
    assert said.startswith("  1  Regression losses (6)\nWhich topic? (Enter for all) \n")
    assert said.count("Give a number from 1 to 1.\n") == 3
    assert session is not None
    assert session.plan.topics == ("regression",)
    assert session.total == 6


def test_an_empty_line_chooses_all_topics(choose: Choose) -> None:
    session = choose("")
    assert session is not None
    assert session.total == 6


@pytest.mark.parametrize("lines", [[], [":q"], ["x", ":q"]])
def test_nothing_is_chosen_by_who_leaves(
    choose: Choose, lines: list[str], bank: Bank, history: History, clock: Clock
) -> None:
    assert choose(*lines) is None
    assert unfinished_session(bank, history, clock) is None


@pytest.mark.parametrize("line", ["", "y", "Yes"])
def test_the_session_that_was_left_is_offered_and_taken_up(
    sitting: Sitting, talk: Talk, choose: Choose, line: str, capsys: pytest.CaptureFixture[str]
) -> None:
    talk(sitting("huber.smooth", "mse.card"), "f")
    session = choose(line)
    offered = "Continue the session you left (1 of 2 answered)? [Y/n] \n"
    assert capsys.readouterr().out == offered
    assert session is not None
    assert session.plan.id == "sitting"
    assert "\nQuestion 2 of 2\nWrite the mean squared error.\n" in talk(session, "", "")


@pytest.mark.parametrize("line", ["n", "No"])
def test_the_session_that_was_left_may_be_declined(
    sitting: Sitting, talk: Talk, choose: Choose, line: str
) -> None:
    talk(sitting("huber.smooth", "mse.card"), "f")
    session = choose(line, "")
    assert session is not None
    assert session.plan.id != "sitting"
    assert session.attempts == []


def test_a_session_that_was_finished_is_not_offered(
    sitting: Sitting,
    talk: Talk,
    choose: Choose,
    history: History,
    capsys: pytest.CaptureFixture[str],
) -> None:
    talk(sitting("huber.smooth"), "f")
    assert history.unfinished_session() is None
    choose(":q")
    assert "Continue" not in capsys.readouterr().out


def test_a_missed_question_is_tried_again_with_the_same_numbers(
    sitting: Sitting, talk: Talk, history: History
) -> None:
    said = talk(sitting("mse.by-hand", "huber.smooth"), "1.15", ":t", "0.2875", ":q")
    assert "To try again with these numbers, type :t." in said
    assert "\nThe same again; it does not count\nA model predicts [2.5" in said
    assert "Right: the answer is 0.2875. You had seen the answer" in " ".join(said.split())
    assert said.endswith("\n0 right of 1.\n")
    assert [attempt.retry for attempt in history.attempts()] == [False, True]


def test_a_question_is_skipped_but_not_the_last(sitting: Sitting, talk: Talk) -> None:
    said = talk(sitting("mse.by-hand", "huber.smooth"), ":s", "f", ":s", ":t", "0.2875")
    assert said.count("That cannot be done here.") == 2
    assert said.count("Question 2 of 2") == 1
    assert said.endswith("\n2 right of 2.\n")
