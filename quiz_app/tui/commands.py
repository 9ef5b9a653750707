"""The one table of commands: keys, footer, palette and help are all made from it."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct
from textual.binding import Binding, BindingType

from quiz_app.grading.hints import HINT_COST


class Command(Struct, frozen=True):
    """What a key does on a screen; ``action`` is the screen's method ``action_…``."""

    action: str
    keys: str
    title: str
    about: str
    shown: bool = True
    key_display: str | None = None


_EVERYWHERE = "Everywhere"

COMMANDS: dict[str, tuple[Command, ...]] = {
    _EVERYWHERE: (
        Command("app.help", "question_mark,f1", "Help", "Show what the keys do.", key_display="F1"),
        Command(
            "leave", "escape,q", "Back", "Leave a text field, then the screen.", key_display="Esc"
        ),
        Command("scroll('down')", "pagedown,j", "Down", "Scroll the page down.", shown=False),
        Command("scroll('up')", "pageup,k", "Up", "Scroll the page up.", shown=False),
    ),
    "Home": (
        Command("practise", "p", "Practise", "Start the chosen topic (Enter does, too)."),
        Command("cards", "c", "Cards", "Go through the cards of the chosen topic."),
        Command("lesson", "t", "Lesson", "Read the lesson of the chosen topic."),
        Command("resume", "r", "Continue", "Take up the session that was left."),
        Command("losses", "l", "Losses", "Look at the losses: formula, gradient, plot."),
        Command("derivations", "d", "Derive", "Work through derivations step by step."),
        Command("statistics", "s", "Stats", "Your score and your commonest mistakes."),
        Command("mistakes", "m", "Mistakes", "Practise what shows your own mistakes.", shown=False),
        Command(
            "leave", "escape,q", "Quit", "End the program; everything is kept.", key_display="q"
        ),
    ),
    "Session": (
        Command(
            "next",
            "enter,space",
            "Continue",
            "Go on after a verdict; back to an answer.",
        ),
        Command(
            "hint",
            "h,f2",
            f"Hint −{HINT_COST}%",
            f"Show one more hint; each takes {HINT_COST}% of the score, three or more 60%.",
            key_display="F2",
        ),
        Command("skip", "s,f4", "Skip", "Ask this after all the others.", key_display="F4"),
        Command("retry", "t", "Try again", "Answer again with these numbers; it does not count."),
        Command("renew", "n", "New numbers", "The same question now, with other numbers."),
        Command(
            "formula", "f,f3", "Formula", "Show the loss behind the question.", key_display="F3"
        ),
    ),
    "Statistics": (
        Command("mistakes", "m,enter", "Practise", "Practise what shows these mistakes."),
    ),
    "Result": (Command("leave", "enter,space", "Home", "Back to the topics."),),
    "Lesson": (
        Command("section(1)", "n", "Next", "Go to the next section."),
        Command("section(-1)", "b", "Before", "Go to the section before."),
        Command("practise", "p", "Practise", "Answer questions about this topic."),
        Command("losses", "l", "Losses", "Look at the losses: formula, gradient, plot."),
        Command("scroll('down')", "space", "Page", "Read on.", shown=False),
    ),
    "Derivations": (),
    "Derivation": (
        Command(
            "reveal",
            "space,enter",
            "Next step",
            "Show the next step; think of it first.",
            key_display="Space",
        ),
        Command("hint", "h,f2", "Hint", "Name the rule of the next step.", key_display="h"),
        Command(
            "conceal", "backspace,b", "Take back", "Cover the last step again.", key_display="b"
        ),
    ),
    "Losses": (),
    "Loss": (
        Command("turn(1)", "right,plus", "Turn", "Turn the marked number up.", key_display="← →"),
        Command("turn(-1)", "left,minus", "Less", "Turn the marked number down.", shown=False),
        Command(
            "dial(1)",
            "down",
            "Pick",
            "Mark the next number: the prediction, the target, a parameter.",
            key_display="↑ ↓",
        ),
        Command("dial(-1)", "up", "Pick before", "Mark the number before.", shown=False),
        Command(
            "open",
            "enter",
            "Open",
            "Go to the neighbour pointed at; the arrows up and down point.",
            key_display="⏎",
        ),
        Command("slope", "s", "Slope", "Draw the slopes instead of the losses, and back."),
        Command("compare", "c", "Compare", "Open the list of losses to compare, and close it."),
        Command(
            "mark",
            "space",
            "Add/remove",
            "Add the loss pointed at in that list, or remove it.",
            key_display="Space",
        ),
        Command(
            "pane(1)",
            "tab",
            "Pane",
            "Go on to the curves, the properties, the neighbours, the conventions.",
            key_display="Tab",
        ),
        Command("pane(-1)", "shift+tab", "Pane before", "Go to the pane before.", shown=False),
        Command("derive", "d", "Derive", "The derivations about this loss, step by step."),
        Command("next", "n", "Next", "The next loss.", shown=False),
        Command("previous", "b", "Previous", "The loss before.", shown=False),
    ),
}


def bindings(section: str) -> list[BindingType]:
    """The key bindings of a screen."""
    return [_binding(command, keys) for command, keys in keys_of(section)]


def keys_of(section: str) -> Iterator[tuple[Command, list[str]]]:
    """Every command that works on a screen with its keys; a screen's own come first."""
    taken: set[str] = set()
    for command in commands_of(section):
        keys = [key for key in command.keys.split(",") if key not in taken]
        taken.update(keys)
        if keys:
            yield command, keys


def commands_of(section: str) -> Iterator[Command]:
    """Every command that works on a screen; its own come before those of every screen."""
    if section != _EVERYWHERE:
        yield from COMMANDS[section]
    yield from COMMANDS[_EVERYWHERE]


def _binding(command: Command, keys: list[str]) -> Binding:
    return Binding(
        ",".join(keys),
        command.action,
        command.title,
        show=command.shown,
        key_display=command.key_display,
        tooltip=command.about,
    )
