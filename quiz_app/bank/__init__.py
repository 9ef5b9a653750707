"""Content files read into topics, cards and questions, every fault with its line and column."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quiz_app.lazily import exports

if TYPE_CHECKING:
    from quiz_app.bank.bank import Bank
    from quiz_app.bank.file import read_bank_file
    from quiz_app.bank.loader import load_banks

__all__ = [
    "Bank",
    "load_banks",
    "read_bank_file",
]

__getattr__ = exports(
    __name__,
    {
        "bank": ("Bank",),
        "file": ("read_bank_file",),
        "loader": ("load_banks",),
    },
)
