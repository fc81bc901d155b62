"""The signed framework between bodies, and the bodies in it."""

from datetime import date
from typing import Any, Self

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from phoihop.organisations.models import Organisation, name_of
from phoihop.scopes.models import ScopedRow
from phoihop.versions.models import StandingManager, WithdrawableRow, version_of


class Programme(WithdrawableRow, ScopedRow):
    """A programme of several years; its circle is all of its parties."""

    title = models.CharField(_("tên chương trình"), max_length=500)
    first_year = models.PositiveSmallIntegerField(_("từ năm"))
    last_year = models.PositiveSmallIntegerField(_("đến năm"))

    objects: StandingManager[Any] = StandingManager()

    class Meta(ScopedRow.Meta):
        abstract = False
        verbose_name = _("chương trình phối hợp")
        constraints = [
            models.UniqueConstraint(fields=["scope"], name="programme_owns_scope"),
            models.CheckConstraint(
                condition=Q(last_year__gte=F("first_year")),
                name="programme_years_in_order",
            ),
        ]

    def __str__(self) -> str:
        return self.title


ProgrammeVersion = version_of(Programme)


class PartyQuerySet(models.QuerySet[Any]):
    """Parties, of a programme or of a plan."""

    def named(self, on: date) -> Self:
        """With ``organisation_name``, as the bodies are called on this day."""
        return self.annotate(organisation_name=name_of("organisation_id", on))


class PartyRole(models.TextChoices):
    """What a party is in a programme or plan."""

    STANDING = "standing", _("cơ quan thường trực")
    MEMBER = "member", _("bên tham gia")


class Party(WithdrawableRow, ScopedRow):
    """A body in a programme."""

    programme = models.ForeignKey(
        Programme, on_delete=models.PROTECT, related_name="parties"
    )
    organisation = models.ForeignKey(
        Organisation, on_delete=models.PROTECT, related_name="+"
    )
    role = models.CharField(_("vai trò"), max_length=20, choices=PartyRole)

    objects = StandingManager.from_queryset(PartyQuerySet)()

    class Meta(ScopedRow.Meta):
        abstract = False
        verbose_name = _("bên tham gia chương trình")
        constraints = [
            models.UniqueConstraint(
                fields=["programme", "organisation"],
                condition=Q(withdrawn_on=None),
                name="party_once",
            ),
            models.UniqueConstraint(
                fields=["programme"],
                condition=Q(role="standing", withdrawn_on=None),
                name="party_one_standing",
            ),
            models.CheckConstraint(
                condition=Q(role__in=PartyRole.values), name="party_role_known"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.organisation_id} in {self.programme_id}"


PartyVersion = version_of(Party)
