"""Word files of the corpus on their way through an import."""

from lxml import html

from content.models import ContentPage
from content.transfer import importing
from tests.content.convert.corpus import regulations

HALVES = ("tuned", "later", "fresh", "blind")


def papers():
    """Every regulation of the corpus, under a name of its own: {path: paper}."""
    found = {}
    for half in HALVES:
        for made in getattr(regulations, half)():
            found[f"{half}/{made.name}.docx"] = made
    return found


def lay(top, files):
    """{path: Docx or bytes or text} below a folder."""
    for path, content in files.items():
        place = top / path
        place.parent.mkdir(parents=True, exist_ok=True)
        if isinstance(content, str):
            place.write_text(content)
        elif isinstance(content, bytes):
            place.write_bytes(content)
        else:
            content.save(place)
    return top


def bring(top, space, person, *, is_live=True, **how):
    return importing.carry_on(importing.begin(str(top), space=space, by=person, is_live=is_live, **how))


def page_of(run, path):
    return ContentPage.objects.get(uid=run.items.get(path=path).page_uid).specific


def outcomes(run):
    return dict(run.items.values_list("path", "outcome"))


def shown(client, page):
    """The page as its reader gets it, as a tree: its title and its text."""
    answer = client.get(page.get_absolute_url(), follow=True)
    assert answer.status_code == 200
    (text,) = html.fromstring(answer.content.decode()).find_class("prose")
    return text
