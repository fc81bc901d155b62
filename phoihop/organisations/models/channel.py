"""Where a body speaks to the public in its own name."""

from datetime import date
from typing import Self

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from phoihop.organisations.models.organisation import Organisation
from phoihop.versions.models import VersionedRow, version_of


class ChannelKind(models.TextChoices):
    """What kind of place it is."""

    WEBSITE = "website", _("trang, cổng thông tin điện tử")
    FACEBOOK = "facebook", _("trang Facebook")
    ZALO = "zalo", _("Zalo OA")
    YOUTUBE = "youtube", _("kênh YouTube")
    TIKTOK = "tiktok", _("kênh TikTok")
    RADIO = "radio", _("phát thanh, truyền hình trực tuyến")
    OTHER = "other", _("kênh khác")


class ChannelQuerySet(models.QuerySet["Channel"]):
    """Channels."""

    def on(self, day: date) -> Self:
        """Those that are registered on this day."""
        return self.filter(
            Q(withdrawn_on=None) | Q(withdrawn_on__gt=day), registered_on__lte=day
        )


class Channel(VersionedRow):
    """A place on the web that a decision names as the body's own.

    Product boundary 2: only links that lie there, or on official sites, count.
    """

    Kind = ChannelKind

    organisation = models.ForeignKey(
        Organisation, on_delete=models.PROTECT, related_name="channels"
    )
    kind = models.CharField(_("loại kênh"), max_length=20, choices=ChannelKind)
    name = models.CharField(_("tên kênh"), max_length=120)
    # In the one form of rules.links.
    url = models.CharField(_("địa chỉ"), max_length=300)
    registered_on = models.DateField(_("đăng ký từ ngày"))
    # First day on which it is no longer the body's.
    withdrawn_on = models.DateField(_("thôi dùng từ ngày"), null=True, blank=True)
    decision = models.CharField(_("văn bản quyết định"), max_length=200)

    objects = ChannelQuerySet.as_manager()

    class Meta:
        verbose_name = _("kênh của đơn vị")
        constraints = [
            models.CheckConstraint(
                condition=Q(kind__in=ChannelKind.values), name="channel_kind_known"
            ),
            models.CheckConstraint(
                condition=Q(url__startswith="https://"), name="channel_by_https"
            ),
            models.CheckConstraint(
                condition=~Q(decision=""), name="channel_by_decision"
            ),
            models.UniqueConstraint(
                fields=["url"],
                condition=Q(withdrawn_on=None),
                name="channel_of_one_body",
            ),
            models.CheckConstraint(
                condition=Q(withdrawn_on=None) | Q(withdrawn_on__gt=F("registered_on")),
                name="channel_ends_after_start",
            ),
        ]

    def __str__(self) -> str:
        return self.url


ChannelVersion = version_of(Channel)
