"""Adding a task through the action, to its commit."""

from functools import partial

from django.db import connection, transaction
from django.db.models import QuerySet

from bench.databases import LARGE, statements, use
from bench.measure import Bar, Line, alternate, line
from phoihop import clock
from phoihop.organisations.models import Membership
from phoihop.organisations.permissions import Actor, actor_of, scoped
from phoihop.programmes.actions import tasks as actions
from phoihop.programmes.models import Plan, PlanParty, Task

STATEMENTS = 10
TEXT = (
    "Tổ chức hội nghị trao đổi, cung cấp thông tin về tình hình triển khai chương "
    "trình phối hợp và những việc cần cấp ủy, chính quyền xem xét, giải quyết"
)


def creating(name: str) -> Line:
    """A task made by the action in an open scope, beside its bare INSERT."""
    use(LARGE)
    # The newest plan: what is added to it, the pages measured do not show.
    party: PlanParty = QuerySet(PlanParty).latest("pk")
    by = officer_of(party.organisation_id)
    with scoped(by):
        plan = Plan.objects.select_related("scope").get(pk=party.plan_id)
        act = partial(_create, plan=plan, by=by)
        made = act()
        value, floor = alternate(act, partial(_insert, made))
        sent = statements(act)
    return line(
        name,
        value=value.wall * 1000,
        floor=floor.wall * 1000,
        unit="ms",
        bars=(Bar("statements", sent, STATEMENTS),),
        said=(
            "BEGIN and COMMIT counted, SAVEPOINT too where there is one",
            f"CPU {value.cpu * 1000:.3g} ms, floor CPU {floor.cpu * 1000:.3g} ms",
            "value writes the row, its version, its link and payload, the head in the "
            "table and in a file; floor: BEGIN, INSERT of the row, COMMIT",
        ),
    )


def officer_of(body: int) -> Actor:
    """An officer of this body."""
    rows = Membership.objects.select_related("person", "organisation__desk")
    return actor_of(rows.filter(organisation=body).earliest("pk"))


def _create(*, plan: Plan, by: Actor) -> Task:
    if by.organisation is None:
        raise RuntimeError("The operator adds no tasks.")
    on = clock.today()
    return actions.create(
        plan=plan, text=TEXT, lead=by.organisation, due_date=on, by=by, on=on
    )


def _insert(task: Task) -> None:
    """The same columns with the same values, by hand."""
    fields = [f for f in task._meta.concrete_fields if not f.primary_key]
    columns = ", ".join(connection.ops.quote_name(str(f.column)) for f in fields)
    values = [getattr(task, f.attname) for f in fields]
    blanks = ", ".join(["%s"] * len(fields))
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(
            # Names of the model's own columns; the values are bound.
            f"INSERT INTO {task._meta.db_table} ({columns}) VALUES ({blanks})",  # noqa: S608
            values,
        )


LINES = {"task.create": creating}
