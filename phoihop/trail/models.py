"""The chain, the payloads that can be erased from it, and its head.

No foreign keys: the trail never stands in the way of the live data. Triggers refuse
to change or delete an entry, and to do with a payload anything but empty it
(migrations 0002 and 0003), so an honest slip cannot break it.
"""

from datetime import UTC, datetime, timedelta
from typing import Any, ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from phoihop.scopes.managers import ScopedManager

EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


class Entry(models.Model):
    """One link: who did what to which object, and the hash over it and the last."""

    seq = models.BigIntegerField(_("số thứ tự"), primary_key=True)
    # Microseconds since 1970 in UTC: the same bytes for the hash on every database.
    at_us = models.BigIntegerField(_("thời điểm"))
    actor_id = models.BigIntegerField(_("người thực hiện"), null=True)
    body_id = models.BigIntegerField(_("đơn vị"), null=True)
    scope_id = models.BigIntegerField(_("vòng phối hợp"), null=True)
    did = models.CharField(_("việc đã làm"), max_length=60)
    kind = models.CharField(_("loại đối tượng"), max_length=40)
    object_id = models.BigIntegerField(_("đối tượng"), null=True)
    # Recorded under another clock than the real one: the demo.
    pretended = models.BooleanField(_("dữ liệu minh họa"), default=False)
    commitment = models.CharField(_("cam kết nội dung"), max_length=64)
    previous = models.CharField(_("mã băm trước"), max_length=64)
    hash = models.CharField(_("mã băm"), max_length=64)

    # Reads are scoped. Writing is not: the door of the operator records as well.
    objects: ClassVar[ScopedManager[Any]] = ScopedManager()

    class Meta:
        verbose_name = _("nhật ký")
        indexes = [
            models.Index(fields=["kind", "object_id", "seq"], name="trail_of_object"),
            models.Index(fields=["scope_id", "seq"], name="trail_of_scope"),
        ]

    def __str__(self) -> str:
        return f"{self.seq} {self.did}"

    @property
    def at(self) -> datetime:
        """The instant, aware, in UTC."""
        return EPOCH + timedelta(microseconds=self.at_us)


class Payload(models.Model):
    """What an entry says in words; a recorded erasure empties it, the chain holds."""

    seq = models.BigIntegerField(primary_key=True)
    salt = models.CharField(max_length=32)
    text = models.TextField()

    class Meta:
        verbose_name = _("nội dung nhật ký")

    def __str__(self) -> str:
        return str(self.seq)


class Head(models.Model):
    """The one row that names the last link; locked, it orders all who record."""

    # Names this database in the file outside, so that a file of another is known.
    origin = models.UUIDField()
    seq = models.BigIntegerField()
    at_us = models.BigIntegerField()
    hash = models.CharField(max_length=64)

    class Meta:
        verbose_name = _("đầu nhật ký")
        constraints = [
            models.CheckConstraint(condition=models.Q(id=1), name="trail_one_head")
        ]

    def __str__(self) -> str:
        return str(self.seq)
