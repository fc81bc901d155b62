"""A list of bodies from a sheet: looked through first, then entered, or taken back."""

from collections.abc import Iterable
from typing import Self

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from phoihop.organisations.models.organisation import Organisation
from phoihop.reading.headed import from_words
from phoihop.versions.models import VersionedRow, version_of


class ListState(models.TextChoices):
    """How far a list that was handed in has come: of bodies here, of tasks in plans."""

    PREVIEW = "preview", _("chờ xem và nhập")
    ENTERED = "entered", _("đã nhập")
    UNDONE = "undone", _("đã hoàn tác")


class BodyList(VersionedRow):
    """One sheet that the operator handed in.

    Not scoped: the directory belongs to no circle, and only the operator sees lists.
    """

    State = ListState

    state = models.CharField(
        _("trạng thái"),
        max_length=20,
        choices=ListState,
        default=ListState.PREVIEW,
    )
    received_on = models.DateField(_("nhận ngày"))

    class Meta:
        verbose_name = _("danh sách đơn vị")
        constraints = [
            models.CheckConstraint(
                condition=Q(state__in=ListState.values),
                name="body_list_state_known",
            )
        ]

    def __str__(self) -> str:
        return f"BodyList {self.pk}"


BodyListVersion = version_of(BodyList)


class BodyListLineQuerySet(models.QuerySet["BodyListLine"]):
    """Lines of lists."""

    def new(self) -> Self:
        """Those that name a body which the directory does not have, without fault."""
        return self.filter(known=None, faults="")


class BodyListLine(VersionedRow):
    """One body as a list has it: what it says, what is wrong, what it came to.

    What the gate refused stands nowhere here: such a line has its number and the
    column in which something was found.
    """

    list = models.ForeignKey(BodyList, on_delete=models.PROTECT, related_name="lines")
    number = models.PositiveIntegerField(_("dòng"))
    name = models.CharField(_("tên"), max_length=300, blank=True)
    type = models.CharField(
        _("loại"), max_length=20, choices=Organisation.Type, blank=True
    )
    level = models.CharField(
        _("cấp"), max_length=20, choices=Organisation.Level, blank=True
    )
    symbol = models.CharField(_("ký hiệu"), max_length=60, blank=True)
    code = models.CharField(_("mã định danh"), max_length=60, blank=True)
    # One a line, as forms have them.
    aliases = models.TextField(_("tên gọi khác"), blank=True)
    superior = models.CharField(_("cấp trên trực tiếp"), max_length=300, blank=True)
    founded_on = models.DateField(_("có tên này từ ngày"), null=True, blank=True)
    # "fault:column" a word, of ``rules.body_list``.
    faults = models.CharField(_("chỗ sai"), max_length=400, blank=True)
    known = models.ForeignKey(
        Organisation, on_delete=models.PROTECT, related_name="+", null=True
    )
    made = models.ForeignKey(
        Organisation, on_delete=models.PROTECT, related_name="+", null=True
    )

    objects = BodyListLineQuerySet.as_manager()

    class Meta:
        verbose_name = _("dòng của danh sách đơn vị")
        constraints = [
            models.UniqueConstraint(
                fields=["list", "number"], name="body_list_line_once"
            )
        ]

    def __str__(self) -> str:
        return f"{self.list_id}:{self.number}"

    def fault_pairs(self) -> Iterable[tuple[str, str]]:
        """What is wrong and in which column, as words."""
        return from_words(self.faults)


BodyListLineVersion = version_of(BodyListLine)
