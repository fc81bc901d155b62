"""What a due date says today, as the mark that shows it."""

from datetime import date

from django import template
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from phoihop.pages.templatetags.marks import state
from phoihop.programmes.rules import DueState, due_state

register = template.Library()

MARK = {
    DueState.OVERDUE: "overdue",
    DueState.SOON: "at_risk",
    DueState.IN_TIME: "in_time",
}


@register.simple_tag
def due_mark(due: date | None, on: date) -> SafeString:
    """The mark of an open task due at the end of ``due``, on the day ``on``."""
    found = due_state(due, on)
    if found is DueState.NO_DUE:
        return format_html('<span class="quiet">{}</span>', _("không có hạn"))
    return state(MARK[found])
