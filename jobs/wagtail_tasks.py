"""Wagtail's own background tasks (references, search index, files to delete) as due rows."""

import json
from contextlib import suppress
from hashlib import blake2b

from django.core.exceptions import ObjectDoesNotExist
from django.utils.module_loading import import_string
from django_tasks.backends.base import BaseTaskBackend
from django_tasks.base import TaskResult, TaskResultStatus
from django_tasks.utils import get_random_id

import jobs

NAME = "wagtail"


class DueBackend(BaseTaskBackend):
    """Every task brings something up to date, so the same call asked for twice is done once, after the second."""

    supports_defer = True

    def enqueue(self, task, args, kwargs):
        self.validate_task(task)
        call = {"task": task.module_path, "args": list(args), "kwargs": kwargs}
        jobs.due(NAME, key=_fingerprint(call), payload=call, at=task.run_after, again=True)
        return TaskResult(
            task=task,
            id=get_random_id(),
            status=TaskResultStatus.READY,
            enqueued_at=None,
            started_at=None,
            last_attempted_at=None,
            finished_at=None,
            args=args,
            kwargs=kwargs,
            backend=self.alias,
            errors=[],
            worker_ids=[],
        )


def _fingerprint(call):
    return blake2b(json.dumps(call, sort_keys=True).encode(), digest_size=20).hexdigest()


@jobs.work(NAME, patient=True)
def run_task(task, args, kwargs):
    with suppress(ObjectDoesNotExist):  # deleted meanwhile; Wagtail cleans both indexes when it deletes
        import_string(task).call(*args, **kwargs)
