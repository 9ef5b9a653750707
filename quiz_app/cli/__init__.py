"""The command line; what is heavy is imported inside the command that needs it."""

from quiz_app.cli.main import main

__all__ = ["main"]
