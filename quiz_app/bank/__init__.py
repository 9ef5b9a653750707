"""Content files read into topics, cards and questions, every fault with its line and column."""

from quiz_app.bank.bank import Bank
from quiz_app.bank.loader import load_banks, read_bank_file

__all__ = ["Bank", "load_banks", "read_bank_file"]
