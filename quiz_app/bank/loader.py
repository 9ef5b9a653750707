"""Folders of content → the bank."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from quiz_app.bank.bank import Bank
from quiz_app.bank.cache import Cache, Contents
from quiz_app.bank.discovery import content_files
from quiz_app.bank.model import BankFile
from quiz_app.errors import ContentError


def load_banks(folders: Sequence[Path], cache_dir: Path | None) -> Bank:
    """Everything in some folders, read again only where a file has changed since the last time.

    Without a cache folder every file is read. Raises QuizError when a folder is missing; faults
    in files are collected in the bank.
    """
    cache = Cache(cache_dir)
    files: list[BankFile] = []
    faults: list[ContentError] = []
    for path in content_files(folders):
        bank_file, found = cache.get(path, _read)
        faults += found
        if bank_file is not None:
            files.append(bank_file)
    return Bank(files, faults)


def _read(path: Path) -> Contents:
    # Reading YAML takes a good part of the program, which a start without changes does not load.
    from quiz_app.bank.file import read_bank_file

    return read_bank_file(path)
