"""What was reported on a task, what shows it, and whether it was accepted."""

from typing import Any

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from phoihop.accounts.models import User
from phoihop.files.models import StoredFile
from phoihop.organisations.models import Organisation
from phoihop.programmes.models.task import Task
from phoihop.scopes.managers import ScopedManager
from phoihop.scopes.models import ScopedRow
from phoihop.versions.models import VersionedRow, version_of


class Progress(VersionedRow, ScopedRow):
    """One report on a task: how far it is, in whose name, entered by which body.

    Never overwritten (product rule 2): who was wrong reports again.
    """

    task = models.ForeignKey(Task, on_delete=models.PROTECT, related_name="reports")
    # Whose progress it is: the lead, or a body that supports.
    organisation = models.ForeignKey(
        Organisation,
        on_delete=models.PROTECT,
        related_name="+",
        verbose_name=_("đơn vị báo cáo"),
    )
    # Who entered it: the same body, or the standing one on its behalf.
    entered_for = models.ForeignKey(
        Organisation,
        on_delete=models.PROTECT,
        related_name="+",
        verbose_name=_("đơn vị nhập"),
    )
    # "Thay mặt, theo văn bản số …": on what paper of the partner it rests.
    paper = models.CharField(_("theo văn bản"), max_length=300, blank=True, default="")
    day = models.DateField(_("ngày báo cáo"))
    percent = models.PositiveSmallIntegerField(_("tiến độ (%)"))
    note = models.TextField(_("kết quả"), max_length=4000)
    # Whether it says that the work is done and asks for acceptance.
    is_final = models.BooleanField(_("đề nghị nghiệm thu"), default=False)
    by = models.ForeignKey(
        User, on_delete=models.PROTECT, related_name="+", verbose_name=_("người nhập")
    )

    objects: ScopedManager[Any] = ScopedManager()

    class Meta(ScopedRow.Meta):
        abstract = False
        verbose_name = _("báo cáo tiến độ")
        constraints = [
            models.CheckConstraint(
                condition=Q(percent__lte=100), name="progress_percent"
            ),
            models.CheckConstraint(
                condition=Q(organisation=models.F("entered_for"), paper="")
                | (~Q(organisation=models.F("entered_for")) & ~Q(paper="")),
                name="progress_on_behalf_names_paper",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.task_id} {self.percent} %"

    @property
    def on_behalf(self) -> bool:
        """Whether another body entered it."""
        return self.organisation_id != self.entered_for_id


ProgressVersion = version_of(Progress)


class EvidenceKind(models.TextChoices):
    """By what a report is shown to be so."""

    PAPER = "paper", _("văn bản")
    LINK = "link", _("đường dẫn")
    COUNT = "count", _("số liệu")
    FILE = "file", _("tệp")


class Evidence(VersionedRow, ScopedRow):
    """One proof of a report: a paper's number, a link, a count or a file."""

    Kind = EvidenceKind

    progress = models.ForeignKey(
        Progress, on_delete=models.PROTECT, related_name="evidence"
    )
    kind = models.CharField(_("loại minh chứng"), max_length=10, choices=EvidenceKind)
    # The number and name of a paper, what was counted, what a link or file shows.
    text = models.CharField(_("nội dung minh chứng"), max_length=500)
    link = models.CharField(_("đường dẫn"), max_length=500, blank=True, default="")
    amount = models.BigIntegerField(_("số lượng"), null=True)
    file = models.OneToOneField(
        StoredFile, on_delete=models.PROTECT, related_name="evidence", null=True
    )

    objects: ScopedManager[Any] = ScopedManager()

    class Meta(ScopedRow.Meta):
        abstract = False
        verbose_name = _("minh chứng")
        constraints = [
            models.CheckConstraint(
                condition=Q(kind="paper", link="", amount=None, file=None)
                | (Q(kind="link", amount=None, file=None) & ~Q(link=""))
                | Q(kind="count", link="", amount__gte=0, file=None)
                | Q(kind="file", link="", amount=None, file__isnull=False),
                name="evidence_of_its_kind",
            )
        ]

    def __str__(self) -> str:
        return self.text


EvidenceVersion = version_of(Evidence)


class Verdict(models.TextChoices):
    """What came of a report that asked for acceptance."""

    ACCEPTED = "accepted", _("đã nghiệm thu")
    RETURNED = "returned", _("trả lại")


class Acceptance(VersionedRow, ScopedRow):
    """A body accepted a report of completion, or returned it with a reason."""

    Verdict = Verdict

    progress = models.OneToOneField(
        Progress, on_delete=models.PROTECT, related_name="acceptance"
    )
    verdict = models.CharField(_("kết quả nghiệm thu"), max_length=10, choices=Verdict)
    reason = models.CharField(
        _("lý do trả lại"), max_length=1000, blank=True, default=""
    )
    organisation = models.ForeignKey(
        Organisation,
        on_delete=models.PROTECT,
        related_name="+",
        verbose_name=_("đơn vị nghiệm thu"),
    )
    day = models.DateField(_("ngày nghiệm thu"))
    by = models.ForeignKey(
        User,
        on_delete=models.PROTECT,
        related_name="+",
        verbose_name=_("người nghiệm thu"),
    )

    objects: ScopedManager[Any] = ScopedManager()

    class Meta(ScopedRow.Meta):
        abstract = False
        verbose_name = _("nghiệm thu")
        constraints = [
            models.CheckConstraint(
                condition=Q(verdict__in=Verdict.values), name="acceptance_known"
            ),
            models.CheckConstraint(
                condition=~Q(verdict="returned", reason=""),
                name="acceptance_return_says_why",
            ),
        ]

    def __str__(self) -> str:
        return self.verdict


AcceptanceVersion = version_of(Acceptance)
