"""Variants made of the YAML of one question."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from textwrap import indent

import pytest

from quiz_app.bank import read_bank_file
from quiz_app.variants import Variant, make_variant


@pytest.fixture
def variant(tmp_path: Path) -> Callable[..., Variant]:
    """``variant("ask: number\\nprompt: …")`` is the first variant of that question."""

    def read(question: str, seed: int = 0) -> Variant:
        body = indent(f"id: q\n{question}", "    ").lstrip()
        path = tmp_path / "one.yaml"
        path.write_text(f"topic: t\ntitle: T\nquestions:\n  - {body}\n", encoding="utf-8")
        bank_file, faults = read_bank_file(path)
        assert faults == ()
        assert bank_file is not None
        return make_variant(bank_file.items[0], seed)

    return read
