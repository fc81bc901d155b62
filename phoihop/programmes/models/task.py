"""What one body must do, with whom it answers for it, and until when."""

from datetime import date
from typing import Self

from django.db import models
from django.db.models import F, OuterRef, Q, Subquery
from django.utils.translation import gettext_lazy as _

from phoihop.organisations.models import Organisation, name_of
from phoihop.programmes.models.plan import Plan
from phoihop.programmes.rules import SOON, DueState
from phoihop.scopes.managers import ScopedManager
from phoihop.scopes.models import ScopedRow
from phoihop.versions.models import VersionedRow, version_of


def due_is(state: DueState, on: date) -> Q:
    """``rules.due_state`` as a condition of the database; a test holds them equal."""
    return {
        DueState.OVERDUE: Q(due_date__lt=on),
        DueState.SOON: Q(due_date__gte=on, due_date__lte=on + SOON),
        DueState.IN_TIME: Q(due_date__gt=on + SOON),
        DueState.NO_DUE: Q(due_date=None),
    }[state]


class TaskQuerySet(models.QuerySet["Task"]):
    """Tasks, by what their dates say on a day."""

    def in_state(self, state: DueState, on: date) -> Self:
        """Those whose due date says ``state`` on this day."""
        return self.filter(due_is(state, on))

    def by_due(self) -> Self:
        """What is due first comes first; without a due date, last."""
        return self.order_by(F("due_date").asc(nulls_last=True), "pk")

    def after(self, due: date | None, pk: int) -> Self:
        """The rows of ``by_due`` behind the row with this due date and key.

        A keyset: the page after ten thousand rows costs what the first one does.
        """
        if due is None:
            return self.filter(due_date=None, pk__gt=pk)
        later = Q(due_date__gt=due) | Q(due_date=due, pk__gt=pk)
        return self.filter(later | Q(due_date=None))

    def led_by(self, organisation_id: int | None) -> Self:
        """Led by this body."""
        return self.filter(lead_id=organisation_id)

    def named(self, on: date) -> Self:
        """With ``lead_name``, as the lead is called on this day."""
        return self.annotate(lead_name=name_of("lead_id", on))

    def with_plan_title(self) -> Self:
        """With ``plan_title``, for lists.

        A subquery, which is asked for the rows shown only; a join is made for all
        that are sorted, and on PostgreSQL with all plans there are. It asks for no
        open circle: a task lies in the circle of its plan.
        """
        plan: models.QuerySet[Plan] = models.QuerySet(Plan)
        title = plan.filter(pk=OuterRef("plan_id")).values("title")
        return self.annotate(plan_title=Subquery(title))


class Task(VersionedRow, ScopedRow):
    """One task of a plan: exactly one body leads it."""

    # Both keys begin an index below; one of their own would repeat it.
    plan = models.ForeignKey(
        Plan, on_delete=models.PROTECT, related_name="tasks", db_index=False
    )
    text = models.TextField(_("nội dung"), max_length=2000)
    lead = models.ForeignKey(
        Organisation,
        on_delete=models.PROTECT,
        related_name="+",
        db_index=False,
        verbose_name=_("đơn vị chủ trì"),
    )
    # The last day on which it is in time (product rule 1).
    due_date = models.DateField(_("hạn hoàn thành"), null=True, blank=True)

    objects = ScopedManager.from_queryset(TaskQuerySet)()

    class Meta(ScopedRow.Meta):
        abstract = False
        verbose_name = _("nhiệm vụ")
        indexes = [
            models.Index(fields=["scope", "due_date", "id"], name="task_by_due"),
            # With its scope, so that the desk counts in the index and reads no row.
            models.Index(
                fields=["lead", "due_date", "id", "scope"], name="task_of_lead"
            ),
            models.Index(fields=["plan", "due_date"], name="task_of_plan"),
        ]

    def __str__(self) -> str:
        return self.text


TaskVersion = version_of(Task)
