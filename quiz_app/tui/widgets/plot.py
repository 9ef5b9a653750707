"""The curves of an exploration, with its numbers and what is read at the cursor below them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from textual.app import App, ComposeResult
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Static

from quiz_app.errors import QuizError
from quiz_app.tui.context import Context
from quiz_app.tui.literal import literal
from quiz_app.tui.widgets.dials import dials
from quiz_app.tui.wording import shortened

if TYPE_CHECKING:
    from quiz_app.formulas.exploration import Exploration
    from quiz_app.maths.plot import GlyphSet, Plot

_WIDEST = 100
_LOWEST = 6
# Rows a plot has for each column, so that it does not stand on end.
_STEEPEST = 0.4
# Panes from this height on have blank rows, and a row for each reading.
_AIRY = 19
_NOTHING = Content()
_LONGEST_NAME = 24

# Told apart by people with any kind of colour blindness; the dash patterns do it without colour.
_DARK = ("#56B4E9", "#E69F00", "#009E73", "#CC79A7")
_LIGHT = ("#005F99", "#A84300", "#00664E", "#8A3A6B")


class CurvesView(VerticalScroll, can_focus=False):
    """Draws an exploration at once, as large as there is room."""

    DEFAULT_CSS = "CurvesView Static { height: auto; }"

    def __init__(self, context: Context, *, id: str) -> None:  # noqa: A002
        super().__init__(id=id)
        self.context = context
        self._exploration: Exploration | None = None

    def compose(self) -> ComposeResult:
        """The places of the picture, of the numbers and of the readings."""
        yield Static("…", id="picture", markup=False)
        yield Static(id="dials", markup=False)
        yield Static(id="readings", markup=False)

    def on_mount(self) -> None:
        """Take other colours with another theme."""
        self.app.theme_changed_signal.subscribe(self, lambda _: self._draw())

    def explore(self, exploration: Exploration) -> None:
        """Show this from now on."""
        self._exploration = exploration
        self._draw()

    def on_resize(self) -> None:
        """Draw for the new room."""
        self._draw()

    def _draw(self) -> None:
        width, height = self.scrollable_content_region.size
        if self._exploration is None or not width:
            return
        airy = height >= _AIRY
        numbers = _in_rows(dials(self._exploration, self.context.glyphs), width, "  ")
        readings = self._readings(self._exploration)
        if airy:
            numbers = [_NOTHING, *numbers, _NOTHING]
        else:
            readings = _in_rows(readings, width, "   ")
        rows = height - len(numbers) - len(readings)
        self.query_one("#picture", Static).update(self._picture(width, rows, captions=airy))
        self.query_one("#dials", Static).update(Content("\n").join(numbers))
        self.query_one("#readings", Static).update(Content("\n").join(readings))

    @property
    def _signs(self) -> GlyphSet:
        return "ascii" if self.context.ascii else "unicode"

    @property
    def _colours(self) -> tuple[str, ...]:
        return colours_on(self.app)

    def _picture(self, width: int, rows: int, *, captions: bool) -> Content:
        """The plot; without title and legend, what is below it says what they say."""
        assert self._exploration is not None
        figure = self._exploration.figure()
        if not captions:
            unnamed = tuple(replace(curve, name="") for curve in figure.curves)
            figure = replace(figure, curves=unnamed, title="")
        width = min(width, _WIDEST)
        height = max(_LOWEST, min(rows, round(width * _STEEPEST)))
        try:
            plot = figure.draw(width=width, height=height, glyphs=self._signs)
        except QuizError as error:
            return literal(str(error))
        return coloured(plot, self._colours)

    def _readings(self, exploration: Exploration) -> list[Content]:
        """``── MSE  0.36  slope −1.2`` for each curve, in columns."""
        from quiz_app.maths.layout.numbers import number_text
        from quiz_app.maths.plot.glyphs import glyphs_of

        glyphs = self.context.glyphs
        columns = zip(
            *(
                (
                    shortened(reading.name, _LONGEST_NAME),
                    number_text(reading.value, glyphs=glyphs),
                    f"slope {number_text(reading.slope, glyphs=glyphs)}",
                )
                for reading in exploration.readings()
            ),
            strict=True,
        )
        rows = zip(*(_padded(column) for column in columns), strict=True)
        strokes = glyphs_of(self._signs)
        return [
            Content.assemble(
                literal(strokes.stroke(curve).sample, self._colours[curve]),
                literal(f" {'  '.join(row)}"),
            )
            for curve, row in enumerate(rows)
        ]


def _padded(column: Sequence[str]) -> list[str]:
    width = max(map(len, column))
    return [text.ljust(width) for text in column]


def _in_rows(parts: Sequence[Content], width: int, between: str) -> list[Content]:
    """The parts side by side, as many in a row as fit."""
    rows: list[Content] = []
    for part in parts:
        if rows and rows[-1].cell_length + len(between) + part.cell_length <= width:
            rows[-1] = Content.assemble(rows[-1], between, part)
        else:
            rows.append(part)
    return rows


def colours_on(app: App[object]) -> tuple[str, ...]:
    """A colour for each curve that is told apart on the theme of an application."""
    return _DARK if app.current_theme.dark else _LIGHT


def coloured(plot: Plot, colours: tuple[str, ...]) -> Content:
    """A plot with every curve in its colour."""
    rows = (
        Content.assemble(
            *(literal(run.text, "" if run.curve is None else colours[run.curve]) for run in row)
        )
        for row in plot.rows
    )
    return Content("\n").join(rows)
