from __future__ import annotations

import csv
import json
import sys
from collections.abc import Callable
from importlib.util import find_spec
from pathlib import Path
from typing import TypeAlias

import pytest

Run: TypeAlias = Callable[..., tuple[int, str, str]]
Complaint: TypeAlias = Callable[..., tuple[int, str]]

pytestmark = pytest.mark.usefixtures("only_small_bank")


def test_questions_are_exported_as_csv_and_as_json(run: Run, tmp_path: Path) -> None:
    for form in ("csv", "json"):
        file = tmp_path / f"questions.{form}"
        assert run("export", form, str(file)) == (0, f"{file}: 6 rows.\n", "")
    with (tmp_path / "questions.csv").open(encoding="utf-8", newline="") as stream:
        in_csv = list(csv.DictReader(stream))
    in_json = json.loads((tmp_path / "questions.json").read_text("utf-8"))
    assert [row["id"] for row in in_csv] == [row["id"] for row in in_json]
    assert {row["id"]: row["answer"] for row in in_json}["mse.outliers"] == "MAE"


def test_attempts_are_exported_with_their_answers(run: Run, tmp_path: Path) -> None:
    run("--plain", "practice", "regression", stdin="1\n1\n")
    file = tmp_path / "attempts.json"
    status, out, _ = run("export", "json", str(file), "--attempts")
    attempts = json.loads(file.read_text("utf-8"))
    # How many questions are asked before a card takes the rest depends on chance.
    assert (status, out.startswith(f"{file}: {len(attempts)} attempt")) == (0, True)
    assert {attempt["topic"] for attempt in attempts} == {"regression"}
    assert run("export", "json", str(file), "other", "--attempts", "--force")[0] == 0
    assert json.loads(file.read_text("utf-8")) == []


def test_a_file_that_is_there_stays_unless_it_may_go(
    run: Run, complaint: Complaint, tmp_path: Path
) -> None:
    file = tmp_path / "questions.csv"
    file.write_text("mine")
    status, said = complaint("export", "csv", str(file))
    assert (status, file.read_text()) == (1, "mine")
    assert said == f"{file} is there already. Name another file, or add --force."
    assert run("export", "csv", str(file), "--force")[0] == 0
    assert file.read_text("utf-8").startswith("id,topic,")


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("csv", "x", "regresion"), "There is no topic 'regresion'. Did you mean 'regression'?"),
        (("notebook", "x"), "A notebook is about one topic. Name one, such as regression."),
        (("anki", "x", "--attempts"), "Attempts are exported as csv or json. Name one of these."),
        (("pdf", "x"), "'pdf' is not known here. Say anki, notebook, csv or json."),
    ],
)
def test_a_word_that_cannot_be_followed_is_a_complaint(
    complaint: Complaint, words: tuple[str, ...], said: str
) -> None:
    assert complaint("export", *words) == (2, said)
    assert not Path("x").exists()


@pytest.mark.parametrize(("form", "library"), [("anki", "genanki"), ("notebook", "nbformat")])
def test_a_missing_library_is_named_with_the_command_that_installs_it(
    complaint: Complaint, monkeypatch: pytest.MonkeyPatch, form: str, library: str
) -> None:
    monkeypatch.setitem(sys.modules, library, None)
    status, said = complaint("export", form, "x", "regression")
    assert status == 1
    assert said.endswith(
        f"needs the library {library}, which is not installed. Run 'pip install {library}'."
    )


@pytest.mark.skipif(find_spec("genanki") is None, reason="the extra 'anki' is not installed")
def test_what_was_exported_for_anki_can_be_imported(run: Run, tmp_path: Path) -> None:
    package = tmp_path / "My cards.apkg"
    assert run("export", "anki", str(package)) == (0, f"{package}: 6 notes.\n", "")
    status, out, _ = run("import", str(package), "--to", str(tmp_path))
    assert (status, out.splitlines()[0]) == (0, f"{tmp_path / 'my-cards.yaml'}: 6 cards.")
    assert run("check", str(tmp_path / "my-cards.yaml")) == (0, "No faults.\n", "")


def test_a_table_of_anki_becomes_cards_that_can_be_reviewed(
    run: Run, complaint: Complaint, tmp_path: Path
) -> None:
    table, folder = tmp_path / "Löss {x}.txt", tmp_path / "mine"
    folder.mkdir()
    table.write_text("#separator:tab\n#html:true\n#guid column:1\nq&\ta {b} &lt; c\tback\nw\tx\t\n")
    status, out, _ = run("import", str(table), "--to", str(folder))
    file = folder / "l-ss-x.yaml"
    assert (status, out.splitlines()) == (
        0,
        [
            f"{file}: 1 card.",
            "Notes without a second side, or there twice, were left out: 1.",
            f"Go through them with: quiz-app review l-ss-x --content {folder}",
        ],
    )
    assert run("check", str(folder)) == (0, "No faults.\n", "")
    card = file.read_text("utf-8").partition("id: ")[2].partition("\n")[0]
    assert "a {b} < c\n" in run("show", card, "--content", str(folder))[1]
    assert "is there already" in complaint("import", str(table), "--to", str(folder))[1]
