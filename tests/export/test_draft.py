from __future__ import annotations

from pathlib import Path

import pytest

from quiz_app.errors import QuizError
from quiz_app.export.draft import new_file


def _names(folder: Path) -> list[str]:
    return [file.name for file in folder.iterdir()]


def test_a_file_is_there_when_all_is_written(tmp_path: Path) -> None:
    with new_file(tmp_path / "a") as draft:
        draft.write_text("whole")
        assert not (tmp_path / "a").exists()
    assert (tmp_path / "a").read_text() == "whole"
    assert _names(tmp_path) == ["a"]


@pytest.mark.parametrize(
    ("fault", "seen"),
    [
        (OSError(28, "No space left on device"), QuizError),
        (KeyboardInterrupt(), KeyboardInterrupt),
    ],
)
def test_a_write_that_fails_leaves_all_as_it_was(
    tmp_path: Path, fault: BaseException, seen: type[BaseException]
) -> None:
    def write_half() -> None:
        with new_file(tmp_path / "a", force=True) as draft:
            draft.write_text("half")
            raise fault

    (tmp_path / "a").write_text("old")
    with pytest.raises(seen):
        write_half()
    assert (tmp_path / "a").read_text() == "old"
    assert _names(tmp_path) == ["a"]


def test_a_file_is_replaced_only_on_demand(tmp_path: Path) -> None:
    (tmp_path / "a").write_text("old")
    with (
        pytest.raises(QuizError, match=r"is there already\. .*--force"),
        new_file(tmp_path / "a") as draft,
    ):
        draft.write_text("new")
    assert (tmp_path / "a").read_text() == "old"
    with new_file(tmp_path / "a", force=True) as draft:
        draft.write_text("new")
    assert (tmp_path / "a").read_text() == "new"


@pytest.mark.parametrize("name", [".", "missing/a", "/dev/null"])
def test_what_cannot_be_a_file_is_a_sentence(tmp_path: Path, name: str) -> None:
    with pytest.raises(QuizError), new_file(tmp_path / name, force=True) as draft:
        draft.write_text("new")
    assert Path("/dev/null").is_char_device()
    assert _names(tmp_path) == []
