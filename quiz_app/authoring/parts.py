"""Whether the parts of a question can be told apart, and its gaps filled, on what is drawn."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec.structs import replace

from quiz_app.authoring.finding import Finding
from quiz_app.authoring.written import texts_of
from quiz_app.bank.expressions import clauses
from quiz_app.bank.model import ClozeQuestion, Gap, Question
from quiz_app.bank.wording import quoted
from quiz_app.errors import QuizError
from quiz_app.grading.cloze import formula_asked
from quiz_app.grading.expression.judge import prepare
from quiz_app.variants import Variant
from quiz_app.variants.gaps import gap_value
from quiz_app.variants.texts import fill

# Where texts stand side by side, and the last key of one that must differ from the others.
_SIDE_BY_SIDE = (
    ("options", "text"),
    ("reasons", "text"),
    ("steps", "text"),
    ("pairs", "left"),
    ("pairs", "right"),
)


def alike(item: Question, variants: list[Variant]) -> Iterator[Finding]:
    """Parts that read the same once the values are drawn."""
    for group in _SIDE_BY_SIDE:
        texts = [(field, text) for field, text in texts_of(item) if _is_in(field, group)]
        for variant in variants:
            seen: set[str] = set()
            for field, text in texts:
                shown = fill(text, variant)
                if shown in seen:
                    yield Finding(
                        field,
                        f"drawn with seed {variant.seed}, another of the {group[0]} reads "
                        f"{quoted(shown)}, too",
                        "keep the values that are drawn apart",
                    )
                    return
                seen.add(shown)


def gaps_without_value(item: Question, variants: list[Variant]) -> Iterator[Finding]:
    """Gaps whose number or formula cannot be computed."""
    if not isinstance(item, ClozeQuestion):
        return
    for position, gap in enumerate(item.gaps):
        for variant in variants if gap.expression else ():
            try:
                _compute(variant, gap)
            except QuizError as error:
                problem, remedy = clauses(error)
                field = ("gaps", position, "expression")
                yield Finding(field, f"drawn with seed {variant.seed}, {problem}", remedy)
                break


def _compute(variant: Variant, gap: Gap) -> None:
    if not gap.variables:
        gap_value(variant, gap)
        return
    question = formula_asked(variant.item, gap)
    prepare(replace(variant, item=question), question)


def _is_in(field: tuple[str | int, ...], group: tuple[str, str]) -> bool:
    others = group == ("pairs", "right") and field[0] == "others"
    return others or (field[0], field[-1]) == group
