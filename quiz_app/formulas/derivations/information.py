"""What cross-entropies measure."""

from __future__ import annotations

from quiz_app.formulas.derivations.model import Derivation, Step, Variable

_CLASSES = 3
_K = Variable("K", choices=(_CLASSES,))

INFORMATION = (
    Derivation(
        key="cce.entropy-kl",
        title="Cross-entropy is entropy plus divergence",
        losses=("categorical_crossentropy", "kl_divergence"),
        left="H",
        start="-sum(p[k]*log(q[k]), k, K)",
        variables=(
            Variable("p", size=_CLASSES, shares=True),
            Variable("q", size=_CLASSES, shares=True),
            _K,
        ),
        steps=(
            Step(
                expression="-sum(p[k]*(log(p[k]) - log(p[k]/q[k])), k, K)",
                rule="Logarithm of a quotient",
                why="The logarithm of p is added and taken away again.",
            ),
            Step(
                expression="-sum(p[k]*log(p[k]), k, K) + sum(p[k]*log(p[k]/q[k]), k, K)",
                rule="Split the sum",
                why="The first sum is the entropy of p, the second the Kullback-Leibler "
                "divergence of q from p.",
            ),
            Step(
                link=">=",
                expression="-sum(p[k]*log(p[k]), k, K)",
                rule="Gibbs' inequality",
                why="A divergence is never negative, and zero only where q is p.",
            ),
        ),
        remark="The entropy of the targets cannot be learned away; minimising the cross-entropy "
        "minimises the divergence.",
    ),
    Derivation(
        key="infonce.bound",
        title="InfoNCE cannot see more than log K of information",
        losses=("info_nce",),
        left="I",
        start="log(K) + log(exp(s[j])/sum(exp(s[k]), k, K))",
        variables=(
            Variable("s", size=_CLASSES),
            Variable("j", choices=tuple(range(_CLASSES))),
            _K,
        ),
        steps=(
            Step(
                expression="log(K) - log(sum(exp(s[k]), k, K)/exp(s[j]))",
                rule="Logarithm of a reciprocal",
                why="The estimate is log K minus the loss: the cross-entropy of finding the "
                "right one, number j, among K candidates by their scores.",
            ),
            Step(
                expression="log(K) - log(sum(exp(s[k] - s[j]), k, K))",
                rule="Divide term by term",
                why="A quotient of exponentials is the exponential of the difference.",
            ),
            Step(
                link="<=",
                expression="log(K)",
                rule="Keep one term",
                why="The right one alone adds 1 to the sum, so its logarithm is not negative.",
            ),
        ),
        remark="To show that two views share n nats, a batch of at least exp(n) candidates is "
        "needed.",
    ),
)
