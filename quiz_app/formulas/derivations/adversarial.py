"""What the two players of a GAN make of each other."""

from __future__ import annotations

from quiz_app.formulas.derivations.model import Derivation, Step, Variable

_OUTCOMES = 3
_K = Variable("K", choices=(_OUTCOMES,))

ADVERSARIAL = (
    Derivation(
        key="gan.best-discriminator",
        title="The best discriminator is a share of densities",
        losses=("gan_discriminator",),
        left="V",
        start="p*log(D) + q*log(1 - D)",
        variables=(
            Variable("p", low=0.1, high=1.0),
            Variable("q", low=0.1, high=1.0),
            Variable("D", low=0.05, high=0.95),
        ),
        steps=(
            Step(
                by="D",
                expression="p/D - q/(1 - D)",
                rule="Differentiate",
                why="At one place the data have the density p, the generated samples q; D is "
                "the probability given to real.",
            ),
            Step(
                expression="(p*(1 - D) - q*D)/(D*(1 - D))",
                rule="Common denominator",
                why="Only the sign matters, and the denominator is positive.",
            ),
            Step(
                expression="(p + q)/(D*(1 - D))*(p/(p + q) - D)",
                rule="Factor out",
                why="What stands before the bracket is positive, too.",
            ),
        ),
        remark="The value rises up to D = p/(p + q) and falls from there on: that is the best "
        "answer, 1/2 where the generator is perfect.",
    ),
    Derivation(
        key="gan.jensen-shannon",
        title="The minimax generator minimises 2 JS - log 4",
        losses=("gan_generator", "jensen_shannon"),
        left="V",
        start="sum(p[k]*log(p[k]/(p[k] + q[k])), k, K) + sum(q[k]*log(q[k]/(p[k] + q[k])), k, K)",
        variables=(
            Variable("p", size=_OUTCOMES, shares=True),
            Variable("q", size=_OUTCOMES, shares=True),
            _K,
        ),
        steps=(
            Step(
                expression="sum(p[k]*(log(p[k]/((p[k] + q[k])/2)) - log(2)), k, K) "
                "+ sum(q[k]*(log(q[k]/((p[k] + q[k])/2)) - log(2)), k, K)",
                rule="Logarithm of a quotient",
                why="The start is the value with the best discriminator, p/(p + q). To divide by "
                "the mean of p and q doubles each quotient.",
            ),
            Step(
                expression="sum(p[k]*log(p[k]/((p[k] + q[k])/2)), k, K) "
                "+ sum(q[k]*log(q[k]/((p[k] + q[k])/2)), k, K) - log(4)",
                rule="Shares add up to one",
                why="Either sum loses log 2 once, together the logarithm of 4.",
            ),
            Step(
                expression="2*((sum(p[k]*log(p[k]/((p[k] + q[k])/2)), k, K) "
                "+ sum(q[k]*log(q[k]/((p[k] + q[k])/2)), k, K))/2) - log(4)",
                rule="Jensen-Shannon divergence",
                why="Half the sum of the divergences of p and of q from their mean has this name.",
            ),
            Step(
                link=">=",
                expression="-log(4)",
                rule="A divergence is never negative",
                why="It is zero only where q is p: the generator makes what the data are.",
            ),
        ),
        remark="Where p and q share nothing the divergence is log 2 whatever q is, and the "
        "generator learns nothing.",
    ),
)
