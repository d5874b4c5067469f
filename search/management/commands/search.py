"""What a person would find: for operators and measurements."""

import json

from django.core.management.base import BaseCommand, CommandError
from django.utils.html import strip_tags

import search
from org.models import User
from search import registry
from search.answering.filters import kinds_called


class Command(BaseCommand):
    help = "Answer with what a person would see for these words."

    def add_arguments(self, parser):
        parser.add_argument("words", nargs="+")
        parser.add_argument("--as", dest="number", required=True, metavar="NUMBER", help="employee number")
        parser.add_argument("--limit", type=int, default=20, help="hits (20)")
        parser.add_argument("--kind", help="one kind only: " + ", ".join(kind.name for kind in registry.kinds()))
        parser.add_argument("--json", action="store_true")

    def handle(self, *, words, number, limit, kind, **options):
        user = User.objects.filter(number__iexact=number).first()
        if user is None:
            raise CommandError(f"Nobody has the employee number {number}.")
        if not 1 <= limit <= 10_000:
            raise CommandError("--limit is a number from 1 to 10000.")
        if kind and not kinds_called(kind) and registry.named(kind) is None:
            raise CommandError(f"There is no kind {kind}.")
        found = search.query(" ".join(words), user, kinds=[kind] if kind else None, per_page=limit)
        if options["json"]:
            self.stdout.write(json.dumps(_plain(found, limit), ensure_ascii=False))
        else:
            self._tell(found, limit)

    def _tell(self, found, limit):
        self.stdout.write(f"{found.total} hold all words")
        for hit in _plain(found, limit)["hits"]:
            self.stdout.write(f"{hit['score']:7.2f}  {hit['kind']:10}  {hit['title']}  {hit['url']}")


def _plain(found, limit):
    """Colleagues follow the pages: they are a row of their own on the screen."""
    hits = [
        {
            "title": hit.hit.title,
            "url": hit.url,
            "kind": hit.kind,
            "snippet": strip_tags(hit.snippet) or hit.hit.excerpt,
            "score": hit.score,
        }
        for hit in found.hits
    ]
    people = [
        {"title": hit.title, "url": hit.url, "kind": "person", "snippet": hit.path, "score": 0} for hit in found.people
    ]
    return {
        "count": found.total + sum(tab.number for tab in found.tabs if tab.kind.name == "person"),
        "hits": [*hits, *people][:limit],
    }
