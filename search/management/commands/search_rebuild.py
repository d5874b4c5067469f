"""The search index anew, while the old one goes on answering."""

import time

from django.core.management.base import BaseCommand, CommandError

from search.engines import Unavailable, beside
from search.indexing.rebuilding import rebuild
from search.indexing.refilling import refill


class Command(BaseCommand):
    help = "Make the search index anew beside the one in use. Stopped, it goes on where it was."

    def handle(self, **options):
        began, told = time.monotonic(), [0.0]

        def progress(done, total):
            if time.monotonic() - told[0] > 1 or done == total:
                told[0] = time.monotonic()
                self.stdout.write(f"{done} / {total}")

        rebuild(progress)
        if beside() is not None:
            self.stdout.write(f"{beside().name}:")
            try:
                refill(progress)
            except Unavailable:
                raise CommandError(f"{beside().name} does not answer; run this again when it does.") from None
        self.stdout.write(f"{time.monotonic() - began:.1f} s")
