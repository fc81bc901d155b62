"""Whether anybody has built on what was entered as a whole, and so holds it fast."""

from collections.abc import Mapping
from typing import Any

from phoihop.programmes.models import Progress, Support, Task


def built_on(
    as_left: Mapping[int, Mapping[str, Any]], tasks: Mapping[int, Task]
) -> set[int]:
    """The tasks that are no longer as they were left, by their keys.

    ``as_left`` says of each its ``version`` and, in ``supports``, key and version of
    each support. A task that was changed, dropped or withdrawn since, one with a
    report, and one whose supports were changed have been built on.
    """
    now: dict[int, list[list[int]]] = {}
    for row in Support.objects.filter(task__in=as_left).order_by("pk"):
        now.setdefault(row.task_id, []).append([row.pk, row.version])
    reported = Progress.objects.filter(task__in=as_left)
    touched = set(reported.values_list("task_id", flat=True))
    for pk, left in as_left.items():
        task = tasks.get(pk)
        is_same = task is not None and task.version == left["version"]
        if not is_same or now.get(pk, []) != left["supports"]:
            touched.add(pk)
    return touched
