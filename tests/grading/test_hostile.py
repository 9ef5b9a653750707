"""Three hundred hostile texts: none crashes, none counts, none reaches the screen as it is."""

from __future__ import annotations

import runpy
from pathlib import Path
from types import SimpleNamespace

import pytest

from quiz_app.grading import grade
from quiz_app.grading.preview import preview
from quiz_app.maths.layout import UNICODE, cell_width

_BENCHMARK = Path(__file__).parents[1] / "benchmarks" / "hostile.py"
_WIDTH = 60


@pytest.fixture(scope="module")
def hostile() -> SimpleNamespace:
    return SimpleNamespace(**runpy.run_path(str(_BENCHMARK)))


def test_no_hostile_text_is_right_or_an_exception(hostile: SimpleNamespace) -> None:
    texts = hostile.hostile_texts()
    assert len(texts) == hostile.COUNT == 300
    for variant in hostile.variants():
        for text in texts:
            verdict = grade(variant, text)
            assert verdict.outcome in ("invalid", "wrong"), text
            assert (verdict.feedback + verdict.read_as).isprintable(), text
            assert len(verdict.feedback) < 300, text


@pytest.mark.parametrize("wanted", [(), (3,)])
def test_no_hostile_text_breaks_its_echo(hostile: SimpleNamespace, wanted: tuple[int, ...]) -> None:
    for text in hostile.hostile_texts():
        lines = preview(text, _WIDTH, UNICODE, wanted)
        assert all(line.isprintable() for line in lines), text
        assert not lines or cell_width(lines[-1]) <= _WIDTH, text
