"""The same question and seed give the same variant, on every machine and in every process."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quiz_app.bank import read_bank_file
from quiz_app.bank.bank import Bank
from quiz_app.bank.model import ChoiceQuestion, NumberQuestion, Option, Source, Uniform
from quiz_app.errors import QuizError
from quiz_app.variants import is_shown_at_once, make_variant, texts

Ask = Callable[..., NumberQuestion]

BANK = """\
topic: golden
title: Golden
questions:
  - id: golden.number
    ask: number
    prompt: The MSE of {p} for {y}?
    given:
      y: {uniform: [-3, 3], step: 0.5, size: 3}
      r: {choice: [-2, -1, 0.5, 3], size: 3}
      p: y - r
    answer: mse(y, p)
  - id: golden.rows
    ask: number
    prompt: The cost?
    given:
      y: {one_hot: 3, rows: 2}
      p: {probabilities: 3, step: 0.05, rows: 2}
      k: {labels: 4}
    answer: cce(y, p) + k
  - id: golden.choice
    ask: choice
    prompt: How is {x} rounded?
    given: {x: {uniform: [0, 1], step: 0.01}}
    options:
      - {text: down, right: true}
      - {text: up}
      - {text: to even}
      - {text: "to {x}"}
"""

SHOW = """
import sys
from pathlib import Path
from quiz_app.bank import read_bank_file
from quiz_app.variants import make_variant
bank_file, _ = read_bank_file(Path(sys.argv[1]))
for item in bank_file.items:
    variant = make_variant(item, 7)
    print(*variant.values.values(), variant.answer, variant.order, sep="\\n")
"""

# By hand: the residuals are −2, −1 and −1, so the MSE is 6/3; the two losses are −log 0.25 and
# −log 0.55, their mean is 0.9920656809377555, and k is 1.
GOLDEN = """\
('-1.5', '-1', '3')
('-2', '-1', '-1')
('0.5', '0', '4')
2.0
()
(('0', '1', '0'), ('1', '0', '0'))
(('0.2', '0.25', '0.55'), ('0.55', '0.2', '0.25'))
1
1.9920656809377555
()
0.48
None
(1, 0, 2, 3)
"""


@pytest.fixture
def golden_bank(tmp_path: Path) -> Path:
    path = tmp_path / "golden.yaml"
    path.write_text(BANK, encoding="utf-8")
    return path


def in_fresh_python(code: str, *arguments: object, hash_seed: int = 0) -> str:
    run = subprocess.run(
        [sys.executable, "-c", code, *map(str, arguments)],
        env={**os.environ, "PYTHONHASHSEED": str(hash_seed)},
        capture_output=True,
        text=True,
        check=True,
    )
    return run.stdout


@pytest.mark.parametrize("hash_seed", [1, 2])
def test_a_variant_is_what_it_has_always_been(golden_bank: Path, hash_seed: int) -> None:
    assert in_fresh_python(SHOW, golden_bank, hash_seed=hash_seed) == GOLDEN


def test_the_same_seed_gives_the_same_variant(bank: Bank, ask: Ask) -> None:
    wide = Uniform("-3", "3", "0.5", (3,))
    for item in (*bank.items.values(), ask("mse(y, p)", y=wide, p=wide)):
        for seed in range(5):
            assert make_variant(item, seed) == make_variant(item, seed)


def test_another_seed_gives_another_variant(ask: Ask) -> None:
    wide = Uniform("-3", "3", "0.5", (5,))
    question = ask("mse(y, p)", y=wide, p=wide)
    seen = {str(make_variant(question, seed).values) for seed in range(100)}
    assert len(seen) == 100


def choice(*options: Option, shuffle: bool = True) -> ChoiceQuestion:
    return ChoiceQuestion(
        id="c",
        topic="t",
        source=Source("t.yaml", 1, 1),
        prompt="Which?",
        options=options,
        shuffle=shuffle,
    )


@settings(deadline=None)
@given(st.integers(0, 10**6), st.integers(2, 9))
def test_shuffled_options_are_all_there(seed: int, count: int) -> None:
    options = tuple(Option(str(n), right=n == 0) for n in range(count))
    variant = make_variant(choice(*options), seed)
    assert sorted(variant.order) == list(range(count))
    assert set(texts.options(variant)) == set(options)


def test_options_come_in_every_order() -> None:
    options = (Option("a", right=True), Option("b"), Option("c"))
    orders = {make_variant(choice(*options), seed).order for seed in range(100)}
    assert len(orders) == 6


def test_options_that_are_not_shuffled_keep_their_order() -> None:
    options = (Option("a", right=True), Option("b"), Option("c"))
    variants = (make_variant(choice(*options, shuffle=False), seed) for seed in range(20))
    assert {texts.options(variant) for variant in variants} == {options}


def test_a_variant_without_numbers_to_compute_has_no_answer_and_no_mistakes(bank: Bank) -> None:
    variant = make_variant(bank.item("mse.outliers"), 0)
    assert (variant.answer, variant.mistakes, variant.values) == (None, (), {})


KINDS = """\
topic: t
title: T
cards:
  - {id: plain, front: What is it?, back: It.}
  - {id: front, front: "What is {1 + 1}?", back: It.}
  - {id: back, front: What is it?, back: "It is {1 + 1}."}
questions:
  - {id: drawn, ask: true_false, prompt: "{x} < {x}", answer: false, given: {x: {labels: 9}}}
  - {id: greek, ask: true_false, prompt: "{λ} < 9", answer: true, given: {lambda: {labels: 9}}}
  - {id: rounded, ask: true_false, prompt: "{x:3} < 9", answer: true, given: {x: {labels: 9}}}
  - {id: sum, ask: true_false, prompt: "{x + 1} < 9", answer: true, given: {x: {labels: 7}}}
  - {id: computed, ask: true_false, prompt: "{y} < 9", answer: true, given: {x: 2, y: x + 1}}
  - {id: late, ask: true_false, prompt: a, answer: true, explain: "{4/2}"}
  - {id: hint, ask: true_false, prompt: a, answer: true, hints: ["{4/2}"]}
  - {id: words, ask: open, prompt: Why?, answer: So., points: [so]}
  - {id: points, ask: open, prompt: Why?, answer: So., points: ["{2 + 2}"]}
  - {id: number, ask: number, prompt: Two?, answer: "2"}
  - {id: options, ask: choice, prompt: a, options: [{text: a, right: true}, {text: b}]}
  - {id: text, ask: choice, prompt: a, options: [{text: a, right: true}, {text: "{2}"}]}
  - id: because
    ask: choices
    prompt: Which?
    options: [{text: a, right: true}, {text: b, because: "{2 + 2}"}]
"""

SHOWN_AT_ONCE = ["plain", "drawn", "greek", "words", "options"]
COMPUTED = (
    *("front", "back", "rounded", "sum", "computed", "late", "hint", "points", "number"),
    *("text", "because"),
)

SHOW_ALL = """
import sys
from pathlib import Path
from quiz_app.bank import read_bank_file
from quiz_app.variants import make_variant
from quiz_app.variants.texts import every_text
bank_file, _ = read_bank_file(Path(sys.argv[1]))
(item,) = (item for item in bank_file.items if item.id == sys.argv[2])
assert any(every_text(make_variant(item, 3)))
print("numpy" in sys.modules)
"""


@pytest.fixture
def kinds(tmp_path: Path) -> Path:
    path = tmp_path / "kinds.yaml"
    path.write_text(KINDS, encoding="utf-8")
    return path


def test_what_needs_no_arithmetic_is_shown_at_once(kinds: Path) -> None:
    bank_file, faults = read_bank_file(kinds)
    assert faults == ()
    assert bank_file is not None
    at_once = {item.id: is_shown_at_once(item) for item in bank_file.items}
    assert at_once == dict.fromkeys(SHOWN_AT_ONCE, True) | dict.fromkeys(COMPUTED, False)


@pytest.mark.parametrize("key", SHOWN_AT_ONCE)
def test_what_is_shown_at_once_is_shown_without_numpy(kinds: Path, key: str) -> None:
    assert in_fresh_python(SHOW_ALL, kinds, key).strip() == "False"


def test_a_choice_is_made_into_a_variant_without_numpy(golden_bank: Path) -> None:
    assert in_fresh_python(SHOW_ALL, golden_bank, "golden.choice").strip() == "False"


def test_a_number_needs_numpy(kinds: Path) -> None:
    assert in_fresh_python(SHOW_ALL, kinds, "number").strip() == "True"


def test_a_question_that_cannot_be_computed_is_an_error(ask: Ask) -> None:
    with pytest.raises(QuizError, match="logarithm of zero"):
        make_variant(ask("log(0)"), 0)
