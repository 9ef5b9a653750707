"""The words of the command line, read: which command, with which options."""

from __future__ import annotations

import re
from argparse import REMAINDER, SUPPRESS, ArgumentParser, Namespace, RawDescriptionHelpFormatter
from collections.abc import Iterable, Sequence
from typing import NoReturn

from quiz_app import __version__
from quiz_app.cli.commands import COMMANDS, HOME, Command
from quiz_app.cli.misuse import MisuseError
from quiz_app.cli.values import existing_path, path

_PROGRAM = "quiz-app"


def parse_arguments(words: Sequence[str]) -> tuple[Command, Namespace]:
    """The command of one call and its options.

    Raises MisuseError when the words make no sense, and SystemExit after ``--help`` and
    ``--version``.
    """
    general = _general_parser()
    options, unknown = general.parse_known_args(words)
    _refuse(unknown, general, options.command and "Options of a command stand after it.")
    command = _command(options.command, general)
    parser = _parser_of(command)
    own_words = _shielded(options.words) if command.with_answer else options.words
    options, unknown = parser.parse_known_args(own_words, options)
    _refuse(unknown, parser)
    return command, options


class _Parser(ArgumentParser):
    """Says what is wrong in a sentence instead of printing the usage."""

    def error(self, message: str) -> NoReturn:
        raise MisuseError(f"{message[:1].upper()}{message[1:]}.", _help_of(self))


def _general_parser() -> _Parser:
    """Reads what stands before the command, and leaves the rest as it is."""
    parser = _Parser(
        prog=_PROGRAM,
        usage=f"{_PROGRAM} [OPTION …] [COMMAND [WORD …]]",
        description="Practise loss and cost functions for machine-learning interviews.",
        epilog=_list_of_commands(),
        formatter_class=RawDescriptionHelpFormatter,
        allow_abbrev=False,
    )
    _add_common_options(parser)
    parser.set_defaults(plain=False, content=[], data=None)
    parser.add_argument(
        "--version",
        action="version",
        version=f"{_PROGRAM} {__version__}",
        help="say which version this is",
    )
    parser.add_argument("command", nargs="?", help=SUPPRESS)
    parser.add_argument("words", nargs=REMAINDER, help=SUPPRESS)
    return parser


def _list_of_commands() -> str:
    width = max(map(len, COMMANDS))
    rows = [f"  {command.name:<{width}}  {command.about}" for command in COMMANDS.values()]
    return "\n".join(
        (
            "commands:",
            *rows,
            "",
            f"Without a command the application starts. '{_PROGRAM} COMMAND --help' says more.",
            "Exit status: 0 all is well, 1 something is at fault, 2 a wrong word was given.",
        )
    )


def _parser_of(command: Command) -> _Parser:
    parser = _Parser(
        prog=f"{_PROGRAM} {command.name}",
        description=f"{command.name}: {command.about}",
        allow_abbrev=False,
    )
    _add_common_options(parser)
    command.declare(parser)
    return parser


def _add_common_options(parser: ArgumentParser) -> None:
    """Options that may stand before and after the command; nothing is set without them."""
    parser.add_argument(
        "--plain",
        action="store_true",
        default=SUPPRESS,
        help="line by line, for pipes and screen readers",
    )
    parser.add_argument(
        "--content",
        action="append",
        type=existing_path,
        default=SUPPRESS,
        metavar="DIR",
        help="a folder with more questions; may be repeated",
    )
    parser.add_argument(
        "--data", type=path, default=SUPPRESS, metavar="DIR", help="the folder of your history"
    )


def _command(name: str | None, general: ArgumentParser) -> Command:
    if name is None:
        return HOME
    if name in COMMANDS:
        return COMMANDS[name]
    from quiz_app.bank.wording import nearest, quoted

    near = nearest(name, COMMANDS)
    raise MisuseError(
        f"There is no command {quoted(name)}.",
        f"Did you mean '{near}'?" if near else _help_of(general),
    )


def _shielded(words: Iterable[str]) -> list[str]:
    """Keep an answer such as ``-ln(0.7)`` from being taken for an option, by a blank before it."""
    return [f" {word}" if re.match("-[^-]", word) and word != "-h" else word for word in words]


def _refuse(unknown: Sequence[str], parser: ArgumentParser, advice: str | None = None) -> None:
    """Object to the first word that a parser does not know."""
    if not unknown:
        return
    from quiz_app.bank.wording import nearest, quoted

    word = unknown[0].partition("=")[0]
    if not word.startswith("-"):
        raise MisuseError(f"{quoted(word)} is one word too many.", _help_of(parser))
    near = nearest(word.strip("-"), re.findall("(?<=--)[a-z]+", parser.format_help()))
    raise MisuseError(
        f"There is no option {quoted(word)}.",
        f"Did you mean '--{near}'?" if near else advice or _help_of(parser),
    )


def _help_of(parser: ArgumentParser) -> str:
    return f"See '{parser.prog} --help'."
