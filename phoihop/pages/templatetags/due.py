"""What a task's dates say today, as the mark that shows it."""

from datetime import date
from typing import Any

from django import template
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from phoihop.formats import day
from phoihop.pages.dues import as_read
from phoihop.pages.templatetags.marks import state
from phoihop.programmes.models import state_of, support_state
from phoihop.programmes.rules.state import TaskState

register = template.Library()

# These say until when; the others say what has become of the task.
OF_TIME = (TaskState.NOT_STARTED, TaskState.IN_TIME)


@register.simple_tag
def task_mark(task: Any, on: date) -> SafeString:
    """The mark of a task, or of what one was recorded as, on the day ``on``."""
    found = state_of(task, on)
    if task.outside:
        return state("outside", _("đã xong") if task.done_on else "")
    if found is TaskState.DONE_LATE:
        return state(found, day(task.done_on))
    return state(found)


@register.simple_tag
def support_mark(support: Any, on: date) -> SafeString:
    """The mark of a body's own part in a task."""
    return state(support_state(support, on))


@register.simple_tag
def due_as_read(task: Any) -> str:
    """Until when, as the paper puts it."""
    return as_read(task)
