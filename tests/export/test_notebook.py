from __future__ import annotations

import json
from pathlib import Path

import pytest

from quiz_app.bank import load_banks
from quiz_app.export.notebook import notebook
from quiz_app.formulas import FormulaCache
from quiz_app.lessons import lesson_of
from quiz_app.paths import content_dir

nbformat = pytest.importorskip("nbformat", reason="the extra 'notebook' is not installed")


@pytest.fixture
def regression(cache_folder: Path, formulas: FormulaCache) -> str:
    bank = load_banks((content_dir(),), cache_folder)
    return notebook(lesson_of("regression", bank), bank, formulas)


def test_the_notebook_of_a_lesson_has_its_sections_in_order(regression: str) -> None:
    book = nbformat.reads(regression, as_version=4)
    nbformat.validate(book)
    texts = [cell.source for cell in book.cells if cell.cell_type == "markdown"]
    assert texts[0].startswith("# Regression losses\n")
    assert [text.partition("\n")[0] for text in texts if text.startswith("## ")] == [
        "## Intuition",
        "## Key points",
        "## When to use",
        "## Formulas",
        "## Pitfalls",
        "## Interview questions",
        "## Code",
    ]
    whole = "\n".join(texts)
    assert r"\operatorname{MSE} &= \frac{1}{n} \sum_{i=1}^n (y_i - \hat{y}_i)^2" in whole
    assert "](data:image/svg+xml;base64," in whole
    assert "    > **Answer.** It is smooth and convex" in whole
    assert {"numpy", "keras", "torch", "sklearn"} == {
        cell.metadata.library for cell in book.cells if cell.cell_type == "code"
    }


def test_its_code_runs_and_prints_what_is_written_there(regression: str) -> None:
    nbclient = pytest.importorskip("nbclient", reason="the extra 'readers' is not installed")
    pytest.importorskip("ipykernel", reason="the extra 'readers' is not installed")
    book = nbformat.reads(regression, as_version=4)
    book.cells = [cell for cell in book.cells if cell.metadata.get("library", "numpy") == "numpy"]
    written = json.loads(json.dumps(book))
    nbclient.NotebookClient(book, timeout=120).execute()
    for cell, before in zip(book.cells, written["cells"], strict=True):
        if cell.cell_type == "code":
            assert [output.text for output in cell.outputs] == [
                output["text"] for output in before["outputs"]
            ]
