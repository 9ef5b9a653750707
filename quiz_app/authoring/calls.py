"""Whether the functions and losses that expressions call exist and are called as they ask."""

from __future__ import annotations

from collections.abc import Iterator

from quiz_app import losses
from quiz_app.authoring.finding import Finding
from quiz_app.authoring.written import expressions_of
from quiz_app.bank.expressions import position_of
from quiz_app.bank.model import Question
from quiz_app.bank.wording import nearest, quoted, suggestion
from quiz_app.errors import QuizError
from quiz_app.losses import Loss
from quiz_app.maths.expression import FUNCTIONS, Call, Name, Tree, children
from quiz_app.variants.author_expression import FORMS

_WORDS = {"reduction": ("mean", "sum"), "from_logits": ("true", "false")}


def check_calls(item: Question) -> Iterator[Finding]:
    """Unknown functions, losses with wrong arguments or options, and forms of something else."""
    for written in expressions_of(item):
        for word, problem, remedy in dict.fromkeys(_faults(written.tree)):
            offset = written.offset + position_of(word, written.text)
            yield Finding(written.field, problem, remedy, offset)


def check_formula(item: Question) -> Iterator[Finding]:
    """A formula of a loss that does not exist."""
    if item.formula is not None and _find_loss(item.formula.loss) is None:
        problem = f"there is no loss {quoted(item.formula.loss)}"
        near = nearest(item.formula.loss, _loss_names())
        remedy = f"did you mean '{near}'" if near else "'quiz-app losses' names them all"
        yield Finding(("formula", "loss"), problem, remedy)


def _find_loss(name: str) -> Loss | None:
    """The loss of that name or alias, if there is one."""
    try:
        return losses.get(name)
    except QuizError:
        return None


def _loss_names() -> list[str]:
    """The names and aliases of all losses."""
    return [name for loss in losses.all_losses() for name in (loss.name, *loss.aliases)]


def _faults(tree: Tree, form: str | None = None) -> Iterator[tuple[str, str, str]]:
    """Each fault as the word it is about, the problem and the remedy.

    ``form`` is the form of a loss that the tree stands in, if it does.
    """
    inside = None
    if isinstance(tree, Call):
        loss = _find_loss(tree.function)
        if tree.function in FORMS:
            inside = tree.function
            yield from _form_faults(tree)
        elif loss is not None:
            yield from _loss_faults(tree, loss, form)
        elif tree.function not in FUNCTIONS:
            near = nearest(tree.function, (*FUNCTIONS, *FORMS, *_loss_names()))
            remedy = f"did you mean '{near}'" if near else "write one of the grammar, or a loss"
            yield tree.function, f"there is no function or loss {quoted(tree.function)}", remedy
    for part in children(tree):
        yield from _faults(part, inside)


def _form_faults(call: Call) -> Iterator[tuple[str, str, str]]:
    match call:
        case Call(_, (Call(function),), ()) if _find_loss(function) is not None:
            return
    yield (
        call.function,
        f"{call.function} is not asked of a loss",
        f"write it round one, such as {call.function}(mse(y_true, y_pred))",
    )


def _loss_faults(call: Call, loss: Loss, form: str | None) -> Iterator[tuple[str, str, str]]:
    if len(call.arguments) != 2:
        yield (
            call.function,
            f"a loss takes two arguments, {call.function} has {len(call.arguments)}",
            "give y_true and y_pred in that order; options have names, such as delta=1",
        )
    known = _options(loss, form)
    for option, value in call.options:
        if option not in known:
            yield (
                option,
                f"{quoted(option)} is not an option of {_described(loss, form)}",
                suggestion(option, known, "its options"),
            )
        elif option in _WORDS and not (isinstance(value, Name) and value.name in _WORDS[option]):
            words = _WORDS[option]
            yield (
                option,
                f"the option {option} is a word",
                f"write {option}={words[0]} or {option}={words[1]}",
            )


def _options(loss: Loss, form: str | None) -> list[str]:
    options = [parameter.name for parameter in loss.parameters]
    if form is None:
        options.append("reduction")
    if loss.from_logits is not None:
        options.append("from_logits")
    return options


def _described(loss: Loss, form: str | None) -> str:
    return loss.name if form is None else f"{loss.name} inside {form}"
