"""The application: what the screens share, and the way from one to the next."""

from __future__ import annotations

from collections.abc import Iterator

from textual import work
from textual.app import App, SystemCommand
from textual.screen import Screen

from quiz_app.practice import Session
from quiz_app.tui.commands import keys_of
from quiz_app.tui.context import Context

# Seconds in which the first screen is drawn, and nobody has answered yet.
_FIRST_GLANCE = 0.5


class QuizApp(App[None]):
    """The terminal application; with a session it opens on its first question."""

    TITLE = "quiz-app"
    # Textual reads all styles again when a screen brings some of its own, which takes longer
    # than reading those of every screen at once.
    CSS_PATH = [  # noqa: RUF012 - Textual declares it so
        "app.tcss",
        "screens/derivation.tcss",
        "screens/derivations.tcss",
        "screens/help.tcss",
        "screens/home.tcss",
        "screens/lesson.tcss",
        "screens/loss.tcss",
        "screens/losses.tcss",
        "screens/result.tcss",
        "screens/session.tcss",
        "screens/statistics.tcss",
    ]
    HORIZONTAL_BREAKPOINTS = [  # noqa: RUF012 - Textual declares it so
        (0, "-narrow"),
        (60, "-normal"),
        (100, "-wide"),
    ]
    VERTICAL_BREAKPOINTS = [(0, "-short"), (20, "-tall")]  # noqa: RUF012

    def __init__(self, context: Context, session: Session | None = None) -> None:
        super().__init__()
        self.context = context
        self._session = session

    def get_default_screen(self) -> Screen[None]:
        """The first screen: the session, or home where there is none."""
        if self._session is not None:
            from quiz_app.tui.screens.session import SessionScreen

            return SessionScreen(self._session, self.context)
        from quiz_app.tui.screens.home import HomeScreen

        return HomeScreen(self.context)

    def on_mount(self) -> None:
        """Load what calculating needs, once the first screen is drawn."""
        self.set_timer(_FIRST_GLANCE, self._warm_up)

    @property
    def fault(self) -> Exception | None:
        """What nobody foresaw and ended the application, if anything did."""
        return self._exception

    def _fatal_error(self) -> None:
        # Textual would print a traceback with every local value; the caller of ``run`` finds
        # the error in ``fault`` and says what is to be done.
        self.bell()
        self._close_messages_no_wait()

    def action_help(self) -> None:
        """Show the keys of the current screen."""
        from quiz_app.tui.screens.help import HelpScreen

        if not isinstance(self.screen, HelpScreen):
            self.push_screen(HelpScreen(getattr(self.screen, "SECTION", "Everywhere")))

    def get_system_commands(self, screen: Screen[object]) -> Iterator[SystemCommand]:
        """The commands of the screen that can be given now, and the choice of colours."""
        for command, _ in keys_of(getattr(screen, "SECTION", "Everywhere")):
            if command.shown and screen.check_action(command.action, ()) is not False:
                yield SystemCommand(
                    command.title, command.about, lambda action=command.action: self._run(action)
                )
        yield SystemCommand("Theme", "Change the colours.", self.action_change_theme)

    async def _run(self, action: str) -> None:
        await self.run_action(action, self.screen)

    @work(thread=True, exit_on_error=False)
    def _warm_up(self) -> None:
        """Import NumPy and the losses while the learner reads."""
        from quiz_app.variants import drawing  # noqa: F401
