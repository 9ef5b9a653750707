"""What a check finds wrong with an item, before its place in the file is looked up."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeAlias

FieldPath: TypeAlias = tuple[str | int, ...]
"""The keys and positions that lead from an item to a value: ``("mistakes", 0, "answer")``."""


@dataclass(frozen=True)
class Finding:
    """A fault in a field of an item, at a character of its text; both clauses without a stop."""

    field: FieldPath
    problem: str
    remedy: str
    offset: int = 0
