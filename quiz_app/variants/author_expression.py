"""Expressions of authors, taken apart into the losses in them and the arithmetic round these."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from typing import Literal, TypeAlias, TypeVar

from msgspec import Struct

from quiz_app import losses
from quiz_app.errors import QuizError
from quiz_app.losses import Loss, Mistake, Reduction
from quiz_app.maths.expression import Call, Name, Tree, map_children, parse

Form: TypeAlias = Literal["cost", "per_sample", "gradient"]

_Meaning = TypeVar("_Meaning", bool, Reduction)

# What may be asked of a loss besides its cost: ``gradient(huber(y_true, y_pred))``.
FORMS: dict[str, Form] = {"per_sample": "per_sample", "gradient": "gradient"}
_REDUCTIONS: dict[str, Reduction] = {"mean": "mean", "sum": "sum"}
_SWITCHES = {"false": False, "true": True}


class LossCall(Struct, frozen=True):
    """What is asked of a loss; its arguments and the numbers among its options are trees."""

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


class AuthorExpression(Struct, frozen=True):
    """An expression in which each loss is a name, and what the names stand for, in order.

    A loss may use the names before its own.
    """

    tree: Tree
    losses: tuple[tuple[str, LossCall], ...]


@lru_cache(maxsize=1024)
def author_expression(text: str) -> AuthorExpression:
    """Read an expression, such as ``sqrt(mse(y, p))`` or ``gradient(huber(y, p, delta=2))[0]``.

    Raises QuizError for one that cannot be read and for a loss that cannot be called so.
    """
    apart = _Separation()
    tree = apart.without_losses(parse(text))
    return AuthorExpression(tree, tuple(apart.losses.items()))


class _Separation:
    """Takes the losses out of a tree."""

    def __init__(self) -> None:
        self.losses: dict[str, LossCall] = {}

    def without_losses(self, tree: Tree) -> Tree:
        """The tree with a name for each loss, which is kept in ``losses``."""
        match tree:
            # `gradient(huber(y, p))` asks the loss for its slope, it is no function of the cost.
            case Call(form, (Call() as inner,), ()) if form in FORMS and _is_loss(inner):
                return self._named(FORMS[form], inner)
            case Call() if _is_loss(tree):
                return self._named("cost", tree)
            case _:
                return map_children(tree, self.without_losses)

    def _named(self, form: Form, call: Call) -> Name:
        read = self._read(form, call)
        # No author can write a name with a space, so it cannot hide one of theirs.
        name = f"{read.loss.name} no. {len(self.losses) + 1}"
        self.losses[name] = read
        return Name(name)

    def _read(self, form: Form, call: Call) -> LossCall:
        if len(call.arguments) != 2:
            raise QuizError(
                f"A loss takes two arguments; {call.function} has {len(call.arguments)}.",
                "Give y_true and y_pred in that order.",
            )
        y_true, y_pred = map(self.without_losses, call.arguments)
        options = dict(call.options)
        if form != "cost" and "reduction" in options:
            raise QuizError("Only a cost is reduced.", f"Leave the reduction out inside {form}.")
        from_logits = _word(options, "from_logits", _SWITCHES, False)
        reduction = _word(options, "reduction", _REDUCTIONS, "mean")
        numbers = {name: self.without_losses(number) for name, number in options.items()}
        loss = losses.get(call.function)
        return LossCall(form, loss, y_true, y_pred, from_logits, reduction, numbers)


def _is_loss(call: Call) -> bool:
    return losses.is_loss(call.function)


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
