"""How bodies stand to one another: dated edges, never a column."""

from datetime import date
from typing import Self

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from phoihop.organisations.models.organisation import Organisation
from phoihop.versions.models import VersionedRow, version_of


class RelationKind(models.TextChoices):
    """Which line."""

    SUPERIOR = "superior", _("cấp trên trực tiếp")
    SAME_LEVEL = "same_level", _("cùng cấp")
    CLUSTER = "cluster", _("thành viên cụm, khối thi đua")
    GROUP_STANDING = "group_standing", _("cơ quan thường trực của nhóm")
    GROUP_MEMBER = "group_member", _("thành viên của nhóm")


# In these ``above`` is a joint group, and ``below`` a body in it.
IN_A_GROUP = (
    RelationKind.CLUSTER,
    RelationKind.GROUP_STANDING,
    RelationKind.GROUP_MEMBER,
)


class RelationQuerySet(models.QuerySet["Relation"]):
    """Dated edges."""

    def on(self, day: date) -> Self:
        """Those that hold on this day."""
        return self.filter(Q(valid_to=None) | Q(valid_to__gt=day), valid_from__lte=day)

    def line_up(self, body: Organisation, on: date) -> list[int]:
        """The body and its superiors on this day, upwards: a query for each step."""
        found: list[int] = []
        above: int | None = body.pk
        edges = self.on(on).filter(kind=RelationKind.SUPERIOR)
        while above is not None and above not in found:
            found.append(above)
            up = edges.filter(below=above).values_list("above_id", flat=True)
            above = up.first()
        return found


class Relation(VersionedRow):
    """``below`` stands under ``above`` in one line, for a span of days.

    Two of the same level stand under neither: such an edge is stored once, the body
    with the smaller key below, and read both ways.
    """

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

    objects = RelationQuerySet.as_manager()

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
                condition=~Q(kind="same_level") | Q(below__lt=F("above")),
                name="relation_same_level_once",
            ),
            models.UniqueConstraint(
                fields=["kind", "below", "above", "valid_from"],
                name="relation_one_start",
            ),
            models.CheckConstraint(
                condition=Q(valid_to=None) | Q(valid_to__gt=F("valid_from")),
                name="relation_ends_after_start",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.below_id} → {self.above_id}"


RelationVersion = version_of(Relation)
