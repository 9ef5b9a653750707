"""The command for people who write questions: check."""

from __future__ import annotations

from argparse import Namespace

from quiz_app.authoring import check_paths
from quiz_app.cli import places


def check(options: Namespace) -> int:
    """Print every fault of the content, a line each; 1 when there is one."""
    faults = check_paths(tuple(options.paths) or places.content_folders(options))
    for fault in faults:
        print(fault)
    if not faults:
        print("No faults.")
    return 1 if faults else 0
