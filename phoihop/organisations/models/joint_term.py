"""The terms of a joint group: by which decision it sits, and how long."""

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from phoihop.organisations.models.organisation import Organisation
from phoihop.versions.models import VersionedRow, version_of


class JointTerm(VersionedRow):
    """A decision that makes or renews a joint group, with the days of the term.

    Its members and its standing body are relations. The end of the last term stands
    in ``Organisation.ended_on``: every end of a body ends in that one column.
    """

    organisation = models.ForeignKey(
        Organisation, on_delete=models.PROTECT, related_name="terms"
    )
    decision = models.CharField(_("văn bản quyết định"), max_length=200)
    decided_on = models.DateField(_("ngày ban hành"))
    valid_from = models.DateField(_("từ ngày"))
    # First day on which it no longer holds.
    valid_to = models.DateField(_("đến trước ngày"), null=True, blank=True)

    class Meta:
        verbose_name = _("nhiệm kỳ của ban chỉ đạo, tổ liên ngành")
        constraints = [
            models.CheckConstraint(
                condition=~Q(decision=""), name="joint_term_by_decision"
            ),
            models.UniqueConstraint(
                fields=["organisation", "valid_from"], name="joint_term_one_start"
            ),
            models.CheckConstraint(
                condition=Q(valid_to=None) | Q(valid_to__gt=F("valid_from")),
                name="joint_term_ends_after_start",
            ),
        ]

    def __str__(self) -> str:
        return self.decision


JointTermVersion = version_of(JointTerm)
