"""The search index anew, while the old one goes on answering."""

import time

from django.core.management.base import BaseCommand

from search.indexing.rebuilding import rebuild


class Command(BaseCommand):
    help = "Make the search index anew beside the one in use. Stopped, it goes on where it was."

    def handle(self, **options):
        began, told = time.monotonic(), [0.0]

        def progress(done, total):
            if time.monotonic() - told[0] > 1 or done == total:
                told[0] = time.monotonic()
                self.stdout.write(f"{done} / {total}")

        rebuild(progress)
        self.stdout.write(f"{time.monotonic() - began:.1f} s")
