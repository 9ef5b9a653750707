from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeAlias

import numpy as np
import pytest

Run: TypeAlias = Callable[..., tuple[int, str, str]]
Complaint: TypeAlias = Callable[..., tuple[int, str]]
Told: TypeAlias = Callable[..., dict[str, Any]]


@pytest.fixture
def told(run: Run) -> Told:
    """What a call with ``--json`` says."""

    def call(*words: str, stdin: str = "") -> dict[str, Any]:
        status, out, err = run(*words, "--json", stdin=stdin)
        assert (status, err) == (0, "")
        said: dict[str, Any] = json.loads(out)
        return said

    return call


@pytest.mark.usefixtures("only_small_bank")
def test_a_number_question_is_shown_with_its_answer_and_mistakes(run: Run) -> None:
    status, out, err = run("show", "mse.by-hand")
    assert (status, err) == (0, "")
    lines = out.splitlines()
    assert lines[:3] == [
        "A model predicts [2.5, 0, 2.1, 7.8] for [3, −0.5, 2, 7]. What is the mean squared error?",
        "",
        "Answer: 0.2875",
    ]
    assert (
        "  1.15  sum_instead_of_mean: You added the losses up; their mean is asked for, "
        "so divide by the number of samples."
    ) in lines
    assert lines[-2:] == [
        "",
        "The residuals are [0.5, −0.5, −0.1, −0.8]; squared and averaged they give 0.2875.",
    ]


@pytest.mark.usefixtures("only_small_bank")
@pytest.mark.parametrize(
    ("item", "shown"),
    [
        (
            "huber.smooth",
            "The Huber loss has a kink at zero.\n  1  True\n  2  False\n\nAnswer: False\n\n"
            "It is a parabola there.\n",
        ),
        (
            "loss-or-cost",
            "What is the difference between a loss and a cost?\n\nAnswer: A loss scores one "
            "sample; a cost aggregates the losses over the data.\n  - one sample\n"
            "  - an aggregate over the data\n",
        ),
        (
            "mse.card",
            "Write the mean squared error.\n\nAnswer:\nℓ = (y − ŷ)²\n\n"
            "       1   n\nMSE = ╶─╴  Σ  (yᵢ − ŷᵢ)²\n       n  i=1\n\n"
            "The mean of the squared residuals.\n",
        ),
    ],
)
def test_every_kind_is_shown_with_its_answer(run: Run, item: str, shown: str) -> None:
    assert run("show", item) == (0, shown, "")


@pytest.mark.usefixtures("only_small_bank")
def test_json_says_what_a_question_is(told: Told) -> None:
    said = told("show", "mse.by-hand", "--seed", "3")
    mistakes = said.pop("mistakes")
    assert said == {
        "id": "mse.by-hand",
        "kind": "number",
        "seed": 3,
        "prompt": "A model predicts [2.5, 0, 2.1, 7.8] for [3, −0.5, 2, 7]. "
        "What is the mean squared error?",
        "given": {"y_true": [3, -0.5, 2, 7], "y_pred": [2.5, 0, 2.1, 7.8]},
        "options": [],
        "answer": pytest.approx(0.2875),
    }
    assert {frozenset(mistake) for mistake in mistakes} == {frozenset({"name", "value", "say"})}
    values = {mistake["name"]: mistake["value"] for mistake in mistakes}
    assert values["sum_instead_of_mean"] == pytest.approx(1.15)
    assert values["root"] == pytest.approx(0.2875**0.5)


@pytest.mark.usefixtures("only_small_bank")
@pytest.mark.parametrize(
    ("item", "kind", "options", "answer"),
    [
        ("mse.outliers", "choice", {"MAE", "MSE", "RMSE"}, "MAE"),
        ("convex", "choices", {"MSE", "MAE", "the 0-1 loss"}, None),
        ("huber.smooth", "true_false", {"True", "False"}, "False"),
        ("mse.card", "card", set(), None),
    ],
)
def test_json_has_the_same_keys_for_every_kind(
    told: Told, item: str, kind: str, options: set[str], answer: str | None
) -> None:
    said = told("show", item)
    assert list(said) == [
        *("id", "kind", "seed", "prompt"),
        *("given", "options", "answer", "mistakes"),
    ]
    assert (said["id"], said["kind"], said["seed"]) == (item, kind, 1)
    assert set(said["options"]) == options
    assert answer is None or said["answer"] == answer
    assert said["mistakes"] == []


def test_json_is_ascii_whatever_the_question_says(run: Run) -> None:
    _, out, _ = run("show", "mse.by-hand", "--json")
    assert out.isascii()
    assert "−" in json.loads(out)["prompt"]


def test_the_same_seed_gives_the_same_question_and_another_another(run: Run) -> None:
    assert run("show", "mse.by-hand", "--json") == run("show", "mse.by-hand", "--seed=1", "--json")
    assert run("show", "mse.by-hand", "--seed", "1") != run("show", "mse.by-hand", "--seed", "2")


@pytest.mark.parametrize("seed", ["0", "1", "7", "999999999999999999"])
def test_the_given_numbers_are_those_of_the_answer(told: Told, seed: str) -> None:
    said = told("show", "mse.by-hand", "--seed", seed)
    residuals = np.subtract(said["given"]["y_true"], said["given"]["y_pred"])
    assert said["answer"] == pytest.approx(np.mean(residuals**2))


@pytest.mark.parametrize("item", ["mse.by-hand", "rmse.by-hand", "bce.one"])
@pytest.mark.parametrize("seed", ["1", "2"])
def test_the_right_answer_is_right_and_every_mistake_is_named(
    told: Told, item: str, seed: str
) -> None:
    said = told("show", item, "--seed", seed)
    verdict = told("grade", item, f"{said['answer']:.12g}", "--seed", seed)
    assert (verdict["verdict"], verdict["score"], verdict["mistakes"]) == ("right", 1, [])
    assert said["mistakes"]
    for mistake in said["mistakes"]:
        verdict = told("grade", item, f"{mistake['value']:.12g}", "--seed", seed)
        assert (verdict["verdict"], verdict["score"]) == ("wrong", 0)
        assert mistake["name"] in verdict["mistakes"]
        assert mistake["say"] in verdict["feedback"]


@pytest.mark.usefixtures("only_small_bank")
@pytest.mark.parametrize(
    ("answer", "read_as"),
    [
        ("-ln(0.7)", "−ln 0.7 = 0.356675"),
        ("-0.5", "−0.5"),
        ("-1/2", "−½ = −0.5"),
        ("-e", "−e = −2.71828"),
    ],
)
@pytest.mark.parametrize("seed", [[], ["--seed", "3"]], ids=["", "seed"])
def test_an_answer_may_begin_with_a_minus(
    told: Told, answer: str, read_as: str, seed: list[str]
) -> None:
    said = told("grade", "mse.by-hand", *seed, answer)
    assert (said["verdict"], said["read_as"]) == ("wrong", read_as)
    assert said == told("grade", "mse.by-hand", answer, *seed)


@pytest.mark.usefixtures("only_small_bank")
@pytest.mark.parametrize(
    ("item", "answer", "verdict", "score"),
    [
        ("mse.by-hand", "0.2875", "right", 1),
        ("mse.by-hand", "23/80", "right", 1),
        ("mse.by-hand", "1/4*(0.25+0.25+0.01+0.64)", "right", 1),
        ("huber.smooth", "false", "right", 1),
        ("huber.smooth", "1", "wrong", 0),
        ("convex", "", "invalid", 0),
        ("loss-or-cost", "1", "partial", 0.5),
        ("loss-or-cost", "", "wrong", 0),
        ("mse.card", "good", "right", 1),
        ("mse.card", "1", "wrong", 0),
        ("mse.outliers", "7", "invalid", 0),
    ],
)
def test_every_kind_is_graded(
    told: Told, item: str, answer: str, verdict: str, score: float
) -> None:
    said = told("grade", item, answer)
    assert list(said) == ["verdict", "score", "read_as", "feedback", "mistakes"]
    assert (said["verdict"], said["score"]) == (verdict, score)
    assert said["feedback"].endswith(".")


@pytest.mark.usefixtures("only_small_bank")
@pytest.mark.parametrize("seed", ["1", "2", "3"])
@pytest.mark.parametrize(("item", "right"), [("mse.outliers", {"MAE"}), ("convex", {"MSE", "MAE"})])
def test_options_are_numbered_as_they_are_shown(
    told: Told, item: str, right: set[str], seed: str
) -> None:
    options = told("show", item, "--seed", seed)["options"]
    numbers = [str(number) for number, option in enumerate(options, start=1) if option in right]
    assert told("grade", item, ", ".join(numbers), "--seed", seed)["verdict"] == "right"
    others = [str(number) for number, option in enumerate(options, start=1) if option not in right]
    assert told("grade", item, others[0], "--seed", seed)["verdict"] == "wrong"


@pytest.mark.usefixtures("only_small_bank")
def test_the_verdict_in_words_is_one_line(run: Run) -> None:
    assert run("grade", "mse.by-hand", "0.2875") == (0, "right: Right: the answer is 0.2875.\n", "")
    assert run("grade", "mse.by-hand", "1.15") == (
        0,
        "wrong: Not quite: the answer is 0.2875. You added the losses up; their mean is asked "
        "for, so divide by the number of samples.\n",
        "",
    )


@pytest.mark.usefixtures("only_small_bank")
def test_a_single_minus_reads_the_answer_from_standard_input(told: Told) -> None:
    assert told("grade", "mse.by-hand", "-", stdin="0.2875\n")["verdict"] == "right"
    assert told("grade", "mse.by-hand", "-", stdin="-1/2\n")["read_as"] == "−½ = −0.5"


@pytest.mark.usefixtures("only_small_bank")
@pytest.mark.parametrize(
    "answer",
    [
        "",
        "  \n",
        "__import__('os').system('x')",
        "9**9**9**9",
        "(" * 10_000,
        "(" * 10_000 + "1" + ")" * 10_000,
        "1+" * 500_000 + "1",
        "9" * 1_000_000,
        "a" * 1_000_000,
        "\x00\x1b[2J",
        "y_true",
        "1/0",
        "nan",
        "1e999",
        "[1, 2]",
        "--help",
    ],
    ids=lambda answer: repr(answer[:12]),
)
def test_what_cannot_be_read_is_invalid_and_costs_nothing(told: Told, answer: str) -> None:
    said = told("grade", "mse.by-hand", "-", stdin=answer)
    assert (said["verdict"], said["score"], said["read_as"]) == ("invalid", 0, "")
    assert said["mistakes"] == []
    assert said["feedback"].isprintable()
    assert len(said["feedback"]) < 300


@pytest.mark.usefixtures("only_small_bank")
def test_content_that_had_to_be_left_out_is_said_on_the_side(run: Run, tmp_path: Path) -> None:
    broken = tmp_path / "broken.yaml"
    broken.write_text("title: T\nabout: &x y\n", encoding="utf-8")
    status, out, err = run("grade", "huber.smooth", "false", "--content", str(broken), "--json")
    assert status == 0
    assert json.loads(out)["verdict"] == "right"
    assert err.startswith(f"quiz-app: Content is left out: {broken}:1:1: ")
    assert err.endswith(". Faults in all: 2; see 'quiz-app check'.\n")
    assert err.count("\n") == 1


def test_an_unknown_id_is_a_wrong_word(complaint: Complaint) -> None:
    assert complaint("show", "mse.by-hnd") == (
        2,
        "There is no question or card 'mse.by-hnd'. Did you mean 'mse.by-hand'?",
    )
    assert complaint("grade", "\x1b[2J", "1")[0] == 2


@pytest.mark.usefixtures("only_small_bank")
def test_a_question_that_cannot_be_drawn_is_a_fault_of_the_content(
    complaint: Complaint, only_small_bank: Path
) -> None:
    only_small_bank.write_text(
        "topic: t\ntitle: T\nquestions:\n  - {id: q, ask: number, prompt: a, answer: 1/(1 - 1)}\n",
        encoding="utf-8",
    )
    status, sentences = complaint("show", "q")
    assert status == 1
    assert "division by zero" in sentences


@pytest.fixture
def arranged(tmp_path: Path) -> Path:
    """A folder with a question of each kind whose answer is arranged."""
    folder = tmp_path / "arranged"
    folder.mkdir()
    (folder / "one.yaml").write_text(
        "topic: t\ntitle: T\nquestions:\n"
        "  - {id: o, ask: order, prompt: Sort., steps: [one, two]}\n"
        "  - id: m\n    ask: match\n    prompt: Match.\n"
        "    pairs: [{left: a, right: x}, {left: b, right: y}]\n"
        "  - {id: c, ask: cloze, prompt: A ___ or ___., gaps: [mean, {expression: 1/4}]}\n",
        encoding="utf-8",
    )
    return folder


@pytest.mark.usefixtures("only_small_bank")
@pytest.mark.parametrize(
    ("item", "answer", "read_as"),
    [
        ("o", "2,1", "2, 1"),
        ("m", "1b 2a", "1b 2a"),
        ("c", "mean; 0.25", "mean; 0.25"),
    ],
)
def test_what_is_arranged_is_graded_from_one_line(
    told: Told, arranged: Path, item: str, answer: str, read_as: str
) -> None:
    said = told("--content", str(arranged), "grade", item, answer)
    assert (said["verdict"], said["score"], said["read_as"]) == ("right", 1.0, read_as)


@pytest.mark.usefixtures("only_small_bank")
@pytest.mark.parametrize(
    ("item", "parts"),
    [("o", {"steps": ["two", "one"]}), ("m", {"lefts": ["a", "b"], "partners": ["y", "x"]})],
)
def test_json_says_what_is_arranged(
    told: Told, arranged: Path, item: str, parts: dict[str, list[str]]
) -> None:
    said = told("--content", str(arranged), "show", item)
    assert {name: said[name] for name in parts} == parts
