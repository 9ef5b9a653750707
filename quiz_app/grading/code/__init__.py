"""Judging a function that a learner wrote: run apart from the program, held against a loss."""
