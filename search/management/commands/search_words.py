"""manage.py search_words [--seed]: how many words librarians keep; --seed adds what is new in our own list."""

from django.core.management.base import BaseCommand
from django.db import transaction

from search.models import Exclusion, Pin, Synonym
from search.words import book, seed


class Command(BaseCommand):
    help = "Say how many words are kept; with --seed add what is new in the list that comes with the product."

    def add_arguments(self, parser):
        parser.add_argument("--seed", action="store_true", help="never brings back what a librarian withdrew")

    def handle(self, *args, **options):
        if options["seed"]:
            self.stdout.write(f"{self.sow()} added")
        for model in (Synonym, Pin, Exclusion):
            self.stdout.write(f"{model.__name__}: {model.objects.standing().count()}")

    @transaction.atomic
    def sow(self):
        added = seed.sow(Synonym)
        if added:
            book.changed()
        return added
