"""What a body is called, and from when to when."""

from datetime import date
from typing import Self

from django.db import models
from django.db.models import Exists, F, OuterRef, Q, Subquery
from django.db.models.functions import Coalesce
from django.utils.translation import gettext_lazy as _

from phoihop.organisations.models.designation import Designation
from phoihop.organisations.models.findable import FindableRow, holding
from phoihop.organisations.models.organisation import Organisation
from phoihop.organisations.rules import codes
from phoihop.versions.models import version_of
from phoihop.vietnamese import sort_key

# Enough to order by: what two long names differ in behind it, their keys decide.
SORT_KEY_LENGTH = 500


class OrganisationNameQuerySet(models.QuerySet["OrganisationName"]):
    """Dated names."""

    def on(self, day: date) -> Self:
        """Those that hold on this day."""
        return self.filter(Q(valid_to=None) | Q(valid_to__gt=day), valid_from__lte=day)

    def shown_on(self, day: date) -> Self:
        """The one name of each body that pages show on this day, as ``name_of`` does.

        Of a body that has ended it is the last one, of one to come the first.
        """
        others = OrganisationName.objects.filter(
            organisation_id=OuterRef("organisation_id")
        )
        later = others.filter(valid_from__gt=OuterRef("valid_from"))
        earlier = others.filter(valid_from__lt=OuterRef("valid_from"))
        begun = Q(valid_from__lte=day) & ~Exists(later.filter(valid_from__lte=day))
        shown = self.filter(begun | (Q(valid_from__gt=day) & ~Exists(earlier)))
        # A body that never lived was entered by mistake, and its list undone.
        return shown.exclude(organisation__ended_on=F("organisation__founded_on"))

    def called(self, words: str) -> Self:
        """The names of bodies that ever had a name, alias or sign with these words."""
        code = codes.one_agency_code(words.strip().upper())
        signs = Designation.objects.filter(holding(words) | Q(compared=code))
        ever = OrganisationName.objects.filter(holding(words))
        also = Alias.objects.filter(holding(words))
        return self.filter(
            Q(organisation__in=ever.values("organisation"))
            | Q(organisation__in=also.values("organisation"))
            | Q(organisation__in=signs.values("organisation"))
        )


class OrganisationName(FindableRow):
    """A name with the days for which it holds; names of one body never overlap."""

    organisation = models.ForeignKey(
        Organisation, on_delete=models.PROTECT, related_name="names"
    )
    text = models.CharField(_("tên"), max_length=300)
    valid_from = models.DateField(_("từ ngày"))
    # First day on which it no longer holds.
    valid_to = models.DateField(_("đến trước ngày"), null=True, blank=True)
    decision = models.CharField(_("văn bản quyết định"), max_length=200, blank=True)
    # The order of the Vietnamese alphabet, which no database of ours knows by itself.
    sort_key = models.CharField(
        _("khóa sắp xếp"), max_length=SORT_KEY_LENGTH, editable=False
    )

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
        indexes = [
            models.Index(fields=["sort_key", "organisation"], name="name_in_order")
        ]

    def __str__(self) -> str:
        return self.text

    def derived(self) -> dict[str, str]:
        """The columns that are made from the text."""
        return {**super().derived(), "sort_key": sort_key(self.text)[:SORT_KEY_LENGTH]}


OrganisationNameVersion = version_of(OrganisationName)


class Alias(FindableRow):
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
    return Coalesce(*_names_of(organisation, on, "text"))


def place_of(organisation: str, on: date) -> Coalesce:
    """What that body is sorted by, by its name on day ``on``."""
    return Coalesce(*_names_of(organisation, on, "sort_key"))


def _names_of(organisation: str, on: date, column: str) -> list[Subquery]:
    names = OrganisationName.objects.filter(organisation_id=OuterRef(organisation))
    begun = names.filter(valid_from__lte=on).order_by("-valid_from")
    first = names.order_by("valid_from")
    return [Subquery(begun.values(column)[:1]), Subquery(first.values(column)[:1])]
