"""The text that the answer to a code question begins with, and what it is to compute."""

from __future__ import annotations

from quiz_app.bank.model import CodeQuestion

_BODY = "    "


def starting_code(item: CodeQuestion) -> str:
    """What the learner finds: the author's text, or NumPy and an empty function."""
    return item.start or f"import numpy as np\n\n\ndef {item.function}:\n{_BODY}"


def wanted_value(item: CodeQuestion) -> str:
    """What the function is to return, by the definition of its loss."""
    # NumPy comes with the losses; the question itself is asked without it.
    from quiz_app import losses
    from quiz_app.maths.expression import parse
    from quiz_app.maths.layout import one_line

    options = {option.name: option.value for option in item.options}
    loss = losses.get(item.against).form(options.get("from_logits") == "true")
    definition = one_line(parse(loss.definition))
    where = "".join(
        f", where {name} = {one_line(parse(text))}" for name, text in loss.where.items()
    )
    reduced = "sum" if options.get("reduction") == "sum" else "mean"
    forms = {
        "cost": f"The {reduced} over the samples of {definition}",
        "per_sample": f"For each sample {definition}",
        "gradient": f"For each sample the derivative by y_pred of {definition}",
    }
    return f"{forms[item.computes]}{where}."
