"""What changed between two releases, in sentences: bodies, statements, findings."""

from queries.changes.change import Change, Changed, Group
from queries.changes.comparison import between
from queries.changes.edition import Edition, find, listed, open_edition

__all__ = ["Change", "Changed", "Edition", "Group", "between", "find", "listed", "open_edition"]
