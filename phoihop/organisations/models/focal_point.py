"""Whom to turn to in a body: a duty with a mailbox, whoever holds it now."""

from datetime import date
from typing import Self

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from phoihop.accounts.models import User
from phoihop.organisations.models.organisation import Organisation
from phoihop.versions.models import VersionedRow, version_of


class FocalPointQuerySet(models.QuerySet["FocalPoint"]):
    """Focal points."""

    def on(self, day: date) -> Self:
        """Those that hold on this day."""
        return self.filter(Q(until=None) | Q(until__gt=day), since__lte=day)


class FocalPoint(VersionedRow):
    """A duty of a body, its mailbox, and who holds it for a span of days.

    When the holder changes the row is ended and another begins, so the rows of one
    duty are the history of its holders.
    """

    organisation = models.ForeignKey(
        Organisation, on_delete=models.PROTECT, related_name="focal_points"
    )
    duty = models.CharField(_("việc phụ trách"), max_length=120)
    # The duty's own, which goes on to the next holder.
    mailbox = models.EmailField(_("hộp thư của đầu mối"), max_length=120)
    holder = models.ForeignKey(
        User,
        on_delete=models.PROTECT,
        related_name="duties",
        verbose_name=_("người phụ trách"),
    )
    deputy = models.ForeignKey(
        User,
        on_delete=models.PROTECT,
        related_name="duties_as_deputy",
        verbose_name=_("người thay"),
        null=True,
    )
    # First day on which the deputy no longer stands in.
    deputy_until = models.DateField(_("thay đến trước ngày"), null=True, blank=True)
    since = models.DateField(_("từ ngày"))
    # First day on which it no longer holds.
    until = models.DateField(_("đến trước ngày"), null=True, blank=True)

    objects = FocalPointQuerySet.as_manager()

    class Meta:
        verbose_name = _("đầu mối của đơn vị")
        constraints = [
            models.UniqueConstraint(
                fields=["organisation", "duty"],
                condition=Q(until=None),
                name="focal_point_one_open",
            ),
            models.UniqueConstraint(
                fields=["organisation", "duty", "since"], name="focal_point_one_start"
            ),
            models.CheckConstraint(
                condition=Q(until=None) | Q(until__gt=F("since")),
                name="focal_point_ends_after_start",
            ),
            models.CheckConstraint(
                condition=Q(deputy=None, deputy_until=None)
                | Q(deputy__isnull=False, deputy_until__gt=F("since")),
                name="focal_point_deputy_has_end",
            ),
            models.CheckConstraint(
                condition=Q(deputy=None) | ~Q(deputy=F("holder")),
                name="focal_point_deputy_is_another",
            ),
        ]

    def __str__(self) -> str:
        return self.duty


FocalPointVersion = version_of(FocalPoint)
