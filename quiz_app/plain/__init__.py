"""The same session as a dialogue, line by line: for pipes, plain terminals and screen readers."""

from quiz_app.plain.choosing import chosen_session
from quiz_app.plain.dialogue import Dialogue

__all__ = ["Dialogue", "chosen_session"]
