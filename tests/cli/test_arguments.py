from __future__ import annotations

import re
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import TypeAlias

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quiz_app import __version__
from quiz_app.cli.arguments import parse_arguments
from quiz_app.cli.commands import COMMANDS
from quiz_app.cli.misuse import MisuseError

Run: TypeAlias = Callable[..., tuple[int, str, str]]
Complaint: TypeAlias = Callable[..., tuple[int, str]]


def test_the_version_is_said(run: Run) -> None:
    assert run("--version") == (0, f"quiz-app {__version__}\n", "")


def test_help_lists_every_command_in_eighty_columns(run: Run) -> None:
    status, out, err = run("--help")
    assert (status, err) == (0, "")
    assert set(COMMANDS) <= set(re.findall(r"^  ([a-z]+)  ", out, re.MULTILINE))
    assert max(map(len, out.splitlines())) <= 80


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_has_a_help_of_its_own(run: Run, name: str) -> None:
    status, out, err = run(name, "--help")
    assert (status, err) == (0, "")
    assert out.startswith(f"usage: quiz-app {name} ")
    assert COMMANDS[name].about in out


def test_no_word_opens_the_application() -> None:
    command, options = parse_arguments([])
    assert command.name == "home"
    assert (options.plain, options.content, options.data) == (False, [], None)


@pytest.mark.parametrize(
    "words",
    [
        ["--plain", "--data", "{0}", "--content", "{0}", "--content", "{1}", "practice", "mse"],
        ["--plain", "--content", "{0}", "practice", "--content={1}", "mse", "--data={0}"],
        ["practice", "mse", "--content", "{0}", "--content", "{1}", "--data", "{0}", "--plain"],
    ],
    ids=["before", "around", "after"],
)
def test_common_options_stand_before_or_after_the_command(words: list[str], tmp_path: Path) -> None:
    places = tmp_path / "a", tmp_path / "b"
    for place in places:
        place.mkdir()
    command, options = parse_arguments([word.format(*places) for word in words])
    assert command.name == "practice"
    assert options.topics == ["mse"]
    assert options.plain is True
    assert options.content == list(places)
    assert options.data == places[0]


def test_a_tilde_is_the_home_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("USERPROFILE", str(tmp_path))
    _, options = parse_arguments(["--data", "~/mine", "paths"])
    assert options.data == tmp_path / "mine"


@pytest.mark.parametrize("answer", ["-ln(0.7)", "-0.5", "-1/2", "-x", "-e", "-", "−1", "- 1", ""])
@pytest.mark.parametrize(
    "words",
    [
        ["grade", "mse.by-hand", "{}"],
        ["grade", "mse.by-hand", "{}", "--seed", "3"],
        ["grade", "mse.by-hand", "--seed", "3", "{}", "--json"],
        ["--plain", "grade", "--seed=3", "mse.by-hand", "{}"],
        ["grade", "mse.by-hand", "--", "{}"],
    ],
    ids=" ".join,
)
def test_an_answer_that_begins_with_a_minus_is_no_option(words: list[str], answer: str) -> None:
    _, options = parse_arguments([word.format(answer) for word in words])
    assert options.id == "mse.by-hand"
    assert options.answer == answer
    assert options.seed in {1, 3}


def test_minus_h_asks_for_help_even_where_an_answer_may_stand(run: Run) -> None:
    assert run("grade", "mse.by-hand", "-h")[1].startswith("usage: quiz-app grade ")


@pytest.mark.parametrize(
    ("words", "sentences"),
    [
        ("chek", "There is no command 'chek'. Did you mean 'check'?"),
        ("xyzzy", "There is no command 'xyzzy'. See 'quiz-app --help'."),
        ("--verson", "There is no option '--verson'. Did you mean '--version'?"),
        ("--plian practice", "There is no option '--plian'. Did you mean '--plain'?"),
        ("-x", "There is no option '-x'. See 'quiz-app --help'."),
        ("--json stats", "There is no option '--json'. Options of a command stand after it."),
        ("stats --jsn", "There is no option '--jsn'. Did you mean '--json'?"),
        ("show a --sede=3", "There is no option '--sede'. Did you mean '--seed'?"),
        ("losses a", "'a' is one word too many. See 'quiz-app losses --help'."),
        ("show", "The following arguments are required: ID. See 'quiz-app show --help'."),
        (
            "grade",
            "The following arguments are required: ID, ANSWER. See 'quiz-app grade --help'.",
        ),
        ("plot", "The following arguments are required: LOSS. See 'quiz-app plot --help'."),
        ("show a --seed", "Argument --seed: expected one argument. See 'quiz-app show --help'."),
        ("show a --seed x", "'x' is not a seed. Give a whole number from 0 on."),
        ("show a --seed -3", "'-3' is not a seed. Give a whole number from 0 on."),
        ("grade a --seed -3 1", "'-3' is not a seed. Give a whole number from 0 on."),
        ("show a --seed 1.5", "'1.5' is not a seed. Give a whole number from 0 on."),
        ("show a --seed ٣", "'٣' is not a seed. Give a whole number from 0 on."),
        (
            "formula mse --show slope",
            "'slope' is not known here. Say definition, gradient, hessian or minimiser.",
        ),
        ("formula mse --as tex", "'tex' is not known here. Say unicode, ascii or latex."),
        (
            "--content /absent stats",
            "There is no file or folder '/absent'. Make it, or name another one.",
        ),
        (
            "check /absent",
            "There is no file or folder '/absent'. Make it, or name another one.",
        ),
        (
            "check ~no-such-user/x",
            "There is no file or folder '~no-such-user/x'. Make it, or name another one.",
        ),
        (
            "--data= stats",
            "The name of a file or folder is empty. Name one, such as ~/questions.",
        ),
    ],
)
def test_a_wrong_word_is_one_line_and_status_two(
    complaint: Complaint, words: str, sentences: str
) -> None:
    assert complaint(*words.split()) == (2, sentences)


_WORDS = st.sampled_from(
    [*COMMANDS, "--plain", "--content", "--data", "--seed", "--as", "--json=1", "--", "-1", "-h"]
)


@given(st.lists(_WORDS | st.text(max_size=12), max_size=6))
def test_any_words_are_understood_or_refused_in_one_line(words: list[str]) -> None:
    refusal = ""
    with suppress(SystemExit):  # after help
        try:
            command, _ = parse_arguments(words)
        except MisuseError as error:
            refusal = str(error)
        else:
            assert command.name in {"home", *words}
    assert refusal.isprintable()
