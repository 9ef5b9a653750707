"""The fenced blocks that the program works out: formulas, plots and derivations."""

from __future__ import annotations

from typing import get_args

from quiz_app import losses
from quiz_app.bank.model import FormulaKind, FormulaReference
from quiz_app.errors import QuizError
from quiz_app.formulas.curves import Figure, loss_figure, slope_figure
from quiz_app.formulas.derivations import derivation
from quiz_app.lessons.model import DerivationBlock, FormulaBlock, LiveBlock, PlotBlock

_KINDS: tuple[FormulaKind, ...] = get_args(FormulaKind)


def live_block(kind: str, line: str) -> LiveBlock:
    """The block that a line such as ``huber gradient`` asks for. Raises QuizError if it cannot."""
    match kind:
        case "formula":
            return _formula(line.split())
        case "plot":
            return _plot(line.split())
        case _:
            return DerivationBlock(derivation(line.strip()).key)


def figure(block: PlotBlock) -> Figure:
    """The picture of a plot; raises QuizError for losses that cannot be drawn so."""
    make = slope_figure if block.slope else loss_figure
    return make(
        [losses.get(name) for name in block.losses],
        target=block.target,
        parameters=dict(block.parameters),
    )


def _formula(words: list[str]) -> FormulaBlock:
    match words:
        case [name]:
            return FormulaBlock(FormulaReference(losses.get(name).name))
        case [name, wanted]:
            for kind in _KINDS:
                if kind == wanted:
                    return FormulaBlock(FormulaReference(losses.get(name).name, kind))
    raise QuizError(
        "This is not a loss and a kind of formula.",
        f"Write such as 'huber gradient'; the kinds are {', '.join(_KINDS)}.",
    )


def _plot(words: list[str]) -> PlotBlock:
    names: list[str] = []
    parameters: list[tuple[str, float]] = []
    target, slope = 1.0, False
    rest = iter(words)
    for word in rest:
        match word:
            case "--slope":
                slope = True
            case "--target":
                target = _number(next(rest, ""))
            case parameter if parameter.startswith("--"):
                parameters.append((parameter.removeprefix("--"), _number(next(rest, ""))))
            case _:
                names.append(losses.get(word).name)
    if not names:
        raise QuizError("This plot names no loss.", "Write such as 'mse huber --delta 1'.")
    block = PlotBlock(tuple(names), tuple(parameters), target, slope)
    figure(block)
    return block


def _number(text: str) -> float:
    try:
        return float(text)
    except ValueError:
        raise QuizError(
            f"'{text}' is not a number.", "Write such as --target 3 or --delta 0.5."
        ) from None
