"""Processes that open files of strangers: what they give up (`confining`), and how they are attended to (`hosting`)."""
