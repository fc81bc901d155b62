"""How bodies ended, and who came after them."""

from collections.abc import Iterable
from typing import Self

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from phoihop.organisations.models.organisation import Organisation
from phoihop.organisations.rules import heirs
from phoihop.versions.models import VersionedRow, version_of


class SuccessionKind(models.TextChoices):
    """By what a body ended."""

    RENAME = "rename", _("tổ chức lại thành đơn vị mới")
    MERGE = "merge", _("hợp nhất")
    SPLIT = "split", _("chia")
    ABSORB = "absorb", _("sáp nhập")
    DISSOLVE = "dissolve", _("giải thể")


class SuccessionQuerySet(models.QuerySet["Succession"]):
    """Ends of bodies."""

    def from_bodies(self, bodies: Iterable[int]) -> Self:
        """Those of these bodies and of all who came after them, one step a query."""
        found: set[int] = set()
        waiting = set(bodies)
        while waiting:
            found |= waiting
            after = self.filter(predecessor__in=waiting, successor__isnull=False)
            waiting = set(after.values_list("successor_id", flat=True)) - found
        return self.filter(predecessor__in=found)

    def last_heirs(self, bodies: Iterable[int]) -> dict[int, list[int]]:
        """Those who stand at the ends of the lines from each of these bodies."""
        asked = list(bodies)
        if not asked:
            return {}
        after: dict[int, list[int]] = {}
        for predecessor, successor in self.from_bodies(asked).values_list(
            "predecessor_id", "successor_id"
        ):
            if successor is not None:
                after.setdefault(predecessor, []).append(successor)
        return {body: heirs.last_heirs(body, after) for body in asked}


class Succession(VersionedRow):
    """A body ended on a day, by a decision; after it came another, if any did.

    One row for each body that came after; of a dissolved body, one row without.
    """

    Kind = SuccessionKind

    predecessor = models.ForeignKey(
        Organisation, on_delete=models.PROTECT, related_name="successions"
    )
    successor = models.ForeignKey(
        Organisation, on_delete=models.PROTECT, related_name="inheritances", null=True
    )
    kind = models.CharField(_("hình thức"), max_length=20, choices=SuccessionKind)
    # The first day on which the predecessor is no more.
    day = models.DateField(_("từ ngày"))
    decision = models.CharField(_("văn bản quyết định"), max_length=200)

    objects = SuccessionQuerySet.as_manager()

    class Meta:
        verbose_name = _("kế thừa giữa các đơn vị")
        constraints = [
            models.CheckConstraint(
                condition=Q(kind__in=SuccessionKind.values),
                name="succession_kind_known",
            ),
            models.CheckConstraint(
                condition=Q(kind="dissolve", successor=None)
                | (~Q(kind="dissolve") & Q(successor__isnull=False)),
                name="succession_only_dissolved_without_heir",
            ),
            models.CheckConstraint(
                condition=Q(successor=None) | ~Q(predecessor=F("successor")),
                name="succession_not_by_itself",
            ),
            models.CheckConstraint(
                condition=~Q(decision=""), name="succession_by_decision"
            ),
            models.UniqueConstraint(
                fields=["predecessor", "successor"], name="succession_once"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.predecessor_id} → {self.successor_id}"


SuccessionVersion = version_of(Succession)
