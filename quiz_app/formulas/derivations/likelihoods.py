"""From what noise is assumed to the loss that maximum likelihood minimises."""

from __future__ import annotations

from quiz_app.formulas.derivations.model import Derivation, Step, Variable

_Y, _YHAT = Variable("y"), Variable("yhat")

LIKELIHOODS = (
    Derivation(
        key="mse.gaussian",
        title="Maximum likelihood under Gaussian noise is least squares",
        losses=("mean_squared_error", "gaussian_nll"),
        left="p",
        start="exp(-((y - yhat)^2/(2*sigma^2)))/sqrt(2*pi*sigma^2)",
        variables=(_Y, _YHAT, Variable("sigma", low=0.5, high=2.0)),
        steps=(
            Step(
                left="ell",
                turned="-log(previous)",
                expression="-log(exp(-((y - yhat)^2/(2*sigma^2)))/sqrt(2*pi*sigma^2))",
                rule="Negative log-likelihood",
                why="The most likely prediction is the one with the least of this; over many "
                "samples it adds up.",
            ),
            Step(
                expression="(y - yhat)^2/(2*sigma^2) + log(sqrt(2*pi*sigma^2))",
                rule="Logarithm of a quotient",
                why="The logarithm undoes the exponential.",
            ),
            Step(
                expression="(y - yhat)^2/(2*sigma^2) + log(2*pi*sigma^2)/2",
                rule="Logarithm of a root",
                why="A root is the power one half.",
            ),
            Step(
                left="m",
                turned="previous - log(2*pi*sigma^2)/2",
                expression="(y - yhat)^2/(2*sigma^2)",
                rule="Drop what is constant",
                why="The prediction does not change it, so the minimum stays where it is.",
            ),
            Step(
                left="M",
                turned="2*sigma^2*previous",
                expression="(y - yhat)^2",
                rule="Drop a positive factor",
                why="Neither does a positive factor move the minimum.",
            ),
        ),
        remark="This needs the same variance for every sample; if the model predicts it too, both "
        "dropped parts matter.",
    ),
    Derivation(
        key="mae.laplace",
        title="Maximum likelihood under Laplace noise is least absolute error",
        losses=("mean_absolute_error",),
        left="p",
        start="exp(-(|y - yhat|/s))/(2*s)",
        variables=(_Y, _YHAT, Variable("s", low=0.5, high=2.0)),
        steps=(
            Step(
                left="ell",
                turned="-log(previous)",
                expression="-log(exp(-(|y - yhat|/s))/(2*s))",
                rule="Negative log-likelihood",
                why="The most likely prediction is the one with the least of this.",
            ),
            Step(
                expression="|y - yhat|/s + log(2*s)",
                rule="Logarithm of a quotient",
                why="The logarithm undoes the exponential.",
            ),
            Step(
                left="m",
                turned="previous - log(2*s)",
                expression="|y - yhat|/s",
                rule="Drop what is constant",
                why="The prediction does not change it, so the minimum stays where it is.",
            ),
            Step(
                left="M",
                turned="s*previous",
                expression="|y - yhat|",
                rule="Drop a positive factor",
                why="Neither does a positive factor move the minimum.",
            ),
        ),
        remark="Heavier tails than a Gaussian's: an outlier is likelier, so it pulls less.",
    ),
    Derivation(
        key="logistic.bernoulli",
        title="Maximum likelihood of labels -1 and 1 is the logistic loss",
        losses=("logistic",),
        left="p",
        start="sigmoid(z)^((1 + y)/2)*(1 - sigmoid(z))^((1 - y)/2)",
        variables=(Variable("y", choices=(-1, 1)), Variable("z")),
        steps=(
            Step(
                expression="sigmoid(z)^((1 + y)/2)*sigmoid(-z)^((1 - y)/2)",
                rule="Symmetry of the sigmoid",
                why="One minus the sigmoid of z is the sigmoid of minus z.",
            ),
            Step(
                expression="sigmoid(y*z)",
                rule="One exponent is zero",
                why="For y = 1 the first factor is left, for y = -1 the second.",
            ),
            Step(
                left="ell",
                turned="-log(previous)",
                expression="-log(sigmoid(y*z))",
                rule="Negative log-likelihood",
                why="The most likely score is the one with the least of this.",
            ),
            Step(
                expression="-log(1/(1 + exp(-(y*z))))",
                rule="Definition of the sigmoid",
                why="The sigmoid of s is one over 1 + exp(-s).",
            ),
            Step(
                expression="log(1 + exp(-(y*z)))",
                rule="Logarithm of a reciprocal",
                why="It is minus the logarithm.",
            ),
        ),
        remark="With the labels 0 and 1 the same likelihood is the binary cross-entropy on "
        "logits: two ways to write labels, one loss.",
    ),
)
