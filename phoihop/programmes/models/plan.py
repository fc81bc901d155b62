"""One year of a programme between some of its parties."""

from typing import Any, ClassVar

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from phoihop.organisations.models import Organisation
from phoihop.programmes.models.programme import (
    PartyQuerySet,
    PartyRole,
    Programme,
)
from phoihop.scopes.models import ScopedRow
from phoihop.versions.models import StandingManager, WithdrawableRow, version_of


class PlanState(models.TextChoices):
    """Where it stands between draft and closed."""

    DRAFT = "draft", _("dự thảo")
    ACTIVE = "active", _("đang thực hiện")


class Plan(WithdrawableRow, ScopedRow):
    """A yearly plan; its circle is its own parties and nobody else."""

    # The one way out: a plan's programme lies in the wider circle of all parties.
    crossings: ClassVar[frozenset[str]] = frozenset({"programme"})

    State = PlanState

    programme = models.ForeignKey(
        Programme, on_delete=models.PROTECT, related_name="plans"
    )
    title = models.CharField(_("tên kế hoạch"), max_length=500)
    year = models.PositiveSmallIntegerField(_("năm"))
    # Empty while the paper is not numbered: a state, not an error (product rule 12).
    number = models.CharField(_("số, ký hiệu"), max_length=100, blank=True, default="")
    issued_on = models.DateField(_("ngày ban hành"), null=True, blank=True)
    state = models.CharField(
        _("trạng thái"), max_length=20, choices=PlanState, default=PlanState.DRAFT
    )

    objects: StandingManager[Any] = StandingManager()

    class Meta(ScopedRow.Meta):
        abstract = False
        verbose_name = _("kế hoạch phối hợp")
        constraints = [
            models.UniqueConstraint(fields=["scope"], name="plan_owns_scope"),
            models.CheckConstraint(
                condition=Q(state__in=PlanState.values), name="plan_state_known"
            ),
        ]

    def __str__(self) -> str:
        return self.title


PlanVersion = version_of(Plan)


class PlanParty(WithdrawableRow, ScopedRow):
    """A body in a plan: a party of the programme that takes part this year."""

    plan = models.ForeignKey(Plan, on_delete=models.PROTECT, related_name="parties")
    organisation = models.ForeignKey(
        Organisation, on_delete=models.PROTECT, related_name="+"
    )
    role = models.CharField(_("vai trò"), max_length=20, choices=PartyRole)

    objects = StandingManager.from_queryset(PartyQuerySet)()

    class Meta(ScopedRow.Meta):
        abstract = False
        verbose_name = _("bên tham gia kế hoạch")
        constraints = [
            models.UniqueConstraint(
                fields=["plan", "organisation"], name="plan_party_once"
            ),
            models.UniqueConstraint(
                fields=["plan"],
                condition=Q(role="standing"),
                name="plan_party_one_standing",
            ),
            models.CheckConstraint(
                condition=Q(role__in=PartyRole.values),
                name="plan_party_role_known",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.organisation_id} in {self.plan_id}"


PlanPartyVersion = version_of(PlanParty)
