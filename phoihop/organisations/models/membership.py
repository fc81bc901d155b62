"""What a person is in a body, and from when to when."""

from datetime import date
from typing import Self

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from phoihop.accounts.models import User
from phoihop.organisations.models.organisation import Organisation
from phoihop.organisations.roles import Permission, Role, role_grants
from phoihop.versions.models import VersionedRow, version_of

ROLE_LABELS = {
    Role.OFFICER: _("chuyên viên"),
    Role.LEADER: _("lãnh đạo"),
    Role.DEPUTY: _("người được ủy quyền"),
    Role.ADMIN: _("quản trị của đơn vị"),
    Role.OBSERVER: _("người theo dõi"),
    Role.AUDITOR: _("người kiểm tra nhật ký"),
    Role.OPERATOR: _("vận hành hệ thống"),
}


class MembershipQuerySet(models.QuerySet["Membership"]):
    """Memberships."""

    def active(self, on: date) -> Self:
        """Those that hold on this day."""
        return self.filter(Q(until=None) | Q(until__gt=on), since__lte=on)

    def holding(self, permission: Permission) -> Self:
        """Those whose role holds this permission."""
        return self.filter(role__in=[r for r in Role if role_grants(r, permission)])


class Membership(VersionedRow):
    """A person's role in a body; the operator's is in no body.

    Not scoped: it is asked before any circle is open.
    """

    person = models.ForeignKey(
        User, on_delete=models.PROTECT, related_name="memberships"
    )
    organisation = models.ForeignKey(
        Organisation, on_delete=models.PROTECT, related_name="memberships", null=True
    )
    role = models.CharField(_("vai trò"), max_length=20, choices=ROLE_LABELS.items())
    since = models.DateField(_("từ ngày"))
    # First day on which it no longer holds.
    until = models.DateField(_("đến trước ngày"), null=True, blank=True)

    objects = MembershipQuerySet.as_manager()

    class Meta:
        verbose_name = _("vai trò của người dùng")
        indexes = [models.Index(fields=["person", "since"], name="membership_of")]
        constraints = [
            models.CheckConstraint(
                condition=Q(role__in=[role.value for role in Role]),
                name="membership_role_known",
            ),
            models.CheckConstraint(
                condition=Q(role="operator", organisation=None)
                | (~Q(role="operator") & Q(organisation__isnull=False)),
                name="membership_only_operator_without_body",
            ),
            models.CheckConstraint(
                condition=~Q(role="deputy") | Q(until__isnull=False),
                name="membership_deputy_has_end",
            ),
            models.CheckConstraint(
                condition=Q(until=None) | Q(until__gte=F("since")),
                name="membership_ends_after_start",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.person_id} {self.role}"


MembershipVersion = version_of(Membership)
