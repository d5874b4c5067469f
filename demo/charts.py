"""Pictures of the demo's flow charts, as a browser drew them: beside the text, under its name."""

from content.actions.diagrams import keep_picture
from content.models import ContentPage
from content.text import render
from content.text.depicting import diagrams_of
from content.transfer import frontmatter
from demo.texts import TEXTS


def load(people):
    for picture in sorted(TEXTS.rglob("*.svg")):
        facts, body = frontmatter.split(picture.with_suffix(".md").read_text())
        page = ContentPage.objects.get(uid=facts["uid"])
        digest = next(iter(diagrams_of(render(body).html)))
        if not page.diagrams.filter(digest=digest).exists():
            keep_picture(page, digest, picture.read_text(), by=people[facts["maintainer"]])
