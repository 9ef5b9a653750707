"""``python -m quiz_app`` is ``quiz-app``."""

from quiz_app.cli import main

if __name__ == "__main__":
    raise SystemExit(main())
