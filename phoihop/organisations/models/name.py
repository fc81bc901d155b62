"""What a body is called, and from when to when."""

from datetime import date
from typing import Self

from django.db import models
from django.db.models import F, OuterRef, Q, Subquery
from django.db.models.functions import Coalesce
from django.utils.translation import gettext_lazy as _

from phoihop.organisations.models.organisation import Organisation
from phoihop.versions.models import VersionedRow, version_of


class OrganisationNameQuerySet(models.QuerySet["OrganisationName"]):
    """Dated names."""

    def on(self, day: date) -> Self:
        """Those that hold on this day."""
        return self.filter(Q(valid_to=None) | Q(valid_to__gt=day), valid_from__lte=day)


class OrganisationName(VersionedRow):
    """A name with the days for which it holds; names of one body never overlap."""

    organisation = models.ForeignKey(
        Organisation, on_delete=models.PROTECT, related_name="names"
    )
    text = models.CharField(_("tên"), max_length=300)
    valid_from = models.DateField(_("từ ngày"))
    # First day on which it no longer holds.
    valid_to = models.DateField(_("đến trước ngày"), null=True, blank=True)
    decision = models.CharField(_("văn bản quyết định"), max_length=200, blank=True)

    objects = OrganisationNameQuerySet.as_manager()

    class Meta:
        verbose_name = _("tên đơn vị")
        constraints = [
            models.UniqueConstraint(
                fields=["organisation", "valid_from"], name="name_one_start"
            ),
            models.CheckConstraint(
                condition=Q(valid_to=None) | Q(valid_to__gt=F("valid_from")),
                name="name_ends_after_start",
            ),
        ]
        indexes = [models.Index(fields=["text", "organisation"], name="name_by_text")]

    def __str__(self) -> str:
        return self.text


OrganisationNameVersion = version_of(OrganisationName)


class Alias(VersionedRow):
    """Another way in which papers call a body: short forms, former spellings."""

    organisation = models.ForeignKey(
        Organisation, on_delete=models.PROTECT, related_name="aliases"
    )
    text = models.CharField(_("tên gọi khác"), max_length=200)

    class Meta:
        verbose_name = _("tên gọi khác")
        constraints = [
            models.UniqueConstraint(
                fields=["organisation", "text"], name="alias_once_per_body"
            )
        ]

    def __str__(self) -> str:
        return self.text


AliasVersion = version_of(Alias)


def name_of(organisation: str, on: date) -> Coalesce:
    """The name on day ``on`` of the body whose id stands in column ``organisation``.

    To annotate rows with. Of a body that has ended it is the last name it had; of
    one that does not exist yet, the first it will have.
    """
    names = OrganisationName.objects.filter(organisation_id=OuterRef(organisation))
    begun = names.filter(valid_from__lte=on).order_by("-valid_from")
    first = names.order_by("valid_from")
    return Coalesce(
        Subquery(begun.values("text")[:1]), Subquery(first.values("text")[:1])
    )
