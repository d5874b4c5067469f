"""Whether the search index says what is so."""

import sys

from django.core.management.base import BaseCommand

from search.indexing.checking import drifts


class Command(BaseCommand):
    help = "Name every place where the search index and the things it is about differ. Exit 1 if there is one."

    def handle(self, **options):
        number = 0
        for drift in drifts():
            number += 1
            self.stdout.write(drift)
        if number:
            self.stderr.write(f"{number} differ. manage.py search_rebuild makes the index anew.")
            sys.exit(1)
        self.stdout.write("Nothing differs.")
