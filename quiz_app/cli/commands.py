"""The commands: what each is called, what it is for, and which words it takes."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from collections.abc import Callable
from functools import partial
from importlib import import_module
from typing import NamedTuple

from quiz_app.cli.values import existing_path, number, one_of, path, seed, setting

_KINDS = ("definition", "gradient", "hessian", "minimiser")
_EXPORTS = ("anki", "notebook", "csv", "json")
_NOTATIONS = ("unicode", "ascii", "latex")


def _nothing(parser: ArgumentParser) -> None:
    """A command without words of its own."""


class Command(NamedTuple):
    """A command and the function in ``module`` that carries it out.

    ``function`` is given where its name is not the command's. ``declare`` adds the command's own
    words to its parser. A command ``with_answer`` takes texts such as ``-ln(0.7)``, which look
    like options.
    """

    name: str
    about: str
    module: str
    declare: Callable[[ArgumentParser], None] = _nothing
    with_answer: bool = False
    function: str = ""

    def run(self, options: Namespace) -> int:
        """Import what the command needs, and carry it out. Returns its exit status."""
        carry_out: Callable[[Namespace], int] = getattr(
            import_module(f"quiz_app.cli.{self.module}"), self.function or self.name
        )
        return carry_out(options)


def _topics(parser: ArgumentParser) -> None:
    parser.add_argument("topics", nargs="*", metavar="TOPIC", help="only these topics")


def _practice(parser: ArgumentParser) -> None:
    _topics(parser)
    parser.add_argument(
        "--mistakes",
        action="store_true",
        help="the questions that show your own mistakes, the commonest first",
    )


def _paths(parser: ArgumentParser) -> None:
    parser.add_argument(
        "paths",
        nargs="*",
        type=existing_path,
        metavar="PATH",
        help="files and folders; without any, all the content there is",
    )


def _question(parser: ArgumentParser) -> None:
    # Words that were kept from being taken for options come with a blank before them.
    parser.add_argument("id", type=str.strip, metavar="ID", help="such as mse.by-hand")
    parser.add_argument(
        "--seed", type=seed, default=1, metavar="N", help="which numbers it is given (default: 1)"
    )
    _json(parser)


def _answer(parser: ArgumentParser) -> None:
    _question(parser)
    parser.add_argument(
        "answer",
        type=str.strip,
        metavar="ANSWER",
        help="a number or expression, the number of an option, several such as '1, 3', "
        "true or false; '-' reads it from standard input",
    )


def _json(parser: ArgumentParser) -> None:
    parser.add_argument("--json", action="store_true", help="for programs")


def _formula(parser: ArgumentParser) -> None:
    parser.add_argument("loss", metavar="LOSS", help="its name or short form")
    parser.add_argument(
        "--show",
        type=one_of(*_KINDS),
        default="definition",
        metavar="WHAT",
        help=f"{', '.join(_KINDS)} (default: definition)",
    )
    parser.add_argument(
        "--as",
        type=one_of(*_NOTATIONS),
        dest="notation",
        metavar="NOTATION",
        help=f"{', '.join(_NOTATIONS)} (default: what the terminal can show)",
    )


def _curves(parser: ArgumentParser) -> None:
    parser.add_argument("losses", nargs="+", metavar="LOSS", help="its name or short form")
    parser.add_argument("--slope", action="store_true", help="the slopes of the losses")
    parser.add_argument(
        "--target", type=number, default=1.0, metavar="Y", help="for this target (default: 1)"
    )
    parser.add_argument("--svg", type=path, metavar="FILE", help="draw into this file instead")
    # The losses come with NumPy; only who draws curves waits for them.
    from quiz_app.losses import all_losses

    meanings: dict[str, list[str]] = {}
    for loss in all_losses():
        for parameter in loss.parameters:
            meanings.setdefault(parameter.name, []).append(f"{loss.name}: {parameter.meaning}")
    for name, of_losses in meanings.items():
        parser.add_argument(
            f"--{name}",
            action="append",
            type=partial(setting, name),
            dest="parameters",
            default=[],
            metavar="NUMBER",
            help="; ".join(of_losses),
        )


def _loss(parser: ArgumentParser) -> None:
    parser.add_argument("loss", metavar="LOSS", help="its name or short form")


def _derivation(parser: ArgumentParser) -> None:
    parser.add_argument(
        "key", nargs="?", metavar="KEY", help="such as bce.sigmoid; without it, all are listed"
    )
    parser.add_argument(
        "--as",
        type=one_of(*_NOTATIONS),
        dest="notation",
        metavar="NOTATION",
        help=f"{', '.join(_NOTATIONS)} (default: what the terminal can show)",
    )


def _lesson(parser: ArgumentParser) -> None:
    parser.add_argument(
        "topic", nargs="?", metavar="TOPIC", help="such as regression; without it, all are listed"
    )


def _conventions(parser: ArgumentParser) -> None:
    parser.add_argument(
        "loss", nargs="?", metavar="LOSS", help="its name or short form; without it, all"
    )
    _json(parser)


def _export(parser: ArgumentParser) -> None:
    parser.add_argument(
        "form", type=one_of(*_EXPORTS), metavar="FORM", help=f"one of {', '.join(_EXPORTS)}"
    )
    parser.add_argument("file", type=path, metavar="FILE", help="what to write")
    _topics(parser)
    parser.add_argument(
        "--attempts", action="store_true", help="your answers instead of the questions (csv, json)"
    )
    _force(parser)


def _import(parser: ArgumentParser) -> None:
    parser.add_argument(
        "file", type=existing_path, metavar="FILE", help="an .apkg, or a table that Anki exported"
    )
    parser.add_argument(
        "--to",
        type=existing_path,
        default=".",
        metavar="FOLDER",
        help="where to write the content file (default: here)",
    )
    _force(parser)


def _force(parser: ArgumentParser) -> None:
    parser.add_argument("--force", action="store_true", help="replace a file that is there")


HOME = Command("home", "the application", "play")

COMMANDS = {
    command.name: command
    for command in (
        Command("practice", "answer questions, from the first one on", "play", _practice),
        Command("review", "go through the cards", "play", _topics),
        Command("lesson", "what there is to know about a topic", "lesson", _lesson),
        Command("check", "is this content right?", "content", _paths),
        Command("show", "a question as it is asked, with its answer", "question", _question),
        Command("grade", "judge one answer as the application would", "question", _answer, True),
        Command("losses", "every loss, its short forms and its task", "subject"),
        Command("formula", "a formula of a loss, from its definition", "subject", _formula),
        Command("properties", "what a loss is like, and how that is known", "reasons", _loss),
        Command("derive", "a derivation, step by step", "reasons", _derivation),
        Command("conventions", "where libraries differ, in numbers", "reasons", _conventions),
        Command("plot", "the curves of losses", "subject", _curves),
        Command("export", "for Anki, Jupyter and spreadsheets", "exchange", _export),
        Command("import", "cards from Anki", "exchange", _import, function="import_cards"),
        Command("stats", "what was answered so far", "learner", _json),
        Command("doctor", "does everything work here?", "machine"),
        Command("paths", "where content, history, caches and settings live", "machine"),
    )
}
