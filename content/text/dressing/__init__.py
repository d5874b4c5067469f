"""From clean HTML to our own: anchors, figures, callouts, tables and placeholders for what depends on the reader."""

from content.text.cleaning import HOLLOW
from content.text.dressing.anchors import Anchors
from content.text.dressing.callouts import callouts
from content.text.dressing.diagrams import diagrams
from content.text.dressing.includes import includes
from content.text.dressing.links import Links
from content.text.dressing.pictures import pictures
from content.text.dressing.plain import plain
from content.text.dressing.tables import tables
from content.text.dressing.tasks import tasks

OURS = {"ins": "u", "del": "s"}


class Dressing:
    """One rendering on its way out of bleach; serves as its filter and keeps what was found."""

    def __init__(self):
        self.anchors = Anchors()
        self.links = Links()
        self.text = ""

    def __call__(self, source):
        tokens = [_plainly(token) for token in source if token.get("name") not in HOLLOW or token["type"] == "Entity"]
        tokens = includes(tokens)
        tokens = self.links.found_in(tokens)
        tokens = pictures(tokens)
        tokens = callouts(tokens)
        tokens = tasks(tokens)
        tokens = self.anchors.put_on(tokens)
        tokens = tables(tokens)
        tokens = diagrams(tokens)
        self.text = plain(tokens)
        return tokens


def _plainly(token):
    """<ins> and <del> are ours: they mark what changed between versions."""
    if token.get("name") in OURS and token["type"] != "Entity":
        token["name"] = OURS[token["name"]]
    return token
