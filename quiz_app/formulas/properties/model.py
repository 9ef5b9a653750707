"""A property of a loss as data: whether it holds, how that is known, and by what."""

from __future__ import annotations

from collections.abc import Callable
from typing import Literal, TypeAlias

from msgspec import Struct

How: TypeAlias = Literal["proven", "checked", "disproved"]


class Property(Struct, frozen=True):
    """One answer about a loss.

    ``how`` it is known: proven for every value of the domain, checked at many drawn points
    without a counterexample, or disproved by what the ``evidence`` shows.
    """

    name: str
    holds: bool
    how: How
    says: str
    evidence: str


class Claim(Struct, frozen=True):
    """What might hold: its name, and the sentence to say if it does and if it does not."""

    name: str
    if_it_holds: str
    if_not: str

    def disproved(self, evidence: str) -> Property:
        """The claim is wrong; the evidence is a counterexample."""
        return Property(self.name, False, "disproved", self.if_not, evidence)

    def proven(self, evidence: str) -> Property:
        """The claim holds on the whole domain."""
        return Property(self.name, True, "proven", self.if_it_holds, evidence)

    def checked(self, evidence: str) -> Property:
        """The claim holds wherever it was tried."""
        return Property(self.name, True, "checked", self.if_it_holds, evidence)

    def judged(
        self, counterexample: str | None, prove: Callable[[], str | None], tried: str
    ) -> Property:
        """A counterexample settles the claim, else a proof; else it is only checked."""
        if counterexample is not None:
            return self.disproved(counterexample)
        proof = prove()
        return self.checked(tried) if proof is None else self.proven(proof)
