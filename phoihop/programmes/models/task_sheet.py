"""A task sheet of an office: looked through first, then entered, or taken back."""

from collections.abc import Iterator
from typing import Any, ClassVar

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from phoihop.files.models import StoredFile
from phoihop.files.rules import LONGEST_NAME
from phoihop.organisations.models import ListState, Organisation
from phoihop.programmes.models.clause import Clause
from phoihop.programmes.models.plan import Plan
from phoihop.programmes.models.task import BOUNDS, DUE_KINDS, Task
from phoihop.reading.findings import Bound, DueKind
from phoihop.reading.headed import from_words
from phoihop.scopes.managers import ScopedManager
from phoihop.scopes.models import ScopedRow
from phoihop.versions.models import VersionedRow, version_of


class TaskSheet(VersionedRow, ScopedRow):
    """One sheet that a body handed in for a plan; its lines lie in the plan's circle.

    Every party sees what it lists; only the body that handed it in enters it.
    """

    # The file stays on the desk of the body that handed it in: it may say more.
    crossings: ClassVar[frozenset[str]] = frozenset({"file"})

    State = ListState

    plan = models.ForeignKey(
        Plan,
        on_delete=models.PROTECT,
        related_name="sheets",
        verbose_name=_("kế hoạch"),
    )
    body = models.ForeignKey(
        Organisation,
        on_delete=models.PROTECT,
        related_name="+",
        verbose_name=_("đơn vị tải lên"),
    )
    # None where a cell held personal data: then only the other lines are kept.
    file = models.OneToOneField(
        StoredFile, on_delete=models.PROTECT, related_name="task_sheet", null=True
    )
    file_name = models.CharField(_("tên tệp"), max_length=LONGEST_NAME)
    sheet_name = models.CharField(_("trang tính"), max_length=100, blank=True)
    # Sheets of the same file that list tasks too, and were left alone.
    unread = models.PositiveSmallIntegerField(_("trang tính chưa đọc"), default=0)
    # What a person said that words of the sheet mean: the words, the id of the body.
    meanings = models.JSONField(_("đơn vị đã chọn"), default=dict)
    state = models.CharField(
        _("trạng thái"), max_length=20, choices=ListState, default=ListState.PREVIEW
    )
    received_on = models.DateField(_("nhận ngày"))

    objects: ScopedManager[Any] = ScopedManager()

    class Meta(ScopedRow.Meta):
        abstract = False
        verbose_name = _("bảng nhiệm vụ")
        constraints = [
            models.CheckConstraint(
                condition=Q(state__in=ListState.values), name="task_sheet_state_known"
            )
        ]

    def __str__(self) -> str:
        return self.file_name


TaskSheetVersion = version_of(TaskSheet)


class TaskSheetLine(VersionedRow, ScopedRow):
    """One line of a sheet: its own words, what was read in them, what it came to.

    What the gate refused stands nowhere here: such a line has its number and the
    columns in which something was found.
    """

    sheet = models.ForeignKey(TaskSheet, on_delete=models.PROTECT, related_name="lines")
    number = models.PositiveIntegerField(_("dòng"))
    # As the sheet has them.
    text = models.TextField(_("nội dung"), max_length=4000, blank=True)
    clause_words = models.CharField(_("điều khoản"), max_length=200, blank=True)
    lead_words = models.CharField(_("chủ trì"), max_length=500, blank=True)
    support_words = models.CharField(_("phối hợp"), max_length=1000, blank=True)
    due_words = models.CharField(_("thời hạn"), max_length=500, blank=True)
    product = models.CharField(_("sản phẩm"), max_length=1000, blank=True)
    progress = models.CharField(_("tiến độ theo bảng"), max_length=500, blank=True)
    note = models.CharField(_("ghi chú"), max_length=2000, blank=True)
    # What they say: of the co-leads the first leads, the others support.
    clause = models.ForeignKey(
        Clause, on_delete=models.PROTECT, related_name="+", null=True
    )
    lead = models.ForeignKey(
        Organisation, on_delete=models.PROTECT, related_name="+", null=True
    )
    supporters = models.JSONField(_("đơn vị phối hợp"), default=list)
    # Whether the cell of the lead names several bodies.
    names_several = models.BooleanField(_("nhiều đơn vị chủ trì"), default=False)
    # Supporters named as a group: "các sở, ban, ngành".
    group_words = models.CharField(_("nhóm phối hợp"), max_length=1000, blank=True)
    due_kind = models.CharField(
        _("loại hạn"), max_length=10, choices=DUE_KINDS.items(), default=DueKind.NONE
    )
    due_value = models.CharField(_("hạn"), max_length=20, blank=True, default="")
    due_bound = models.CharField(
        _("mốc"), max_length=10, choices=BOUNDS.items(), default=Bound.BY
    )
    due_date = models.DateField(_("hạn hoàn thành"), null=True)
    # "fault:column" a word, of ``rules.task_sheet``.
    faults = models.CharField(_("chỗ sai"), max_length=800, blank=True)
    # [fault, column, words that name no one body, ids of those that may be meant]
    candidates = models.JSONField(_("đơn vị gần giống"), default=list)
    formulas = models.CharField(_("ô có công thức"), max_length=200, blank=True)
    hidden = models.BooleanField(_("bị ẩn trong tệp"), default=False)
    made = models.OneToOneField(
        Task, on_delete=models.PROTECT, related_name="sheet_line", null=True
    )
    # The task that the plan had already, where the line changed it.
    changed = models.ForeignKey(
        Task, on_delete=models.PROTECT, related_name="sheet_lines", null=True
    )
    # What was so before, and which version came of it: for taking it back.
    before = models.JSONField(_("trước khi nhập"), null=True)

    objects: ScopedManager[Any] = ScopedManager()

    class Meta(ScopedRow.Meta):
        abstract = False
        verbose_name = _("dòng của bảng nhiệm vụ")
        constraints = [
            models.UniqueConstraint(
                fields=["sheet", "number"], name="task_sheet_line_once"
            ),
            models.CheckConstraint(
                condition=Q(due_kind__in=[*DueKind]), name="sheet_line_due_kind_known"
            ),
            models.CheckConstraint(
                condition=Q(due_bound__in=[*Bound]), name="sheet_line_bound_known"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.sheet_id}:{self.number}"

    @property
    def task_id(self) -> int:
        """The task that the line made or changed; 0 before it is entered."""
        return self.made_id or self.changed_id or 0

    def fault_pairs(self) -> Iterator[tuple[str, str]]:
        """What is wrong and in which column, as words."""
        return from_words(self.faults)


TaskSheetLineVersion = version_of(TaskSheetLine)
