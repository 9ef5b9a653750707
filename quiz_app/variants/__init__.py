"""A question and a seed make a variant: its numbers, its right answer, its mistakes."""

from quiz_app.variants.recognised import Recognised
from quiz_app.variants.variant import Variant, is_shown_at_once, make_variant

__all__ = ["Recognised", "Variant", "is_shown_at_once", "make_variant"]
