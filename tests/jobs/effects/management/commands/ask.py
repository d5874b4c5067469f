"""Ask for work as a web process would: `ask FIRST COUNT`."""

import time

from django.core.management import BaseCommand
from django.db import transaction

import jobs
from tests.jobs.effects.models import Ask


class Command(BaseCommand):
    def add_arguments(self, parser):
        parser.add_argument("first", type=int)
        parser.add_argument("count", type=int)
        parser.add_argument("--slow", action="store_true")

    def handle(self, *, first, count, slow, **options):
        if slow:
            jobs.due("effects.count", key=str(first), payload={"first": first, "total": count})
            return
        for number in range(first, first + count):
            with transaction.atomic():
                Ask.objects.create(number=number)
                jobs.due("effects.add", key=str(number), payload={"number": number})
                time.sleep(0.005)  # room for a kill between change and commit
