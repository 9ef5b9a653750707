"""What an author's expression asks of a loss: its cost, its values per sample, or its slope."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Literal, TypeAlias, TypeVar

from msgspec import Struct

from quiz_app import losses
from quiz_app.errors import QuizError
from quiz_app.losses import Loss, Mistake, Reduction
from quiz_app.maths.expression import Call, Name, Tree, children

Form: TypeAlias = Literal["cost", "per_sample", "gradient"]

_Meaning = TypeVar("_Meaning", bool, Reduction)

_REDUCTIONS: dict[str, Reduction] = {"mean": "mean", "sum": "sum"}
_SWITCHES = {"false": False, "true": True}


class LossCall(Struct, frozen=True):
    """A loss in an expression; its arguments and the numbers among its options are trees."""

    form: Form
    loss: Loss
    y_true: Tree
    y_pred: Tree
    from_logits: bool
    reduction: Reduction
    parameters: dict[str, Tree]

    @property
    def mistakes(self) -> tuple[Mistake, ...]:
        """The mistakes that the loss knows when it is called so."""
        return self.loss.form(self.from_logits).mistakes


def loss_call(tree: Tree) -> LossCall | None:
    """What a node asks of a loss, if it does; ``gradient(huber(y, p))`` asks as one node.

    Raises QuizError for a loss that cannot be called in this way.
    """
    match tree:
        case Call("per_sample" | "gradient" as form, (Call() as inner,), ()) if losses.is_loss(
            inner.function
        ):
            return _read("per_sample" if form == "per_sample" else "gradient", inner)
        case Call(function) if losses.is_loss(function):
            return _read("cost", tree)
        case _:
            return None


def loss_calls(tree: Tree) -> Iterator[LossCall]:
    """Every loss of an expression, outer ones first; errors as for ``loss_call``."""
    call = loss_call(tree)
    if call is not None:
        yield call
        yield from _within((call.y_true, call.y_pred, *call.parameters.values()))
    else:
        yield from _within(children(tree))


def _within(trees: Iterable[Tree]) -> Iterator[LossCall]:
    for tree in trees:
        yield from loss_calls(tree)


def _read(form: Form, call: Call) -> LossCall:
    if len(call.arguments) != 2:
        raise QuizError(
            f"A loss takes two arguments; {call.function} has {len(call.arguments)}.",
            "Give y_true and y_pred in that order.",
        )
    y_true, y_pred = call.arguments
    options = dict(call.options)
    from_logits = _word(options, "from_logits", _SWITCHES, False)
    if form != "cost" and "reduction" in options:
        raise QuizError("Only a cost is reduced.", f"Leave the reduction out inside {form}.")
    reduction = _word(options, "reduction", _REDUCTIONS, "mean")
    loss = losses.get(call.function)
    return LossCall(form, loss, y_true, y_pred, from_logits, reduction, options)


def _word(
    options: dict[str, Tree], option: str, words: Mapping[str, _Meaning], default: _Meaning
) -> _Meaning:
    """What the word given for an option means; the option is taken out."""
    tree = options.pop(option, None)
    if tree is None:
        return default
    if isinstance(tree, Name) and tree.name in words:
        return words[tree.name]
    raise QuizError(
        f"The option {option} is a word.",
        f"Write {' or '.join(f'{option}={word}' for word in words)}.",
    )
