"""How bodies stand to one another: dated edges, never a column."""

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from phoihop.organisations.models.organisation import Organisation
from phoihop.versions.models import VersionedRow, version_of


class RelationKind(models.TextChoices):
    """Which line."""

    SUPERIOR = "superior", _("cấp trên trực tiếp")


class Relation(VersionedRow):
    """``below`` stands under ``above`` in one line, for a span of days."""

    Kind = RelationKind

    kind = models.CharField(_("quan hệ"), max_length=20, choices=RelationKind)
    below = models.ForeignKey(
        Organisation, on_delete=models.PROTECT, related_name="relations_up"
    )
    above = models.ForeignKey(
        Organisation, on_delete=models.PROTECT, related_name="relations_down"
    )
    valid_from = models.DateField(_("từ ngày"))
    # First day on which it no longer holds.
    valid_to = models.DateField(_("đến trước ngày"), null=True, blank=True)

    class Meta:
        verbose_name = _("quan hệ giữa đơn vị")
        constraints = [
            models.CheckConstraint(
                condition=Q(kind__in=RelationKind.values), name="relation_kind_known"
            ),
            models.CheckConstraint(
                condition=~Q(below=F("above")), name="relation_not_to_itself"
            ),
            models.CheckConstraint(
                condition=Q(valid_to=None) | Q(valid_to__gt=F("valid_from")),
                name="relation_ends_after_start",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.below_id} → {self.above_id}"


RelationVersion = version_of(Relation)
