"""Which bodies see a circle, at which place, from when to when."""

from datetime import date
from typing import Self

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from phoihop.organisations.models.organisation import Organisation
from phoihop.organisations.roles import Place
from phoihop.scopes.models import Scope
from phoihop.versions.models import VersionedRow, version_of

PLACE_LABELS = {
    Place.STANDING: _("cơ quan thường trực"),
    Place.MEMBER: _("thành viên"),
}


class ScopeMemberQuerySet(models.QuerySet["ScopeMember"]):
    """Members of circles."""

    def active(self, on: date) -> Self:
        """Those that hold on this day."""
        return self.filter(Q(until=None) | Q(until__gt=on), since__lte=on)


class ScopeMember(VersionedRow):
    """A body in a circle.

    Not scoped: it is what scopes are made from.
    """

    scope = models.ForeignKey(Scope, on_delete=models.PROTECT, related_name="members")
    organisation = models.ForeignKey(
        Organisation, on_delete=models.PROTECT, related_name="places"
    )
    place = models.CharField(_("vị trí"), max_length=20, choices=PLACE_LABELS.items())
    since = models.DateField(_("từ ngày"))
    # First day on which it no longer holds.
    until = models.DateField(_("đến trước ngày"), null=True, blank=True)

    objects = ScopeMemberQuerySet.as_manager()

    class Meta:
        verbose_name = _("thành viên vòng phối hợp")
        indexes = [
            models.Index(fields=["organisation", "scope"], name="circles_of_body")
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["scope", "organisation"],
                condition=Q(until=None),
                name="scope_member_one_open",
            ),
            models.CheckConstraint(
                condition=Q(place__in=[place.value for place in Place]),
                name="scope_member_place_known",
            ),
            models.CheckConstraint(
                condition=Q(until=None) | Q(until__gte=F("since")),
                name="scope_member_ends_after_start",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.organisation_id} in {self.scope_id}"


ScopeMemberVersion = version_of(ScopeMember)
