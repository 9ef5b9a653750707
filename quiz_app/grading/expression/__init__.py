"""Judging a formula: equal on all of the domain, or where it differs and which slip explains it."""
