"""Markdown as the tree that the editor edits, and back: what editing together stands on (docs/editing.md)."""

from content.text.tree.checking import Unfit, check
from content.text.tree.normal import normal
from content.text.tree.reading import tree_of
from content.text.tree.schema import SCHEMA
from content.text.tree.writing import markdown_of

__all__ = ["SCHEMA", "Unfit", "check", "markdown_of", "normal", "tree_of"]
