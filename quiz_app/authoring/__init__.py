"""Whether content is right and true."""

from quiz_app.authoring.checker import check_paths

__all__ = ["check_paths"]
