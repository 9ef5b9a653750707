"""Opening the history is light."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import quiz_app


def test_the_heavy_libraries_stay_out() -> None:
    code = "import json, sys, quiz_app.progress; print(json.dumps(sorted(sys.modules)))"
    process = subprocess.run(
        [sys.executable, "-c", code],
        cwd=Path(quiz_app.__file__).parents[1],
        capture_output=True,
        check=True,
        timeout=60,
    )
    loaded = {name.partition(".")[0] for name in json.loads(process.stdout)}
    assert "sqlite3" in loaded
    assert loaded.isdisjoint({"numpy", "sympy", "textual", "rich", "yaml"})
