"""A link that lets one person in: to a role in a body, or to a new password."""

import hashlib
from datetime import date
from typing import Self

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from phoihop.accounts.models import User
from phoihop.organisations.models.membership import ROLE_LABELS
from phoihop.organisations.models.organisation import Organisation
from phoihop.organisations.roles import Role
from phoihop.refusals import Refused
from phoihop.versions.models import VersionedRow, version_of

# An invitation is to a role in a body, and the operator's is in none.
INVITED_TO = {
    role.value: label
    for role, label in ROLE_LABELS.items()
    if role is not Role.OPERATOR
}


class InvitationKind(models.TextChoices):
    """What the link is good for."""

    JOIN = "join", _("vai trò trong đơn vị")
    PASSWORD = "password", _("mật khẩu mới")


class InvitationQuerySet(models.QuerySet["Invitation"]):
    """Invitations."""

    def open(self, on: date) -> Self:
        """Those that can still be accepted on this day."""
        return self.filter(accepted_on=None, revoked_on=None, expires_on__gte=on)

    def of_token(self, token: str) -> Self:
        """The one that this link leads to, whatever has become of it."""
        return self.filter(token_hash=hash_of(token))


class Invitation(VersionedRow):
    """A link given to one person; the row knows only the hash of what is in it.

    Not scoped: whoever comes by the link is in no circle yet. ``person`` is whose
    password is to be set, or who has accepted.
    """

    Kind = InvitationKind

    kind = models.CharField(_("loại lời mời"), max_length=20, choices=InvitationKind)
    organisation = models.ForeignKey(
        Organisation, on_delete=models.PROTECT, related_name="invitations"
    )
    name = models.CharField(_("họ và tên"), max_length=120)
    role = models.CharField(
        _("vai trò"), max_length=20, choices=INVITED_TO.items(), blank=True
    )
    since = models.DateField(_("từ ngày"), null=True)
    until = models.DateField(_("đến trước ngày"), null=True, blank=True)
    person = models.ForeignKey(
        User, on_delete=models.PROTECT, related_name="+", null=True
    )
    # None: the command line of the server.
    invited_by = models.ForeignKey(
        User, on_delete=models.PROTECT, related_name="+", null=True
    )
    token_hash = models.CharField(max_length=64, unique=True, editable=False)
    # The last day on which it can be accepted.
    expires_on = models.DateField(_("dùng được đến hết ngày"))
    accepted_on = models.DateField(_("ngày nhận lời"), null=True)
    revoked_on = models.DateField(_("ngày thu hồi"), null=True)

    objects = InvitationQuerySet.as_manager()

    class Meta:
        verbose_name = _("lời mời")
        constraints = [
            models.CheckConstraint(
                condition=Q(kind="join", role__in=list(INVITED_TO), since__isnull=False)
                | Q(kind="password", role="", since=None, person__isnull=False),
                name="invitation_says_to_what",
            ),
            models.CheckConstraint(
                condition=~Q(role="deputy") | Q(until__isnull=False),
                name="invitation_deputy_has_end",
            ),
            models.CheckConstraint(
                condition=Q(until=None) | Q(until__gt=F("since")),
                name="invitation_ends_after_start",
            ),
            models.CheckConstraint(
                condition=Q(accepted_on=None)
                | Q(person__isnull=False, revoked_on=None),
                name="invitation_accepted_by_somebody",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.pk}"

    @property
    def what(self) -> str:
        """What the link is good for, in words: a role, or a new password."""
        return self.get_role_display() if self.role else self.get_kind_display()

    def refusal(self, on: date) -> Refused | None:
        """Why the link cannot be used on this day; None where it can."""
        if self.revoked_on is not None:
            return Refused("invitation.revoked")
        if self.accepted_on is not None:
            return Refused("invitation.used")
        over = self.until is not None and self.until <= on
        if self.expires_on < on or over:
            return Refused("invitation.expired", until=self.expires_on)
        return None

    def facts(self) -> dict[str, object]:
        """What the row says, without the hash: nobody has to read that."""
        return {k: v for k, v in super().facts().items() if k != "token_hash"}


def hash_of(token: str) -> str:
    """SHA-256 of what stands in a link; 256 random bits need no salt."""
    return hashlib.sha256(token.encode()).hexdigest()


InvitationVersion = version_of(Invitation)
