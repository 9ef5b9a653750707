from __future__ import annotations

from xml.etree import ElementTree

import numpy as np
import pytest

from quiz_app.errors import QuizError
from quiz_app.maths.plot import Curve, Guide, Point, svg

X = np.linspace(0.0, 2.0, 5)
LINE = Curve("a < b", X, X)
BROKEN = Curve("broken", X, np.array([0.0, 1.0, np.nan, 1.0, 0.0]))
_SVG = "{http://www.w3.org/2000/svg}"


def elements(document: str, name: str) -> list[ElementTree.Element]:
    return list(ElementTree.fromstring(document).iter(f"{_SVG}{name}"))  # noqa: S314 - our own


def places(line: ElementTree.Element) -> list[tuple[float, float]]:
    pairs = [pair.split(",") for pair in line.attrib["points"].split()]
    return [(float(x), float(y)) for x, y in pairs]


def test_a_straight_line_runs_from_corner_to_corner() -> None:
    (line,) = elements(svg([LINE]), "polyline")
    assert places(line) == [(70, 370), (190, 292.5), (310, 215), (430, 137.5), (550, 60)]


def test_a_sample_that_is_not_finite_breaks_the_line() -> None:
    assert [len(places(line)) for line in elements(svg([BROKEN]), "polyline")] == [2, 2]


def test_every_curve_has_a_stroke_of_its_own() -> None:
    lines = elements(svg([LINE] * 4), "polyline")
    assert len({line.get("stroke-dasharray") for line in lines}) == 4
    assert len({line.attrib["stroke"] for line in lines}) == 4


def test_texts_are_written_as_they_are() -> None:
    document = svg([LINE], title="A & B", x_label="<x>", y_label="y")
    texts = [text.text for text in elements(document, "text")]
    assert {"A & B", "<x>", "y", "a < b", "0", "1", "2"} <= set(texts)


def test_marks_stand_at_their_values() -> None:
    document = svg([LINE], marks=[Guide(1.0), Point(2.0, 2.0, 0)])
    (circle,) = elements(document, "circle")
    assert (circle.attrib["cx"], circle.attrib["cy"]) == ("550.0", "60.0")
    assert any(
        line.attrib["x1"] == line.attrib["x2"] == "310.0" and "stroke-dasharray" in line.attrib
        for line in elements(document, "line")
    )


def test_huge_values_stay_near_the_picture() -> None:
    steep = Curve("steep", X, np.array([0.0, 1e300, 0.0, -1e300, 0.0]))
    (line,) = elements(svg([steep], y_range=(0.0, 1.0)), "polyline")
    assert max(abs(y) for _, y in places(line)) < 1000


def test_a_range_that_does_not_increase_is_refused() -> None:
    with pytest.raises(QuizError, match="cannot show the range"):
        svg([LINE], x_range=(1.0, 1.0))
