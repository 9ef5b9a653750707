"""What a loss is like: convex, symmetric, robust, …, each proven or checked, none declared."""

from __future__ import annotations

from quiz_app.formulas.properties.cache import PropertyCache
from quiz_app.formulas.properties.examine import examine
from quiz_app.formulas.properties.model import How, Property

__all__ = ["How", "Property", "PropertyCache", "examine"]
