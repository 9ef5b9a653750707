"""The gradients that are asked for at a whiteboard."""

from __future__ import annotations

from quiz_app.formulas.derivations.model import Derivation, Step, Variable

_CLASSES = 3
_K = Variable("K", choices=(_CLASSES,))
_CLASS = Variable("k", choices=tuple(range(_CLASSES)))
_LABEL = Variable("y", choices=(0, 1))
_SIGN = Variable("y", choices=(-1, 1))
_Y, _YHAT, _Z = Variable("y"), Variable("yhat"), Variable("z")

GRADIENTS = (
    Derivation(
        key="mse.linear",
        title="Squared error of a linear model",
        losses=("mean_squared_error",),
        left="ell",
        start="(y - (w*x + b))^2",
        variables=(_Y, Variable("w"), Variable("x"), Variable("b")),
        steps=(
            Step(
                by="w",
                expression="2*(y - (w*x + b))*(-x)",
                rule="Chain rule",
                why="The square gives twice the residual; the residual falls by x per unit of w.",
            ),
            Step(
                expression="2*(w*x + b - y)*x",
                rule="Move the sign",
                why="The minus of the last factor turns the residual around.",
            ),
        ),
        remark="By b the inner derivative is 1, so the factor x goes: prediction minus target, "
        "twice.",
    ),
    Derivation(
        key="bce.sigmoid",
        title="Binary cross-entropy through the sigmoid",
        losses=("binary_crossentropy", "binary_crossentropy_from_logits"),
        left="ell",
        start="-(y*log(sigmoid(z)) + (1 - y)*log(1 - sigmoid(z)))",
        variables=(_LABEL, _Z),
        steps=(
            Step(
                by="z",
                expression="-(y/sigmoid(z) - (1 - y)/(1 - sigmoid(z)))"
                "*(sigmoid(z)*(1 - sigmoid(z)))",
                rule="Chain rule",
                why="The logarithm gives a reciprocal, and the derivative of the sigmoid is "
                "the sigmoid times one minus it.",
            ),
            Step(
                expression="-(y*(1 - sigmoid(z)) - (1 - y)*sigmoid(z))",
                rule="Cancel",
                why="Each fraction loses its denominator to one of the two factors.",
            ),
            Step(
                expression="sigmoid(z) - y",
                rule="Expand",
                why="The two products of y and the sigmoid cancel.",
            ),
        ),
        remark="Probability minus target: the sigmoid's flat ends are gone from the gradient.",
    ),
    Derivation(
        key="cce.softmax",
        title="Categorical cross-entropy through the softmax",
        losses=(
            "categorical_crossentropy",
            "categorical_crossentropy_from_logits",
            "sparse_categorical_crossentropy",
            "sparse_categorical_crossentropy_from_logits",
        ),
        left="ell",
        start="-sum(y[j]*log(softmax(z)[j]), j, K)",
        variables=(
            Variable("y", size=_CLASSES, shares=True),
            Variable("z", size=_CLASSES),
            _K,
            _CLASS,
        ),
        steps=(
            Step(
                expression="-sum(y[j]*(z[j] - logsumexp(z)), j, K)",
                rule="Logarithm of a quotient",
                why="A softmax is an exponential over the sum of all of them.",
            ),
            Step(
                expression="logsumexp(z)*sum(y[j], j, K) - sum(y[j]*z[j], j, K)",
                rule="Split the sum",
                why="The log-sum-exp is the same in every term.",
            ),
            Step(
                expression="logsumexp(z) - sum(y[j]*z[j], j, K)",
                rule="The targets add up to 1",
                why="They are a distribution over the classes.",
            ),
            Step(
                by="z[k]",
                expression="softmax(z)[k] - y[k]",
                rule="Differentiate",
                why="The log-sum-exp has the softmax as its gradient, and only the term j = k "
                "of the sum holds the logit of class k.",
            ),
        ),
        remark="Probability minus target again, class by class.",
    ),
    Derivation(
        key="huber.clip",
        title="The Huber loss clips the gradient",
        losses=("huber",),
        left="ell",
        start="(y - yhat)^2/2 if |y - yhat| <= delta else delta*(|y - yhat| - delta/2)",
        variables=(_Y, _YHAT, Variable("delta", low=0.5, high=2.0)),
        steps=(
            Step(
                by="yhat",
                expression="-(y - yhat) if |y - yhat| <= delta else -(delta*sign(y - yhat))",
                rule="Chain rule in each case",
                why="The half cancels the 2 of the square; an absolute value has a sign as its "
                "slope.",
            ),
            Step(
                expression="max(-delta, min(delta, yhat - y))",
                rule="One formula for both cases",
                why="Within delta it is the error itself, beyond it delta with its sign.",
            ),
        ),
        remark="It is the gradient of half the squared error, clipped to plus or minus delta.",
    ),
    Derivation(
        key="log-cosh.tanh",
        title="The log-cosh loss has a tanh as its gradient",
        losses=("log_cosh",),
        left="ell",
        start="log(cosh(yhat - y))",
        variables=(_Y, _YHAT),
        steps=(
            Step(
                by="yhat",
                expression="sinh(yhat - y)/cosh(yhat - y)",
                rule="Chain rule",
                why="The logarithm gives a reciprocal, and cosh has the derivative sinh.",
            ),
            Step(
                expression="tanh(yhat - y)",
                rule="Definition of tanh",
                why="It is the quotient of the two.",
            ),
        ),
        remark="Almost the error itself near zero, and never beyond plus or minus one.",
    ),
    Derivation(
        key="hinge.subgradient",
        title="The hinge loss and its margin",
        losses=("hinge",),
        left="ell",
        start="max(0, 1 - y*z)",
        variables=(_SIGN, _Z),
        steps=(
            Step(
                expression="1 - y*z if y*z < 1 else 0",
                rule="Write the cases",
                why="The maximum is positive exactly while the margin is below 1.",
            ),
            Step(
                by="z",
                expression="-y if y*z < 1 else 0",
                rule="Differentiate each case",
                why="One case is a straight line in z, the other is constant.",
            ),
            Step(
                expression="-(y*1[y*z < 1])",
                rule="Indicator",
                why="Being zero in one of two cases is a factor of 0 or 1.",
            ),
        ),
        remark="At a margin of exactly 1 there is a kink; every slope between the two is a "
        "subgradient.",
    ),
    Derivation(
        key="mse.sigmoid",
        title="Squared error behind a sigmoid: the gradient vanishes",
        losses=("mean_squared_error",),
        left="ell",
        start="(y - sigmoid(z))^2",
        variables=(_LABEL, Variable("z", low=-12.0, high=12.0)),
        steps=(
            Step(
                by="z",
                expression="2*(y - sigmoid(z))*(-(sigmoid(z)*(1 - sigmoid(z))))",
                rule="Chain rule",
                why="Square, difference, sigmoid, from the outside in.",
            ),
            Step(
                expression="2*(sigmoid(z) - y)*sigmoid(z)*(1 - sigmoid(z))",
                rule="Move the sign",
                why="The minus turns the difference around.",
            ),
            Step(
                left="s",
                turned="|previous|",
                expression="2*|sigmoid(z) - y|*sigmoid(z)*(1 - sigmoid(z))",
                rule="Absolute value of a product",
                why="Let s be the size of the gradient; the sigmoid and its complement are "
                "positive.",
            ),
            Step(
                link="<=",
                expression="2*sigmoid(z)*(1 - sigmoid(z))",
                rule="Bound a factor",
                why="A probability and a label are at most 1 apart.",
            ),
            Step(
                link="<=",
                expression="2*exp(-|z|)",
                rule="Tail of the sigmoid",
                why="The smaller of the sigmoid and its complement is below exp of minus the "
                "size of z, the other is below 1.",
            ),
        ),
        remark="However wrong a sure prediction is, it is hardly corrected; cross-entropy keeps "
        "its gradient.",
    ),
)
