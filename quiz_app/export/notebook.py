"""A lesson as a Jupyter notebook."""

from __future__ import annotations

from types import ModuleType

from quiz_app.bank.bank import Bank
from quiz_app.export.extras import require
from quiz_app.export.lesson_cells import lesson_cells
from quiz_app.formulas import FormulaCache
from quiz_app.lessons import Lesson

_KERNEL = {"name": "python3", "display_name": "Python 3", "language": "python"}


def notebook_library() -> ModuleType:
    """The library that knows the format; raises QuizError where it is not installed."""
    return require("nbformat", "A notebook")


def notebook(lesson: Lesson, bank: Bank, formulas: FormulaCache) -> str:
    """The lesson as the text of a notebook file, the same for the same lesson.

    Code cells have what they print, and in their metadata the ``library`` they are written for.
    Raises QuizError without the library for notebooks, or when the lesson cannot be worked out.
    """
    nbformat = notebook_library()
    new = nbformat.v4
    cells = []
    for number, cell in enumerate(lesson_cells(lesson, bank, formulas), start=1):
        identity = f"cell-{number}"
        if not cell.library:
            cells.append(new.new_markdown_cell(cell.source, id=identity))
            continue
        printed = new.new_output("stream", name="stdout", text=f"{cell.output}\n")
        cells.append(
            new.new_code_cell(
                cell.source,
                id=identity,
                metadata={"library": cell.library},
                outputs=[printed] if cell.output else [],
            )
        )
    book = new.new_notebook(cells=cells, metadata={"kernelspec": _KERNEL, "title": lesson.title})
    nbformat.validate(book)
    return f"{nbformat.writes(book)}\n"
