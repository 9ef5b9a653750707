"""From the words of the command line to an exit status; every fault becomes one line."""

from __future__ import annotations

import sys
from collections.abc import Sequence

from quiz_app.cli import streams
from quiz_app.cli.arguments import parse_arguments
from quiz_app.cli.misuse import MisuseError
from quiz_app.errors import QuizError

OK = 0
FAULTY = 1
MISUSED = 2
INTERRUPTED = 130  # what shells report for Ctrl-C


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command and return its exit status.

    0 says that all is well, 1 that something is at fault, 2 that a word of the command line
    is wrong, 130 that the learner interrupted.
    """
    try:
        with streams.prepared():
            command, options = parse_arguments(sys.argv[1:] if arguments is None else arguments)
            return command.run(options)
    except QuizError as error:
        _complain(str(error))
        return MISUSED if isinstance(error, MisuseError) else FAULTY
    except KeyboardInterrupt:
        print(file=sys.stderr)
        return INTERRUPTED
    except BrokenPipeError:
        # Whoever reads the output has seen enough.
        return OK
    except Exception as error:  # the last door: a traceback goes to a file, not to the learner
        from quiz_app.cli.report import report_crash

        _complain(report_crash(error))
        return FAULTY


def _complain(sentence: str) -> None:
    print(f"quiz-app: {sentence}", file=sys.stderr)
