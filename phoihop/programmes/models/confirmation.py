"""A reading was confirmed: what was made of it, so that it can be taken back whole."""

from typing import Any, ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from phoihop.accounts.models import User
from phoihop.documents.models import Reading
from phoihop.programmes.models.plan import Plan
from phoihop.scopes.managers import ScopedManager
from phoihop.scopes.models import ScopedRow
from phoihop.versions.models import VersionedRow, version_of


class Confirmation(VersionedRow, ScopedRow):
    """What one confirmation made, on the desk of the body that confirmed.

    A paper between one body and several others is confirmed once for each plan.

    ``made`` names the rows by model and id, in the order in which they were made;
    ``drafts`` the ids of the drafts that went into them.
    """

    # The plan lies in the circle of its parties.
    crossings: ClassVar[frozenset[str]] = frozenset({"plan"})

    reading = models.ForeignKey(
        Reading, on_delete=models.PROTECT, related_name="confirmations"
    )
    plan = models.OneToOneField(
        Plan, on_delete=models.PROTECT, related_name="confirmation"
    )
    made = models.JSONField(_("đã lập"))
    drafts = models.JSONField(_("nháp đã dùng"))
    day = models.DateField(_("ngày xác nhận"))
    by = models.ForeignKey(
        User,
        on_delete=models.PROTECT,
        related_name="+",
        null=True,
        verbose_name=_("người xác nhận"),
    )
    undone_on = models.DateField(_("hoàn tác ngày"), null=True)

    objects: ScopedManager[Any] = ScopedManager()

    class Meta(ScopedRow.Meta):
        abstract = False
        verbose_name = _("lần xác nhận")

    def __str__(self) -> str:
        return f"{self.reading_id} -> {self.plan_id}"


ConfirmationVersion = version_of(Confirmation)
