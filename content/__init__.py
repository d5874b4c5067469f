"""The base page, spaces, Markdown, the editor, import and export."""
