"""Which body decides on which topic, and where."""

from datetime import date
from typing import Self

from django.db import models
from django.db.models import Case, F, IntegerField, Q, Value, When
from django.utils.translation import gettext_lazy as _

from phoihop.organisations.models.organisation import Organisation
from phoihop.organisations.models.relation import Relation
from phoihop.organisations.models.topic import Topic
from phoihop.versions.models import VersionedRow, version_of


class CompetenceQuerySet(models.QuerySet["Competence"]):
    """Who answers for what."""

    def on(self, day: date) -> Self:
        """Those that hold on this day, of bodies that exist on it."""
        living = Organisation.objects.living(day)
        held = self.filter(Q(valid_to=None) | Q(valid_to__gt=day), valid_from__lte=day)
        return held.filter(organisation__in=living.values("pk"))

    def competent(self, topic: Topic, area: Organisation, on: date) -> Self:
        """Who answers for the topic in the area on this day, the narrowest first.

        What is said of a wider topic, or of the area that this one lies in, holds
        here too. A nearer area counts more than a nearer topic: what the commune
        itself decides, it decides whatever the province says of a part of it.
        """
        topics = [row.pk for row in topic.line()]
        areas = Relation.objects.line_up(area, on)
        return (
            self.on(on)
            .filter(topic__in=topics, area__in=areas)
            .annotate(
                area_steps=_steps("area_id", areas),
                topic_steps=_steps("topic_id", topics),
            )
            .order_by("area_steps", "topic_steps", "pk")
        )


def _steps(column: str, line: list[int]) -> Case:
    """How far up its line a row stands."""
    places = [When(**{column: pk}, then=Value(n)) for n, pk in enumerate(line)]
    return Case(*places, output_field=IntegerField())


class Competence(VersionedRow):
    """A body answers for a topic in an area, on a legal basis, for a span of days.

    The area is a body too: the people's committee whose territory is meant. Each
    territory has exactly one, which is merged and renamed when the territory is; so
    territories need no second tree with names, days and successions of its own.
    """

    organisation = models.ForeignKey(
        Organisation, on_delete=models.PROTECT, related_name="competences"
    )
    topic = models.ForeignKey(
        Topic, on_delete=models.PROTECT, related_name="competences"
    )
    area = models.ForeignKey(
        Organisation, on_delete=models.PROTECT, related_name="competences_here"
    )
    basis = models.CharField(_("căn cứ pháp lý"), max_length=300)
    valid_from = models.DateField(_("từ ngày"))
    # First day on which it no longer holds.
    valid_to = models.DateField(_("đến trước ngày"), null=True, blank=True)

    objects = CompetenceQuerySet.as_manager()

    class Meta:
        verbose_name = _("thẩm quyền")
        constraints = [
            models.CheckConstraint(condition=~Q(basis=""), name="competence_has_basis"),
            models.UniqueConstraint(
                fields=["organisation", "topic", "area", "valid_from"],
                name="competence_one_start",
            ),
            models.CheckConstraint(
                condition=Q(valid_to=None) | Q(valid_to__gt=F("valid_from")),
                name="competence_ends_after_start",
            ),
        ]
        indexes = [models.Index(fields=["topic", "area"], name="competence_where")]

    def __str__(self) -> str:
        return f"{self.organisation_id}: {self.topic_id}"


CompetenceVersion = version_of(Competence)
