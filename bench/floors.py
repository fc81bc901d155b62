"""Floors of pages: the same rows by the bare ORM, in a plain template of as many bytes.

No sign-in, no circles to find, no components, no translation: what is left when the
house is taken away. What a page says around its rows stands in the floor's template
as finished text, filled up with spaces to the same number of bytes.
"""

from collections.abc import Callable, Iterable
from typing import Any

from django.db.models import QuerySet

# The floor is a template and nothing else; in phoihop/ it would belong to a door.
from django.template import Context, Engine  # noqa: TID251

from bench.chain import ME
from phoihop import clock
from phoihop.documents.models import Draft
from phoihop.organisations.models import OrganisationName, ScopeMember
from phoihop.programmes.models import Plan, Programme, Task
from phoihop.programmes.models.task import TaskQuerySet
from phoihop.programmes.rules.state import SOON

TASK_ROW = """<tr>
<td class="cell-state" data-label="Tình trạng"><span class="mark"><span>
{% if row.due_date < today %}quá hạn{% else %}trong hạn{% endif %}</span></span></td>
<td class="cell-date" data-label="Hạn"><time datetime="{{ row.due_date|date:"Y-m-d" }}">
{{ row.due_date|date:"d/m/Y" }}</time></td>
<th class="cell-title" data-label="Nhiệm vụ" scope="row">
<a href="{% url "task" row.pk %}">{{ row.text }}</a></th>
<td class="cell-text" data-label="Chủ trì">{{ row.lead_name }}</td>
<td class="cell-text" data-label="Kế hoạch">{{ row.plan_title }}</td>
</tr>"""
DESK_ROW = TASK_ROW.replace(
    '<td class="cell-text" data-label="Chủ trì">{{ row.lead_name }}</td>\n', ""
)
ONE_TASK = """<p>{{ row.plan.programme.title }}, {{ row.plan.title }}</p>
<h1>{{ row.text }}</h1><p>{{ row.due_date|date:"d/m/Y" }}</p>"""
ONE_PROGRAMME = (
    "<h1>{{ row.title }}</h1><p>{{ row.first_year }}–{{ row.last_year }}</p>"
)
# What the review desk says of one draft: its words, where they stand, what is settled.
DRAFT_ROW = """<article id="nhap-{{ row.pk }}"><h3>{{ row.field }}</h3>
<p>{{ row.value.text }}</p><p>{{ row.start }}–{{ row.end }} {{ row.because }}</p>
<a href="{% url "draft_edit" row.pk %}">{{ row.state }}</a></article>"""

Rows = Callable[[], Iterable[Any]]


def plain(page: bytes, *, rows: Rows, row: str) -> Callable[[], bytes]:
    """Work that gives a page of as many bytes as ``page``, with these rows in it.

    Raises ``ValueError`` when the rows alone are more than the page: then the floor
    would not be one.
    """
    source = "{{ before|safe }}{% for row in rows %}" + row + "{% endfor %}"
    template = Engine().from_string(source)

    def filled(before: str) -> bytes:
        shown = {"before": before, "rows": rows(), "today": clock.today()}
        return template.render(Context(shown)).encode()

    missing = len(page) - len(filled(""))
    if missing < 0:
        raise ValueError(f"The rows alone are {-missing} bytes more than the page.")
    before = page[:missing].decode(errors="ignore")
    before += " " * (missing - len(before.encode()))
    return lambda: filled(before)


def _tasks() -> TaskQuerySet:
    """The tasks of the circles that the body is in, in the order of the pages."""
    circles = ScopeMember.objects.filter(organisation=ME).values("scope_id")
    return TaskQuerySet(Task).filter(scope_id__in=circles).order_by("due_date", "pk")


def _titled(tasks: Iterable[Any]) -> list[Any]:
    """With the titles of their plans: one query for all is less than a join."""
    found = list(tasks)
    plans: QuerySet[Plan] = QuerySet(Plan).filter(
        pk__in={task.plan_id for task in found}
    )
    titles = dict(plans.values_list("pk", "title"))
    for task in found:
        task.plan_title = titles[task.plan_id]
    return found


def listed_tasks() -> list[Any]:
    """The rows of the list: fifty, and one that tells whether there are more."""
    on = clock.today()
    far = _tasks().filter(due_date__gt=on + SOON, percent=None)
    found = _titled(list(far[:51])[:50])
    # What each lead is called today, in one query: less than a subquery a row.
    leads = {task.lead_id for task in found}
    names = OrganisationName.objects.on(on).filter(organisation_id__in=leads)
    called = dict(names.values_list("organisation_id", "text"))
    for task in found:
        task.lead_name = called[task.lead_id]
    return found


def desk_tasks() -> list[Any]:
    """The rows of the desk."""
    return _titled(_tasks().filter(lead=ME, due_date__isnull=False)[:30])


def one_task() -> Iterable[Any]:
    """The row of the page of a task that has a due date."""
    return TaskQuerySet(Task).filter(pk=2).select_related("plan__programme")


def one_programme() -> Iterable[Any]:
    """The row of a programme's page."""
    return QuerySet(Programme).filter(pk=1)


def drafts() -> Iterable[Any]:
    """The drafts of the one reading there is."""
    return QuerySet(Draft).order_by("position")
