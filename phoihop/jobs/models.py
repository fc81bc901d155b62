"""A job and how far it has come; when a timer last ran."""

from typing import Any, ClassVar

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from phoihop.accounts.models import User
from phoihop.scopes.managers import ScopedManager
from phoihop.scopes.models import Scope


class JobState(models.TextChoices):
    """How far a job has come."""

    WAITING = "waiting", _("đang chờ")
    RUNNING = "running", _("đang chạy")
    DONE = "done", _("đã xong")
    REFUSED = "refused", _("bị từ chối")
    PARKED = "parked", _("đã dừng, chờ người vận hành")


class Job(models.Model):
    """One piece of work: its kind and the id of its subject, who asked, how far it is.

    It holds no text of anybody's. ``attempt`` counts up for ever and fences: who
    works under an older number has lost the job. ``tries`` begins again when the
    operator lets a parked job run once more. A job without a circle is the
    operator's; docs/decisions/0016 says why this is not the row of the queue.
    """

    State = JobState

    kind = models.CharField(_("loại việc"), max_length=40)
    subject = models.BigIntegerField(_("đối tượng"), null=True)
    scope = models.ForeignKey(
        Scope, on_delete=models.PROTECT, related_name="+", null=True
    )
    # Nobody: the timers and the command line of the installation.
    asked_by = models.ForeignKey(
        User, on_delete=models.PROTECT, related_name="+", null=True
    )
    # Bodies stand above this room: a number, as in the trail.
    body_id = models.BigIntegerField(_("đơn vị"), null=True)
    role = models.CharField(_("vai trò"), max_length=20)
    state = models.CharField(
        _("trạng thái"), max_length=10, choices=JobState, default=JobState.WAITING
    )
    attempt = models.PositiveIntegerField(_("lần nhận việc"), default=0)
    tries = models.PositiveSmallIntegerField(_("số lần thử"), default=0)
    # The row of the queue that will deliver it, or has delivered it last.
    transport = models.UUIDField(null=True)
    worker = models.CharField(_("tiến trình"), max_length=64, blank=True)
    lease_until = models.DateTimeField(_("giữ việc đến"), null=True)
    progress_done = models.PositiveIntegerField(_("đã làm"), default=0)
    progress_total = models.PositiveIntegerField(_("tổng số"), default=0)
    # The id of what it made, the code of a refusal, or the name of an exception.
    outcome = models.CharField(_("kết quả"), max_length=100, blank=True)
    asked_at = models.DateTimeField(_("yêu cầu lúc"))
    started_at = models.DateTimeField(_("bắt đầu lúc"), null=True)
    finished_at = models.DateTimeField(_("kết thúc lúc"), null=True)

    objects: ClassVar[ScopedManager[Any]] = ScopedManager()

    class Meta:
        verbose_name = _("việc nền")
        base_manager_name = "objects"
        constraints = [
            models.CheckConstraint(
                condition=Q(state__in=JobState.values), name="job_state_known"
            ),
            models.CheckConstraint(
                condition=Q(state="running", lease_until__isnull=False)
                | (~Q(state="running") & Q(lease_until=None)),
                name="job_leased_while_running",
            ),
            models.CheckConstraint(
                condition=Q(state__in=("waiting", "running"), finished_at=None)
                | Q(
                    state__in=("done", "refused", "parked"),
                    finished_at__isnull=False,
                ),
                name="job_finished_when_over",
            ),
        ]
        indexes = [
            models.Index(fields=["scope", "-id"], name="job_of_scope"),
            models.Index(
                fields=["state", "lease_until"],
                condition=Q(state__in=("waiting", "running")),
                name="job_unfinished",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.pk} {self.kind} {self.state}"

    @property
    def is_over(self) -> bool:
        """Whether nothing more will happen to it by itself."""
        return self.state not in (JobState.WAITING, JobState.RUNNING)


class Timer(models.Model):
    """When work that comes round by itself was last begun; the first of all workers
    to move the instant on does it.
    """

    name = models.CharField(max_length=40, primary_key=True)
    last_run = models.DateTimeField(_("lần chạy gần nhất"))

    class Meta:
        verbose_name = _("bộ hẹn giờ")

    def __str__(self) -> str:
        return self.name
