"""A property of a loss as data: whether it holds, how that is known, and by what."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Literal, TypeAlias

from msgspec import Struct

How: TypeAlias = Literal["proven", "checked", "disproved", "unknown"]


class Property(Struct, frozen=True):
    """One answer about a loss.

    ``how`` it is known: proven for every value of the domain, checked at many points without a
    counterexample, disproved by what the ``evidence`` shows, or unknown, where ``holds`` is None.
    """

    name: str
    holds: bool | None
    how: How
    says: str
    evidence: str

    @property
    def verdict(self) -> str:
        """One or two words: a check is never taken for a proof."""
        return _VERDICTS[self.how]


_VERDICTS: Mapping[How, str] = {
    "proven": "Yes",
    "checked": "Apparently",
    "disproved": "No",
    "unknown": "Not known",
}


_NOT_PROVEN = "Not proven, but nowhere found wrong: "
_NOT_KNOWN = "It could neither be proven nor disproved."


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
        """The claim holds wherever it was tried, which is no proof, and is said to be none."""
        says = f"{_NOT_PROVEN}{self.if_it_holds[0].lower()}{self.if_it_holds[1:]}"
        return Property(self.name, True, "checked", says, evidence)

    def unknown(self, evidence: str) -> Property:
        """Neither the claim nor its opposite is known."""
        return Property(self.name, None, "unknown", _NOT_KNOWN, evidence)

    def judged(
        self,
        counterexample: str | None,
        prove: Callable[[], str | None],
        tried: Callable[[], str],
    ) -> Property:
        """A counterexample settles the claim, else a proof; else it is only checked."""
        if counterexample is not None:
            return self.disproved(counterexample)
        proof = prove()
        return self.checked(tried()) if proof is None else self.proven(proof)
