"""Losses in groups that are called as the topics are."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from quiz_app.losses.definition import Loss, Task

_TITLES: Mapping[Task, str] = {
    "regression": "Regression",
    "binary": "Binary classification",
    "multi-class": "Multi-class classification",
    "margin": "Margin losses",
    "divergence": "Divergences",
    "count": "Probabilistic regression: counts and rates",
    "embedding": "Metric learning",
    "segmentation": "Overlap losses",
    "generative": "Generation",
    "preference": "Preference",
}


def by_task(losses: Iterable[Loss]) -> Mapping[str, list[Loss]]:
    """The losses by the title of their task; in a group they stay in their order."""
    groups: dict[str, list[Loss]] = {title: [] for title in _TITLES.values()}
    for loss in losses:
        groups[_TITLES[loss.task]].append(loss)
    return {title: group for title, group in groups.items() if group}
