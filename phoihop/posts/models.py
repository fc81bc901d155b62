"""The keys of forms that were posted and succeeded."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from phoihop.accounts.models import User


class Post(models.Model):
    """One success of one form: who, where, its key, and what came of it.

    The fingerprint tells a second post of the same form from another content under
    the same key; it is keyed with the installation's secret, so it gives nothing
    away about what was typed.
    """

    person = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    route = models.CharField(_("địa chỉ"), max_length=200)
    key = models.UUIDField(_("mã chống gửi trùng"))
    fingerprint = models.CharField(_("dấu vân nội dung"), max_length=64)
    answer = models.CharField(_("kết quả"), max_length=200)
    posted_at = models.DateTimeField(_("thời điểm"))

    class Meta:
        verbose_name = _("lần gửi biểu mẫu")
        constraints = [
            models.UniqueConstraint(
                fields=["person", "route", "key"], name="post_once_per_key"
            )
        ]
        indexes = [models.Index(fields=["posted_at"], name="post_by_age")]

    def __str__(self) -> str:
        return f"{self.route} {self.key}"
