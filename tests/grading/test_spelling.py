"""What counts as the same word, and what as a slip of the pen."""

from __future__ import annotations

import pytest

from quiz_app.grading.spelling import is_slip, normal


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("Median", "median"),
        ("the median", "median"),
        ("The  Median.", "median"),
        ("cross entropy", "cross-entropy"),
        ("crossentropy", "cross-entropy"),
        ("cross–entropy", "cross-entropy"),
        ("0.5 quantile", "0.5-quantile"),
        ("ﬁrst", "first"),
        ("STRASSE", "straße"),
        ("L²", "L2"),
    ],
)
def test_case_spaces_hyphens_and_articles_do_not_matter(typed: str, meant: str) -> None:
    assert normal(typed) == normal(meant)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [("-1", "1"), ("1-2", "12"), ("a", ""), ("the", ""), ("theta", "ta"), ("mean", "median")],
)
def test_signs_and_words_do_matter(typed: str, meant: str) -> None:
    assert normal(typed) != normal(meant)


@pytest.mark.parametrize("typed", ["meian", "meddian", "medien", "meidan", "mediann", "media"])
def test_one_letter_wrong_missing_added_or_exchanged_is_a_slip(typed: str) -> None:
    assert is_slip(typed, "median")


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("median", "median"),
        ("mdeain", "median"),
        ("mode", "mean"),
        ("node", "mode"),
        ("asymmetric", "symmetric"),
        ("symmetric", "asymmetric"),
        ("type1error", "type2error"),
        ("10fold", "100fold"),
        ("convex", "concave"),
        ("overfit", "underfit"),
        ("med", "median"),
        ("", "median"),
    ],
)
def test_another_word_is_no_slip(typed: str, meant: str) -> None:
    assert not is_slip(typed, meant)
