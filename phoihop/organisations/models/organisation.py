"""A body: what stays the same while its names, relations and people change."""

from datetime import date
from typing import Self

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from phoihop.scopes.models import Scope
from phoihop.versions.models import VersionedRow, version_of


class OrganisationType(models.TextChoices):
    """What kind of body it is, by who founds and directs it."""

    PARTY = "party", _("cơ quan Đảng")
    STATE = "state", _("cơ quan nhà nước")
    COUNCIL = "council", _("Hội đồng nhân dân")
    FRONT = "front", _("Mặt trận và đoàn thể")
    ARMED_FORCES = "armed_forces", _("lực lượng vũ trang")
    ENTERPRISE = "enterprise", _("doanh nghiệp")
    ASSOCIATION = "association", _("hội")
    JOINT = "joint", _("ban chỉ đạo, tổ liên ngành")


class OrganisationLevel(models.TextChoices):
    """Where it stands in the territory; districts ended on 1 July 2025."""

    CENTRAL = "central", _("trung ương")
    PROVINCE = "province", _("tỉnh")
    DISTRICT = "district", _("huyện (trước 01/7/2025)")
    COMMUNE = "commune", _("xã")


class OrganisationQuerySet(models.QuerySet["Organisation"]):
    """Bodies."""

    def living(self, on: date) -> Self:
        """Those that exist on this day: they have begun and have not ended."""
        return self.filter(Q(ended_on=None) | Q(ended_on__gt=on), founded_on__lte=on)


class Organisation(VersionedRow):
    """A body that can be a party, lead a task, be asked for a report.

    Not scoped: who is who is reference data that every signed-in person may look
    up. What a body keeps for itself lies in its ``desk``.
    """

    Type = OrganisationType
    Level = OrganisationLevel

    type = models.CharField(_("loại"), max_length=20, choices=OrganisationType)
    level = models.CharField(_("cấp"), max_length=20, choices=OrganisationLevel)
    desk = models.OneToOneField(Scope, on_delete=models.PROTECT, related_name="+")
    # The first day of its first name.
    founded_on = models.DateField(_("thành lập từ ngày"))
    # First day on which it is no more; of a joint group, the end of its last term.
    ended_on = models.DateField(_("kết thúc từ ngày"), null=True, blank=True)

    objects = OrganisationQuerySet.as_manager()

    class Meta:
        verbose_name = _("đơn vị")
        constraints = [
            models.CheckConstraint(
                condition=Q(type__in=OrganisationType.values),
                name="organisation_type_known",
            ),
            models.CheckConstraint(
                condition=Q(level__in=OrganisationLevel.values),
                name="organisation_level_known",
            ),
            models.CheckConstraint(
                condition=Q(ended_on=None) | Q(ended_on__gte=F("founded_on")),
                name="organisation_ends_after_start",
            ),
        ]

    def __str__(self) -> str:
        return f"Organisation {self.pk}"

    def lives(self, on: date) -> bool:
        """Whether it exists on this day."""
        return self.founded_on <= on and (self.ended_on is None or on < self.ended_on)


OrganisationVersion = version_of(Organisation)
