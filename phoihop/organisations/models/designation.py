"""By what signs papers and machines know a body, and from when to when."""

from datetime import date
from typing import Self

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from phoihop.organisations.models.findable import FindableRow
from phoihop.organisations.models.organisation import Organisation
from phoihop.organisations.rules import codes
from phoihop.versions.models import version_of


class DesignationKind(models.TextChoices):
    """Which sign."""

    SYMBOL = "symbol", _("ký hiệu")
    AGENCY_CODE = "agency_code", _("mã định danh")


class DesignationQuerySet(models.QuerySet["Designation"]):
    """Dated signs."""

    def on(self, day: date) -> Self:
        """Those that hold on this day."""
        return self.filter(Q(valid_to=None) | Q(valid_to__gt=day), valid_from__lte=day)


class Designation(FindableRow):
    """A sign with the days for which it holds; one of each kind a day and body.

    Symbols may be shared by bodies, as "UBND" is; an agency code names one body on
    any day, which only the action can hold.
    """

    Kind = DesignationKind

    organisation = models.ForeignKey(
        Organisation, on_delete=models.PROTECT, related_name="designations"
    )
    kind = models.CharField(_("loại"), max_length=20, choices=DesignationKind)
    text = models.CharField(_("ký hiệu hoặc mã"), max_length=40)
    # The form in which two are compared: agency codes are written in two ways.
    compared = models.CharField(
        _("dạng để so sánh"), max_length=40, editable=False, db_index=True
    )
    valid_from = models.DateField(_("từ ngày"))
    # First day on which it no longer holds.
    valid_to = models.DateField(_("đến trước ngày"), null=True, blank=True)
    decision = models.CharField(_("văn bản quyết định"), max_length=200, blank=True)

    objects = DesignationQuerySet.as_manager()

    class Meta:
        verbose_name = _("ký hiệu, mã định danh")
        constraints = [
            models.CheckConstraint(
                condition=Q(kind__in=DesignationKind.values),
                name="designation_kind_known",
            ),
            models.UniqueConstraint(
                fields=["organisation", "kind", "valid_from"],
                name="designation_one_start",
            ),
            models.CheckConstraint(
                condition=Q(valid_to=None) | Q(valid_to__gt=F("valid_from")),
                name="designation_ends_after_start",
            ),
        ]

    def __str__(self) -> str:
        return self.text

    def derived(self) -> dict[str, str]:
        """The columns that are made from the text."""
        return {**super().derived(), "compared": codes.one_agency_code(self.text)}


DesignationVersion = version_of(Designation)
