"""Writing a function, here or in the learner's own editor."""

from __future__ import annotations

from typing import ClassVar

from textual import on
from textual.app import ComposeResult, SuspendNotSupported
from textual.binding import Binding, BindingType
from textual.events import Key
from textual.message import Message
from textual.widgets import TextArea

from quiz_app.bank.model import CodeQuestion
from quiz_app.editor import edited
from quiz_app.errors import QuizError
from quiz_app.grading import Verdict
from quiz_app.tui.literal import Words
from quiz_app.tui.widgets.answer import AnswerArea
from quiz_app.variants import Variant
from quiz_app.variants.code import starting_code

_KEYS = "Ctrl+S runs it, Ctrl+O opens your editor, Esc leaves the text."
_NEW_LINE = "\n"
_INDENT = "    "


class _Program(TextArea):
    """Lines of Python; Enter keeps the indentation, Tab adds to it."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+s,f5", "done", "Run", priority=True, show=False),
        Binding("ctrl+o,f6", "edit", "Editor", priority=True, show=False),
        # The text area would go on to the next field.
        Binding("escape", "screen.leave", "Leave", priority=True, show=False),
    ]

    class Done(Message):
        """The function is to be judged."""

    class Edit(Message):
        """The learner's own editor is wanted."""

    def action_done(self) -> None:
        self.post_message(self.Done())

    def action_edit(self) -> None:
        self.post_message(self.Edit())

    async def _on_key(self, event: Key) -> None:
        # A binding with priority would overtake the letters typed before it.
        if event.key == "enter" and not self.read_only:
            event.stop()
            event.prevent_default()
            self._break_line()

    def _break_line(self) -> None:
        row, column = self.cursor_location
        line = self.document.get_line(row)[:column]
        indent = line[: len(line) - len(line.lstrip())]
        deeper = _INDENT if line.rstrip().endswith(":") else ""
        self.replace(f"{_NEW_LINE}{indent}{deeper}", *sorted(self.selection))


class CodeAnswer(AnswerArea):
    """A few lines to write in; what comes of them is said below."""

    def __init__(self, variant: Variant, item: CodeQuestion) -> None:
        super().__init__(variant)
        self._start = starting_code(item)

    def compose(self) -> ComposeResult:
        """The beginning of the function, and the keys."""
        yield _Program(self._start, show_line_numbers=True, tab_behavior="indent")
        yield Words(_KEYS, id="echo")

    def on_mount(self) -> None:
        """Put the cursor where the body begins."""
        program = self.query_one(_Program)
        program.move_cursor(program.document.end)

    def begin(self) -> None:
        """Let the learner write, or write on."""
        program = self.query_one(_Program)
        program.read_only = False
        program.focus()

    @on(_Program.Done)
    def _submit(self) -> None:
        program = self.query_one(_Program)
        if not program.read_only:
            self.post_message(self.Answered(program.text))

    @on(_Program.Edit)
    def _edit(self) -> None:
        program = self.query_one(_Program)
        if program.read_only:
            return
        try:
            with self.app.suspend():
                text = edited(program.text, "answer.py")
        except SuspendNotSupported:
            self.object("This terminal cannot be lent to an editor. Write here.")
        except QuizError as error:
            self.object(str(error))
        else:
            program.text = text
            program.move_cursor(program.document.end)

    def take_up(self, answer: str) -> None:
        """Begin with an earlier answer."""
        self._start = answer

    def wait(self, reason: str) -> None:
        """Take no more letters while the function is running."""
        self.query_one(_Program).read_only = True
        echo = self.query_one("#echo", Words)
        echo.remove_class("objection")
        echo.say(reason)

    def object(self, problem: str) -> None:
        """Say under the text why there is no verdict."""
        echo = self.query_one("#echo", Words)
        echo.add_class("objection")
        echo.say(f"? {problem}\n{_KEYS}")

    def conclude(self, verdict: Verdict) -> None:
        """Leave the text standing as it was judged."""
        program = self.query_one(_Program)
        program.read_only = True
        program.can_focus = False
        self.query_one("#echo", Words).display = False
