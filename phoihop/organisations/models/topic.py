"""Fields of services and decisions, as a tree."""

from datetime import date
from typing import Self

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from phoihop.versions.models import VersionedRow, version_of


class TopicQuerySet(models.QuerySet["Topic"]):
    """Topics."""

    def on(self, day: date) -> Self:
        """Those that may be chosen on this day."""
        return self.filter(Q(valid_to=None) | Q(valid_to__gt=day), valid_from__lte=day)


class Topic(VersionedRow):
    """A service or a kind of decision that some public body answers for.

    Product boundary 1: views, religion, ideology, party matters and moods are no
    topics; its name passes the deny list of labels before it is stored.
    """

    parent = models.ForeignKey(
        "self", on_delete=models.PROTECT, related_name="parts", null=True
    )
    name = models.CharField(_("tên lĩnh vực"), max_length=120)
    # Small letters, digits and hyphens: what lists and programs know it by.
    code = models.CharField(_("mã"), max_length=60, unique=True)
    valid_from = models.DateField(_("từ ngày"))
    # First day on which it is no longer chosen.
    valid_to = models.DateField(_("đến trước ngày"), null=True, blank=True)

    objects = TopicQuerySet.as_manager()

    class Meta:
        verbose_name = _("lĩnh vực")
        constraints = [
            models.CheckConstraint(
                condition=Q(parent=None) | ~Q(parent=F("id")),
                name="topic_not_under_itself",
            ),
            models.CheckConstraint(condition=~Q(code=""), name="topic_has_code"),
            models.CheckConstraint(
                condition=Q(valid_to=None) | Q(valid_to__gt=F("valid_from")),
                name="topic_ends_after_start",
            ),
        ]

    def __str__(self) -> str:
        return self.name

    def line(self) -> list["Topic"]:
        """Itself and what it is a part of, upwards: a query for each step."""
        found, topic = [self], self
        while topic.parent is not None:
            topic = topic.parent
            found.append(topic)
        return found


TopicVersion = version_of(Topic)
