"""What one body must do, with whom it answers for it, and until when."""

from collections.abc import Iterable
from datetime import date
from typing import Any, Self

from django.db import models
from django.db.models import Count, Exists, F, OuterRef, Q, Subquery
from django.utils.translation import gettext_lazy as _

from phoihop.organisations.models import Organisation, name_of
from phoihop.programmes.models.clause import Clause, Source
from phoihop.programmes.models.plan import Plan, PlanParty
from phoihop.programmes.models.programme import PartyRole
from phoihop.programmes.rules.state import (
    SOON,
    UNFINISHED,
    Phase,
    TaskState,
    task_state,
)
from phoihop.reading.findings import Bound, DueKind
from phoihop.scopes.models import ScopedRow
from phoihop.versions.models import StandingManager, WithdrawableRow, version_of

STANDS = Q(withdrawn_on=None)

PHASES = {
    Phase.OPEN: _("đang mở"),
    Phase.REPORTED: _("chờ nghiệm thu"),
    Phase.DONE: _("đã xong"),
    Phase.PAUSED: _("tạm dừng"),
    Phase.DROPPED: _("đã bỏ"),
}
DUE_KINDS = {
    DueKind.DATE: _("ngày"),
    DueKind.MONTH: _("tháng"),
    DueKind.QUARTER: _("quý"),
    DueKind.HALF_YEAR: _("nửa năm"),
    DueKind.YEAR: _("năm"),
    DueKind.EVENT: _("trước một sự kiện"),
    DueKind.RECURRING: _("định kỳ, thường xuyên"),
    DueKind.RELATIVE: _("tính từ một ngày khác"),
    DueKind.NONE: _("không có hạn"),
}
BOUNDS = {Bound.BY: _("chậm nhất"), Bound.BEFORE: _("trước")}


def state_is(state: TaskState, on: date) -> Q:
    """``rules.state.task_state`` as a condition of the database; a test compares."""
    soon = Q(due_date__gte=on, due_date__lte=on + SOON)
    far = Q(due_date=None) | Q(due_date__gt=on + SOON)
    late = Q(phase=Phase.DONE, done_on__gt=F("due_date"))
    return {
        TaskState.DONE_LATE: late,
        # Not ~late: where there is no due date, the database knows neither.
        TaskState.DONE_ON_TIME: Q(phase=Phase.DONE)
        & (Q(due_date=None) | Q(done_on__lte=F("due_date"))),
        TaskState.WAITING: Q(phase=Phase.REPORTED),
        TaskState.PAUSED: Q(phase=Phase.PAUSED),
        TaskState.DROPPED: Q(phase=Phase.DROPPED),
        TaskState.OVERDUE: Q(phase=Phase.OPEN, due_date__lt=on),
        TaskState.AT_RISK: Q(phase=Phase.OPEN) & soon,
        TaskState.NOT_STARTED: Q(phase=Phase.OPEN, percent=None) & far,
        TaskState.IN_TIME: Q(phase=Phase.OPEN, percent__isnull=False) & far,
    }[state]


def _counts(on: date) -> dict[str, Count]:
    within = Q(outside=False)
    counts = {
        state.value: Count("pk", filter=within & state_is(state, on))
        for state in TaskState
    }
    return {**counts, "outside": Count("pk", filter=Q(outside=True))}


class TaskKind(models.TextChoices):
    """Whether somebody assigned it, or it is what the body does anyway."""

    ASSIGNED = "assigned", _("nhiệm vụ được giao")
    ROUTINE = "routine", _("việc thường xuyên")


class TaskQuerySet(models.QuerySet["Task"]):
    """Tasks, by what their dates say on a day."""

    def in_state(self, *states: TaskState, on: date) -> Self:
        """Those that are in one of these states on this day."""
        wanted = Q(pk__in=())
        for state in states:
            wanted |= state_is(state, on)
        return self.filter(wanted)

    def unfinished(self) -> Self:
        """Neither done nor dropped."""
        return self.filter(phase__in=UNFINISHED)

    def within(self) -> Self:
        """Those inside the product's boundary; the others are text with a state."""
        return self.filter(outside=False)

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

    def tally(self, on: date) -> dict[str, int]:
        """How many are in each state, and how many beyond the boundary ("outside")."""
        found: dict[str, int] = self.aggregate(**_counts(on))
        return found

    def tally_by_plan(self, on: date) -> dict[int, dict[str, int]]:
        """The same for each plan, by its key."""
        rows: Any = self.order_by().values("plan_id").annotate(**_counts(on))
        return {row.pop("plan_id"): row for row in rows}

    def awaiting(self, organisation_id: int | None) -> Self:
        """Those that this body is to accept, as ``rules.acceptance`` says.

        The standing body the others' tasks; another party what the standing body
        leads. To be asked in the circles of the body.
        """
        standing = PlanParty.objects.filter(
            plan=OuterRef("plan_id"), role=PartyRole.STANDING
        )
        keeps = Exists(standing.filter(organisation_id=organisation_id))
        of_keeper = Exists(standing.filter(organisation_id=OuterRef("lead_id")))
        others = self.filter(phase=Phase.REPORTED).exclude(lead_id=organisation_id)
        return others.filter(Q(keeps) | Q(of_keeper))

    def by_clause(self, *before: str) -> Self:
        """In the order of the plan's clauses; what hangs on none comes last.

        ``before`` names columns that come first.
        """
        return self.order_by(
            *before,
            F("clause__position").asc(nulls_last=True),
            F("due_date").asc(nulls_last=True),
            "pk",
        )

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


class Task(WithdrawableRow, ScopedRow):
    """One task of a plan: exactly one body leads it (product rule 5)."""

    Kind = TaskKind

    # Both keys begin an index below; one of their own would repeat it.
    plan = models.ForeignKey(
        Plan, on_delete=models.PROTECT, related_name="tasks", db_index=False
    )
    clause = models.ForeignKey(
        Clause,
        on_delete=models.PROTECT,
        related_name="tasks",
        null=True,
        blank=True,
        verbose_name=_("điều khoản"),
    )
    source = models.OneToOneField(
        Source, on_delete=models.PROTECT, related_name="task", null=True
    )
    text = models.TextField(_("nội dung"), max_length=4000)
    lead = models.ForeignKey(
        Organisation,
        on_delete=models.PROTECT,
        related_name="+",
        db_index=False,
        verbose_name=_("đơn vị chủ trì"),
    )
    # The doers in the paper's words, where it names several as equals.
    lead_words = models.CharField(
        _("chủ trì theo văn bản"), max_length=500, blank=True, default=""
    )
    # Supporters that the paper names as a group, or that are no body known here.
    support_words = models.CharField(
        _("phối hợp theo văn bản"), max_length=1000, blank=True, default=""
    )
    kind = models.CharField(
        _("loại nhiệm vụ"), max_length=10, choices=TaskKind, default=TaskKind.ASSIGNED
    )
    # As read; rules.due says which last day that comes to.
    due_kind = models.CharField(
        _("loại hạn"), max_length=10, choices=DUE_KINDS.items(), default=DueKind.NONE
    )
    due_value = models.CharField(
        _("hạn theo văn bản"), max_length=20, blank=True, default=""
    )
    due_bound = models.CharField(
        _("mốc"), max_length=10, choices=BOUNDS.items(), default=Bound.BY
    )
    due_note = models.CharField(
        _("thời hạn ghi trong văn bản"), max_length=500, blank=True, default=""
    )
    # The last day on which it is in time (product rule 1).
    due_date = models.DateField(_("hạn hoàn thành"), null=True, blank=True)
    phase = models.CharField(
        _("bước"), max_length=10, choices=PHASES.items(), default=Phase.OPEN
    )
    # Reported last; nothing is not zero (product rule 2).
    percent = models.PositiveSmallIntegerField(_("tiến độ (%)"), null=True)
    # The day of the submission that was accepted, not of its acceptance.
    done_on = models.DateField(_("hoàn thành ngày"), null=True)
    paused_on = models.DateField(_("tạm dừng từ ngày"), null=True)
    reason = models.CharField(
        _("lý do bỏ hoặc tạm dừng"), max_length=500, blank=True, default=""
    )
    # A duty beyond the boundary: text and open or done, and nothing hangs on it.
    outside = models.BooleanField(_("ngoài phạm vi hỗ trợ"), default=False)

    objects = StandingManager.from_queryset(TaskQuerySet)()

    class Meta(ScopedRow.Meta):
        abstract = False
        verbose_name = _("nhiệm vụ")
        indexes = [
            models.Index(
                fields=["scope", "due_date", "id"],
                condition=STANDS & Q(phase__in=UNFINISHED),
                name="task_by_due",
            ),
            models.Index(
                fields=["scope", "due_date", "id"],
                condition=STANDS,
                name="task_all_by_due",
            ),
            # With its scope, so that the desk counts in the index and reads no row.
            models.Index(
                fields=["lead", "due_date", "id", "scope", "phase", "percent"],
                condition=STANDS & Q(phase__in=UNFINISHED),
                name="task_of_lead",
            ),
            models.Index(fields=["plan", "due_date"], name="task_of_plan"),
            # What waits for acceptance is little, whatever else there is.
            models.Index(
                fields=["scope", "lead", "plan"],
                condition=STANDS & Q(phase=Phase.REPORTED),
                name="task_waiting",
            ),
        ]
        constraints = [
            models.CheckConstraint(
                condition=Q(phase__in=[*Phase]), name="task_phase_known"
            ),
            models.CheckConstraint(
                condition=Q(kind__in=TaskKind.values), name="task_kind_known"
            ),
            models.CheckConstraint(
                condition=Q(due_kind__in=[*DueKind]), name="task_due_kind_known"
            ),
            models.CheckConstraint(
                condition=Q(due_bound__in=[*Bound]), name="task_due_bound_known"
            ),
            models.CheckConstraint(
                condition=Q(percent=None) | Q(percent__lte=100), name="task_percent"
            ),
            models.CheckConstraint(
                condition=Q(phase=Phase.DONE, done_on__isnull=False)
                | (~Q(phase=Phase.DONE) & Q(done_on=None)),
                name="task_done_has_day",
            ),
            models.CheckConstraint(
                condition=Q(phase=Phase.PAUSED, paused_on__isnull=False)
                | (~Q(phase=Phase.PAUSED) & Q(paused_on=None)),
                name="task_paused_has_day",
            ),
            models.CheckConstraint(
                condition=Q(outside=False)
                | Q(phase__in=(Phase.OPEN, Phase.DONE), percent=None),
                name="task_outside_bare",
            ),
        ]

    def __str__(self) -> str:
        return self.text

    def state(self, on: date) -> TaskState:
        """What it is on this day."""
        return state_of(self, on)


TaskVersion = version_of(Task)


def tally_of(rows: Iterable[Any], on: date) -> dict[str, int]:
    """``TaskQuerySet.tally`` of rows at hand; a test compares."""
    counts = dict.fromkeys((*(state.value for state in TaskState), "outside"), 0)
    for row in rows:
        counts["outside" if row.outside else state_of(row, on).value] += 1
    return counts


def state_of(row: Any, on: date) -> TaskState:
    """The state on a day of a task, or of what one was recorded as."""
    return task_state(
        phase=Phase(row.phase),
        due=row.due_date,
        done=row.done_on,
        percent=row.percent,
        on=on,
    )


class Support(WithdrawableRow, ScopedRow):
    """A body that supports a task, with what it delivers and until when."""

    task = models.ForeignKey(Task, on_delete=models.PROTECT, related_name="supports")
    organisation = models.ForeignKey(
        Organisation,
        on_delete=models.PROTECT,
        related_name="+",
        verbose_name=_("đơn vị phối hợp"),
    )
    deliverable = models.CharField(
        _("phần việc"), max_length=500, blank=True, default=""
    )
    due_date = models.DateField(_("hạn hoàn thành"), null=True, blank=True)
    done_on = models.DateField(_("hoàn thành ngày"), null=True)

    objects: StandingManager[Any] = StandingManager()

    class Meta(ScopedRow.Meta):
        abstract = False
        verbose_name = _("phần việc phối hợp")
        constraints = [
            models.UniqueConstraint(
                fields=["task", "organisation"],
                condition=STANDS,
                name="support_once",
            )
        ]

    def __str__(self) -> str:
        return f"{self.organisation_id} in {self.task_id}"


SupportVersion = version_of(Support)


def support_state(row: Any, on: date) -> TaskState:
    """The state on a day of a body's own part, or of what one was recorded as."""
    return task_state(
        phase=Phase.DONE if row.done_on else Phase.OPEN,
        due=row.due_date,
        done=row.done_on,
        percent=0,
        on=on,
    )
