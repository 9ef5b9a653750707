from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from textwrap import dedent

import pytest

from quiz_app.authoring.checker import check_paths
from quiz_app.authoring.finding import Finding
from quiz_app.bank.model import Question
from quiz_app.errors import QuizError

HEAD = "topic: t\ntitle: T\n"

NUMBER = HEAD + dedent("""
    questions:
      - id: q
        ask: number
        prompt: What?
        given: {y: [1, 0], p: [0.5, 1], d: 1}
    """).removeprefix("\n")

CARD = HEAD + "cards:\n  - {id: q, front: a, "

# File name → its text, the place of its one fault, and part of the message.
BROKEN: dict[str, tuple[str, str, str]] = {
    "alias": (HEAD + "cards: *x", "3:8", "the alias '*x' is not read; write it out"),
    "anchor": (HEAD + "about: &x y", "3:8", "the anchor '&x' is not read"),
    "answer": (NUMBER + "    answer: y +", "8:16", "a term is missing"),
    "argument-count": (NUMBER + "    answer: mse(y)", "8:13", "takes two arguments, mse has 1"),
    "ask": (HEAD + "questions: [{id: q, ask: poem, prompt: a}]", "3:26", "known are number"),
    "card-key": (CARD + "bakc: b}", "4:23", "'bakc' is not a key of a card; did you mean 'back'"),
    "colon": (HEAD + "about: one: two", "3:11", "a ': ' cannot stand here"),
    "control": (HEAD + "about: \x07", "3:8", "U+0007 cannot be shown"),
    "documents": (HEAD + "---\ntopic: u", "3:1", "a second document begins here"),
    "duplicate-key": (HEAD + "topic: u", "3:1", "the key 'topic' already stands in line 1"),
    "empty": ("", "1:1", "the file is empty"),
    "form-of-number": (
        NUMBER + "    answer: gradient(y)[0]",
        "8:13",
        "gradient is not asked of a loss; write it round one",
    ),
    "form-reduction": (
        NUMBER + "    answer: gradient(mse(y, p, reduction=sum))[0]",
        "8:32",
        "'reduction' is not an option of mean_squared_error inside gradient; remove it",
    ),
    "formula-loss": (
        CARD + "formula: {loss: hubber}}",
        "4:39",
        "there is no loss 'hubber'; did you mean 'huber'",
    ),
    "function": (
        NUMBER + "    answer: mean(y) + sqroot(2)",
        "8:23",
        "there is no function or loss 'sqroot'; did you mean 'sqrt'",
    ),
    "function-in-given": (
        NUMBER.replace("d: 1", "d: mena(y)") + "    answer: d",
        "7:40",
        "there is no function or loss 'mena'; did you mean 'mean'",
    ),
    "function-in-hint": (
        NUMBER + "    answer: 1\n    hints:\n      - Once.\n      - 'See {y} and {mae2(y, p)}.'",
        "11:23",
        "there is no function or loss 'mae2'; did you mean 'mae'",
    ),
    "function-in-mistake": (
        NUMBER + "    answer: 1\n    mistakes:\n      - {name: a, say: b, answer: f(1)}",
        "10:35",
        "there is no function or loss 'f'; write one of the grammar, or a loss",
    ),
    "function-in-note": (CARD + "back: b, note: '{f(1)}'}", "4:40", "no function or loss 'f'"),
    "function-in-option": (
        HEAD
        + "questions:\n  - id: q\n    ask: choice\n    prompt: a\n    options:\n"
        + "      - {text: a, right: true, because: 'So {f(1)}.'}\n      - {text: b}",
        "8:46",
        "no function or loss 'f'",
    ),
    "function-in-block": (
        NUMBER + "    answer: 1\n    explain: |\n      One line,\n      then {f(1)}.",
        "11:13",
        "no function or loss 'f'",
    ),
    "function-in-points": (
        HEAD + "questions:\n  - {id: q, ask: open, prompt: a, answer: b, points: ['{f(1)}']}",
        "4:57",
        "no function or loss 'f'",
    ),
    "latin": (HEAD + "about: caf\udce9", "3:11", "not UTF-8"),
    "logits": (
        NUMBER + "    answer: mse(y, p, from_logits=true)",
        "8:23",
        "'from_logits' is not an option of mean_squared_error",
    ),
    "logits-word": (
        NUMBER + "    answer: bce(y, p, from_logits=1)",
        "8:23",
        "the option from_logits is a word; write from_logits=true or from_logits=false",
    ),
    "merge": (CARD + "<<: {back: b}, back: c}", "4:23", "merging with '<<' is not read"),
    "name": (NUMBER + "    answer: y2", "8:13", "'y2' is not a given name"),
    "nesting": (HEAD + "about: " + "[" * 30, "3:28", "nested too deeply"),
    "option-name": (
        NUMBER + "    answer: huber(y, p, dleta=0.5)",
        "8:25",
        "'dleta' is not an option of huber; did you mean 'delta'",
    ),
    "quote": (HEAD + "about: 'one\n", "3:8", "not closed; add the closing quote"),
    "reduction-word": (
        NUMBER + "    answer: mse(y, p, reduction=d)",
        "8:23",
        "the option reduction is a word; write reduction=mean or reduction=sum",
    ),
    "tab": (HEAD + "cards:\n\t- a", "4:1", "a tab stands where only spaces may"),
    "tag": (HEAD + "about: !!python/name:os.system x", "3:8", "the tag 'tag:yaml.org,2002:python"),
    "template": (NUMBER + "    answer: 1\n    explain: See {y.", "9:18", "'{' has no partner"),
    "topic": ("title: T", "1:1", "a content file needs 'topic'; add 'topic: …'"),
}


@pytest.fixture(scope="module")
def broken_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with every broken file."""
    folder = tmp_path_factory.mktemp("content")
    for name, (text, _, _) in BROKEN.items():
        path = folder / f"{name}.yaml"
        path.write_text(text, encoding="utf-8", errors="surrogateescape")
    return folder


@pytest.mark.parametrize("name", BROKEN)
def test_a_broken_file_is_named_with_line_and_column(broken_folder: Path, name: str) -> None:
    _, place, message = BROKEN[name]
    path = broken_folder / f"{name}.yaml"
    [fault] = check_paths([path])
    assert str(fault).startswith(f"{path}:{place}: ")
    assert message in str(fault)


def test_one_run_finds_the_faults_of_all_files_in_order(broken_folder: Path) -> None:
    faults = check_paths([broken_folder])
    # The item ids of the broken files are the same, which is a fault of its own.
    own = [fault for fault in faults if "the id 'q' is already" not in fault.problem]
    assert [Path(fault.path).stem for fault in own] == sorted(BROKEN, key="{}.yaml".format)


def test_no_message_has_a_full_stop_or_more_than_one_line(broken_folder: Path) -> None:
    for fault in check_paths([broken_folder]):
        assert "\n" not in str(fault)
        assert not fault.problem.endswith(".")
        assert not fault.remedy.endswith(".")


def test_content_that_is_right_has_no_faults(tmp_path: Path) -> None:
    path = tmp_path / "right.yaml"
    path.write_text(
        NUMBER
        + "    answer: >\n"
        + "      mse(y, p) + huber(y, p, delta=d, reduction=sum) - mae(y, p)\n"
        + "      + gradient(bce(y, p, from_logits=true))[0] + per_sample(mse(y, p))[1]\n"
        + "      + logsumexp(y) + e\n"
        + "    formula: {loss: bce, show: gradient}\n",
        encoding="utf-8",
    )
    assert check_paths([tmp_path]) == ()


def test_every_fault_of_one_expression_is_found(tmp_path: Path) -> None:
    path = tmp_path / "many.yaml"
    path.write_text(
        NUMBER + "    answer: f(1) + mse(y) + huber(y, p, x=1, reduction=2)", encoding="utf-8"
    )
    assert [fault.column for fault in check_paths([path])] == [13, 20, 41, 46]


def test_one_fault_made_twice_in_an_expression_is_named_once(tmp_path: Path) -> None:
    path = tmp_path / "twice.yaml"
    path.write_text(NUMBER + "    answer: f(1) + f(2)", encoding="utf-8")
    assert [fault.column for fault in check_paths([path])] == [13]


def test_a_further_check_is_asked_of_every_item(tmp_path: Path) -> None:
    def refuse_prompt(item: Question) -> Iterator[Finding]:
        yield Finding(("prompt",), f"{item.id} is refused", "change it", 2)
        yield Finding(("absent", 3, "key"), "an absent field", "add it")

    path = tmp_path / "one.yaml"
    path.write_text(NUMBER + "    answer: 1", encoding="utf-8")
    assert [str(fault) for fault in check_paths([path], [refuse_prompt])] == [
        f"{path}:4:5: an absent field; add it",
        f"{path}:6:15: q is refused; change it",
    ]


def test_a_repeated_id_is_a_fault_in_both_files_places(tmp_path: Path) -> None:
    for name in ("1.yaml", "2.yaml"):
        (tmp_path / name).write_text(CARD + "back: b}", encoding="utf-8")
    [fault] = check_paths([tmp_path])
    assert str(fault).startswith(
        f"{tmp_path}/2.yaml:4:5: the id 'q' is already that of {tmp_path}/1.yaml:4:5; "
    )


def test_a_missing_path_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(QuizError, match="does not exist"):
        check_paths([tmp_path / "absent"])
